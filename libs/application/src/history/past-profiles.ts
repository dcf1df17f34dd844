import { type EndUserEvent, type Recorded, streamOf } from '@kith/domain';
import type { EventStore, StoredEvent } from '../event-store';
import { type PersonalData, withoutPersonal } from '../personal-data';
import { type AsOf, countedIn } from './as-of';

/** A profile as it was, as far as lookups show it. */
export interface PastProfile {
  readonly id: string;
  /** It was known, and neither deleted nor erased. */
  readonly isThere: boolean;
  /** Whom it stood for was as little there as itself: it was deleted, or the whole person erased, or was not known. */
  readonly isHidden: boolean;
  /** Its own. */
  readonly name: string | null;
  /** The profile that it was merged into, and by which event; undefined for one that stood for itself. */
  readonly merged: { readonly into: string; readonly by: StoredEvent } | undefined;
  /** Whoever was ever to be merged into it. */
  readonly others: readonly string[];
  /** What it rests on, but for the merge. */
  readonly by: readonly StoredEvent[];
}

/** Profiles as they were at a moment: folded from their streams, each read once for a question. */
export class PastProfiles {
  private readonly known = new Map<string, Promise<PastProfile>>();

  constructor(
    private readonly store: EventStore,
    private readonly personalData: PersonalData,
    private readonly tenant: string,
    private readonly asOf: AsOf,
  ) {}

  /** The profile itself. */
  of(id: string): Promise<PastProfile> {
    const known = this.known.get(id) ?? this.folded(id);
    this.known.set(id, known);
    return known;
  }

  /**
   * From the profile to the one that stood for it, both included. Business time can tell of two merges that never stood together: where the
   * way would come back to where it has been, it ends.
   */
  async pathOf(id: string): Promise<readonly PastProfile[]> {
    const path = [await this.of(id)];
    for (let next = path[0]?.merged?.into; next !== undefined && !path.some((one) => one.id === next); next = path.at(-1)?.merged?.into)
      path.push(await this.of(next));
    return path;
  }

  /** The name that a cluster was shown with: that of whoever stood for it or, without one, of who was merged first. */
  async nameOf(root: PastProfile): Promise<string | null> {
    if (root.name !== null) return root.name;
    const [first] = (await this.mergedInto(root, new Set([root.id])))
      .filter(({ name }) => name !== null)
      .sort((one, other) => Number((one.merged?.by.position ?? 0n) - (other.merged?.by.position ?? 0n)));
    return first?.name ?? null;
  }

  private async mergedInto(profile: PastProfile, seen: Set<string>): Promise<readonly PastProfile[]> {
    const found: PastProfile[] = [];
    for (const id of profile.others) {
      const other = await this.of(id);
      if (other.merged?.into !== profile.id || seen.has(id)) continue;
      seen.add(id);
      found.push(other, ...(await this.mergedInto(other, seen)));
    }
    return found;
  }

  private async folded(id: string): Promise<PastProfile> {
    const stream = streamOf.endUser(this.tenant, id);
    const others = new Set<string>();
    let [created, deleted, erased, merged]: [StoredEvent | undefined, boolean, boolean, PastProfile['merged']] = [undefined, false, false, undefined];
    const events = await countedIn((options) => this.store.readStream(stream, options), this.asOf);
    for (const stored of events) {
      const event = withoutPersonal(stored) as EndUserEvent;
      if (event.type === 'EndUserCreated') created = stored;
      else if (event.type === 'EndUserDeleted') deleted = true;
      else if (event.type === 'EndUserRestored') deleted = false;
      else if (event.type === 'EndUserErased') [deleted, erased] = [deleted || event.data.scope === 'person', true];
      else if (event.type === 'EndUserMerged') merged = { into: event.data.survivorId, by: stored };
      else if (event.type === 'EndUserUnmerged') merged = undefined;
      else if (event.type === 'EndUserAbsorbed') others.add(event.data.mergedId);
      else if (event.type === 'MergeReserved' && event.data.role === 'survivor') others.add(event.data.otherId);
    }
    const said = await this.saidIn(events, created);
    const isThere = said.isReadable && !deleted && !erased;
    return { id, isThere, isHidden: created === undefined || deleted, name: said.name, merged, others: [...others], by: said.by };
  }

  /** The name that counts, and whether the profile can be read at all: one whose key is destroyed is nobody any more. */
  private async saidIn(
    events: readonly StoredEvent[],
    created: StoredEvent | undefined,
  ): Promise<{ isReadable: boolean; name: string | null; by: StoredEvent[] }> {
    if (!created) return { isReadable: false, name: null, by: [] };
    for (const stored of events.toReversed()) {
      if (stored.type !== 'EndUserProfileChanged' && stored !== created) continue;
      const { erased, data } = (await this.personalData.open(stored)) as Recorded<Extract<EndUserEvent, { type: 'EndUserProfileChanged' }>>;
      if (erased) return { isReadable: false, name: null, by: [created] };
      if (data.name === undefined && stored !== created) continue;
      return { isReadable: true, name: data.name ?? null, by: stored === created ? [created] : [created, stored] };
    }
    return { isReadable: false, name: null, by: [] };
  }
}
