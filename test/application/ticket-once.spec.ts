import { MemoryEventStore } from '@kith/adapters';
import { EventStoreUnavailable, type NewEvent } from '@kith/application';
import { type InMemoryEngine, inMemoryEngine, typesIn } from '../support/in-memory-engine';
import { desk, phone, refusal } from '../support/ticket-desk';

describe('a ticket is opened once', () => {
  let engine: InMemoryEngine;
  const { remove, open, tell, stored } = desk(() => engine);
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });

  it('for each source and id: the same opening is answered as before, whoever has the points by then', async () => {
    const first = await open({ subject: 'One' });
    await remove(first.requesterId);
    expect(await open({ subject: 'One' })).toEqual({ ...first, outcome: 'repeated' });
    expect((await open({ subject: 'One', source: 'other' })).outcome).toBe('opened');
    expect((await stored(first.ticketId)).length).toBe(2);
  });

  it('and not again with other facts', async () => {
    const { ticketId } = await open({ subject: 'One' });
    await expect(open({ subject: 'Two' })).rejects.toMatchObject(refusal('ticket-exists', { ticketId }));
    await expect(open({ points: [phone], subject: 'One' })).rejects.toMatchObject(refusal('ticket-exists'));
  });

  it('under an idempotency key: the retry is answered as the first try', async () => {
    const first = await open({}, 'k1');
    await tell(first.ticketId, 'solved');
    expect(await open({}, 'k1')).toEqual(first);
    expect(await open({}, 'k2')).toEqual({ ...first, outcome: 'repeated' });
    expect(await open()).toEqual({ ...first, outcome: 'repeated' });
    await expect(open({ subject: 'Two' }, 'k1')).rejects.toMatchObject(refusal('idempotency-key-reused'));
  });

  it('when that is asked twice at once', async () => {
    for (const key of [undefined, 'k']) {
      engine = await inMemoryEngine();
      const answers = await Promise.all([open({}, key), open({}, key), open({}, key)]);
      expect(new Set(answers.map(({ requesterId, position }) => `${requesterId} ${position}`)).size).toBe(1);
      expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'EndUserCreated', 'TicketOpened', 'TicketRouted']);
    }
  });

  it('when that is asked at once under two keys by who disagrees on the facts', async () => {
    const answers = await Promise.allSettled([open({ subject: 'One' }, 'k1'), open({ subject: 'Two' }, 'k2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal('ticket-exists') });
    expect((await typesIn(engine.store)).filter((type) => type.startsWith('Ticket'))).toEqual(['TicketOpened', 'TicketRouted']);
  });

  it('when the first try was cut off after the requester was created', async () => {
    let failures = 0;
    class Failing extends MemoryEventStore {
      override async append(stream: string, expected: number, news: readonly NewEvent[]) {
        if (stream.startsWith('ticket-') && failures-- > 0) throw new EventStoreUnavailable('cut off');
        return super.append(stream, expected, news);
      }
    }
    for (const key of [undefined, 'k']) {
      failures = 1;
      engine = await inMemoryEngine({ store: new Failing() });
      await expect(open({ subject: 'One' }, key)).rejects.toThrow();
      expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'EndUserCreated']);
      const answer = await open({ subject: 'One' }, key);
      expect(answer).toMatchObject({ outcome: 'opened', createdRequester: true });
      expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'EndUserCreated', 'TicketOpened', 'TicketRouted']);
    }
  });
});
