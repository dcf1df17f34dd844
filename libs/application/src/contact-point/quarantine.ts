import { type ClaimedPoint, type ContactPoint, type Settings, siblingsOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Creations } from '../end-user/creations';
import type { TenantIdentifiers } from '../identifiers';
import type { Loaded } from '../run';

const dayMs = 86_400_000;

/** The rest that a released contact point has before it starts a new profile: a recycled number must not mean its former holder's callers. */
@Injectable()
export class Quarantine {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Creations) private readonly creations: Creations,
  ) {}

  /**
   * Whether a point without living holder, or its sibling, was let go of, or left behind by `gone`, fewer days ago than the
   * tenant has set: whoever has a recycled number has it on every channel that numbers stand for.
   */
  async holds(
    tenant: string,
    settings: Settings,
    ids: TenantIdentifiers,
    { channel, key }: Pick<ClaimedPoint, 'channel' | 'key'>,
    loaded: Loaded<ContactPoint>,
    gone: readonly string[],
  ): Promise<boolean> {
    if (settings.quarantineDays === 0) return false;
    if (await this.rests(tenant, settings, loaded, gone)) return true;
    for (const sibling of siblingsOf(settings, channel)) {
      const digest = ids.contactPoint(sibling, '', key);
      const other = await this.creations.point(tenant, digest);
      const holders = await this.creations.holders(tenant, digest, other.state, false);
      if (holders.living.size === 0 && (await this.rests(tenant, settings, other, holders.gone))) return true;
    }
    return false;
  }

  private async rests(tenant: string, { quarantineDays }: Settings, { state, recordedAt }: Loaded<ContactPoint>, gone: readonly string[]): Promise<boolean> {
    if (state.shared) return false;
    const moments = state.freed === true ? [recordedAt] : [];
    for (const endUserId of gone) {
      const [own, canonical] = [await this.creations.endUser(tenant, endUserId), await this.creations.canonical(tenant, endUserId)];
      // On the day of leaving, whenever the release comes. An abandoned creation never had it.
      for (const { state, recordedAt } of [own, canonical]) if (state.status === 'deleted' || state.status === 'erased') moments.push(recordedAt);
    }
    return moments.some((moment) => this.clock.now() - Date.parse(moment) < quarantineDays * dayMs);
  }
}
