import { Clock } from '@kith/application';
import { clockToleranceMs, type GivenInteraction, RecordInteraction } from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, typesIn } from '../support/in-memory-engine';
import { desk, email, phone, refusal } from '../support/ticket-desk';

const start = Date.parse('2026-03-03T10:00:00.000Z');

/** A clock that somebody sets. */
class SetClock extends Clock {
  time = start;
  now(): number {
    return this.time;
  }
}

describe('what is told before it can have happened', () => {
  let engine: InMemoryEngine;
  let clock: SetClock;
  const { open, tell, move, correct } = desk(() => engine);
  beforeEach(async () => {
    clock = new SetClock();
    engine = await inMemoryEngine({ clock });
  });
  const at = (ms: number) => new Date(start + clockToleranceMs + ms).toISOString();
  const record = (occurredAt: string, more: Partial<GivenInteraction> = {}) => {
    const given: GivenInteraction = { source: 'mail', id: 'm-1', channel: 'email', via: 'email', direction: 'inbound', points: [email], ...more };
    return engine.record.execute(new RecordInteraction(asking(), { ...given, occurredAt }));
  };

  it('is refused with the field, and nothing comes of it', async () => {
    await expect(record(at(1))).rejects.toMatchObject(refusal('time-in-future', { pointer: '/occurredAt' }));
    await expect(open({ at: at(1) })).rejects.toMatchObject(refusal('time-in-future', { pointer: '/at' }));
    expect(await typesIn(engine.store)).toEqual([]);
    const { ticketId } = await open();
    const before = await typesIn(engine.store);
    await expect(tell(ticketId, 'solved', at(1))).rejects.toMatchObject(refusal('time-in-future', { pointer: '/at' }));
    await expect(move(ticketId, null, undefined, { occurredAt: at(1) })).rejects.toMatchObject(refusal('time-in-future'));
    await expect(correct(ticketId, { points: [phone] }, undefined, { occurredAt: at(1) })).rejects.toMatchObject(refusal('time-in-future'));
    expect(await typesIn(engine.store)).toEqual(before);
  });

  it('is taken from a clock that goes a little before, and from any time in the past', async () => {
    const { ticketId } = await open({ at: at(0) });
    expect(await tell(ticketId, 'solved', at(0))).toMatchObject({ status: 'solved' });
    expect(await record(at(0))).toMatchObject({ outcome: 'matched' });
    expect(await record('1955-11-05T06:00:00.000Z', { id: 'm-2' })).toMatchObject({ outcome: 'matched' });
    expect(await open({ id: 'T-2', at: '1955-11-05T06:00:00Z' })).toMatchObject({ outcome: 'opened' });
  });

  it('is answered as before when it was stored, whatever the clock shows since', async () => {
    const key = { idempotencyKey: 'k' };
    const [recorded, opened] = [await record(at(0)), await open({ at: at(0) })];
    const told = await tell(opened.ticketId, 'solved', at(0), key);
    clock.time = start - 86_400_000;
    expect(await record(at(0))).toMatchObject({ outcome: 'repeated', position: recorded.position });
    expect(await open({ at: at(0) })).toMatchObject({ outcome: 'repeated', position: opened.position });
    expect(await tell(opened.ticketId, 'solved', at(0), key)).toEqual(told);
  });
});
