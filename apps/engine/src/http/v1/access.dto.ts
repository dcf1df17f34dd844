import { type Role, roles, tenantPattern } from '@kith/domain';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { Instant, Line } from '../fields';

/** A new key. */
export class CreateKeyDto {
  /** What it may do. Operator keys are made by configuration only. */
  @IsIn(roles.filter((role) => role !== 'operator'))
  role: Exclude<Role, 'operator'>;

  /**
   * Who uses it: the scope of idempotency keys, which survives a change of key.
   * @example 'helpdesk'
   */
  @Line(64)
  clientName: string;

  /** For operators: the tenant it is for; the caller's own when absent. */
  @IsOptional()
  @MaxLength(32)
  @Matches(tenantPattern, { message: 'The name must be 1 to 32 of a to z, 0 to 9 and _.' })
  tenant?: string | null;

  /**
   * A time to come, from which on it lets nobody in; never when absent.
   * @example '2027-03-03T10:00:00Z'
   */
  @IsOptional()
  @Instant()
  expiresAt?: string | null;

  /**
   * For the role agent: ids of the organizations that it is limited to. It sees end users, tickets and reports of these, and nothing
   * else of the tenant; what is no end user's, organization's or ticket's it may not ask for. Without limits when absent.
   * @example ['01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11']
   */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  organizations?: string[] | null;
}

/** The key, shown once, and again to a retry under the same idempotency key. */
export class IssuedKeyAnswer {
  /** @example '4f1c2a9be07d3356' */
  keyId: string;
  /**
   * `kith_<keyId>_<secret>`: keep it, only a hash of it is stored.
   * @example 'kith_4f1c2a9be07d3356_3VXl5OQz86CmrXY2hwmoJazhiJdxv5h54dASBqXW1uo'
   */
  key: string;
  /** @example 'service' */
  role: string;
  /** @example 'helpdesk' */
  clientName: string;
  /** @example '2027-03-03T10:00:00.000Z' */
  expiresAt: string | null;
  /**
   * Null for one that sees everything.
   * @example null
   */
  organizations: string[] | null;
}

/** A key, without its secret or a hash of it. */
export class KeyAnswer {
  /** @example '4f1c2a9be07d3356' */
  keyId: string;
  /** @example 'service' */
  role: string;
  /** @example 'helpdesk' */
  clientName: string;
  /** @example '2026-03-03T10:00:00.000Z' */
  createdAt: string;
  /**
   * From then on it lets nobody in; null for never.
   * @example '2027-03-03T10:00:00.000Z'
   */
  expiresAt: string | null;
  /**
   * Null for one that is not revoked.
   * @example null
   */
  revokedAt: string | null;
  /**
   * It is limited to these; null for one that sees everything.
   * @example null
   */
  organizations: string[] | null;
}

/** The keys of a tenant, the latest first. */
export class KeysAnswer {
  items: KeyAnswer[];
  nextCursor: string | null;
}

/** A company using the engine. */
export class TenantAnswer {
  /** @example 'acme' */
  tenant: string;
  /** @example '2026-03-03T10:00:00.000Z' */
  createdAt: string;
}

/** The tenants of the engine, the latest first. */
export class TenantsAnswer {
  items: TenantAnswer[];
  nextCursor: string | null;
}

/** A new tenant. */
export class CreateTenantDto {
  /** @example 'acme' */
  @MaxLength(32)
  @Matches(tenantPattern, { message: 'The name must be 1 to 32 of a to z, 0 to 9 and _.' })
  tenant: string;
}

/** The new tenant and its first admin key, shown as any new key is. */
export class CreatedTenantAnswer {
  tenant: string;
  adminKey: IssuedKeyAnswer;
}
