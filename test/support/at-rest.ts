import { EventStoreDbEventStore, openMasterKey, PostgresKeyVault, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { type EventStore, type KeyVault, type StoredEvent, withoutPersonal } from '@kith/application';
import { contactPoint, endUser, idInStream, interaction, mayHold } from '@kith/domain';
import { type Places, placesFor, scaled } from './at-scale-places';
import type { RunningEngine } from './running-engine';

/** Waits until the reactors of a running engine have seen every event, and added none. @throws Error when they do not get there */
export async function reactorsAtRest(engine: RunningEngine): Promise<void> {
  let before = '';
  for (let left = 400; left > 0; left--) {
    const { eventStore, reactors } = (await engine.get('/health/ready', { key: null })).body as {
      eventStore: { head: string };
      reactors: readonly { position: string }[];
    };
    const seen = reactors.length > 0 && reactors.every(({ position }) => BigInt(position) >= BigInt(eventStore.head));
    if (seen && eventStore.head === before) return;
    before = eventStore.head;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the reactors do not come to rest');
}

/** Waits until the read models of a running engine have every event: those of one that has just started take a while on a busy machine. */
export async function readModelsAtHead(engine: RunningEngine): Promise<void> {
  const headers = { 'kith-after': await engine.head() };
  for (let left = 10; left > 0; left--) if ((await engine.get('/v1/end-users', { headers })).status === 200) return;
  throw new Error('the read models do not come to the head of the log');
}

/** The whole log of a stopped engine. */
export async function wholeLog(folder: string): Promise<readonly StoredEvent[]> {
  const store = scaled ? logIn(await placesFor(folder)) : SqliteEventStore.openReadOnly(folder);
  try {
    return await everyEvent(store);
  } finally {
    await store.close();
  }
}

/** The keys of an engine, stopped or not. */
export async function vaultOf(folder: string): Promise<KeyVault> {
  return scaled ? vaultIn(await placesFor(folder)) : new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
}

/** The keys that lie in these places. */
export const vaultIn = ({ KITH_KEY_VAULT: url, KITH_MASTER_KEY: masterKey }: Places): Promise<KeyVault> =>
  PostgresKeyVault.open({ url, masterKey: Buffer.from(masterKey, 'base64') });

/** The log that lies in these places. */
export const logIn = (places: Places): EventStore =>
  EventStoreDbEventStore.open({ url: places.KITH_EVENT_STORE, streamPrefix: places.KITH_STREAM_PREFIX, connectionName: 'kith-test' });

/** All that is in a log. */
export async function everyEvent(store: Pick<EventStore, 'readAll'>): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (let after = 0n; ; ) {
    const page = await store.readAll({ after, limit: 10_000 });
    all.push(...page.events);
    if (page.atHead) return all;
    after = page.upTo;
  }
}

/** Every stream of a category, folded by its decider; by id, which includes no tenant. */
export function folded<State>(
  log: readonly StoredEvent[],
  category: string,
  decider: { initial: State; evolve(state: State, event: never): State },
): Map<string, State> {
  const states = new Map<string, State>();
  for (const event of log) {
    if (!event.stream.startsWith(`${category}-`)) continue;
    const id = idInStream(event.stream);
    states.set(id, decider.evolve(states.get(id) ?? decider.initial, withoutPersonal(event) as never));
  }
  return states;
}

/** What is wrong with a log at rest: two holders of a point that is not shared, a claim without a living profile, an interaction of nobody. */
export function wrongsAtRest(log: readonly StoredEvent[]): string[] {
  const people = folded(log, 'endUser', endUser);
  const living = (id: string) => people.has(id) && mayHold(people.get(id) ?? endUser.initial);
  const wrongs: string[] = [];
  for (const [digest, { holders, shared }] of folded(log, 'contactPoint', contactPoint)) {
    if (holders.length > 1 && !shared) wrongs.push(`${digest} has ${holders.length} holders`);
    for (const { endUserId } of holders) if (!living(endUserId)) wrongs.push(`${digest} is claimed by ${endUserId}, who does not live`);
  }
  for (const [id, { recorded }] of folded(log, 'interaction', interaction))
    if (recorded?.endUserId != null && !people.has(recorded.endUserId)) wrongs.push(`interaction ${id} belongs to ${recorded.endUserId}, who never lived`);
  for (const [i, event] of log.entries()) if (i > 0 && event.position <= (log[i - 1]?.position ?? 0n)) wrongs.push(`position ${event.position} out of order`);
  return wrongs;
}
