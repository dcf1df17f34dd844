import { type EventStore, maxAppendBytes, maxAppendEvents, maxEventBytes, type NewEvent } from '@kith/application';
import { newEvent, newEvents } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

/** An event that takes exactly so many bytes as JSON, data and metadata together. */
function eventOf(bytes: number, letter = 'x'): NewEvent {
  const empty = newEvent('ThingHappened', { text: '' });
  const rest = bytes - Buffer.byteLength(JSON.stringify(empty.data)) - Buffer.byteLength(JSON.stringify(empty.metadata));
  const size = Buffer.byteLength(letter);
  return { ...empty, data: { text: letter.repeat(Math.floor(rest / size)) + 'x'.repeat(rest % size) } };
}

/** What is refused before anything is stored: each limit kept exactly, and one beyond. */
export function limits(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  let store: EventStore;
  beforeEach(async () => {
    fixture = await makeFixture();
    store = fixture.store;
  });
  afterEach(() => fixture.dispose());

  const accepts = async (stream: string, events: readonly NewEvent[]) => {
    expect(await store.append(stream, -1, events)).toMatchObject({ revision: events.length - 1 });
    expect(JSON.stringify((await store.readStream(stream)).map(({ data }) => data))).toBe(JSON.stringify(events.map(({ data }) => data)));
  };
  const refuses = async (stream: string, events: readonly NewEvent[], expected = -1) => {
    const before = await store.head();
    await expect(store.append(stream, expected, events)).rejects.toMatchObject({ name: 'InvalidAppend' });
    expect(await store.head()).toBe(before);
  };

  it('takes an event of the greatest size, counted in bytes, and none that is one byte larger', async () => {
    await accepts('thing-acme.ascii', [eventOf(maxEventBytes)]);
    await accepts('thing-acme.wide', [eventOf(maxEventBytes, '🦔')]);
    await refuses('thing-acme.over', [eventOf(maxEventBytes + 1)]);
    await refuses('thing-acme.over', [eventOf(maxEventBytes + 1, 'é')]);
  });

  it('takes an append of the greatest size, and none that is one byte larger', async () => {
    const half = maxAppendBytes / 2;
    await accepts('thing-acme.full', [eventOf(half), eventOf(half - 1000), eventOf(1000)]);
    await refuses('thing-acme.over', [eventOf(half), eventOf(half - 1000), eventOf(1001)]);
  });

  it('takes as many events as the limit says, and no more; and no append of none', async () => {
    await accepts('thing-acme.many', newEvents(maxAppendEvents));
    await refuses('thing-acme.over', newEvents(maxAppendEvents + 1));
    await refuses('thing-acme.over', []);
  });

  it('takes stream names up to the limit, of visible ASCII behind a category', async () => {
    await accepts(`${'c'.repeat(40)}-${'~'.repeat(200)}`, newEvents(1));
    for (const name of [
      `${'c'.repeat(41)}-1`,
      `thing-${'~'.repeat(201)}`,
      '',
      'thing',
      'thing-',
      '-1',
      '$all-1',
      'thing-a b',
      'thing-é',
      'thing-a\n',
      'thing-\u0000',
    ])
      await refuses(name, newEvents(1));
  });

  it('takes types of up to 64 letters that begin with a capital', async () => {
    await accepts('thing-acme.type', [newEvent('T'.repeat(64))]);
    for (const type of ['T'.repeat(65), '', 'thing', 'Thing1', 'Thing-Happened', '$Thing', 'Thîng']) await refuses('thing-acme.over', [newEvent(type)]);
  });

  it('refuses event ids that are no lower-case UUIDs, and expected revisions that can be none', async () => {
    for (const id of ['', '1', 'A2F4C1DE-0000-7000-8000-000000000000', '{a2f4c1de-0000-7000-8000-000000000000}'])
      await refuses('thing-acme.over', [newEvent('ThingHappened', {}, id)]);
    for (const expected of [-2, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) await refuses('thing-acme.over', newEvents(1), expected);
  });

  it('refuses NUL and lone surrogates wherever they stand, but not the text of their escapes', async () => {
    for (const bad of ['\u0000', 'a\ud800', '\udc00b', 'c\udfff\ud800d']) {
      await refuses('thing-acme.over', [newEvent('ThingHappened', { deep: [{ text: bad }] })]);
      await refuses('thing-acme.over', [newEvent('ThingHappened', { [bad]: 1 })]);
      await refuses('thing-acme.over', [newEvent('ThingHappened', { text: `\\${bad}` })]);
      const event = newEvent();
      await refuses('thing-acme.over', [{ ...event, metadata: { ...event.metadata, commandId: bad } }]);
    }
    await accepts('thing-acme.escapes', [newEvent('ThingHappened', { text: '\\u0000 \\ud800 \\\\u0000 🦔 \u0001\u001f\ufffd' })]);
  });

  it('refuses what JSON cannot write as an object, and harms no append made at the same moment', async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const beside = Array.from({ length: 20 }, (_, n) => store.append(`thing-acme.beside${n}`, -1, newEvents(1)));
    for (const data of [{ n: 1n }, cyclic, [1, 2], { toJSON: () => undefined }, { toJSON: () => 'text' }])
      await expect(store.append('thing-acme.over', -1, [newEvent('ThingHappened', data)])).rejects.toMatchObject({ name: 'InvalidAppend' });
    await Promise.all(beside);
    expect(await store.readStream('thing-acme.over')).toEqual([]);
  });

  it('refuses a whole append for one bad event in it', async () => {
    await refuses('thing-acme.over', [newEvent(), newEvent('ThingHappened', { text: '\u0000' }), newEvent()]);
    expect(await store.readStream('thing-acme.over')).toEqual([]);
  });
}
