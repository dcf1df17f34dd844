import { randomUUID } from 'node:crypto';
import { type EventStore, WrongExpectedRevision } from '@kith/application';
import { newEvent, newEvents } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

/** Expected revisions, races and repetitions. */
export function appending(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  let store: EventStore;
  beforeEach(async () => {
    fixture = await makeFixture();
    store = fixture.store;
  });
  afterEach(() => fixture.dispose());

  it('answers with revision and position of the last event', async () => {
    const first = await store.append('thing-acme.1', -1, newEvents(3));
    expect(first.revision).toBe(2);
    const second = await store.append('thing-acme.1', 2, newEvents(1));
    expect(second.revision).toBe(3);
    expect(second.position).toBeGreaterThan(first.position);
    expect(await store.head()).toBe(second.position);
  });

  it('refuses any revision that is not that of the last event, naming both, and stores nothing', async () => {
    await store.append('thing-acme.1', -1, newEvents(3));
    const before = await store.head();
    for (const expected of [-1, 0, 1, 3, 700])
      await expect(store.append('thing-acme.1', expected, newEvents(2))).rejects.toMatchObject({
        name: 'WrongExpectedRevision',
        stream: 'thing-acme.1',
        expected,
        actual: 2,
      });
    await expect(store.append('thing-acme.none', 0, newEvents(1))).rejects.toMatchObject({ name: 'WrongExpectedRevision', actual: -1 });
    expect(await store.head()).toBe(before);
    expect(await store.readStream('thing-acme.none')).toEqual([]);
  });

  it('keeps streams apart whose names differ only in case or at the end', async () => {
    const names = ['thing-acme.a', 'thing-acme.A', 'Thing-acme.a', 'thing-acme.a.', 'thing-acme.aa'];
    for (const name of names) expect(await store.append(name, -1, newEvents(1))).toMatchObject({ revision: 0 });
    for (const name of names) expect((await store.readStream(name)).map(({ stream }) => stream)).toEqual([name]);
  });

  it('lets a failing append harm none of those made at the same moment', async () => {
    await store.append('thing-acme.taken', -1, newEvents(1));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 90 }, (_, n) => store.append(n % 3 === 0 ? 'thing-acme.taken' : `thing-acme.free${n}`, -1, newEvents(2))),
    );
    outcomes.forEach((outcome, n) => {
      if (n % 3 === 0) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'WrongExpectedRevision', actual: 0 } });
      else expect(outcome).toMatchObject({ status: 'fulfilled', value: { revision: 1 } });
    });
    expect((await store.readAll({ after: 0n, limit: 1000 })).events).toHaveLength(1 + 60 * 2);
  });

  it('lets exactly one of many racing writers win each revision, and tells the others where the stream is', async () => {
    const clients = [store, await fixture.connect()];
    for (let expected = -1; expected < 40; expected += 1) {
      const racers = Array.from({ length: 16 }, (_, n) => (clients[n % 2] as EventStore).append('thing-acme.contested', expected, newEvents(1)));
      const outcomes = await Promise.allSettled(racers);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toEqual(new WrongExpectedRevision('thing-acme.contested', expected, expected + 1));
    }
    expect((await store.readStream('thing-acme.contested')).map(({ revision }) => revision)).toEqual(Array.from({ length: 41 }, (_, n) => n));
  });

  it('answers a repeated append with its first result and stores nothing again, whatever was appended since', async () => {
    const events = newEvents(3);
    const first = await store.append('thing-acme.1', -1, newEvents(1)).then(() => store.append('thing-acme.1', 0, events));
    expect(await store.append('thing-acme.1', 0, events)).toEqual(first);
    await store.append('thing-acme.1', 3, newEvents(5));
    await store.append('thing-acme.2', -1, newEvents(1));
    const head = await store.head();
    expect(await (await fixture.connect()).append('thing-acme.1', 0, events)).toEqual(first);
    expect(await store.head()).toBe(head);
  });

  it('stores an append once when it is made twice at the same moment', async () => {
    const other = await fixture.connect();
    for (let n = 0; n < 20; n += 1) {
      const events = newEvents(2);
      const [one, two] = await Promise.all([store.append(`thing-acme.${n}`, -1, events), other.append(`thing-acme.${n}`, -1, events)]);
      expect(two).toEqual(one);
      expect(await store.readStream(`thing-acme.${n}`)).toHaveLength(2);
    }
  });

  it('takes an append that only overlaps a stored one for another writer', async () => {
    const [a, b, c] = [newEvent(), newEvent(), newEvent()];
    await store.append('thing-acme.1', -1, [a, b, c]);
    const overlapping = { longer: [a, b, c, newEvent()], 'another end': [a, b, newEvent()], 'another order': [b, a, c], 'another start': [newEvent(), b, c] };
    for (const events of Object.values(overlapping))
      await expect(store.append('thing-acme.1', -1, events)).rejects.toEqual(new WrongExpectedRevision('thing-acme.1', -1, 2));
    await expect(store.append('thing-acme.1', 0, [a, b, c])).rejects.toEqual(new WrongExpectedRevision('thing-acme.1', 0, 2));
    await expect(store.append('thing-acme.1', 1, [c, newEvent()])).rejects.toEqual(new WrongExpectedRevision('thing-acme.1', 1, 2));
    expect(await store.readStream('thing-acme.1')).toHaveLength(3);
  });

  it('goes by event ids, not by what the events say, when an append is repeated', async () => {
    const eventId = randomUUID();
    const first = await store.append('thing-acme.1', -1, [newEvent('ThingHappened', { text: 'first' }, eventId)]);
    expect(await store.append('thing-acme.1', -1, [newEvent('ThingHappened', { text: 'second' }, eventId)])).toEqual(first);
    expect((await store.readStream('thing-acme.1'))[0]?.data).toEqual({ text: 'first' });
  });
}
