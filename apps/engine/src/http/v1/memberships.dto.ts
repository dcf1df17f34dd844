import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { MayBeNull } from '../fields';

/** A new member of an organization. */
export class JoinOrganizationDto {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  @IsUUID('all')
  endUserId: string;

  /**
   * Whether it becomes the default organization of the end user. The first one does in any case.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  default?: boolean | null;
}

/** The organization that an end user's tickets go to unless they name another one. */
export class DefaultOrganizationDto {
  /**
   * One that the end user is a member of; null is none.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  @MayBeNull()
  @IsUUID('all')
  organizationId: string | null;
}

/** What the organizations of an end user are, now or before. */
export class ChangedMembershipAnswer {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  endUserId: string;
  /**
   * The end user that stands for this one after merges.
   * @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11'
   */
  canonicalId: string;
  /** @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a' */
  organizationId: string | null;
  /**
   * The organization that tickets of the end user go to; null for none.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  defaultOrganizationId: string | null;
}
