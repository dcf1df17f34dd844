import type { EventStore, KeyVault, StoredEvent } from '@kith/application';
import { ImportRun } from '@kith/application';
import { CancelImport, CreateEndUser, importJob, streamOf } from '@kith/domain';
import * as fc from 'fast-check';
import { importIds, importing, importWorld, type WrittenRow } from '../support/import-world';
import { asking, inMemoryEngine } from '../support/in-memory-engine';

const [first, second] = importIds;
/** Waits for what comes a moment later. */
async function eventually(expectation: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + 10_000; ; ) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
const all = async (store: EventStore): Promise<readonly StoredEvent[]> => (await store.readAll({ after: 0n, limit: 100_000 })).events;
const problemsOf = async (store: EventStore, importId: string) =>
  (await store.readStream(streamOf.import('acme', importId))).flatMap(({ type, data }) => (type === 'ImportAdvanced' ? (data.problems as unknown[]) : []));

const people: readonly WrittenRow[] = [
  { name: 'Ana', email: 'ana@example.org', organization: 'Acme' },
  { name: 'Bo', phone: '+33612345678', tags: ['vip'], organization: 'Acme' },
  { email: 'wrong' },
  { email: 'ana@example.org', phone: '+33612345679', details: 'tall' },
  { name: 'No address', suspended: true },
  { email: 'bo@example.org', phone: '+33612345678', primary: 'email:bo@example.org', organization: 'Bolt' },
  { email: ['ana@example.org', 'bo@example.org'] },
];
const sums = { status: 'ended', rows: 7, created: 3, changed: 2, unchanged: 0, refused: 2, organizations: 2 };

it('reads a file to its end, page by page, and tells every problem', async () => {
  const { whole, store } = await importWorld();
  expect(await whole(first, people)).toMatchObject(sums);
  expect(await problemsOf(store, first)).toEqual([
    { row: 3, field: 'email', code: 'contact-point-invalid' },
    { row: 7, field: 'email', code: 'contact-point-taken' },
  ]);
  const pages = (await all(store)).filter(({ type }) => type === 'ImportAdvanced');
  expect(pages.map(({ data }) => [data.rows, data.bytesRead])).toEqual([
    [3, 30],
    [6, 60],
    [7, 70],
  ]);
});

it('ends a page early where rows are long', async () => {
  const { files, start, work, store } = await importWorld();
  await start(first, people);
  const rows = (files.files.get(first)?.rows ?? []).map((row) => ({ ...row, bytesRead: row.row * 9 * 2 ** 20 }));
  files.files.set(first, { rows });
  await work(first);
  const pages = (await all(store)).filter(({ type }) => type === 'ImportAdvanced');
  expect(pages.map(({ data }) => data.rows)).toEqual([2, 4, 6, 7]);
});

it('appends nothing about anybody when the same file comes again', async () => {
  const { whole, store } = await importWorld();
  await whole(first, people);
  const before = (await all(store)).length;
  expect(await whole(second, people)).toMatchObject({ rows: 7, created: 0, changed: 0, unchanged: 5, refused: 2, organizations: 0 });
  expect((await all(store)).slice(before).filter(({ stream }) => !stream.startsWith('import-'))).toEqual([]);
});

it('tells all of it in a dry run, and writes nothing but that', async () => {
  const { whole, store, engine } = await importWorld();
  await engine.create.execute(new CreateEndUser(asking(), 'api', { name: 'Ana' }, [{ channel: 'email', value: 'ana@example.org' }]));
  const before = (await all(store)).length;
  const { status, ...dry } = await whole(first, people, 'upsert', true);
  expect(status).toBe('ended');
  expect((await all(store)).slice(before).filter(({ stream }) => !stream.startsWith('import-'))).toEqual([]);
  const { rows, created, changed, unchanged, refused, organizations } = await whole(second, people);
  expect(dry).toMatchObject({ rows, created, changed, unchanged, refused, organizations });
  expect(await problemsOf(store, first)).toEqual(await problemsOf(store, second));
});

it('goes on with a dry run that was cut off, and tells each page once', async () => {
  const { start, work, job, store } = await importWorld();
  await start(first, people, 'upsert', true);
  await store.cutOff(2, false, () => work(first));
  expect((await job(first)).rows).toBeLessThan(7);
  await work(first);
  expect(await job(first)).toMatchObject(sums);
  expect((await all(store)).filter(({ type }) => type === 'ImportAdvanced').map(({ data }) => data.rows)).toEqual([3, 6, 7]);
});

it('ends where a file cannot be read, behind the rows that can', async () => {
  const { start, files, work, job } = await importWorld();
  await start(first, people);
  files.files.set(first, { rows: files.files.get(first)?.rows ?? [], unreadableFrom: 5 });
  await work(first);
  expect(await job(first)).toMatchObject({ status: 'failed', failure: 'unclosed-quote', rows: 4, refused: 1 });
});

it('stops between pages when it is cancelled', async () => {
  const { start, work, job, cancelling, parts } = await importWorld();
  await start(first, people);
  let turns = 0;
  const inTurn = async <T>(page: () => Promise<T>): Promise<T> => {
    turns += 1;
    if (turns === 2) await cancelling.execute(new CancelImport(asking(), first));
    return page();
  };
  await new ImportRun({ ...parts, inTurn }, 'acme', first).work(new AbortController().signal);
  expect(await job(first)).toMatchObject({ status: 'cancelled', rows: 3 });
  await work(first);
  expect(await job(first)).toMatchObject({ status: 'cancelled', rows: 3 });
});

it('follows the log, does what is to be done, and forgets the file', async () => {
  const { start, runs, job, files } = await importWorld();
  await start(first, people);
  const stopping = new AbortController();
  const running = runs().run(stopping.signal);
  await eventually(async () => expect(await job(first)).toMatchObject(sums));
  await start(second, people);
  await eventually(async () => expect(await job(second)).toMatchObject({ status: 'ended', unchanged: 5 }));
  await eventually(async () => expect(await files.held()).toEqual([]));
  stopping.abort();
  await running;
});

it('waits for a store that is away, and skips no row', async () => {
  const { start, runs, job, store } = await importWorld();
  await start(first, people);
  const failures: unknown[] = [];
  const stopping = new AbortController();
  store.breakAt(2);
  const running = runs((_, error) => failures.push(error)).run(stopping.signal);
  await eventually(async () => expect(failures).toHaveLength(1));
  store.mend();
  await eventually(async () => expect(await job(first)).toMatchObject(sums));
  stopping.abort();
  await running;
});

/** All that is written of everybody: what was said on each stream, by which command. */
async function ending(store: EventStore, vault: KeyVault) {
  const { personal } = await inMemoryEngine({ store, vault, ready: true });
  const streams = new Map<string, unknown[]>();
  for (const stored of await all(store)) {
    if (stored.stream.startsWith('import-')) continue;
    const { data, type, metadata } = await personal.open(stored);
    const known = streams.get(stored.stream) ?? [];
    // Marks are under keys, which are leased in the order of the work.
    const { marks: _, ...said } = data as { readonly marks?: unknown };
    known.push([type, said, metadata.commandId]);
    streams.set(stored.stream, known);
  }
  return Object.fromEntries([...streams].sort(([one], [other]) => (one < other ? -1 : 1)));
}

it('comes to the same when it is cut off at any append and begun again', async () => {
  const whole = await importWorld();
  await whole.whole(first, people);
  const appends = (await all(whole.store)).length;
  const expected = await ending(whole.store, whole.vault);
  for (let cut = 1; cut <= appends; cut++) {
    const { start, work, job, store, vault } = await importWorld();
    await start(first, people);
    await store.cutOff(cut, cut % 2 === 0, () => work(first));
    await work(first);
    expect(await job(first)).toMatchObject(sums);
    expect(await problemsOf(store, first)).toHaveLength(2);
    expect(await ending(store, vault)).toEqual(expected);
  }
}, 60_000);

/** More of them by hand: the suite has little time. */
const runs = 12;
const email = fc.integer({ min: 0, max: 4 }).map((n) => `p${n}@example.org`);
const phone = fc.integer({ min: 0, max: 3 }).map((n) => `+3361234567${n}`);
const row: fc.Arbitrary<WrittenRow> = fc.record(
  {
    email: fc.oneof(email, fc.uniqueArray(email, { maxLength: 2 })),
    phone,
    externalId: fc.constantFrom('X-1', 'X-2', 'X-3'),
    name: fc.constantFrom('Ana', 'Bo', 'x'.repeat(201)),
    details: fc.constantFrom('tall', 'small'),
    tags: fc.uniqueArray(fc.constantFrom('vip', 'eu', 'new'), { maxLength: 2 }),
    organization: fc.uniqueArray(fc.constantFrom('Acme', 'Bolt', 'Core'), { maxLength: 2 }),
    suspended: fc.boolean(),
    'fields.plan': fc.constantFrom('gold', 'silver', 7, true),
  },
  { requiredKeys: [] },
);

it('comes to the same in pages, side by side, as row by row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 14 }), fc.constantFrom('create' as const, 'upsert' as const), async (rows, mode) => {
      const [paged, single] = [await importWorld(), await importWorld()];
      await paged.start(first, rows, mode);
      await single.start(first, rows, mode);
      const all = importing(paged.engine, paged.files);
      const work = async (parts: typeof all.parts, pageRows: number) =>
        new ImportRun({ ...parts, pageRows, inTurn: (one) => one() }, 'acme', first).work(new AbortController().signal);
      await work(paged.parts, 14);
      await work(single.parts, 1);
      expect(await paged.job(first)).toEqual({ ...(await single.job(first)), keyId: expect.anything() });
      expect(await problemsOf(paged.store, first)).toEqual(await problemsOf(single.store, first));
      expect(await ending(paged.store, paged.vault)).toEqual(await ending(single.store, single.vault));
    }),
    { numRuns: runs },
  );
}, 60_000);

it('comes to the same when it is cut off anywhere, several times, and the same file changes nothing after it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 10 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.boolean()), { maxLength: 3 }),
      async (rows, cuts) => {
        const [whole, cut] = [await importWorld(), await importWorld()];
        await whole.whole(first, rows);
        await cut.start(first, rows);
        for (const [at, isStored] of cuts) await cut.store.cutOff(at, isStored, () => cut.work(first));
        await cut.work(first);
        expect(await cut.job(first)).toEqual({ ...(await whole.job(first)), keyId: expect.anything() });
        expect(await problemsOf(cut.store, first)).toEqual(await problemsOf(whole.store, first));
        expect(await ending(cut.store, cut.vault)).toEqual(await ending(whole.store, whole.vault));
      },
    ),
    { numRuns: runs },
  );
}, 60_000);

it('is decided once however often it is asked for', async () => {
  const { start, whole, engine } = await importWorld();
  await whole(first, people);
  await start(first, people);
  expect((await engine.runner.load(importJob, streamOf.import('acme', first))).revision).toBe(4);
});
