import { type EndUserSeparated, linksOf, membersOf, refuse, SeparateMember, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store';
import { before, type StepContext } from '../run';
import { Clusters } from './clusters';
import { Linking } from './linking';

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

const maxTries = 30;

/**
 * The protocol *unmerge*, root first: whoever stands for the cluster lets go of the profile and its members, then each profile
 * between, last the profile itself stands for itself again.
 */
@Injectable()
export class Unmerging {
  constructor(
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

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
      const separated = taken?.events.find((event): event is EndUserSeparated => event.type === 'EndUserSeparated');
      if (!separated) {
        await this.linking.finishSeparationsOf(tenant, place.root, members);
        continue;
      }
      const position = await this.linking.letGo(step, place.root.id, separated.data, reason);
      const mergedAt = (await this.events(tenant, mergedId)).find(isSealBy(mergeId))?.position ?? 0n;
      return { mergeId, survivorId: place.root.id, mergedId, members, mergedAt, position: position ?? (await this.earlier(step, mergeId, mergedId)).position };
    }
    return refuse('merge-in-progress');
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
    if (data.alone) await this.unmergeInto(step, data, data.reason);
  }

  /** The merges into who came back that it brought along and that still stand; when the command was asked before, those that it undid then, too. */
  private async children({ tenant, commandId }: StepContext, { mergeId, mergedId }: OneMerge): Promise<readonly OneMerge[]> {
    const { merges } = linksOf((await this.clusters.load(tenant, mergedId)).state);
    const events = await this.events(tenant, mergedId);
    const back = events.findIndex(({ type, data }) => type === 'EndUserUnmerged' && data.mergeId === mergeId);
    const own = new Set(events.filter(({ type, metadata }) => type === 'EndUserSeparated' && metadata.commandId === commandId).map(({ data }) => data.mergeId));
    const brought = events.slice(0, Math.max(back, 0)).filter(({ type }) => type === 'EndUserAbsorbed');
    return brought
      .map(({ data }) => ({ mergeId: data.mergeId as string, mergedId: data.mergedId as string }))
      .filter((child) => merges[child.mergeId] === 'standing' || own.has(child.mergeId));
  }

  /** How a merge was undone before; by another command, it is so already. */
  private async earlier(step: StepContext, mergeId: string, mergedId: string): Promise<Undone> {
    const { tenant, commandId } = step;
    before(await this.clusters.load(tenant, mergedId), step);
    const events = await this.events(tenant, mergedId);
    const sealed = events.find(isSealBy(mergeId));
    const ended = events.find(({ type, data }) => type === 'EndUserUnmerged' && data.mergeId === mergeId);
    if (!sealed || !ended) throw new Error('an unmerge that was made cannot be read');
    const survivorId = await this.separatedFrom(tenant, sealed, mergeId);
    const position = ended.metadata.commandId === commandId ? ended.position : null;
    return { mergeId, survivorId, mergedId, members: ended.data.members as readonly string[], mergedAt: sealed.position, position };
  }

  /** Up the links as they were: the last profile that let go of it under this merge is where it was decided. */
  private async separatedFrom(tenant: string, sealed: StoredEvent, mergeId: string): Promise<string> {
    let at = sealed.data.survivorId as string;
    for (;;) {
      const events = await this.events(tenant, at);
      const separated = events.findIndex(({ type, data }) => type === 'EndUserSeparated' && data.mergeId === mergeId);
      const sealedThen = events.findLast(
        ({ type, position }, i) => type === 'EndUserMerged' && position < (events[separated]?.position ?? 0n) && i < separated,
      );
      const freedAgain = events.some(({ type, data }, i) => type === 'EndUserUnmerged' && data.mergeId === sealedThen?.data.mergeId && i < separated);
      if (!sealedThen || freedAgain) return at;
      at = sealedThen.data.survivorId as string;
    }
  }

  private events(tenant: string, endUserId: string): Promise<readonly StoredEvent[]> {
    return this.store.readStream(streamOf.endUser(tenant, endUserId));
  }
}

const isSealBy =
  (mergeId: string) =>
  ({ type, data }: StoredEvent): boolean =>
    type === 'EndUserMerged' && data.mergeId === mergeId;
