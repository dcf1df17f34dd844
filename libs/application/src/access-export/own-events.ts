import { type DomainEvent, type Event, idInStream, type Recorded, streamOf } from '@kith/domain';
import type { StoredEvent } from '../event-store';
import type { ToldFrom } from '../history/told-stream';
import { withoutPersonal } from '../personal-data';

/** Whose events are read. */
export interface Whose {
  readonly tenant: string;
  readonly profileIds: ReadonlySet<string>;
  /** Keys of these profiles: what is sealed under one of them is the person's own. */
  readonly keys: ReadonlySet<string>;
  /** Nothing that was committed later. */
  readonly upTo: bigint;
}

/** An event as the person may read it. */
export interface OwnEvent {
  readonly event: Recorded<DomainEvent>;
  /** It has personal fields that are sealed under another one's key: they were not opened, and are not in it. */
  readonly withheld: boolean;
}

/** Events that are read of a stream at a time. */
const chunk = 200;

/** The keys of profiles, which the first event of each names. */
export async function keysOf({ store }: ToldFrom, tenant: string, profileIds: readonly string[]): Promise<ReadonlySet<string>> {
  const firsts = await Promise.all(profileIds.map((id) => store.readStream(streamOf.endUser(tenant, id), { limit: 1 })));
  return new Set(firsts.flatMap(([first]) => (first ? (withoutPersonal(first).keyId ?? []) : [])));
}

/** The events of a stream in their order. What is another person's is not opened: it cannot get into an answer by mistake. */
export async function* ownEvents({ store, personalData }: ToldFrom, whose: Whose, stream: string): AsyncGenerator<OwnEvent, void, undefined> {
  for (let from = 0; ; from += chunk) {
    const events = await store.readStream(stream, { from, limit: chunk });
    for (const stored of events) {
      if (stored.position > whose.upTo) return;
      const clear = withoutPersonal(stored);
      if (clear.keyId === undefined || isOwn(whose, clear)) yield { event: await personalData.open(stored), withheld: false };
      else yield { event: unopened(stored, clear), withheld: true };
    }
    if (events.length < chunk) return;
  }
}

/** Sealed under a key of theirs. An attachment is sealed under its holder's, also of a profile that never came to be. */
function isOwn({ profileIds, keys }: Whose, { type, data, keyId }: Event): boolean {
  if (keyId !== undefined && keys.has(keyId)) return true;
  return type === 'ContactPointAttached' && profileIds.has((data as { endUserId: string }).endUserId);
}

const unopened = ({ stream, revision, position, metadata }: StoredEvent, { type, data }: Event): Recorded<DomainEvent> =>
  ({ type, data, metadata, stream, revision, position, erased: false }) as unknown as Recorded<DomainEvent>;

/** Profiles of others with whom these were ever to be one, or said not to be: links lie on the streams of both. */
export async function linkedTo(from: ToldFrom, whose: Whose): Promise<readonly string[]> {
  const found = new Set(whose.profileIds);
  // A set that grows while it is gone through: those above a survivor could stand for the person, too.
  for (const id of found)
    for await (const { event } of ownEvents(from, whose, streamOf.endUser(whose.tenant, id)))
      for (const other of otherEnds(event, whose.profileIds.has(idInStream(event.stream)))) found.add(other);
  return [...found].filter((id) => !whose.profileIds.has(id));
}

function otherEnds(event: DomainEvent, isTheirs: boolean): readonly string[] {
  if (event.type === 'EndUserMerged') return [event.data.survivorId];
  if (!isTheirs) return [];
  if (event.type === 'EndUserAbsorbed') return [event.data.mergedId];
  if (event.type === 'MergeReserved' || event.type === 'EndUsersDeclaredDifferent') return [event.data.otherId];
  return [];
}
