import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { SqliteEventStore, type SqliteEventStoreOptions } from '@kith/adapters';
import { AppendOutcomeUnknown, EventStoreUnavailable } from '@kith/application';
import { eventStoreContract } from '../../contracts/event-store.contract';
import { newEvent, newEvents } from '../../support/new-event';

const build = join(__dirname, '..', '..', '..', 'dist');

jest.setTimeout(30_000);

/** A folder with a store, and whatever else is opened on it; all of it goes with `dispose`. */
function fixture(options: SqliteEventStoreOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-events-'));
  const opened: SqliteEventStore[] = [];
  const keep = (store: SqliteEventStore) => {
    opened.push(store);
    return store;
  };
  const store = keep(SqliteEventStore.open(folder, options));
  return {
    folder,
    store,
    keep,
    connect: async () => keep(SqliteEventStore.connect(store.connection())),
    reopen: async () => keep(SqliteEventStore.open(folder)),
    /** The file's write lock is held elsewhere, so the writer waits in the middle of its work. */
    freeze: async () => {
      const holder = new DatabaseSync(join(folder, 'events.sqlite'));
      holder.exec('BEGIN IMMEDIATE');
      return { thaw: async () => holder.close() };
    },
    dispose: async () => {
      for (const each of opened.reverse()) await each.close();
      rmSync(folder, { recursive: true });
    },
  };
}

eventStoreContract('in SQLite', async (options) => fixture(options));

describe('the event store in SQLite', () => {
  let log: ReturnType<typeof fixture>;
  const threads: Worker[] = [];
  const open = (options?: SqliteEventStoreOptions) => {
    log = fixture(options);
    return log.store;
  };
  /** Keeps hold of the writer threads, so that a test can end them. */
  const watched = (options: SqliteEventStoreOptions = {}) => {
    const writers: Worker[] = [];
    const deaths: Error[] = [];
    const startThread: SqliteEventStoreOptions['startThread'] = (file, data) => {
      const writer = new Worker(file, { workerData: data });
      writers.push(writer);
      return writer;
    };
    return { writers, deaths, store: open({ ...options, startThread, onWriterDeath: (reason) => deaths.push(reason) }) };
  };
  afterEach(async () => {
    await Promise.all(threads.splice(0).map((thread) => thread.terminate()));
    await log.dispose();
  });

  it('has everything again after it was closed and opened, in one file', async () => {
    const store = open();
    await store.append('thing-acme.1', -1, newEvents(3));
    const before = await store.readAll({ after: 0n, limit: 10 });
    await store.close();
    expect(readdirSync(log.folder)).toEqual(['events.sqlite']);
    const again = await log.reopen();
    expect(await again.readAll({ after: 0n, limit: 10 })).toEqual(before);
    expect(await again.append('thing-acme.1', 2, newEvents(1))).toEqual({ revision: 3, position: 4n });
  });

  it('gives positions without gaps, also across groups that failed', async () => {
    const store = open();
    for (let n = 0; n < 50; n += 1)
      await Promise.allSettled(Array.from({ length: 20 }, (_, i) => store.append(`thing-acme.${i}`, i % 4 === 0 ? 99 : n * 2 - 1, newEvents(2))));
    const { events } = await store.readAll({ after: 0n, limit: 5000 });
    expect(events.map(({ position }) => position)).toEqual(events.map((_, n) => BigInt(n + 1)));
    expect(events).toHaveLength(50 * 15 * 2);
  });

  it('refuses a file of a newer format and leaves it as it is', async () => {
    await open().close();
    const file = new DatabaseSync(join(log.folder, 'events.sqlite'));
    file.exec('PRAGMA user_version = 2');
    file.close();
    expect(() => SqliteEventStore.open(log.folder)).toThrow('has format 2; this version knows formats up to 1');
    expect(() => SqliteEventStore.openReadOnly(log.folder)).toThrow('has format 2');
  });

  it('is durable by the settings that make it so', async () => {
    const store = open();
    await store.append('thing-acme.1', -1, newEvents(1));
    const file = new DatabaseSync(join(log.folder, 'events.sqlite'));
    expect(file.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(file.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    file.close();
  });

  it('serves a tool that only reads, while it is open and after, and takes no appends from it', async () => {
    const store = open();
    await store.append('thing-acme.1', -1, newEvents(3));
    const reader = log.keep(SqliteEventStore.openReadOnly(log.folder));
    expect(await reader.readStream('thing-acme.1')).toHaveLength(3);
    await expect(reader.append('thing-acme.1', 2, newEvents(1))).rejects.toThrow(EventStoreUnavailable);
    const pages = reader.subscribe({ after: 3n, limit: 10, signal: new AbortController().signal })[Symbol.asyncIterator]();
    expect((await pages.next()).value).toMatchObject({ events: [], atHead: true });
    await store.append('thing-acme.1', 2, newEvents(1));
    expect((await pages.next()).value).toMatchObject({ events: [{ revision: 3 }] });
    await pages.return?.();
    await reader.close();
    await store.close();
    const later = log.keep(SqliteEventStore.openReadOnly(log.folder));
    expect(await later.head()).toBe(4n);
  });

  it('says that there is no log where there is none, rather than making one to read', async () => {
    open();
    const empty = mkdtempSync(join(tmpdir(), 'kith-events-'));
    expect(() => SqliteEventStore.openReadOnly(empty)).toThrow(EventStoreUnavailable);
    expect(readdirSync(empty)).toEqual([]);
    rmSync(empty, { recursive: true });
  });

  it('refuses appends at once when too many wait, and takes them again when they do not', async () => {
    const store = open({ maxBacklog: 40 });
    const { thaw } = await log.freeze();
    const waiting = Array.from({ length: 40 }, (_, n) => store.append(`thing-acme.${n}`, -1, newEvents(1)));
    await expect(store.append('thing-acme.more', -1, newEvents(1))).rejects.toThrow(EventStoreUnavailable);
    await thaw();
    await Promise.all(waiting);
    expect(await store.append('thing-acme.more', -1, newEvents(1))).toMatchObject({ revision: 0 });
  });

  it('counts what it gave up on as waiting, as long as the writer has it', async () => {
    const store = open({ maxBacklog: 10, appendDeadlineMs: 100 });
    const { thaw } = await log.freeze();
    const given = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => store.append(`thing-acme.${n}`, -1, newEvents(1))));
    for (const outcome of given) expect(outcome).toMatchObject({ reason: { name: 'AppendOutcomeUnknown' } });
    await expect(store.append('thing-acme.more', -1, newEvents(1))).rejects.toThrow(EventStoreUnavailable);
    await thaw();
    await until(async () => (await store.head()) === 10n);
  });

  it('starts another writer when its writer dies, and every retry of what was in flight ends as it should', async () => {
    const { store, writers, deaths } = watched({ appendDeadlineMs: 3_600_000 });
    const client = await log.connect();
    const acknowledged: string[] = [];
    let unknown = 0;
    let running = true;
    const append = async (through: SqliteEventStore, name: string) => {
      for (let n = 0; running; n += 1) {
        const stream = `thing-acme.${name}.${n}`;
        const events = newEvents(2);
        for (let stored = false; !stored; ) {
          try {
            await through.append(stream, -1, events);
            acknowledged.push(stream);
            stored = true;
          } catch (error) {
            if (!(error instanceof AppendOutcomeUnknown)) throw error;
            unknown += 1;
          }
        }
      }
    };
    const load = [...Array(16).keys()].flatMap((n) => [append(store, `own${n}`), append(client, `other${n}`)]);
    for (let round = 1; round <= 5; round += 1) {
      await pause(80);
      await writers.at(-1)?.terminate();
      await until(async () => writers.length === round + 1);
    }
    await pause(80);
    running = false;
    await Promise.all(load);
    expect(deaths).toHaveLength(5);
    expect(unknown).toBeGreaterThan(0);
    for (const stream of acknowledged) expect(await store.readStream(stream)).toHaveLength(2);
    expect(await store.head()).toBe(BigInt(acknowledged.length * 2));
  });

  it('is shared by threads, each of which appends and follows', async () => {
    const { store, writers } = watched();
    const connection = store.connection();
    const thread = new Worker(join(build, 'test', 'support', 'event-store-thread.js'), { workerData: connection, transferList: [connection.port] });
    threads.push(thread);
    const outcomes: string[] = [];
    let upTo = -1n;
    thread.on('message', (message: { upTo?: bigint; outcomes?: string[] }) => {
      upTo = message.upTo ?? upTo;
      outcomes.push(...(message.outcomes ?? []));
    });
    await store.append('thing-acme.here', -1, newEvents(5));
    await until(async () => upTo === 5n);
    thread.postMessage({ append: 30 });
    await until(async () => outcomes.length === 30);
    expect(new Set(outcomes)).toEqual(new Set(['stored']));
    expect(await store.readStream('thing-acme.thread29')).toHaveLength(2);
    await writers[0]?.terminate();
    await until(async () => writers.length === 2);
    const { position } = await store.append('thing-acme.after', -1, newEvents(1));
    await until(async () => upTo === position);
    const ended = new Promise((resolve) => thread.once('exit', resolve));
    thread.postMessage('end');
    expect(await ended).toBe(0);
    expect(await store.append('thing-acme.after', 0, newEvents(1))).toMatchObject({ revision: 1 });
  });

  it('tells clients in other threads that it is closed', async () => {
    const store = open();
    const client = await log.connect();
    await client.append('thing-acme.1', -1, newEvents(1));
    await store.close();
    await pause(50);
    await expect(client.append('thing-acme.1', 0, newEvents(1))).rejects.toThrow(EventStoreUnavailable);
    expect(await client.readStream('thing-acme.1')).toHaveLength(1);
  });

  it('refuses what the file cannot take at the moment, stores none of it, and goes on when it can', async () => {
    const store = open();
    await store.append('thing-acme.1', -1, newEvents(1));
    const file = new DatabaseSync(join(log.folder, 'events.sqlite'));
    file.exec(`CREATE TRIGGER refuse BEFORE INSERT ON event WHEN NEW.type = 'ThingRefused' BEGIN SELECT RAISE(ABORT, 'the text of somebody'); END`);
    const outcomes = await Promise.allSettled([
      store.append('thing-acme.2', -1, [newEvent(), newEvent('ThingRefused')]),
      store.append('thing-acme.3', -1, newEvents(1)),
    ]);
    expect(outcomes[0]).toMatchObject({ status: 'rejected', reason: { name: 'EventStoreUnavailable' } });
    expect(String((outcomes[0] as PromiseRejectedResult).reason)).not.toContain('somebody');
    expect(await store.readStream('thing-acme.2')).toEqual([]);
    file.exec('DROP TRIGGER refuse');
    file.close();
    expect(await store.append('thing-acme.2', -1, [newEvent(), newEvent('ThingRefused')])).toMatchObject({ revision: 1 });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > 20_000) throw new Error('what was waited for did not happen within 20 s');
    await pause(5);
  }
}
