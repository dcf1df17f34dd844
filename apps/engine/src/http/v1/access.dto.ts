import { type Role, roles, tenantPattern } from '@kith/domain';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
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

  /** After this it lets nobody in; never when absent. */
  @IsOptional()
  @Instant()
  expiresAt?: string | null;
}

/** The key, shown once, and again to a retry under the same idempotency key. */
export class IssuedKeyAnswer {
  keyId: string;
  /** `kith_<keyId>_<secret>`: keep it, only a hash of it is stored. */
  key: string;
  role: string;
  clientName: string;
  expiresAt: string | null;
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
