import type { ContactPoint, Settings } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Creations } from '../end-user/creations';
import type { Loaded } from '../run';

const dayMs = 86_400_000;

/** The rest that a released contact point has before it starts a new profile: a recycled number must not mean its former holder's callers. */
@Injectable()
export class Quarantine {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Creations) private readonly creations: Creations,
  ) {}

  /** Whether a point without living holder was let go of, or left behind by `gone`, fewer days ago than the tenant has set. */
  async holds(
    tenant: string,
    { quarantineDays }: Pick<Settings, 'quarantineDays'>,
    { state, recordedAt }: Loaded<ContactPoint>,
    gone: readonly string[],
  ): Promise<boolean> {
    if (quarantineDays === 0 || state.shared) return false;
    const moments = state.freed === true ? [recordedAt] : [];
    for (const endUserId of gone) {
      const left = await this.creations.endUser(tenant, endUserId);
      // On the day of leaving, whenever the release comes. An abandoned creation never had it.
      if (left.state.status === 'deleted') moments.push(left.recordedAt);
    }
    return moments.some((moment) => this.clock.now() - Date.parse(moment) < quarantineDays * dayMs);
  }
}
