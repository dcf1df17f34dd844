import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbFixture } from '../../support/eventstoredb-fixture';
import {
  ANY,
  BACKWARDS,
  bareClient,
  END,
  type EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  NO_STREAM,
  reachable,
  reached,
  readAllOf,
  received,
  STREAM_EXISTS,
  someEvent,
  streamNameFilter,
} from '../../support/eventstoredb-fixture/bare-client';
import { filteredReadAll } from '../../support/eventstoredb-fixture/raw-calls';

/** What was measured against a real server: the fixture must do the same, or the adapter is tested against something else. */
describe.each(['batch', 'unary'] as const)('the EventStoreDB fixture, appended to by the %s method', (method) => {
  let fixture: EventStoreDbFixture;
  let client: EventStoreDBClient;
  let stream: string;

  beforeAll(async () => {
    fixture = await EventStoreDbFixture.start({ unaryOnly: method === 'unary' });
  });
  afterAll(() => fixture.stop());
  beforeEach(() => {
    client = bareClient(fixture.url);
    stream = `thing-${randomUUID()}`;
  });
  afterEach(() => client.dispose());

  /** Restarts the server and waits until a client has noticed: connections are shared by all clients of a process. */
  const restart = async (): Promise<void> => {
    await fixture.restart();
    await reachable(client);
  };
  const refusal = (append: Promise<unknown>): Promise<Record<string, unknown>> =>
    append.then(
      () => ({ type: 'none' }),
      (error: Record<string, unknown>) => error,
    );

  it('takes appends by the method that it was started for', async () => {
    const before = fixture.appends[method];
    await client.appendToStream(stream, someEvent());
    expect(fixture.appends[method]).toBe(before + 1);
  });

  it('answers an append with revision and position of its last event, as bigint', async () => {
    const answer = await client.appendToStream(stream, [someEvent(), someEvent()], { expectedRevision: NO_STREAM });
    const [first, second] = (await readAllOf(client)).filter((event) => event.stream === stream);
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 1n, position: { commit: second?.position, prepare: second?.position } });
    expect(second?.position).toBeGreaterThan((first?.position ?? 0n) + 100n);
  });

  it.each(['no stream', 'an exact revision'])(
    'answers a repeat that expects %s like the first one, after a restart and with other data too',
    async (expects) => {
      if (expects !== 'no stream') await client.appendToStream(stream, someEvent(), { expectedRevision: NO_STREAM });
      const expectedRevision = expects === 'no stream' ? NO_STREAM : 0n;
      const [one, two] = [randomUUID(), randomUUID()];
      const first = await client.appendToStream(stream, [someEvent(one), someEvent(two)], { expectedRevision });
      await client.appendToStream(stream, someEvent());
      await restart();
      expect(await client.appendToStream(stream, [someEvent(one, 'Other'), someEvent(two, 'Other')], { expectedRevision })).toEqual(first);
      expect(await client.appendToStream(stream, someEvent(one), { expectedRevision })).toMatchObject({
        nextExpectedRevision: first.nextExpectedRevision - 1n,
      });
    },
  );

  it.each([ANY, STREAM_EXISTS] as const)('knows a repeat that expects %s until a restart, and appends it again after one', async (expectedRevision) => {
    await client.appendToStream(stream, someEvent());
    const id = randomUUID();
    const first = await client.appendToStream(stream, someEvent(id), { expectedRevision });
    expect(await client.appendToStream(stream, someEvent(id), { expectedRevision })).toEqual(first);
    await restart();
    expect((await client.appendToStream(stream, someEvent(id), { expectedRevision })).nextExpectedRevision).toBe(2n);
  });

  it('refuses what overlaps an append only in part, with an empty message and the actual version', async () => {
    const id = randomUUID();
    await client.appendToStream(stream, someEvent(id), { expectedRevision: NO_STREAM });
    const error = await refusal(client.appendToStream(stream, [someEvent(id), someEvent()], { expectedRevision: NO_STREAM }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', message: '', streamName: stream, expectedVersion: 'no_stream', actualVersion: 0n });
  });

  it.each([[5n, 'thing-none'] as const, [STREAM_EXISTS, 'thing-none'] as const])('refuses %s of a stream that is not there', async (expectedRevision, name) => {
    const error = await refusal(client.appendToStream(name, someEvent(), { expectedRevision }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', expectedVersion: expectedRevision, actualVersion: 'no_stream' });
  });

  it('refuses more than a mebibyte in one call, and stores nothing of it', async () => {
    const large = { ...someEvent(), data: { note: 'x'.repeat(600_000) } };
    expect(await refusal(client.appendToStream(stream, [large, { ...large, id: randomUUID() }]))).toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    expect(fixture.log.revision(stream)).toBe(-1);
  });

  it('takes no append whose deadline has passed while it waited', async () => {
    fixture.faults.begin({ kind: 'slow', fromMs: 150, toMs: 160, times: 1, on: ['appends'] });
    expect(await refusal(client.appendToStream(stream, someEvent(), { deadline: 80 }))).toMatchObject({ type: 'deadline-exceeded' });
    await pause(120);
    expect(fixture.log.revision(stream)).toBe(-1);
  });
});

describe('the EventStoreDB fixture, read from', () => {
  let fixture: EventStoreDbFixture;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    fixture = await EventStoreDbFixture.start();
    client = bareClient(`${fixture.url}&connectionName=reader`);
    for (let n = 0; n < 40; n += 1) await client.appendToStream(`thing-${n % 4}`, someEvent(undefined, n % 2 ? 'OddHappened' : 'EvenHappened'));
  });
  afterAll(async () => {
    await client.dispose();
    await fixture.stop();
  });
  const at = (position: bigint) => ({ commit: position, prepare: position });

  it('has positions that grow with gaps, begin after 0, and events of its own between those of clients', async () => {
    const all = await readAllOf(client);
    expect(all[0]?.position).toBeGreaterThan(1000n);
    expect(all.every(({ position }, n) => n === 0 || position > (all[n - 1]?.position ?? 0n) + 99n)).toBe(true);
    const kinds = new Set(
      all.map(({ stream, type }) => (type === '$>' ? 'link' : stream.startsWith('$$') ? 'metadata' : stream.startsWith('$') ? 'system' : 'client')),
    );
    expect([...kinds].sort()).toEqual(['client', 'link', 'metadata', 'system']);
    expect(all.slice(4).some(({ stream }) => stream.startsWith('$'))).toBe(true);
  });

  it('reads $all from a position inclusively, and backwards from before it', async () => {
    const all = await readAllOf(client);
    const [before, middle] = [all[19], all[20]];
    if (before === undefined || middle === undefined) throw new Error('too few events');
    expect((await readAllOf(client, middle.position, 5)).map(({ id }) => id)).toEqual(all.slice(20, 25).map(({ id }) => id));
    const back: string[] = [];
    for await (const { event } of client.readAll({ fromPosition: at(middle.position), direction: BACKWARDS, maxCount: 1 })) back.push(event?.id ?? '');
    expect(back).toEqual([before.id]);
  });

  it('subscribes to $all after a position, not at it', async () => {
    const all = await readAllOf(client);
    const subscription = client.subscribeToAll({ fromPosition: at(all[20]?.position ?? 0n) });
    expect((await received(subscription, 3)).slice(0, 3)).toEqual(all.slice(21, 24));
    await subscription.unsubscribe();
  });

  it('refuses to start within a record', async () => {
    const [first] = await readAllOf(client);
    await expect(readAllOf(client, (first?.position ?? 0n) + 1n)).rejects.toThrow('InvalidPosition');
    await expect(received(client.subscribeToAll({ fromPosition: at((first?.position ?? 0n) + 1n) }), 1)).rejects.toThrow('invalid position');
  });

  it('answers the last event to one who reads backwards from the end', async () => {
    const all = await readAllOf(client);
    for await (const { event } of client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })) expect(event?.id).toBe(all.at(-1)?.id);
    expect(await readAllOf(client, (all.at(-1)?.position ?? 0n) + 100_000n)).toEqual([]);
  });

  it('is not even sent the filter of readAll by the client, and honours it when it is', async () => {
    const filter: object = { filter: eventTypeFilter({ prefixes: ['Odd'] }) };
    const types = new Set<string>();
    for await (const { event } of client.readAll(filter)) types.add(event?.type ?? '');
    expect(types).toContain('EvenHappened');
    expect(new Set(await filteredReadAll(fixture.url, '^Odd'))).toEqual(new Set(['OddHappened']));
  });

  it('filters subscriptions by type and stream, and tells how far it looked', async () => {
    const checkpoints: bigint[] = [];
    const filter = eventTypeFilter({ regex: '^OddHappened$', checkpointInterval: 1, checkpointReached: (_, { commit }) => void checkpoints.push(commit) });
    const byType = client.subscribeToAll({ filter });
    expect(new Set((await received(byType, 20)).map(({ type }) => type))).toEqual(new Set(['OddHappened']));
    await reached(() => checkpoints.at(-1) === BigInt(fixture.log.records.at(-1)?.position ?? 0));
    await byType.unsubscribe();
    expect(checkpoints.length).toBeGreaterThan(1);
    const byStream = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['thing-3'] }) });
    expect(new Set((await received(byStream, 10)).map(({ stream }) => stream))).toEqual(new Set(['thing-3']));
    await byStream.unsubscribe();
    const ours = client.subscribeToAll({ filter: excludeSystemEvents() });
    expect((await received(ours, 40)).some(({ type }) => type.startsWith('$'))).toBe(false);
    await ours.unsubscribe();
  });

  it('tells a subscriber again and again under load that it has caught up', async () => {
    let caughtUp = 0;
    const subscription = client.subscribeToAll({ fromPosition: END }).on('caughtUp', () => {
      caughtUp += 1;
    });
    const all = received(subscription, 600);
    await pause(20);
    for (let round = 0; round < 3; round += 1) {
      await client.appendToStream(
        'load-1',
        Array.from({ length: 200 }, () => someEvent()),
      );
    }
    await all;
    await subscription.unsubscribe();
    expect(caughtUp).toBeGreaterThan(1);
  });

  it('reads streams forwards, backwards and from a revision', async () => {
    const revisions = async (options: object): Promise<number[]> => {
      const seen: number[] = [];
      for await (const { event } of client.readStream('thing-1', options)) seen.push(Number(event?.revision));
      return seen;
    };
    expect(await revisions({ fromRevision: 7n })).toEqual([7, 8, 9]);
    expect(await revisions({ fromRevision: 10n })).toEqual([]);
    expect(await revisions({ fromRevision: END, direction: BACKWARDS, maxCount: 2 })).toEqual([9, 8]);
    expect(await revisions({ fromRevision: 1n, direction: BACKWARDS })).toEqual([1, 0]);
  });

  it('says when a stream is not there, was deleted, or was ended for ever', async () => {
    const read = async (name: string): Promise<void> => {
      for await (const _ of client.readStream(name));
    };
    const hopeful = client.subscribeToStream('thing-none');
    await new Promise((resolve) => hopeful.once('confirmation', resolve));
    await expect(read('thing-none')).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(client.deleteStream('thing-none')).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await expect(client.tombstoneStream('thing-none')).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await hopeful.unsubscribe();
    await client.appendToStream('gone-1', someEvent());
    await client.deleteStream('gone-1');
    await expect(read('gone-1')).rejects.toMatchObject({ type: 'stream-not-found' });
    expect((await client.appendToStream('gone-1', someEvent(), { expectedRevision: NO_STREAM })).nextExpectedRevision).toBe(1n);
    await client.tombstoneStream('gone-1');
    await expect(read('gone-1')).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(client.appendToStream('gone-1', someEvent())).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('sees the name of a connection', () => {
    expect(fixture.connectionNames).toContain('reader');
  });

  it('writes nothing of its own when told so', async () => {
    const quiet = await EventStoreDbFixture.start({ systemEvents: false });
    const other = bareClient(quiet.url);
    for (let n = 0; n < 10; n += 1) await other.appendToStream('quiet-1', someEvent());
    expect((await readAllOf(other)).map(({ stream }) => stream)).toEqual(Array.from({ length: 10 }, () => 'quiet-1'));
    await other.dispose();
    await quiet.stop();
  });
});
