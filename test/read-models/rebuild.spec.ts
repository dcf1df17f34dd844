import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteReadDatabase } from '@kith/adapters';
import { type EventStore, type Page, SystemClock } from '@kith/application';
import {
  dump,
  FindEndUser,
  FindEndUserHandler,
  Projector,
  projectionNames,
  type ReadDatabase,
  RebuildInProgress,
  type RebuildProgress,
  rebuild,
  SwitchingProjector,
} from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories } from './random-log';

const clock = new SystemClock();

/** The same log in pages of other sizes. */
function inPages(store: EventStore, sizes: readonly number[]): EventStore {
  let turn = 0;
  const readAll = ({ after }: { after: bigint }): Promise<Page> => store.readAll({ after, limit: sizes[turn++ % sizes.length] as number });
  async function* subscribe({ after, signal }: { after: bigint; signal: AbortSignal }) {
    for (let position = after; !signal.aborted; ) {
      const page = await readAll({ after: position });
      position = page.upTo;
      yield page;
      if (page.atHead && !signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
  }
  return Object.assign(Object.create(store) as EventStore, { readAll, subscribe });
}

/** The log as it was when that was its last position. */
function upTo(store: EventStore, head: bigint): EventStore {
  const readAll = async (options: { after: bigint; limit: number }): Promise<Page> => {
    const page = await store.readAll({ ...options, limit: Math.max(1, Math.min(options.limit, Number(head - options.after))) });
    return options.after >= head ? { events: [], upTo: options.after, atHead: true } : { ...page, atHead: page.upTo >= head };
  };
  return Object.assign(Object.create(store) as EventStore, { readAll, head: async () => head });
}

describe.each(kinds)('a rebuild ($name)', (kind) => {
  let database: ReadDatabase;
  let log: TestLog;
  beforeEach(async () => {
    database = await kind.make();
    log = new TestLog();
  });
  afterEach(() => database.close());

  const parts = () => ({ store: log.store, personalData: log.personalData, database, clock });

  it('makes the same rows as the projector did, whatever the pages and interruptions', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(119), { maxLength: 4 }),
        async (steps, sizes, cuts) => {
          const random = new TestLog();
          const paged = Object.assign(Object.create(random) as TestLog, { store: inPages(random.store, sizes) });
          const incremental = await kind.make();
          await happen(random, steps, async (step) => cuts.includes(step) && project(paged, incremental));
          await project(paged, incremental);
          const before = await dump(incremental.kysely);
          const { name } = await rebuild({ store: random.store, personalData: random.personalData, database: incremental, clock });
          await incremental.swap(name);
          expect(await dump(incremental.kysely)).toEqual(before);
          await incremental.close();
        },
      ),
      { numRuns: kind.cases },
    );
  }, 60_000);

  it('serves on while it is at work, and offers the new database at its end', async () => {
    await log.person('lea', 'Léa');
    await project(log, database);
    const find = new FindEndUserHandler(database);
    const served: unknown[] = [];
    const before = database.serving;
    const progress: RebuildProgress[] = [];
    const { name, position } = await rebuild({
      ...parts(),
      onProgress: (step) => {
        progress.push(step);
        served.push(database.serving);
      },
    });
    expect(position).toBe(1n);
    expect(served).toEqual([before]);
    expect(progress.at(-1)).toMatchObject({ done: 1n, total: 1n, secondsLeft: 0 });
    expect(await database.offered()).toBe(name);
    await database.swap(name);
    expect((await find.execute(new FindEndUser('acme', 'lea')))?.endUser.name).toBe('Léa');
    expect([...(await database.checkpoints()).values()]).toEqual(projectionNames.map(() => 1n));
  });

  it('is refused while another one is at work, and possible afterwards', async () => {
    const scratch = await database.scratch();
    const other = await kind.again(database);
    await expect(rebuild({ ...parts(), database: other })).rejects.toThrow(RebuildInProgress);
    await scratch.close();
    await rebuild({ ...parts(), database: other });
    await other.close();
  });

  it('changes nothing and leaves nothing behind when it meets an event that cannot be applied, or is told to stop', async () => {
    await log.person('lea', 'Léa');
    await log.appendRaw('endUser-acme.lea', 'EndUserTeleported', { where: 'Mars' });
    await expect(rebuild(parts())).rejects.toThrow(
      'EndUserTeleported at position 2 in endUser-acme.lea cannot be applied: unknown event type EndUserTeleported',
    );
    await expect(rebuild({ ...parts(), signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await kind.names(database)).toEqual([database.serving]);
    expect(await database.offered()).toBe(database.serving);
  });

  /** A projector at work on the old database, and a new one that cannot be written as long as `stuck.new` says so. */
  const changing = async (isStuck: boolean) => {
    const own = await kind.again(database);
    const beside = own.beside.bind(own);
    const stuck = { new: isStuck };
    own.beside = async (name) => {
      const next = await beside(name);
      const apply = next.apply.bind(next);
      next.apply = (...args) => (stuck.new ? Promise.reject(new Error('the disk is full')) : apply(...args));
      return next;
    };
    const swaps: string[] = [];
    const stopping = new AbortController();
    const projector = new SwitchingProjector({ ...parts(), database: own, lookEvery: 5, readersSwap: async (name) => void swaps.push(name) });
    let told = 0n;
    projector.onProgress(({ timeline = 0n }) => {
      told = timeline;
    });
    const ended = projector.run(stopping.signal);
    const appliedUpTo = async (position: bigint) => {
      while (told < position) await new Promise((resolve) => setTimeout(resolve, 1));
    };
    /** The new one serves in the end, and has all there is. */
    const takesOver = async (name: string) => {
      while (swaps.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(swaps).toEqual([name]);
      stopping.abort();
      await ended;
      await database.swap(name);
      expect((await database.checkpoints()).get('timeline')).toBe(await log.store.head());
    };
    return { own, appliedUpTo, stuck, swaps, takesOver };
  };

  it('goes on with the old database as long as the new one cannot take over', async () => {
    await log.person('lea', 'Léa');
    const { appliedUpTo, stuck, swaps, takesOver } = await changing(true);
    const { name } = await rebuild(parts());
    for (let i = 0; i < 20; i++) {
      await appliedUpTo(await log.person(`p${i}`, 'P'));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(swaps).toEqual([]);
    stuck.new = false;
    await takesOver(name);
  });

  it('goes back to the old database when the new one fails in the moment of the change', async () => {
    await log.person('lea', 'Léa');
    const { own, appliedUpTo, stuck, swaps, takesOver } = await changing(false);
    const applyOld = own.apply.bind(own);
    let release: (() => void) | undefined;
    await appliedUpTo(1n);
    // The old one is in the middle of a transaction when it is asked to stop, and the new one cannot follow.
    stuck.new = true;
    own.apply = async (...args) => {
      own.apply = applyOld;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return applyOld(...args);
    };
    await log.person('jonas', 'Jonas');
    while (!release) await new Promise((resolve) => setTimeout(resolve, 5));
    const { name } = await rebuild({ ...parts(), store: upTo(log.store, 1n) });
    await new Promise((resolve) => setTimeout(resolve, 200));
    release();
    await appliedUpTo(await log.person('mia', 'Mia'));
    expect(swaps).toEqual([]);
    stuck.new = false;
    await takesOver(name);
  });

  it('hands over to readers only when the new database has what the old one serves, then the old one goes', async () => {
    for (let i = 0; i < 50; i++) await log.person(`p${i}`, `P${i}`);
    const readers = await kind.again(database);
    const before = readers.serving;
    const swaps: { name: string; behind: boolean }[] = [];
    const stopping = new AbortController();
    let told = 0n;
    const projector: SwitchingProjector = new SwitchingProjector({
      ...parts(),
      database: await kind.again(database),
      lookEvery: 10,
      graceMs: 20,
      readersSwap: async (name) => {
        const other = await readers.beside(name);
        const [old, next] = [await readers.checkpoints(), await other.checkpoints()];
        swaps.push({ name, behind: [...old].some(([projection, position]) => (next.get(projection) ?? 0n) < position) });
        await other.close();
        await readers.swap(name);
      },
    });
    const positions: bigint[] = [];
    projector.onProgress(({ timeline = 0n }) => {
      positions.push(timeline);
      told = timeline;
    });
    const ended = projector.run(stopping.signal);
    const writing = (async () => {
      for (let i = 50; swaps.length === 0; i++) {
        await log.person(`p${i}`, `P${i}`);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    const { name } = await rebuild(parts());
    await writing;
    const head = await log.person('last', 'Last');
    while (told < head || (await kind.names(readers)).includes(before)) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(swaps).toEqual([{ name, behind: false }]);
    expect(positions).toEqual([...positions].sort((a, b) => Number(a - b)));
    expect(await kind.names(readers)).toEqual([name]);
    expect((await new FindEndUserHandler(readers).execute(new FindEndUser('acme', 'last')))?.endUser.name).toBe('Last');
    expect((await projector.status()).every(({ state }) => state === 'in-step')).toBe(true);
    stopping.abort();
    await ended;

    const incremental = await kind.make();
    const fresh = new Projector(log.store, log.personalData, incremental, clock);
    const freshEnded = fresh.run();
    while ((fresh.positions().timeline ?? 0n) < head) await new Promise((resolve) => setTimeout(resolve, 5));
    fresh.stop();
    await freshEnded;
    expect(await dump(readers.kysely)).toEqual(await dump(incremental.kysely));
    await incremental.close();
    await readers.close();
  });
});

describe('a rebuild in files', () => {
  it('leaves at a crash a file that the next start removes, unless it is being built at that moment', async () => {
    const database = await SqliteReadDatabase.temporary();
    const folder = database.dataFolder;
    const files = () => readdirSync(join(folder, 'read-models')).filter((name) => name.endsWith('.sqlite'));
    const scratch = await database.scratch();
    const stray = '00000000-0000-4000-8000-000000000000.sqlite';
    writeFileSync(join(folder, 'read-models', stray), 'half a database');
    await (await SqliteReadDatabase.open(folder, { tidy: true })).close();
    expect(files()).toHaveLength(3);
    await scratch.close();
    await (await SqliteReadDatabase.open(folder, { tidy: true })).close();
    expect(files()).toEqual([database.serving]);
    expect(readFileSync(join(folder, 'read-models', 'current'), 'utf8')).toBe(`${database.serving}\n`);
    await database.close();
  });
});
