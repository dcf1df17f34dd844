import { PostgresReadDatabase } from '@kith/adapters';
import { PersonalData, type StoredEvent, SystemClock } from '@kith/application';
import { dump, Projector, type ReadDatabase } from '@kith/read-models';
import { logIn, vaultIn, wrongsAtRest } from './at-rest';
import type { Ended } from './at-scale-load';
import type { Places } from './at-scale-places';

/** What is wrong with a log after load: besides {@link wrongsAtRest}, an acknowledged write that is not in it, and anything that is in it twice. */
export function wrongsAfterLoad(log: readonly StoredEvent[], ended: readonly Ended[]): readonly string[] {
  const wrongs = [...wrongsAtRest(log), ...twice(log)];
  const byPosition = new Map(log.map((event) => [event.position.toString(), event]));
  const recorded = new Map<string, string>();
  for (const { key, path, status, position, id } of ended.filter((one) => one.status < 300)) {
    const event = byPosition.get(position);
    if (!event) wrongs.push(`${key} was answered ${status} with position ${position}, where nothing is`);
    else if (path === '/v1/end-users' ? event.stream !== `endUser-default.${id}` : event.type !== 'InteractionRecorded' || event.data['endUserId'] !== id)
      wrongs.push(`${key} was answered ${id} at ${position}, where ${event.stream} has ${event.type}`);
    if (recorded.has(position)) wrongs.push(`${key} and ${recorded.get(position)} were answered the same position ${position}`);
    recorded.set(position, key);
  }
  const interactions = log.filter(({ type }) => type === 'InteractionRecorded').length;
  const expected = ended.filter(({ path, status }) => path === '/v1/interactions' && status < 300).length;
  if (interactions !== expected) wrongs.push(`${expected} interactions were acknowledged, and ${interactions} are recorded`);
  return wrongs;
}

/** Ids that several events have, and revisions that a stream has not once each. */
function twice(log: readonly StoredEvent[]): readonly string[] {
  const wrongs: string[] = [];
  const ids = new Set<string>();
  const revisions = new Map<string, number>();
  for (const { metadata, stream, revision } of log) {
    if (ids.has(metadata.eventId)) wrongs.push(`the event ${metadata.eventId} is in the log twice`);
    ids.add(metadata.eventId);
    if (revision !== (revisions.get(stream) ?? -1) + 1) wrongs.push(`${stream} has revision ${revision} after ${revisions.get(stream) ?? 'nothing'}`);
    revisions.set(stream, revision);
  }
  return wrongs;
}

/**
 * Holds the read models that engines keep against what a projector makes of the whole log in a new database.
 * @param empty connection string of a database without anything
 * @returns names of tables that differ
 */
export async function tablesThatDiffer(places: Places, empty: string): Promise<readonly string[]> {
  const store = logIn(places);
  const vault = await vaultIn(places);
  const [kept, made] = [await PostgresReadDatabase.open({ url: places.KITH_READ_DB }), await PostgresReadDatabase.open({ url: empty })];
  try {
    const head = await store.head();
    await until(async () => [...(await kept.checkpoints()).values()].every((position) => position >= head), 'the read models do not come to the head');
    await project(new Projector(store, new PersonalData(vault), made, new SystemClock()), head, made);
    const [one, other] = [await dump(kept.kysely), await dump(made.kysely)];
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  } finally {
    await Promise.allSettled([kept.close(), made.close(), vault.close(), store.close()]);
  }
}

async function project(projector: Projector, head: bigint, into: ReadDatabase): Promise<void> {
  const stopping = new AbortController();
  const running = projector.run(stopping.signal);
  const there = until(async () => {
    const positions = [...(await into.checkpoints()).values()];
    return positions.length > 0 && positions.every((position) => position >= head);
  }, 'a new database does not come to the head');
  await Promise.race([running, there]);
  stopping.abort();
  await running;
  await there;
}

/** Waits until it is so. @returns how long, in milliseconds @throws Error after a minute, or `withinMs` */
export async function until(so: () => Promise<boolean>, otherwise: string, withinMs = 60_000): Promise<number> {
  const began = performance.now();
  for (; !(await so()); await new Promise((resolve) => setTimeout(resolve, 25))) if (performance.now() - began > withinMs) throw new Error(otherwise);
  return performance.now() - began;
}
