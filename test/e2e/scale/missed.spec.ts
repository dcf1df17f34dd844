import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MemoryEventStore, MemoryKeyVault, openDataFolder, PostgresReadDatabase, SqliteEventStore, SqliteReadDatabase } from '@kith/adapters';
import { type EventStore, PersonalData, SystemClock } from '@kith/application';
import { Projector, type ReadDatabase } from '@kith/read-models';
import { everyEvent, logIn } from '../../support/at-rest';
import { until } from '../../support/at-scale-log';
import { ScaleServers } from '../../support/at-scale-places';
import { builtFile } from '../../support/built-file';
import { follow, poll, type Seen, seen, watched, write } from '../../support/log-traffic';
import type { FromTraffic, ToTraffic, TrafficTask } from '../../support/log-traffic-process';

jest.setTimeout(60_000);

const events = Number(process.env['MISSED_EVENTS'] ?? 3_000);
const long = events > 10_000;
const writing = { writers: long ? 256 : 64, events, delayUpToMs: long ? 2_000 : 300 };
const trafficProcess = builtFile('test', 'support', 'log-traffic-process.js');

let servers: ScaleServers;
beforeAll(async () => {
  servers = await ScaleServers.start();
});
afterAll(() => servers.stop());

/** Something that writes or reads elsewhere. */
interface Elsewhere {
  readonly result: Promise<FromTraffic>;
  end(position: bigint): void;
}

/** Projects a log into a database while it is written. */
class Projecting {
  readonly handed: Seen = [];
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    store: EventStore,
    readonly database: ReadDatabase,
  ) {
    const tapped = watched(store, (page) => this.handed.push(...page.events.map(seen)));
    const projector = new Projector(tapped, new PersonalData(new MemoryKeyVault()), database, new SystemClock());
    this.running = projector.run(this.stopping.signal);
  }

  /** Every row of the timeline by its event, once all is projected. */
  async rowsAt(head: bigint): Promise<readonly number[]> {
    await until(async () => [...(await this.database.checkpoints()).values()].every((position) => position >= head), 'the projector does not come to the head');
    this.stopping.abort();
    await this.running;
    const rows = await this.database.kysely.selectFrom('timeline_entry').select('position').orderBy('position').execute();
    return rows.map(({ position }) => Number(position));
  }
}

/** Writes to a log while it is read in every way there is. */
async function allSee(store: EventStore, written: () => Promise<unknown>, readers: readonly Elsewhere[]): Promise<void> {
  const [sqlite, postgres] = [await SqliteReadDatabase.temporary(), await PostgresReadDatabase.open({ url: await servers.postgres.database() })];
  try {
    const projecting = [new Projecting(store, sqlite), new Projecting(store, postgres)];
    let tell = (_: bigint) => {};
    const end = new Promise<bigint>((resolve) => {
      tell = resolve;
    });
    const here = [poll(store, end), follow(store, end)];
    const began = performance.now();
    await written();
    const tookMs = performance.now() - began;
    const head = await store.head();
    tell(head);
    for (const reader of readers) reader.end(head);
    const log = await everyEvent(store);
    const committed = log.map(seen);
    expect(committed).toHaveLength(events);
    for (const reading of here) expect(differenceOf(await reading, committed)).toBeUndefined();
    for (const { result } of readers) {
      const told = await result;
      expect(differenceOf(told.kind === 'seen' ? told.events.split(',') : [], committed)).toBeUndefined();
    }
    for (const one of projecting) {
      expect(await one.rowsAt(head)).toEqual(log.map(({ position }) => Number(position)));
      expect(differenceOf(one.handed, committed)).toBeUndefined();
    }
    if (long) console.log(`${events} events in ${(tookMs / 1000).toFixed(1)} s, projected ${((performance.now() - began - tookMs) / 1000).toFixed(1)} s later`);
  } finally {
    await Promise.allSettled([sqlite.close(), postgres.close()]);
  }
}

/** The first place where one list is not the other. */
function differenceOf(one: Seen, other: Seen): object | undefined {
  const at = Array.from({ length: Math.max(one.length, other.length) }).findIndex((_, i) => one[i] !== other[i]);
  return at < 0 ? undefined : { at, one: one[at], other: other[at] };
}

const half = { ...writing, writers: writing.writers / 2, events: events / 2 };
const limitMs = 30_000 + events * 3;

it(
  `no event that is committed is missed by anybody: in memory (${events} events)`,
  async () => {
    const store = new MemoryEventStore();
    await allSee(store, () => write(store, writing), []);
    await store.close();
  },
  limitMs,
);

it(
  `no event that is committed is missed by anybody: in SQLite, from several threads (${events} events)`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-missed-'));
    const held = openDataFolder(folder);
    const store = SqliteEventStore.open(folder);
    const thread = (work: TrafficTask['work']): Elsewhere & { ready: Promise<unknown> } => {
      const connection = store.connection();
      const worker = new Worker(trafficProcess, { workerData: { store: connection, work } satisfies TrafficTask, transferList: [connection.port] });
      const told = messages(worker, once(worker, 'error'));
      return { ...told, end: (position) => worker.postMessage({ end: position.toString() } satisfies ToTraffic) };
    };
    try {
      const readers = [thread('poll'), thread('follow')];
      await Promise.all(readers.map(({ ready }) => ready));
      await allSee(store, () => Promise.all([write(store, half), thread(half).result]), readers);
    } finally {
      await store.close();
      held.release();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  limitMs,
);

it(
  `no event that is committed is missed by anybody: in EventStoreDB, from several processes (${events} events)`,
  async () => {
    const places = await servers.places();
    const store = logIn(places);
    const elsewhere = (work: TrafficTask['work']): Elsewhere & { ready: Promise<unknown> } => {
      const task: TrafficTask = { store: { url: places.KITH_EVENT_STORE, streamPrefix: places.KITH_STREAM_PREFIX }, work };
      const child = fork(trafficProcess, [JSON.stringify(task)]);
      const told = messages(child, once(child, 'close'));
      return { ...told, end: (position) => child.send({ end: position.toString() } satisfies ToTraffic) };
    };
    try {
      const readers = [elsewhere('poll'), elsewhere('follow')];
      await Promise.all(readers.map(({ ready }) => ready));
      await allSee(store, () => Promise.all([elsewhere(half).result, elsewhere(half).result]), readers);
    } finally {
      await store.close();
    }
  },
  limitMs,
);

/** The message that says it is ready, and the one that says what came of it. @param ended resolves when there will be none */
function messages(from: NodeJS.EventEmitter, ended: Promise<unknown>) {
  const failed = ended.then((why) => {
    throw new Error(`it ended before its end: ${String(why)}`);
  });
  const next = (wanted: (message: FromTraffic) => boolean) =>
    Promise.race([
      failed,
      new Promise<FromTraffic>((resolve) => {
        from.on('message', (message: FromTraffic) => {
          if (wanted(message)) resolve(message);
        });
      }),
    ]);
  const [ready, result] = [next(({ kind }) => kind === 'ready'), next(({ kind }) => kind !== 'ready')];
  for (const one of [failed, ready, result]) one.catch(() => undefined);
  return { ready, result };
}
