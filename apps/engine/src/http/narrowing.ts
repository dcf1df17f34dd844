import {
  CanonicalOrganizations,
  EndUsersOfOrganizations,
  type Holders,
  type OrganizationInteraction,
  type ShownEndUser,
  type TimelineItem,
} from '@kith/read-models';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './command-context';
import { Queries } from './queries';

/** Leaves out of an answer what a key that is limited to organizations may not see. For other keys everything stays, and costs nothing. */
@Injectable()
export class Narrowing {
  constructor(@Inject(Queries) private readonly queries: Queries) {}

  isLimited(request: FastifyRequest): boolean {
    return callerOf(request).organizations !== undefined;
  }

  /** The organizations that the caller is limited to, by those that stand for them today; undefined for one that sees everything. */
  async organizations(request: FastifyRequest): Promise<ReadonlySet<string> | undefined> {
    const { tenant, organizations } = callerOf(request);
    return organizations && this.queries.ask(request, new CanonicalOrganizations(tenant, organizations));
  }

  /** The organizations whose things a list has: the one that is asked for, or all that the caller may see; undefined for no condition. None: nothing to see. */
  async listed(request: FastifyRequest, asked: string | undefined): Promise<readonly string[] | undefined> {
    const theirs = await this.organizations(request);
    if (!theirs) return asked === undefined ? undefined : [asked];
    if (asked === undefined) return [...theirs];
    const found = await this.queries.ask(request, new CanonicalOrganizations(callerOf(request).tenant, [asked]));
    return [...found].filter((id) => theirs.has(id));
  }

  /** Of each address the holders that the caller may see; null when there are none of these. */
  async holders(request: FastifyRequest, found: readonly (Holders | null)[]): Promise<readonly (Holders | null)[]> {
    const { tenant, organizations } = callerOf(request);
    if (!organizations) return found;
    const ids = found.flatMap((one) => one?.holders ?? []).map(({ endUserId }) => endUserId);
    const seen = await this.queries.ask(request, new EndUsersOfOrganizations(tenant, ids, organizations));
    return found.map((one) => {
      const holders = one?.holders.filter(({ endUserId }) => seen.has(endUserId)) ?? [];
      return one && holders.length > 0 ? { ...one, holders } : null;
    });
  }

  /** The profile without organizations that are none of the caller's. */
  async profile(request: FastifyRequest, shown: ShownEndUser): Promise<ShownEndUser> {
    const theirs = await this.organizations(request);
    return theirs ? { ...shown, organizations: shown.organizations.filter(({ canonicalId }) => theirs.has(canonicalId)) } : shown;
  }

  /** The interactions of an organization without those of people whom the caller does not see (any more): one can turn out to be another person's. */
  async interactions(request: FastifyRequest, items: readonly OrganizationInteraction[]): Promise<readonly OrganizationInteraction[]> {
    const { tenant, organizations } = callerOf(request);
    if (!organizations) return items;
    const ids = items.map(({ endUser }) => endUser.id);
    const seen = await this.queries.ask(request, new EndUsersOfOrganizations(tenant, ids, organizations));
    return items.filter(({ endUser }) => seen.has(endUser.id));
  }

  /** The entries of a timeline that name no other organization, and no end user who is not seen (any more). */
  async entries(request: FastifyRequest, items: readonly TimelineItem[]): Promise<readonly TimelineItem[]> {
    const { tenant, organizations } = callerOf(request);
    const theirs = await this.organizations(request);
    if (!organizations || !theirs) return items;
    const others = items.flatMap(({ kind, otherId }) => (otherId === null || isOfOrganization(kind) ? [] : [otherId]));
    const people = await this.queries.ask(request, new EndUsersOfOrganizations(tenant, others, organizations));
    const kept = items.map(async ({ kind, otherId }) => {
      if (otherId === null) return true;
      if (!isOfOrganization(kind)) return people.has(otherId);
      const [standsFor = ''] = await this.queries.ask(request, new CanonicalOrganizations(tenant, [otherId]));
      return theirs.has(standsFor);
    });
    const isKept = await Promise.all(kept);
    return items.filter((_, i) => isKept[i]);
  }
}

const isOfOrganization = (kind: TimelineItem['kind']): boolean => kind.includes('organization');
