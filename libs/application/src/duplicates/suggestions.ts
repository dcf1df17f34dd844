import type { DuplicateRule, EndUserProfile, Resolution } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { type ContactPointName, claimedOf, type IdentifiedPoint } from '../contact-point/contact-points';
import { inTime } from '../in-time';
import { type ComparedProfile, LikelyDuplicates } from './likely-duplicates';

/** Two end users who may be one person, as the answers of commands tell it: the points are the caller's own. */
export interface PossibleDuplicate {
  readonly endUserIds: readonly [string, string];
  readonly rule: DuplicateRule;
  readonly points: readonly ContactPointName[];
}

/** How long an answer waits for suggestions at most, in milliseconds, and how many it holds. */
const [longest, most] = [250, 20] as const;

/** What to tell of a profile that was just made. It is told as far as the read models are, and at once: they lag, or are away, without harm. */
@Injectable()
export class Suggestions {
  constructor(
    @Inject(LikelyDuplicates) private readonly likely: LikelyDuplicates,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Who may be the same person as this new profile; nobody where that cannot be told in time. Never fails. */
  async of(tenant: string, profile: ComparedProfile): Promise<readonly PossibleDuplicate[]> {
    const found = (await inTime(longest, this.likely.of(tenant, profile, new Date(this.clock.now()).toISOString()))) ?? [];
    return found.slice(0, most).map(({ otherId, rule, pointIds }) => ({
      endUserIds: [profile.endUserId, otherId],
      rule,
      points: profile.points.filter(({ digest }) => pointIds.includes(digest)).map(({ channel, scope, key }) => ({ channel, scope, key })),
    }));
  }

  /** The same of a resolution that has created somebody, with the points that were attached; nobody, and no time, for all others. */
  async ofCreated(
    tenant: string,
    { outcome, endUserId, resolution, organizationId = null }: Ended,
    profile: EndUserProfile | undefined,
    given: readonly IdentifiedPoint[],
  ): Promise<readonly PossibleDuplicate[]> {
    if (outcome !== 'created' || endUserId === null) return [];
    const points = given.filter(({ digest }) => resolution.attached.includes(digest)).map(claimedOf);
    return this.of(tenant, { endUserId, name: profile?.name, points, organizationIds: organizationId === null ? [] : [organizationId] });
  }
}

/** How a resolution ended. */
interface Ended {
  readonly outcome: string;
  readonly endUserId: string | null;
  readonly resolution: Resolution;
  /** The one that it has joined. */
  readonly organizationId?: string | null;
}
