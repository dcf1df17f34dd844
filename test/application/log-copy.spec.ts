import { MemoryEventStore, type MemoryEventStoreOptions } from '@kith/adapters';
import {
  type Appended,
  type CopyProgress,
  copyLog,
  type EventStore,
  type LogCopy,
  LogsDiffer,
  maxEventBytes,
  type NewEvent,
  PositionUnknown,
  SourceUnfit,
  type StoredEvent,
  SystemClock,
} from '@kith/application';
import fc from 'fast-check';
import { newEvent, newEvents } from '../support/new-event';

jest.setTimeout(60_000); // many logs are copied whole

/** Ends the copy, as a killed process would: at the n-th append, before or after that is stored. */
class CutStore extends MemoryEventStore {
  appends = 0;
  cut: { readonly at: number; readonly stored: boolean } | undefined;

  override async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const cut = this.cut?.at === this.appends++ ? this.cut : undefined;
    if (cut && !cut.stored) throw new Error('cut');
    const appended = await super.append(stream, expected, events);
    if (cut) throw new Error('cut');
    return appended;
  }
}

const copy = (source: EventStore, target: EventStore, more: Partial<LogCopy> = {}) => copyLog({ source, target, clock: new SystemClock(), ...more });

const everything = async (store: EventStore, after = 0n): Promise<readonly StoredEvent[]> => (await store.readAll({ after, limit: 1_000_000 })).events;

/** The event as a copy must hold it too, whatever positions are. */
const kept = ({ position: _, metadata: { copied: __, ...metadata }, ...event }: StoredEvent) => ({ ...event, metadata });

type Step = readonly [stream: number, count: number, data: object];
const steps = fc.array(
  fc.tuple(
    fc.nat(4),
    fc.integer({ min: 1, max: 4 }),
    fc.oneof(
      fc.record({ text: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')) }),
      fc.constantFrom({ 10: 'a', 2: 'b', '01': 'c' }, { n: [1.0, -0, 1e21, null] }, {}),
    ),
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
);

async function logOf(given: readonly Step[], store: EventStore = new MemoryEventStore()): Promise<EventStore> {
  const revisions = new Map<string, number>();
  for (const [n, count, data] of given) {
    const [stream, type] = [`thing-acme.${n}`, n % 2 ? 'ThingHappened' : 'ThingEnded'];
    const revision = revisions.get(stream) ?? -1;
    const events = Array.from({ length: count }, () => newEvent(type, data));
    await store.append(stream, revision, events);
    revisions.set(stream, revision + count);
  }
  return store;
}

describe('a copy of a log', () => {
  it('is the log, however often it was cut and resumed; none of the old positions is known there, and every new one is', async () => {
    const cuts = fc.array(fc.record({ at: fc.nat(12), stored: fc.boolean() }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, cuts, async (given, breaks) => {
        const [source, target] = [await logOf(given), new CutStore()];
        const originals = await everything(source);
        for (const cut of breaks) {
          Object.assign(target, { cut, appends: 0 });
          await copy(source, target).catch((error: Error) => expect(error.message).toBe('cut'));
          const part = await everything(target);
          expect(part.map(kept)).toEqual(originals.slice(0, part.length).map(kept));
        }
        target.cut = undefined;
        const held = (await everything(target)).length;
        const done = await copy(source, target);
        const copies = await everything(target);
        expect(done).toMatchObject({ events: originals.length, copied: originals.length - held, head: copies.at(-1)?.position });
        expect(copies.map(kept)).toEqual(originals.map(kept));
        expect(copies.map(({ metadata }) => metadata.copied)).toEqual(
          originals.map(({ position }) => ({ position: position.toString(), upTo: done.upTo.toString() })),
        );
        expect(done.upTo).toBeGreaterThanOrEqual(2n * (originals.at(-1)?.position ?? 0n));
        for (const { position } of originals) await expect(target.readAll({ after: position, limit: 1 })).rejects.toThrow(PositionUnknown);
        for (const [n, { position }] of copies.entries()) expect(await everything(target, position)).toEqual(copies.slice(n + 1));
      }),
      { numRuns: 30 },
    );
  });

  it('comes about through answers that get lost, with or without what they were about, and holds nothing twice', async () => {
    jest.spyOn(global, 'setTimeout').mockImplementation((wake) => setImmediate(wake) as unknown as NodeJS.Timeout);
    const outcomes = fc.infiniteStream(fc.constantFrom('store', 'store', 'store', 'store-but-unknown', 'lose-unknown'));
    await fc.assert(
      fc.asyncProperty(steps, outcomes, async (given, next) => {
        const intercept = () => next.next().value as ReturnType<NonNullable<MemoryEventStoreOptions['intercept']>>;
        const [source, target] = [await logOf(given), new MemoryEventStore({ intercept })];
        await copy(source, target);
        expect((await everything(target)).map(kept)).toEqual((await everything(source)).map(kept));
      }),
      { numRuns: 25 },
    );
    jest.restoreAllMocks();
  });

  it('of a copy, back and forth, is still the log: its digest stays, and every log knows only its own positions', async () => {
    const logs = [await logOf([...Array(40).keys()].map((n) => [n % 3, 1 + (n % 2), { n }] as const))];
    const digests = new Set<string>();
    const seen: bigint[] = [];
    for (let n = 0; n < 6; n++) {
      const [source, target] = [logs.at(-1) as EventStore, new MemoryEventStore()];
      seen.push(...(await everything(source)).map(({ position }) => position));
      digests.add((await copy(source, target)).digest);
      for (const position of seen) await expect(target.readAll({ after: position, limit: 1 })).rejects.toThrow(PositionUnknown);
      logs.push(target);
    }
    const [first, last] = [await everything(logs[0] as EventStore), await everything(logs.at(-1) as EventStore)];
    expect(last.map(kept)).toEqual(first.map(kept));
    expect(digests.size).toBe(1);
  });

  it('puts events that follow each other in one stream into one append, as far as the limits allow', async () => {
    const source = new MemoryEventStore();
    await source.append('thing-acme.1', -1, newEvents(400));
    await source.append('thing-acme.1', 399, newEvents(400));
    await source.append('thing-acme.2', -1, newEvents(3));
    await source.append('thing-acme.1', 799, newEvents(1));
    const large = newEvent('ThingHappened', { text: 'é'.repeat(200_000) });
    for (let n = 0; n < 5; n++)
      await source.append('thing-acme.3', n - 1, [{ ...large, metadata: { ...large.metadata, eventId: newEvent().metadata.eventId } }]);
    const target = new CutStore();
    await copy(source, target);
    expect(target.appends).toBe(2 + 1 + 1 + 3);
  });

  it('takes in events of the greatest size, and what came while it was cut', async () => {
    const [source, target] = [new MemoryEventStore(), new CutStore()];
    const empty = newEvent('ThingHappened', { text: '' });
    const rest = maxEventBytes - Buffer.byteLength(JSON.stringify(empty.data)) - Buffer.byteLength(JSON.stringify(empty.metadata));
    await source.append('thing-acme.1', -1, [{ ...empty, data: { text: 'x'.repeat(rest) } }]);
    await source.append('thing-acme.2', -1, newEvents(1));
    target.cut = { at: 1, stored: false };
    await expect(copy(source, target)).rejects.toThrow('cut');
    await source.append('thing-acme.2', 0, newEvents(1));
    expect(await copy(source, target)).toMatchObject({ events: 3, copied: 2 });
    expect(target.appends).toBe(3);
    expect(await copy(source, target)).toMatchObject({ events: 3, copied: 0 });
  });

  it('of an empty log is an empty log', async () => {
    const target = new MemoryEventStore();
    expect(await copy(new MemoryEventStore(), target)).toMatchObject({ events: 0, copied: 0, head: 0n });
    expect(await target.head()).toBe(0n);
  });

  it('says how far it is, phase by phase, and stops when it is told to', async () => {
    const source = await logOf([...Array(3000).keys()].map((n) => [n % 5, 2, {}] as const));
    const told: CopyProgress[] = [];
    await copy(source, new MemoryEventStore(), { onProgress: (progress) => told.push(progress) });
    const phases = [...new Set(told.map(({ phase }) => phase))];
    expect(phases).toEqual(['comparing', 'copying', 'verifying']);
    for (const phase of phases.slice(1)) {
      const shares = told.filter((progress) => progress.phase === phase).map(({ share }) => share);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.length).toBeGreaterThan(2);
      expect(shares.at(-1)).toBe(1);
    }
    expect(told.at(-1)?.events).toBe(6000);
    const stop = new AbortController();
    const target = new MemoryEventStore();
    const stopped = copy(source, target, { signal: stop.signal, onProgress: ({ phase }) => phase === 'copying' && stop.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    const held = (await everything(target)).length;
    expect(held).toBeGreaterThan(0);
    expect(await copy(source, target)).toMatchObject({ events: 6000, copied: 6000 - held });
  });
});

describe('a copy is refused, with nothing written,', () => {
  const given = [...Array(20).keys()].map((n) => [n % 3, 1, { n }] as const);

  const refused = async (source: EventStore, target: EventStore, error: new (message: string) => Error, words: string) => {
    const [head, held] = [await target.head(), await everything(target)];
    await expect(copy(source, target)).rejects.toMatchObject({ name: error.name, message: expect.stringContaining(words) });
    expect([await target.head(), await everything(target)]).toEqual([head, held]);
  };

  it('into a log with events of its own', async () => {
    await refused(await logOf(given), await logOf(given.slice(0, 1)), LogsDiffer, 'copy into an empty one');
  });

  it('into a copy of another log, or of the same log as it would be were a single event another one', async () => {
    const other = new MemoryEventStore();
    await copy(await logOf(given), other);
    await refused(await logOf(given), other, LogsDiffer, 'event 1 of the target');
    const source = await logOf(given);
    const originals = await everything(source);
    for (const change of [
      (event: StoredEvent) => ({ ...event, data: { n: -1 } }),
      (event: StoredEvent) => ({ ...event, type: 'ThingElse' }),
      (event: StoredEvent) => ({ ...event, metadata: { ...event.metadata, recordedAt: '2026-03-01T09:30:00.001Z' } }),
      (event: StoredEvent) => ({ ...event, metadata: { ...event.metadata, copied: { position: '8', upTo: '64' } } }),
      (event: StoredEvent) => ({ ...event, metadata: { ...event.metadata, copied: { position: String(event.position), upTo: '128' } } }),
    ]) {
      const target = new MemoryEventStore();
      for (const [at, original] of originals.slice(0, 9).entries()) {
        const copied = { ...original, metadata: { ...original.metadata, copied: { position: String(original.position), upTo: '64' } } };
        await target.append(original.stream, original.revision - 1, [at === 4 ? change(copied) : copied]);
      }
      await refused(source, target, LogsDiffer, 'event 5 of the target');
    }
  });

  it('into a log in which an engine has gone on since', async () => {
    const [source, target] = [await logOf(given), new MemoryEventStore()];
    await copy(source, target);
    await target.append('thing-acme.9', -1, newEvents(1));
    await refused(source, target, LogsDiffer, 'holds more than the source');
  });

  it('into a copy of a part, once the source has outgrown the positions that were set apart for it', async () => {
    const [source, target] = [await logOf(given), new CutStore()];
    target.cut = { at: 3, stored: true };
    await expect(copy(source, target)).rejects.toThrow('cut');
    await source.append('thing-acme.9', -1, newEvents(44));
    expect(await source.head()).toBe(64n);
    await source.append('thing-acme.9', 43, newEvents(1));
    await refused(source, target, SourceUnfit, 'grown beyond position 64');
  });
});

it('a copy stops at what somebody else writes into the target in between', async () => {
  jest.spyOn(global, 'setTimeout').mockImplementation((wake) => setImmediate(wake) as unknown as NodeJS.Timeout);
  const source = await logOf([...Array(30).keys()].map((n) => [n % 3, 1, { n }] as const));
  let appends = 0;
  const target: MemoryEventStore = new MemoryEventStore({ intercept: () => (appends++ === 7 ? 'lose-unknown' : 'store') });
  const original = target.readTexts.bind(target);
  jest.spyOn(target, 'readTexts').mockImplementation(async (options) => {
    if (appends === 8) await target.append('thing-acme.stranger', -1, newEvents(1));
    return original(options);
  });
  await expect(copy(source, target)).rejects.toThrow('somebody else wrote into the target: revision 0 of thing-acme.stranger');
  jest.restoreAllMocks();
});

it('a copy that the source outgrows while it runs says so, and the next one takes the rest', async () => {
  const source = await logOf([...Array(3000).keys()].map((n) => [n % 5, 1, { n }] as const));
  const target = new MemoryEventStore();
  let grown = false;
  const grow = async ({ phase }: CopyProgress) => {
    if (phase !== 'verifying' || grown) return;
    grown = true;
    await source.append('thing-acme.late', -1, newEvents(2));
  };
  await expect(copy(source, target, { onProgress: (progress) => void grow(progress) })).rejects.toThrow(SourceUnfit);
  expect(await copy(source, target)).toMatchObject({ events: 3002, copied: 2 });
});
