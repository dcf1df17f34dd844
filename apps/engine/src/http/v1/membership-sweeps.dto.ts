import { ApiProperty } from '@nestjs/swagger';

const Count = (example: number) => ApiProperty({ type: 'integer', minimum: 0, example });

/** Existing end users brought in line with a change. */
export class MembershipSweepAnswer {
  /** @example '01980f75-4f8b-8a62-b17c-5e6f70819203' */
  id: string;
  because: 'domains-changed' | 'organization-deleted' | 'settings-changed';
  /** Whose domains changed, or which was deleted; null for a change of settings. */
  organizationId: string | null;
  /**
   * Those whose addresses are looked at; null where it is not about domains.
   * @example ['acme.example']
   */
  domains: string[] | null;
  /**
   * The version of the settings that it follows.
   * @example null
   */
  settingsVersion: number | null;
  startedAt: string;
  /**
   * When the last page was done.
   * @example '2026-03-03T10:00:01.000Z'
   */
  advancedAt: string | null;
  /**
   * Null while it goes on.
   * @example '2026-03-03T10:00:02.000Z'
   */
  endedAt: string | null;
  /** Profiles that were looked at so far. */
  @Count(1_200)
  scanned: number;
  /** Memberships that began by it. */
  @Count(80)
  joined: number;
  /** Memberships that ended by it. */
  @Count(0)
  left: number;
}

/** A page of such work, the latest first. */
export class MembershipSweepsAnswer {
  items: MembershipSweepAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}
