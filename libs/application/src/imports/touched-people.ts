import { type ContactPoint, type ContactPointAttached, type EndUser, type EndUserEvent, membersOf, type Recorded, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Creations } from '../end-user/creations';
import { EventStore, type StoredEvent } from '../event-store';
import { StreamDirectory } from '../history/stream-directory';
import { PersonalData } from '../personal-data';
import { type Loaded, MovedOn } from '../run';
import type { DoneEvent } from './footprint';
import type { Reverting } from './reverting';

/** A contact point that somebody holds or held. */
export interface TouchedPoint {
  readonly digest: string;
  /** What happened on its stream with this holder, or with all holders. */
  readonly events: readonly StoredEvent[];
  readonly loaded: Loaded<ContactPoint>;
}

/** A contact point of a person, as it is. */
export interface HeldPoint {
  readonly digest: string;
  readonly channel: string;
  /** The profile that holds it, and the position since which it does. */
  readonly holderId: string;
  readonly since: bigint;
}

/** An end user of whom an import wrote something, as it was read. */
export interface TouchedPerson {
  readonly id: string;
  /** Of its own stream. */
  readonly events: readonly StoredEvent[];
  readonly loaded: Loaded<EndUser>;
  readonly points: readonly TouchedPoint[];
  /** What it holds, and what the profiles that it stands for hold. */
  readonly held: readonly HeldPoint[];
  /** Position of the first thing that the import did to it; undefined for nothing. */
  readonly first: bigint | undefined;
  /** Whether it came to be known by the import. */
  readonly isCreated: boolean;
}

/** Reads all that is written of an end user itself: on its own stream and on those of its contact points. */
@Injectable()
export class TouchedPeople {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(StreamDirectory) private readonly directory: StreamDirectory,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  /**
   * @param upTo what was attached until then is in it
   * @throws MovedOn when something was written of it while it was read; HeldPointsBehind
   */
  async read(reverting: Reverting, id: string, upTo: bigint): Promise<TouchedPerson> {
    const { tenant } = reverting;
    const { pointIds } = await this.directory.ofPerson(tenant, id, upTo);
    const points = await Promise.all(pointIds.map((digest) => this.point(tenant, digest)));
    const own = await this.settled(tenant, id, points);
    const its = points.map((point) => ({ ...point, events: point.events.filter(({ data }) => data.endUserId === id || data.endUserId === undefined) }));
    const touched = its.filter(({ events }) => events.some((event) => event.data.endUserId === id));
    const members = membersOf(id, own.loaded.state);
    const all = [...own.events, ...touched.flatMap(({ events }) => events)].filter((event) => reverting.isOwn(event));
    const [created] = own.events;
    return {
      id,
      ...own,
      points: touched,
      held: points.flatMap((point) => heldOf(point, members)),
      first: all.reduce<bigint | undefined>((first, { position }) => (first === undefined || position < first ? position : first), undefined),
      isCreated: created !== undefined && created.type === 'EndUserCreated' && reverting.isOwn(created),
    };
  }

  /** Its own stream opened, with whose doing each event is. */
  async opened(reverting: Reverting, { events }: Pick<TouchedPerson, 'events'>): Promise<readonly DoneEvent[]> {
    return Promise.all(
      events.map(async (stored) => ({ event: (await this.personal.open(stored)) as Recorded<EndUserEvent>, by: reverting.doerOf(stored.metadata) })),
    );
  }

  /** The event by which a contact point was attached, with the address; undefined once that is erased. */
  async openedPoint(stored: StoredEvent): Promise<Recorded<ContactPointAttached> | undefined> {
    const opened = await this.personal.open(stored);
    return opened.type === 'ContactPointAttached' && !opened.erased ? opened : undefined;
  }

  /** What is written of another profile of the same person, opened. */
  async ofMember(reverting: Reverting, id: string): Promise<readonly DoneEvent[]> {
    return this.opened(reverting, { events: await this.store.readStream(streamOf.endUser(reverting.tenant, id)) });
  }

  /** A creation that was cut off is brought to its end first: it is the import's as well. */
  private async settled(tenant: string, id: string, points: readonly TouchedPoint[]): Promise<Pick<TouchedPerson, 'events' | 'loaded'>> {
    const { state } = await this.creations.endUser(tenant, id);
    if (state.status === 'unknown')
      for (const { digest, loaded } of points) if (loaded.state.holders.some((h) => h.endUserId === id)) await this.creations.settledHolder(tenant, digest, id);
    const events = await this.store.readStream(streamOf.endUser(tenant, id));
    const loaded = await this.creations.endUser(tenant, id);
    if (loaded.revision !== (events.at(-1)?.revision ?? -1)) throw new MovedOn();
    return { events, loaded };
  }

  private async point(tenant: string, digest: string): Promise<TouchedPoint> {
    const events = await this.store.readStream(streamOf.contactPoint(tenant, digest));
    const loaded = await this.creations.point(tenant, digest);
    if (loaded.revision !== (events.at(-1)?.revision ?? -1)) throw new MovedOn();
    return { digest, events, loaded };
  }
}

function heldOf({ digest, events, loaded }: TouchedPoint, members: readonly string[]): readonly HeldPoint[] {
  return loaded.state.holders.flatMap(({ endUserId: holderId }) => {
    const attached = members.includes(holderId) && events.findLast(({ type, data }) => type === 'ContactPointAttached' && data.endUserId === holderId);
    return attached ? [{ digest, channel: String(attached.data.channel), holderId, since: attached.position }] : [];
  });
}
