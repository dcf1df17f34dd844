import { type ContactPointAttached, type ContactPointEvent, type Recorded, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store';
import { PersonalData, withoutPersonal } from '../personal-data';
import { type AsOf, countedIn } from './as-of';
import { type HistoryEntry, historyOf } from './history-entry';
import { type PastProfile, PastProfiles } from './past-profiles';

/** A fact that an answer about the past rests on. */
export type RestsOn = Pick<HistoryEntry, 'position' | 'eventId' | 'type' | 'of' | 'occurredAt' | 'recordedAt'>;

/** Who held a contact point. */
export interface PastHolder {
  /** The profile that the contact point was attached to. */
  readonly endUserId: string;
  /** Who stood for it then. */
  readonly canonicalId: string;
  /** What that cluster was called then. */
  readonly name: string | null;
  /** RFC 3339 UTC, business time. */
  readonly since: string;
  readonly verified: boolean;
}

/** Who was behind a contact point at a moment, and why we say so. */
export interface PastHolders {
  readonly shared: boolean;
  /** In the order in which they came to hold it. */
  readonly holders: readonly PastHolder[];
  /** In the order of the log. */
  readonly restsOn: readonly RestsOn[];
}

/** One end user's hold on the point, by the events that made it so. */
interface Hold {
  readonly attached: StoredEvent;
  readonly endUserId: string;
  readonly verified: boolean;
  readonly verifiedBy: StoredEvent | undefined;
}

/** A point as it was. */
interface PastPoint {
  readonly holds: readonly Hold[];
  readonly shared: boolean;
  readonly sharedBy: StoredEvent | undefined;
}

/**
 * Lookups in the past, folded from the log: from the stream of the contact point, and those of the profiles that held it. So they are as
 * right as the log, also in the moment after a write.
 */
@Injectable()
export class PastLookups {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personalData: PersonalData,
  ) {}

  /**
   * Who held the contact point, by the facts that count; undefined when nobody did. A holder counts as in a lookup now: the profile was
   * known, and neither it nor who stood for it was deleted. Whoever was erased since held nothing; those for whom it stood did.
   * @param digest of the contact point
   * @throws PositionUnknown for a position of the log that this one was copied from
   */
  async holders(tenant: string, digest: string, asOf: AsOf): Promise<PastHolders | undefined> {
    if (asOf.position !== undefined) await this.store.assertKnows(asOf.position);
    const stream = streamOf.contactPoint(tenant, digest);
    const point = folded(await countedIn((options) => this.store.readStream(stream, options), asOf));
    const profiles = new PastProfiles(this.store, this.personalData, tenant, asOf);
    const found: { readonly holder: PastHolder; readonly restsOn: readonly StoredEvent[] }[] = [];
    for (const hold of point.holds) {
      const [path, name] = await this.shown(hold, profiles);
      const [own, root] = [path[0], path.at(-1)];
      if (!own || !root) continue;
      const { endUserId, verified, verifiedBy, attached } = hold;
      const holder = { endUserId, canonicalId: root.id, name, since: attached.metadata.occurredAt, verified };
      const links = path.slice(0, -1).flatMap(({ merged }) => merged?.by ?? []);
      found.push({ holder, restsOn: [attached, ...(verifiedBy ? [verifiedBy] : []), ...own.by, ...links] });
    }
    if (found.length === 0) return undefined;
    const shared = point.sharedBy ? [point.sharedBy] : [];
    return { shared: point.shared, holders: found.map(({ holder }) => holder), restsOn: facts([...shared, ...found.flatMap(({ restsOn }) => restsOn)]) };
  }

  /** The way to who stood for the holder; none for one that a lookup would not have shown. */
  private async shown({ attached, endUserId }: Hold, profiles: PastProfiles): Promise<readonly [readonly PastProfile[], string | null]> {
    const { erased } = (await this.personalData.open(attached)) as Recorded<ContactPointAttached>;
    const path = erased ? [] : await profiles.pathOf(endUserId);
    const [own, root] = [path[0], path.at(-1)];
    if (!own?.isThere || root?.isHidden !== false) return [[], null];
    return [path, await profiles.nameOf(root)];
  }
}

function folded(events: readonly StoredEvent[]): PastPoint {
  let point: PastPoint = { holds: [], shared: false, sharedBy: undefined };
  for (const stored of events) point = after(point, stored);
  return point;
}

function after(point: PastPoint, stored: StoredEvent): PastPoint {
  const event = withoutPersonal(stored) as ContactPointEvent;
  const others = (endUserId: string) => point.holds.filter((hold) => hold.endUserId !== endUserId);
  switch (event.type) {
    case 'ContactPointAttached': {
      const { endUserId, verified } = event.data;
      return { ...point, holds: [...others(endUserId), { attached: stored, endUserId, verified, verifiedBy: undefined }] };
    }
    case 'ContactPointVerified': {
      const { endUserId } = event.data;
      return { ...point, holds: point.holds.map((hold) => (hold.endUserId === endUserId ? { ...hold, verified: true, verifiedBy: stored } : hold)) };
    }
    case 'ContactPointReleased':
      return { ...point, holds: others(event.data.endUserId) };
    case 'ContactPointShared':
      return { ...point, shared: true, sharedBy: stored };
    case 'ContactPointUnshared':
      return { ...point, shared: false, sharedBy: undefined };
  }
}

/** Each fact once, in the order of the log. */
function facts(events: readonly StoredEvent[]): readonly RestsOn[] {
  const byPosition = new Map(events.map((event) => [event.position, event]));
  return [...byPosition.values()]
    .sort((one, other) => (one.position < other.position ? -1 : 1))
    .map(({ position, type, stream, metadata: { eventId, occurredAt, recordedAt } }) => ({
      position,
      eventId,
      type,
      of: historyOf(stream),
      occurredAt,
      recordedAt,
    }));
}
