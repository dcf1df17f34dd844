import { type Clock, type EventStore, EventStoreUpTo, identityOfLog, lastPositionOf, logProgress, type Moment, type PersonalData } from '@kith/application';
import { type Lane, plan } from './lane';
import { nextPage, type OpenedPage } from './log-pages';
import { readModelsVersion } from './migrations';
import { projectionNames, settlingOf } from './projection';
import { projections } from './projections';
import { CheckpointMoved, type ReadDatabase } from './read-database';
import { ReadModelsUnavailable } from './read-models';
import { RebuildFailed, type RebuildProgress } from './rebuild';
import { type ReplayOf, type ReplayPlace, ReplayUnusable } from './replay-place';

export interface ReplayParts {
  readonly store: EventStore;
  readonly personalData: PersonalData;
  readonly place: ReplayPlace;
  /** The moment, and the text that said it: the same text again goes on with what was begun. */
  readonly moment: Moment;
  readonly asked: string;
  readonly clock: Clock;
  /** Events looked at while a time is looked for in the log. */
  readonly onSearch?: (events: number) => void;
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a replay made. */
export interface Replayed {
  readonly position: bigint;
  /** Events that were applied this time; none where all was there already. */
  readonly events: number;
}

/**
 * Builds all read models of a past moment in a place of its own; nothing that serves is touched, nothing is appended, and no reactor hears of it.
 * In transactions with their checkpoints: interrupted in whatever way, the same call goes on where it was.
 * @throws NoSuchMoment, ReplayUnusable, RebuildInProgress, RebuildFailed, or the signal's reason
 */
export async function replay(parts: ReplayParts): Promise<Replayed> {
  await parts.place.begun();
  const lock = await parts.place.lock();
  try {
    const { position } = await begunFor(parts);
    const database = await parts.place.open();
    try {
      return { position, events: await fill(database, position, parts) };
    } finally {
      await database.close();
    }
  } finally {
    await lock.close();
  }
}

/** What is to be gone on with; begun where there was nothing. */
async function begunFor({ store, place, moment, asked, clock, onSearch, signal }: ReplayParts): Promise<ReplayOf> {
  const search = () =>
    lastPositionOf(store, moment, { now: clock.now(), ...(signal && { signal }), ...(onSearch && { onProgress: ({ events }) => onSearch(events) }) });
  const begun = await place.begun();
  if (begun === undefined) {
    const position = await search();
    const of = { log: (await identityOfLog(store)) ?? '', position, asked, version: readModelsVersion };
    await place.begin(of);
    return of;
  }
  await assertOf(place, begun, store);
  if (begun.asked !== asked && (await search()) !== begun.position)
    throw new ReplayUnusable(`${place.name} holds the replay of another moment, position ${begun.position} (${begun.asked}): name another place, or remove it`);
  return begun;
}

/**
 * Read models of a past moment that are whole, to be served, and which moment it is. The database is to be closed by who asked.
 * @throws ReplayUnusable where they are not, or are not of this log
 */
export async function openReplay(store: EventStore, place: ReplayPlace): Promise<{ readonly database: ReadDatabase; readonly of: ReplayOf }> {
  const of = await place.begun();
  if (of === undefined) throw new ReplayUnusable(`${place.name} holds no replay: make it with npm run rebuild -- --to <time or position> --into ${place.name}`);
  await assertOf(place, of, store);
  const database = await place.open();
  try {
    if ((await reached(database, place)) !== of.position)
      throw new ReplayUnusable(`the replay in ${place.name} is not finished: go on with npm run rebuild -- --to ${of.asked} --into ${place.name}`);
    return { database, of };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assertOf({ name }: ReplayPlace, { log, position, version }: ReplayOf, store: EventStore): Promise<void> {
  if (log !== (await identityOfLog(store))) throw new ReplayUnusable(`${name} holds the replay of another log: name another place`);
  if (version !== readModelsVersion) throw new ReplayUnusable(`${name} holds a replay that another version of Kith made: make it anew in another place`);
  if ((await store.head()) < position)
    throw new ReplayUnusable(`${name} holds a replay up to position ${position}, where this log does not come: is it a backup?`);
}

/** All projections of a replay are moved together. */
async function reached(database: ReadDatabase, { name }: ReplayPlace): Promise<bigint> {
  const positions = await database.checkpoints();
  const [first = 0n] = positions.values();
  if (projectionNames.some((projection) => positions.get(projection) !== first)) throw new ReplayUnusable(`the replay in ${name} is damaged: make it anew`);
  return first;
}

/** @returns how many events it has applied */
async function fill(database: ReadDatabase, upTo: bigint, parts: ReplayParts): Promise<number> {
  const { personalData, clock, onProgress, place, signal } = parts;
  const store = new EventStoreUpTo(parts.store, upTo);
  const [begin, from, started] = [await store.begin(), await reached(database, place), clock.now()];
  const lanes = projections.map((projection): Lane => ({ projection, position: from, state: 'in-step', stop: undefined }));
  let events = 0;
  for (let done = from; done < upTo; ) {
    const page = await nextPage({ store, personalData, ...(signal && { signal }) }, done);
    await apply(database, lanes, page);
    done = page.upTo;
    for (const lane of lanes) lane.position = done;
    events += page.opened.length;
    onProgress?.(logProgress({ begin, from, done, total: upTo, events, milliseconds: clock.now() - started }));
    // Reading and writing may never leave the microtask queue: signals want their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return events;
}

/** One transaction; where that fails, event by event up to the one at fault. @throws RebuildFailed */
async function apply(database: ReadDatabase, lanes: readonly Lane[], { opened, upTo }: OpenedPage): Promise<void> {
  const plans = lanes.map((lane) => plan(lane, opened, upTo));
  for (const { failure } of plans) if (failure) throw new RebuildFailed(failure.stored, failure.error);
  try {
    await database.apply(
      plans.flatMap(({ lane, statements }) => [...statements, ...settlingOf(lane.projection, statements)]),
      plans.map(({ move }) => move),
    );
  } catch (error) {
    const [only, ...more] = opened;
    if (error instanceof ReadModelsUnavailable || error instanceof CheckpointMoved || only === undefined) throw error;
    if (more.length === 0) throw new RebuildFailed(only.stored, error);
    for (const one of opened) {
      await apply(database, lanes, { opened: [one], upTo: one.stored.position, atHead: false });
      for (const lane of lanes) lane.position = one.stored.position;
    }
    // Only the checkpoints are left to be moved, where the page ends after its last event.
    if (lanes.some(({ position }) => position < upTo)) await apply(database, lanes, { opened: [], upTo, atHead: false });
  }
}
