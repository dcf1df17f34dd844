import { Type } from 'class-transformer';
import { ArrayUnique, IsBoolean, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { CustomFieldChanges, CustomFields, Integer, Line, Lines, List, MayBeAbsent, MayBeNull, Objects, Text } from '../fields';
import { RoutingTargetDto } from './routing.dto';

/** An e-mail domain whose addresses belong to members. */
export class DomainClaimDto {
  /**
   * One under which addresses are given out; letters of any script.
   * @example 'acme.example'
   */
  @Line(253)
  domain: string;

  /**
   * Whether it stands for the domains below it, too; not when absent. A claim of one of those is more specific, and wins.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  subdomains?: boolean | null;

  /**
   * Domains below it that it does not stand for, with all below them.
   * @example ['partners.acme.example']
   */
  @IsOptional()
  @List(100)
  @Lines(253)
  except?: string[] | null;

  /**
   * Of two claims of the same domain the one with the lower number wins, then the older one. 100 when absent.
   * @example 100
   */
  @IsOptional()
  @Integer(1000)
  precedence?: number | null;
}

/** Where tickets of an organization go, before any rule of the tenant is looked at. */
export class OrganizationRoutingDto extends RoutingTargetDto {}

/** What is said of an organization in words of its own field. */
class SaidOfOrganizationDto {
  /**
   * What another system calls it.
   * @example 'crm-2041'
   */
  @IsOptional()
  @Line(200)
  externalId?: string | null;

  /** @example 'Sells anvils.' */
  @IsOptional()
  @Text(10_000)
  details?: string | null;

  /** @example 'Ask for their purchase order number.' */
  @IsOptional()
  @Text(10_000)
  notes?: string | null;
}

/** A new organization. */
export class CreateOrganizationDto extends SaidOfOrganizationDto {
  /**
   * Unique in the tenant, whatever its case.
   * @example 'Acme Ltd'
   */
  @Line(200)
  name: string;

  /** @example ['gold'] */
  @IsOptional()
  @List(50)
  @ArrayUnique()
  @Lines(64)
  tags?: string[] | null;

  /** Custom fields: text, numbers, booleans. */
  @IsOptional()
  @CustomFields()
  fields?: Record<string, string | number | boolean> | null;

  /** Who has an address at one of them becomes a member. For keys with the role admin or service. */
  @IsOptional()
  @Objects(100)
  @ValidateNested({ each: true })
  @Type(() => DomainClaimDto)
  domains?: DomainClaimDto[] | null;

  /** For keys with the role admin or service. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganizationRoutingDto)
  routing?: OrganizationRoutingDto | null;
}

/** What changes of an organization: null takes a value away, what is left out stays as it is. */
export class ChangeOrganizationDto extends SaidOfOrganizationDto {
  /**
   * Unique in the tenant, whatever its case.
   * @example 'Acme Group'
   */
  @MayBeAbsent()
  @Line(200)
  name?: string;

  /**
   * Custom fields to set; null takes one away, those left out stay.
   * @example { "segment": "enterprise", "trial": null }
   */
  @MayBeAbsent()
  @CustomFieldChanges()
  fields?: Record<string, string | number | boolean | null>;
}

/** The domains of an organization: these, and no others. */
export class OrganizationDomainsDto {
  @Objects(100)
  @ValidateNested({ each: true })
  @Type(() => DomainClaimDto)
  domains: DomainClaimDto[];
}

/** Where the tickets of an organization go. */
export class SetOrganizationRoutingDto {
  /** Null leaves it to the rules of the tenant. */
  @MayBeNull()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganizationRoutingDto)
  routing: OrganizationRoutingDto | null;
}

/** Two organizations of which one goes on for both. */
export class MergeOrganizationsDto {
  /**
   * Which goes on: its values come first.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  @IsUUID('all')
  survivorId: string;

  /**
   * Which is linked to it.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b'
   */
  @IsUUID('all')
  mergedId: string;

  /** @example 'One company under two names.' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** How a merge of organizations is undone, and why. */
export class UnmergeOrganizationsDto {
  /**
   * Without the organizations that were merged into it before: each of those comes back by itself, too.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  alone?: boolean | null;

  /** @example 'Two companies with one name.' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}
