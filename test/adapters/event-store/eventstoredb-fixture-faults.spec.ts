import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbFixture, type Fault } from '../../support/eventstoredb-fixture';
import {
  bareClient,
  END,
  type EventStoreDBClient,
  excludeSystemEvents,
  NO_STREAM,
  reachable,
  reached,
  readAllOf,
  received,
  someEvent,
} from '../../support/eventstoredb-fixture/bare-client';
import { repliesToOneAppend } from '../../support/eventstoredb-fixture/raw-calls';

type Failure = { readonly type?: string; readonly code?: number; readonly message: string; readonly [field: string]: unknown };

/** What the bare client makes of each fault, as it was measured against a real server. */
describe('the faults of the EventStoreDB fixture', () => {
  let fixture: EventStoreDbFixture;
  let client: EventStoreDBClient;
  let stream: string;

  beforeAll(async () => {
    fixture = await EventStoreDbFixture.start();
  });
  afterAll(() => fixture.stop());
  beforeEach(async () => {
    stream = `thing-${randomUUID()}`;
    client = bareClient(fixture.url);
    await reachable(client);
    await client.appendToStream('warm-1', someEvent());
  });
  afterEach(async () => {
    fixture.faults.lift();
    await client.dispose();
  });

  const append = (): Promise<unknown> => client.appendToStream(stream, someEvent(), { expectedRevision: NO_STREAM });
  const failure = (promise: Promise<unknown>): Promise<Failure> =>
    promise.then(
      () => ({ message: 'none' }),
      (error: Failure) => error,
    );
  const stored = (): boolean => fixture.log.revision(stream) === 0;
  const once = (fault: Fault): (() => void) => fixture.faults.begin({ on: ['appends'], ...fault, times: 1 } as Fault);

  it.each([
    ['before', true],
    ['never', false],
  ] as const)('break the connection of an append that is stored %s', async (when, isStored) => {
    once({ kind: 'drop', stored: when });
    expect(await failure(append())).toMatchObject({ type: 'unavailable' });
    expect(stored()).toBe(isStored);
  });

  it('store an append after its connection has broken', async () => {
    once({ kind: 'drop', stored: 'after', lateMs: 40 });
    expect(await failure(append())).toMatchObject({ type: 'unavailable' });
    await pause(80);
    expect(stored()).toBe(true);
  });

  it("break one connection, and the client rejects every other client's appends with it", async () => {
    const elsewhere = await EventStoreDbFixture.start();
    const bystander = bareClient(elsewhere.url);
    await reachable(bystander);
    elsewhere.faults.begin({ kind: 'freeze', stored: 'before', on: ['appends'] });
    const innocent = failure(bystander.appendToStream(stream, someEvent()));
    await pause(30);
    once({ kind: 'drop' });
    await failure(append());
    expect(await innocent).toMatchObject({ type: 'unavailable' });
    expect(elsewhere.log.revision(stream)).toBe(0);
    await bystander.dispose();
    await elsewhere.stop();
  });

  it.each([
    ['before', true],
    [undefined, false],
  ] as const)('freeze appends, stored %s the freeze, until it is lifted', async (when, early) => {
    const thaw = fixture.faults.begin({ kind: 'freeze', on: ['appends'], ...(when && { stored: when }) });
    let answered = false;
    const appended = client.appendToStream(stream, someEvent(), { expectedRevision: NO_STREAM }).then(() => {
      answered = true;
    });
    await pause(60);
    expect({ answered, stored: stored() }).toEqual({ answered: false, stored: early });
    thaw();
    await appended;
    expect(stored()).toBe(true);
  });

  it.each([
    ['does not store what is past its deadline', undefined, false],
    ['may store it all the same', 'after', true],
  ] as const)('thaw a server that %s', async (_, when, isStored) => {
    const thaw = fixture.faults.begin({ kind: 'freeze', on: ['appends'], ...(when && { stored: when }) });
    const refused = failure(client.appendToStream(stream, someEvent(), { expectedRevision: NO_STREAM, deadline: 40 }));
    await pause(80);
    thaw();
    expect((await refused).type).toBe(isStored ? undefined : 'deadline-exceeded');
    expect(stored()).toBe(isStored);
  });

  it('freeze reads and subscriptions until it is lifted', async () => {
    await append();
    const thaw = fixture.faults.begin({ kind: 'freeze', on: ['reads', 'subscriptions'] });
    let read = 0;
    const both = Promise.all([
      readAllOf(client).then(() => {
        read += 1;
      }),
      received(client.subscribeToAll(), 1).then(() => {
        read += 1;
      }),
    ]);
    await pause(50);
    expect(read).toBe(0);
    thaw();
    await both;
    expect(read).toBe(2);
  });

  it('answer an append a second time, later, of which the client would die', async () => {
    expect(await repliesToOneAppend(fixture.url, 100)).toBe(1);
    once({ kind: 'late-reply', afterMs: 40 });
    expect(await repliesToOneAppend(fixture.url, 150)).toBe(2);
  });

  it('send the client to a leader, which it then uses', async () => {
    const leader = await EventStoreDbFixture.start();
    const { hostname: host, port } = new URL(leader.url);
    once({ kind: 'not-leader', leader: { host, port: Number(port) } });
    expect(await failure(append())).toMatchObject({ type: 'not-leader', leader: { address: host, port: Number(port) } });
    expect(stored()).toBe(false);
    await pause(20);
    await append();
    expect(leader.log.revision(stream)).toBe(0);
    await client.dispose();
    await leader.stop();
  });

  it.each<[Fault, Partial<Failure>]>([
    [{ kind: 'not-leader' }, { type: 'unknown', message: 'Could not recognize No leader info available in response' }],
    [{ kind: 'not-ready' }, { type: 'unknown', message: 'Could not recognize Server Is Not Ready' }],
    [{ kind: 'wrong-revision' }, { type: 'wrong-expected-version', message: '', expectedVersion: 'no_stream', actualVersion: 'no_stream' }],
    [{ kind: 'timeout', afterMs: 30 }, { type: 'deadline-exceeded' }],
    [{ kind: 'unavailable' }, { type: 'unavailable' }],
    [{ kind: 'too-large' }, { type: 'maximum-append-size-exceeded' }],
    [{ kind: 'access-denied' }, { type: 'access-denied' }],
  ])('refuse an append that meets %j', async (fault, expected) => {
    once(fault);
    expect(await failure(append())).toMatchObject(expected);
    expect(stored()).toBe(false);
    await reachable(client);
    await append();
  });

  it.each([
    ['before', 0],
    ['after', 30],
  ] as const)('time out an append that is stored %s all the same', async (when, lateMs) => {
    once({ kind: 'timeout', afterMs: 20, stored: when, lateMs });
    expect(await failure(append())).toMatchObject({ type: 'deadline-exceeded' });
    await pause(60);
    expect(stored()).toBe(true);
  });

  it.each<[Fault, Partial<Failure>]>([
    [{ kind: 'not-ready' }, { type: 'unavailable', message: expect.stringContaining('Server Is Not Ready') as string }],
    [{ kind: 'drop' }, { type: 'unavailable' }],
    [{ kind: 'not-leader' }, { type: 'unknown' }],
    [{ kind: 'timeout', afterMs: 10 }, { type: 'timeout' }],
  ])('refuse a read that meets %j', async (fault, expected) => {
    fixture.faults.begin({ ...fault, on: ['reads'], times: 1 });
    expect(await failure(readAllOf(client))).toMatchObject(expected);
  });

  it('show reads an older log', async () => {
    await append();
    fixture.faults.begin({ kind: 'stale', lagMs: 600_000, times: 2 });
    expect(await readAllOf(client)).toEqual([]);
    await expect(streamOf(client, stream)).rejects.toMatchObject({ type: 'stream-not-found' });
    expect(await streamOf(client, stream)).toBe(1);
  });

  it('end a live subscription with one error, after which nothing comes', async () => {
    const events: string[] = [];
    const subscription = client.subscribeToAll({ fromPosition: END, filter: excludeSystemEvents() });
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    for (const name of ['data', 'error', 'end'] as const) subscription.on(name, () => void events.push(name));
    await append();
    await reached(() => events.length === 1);
    fixture.faults.begin({ kind: 'unavailable', on: ['subscriptions'], times: 1 });
    await reached(() => events.length === 2);
    await reachable(client);
    await client.appendToStream(stream, someEvent());
    await pause(50);
    expect(events).toEqual(['data', 'error']);
  });

  it('end a batch without a word, and that client neither hears of its appends again nor can be disposed of', async () => {
    const doomed = bareClient(fixture.url);
    await doomed.appendToStream('warm-1', someEvent());
    const settled: string[] = [];
    const note = (what: string, promise: Promise<unknown>): void => void failure(promise).then(() => settled.push(what));
    once({ kind: 'silent-end', stored: 'before' });
    note('in flight', doomed.appendToStream(stream, someEvent(), { expectedRevision: NO_STREAM }));
    await pause(50);
    note('later', doomed.appendToStream(stream, someEvent()));
    note('disposed', doomed.dispose());
    await pause(100);
    expect(settled).toEqual([]);
    expect(stored()).toBe(true);
    await client.appendToStream(stream, someEvent());
  });

  it('end a read early and a subscription, without an error', async () => {
    fixture.faults.begin({ kind: 'silent-end', on: ['reads'], times: 1, afterEvents: 2 });
    expect((await readAllOf(client)).length).toBe(2);
    const events: string[] = [];
    const subscription = client.subscribeToAll();
    for (const name of ['error', 'end'] as const) subscription.on(name, () => void events.push(name));
    await received(subscription, 1);
    fixture.faults.begin({ kind: 'silent-end', on: ['subscriptions'], times: 1 });
    await reached(() => events.length > 0);
    expect(events).toEqual(['end']);
  });

  it('come from the client too: a call that is too large for the server rejects the appends in flight', async () => {
    const narrow = await EventStoreDbFixture.start({ maxMessageBytes: 1_500_000 });
    const careless = bareClient(narrow.url);
    narrow.faults.begin({ kind: 'freeze', on: ['appends'], stored: 'before' });
    const innocent = failure(careless.appendToStream(stream, someEvent()));
    await reached(() => narrow.log.revision(stream) === 0);
    const huge = { ...someEvent(), data: { note: 'x'.repeat(2_000_000) } };
    expect((await failure(careless.appendToStream('huge-1', huge))).message).toContain('RESOURCE_EXHAUSTED');
    expect((await innocent).message).toContain('RESOURCE_EXHAUSTED');
    await careless.dispose();
    await narrow.stop();
  });

  it('make calls wait for a time within a range', async () => {
    const lift = fixture.faults.begin({ kind: 'slow', fromMs: 40, toMs: 80, on: ['appends'] });
    const started = performance.now();
    await append();
    const took = performance.now() - started;
    expect(took).toBeGreaterThan(38);
    lift();
    await client.appendToStream(stream, someEvent());
  });

  it('strike so many calls, or a share of them', async () => {
    fixture.faults.begin({ kind: 'wrong-revision', times: 2 });
    const results = await Promise.all(Array.from({ length: 5 }, () => failure(client.appendToStream('many-1', someEvent()))));
    expect(results.filter(({ message }) => message === '').length).toBe(2);
    fixture.faults.begin({ kind: 'wrong-revision', share: 0.5 });
    const shared = await Promise.all(Array.from({ length: 100 }, () => failure(client.appendToStream('many-1', someEvent()))));
    expect(shared.filter(({ message }) => message === '').length).toBeGreaterThan(10);
    expect(shared.filter(({ message }) => message === 'none').length).toBeGreaterThan(10);
  });

  it('take the server away: in-flight appends are unavailable, later ones a plain error with code 14', async () => {
    fixture.faults.begin({ kind: 'freeze', on: ['appends'] });
    const inFlight = failure(append());
    await pause(30);
    const restarted = fixture.restart({ downMs: 150 });
    expect(await inFlight).toMatchObject({ type: 'unavailable' });
    await pause(30);
    const late = await failure(client.appendToStream(stream, someEvent()));
    expect(late).toMatchObject({ code: 14 });
    expect(late.type).toBeUndefined();
    await restarted;
    fixture.faults.lift();
    await reachable(client);
    expect((await readAllOf(client)).length).toBe(fixture.log.records.length);
  });
});

async function streamOf(client: EventStoreDBClient, stream: string): Promise<number> {
  let count = 0;
  for await (const _ of client.readStream(stream)) count += 1;
  return count;
}
