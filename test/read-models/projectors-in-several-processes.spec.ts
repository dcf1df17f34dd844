import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteReadDatabase } from '@kith/adapters';
import { type Held, SystemClock } from '@kith/application';
import { CheckpointMoved, dump, Projector, type ReadDatabase, ReadModelsUnavailable, rebuild, SwitchingProjector } from '@kith/read-models';
import fc from 'fast-check';
import { shared } from '../support/shared-database';
import { SimulatedLeases, SimulatedProcess } from '../support/simulated-processes';
import { VirtualTime } from '../support/webhooks';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories } from './random-log';

const clock = new SystemClock();
const until = async (met: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 10_000; !(await met()); await new Promise((resolve) => setTimeout(resolve, 2)))
    if (Date.now() > end) throw new Error('in vain');
};
const outcomeOf = (run: Promise<void>) =>
  run.then(
    () => 'stopped',
    (error: unknown) => error,
  );

type History = typeof histories extends fc.Arbitrary<infer Steps> ? Steps : never;

/** The handle of a process that freezes when it is about to write for the nth time, until it is let go. */
function freezing(database: ReadDatabase, at: number) {
  let [writes, frozen] = [0, false];
  let thaw = () => {};
  const thawed = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  const apply: ReadDatabase['apply'] = async (statements, moves) => {
    if (++writes === at) {
      frozen = true;
      await thawed;
    }
    await database.apply(statements, moves);
  };
  return { database: Object.assign(Object.create(database) as ReadDatabase, { apply }), thaw, isFrozen: () => frozen };
}

describe('projectors in several processes', () => {
  let folder: string;
  let log: TestLog;
  /** Ends whatever a test that failed left at work. */
  let over: AbortController;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-projectors-'));
    [log, over] = [new TestLog(), new AbortController()];
  });
  afterEach(() => {
    over.abort();
    rmSync(folder, { recursive: true, force: true });
  });

  const reached = async (database: ReadDatabase, position: bigint) => [...(await database.checkpoints()).values()].every((at) => at >= position);

  it.each(kinds)(
    'write every event once when a frozen one wakes beside the one that took over ($name)',
    async (kind) => {
      const check = async (steps: History, at: number, early: boolean) => {
        const random = new TestLog();
        const first = await kind.make();
        const second = await kind.again(first);
        const held = freezing(first, at);
        const sleeper = new Projector(random.store, random.personalData, held.database, clock);
        const sleeperEnded = early ? undefined : outcomeOf(sleeper.run(over.signal));
        await happen(random, steps, async () => !early && new Promise((resolve) => setImmediate(resolve)));
        const ended = sleeperEnded ?? outcomeOf(sleeper.run(over.signal));
        const head = await random.store.head();
        await until(async () => held.isFrozen() || (await reached(second, head)));
        const successor = new Projector(random.store, random.personalData, second, clock);
        const successorEnded = outcomeOf(successor.run(over.signal));
        await until(() => reached(second, head));
        held.thaw();
        if (held.isFrozen()) expect(await ended).toBeInstanceOf(CheckpointMoved);
        sleeper.stop();
        successor.stop();
        expect(await successorEnded).toBe('stopped');
        await ended;
        const alone = await SqliteReadDatabase.temporary();
        await project(random, alone);
        expect(await dump(second.kysely)).toEqual(await dump(alone.kysely));
        await Promise.all([second.close(), alone.close()]);
        await first.close();
      };
      const property = fc.asyncProperty(histories, fc.integer({ min: 1, max: 3 }), fc.boolean(), check);
      await fc.assert(property, { numRuns: kind.name === 'SQLite' ? 4 : 2, endOnFailure: true });
    },
    60_000,
  );

  it('are started again by the lease, within ten seconds of the death of the one at work', async () => {
    const time = new VirtualTime();
    const leases = new SimulatedLeases(time);
    const readers = await SqliteReadDatabase.open(folder);
    const killed = new AbortController();
    const work = async ({ signal }: Held) => {
      const database = await readers.beside(await readers.offered());
      const parts = { store: log.store, personalData: log.personalData, database, clock, readersSwap: async () => undefined };
      await new SwitchingProjector(parts).run(begun++ === 0 ? AbortSignal.any([signal, killed.signal, over.signal]) : AbortSignal.any([signal, over.signal]));
    };
    let begun = 0;
    const processes = ['a', 'b'].map((name) => new SimulatedProcess(name, time, leases, () => undefined, 0, work));
    let position = await log.person('lea', 'Léa');
    await time.pass(1_000);
    await until(() => reached(readers, position));
    const [dead, next] = processes.sort((one) => (one.working ? -1 : 1));
    dead?.kill();
    killed.abort();
    position = await log.person('tom', 'Tom');
    await time.pass(10_000);
    expect(next?.working).toBe(true);
    await until(() => reached(readers, position));
    const stopped = next?.stop();
    await until(() => next?.held === undefined);
    await time.pass(5_000);
    await stopped;
    await readers.close();
  });

  it('wait for a database that is away, and write nothing twice when the answer to a transaction was lost', async () => {
    const database: ReadDatabase = await SqliteReadDatabase.open(folder);
    let fault: 'none' | 'away' | 'answer lost' = 'none';
    const faulty = Object.assign(Object.create(database) as ReadDatabase, {
      apply: async (...asked: Parameters<ReadDatabase['apply']>) => {
        if (fault === 'away') throw new ReadModelsUnavailable('connection refused');
        await database.apply(...asked);
        if (fault === 'answer lost') throw new ReadModelsUnavailable('connection lost');
      },
      checkpoints: async () => {
        if (fault === 'away') throw new ReadModelsUnavailable('connection refused');
        return database.checkpoints();
      },
    });
    const projector = new Projector(log.store, log.personalData, faulty, clock);
    const ended = outcomeOf(projector.run(over.signal));
    for (const next of ['away', 'answer lost'] as const) {
      fault = next;
      const position = await log.person(next.replace(' ', '-'), 'P', [['email', `${next.replace(' ', '-')}@example.org`]]);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect((await projector.status()).map(({ stopped }) => stopped)).toEqual((await projector.status()).map(() => undefined));
      fault = 'none';
      await until(() => reached(database, position));
    }
    projector.stop();
    expect(await ended).toBe('stopped');
    const alone = await SqliteReadDatabase.temporary();
    await project(log, alone);
    expect(await dump(database.kysely)).toEqual(await dump(alone.kysely));
    await Promise.all([database.close(), alone.close()]);
  });

  it('remove a database that served only when readers of other processes have had time to leave it', async () => {
    const readers = await SqliteReadDatabase.open(folder);
    const before = readers.serving;
    const parts = { store: log.store, personalData: log.personalData, clock };
    const told: string[] = [];
    const database = shared(await readers.beside(before));
    const projector = new SwitchingProjector({ ...parts, database, lookEvery: 5, graceMs: 400, readersSwap: async (name) => void told.push(`swap ${name}`) });
    projector.onProgress((_, serving) => told.push(serving));
    const stopping = new AbortController();
    const ended = projector.run(AbortSignal.any([stopping.signal, over.signal]));
    await log.person('lea', 'Léa');
    const { name } = await rebuild({ ...parts, database: readers });
    await until(() => told.includes(name));
    const changed = performance.now();
    expect(told.indexOf(`swap ${name}`)).toBeLessThan(told.indexOf(name));
    expect(existsSync(join(folder, 'read-models', before))).toBe(true);
    const position = await log.person('tom', 'Tom');
    await readers.swap(name);
    await until(() => reached(readers, position));
    expect(existsSync(join(folder, 'read-models', before))).toBe(true);
    await until(() => !existsSync(join(folder, 'read-models', before)));
    expect(performance.now() - changed).toBeGreaterThan(300);
    stopping.abort();
    await ended;
    await readers.close();
  });

  it('leave the database before to somebody else when they are stopped meanwhile', async () => {
    const readers = await SqliteReadDatabase.open(folder);
    const before = readers.serving;
    const parts = { store: log.store, personalData: log.personalData, clock };
    const swapped: string[] = [];
    const database = shared(await readers.beside(before));
    const projector = new SwitchingProjector({ ...parts, database, lookEvery: 5, readersSwap: async (name) => void swapped.push(name) });
    const stopping = new AbortController();
    const ended = projector.run(AbortSignal.any([stopping.signal, over.signal]));
    await rebuild({ ...parts, database: readers });
    await until(() => swapped.length === 1);
    const stopped = performance.now();
    stopping.abort();
    await ended;
    expect(performance.now() - stopped).toBeLessThan(1_000);
    expect(existsSync(join(folder, 'read-models', before))).toBe(true);
    await readers.close();
  });

  it('end when they are told to, also while readers have not changed over', async () => {
    const readers = await SqliteReadDatabase.open(folder);
    const parts = { store: log.store, personalData: log.personalData, clock };
    const asked: string[] = [];
    const readersSwap = (name: string) => {
      asked.push(name);
      return new Promise<void>(() => undefined);
    };
    const projector = new SwitchingProjector({ ...parts, database: await readers.beside(readers.serving), lookEvery: 5, readersSwap });
    const stopping = new AbortController();
    const ended = outcomeOf(projector.run(AbortSignal.any([stopping.signal, over.signal])));
    await rebuild({ ...parts, database: readers });
    await until(() => asked.length === 1);
    stopping.abort();
    expect(await ended).toBe('stopped');
    await readers.close();
  });
});
