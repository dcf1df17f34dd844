import { linksOf, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store';
import { before, type StepContext } from '../run';
import { Clusters, type Profile } from './clusters';
import { Linking } from './linking';
import { MergeLedger } from './merge-ledger';

/** The answer to a merge: the two profiles that stood for the clusters, linked now. */
export interface MergeUsersAnswer {
  readonly mergeId: string;
  readonly survivorId: string;
  readonly mergedId: string;
  /** Of the last event of the merge. */
  readonly position: bigint;
}

/** What a merge command did when it was asked before, however long ago. */
@Injectable()
export class EarlierMerges {
  constructor(
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(MergeLedger) private readonly ledger: MergeLedger,
    @Inject(Linking) private readonly linking: Linking,
  ) {}

  /**
   * Looked for on the profiles that its ids lead to; the ledger knows where it was when those have parted since. Only who
   * gave an idempotency key can ask again.
   * @throws Refusal `idempotency-key-reused`
   */
  async merge(step: StepContext, mergeId: string, along: readonly Profile[]): Promise<MergeUsersAnswer | undefined> {
    if (step.payloadMac === undefined) return undefined;
    const one = along.find(({ loaded }) => linksOf(loaded.state).merges[mergeId]);
    const seenOn = one?.id ?? (await this.ledger.merge(step.tenant, mergeId, 0n))?.mergedId;
    return seenOn === undefined ? undefined : this.recalled(step, mergeId, seenOn);
  }

  private async recalled(step: StepContext, mergeId: string, seenOn: string): Promise<MergeUsersAnswer> {
    const { tenant } = step;
    const pair = pairOf(seenOn, await this.linkOn(tenant, seenOn, mergeId));
    const loId = pair.survivorId < pair.mergedId ? pair.survivorId : pair.mergedId;
    // The higher id may have decided while the lower one does not know yet.
    await this.linking.finishReservation(tenant, { id: loId, loaded: await this.clusters.load(tenant, loId) });
    before(await this.clusters.load(tenant, loId), step);
    return { mergeId, ...pair, position: (await this.linkOn(tenant, loId, mergeId)).position };
  }

  private async linkOn(tenant: string, endUserId: string, mergeId: string): Promise<StoredEvent> {
    const events = await this.store.readStream(streamOf.endUser(tenant, endUserId));
    const made = events.find(({ type, data }) => (type === 'EndUserMerged' || type === 'EndUserAbsorbed') && data.mergeId === mergeId);
    if (!made) throw new Error('a merge that was made cannot be read');
    return made;
  }
}

const pairOf = (endUserId: string, { type, data }: StoredEvent): { survivorId: string; mergedId: string } =>
  type === 'EndUserMerged' ? { survivorId: data.survivorId as string, mergedId: endUserId } : { survivorId: endUserId, mergedId: data.mergedId as string };
