import { MemoryEventStore } from '@kith/adapters';
import { AppendOutcomeUnknown, Clock, Runner } from '@kith/application';
import { apiKey, CreateApiKey, RevokeApiKey, streamOf } from '@kith/domain';
import { step, TestClock } from '../support/in-memory-engine';

class GivenClock extends Clock {
  constructor(readonly times: string[]) {
    super();
  }
  now(): number {
    return Date.parse(this.times.shift() ?? '2030-01-01T00:00:00Z');
  }
}

const create = (keyId = 'k1') => new CreateApiKey('acme', keyId, 'service', 'crm', 'hash');
const command = (n: number) => step(`00000000-0000-4000-8000-0000000000${n}`);

describe('running a decider', () => {
  it('records who, why and when beside each event', async () => {
    const store = new MemoryEventStore();
    await new Runner(store, new GivenClock(['2026-03-03T10:00:00Z'])).run(apiKey, create(), {
      ...command(10),
      onBehalfOf: 'agent-7',
      occurredAt: '2026-03-01T09:00:00.000Z',
    });
    const [event] = await store.readStream(streamOf.apiKey('k1'));
    expect(event?.metadata).toEqual({
      ...command(10),
      onBehalfOf: 'agent-7',
      eventId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      occurredAt: '2026-03-01T09:00:00.000Z',
      recordedAt: '2026-03-03T10:00:00.000Z',
      schema: 1,
    });
  });

  it('never records an event before its predecessor, though the clock steps back', async () => {
    const store = new MemoryEventStore();
    const runner = new Runner(store, new GivenClock(['2026-03-03T10:00:00Z', '2026-03-03T09:00:00Z']));
    await runner.run(apiKey, create(), command(10));
    await runner.run(apiKey, new RevokeApiKey('acme', 'k1'), command(11));
    const times = (await store.readStream(streamOf.apiKey('k1'))).map((e) => [e.metadata.recordedAt, e.metadata.occurredAt]);
    expect(times).toEqual([
      ['2026-03-03T10:00:00.000Z', '2026-03-03T10:00:00.000Z'],
      ['2026-03-03T10:00:00.000Z', '2026-03-03T10:00:00.000Z'],
    ]);
  });

  it('sees what another runner appended since it last looked', async () => {
    const store = new MemoryEventStore();
    const [one, other] = [new Runner(store, new TestClock()), new Runner(store, new TestClock())];
    await one.run(apiKey, create(), command(10));
    await other.run(apiKey, new RevokeApiKey('acme', 'k1'), command(11));
    expect((await one.load(apiKey, streamOf.apiKey('k1'))).state.status).toBe('revoked');
  });

  it('decides again when the race is lost', async () => {
    const store = new MemoryEventStore();
    const [one, other] = [new Runner(store, new TestClock()), new Runner(store, new TestClock())];
    const [a, b] = await Promise.all([one.run(apiKey, create(), command(10)), other.run(apiKey, create(), command(11))]);
    expect([a.events.length, b.events.length].sort()).toEqual([0, 1]);
    expect(await store.head()).toBe(1n);
  });

  it('tells two decisions of one command at one place apart', async () => {
    const store = new MemoryEventStore();
    const [one, other] = [new Runner(store, new TestClock()), new Runner(store, new TestClock())];
    // One creates, the other thinks it must revoke at the same revision: the same command, but not the same event.
    await one.run(apiKey, create(), command(10));
    const stubborn = { ...apiKey, decide: () => [{ type: 'ApiKeyRevoked', data: {} } as const] };
    const taken = await other.run({ ...stubborn, initial: apiKey.initial }, create(), command(10));
    expect(taken.position).toBe(2n);
  });

  it('gives up with the outcome unknown when no try has an answer, and a later retry finds what was stored', async () => {
    let answering = false;
    const store = new MemoryEventStore({ intercept: () => (answering ? 'store' : 'store-but-unknown') });
    const runner = new Runner(store, new TestClock());
    await expect(runner.run(apiKey, create(), command(10))).rejects.toThrow(AppendOutcomeUnknown);
    answering = true;
    expect((await runner.once(apiKey, create(), command(10))).position).toBe(1n);
    expect(await store.head()).toBe(1n);
  });

  it('gives up as too contested when it never sees the stream as it is', async () => {
    const store = new MemoryEventStore();
    await new Runner(store, new TestClock()).run(apiKey, create(), command(10));
    store.readStream = async () => [];
    await expect(new Runner(store, new TestClock()).run(apiKey, create(), command(11))).rejects.toMatchObject({ code: 'too-contested' });
    expect(await store.head()).toBe(1n);
  });
});
