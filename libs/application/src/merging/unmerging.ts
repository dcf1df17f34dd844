import { type EndUser, linksOf, membersOf, type Organization, Refusal, SeparateMember } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '../event-store';
import { before, type StepContext } from '../run';
import { Clusters, type ClustersOf, OrganizationClusters } from './clusters';
import { type Linked, type StoredLink, storedLinks } from './linked-noun';
import { Linking } from './linking';
import type { LinkingOf } from './linking-of';
import { OrganizationLinking } from './organization-linking';

/** A merge, and who was merged by it. */
interface OneMerge {
  readonly mergeId: string;
  readonly mergedId: string;
}

/** How a merge was undone. */
export interface Undone extends OneMerge {
  /** Who stood for the cluster that the profile came out of. */
  readonly survivorId: string;
  /** Who came back with it, itself first. */
  readonly members: readonly string[];
  /** Position of the event that had sealed it. */
  readonly mergedAt: bigint;
  /** Of the last event; null when it was undone before by somebody else. */
  readonly position: bigint | null;
}

/** The answer to an unmerge. */
export interface UnmergedAnswer extends Undone {
  /** The merges into it that were undone with this one, because it was to come back alone. */
  readonly further: readonly { readonly mergeId: string; readonly mergedId: string }[];
}

const maxTries = 30;

/**
 * The protocol *unmerge*, root first: whoever stands for the cluster lets go of the profile and its members, then each profile
 * between, last the profile itself stands for itself again.
 */
export class UnmergingOf<State extends Linked> {
  constructor(
    private readonly linking: LinkingOf<State>,
    private readonly clusters: ClustersOf<State>,
    private readonly store: EventStore,
  ) {}

  /**
   * Undoes a merge. Who comes back alone has the merges into it undone next, one by one: the first event says so, and the reactor
   * goes on with it.
   * @throws Refusal `merge-in-progress`
   */
  async unmergeAll(step: StepContext, merge: OneMerge, reason: string | undefined, alone: boolean): Promise<UnmergedAnswer> {
    const undone = await this.unmerge(step, merge, reason, alone);
    const further = alone ? await this.unmergeInto(step, undone, reason) : [];
    return {
      ...undone,
      position: further.at(-1)?.position ?? undone.position,
      members: alone ? [undone.mergedId] : undone.members,
      further: further.map(({ mergeId, mergedId }) => ({ mergeId, mergedId })),
    };
  }

  /** Undoes one merge; done before, it is answered as it was. @throws Refusal `merge-in-progress` when others keep getting in between */
  async unmerge(step: StepContext, { mergeId, mergedId }: OneMerge, reason: string | undefined, alone = false): Promise<Undone> {
    const { tenant } = step;
    for (let tries = 0; tries < maxTries; tries++) {
      const place = await this.clusters.placeOf(tenant, mergedId);
      const [merged] = place.path;
      if (!merged) throw new Error('a profile that stands nowhere');
      const { survivor, merges } = linksOf(merged.loaded.state);
      if (merges[mergeId] === 'undone') return this.earlier(step, mergeId, mergedId);
      if (survivor?.mergeId !== mergeId || !place.isSettled) {
        await this.linking.finishOn(tenant, place);
        continue;
      }
      const members = membersOf(mergedId, merged.loaded.state);
      const key = await this.linking.keyFor(reason, merged.loaded.state);
      const separate = (rootId: string) => new SeparateMember(tenant, rootId, mergeId, mergedId, members, key && reason, alone);
      const taken = await this.linking.tryAt(tenant, place, (root) => this.linking.stepAt(root, separate(root.id), step, key));
      const [separated] = taken?.events.map(this.clusters.noun.asLink) ?? [];
      if (separated?.type !== 'EndUserSeparated') {
        await this.linking.finishSeparationsOf(tenant, place.root, members);
        continue;
      }
      const position = await this.linking.letGo(step, place.root.id, separated.data, reason);
      const mergedAt = (await this.links(tenant, mergedId)).find(isSealBy(mergeId))?.stored.position ?? 0n;
      return { mergeId, survivorId: place.root.id, mergedId, members, mergedAt, position: position ?? (await this.earlier(step, mergeId, mergedId)).position };
    }
    return this.clusters.noun.refuse('merge-in-progress');
  }

  /** Undoes the merges into who came back. */
  async unmergeInto(step: StepContext, back: OneMerge, reason: string | undefined): Promise<readonly Undone[]> {
    const undone: Undone[] = [];
    for (const child of await this.children(step, back)) undone.push(await this.unmerge(step, child, reason));
    return undone;
  }

  /** What is left to do of an unmerge whose first step, on this profile, was taken. */
  async finish(tenant: string, fromId: string, mergeId: string): Promise<void> {
    const opened = await this.linking.separated(tenant, fromId, mergeId);
    if (!opened) return;
    const { step, data } = opened;
    await this.linking.letGo(step, fromId, data, data.reason);
    if (!data.alone) return;
    try {
      await this.unmergeInto(step, data, data.reason);
    } catch (error) {
      // Erased with all that were merged into it, before they had left: together they stay.
      if (!(error instanceof Refusal) || error.code !== 'end-user-erased') throw error;
    }
  }

  /** The merges into who came back that it brought along and that still stand; when the command was asked before, those that it undid then, too. */
  private async children({ tenant, commandId }: StepContext, { mergeId, mergedId }: OneMerge): Promise<readonly OneMerge[]> {
    const { merges } = linksOf((await this.clusters.load(tenant, mergedId)).state);
    const links = await this.links(tenant, mergedId);
    const back = links.findIndex(({ type, data }) => type === 'EndUserUnmerged' && data.mergeId === mergeId);
    const own = new Set(
      links.filter(({ type, stored }) => type === 'EndUserSeparated' && stored.metadata.commandId === commandId).map(({ data }) => data.mergeId),
    );
    const brought = links.slice(0, Math.max(back, 0)).filter(({ type }) => type === 'EndUserAbsorbed');
    return brought
      .map(({ data }) => ({ mergeId: data.mergeId as string, mergedId: data.mergedId as string }))
      .filter((child) => merges[child.mergeId] === 'standing' || own.has(child.mergeId));
  }

  /** How a merge was undone before; by another command, it is so already. */
  private async earlier(step: StepContext, mergeId: string, mergedId: string): Promise<Undone> {
    const { tenant, commandId } = step;
    before(await this.clusters.load(tenant, mergedId), step);
    const links = await this.links(tenant, mergedId);
    const sealed = links.find(isSealBy(mergeId));
    const ended = links.find(({ type, data }) => type === 'EndUserUnmerged' && data.mergeId === mergeId);
    if (!sealed || !ended) throw new Error('an unmerge that was made cannot be read');
    const survivorId = await this.separatedFrom(tenant, sealed, mergeId);
    const position = ended.stored.metadata.commandId === commandId ? ended.stored.position : null;
    return { mergeId, survivorId, mergedId, members: ended.data.members as readonly string[], mergedAt: sealed.stored.position, position };
  }

  /** Up the links as they were: the last profile that let go of it under this merge is where it was decided. */
  private async separatedFrom(tenant: string, sealed: StoredLink, mergeId: string): Promise<string> {
    let at = sealed.data.survivorId as string;
    for (;;) {
      const links = await this.links(tenant, at);
      const separated = links.findIndex(({ type, data }) => type === 'EndUserSeparated' && data.mergeId === mergeId);
      const sealedThen = links.findLast(({ type }, i) => type === 'EndUserMerged' && i < separated);
      const freedAgain = links.some(({ type, data }, i) => type === 'EndUserUnmerged' && data.mergeId === sealedThen?.data.mergeId && i < separated);
      if (!sealedThen || freedAgain) return at;
      at = sealedThen.data.survivorId as string;
    }
  }

  private links(tenant: string, id: string): Promise<readonly StoredLink[]> {
    const { noun } = this.clusters;
    return storedLinks(this.store, noun, noun.stream(tenant, id));
  }
}

/** Of end users. */
@Injectable()
export class Unmerging extends UnmergingOf<EndUser> {
  constructor(@Inject(Linking) linking: Linking, @Inject(Clusters) clusters: Clusters, @Inject(EventStore) store: EventStore) {
    super(linking, clusters, store);
  }
}

/** Of organizations. */
@Injectable()
export class OrganizationUnmerging extends UnmergingOf<Organization> {
  constructor(
    @Inject(OrganizationLinking) linking: OrganizationLinking,
    @Inject(OrganizationClusters) clusters: OrganizationClusters,
    @Inject(EventStore) store: EventStore,
  ) {
    super(linking, clusters, store);
  }
}

const isSealBy =
  (mergeId: string) =>
  ({ type, data }: StoredLink): boolean =>
    type === 'EndUserMerged' && data.mergeId === mergeId;
