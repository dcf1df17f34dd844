import { type EventStore, PositionUnknown } from '@kith/application';
import { newEvent, newEvents } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

/** How many events come after a position, whatever positions look like. */
export function counting(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  let store: EventStore;
  beforeEach(async () => {
    fixture = await makeFixture();
    store = fixture.store;
  });
  afterEach(() => fixture.dispose());

  it('counts events, exactly as far as it is asked to and maybe further', async () => {
    expect(await store.countAfter(0n, 10)).toBe(0);
    await store.append('thing-acme.1', -1, newEvents(3));
    await store.append('thing-acme.2', -1, newEvents(4));
    const { events } = await store.readAll({ after: 0n, limit: 10 });
    for (const [i, { position }] of events.entries()) expect(await store.countAfter(position, 10)).toBe(6 - i);
    expect(await store.countAfter(0n, 7)).toBe(7);
    const more = await store.countAfter(0n, 5);
    expect(more).toBeGreaterThanOrEqual(5);
    expect(more).toBeLessThanOrEqual(7);
    expect(await store.countAfter(await store.head(), 10)).toBe(0);
  });

  it('counts all of a copied log from its beginning, and nothing after a position of the other one', async () => {
    const copied = { position: '1', upTo: '1024' };
    const [first, second] = [newEvent('ThingHappened', {}), newEvent('ThingEnded', {})];
    await store.append('thing-acme.1', -1, [
      { ...first, metadata: { ...first.metadata, copied } },
      { ...second, metadata: { ...second.metadata, copied: { ...copied, position: '2' } } },
    ]);
    expect(await store.countAfter(0n, 10)).toBe(2);
    await expect(store.countAfter(1n, 10)).rejects.toThrow(PositionUnknown);
  });
}
