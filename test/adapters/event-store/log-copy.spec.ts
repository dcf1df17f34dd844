import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbEventStore, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { copyLog, type EventStore, PersonalData, PositionUnknown, type StoredEvent, SystemClock, sealed } from '@kith/application';
import { EventStoreDbFixture, type Fault } from '../../support/eventstoredb-fixture';
import { newEvent } from '../../support/new-event';

jest.setTimeout(60_000);

let fixture: EventStoreDbFixture;
beforeAll(async () => {
  fixture = await EventStoreDbFixture.start();
});
afterAll(() => fixture.stop());

const opened: EventStore[] = [];
const folders: string[] = [];
const newFolder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'kith-log-copy-')));
  return folders.at(-1) as string;
};
const kept = <Store extends EventStore>(store: Store): Store => {
  opened.push(store);
  return store;
};
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

let logs = 0;
/** A log of its own on the fixture. */
const onServer = (): EventStore => {
  logs += 1;
  const streamPrefix = `log${String.fromCharCode(96 + logs)}`;
  return kept(EventStoreDbEventStore.open({ url: fixture.url, streamPrefix }));
};
const inFile = (folder = newFolder()): EventStore => kept(SqliteEventStore.open(folder, { appendDeadlineMs: 30_000 }));

const copy = (source: EventStore, target: EventStore, signal?: AbortSignal) => copyLog({ source, target, clock: new SystemClock(), ...(signal && { signal }) });

async function everything(store: EventStore, after = 0n): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let atHead = false; !atHead; ) {
    const page = await store.readAll({ after, limit: 1000 });
    events.push(...page.events);
    ({ upTo: after, atHead } = page);
  }
  return events;
}

/** What a copy must not change. */
const same = ({ position: _, metadata: { copied: __, ...metadata }, ...event }: StoredEvent) => ({ ...event, metadata });

async function fill(store: EventStore, appends: number): Promise<void> {
  const revisions = new Map<string, number>();
  for (let n = 0; n < appends; n++) {
    const stream = `thing-acme.${(n * 31) % 17}`;
    const revision = revisions.get(stream) ?? -1;
    const events = Array.from({ length: 1 + (n % 5 === 0 ? 3 : 0) }, (_, i) =>
      newEvent('ThingHappened', { n, i, 10: 'é', 2: [1.5, null, { z: 1, a: '\u2028' }] }),
    );
    await store.append(stream, revision, events);
    revisions.set(stream, revision + events.length);
  }
}

it('a log moves from a file to a server and back again, and stays what it was, digest and all', async () => {
  const [file, server, back] = [inFile(), onServer(), inFile()];
  await fill(file, 300);
  const there = await copy(file, server);
  const again = await copy(server, back);
  const [first, second, third] = [await everything(file), await everything(server), await everything(back)];
  expect(second.map(same)).toEqual(first.map(same));
  expect(third.map(same)).toEqual(first.map(same));
  expect(new Set([there.digest, again.digest]).size).toBe(1);
  expect(there.upTo).toBe(1024n);
  expect(second.map(({ metadata }) => metadata.copied)).toEqual(first.map(({ position }) => ({ position: String(position), upTo: '1024' })));
  expect(third[0]?.metadata.copied).toEqual({ position: String(second[0]?.position), upTo: String(again.upTo) });
  for (const { position } of [...first, ...second]) await expect(back.readAll({ after: position, limit: 1 })).rejects.toThrow(PositionUnknown);
  for (const [store, events] of [
    [server, second],
    [back, third],
  ] as const) {
    const middle = events[150] as StoredEvent;
    expect(await everything(store, middle.position)).toEqual(events.slice(151));
    const appended = await store.append(middle.stream, (await store.readStream(middle.stream)).length - 1, [newEvent()]);
    expect(appended.position).toBeGreaterThan(events.at(-1)?.position ?? 0n);
  }
});

it('what was sealed opens after the move, and what was erased stays erased', async () => {
  const folder = newFolder();
  const [file, server, back] = [inFile(folder), onServer(), inFile()];
  const vault = new SqliteKeyVault({ folder, masterKey: Buffer.alloc(32, 7) });
  const [lea, max] = [await vault.lease(), await vault.lease()];
  for (const [n, key] of [lea, max].entries()) {
    const stream = `endUser-acme.${n}`;
    const { metadata } = newEvent();
    await file.append(stream, -1, [sealed(stream, { type: 'EndUserCreated', data: { origin: 'api', name: 'Léa Martin' } }, metadata, key)]);
  }
  await vault.destroy(max.id);
  await copy(file, server);
  await copy(server, back);
  for (const store of [file, server, back]) {
    const events = await everything(store);
    const personalData = new PersonalData(vault);
    expect(JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('Martin');
    expect(await Promise.all(events.map(async (event) => (await personalData.open(event)).data))).toMatchObject([{ name: 'Léa Martin' }, { name: 'erased' }]);
  }
  await vault.close();
});

const faults: Readonly<Record<string, Fault>> = {
  'a connection that breaks after an append was stored': { kind: 'drop', on: ['appends'], share: 0.05, stored: 'before', all: true },
  'a connection that breaks before an append is stored': { kind: 'drop', on: ['appends'], share: 0.05, stored: 'never', all: true },
  'appends that come late': { kind: 'drop', on: ['appends'], share: 0.05, stored: 'after', lateMs: 30 },
  'a server that says it is not ready': { kind: 'not-ready', on: ['appends', 'reads'], share: 0.05 },
  'right revisions that are refused': { kind: 'wrong-revision', on: ['appends'], share: 0.05 },
};

it.each(Object.entries(faults))('a copy gets through %s, in order and with nothing twice', async (_, fault) => {
  const [file, server] = [inFile(), onServer()];
  await fill(file, 150);
  const lift = fixture.faults.begin(fault);
  try {
    await copy(file, server);
  } finally {
    lift();
  }
  expect((await everything(server)).map(same)).toEqual((await everything(file)).map(same));
});
