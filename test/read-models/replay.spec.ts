import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore, SqliteReplayPlace } from '@kith/adapters';
import { type EventStore, SystemClock } from '@kith/application';
import {
  dump,
  openReplay,
  type ReadDatabase,
  RebuildFailed,
  RebuildInProgress,
  type RebuildProgress,
  type ReplayParts,
  type ReplayPlace,
  ReplayUnusable,
  readModelsVersion,
  replay,
} from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories } from './random-log';

const clock = new SystemClock();
/** Random cases, fewer of them where each takes longer; a handful when nobody says. */
const given = Number(process.env.REPLAY_CASES ?? 0);
let places = 0;

/** The same log in small pages: a transaction each. */
const inPages = (store: EventStore, size: number): EventStore =>
  Object.assign(Object.create(store) as EventStore, { readAll: (options: { after: bigint; limit: number }) => store.readAll({ ...options, limit: size }) });

/** Another log, of the first events alone. */
async function beginningOf(store: EventStore, upTo: bigint): Promise<MemoryEventStore> {
  const beginning = new MemoryEventStore();
  for (const { stream, revision, ...event } of (await store.readAll({ after: 0n, limit: Number(upTo) })).events)
    await beginning.append(stream, revision - 1, [event]);
  expect(await beginning.head()).toBe(upTo);
  return beginning;
}

describe.each(kinds)('a replay ($name)', (kind) => {
  let database: ReadDatabase;
  let log: TestLog;
  beforeEach(async () => {
    database = await kind.make();
    log = new TestLog();
  });
  afterEach(() => database.close());

  const newPlace = () => {
    places += 1;
    return kind.replayPlace(database, `r${places}`);
  };
  const parts = (position: bigint, more: Partial<ReplayParts> & Pick<ReplayParts, 'place'>): ReplayParts => ({
    store: log.store,
    personalData: log.personalData,
    moment: { position },
    asked: String(position),
    clock,
    ...more,
  });
  const people = async (count: number) => {
    for (let i = 0; i < count; i++) await log.person(`p${i}`, `P${i}`);
  };
  /** Begins, and is told to stop when it has made so many steps; it may be done before. */
  const interrupted = async (steps: number, of: ReplayParts) => {
    const stopping = new AbortController();
    let made = 0;
    const onProgress = () => {
      made += 1;
      if (made >= steps) stopping.abort(new Error('enough'));
    };
    return replay({ ...of, onProgress, signal: stopping.signal }).catch((error: Error) => error.message);
  };

  it(
    'has the rows that a projector has which was stopped there, wherever it was interrupted and whatever came later',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          histories,
          fc.nat(),
          fc.integer({ min: 1, max: 30 }),
          fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
          async (steps, cut, size, cuts) => {
            log = new TestLog();
            await happen(log, steps);
            const head = await log.store.head();
            if (head === 0n) return;
            const position = 1n + (BigInt(cut) % head);
            const incremental = await kind.make();
            await project({ store: await beginningOf(log.store, position), personalData: log.personalData }, incremental);
            const then = await dump(incremental.kysely);
            await incremental.close();
            const place = newPlace();
            const wanted = parts(position, { place, store: inPages(log.store, size) });
            for (const made of cuts) await interrupted(made, wanted);
            await replay(wanted);
            const opened = await openReplay(log.store, place);
            expect(opened.of).toMatchObject({ position, version: readModelsVersion });
            expect(await dump(opened.database.kysely)).toEqual(then);
            await opened.database.close();
            await place.close();
          },
        ),
        { numRuns: Math.ceil(given > 0 ? (given * kind.cases) / 25 : kind.cases / 4) },
      );
    },
    60_000 + given * 5_000,
  );

  it('goes on where it was interrupted, and tells how far it is of all', async () => {
    await people(20);
    const place = newPlace();
    const wanted = parts(15n, { place, store: inPages(log.store, 4) });
    expect(await interrupted(2, wanted)).toBe('enough');
    await expect(openReplay(log.store, place)).rejects.toThrow('is not finished: go on with npm run rebuild -- --to 15 --into');
    const progress: RebuildProgress[] = [];
    expect(await replay({ ...wanted, onProgress: (step) => progress.push(step) })).toEqual({ position: 15n, events: 7 });
    expect(progress.map(({ done, total, events }) => [done, total, events])).toEqual([
      [12n, 15n, 4],
      [15n, 15n, 7],
    ]);
    expect(progress[0]?.share).toBe(0.8);
    expect(progress[1]).toMatchObject({ share: 1, secondsLeft: 0 });
    expect(await replay(wanted)).toEqual({ position: 15n, events: 0 });
    await place.close();
  });

  it('of a time keeps to the position that was found first, by whatever words the moment is named again', async () => {
    await people(5);
    const place = newPlace();
    const third = (await log.store.readStream('endUser-acme.p2'))[0]?.metadata.recordedAt ?? '';
    const wanted = { place, moment: { time: Date.parse(third) }, asked: third };
    expect((await replay(parts(0n, wanted))).position).toBe(3n);
    expect(await replay(parts(3n, { place }))).toEqual({ position: 3n, events: 0 });
    await expect(replay(parts(4n, { place }))).rejects.toThrow('holds the replay of another moment, position 3');
    await place.close();
  });

  it('serves nobody but who asks for it, and changes nothing of what serves', async () => {
    await people(3);
    await project(log, database);
    const [before, names] = [await dump(database.kysely), await kind.names(database)];
    const place = newPlace();
    await replay(parts(2n, { place }));
    expect(await dump(database.kysely)).toEqual(before);
    expect(await kind.names(database)).toEqual(names);
    expect(await database.offered()).toBe(database.serving);
    const opened = await openReplay(log.store, place);
    expect(await opened.database.offered()).toBe(opened.database.serving);
    expect(new Set((await opened.database.checkpoints()).values())).toEqual(new Set([2n]));
    expect(await log.store.head()).toBe(3n);
    await opened.database.close();
    await place.close();
  });

  it('is refused where another log was replayed, where the log has lost its end, and while somebody builds there', async () => {
    await people(3);
    const place = newPlace();
    await replay(parts(2n, { place }));
    const shorter = await beginningOf(log.store, 1n);
    await expect(openReplay(shorter, place)).rejects.toThrow('where this log does not come');
    const other = new TestLog();
    await other.appendRaw('endUser-acme.x', 'EndUserTeleported', { where: 'Mars' });
    await other.person('lea', 'Léa');
    const differing = new MemoryEventStore();
    const [, second] = (await other.store.readAll({ after: 0n, limit: 2 })).events;
    if (second) await differing.append(second.stream, -1, [second]);
    await expect(openReplay(differing, place)).rejects.toThrow('holds the replay of another log');
    await expect(replay({ ...parts(1n, { place }), store: differing })).rejects.toThrow(ReplayUnusable);
    await expect(openReplay(log.store, newPlace())).rejects.toThrow('holds no replay: make it with');
    const lock = await place.lock();
    await expect(replay(parts(2n, { place }))).rejects.toThrow(RebuildInProgress);
    await lock.close();
    expect(await replay(parts(2n, { place }))).toEqual({ position: 2n, events: 0 });
    await place.close();
  });

  it('names the event that cannot be applied, keeps what came before, and can end before it', async () => {
    await people(3);
    await log.appendRaw('endUser-acme.lea', 'EndUserTeleported', { where: 'Mars' });
    const [place, before] = [newPlace(), newPlace()];
    const failing = parts(4n, { place, store: inPages(log.store, 2) });
    await expect(replay(failing)).rejects.toThrow(RebuildFailed);
    await expect(replay(failing)).rejects.toThrow(
      'EndUserTeleported at position 4 in endUser-acme.lea cannot be applied: unknown event type EndUserTeleported',
    );
    expect((await replay(parts(3n, { place: before }))).events).toBe(3);
    await Promise.all([place.close(), before.close()]);
  });

  it('names the event whose rows the database refuses, and goes on with it when the cause is gone', async () => {
    await people(5);
    const place = newPlace();
    const refusing = Object.assign(Object.create(place) as ReplayPlace, {
      open: async () => {
        const opened = await place.open();
        const apply = opened.apply.bind(opened);
        opened.apply = (statements, moves) => {
          if (moves.some(({ from, to }) => from < 3n && to >= 3n)) throw new Error('the disk has a hole');
          return apply(statements, moves);
        };
        return opened;
      },
    });
    await expect(replay(parts(5n, { place: refusing }))).rejects.toThrow('EndUserCreated at position 3 in endUser-acme.p2 cannot be applied: Error');
    expect(await replay(parts(5n, { place }))).toEqual({ position: 5n, events: 3 });
    await place.close();
  });
});

describe('a replay in files', () => {
  it('goes nowhere where anything else lies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-replay-'));
    try {
      writeFileSync(join(folder, 'letter.txt'), 'dear all');
      await expect(new SqliteReplayPlace(folder).begun()).rejects.toThrow('is not empty, and what it holds is no replay');
      const labelled = join(folder, 'labelled');
      mkdirSync(labelled);
      writeFileSync(join(labelled, 'replay.json'), '{"position":');
      await expect(new SqliteReplayPlace(labelled).begun()).rejects.toThrow('does not say what it is a replay of');
      expect(readdirSync(folder).sort()).toEqual(['labelled', 'letter.txt']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('of an older version of the tables is not opened, because that would empty it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-replay-'));
    try {
      const [log, place] = [new TestLog(), new SqliteReplayPlace(folder)];
      await log.person('lea', 'Léa');
      await replay({ store: log.store, personalData: log.personalData, place, moment: { position: 1n }, asked: '1', clock });
      const label = join(folder, 'replay.json');
      writeFileSync(label, readFileSync(label, 'utf8').replace(`"version":${readModelsVersion}`, '"version":1'));
      await expect(openReplay(log.store, place)).rejects.toThrow('another version of Kith made');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
