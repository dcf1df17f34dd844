import { type EndUser, linksOf, type Organization } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '../event-store';
import { before, type StepContext } from '../run';
import { Clusters, type ClustersOf, OrganizationClusters, type Profile } from './clusters';
import { type Linked, type StoredLink, storedLinks } from './linked-noun';
import { Linking } from './linking';
import type { LinkingOf } from './linking-of';
import { type KnownMerge, MergeLedger } from './merge-ledger';
import { OrganizationLinking } from './organization-linking';

/** The answer to a merge: the two that stood for the clusters, linked now. */
export interface MergedAnswer {
  readonly mergeId: string;
  readonly survivorId: string;
  readonly mergedId: string;
  /** Of the last event of the merge. */
  readonly position: bigint;
}

/** What a merge command did when it was asked before, however long ago. */
export class EarlierMergesOf<State extends Linked> {
  constructor(
    private readonly clusters: ClustersOf<State>,
    private readonly store: EventStore,
    private readonly linking: LinkingOf<State>,
    /** Knows a merge by its id, at once if ever. */
    private readonly known: (tenant: string, mergeId: string) => Promise<KnownMerge | undefined>,
  ) {}

  /**
   * Looked for on the profiles that its ids lead to; the ledger knows where it was when those have parted since. Only who
   * gave an idempotency key can ask again.
   * @throws Refusal `idempotency-key-reused`
   */
  async merge(step: StepContext, mergeId: string, along: readonly Profile<State>[]): Promise<MergedAnswer | undefined> {
    if (step.payloadMac === undefined) return undefined;
    const one = along.find(({ loaded }) => linksOf(loaded.state).merges[mergeId]);
    const seenOn = one?.id ?? (await this.known(step.tenant, mergeId))?.mergedId;
    return seenOn === undefined ? undefined : this.recalled(step, mergeId, seenOn);
  }

  private async recalled(step: StepContext, mergeId: string, seenOn: string): Promise<MergedAnswer> {
    const { tenant } = step;
    const pair = pairOf(seenOn, await this.linkOn(tenant, seenOn, mergeId));
    const loId = pair.survivorId < pair.mergedId ? pair.survivorId : pair.mergedId;
    // The higher id may have decided while the lower one does not know yet.
    await this.linking.finishReservation(tenant, { id: loId, loaded: await this.clusters.load(tenant, loId) });
    before(await this.clusters.load(tenant, loId), step);
    return { mergeId, ...pair, position: (await this.linkOn(tenant, loId, mergeId)).stored.position };
  }

  private async linkOn(tenant: string, id: string, mergeId: string): Promise<StoredLink> {
    const links = await storedLinks(this.store, this.clusters.noun, this.clusters.noun.stream(tenant, id));
    const made = links.find(({ type, data }) => (type === 'EndUserMerged' || type === 'EndUserAbsorbed') && data.mergeId === mergeId);
    if (!made) throw new Error('a merge that was made cannot be read');
    return made;
  }
}

/** Of end users. */
@Injectable()
export class EarlierMerges extends EarlierMergesOf<EndUser> {
  constructor(
    @Inject(Clusters) clusters: Clusters,
    @Inject(EventStore) store: EventStore,
    @Inject(MergeLedger) ledger: MergeLedger,
    @Inject(Linking) linking: Linking,
  ) {
    super(clusters, store, linking, (tenant, mergeId) => ledger.merge(tenant, mergeId, 0n));
  }
}

/** Of organizations. */
@Injectable()
export class EarlierOrganizationMerges extends EarlierMergesOf<Organization> {
  constructor(
    @Inject(OrganizationClusters) clusters: OrganizationClusters,
    @Inject(EventStore) store: EventStore,
    @Inject(MergeLedger) ledger: MergeLedger,
    @Inject(OrganizationLinking) linking: OrganizationLinking,
  ) {
    super(clusters, store, linking, (tenant, mergeId) => ledger.organizationMerge(tenant, mergeId, 0n));
  }
}

const pairOf = (id: string, { type, data }: StoredLink): { survivorId: string; mergedId: string } =>
  type === 'EndUserMerged' ? { survivorId: data.survivorId as string, mergedId: id } : { survivorId: id, mergedId: data.mergedId as string };
