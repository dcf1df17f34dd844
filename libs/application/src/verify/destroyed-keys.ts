import {
  type DomainEvent,
  type EndUserErased,
  type EndUserErasureCertified,
  type InteractionAssigned,
  idInStream,
  type Recorded,
  streamOf,
} from '@kith/domain';
import type { EventStore } from '../event-store';
import type { PersonalData } from '../personal-data';
import type { LogFinding, Place } from './finding';

/** A key that opens nothing any more, by the first event that it sealed. */
interface Destroyed {
  readonly place: Place;
  /** Streams of the end users whose key it may be. */
  readonly owners: Set<string>;
}

/**
 * Whether keys and erasures agree: a key is destroyed because its person was erased, and who was erased stays so. What was nobody's has a key
 * of its own, which goes with whose it was said to be; of all others the certificate of an erasure tells. Remembers what was destroyed and who
 * was erased, some 300 bytes each, until the end of the log: an erasure may come long after what it makes unreadable.
 */
export class DestroyedKeys {
  private readonly destroyed = new Map<string, Destroyed>();
  /** Streams of erased end users, and where that is said. */
  private readonly erased = new Map<string, Place>();
  /** By stream: interactions that were nobody's. */
  private readonly nobodys = new Map<string, Destroyed>();
  /** Ids of keys that a certificate names. */
  private readonly certified = new Set<string>();

  /** Takes note of an event. */
  note(event: Recorded<DomainEvent>, place: Place): void {
    if (event.erased) this.unopened(event, place);
    if (event.type === 'EndUserErased') this.erasure(event as Recorded<EndUserErased>, place);
    if (event.type === 'EndUserErasureCertified') for (const keyId of (event as Recorded<EndUserErasureCertified>).data.keys) this.certified.add(keyId);
    if (event.type === 'InteractionAssigned') this.assignment(event as Recorded<InteractionAssigned>);
  }

  private unopened({ keyId, type, stream, metadata: { tenant }, data }: Recorded, place: Place): void {
    if (keyId === undefined) return;
    const known = this.destroyed.get(keyId) ?? { place, owners: new Set() };
    this.destroyed.set(keyId, known);
    const { endUserId, requesterId } = data as { endUserId?: unknown; requesterId?: unknown };
    for (const id of [endUserId, requesterId]) if (typeof id === 'string') known.owners.add(streamOf.endUser(tenant, id));
    if (stream === streamOf.endUser(tenant, idInStream(stream))) known.owners.add(stream);
    if (type === 'InteractionRecorded' && endUserId === null) this.nobodys.set(stream, known);
  }

  private assignment({ stream, metadata: { tenant }, data: { endUserId } }: Recorded<InteractionAssigned>): void {
    this.nobodys.get(stream)?.owners.add(streamOf.endUser(tenant, endUserId));
  }

  private erasure({ stream, metadata: { tenant }, data: { members } }: Recorded<EndUserErased>, place: Place): void {
    for (const erased of [stream, ...members.map((id) => streamOf.endUser(tenant, id))]) if (!this.erased.has(erased)) this.erased.set(erased, place);
  }

  /** What does not agree, at the end of the log. */
  async *disagreements(store: EventStore, personalData: PersonalData): AsyncGenerator<LogFinding> {
    for (const [keyId, { place, owners }] of this.destroyed)
      if (!this.certified.has(keyId) && ![...owners].some((owner) => this.erased.has(owner)))
        yield { ...place, kind: 'key-destroyed', says: 'its key is destroyed, and nobody was erased whose key it could be: what it sealed is lost' };
    for (const [stream, place] of this.erased) {
      if (await opensAgain(stream, store, personalData))
        yield {
          ...place,
          kind: 'not-erased',
          says: `the key of ${stream} opens again what was erased: was a backup of the key vault restored? destroy it again`,
        };
    }
  }
}

/** What cannot be read at all was found where it stands. */
async function opensAgain(stream: string, store: EventStore, personalData: PersonalData): Promise<boolean> {
  try {
    const [first] = await store.readStream(stream, { limit: 1 });
    return first?.data.personal !== undefined && !(await personalData.open(first)).erased;
  } catch {
    return false;
  }
}
