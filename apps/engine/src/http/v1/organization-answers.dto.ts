import { ApiProperty } from '@nestjs/swagger';
import { RoutingTargetAnswer } from './routing-answers.dto';

/** The new organization. */
export class CreatedOrganizationAnswer {
  /** @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a' */
  id: string;
}

/** The organization that was changed, now or before. */
export class ChangedOrganizationAnswer {
  /** @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a' */
  id: string;
  /**
   * The organization that stands for this one after merges.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  canonicalId: string;
}

/** A claim of a domain. */
export class ClaimedDomainAnswer {
  /**
   * In ASCII, lower case.
   * @example 'acme.example'
   */
  domain: string;
  /** @example true */
  subdomains: boolean;
  /**
   * Domains below it that it does not stand for.
   * @example ['partners.acme.example']
   */
  except: string[];
  /** @example 100 */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000 })
  precedence: number;
  /** Which organization of the cluster claims it. */
  organizationId: string;
}

/** An organization, shown with all that were merged into it. */
export class OrganizationAnswer {
  /**
   * The id asked for.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  id: string;
  /**
   * The organization that stands for this one after merges.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  canonicalId: string;
  /** `merged` when another one stands for it. */
  status: 'active' | 'merged' | 'deleted';
  /** @example 'Acme Ltd' */
  name: string | null;
  /** @example 'crm-2041' */
  externalId: string | null;
  details: string | null;
  notes: string | null;
  origin: 'agent' | 'import' | 'api';
  /** @example ['gold'] */
  tags: string[];
  fields: Record<string, string | number | boolean>;
  domains: ClaimedDomainAnswer[];
  /** Null leaves it to the rules of the tenant. */
  routing: RoutingTargetAnswer | null;
  /** The organizations that were merged into it. */
  mergedFrom: string[];
  /**
   * Persons, each once.
   * @example 12
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  memberCount: number;
  createdAt: string;
  updatedAt: string;
  /** Of the last event on the stream of the organization that stands for all. */
  revision: number;
}

/** An organization as lists show it. */
export class ListedOrganizationAnswer {
  /** @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a' */
  id: string;
  /** @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a' */
  canonicalId: string;
  status: 'active' | 'merged' | 'deleted';
  /** @example 'Acme Ltd' */
  name: string | null;
  /** @example 'crm-2041' */
  externalId: string | null;
  /** @example ['gold'] */
  tags: string[];
  /**
   * Persons, each once.
   * @example 12
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  memberCount: number;
  /**
   * Those that it claims, each once.
   * @example ['acme.example']
   */
  domains: string[];
  createdAt: string;
  updatedAt: string;
}

/** A page of organizations, by name. */
export class OrganizationsAnswer {
  items: ListedOrganizationAnswer[];
  /** Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
  nextCursor: string | null;
}
