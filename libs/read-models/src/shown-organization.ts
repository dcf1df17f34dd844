import type { DomainClaim, FieldValue, OrganizationRouting } from '@kith/domain';
import type { OrganizationTable } from './tables';

/** A domain whose addresses belong to members, and which organization of the cluster claims it. */
export interface ShownDomain extends DomainClaim {
  readonly organizationId: string;
}

/** An organization as it is shown: with all that were merged into it, whichever of their ids was asked for. Times are RFC 3339 UTC. */
export interface ShownOrganization {
  readonly id: string;
  readonly canonicalId: string;
  /** `merged` for an id that another one stands for, whatever that is. */
  readonly status: OrganizationTable['status'];
  readonly name: string | null;
  readonly externalId: string | null;
  readonly details: string | null;
  readonly notes: string | null;
  readonly origin: string;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** By domain, then by organization. */
  readonly domains: readonly ShownDomain[];
  /** Null leaves it to the rules of the tenant. */
  readonly routing: OrganizationRouting | null;
  /** The organizations that were merged into it, sorted. */
  readonly mergedFrom: readonly string[];
  /** Persons, each once. */
  readonly memberCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of the last event on the stream of the organization that stands for all. */
  readonly revision: number;
}

/** An organization, and what changes whenever what is shown of it does, its members aside. */
export interface FoundOrganization {
  readonly organization: ShownOrganization;
  /** Canonical id and position of the last event that changed what is shown, without quotes. */
  readonly etag: string;
}

/** An organization as lists show it. */
export type ListedOrganization = Pick<
  ShownOrganization,
  'id' | 'canonicalId' | 'status' | 'name' | 'externalId' | 'tags' | 'memberCount' | 'createdAt' | 'updatedAt'
> & {
  /** The domains that it and those that were merged into it claim, each once, sorted. */
  readonly domains: readonly string[];
};
