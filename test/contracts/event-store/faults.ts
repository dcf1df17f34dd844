import { setTimeout as pause } from 'node:timers/promises';
import { AppendOutcomeUnknown, EventStoreUnavailable } from '@kith/application';
import { newEvents } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

/** No answer in time, and closing under load. */
export function faults(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  afterEach(() => fixture.dispose());

  it('says that the outcome is unknown when there is no answer within the deadline, and answers the retry as the first try', async () => {
    fixture = await makeFixture({ appendDeadlineMs: 300 });
    const { store } = fixture;
    const before = newEvents(2);
    await persistently(() => store.append('thing-acme.1', -1, before));
    const events = newEvents(3);
    const { thaw } = await fixture.freeze();
    await expect(store.append('thing-acme.1', 1, events)).rejects.toThrow(AppendOutcomeUnknown);
    await expect(store.append('thing-acme.1', 1, events)).rejects.toThrow(AppendOutcomeUnknown);
    await thaw();
    const first = await persistently(() => store.append('thing-acme.1', 1, events));
    expect(first.revision).toBe(4);
    expect(await store.append('thing-acme.1', 1, events)).toEqual(first);
    expect((await store.readStream('thing-acme.1', { from: 2 })).map(({ metadata }) => metadata.eventId)).toEqual(
      events.map(({ metadata }) => metadata.eventId),
    );
  });

  it('reads and follows on while no append is answered', async () => {
    fixture = await makeFixture({ appendDeadlineMs: 300 });
    const { store } = fixture;
    const events = newEvents(2);
    const { position } = await persistently(() => store.append('thing-acme.1', -1, events));
    const { thaw } = await fixture.freeze();
    expect(await store.readStream('thing-acme.1')).toHaveLength(2);
    expect(await store.readAll({ after: 0n, limit: 10 })).toMatchObject({ upTo: position, atHead: true });
    for await (const page of store.subscribe({ after: 0n, limit: 10, signal: new AbortController().signal })) {
      expect(page.events).toHaveLength(2);
      break;
    }
    await thaw();
  });

  it('gives each append after a thaw its own answer, whatever answers come late', async () => {
    fixture = await makeFixture({ appendDeadlineMs: 300 });
    const { store } = fixture;
    const { thaw } = await fixture.freeze();
    const frozen = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => store.append(`thing-acme.${n}`, -1, newEvents(2))));
    for (const outcome of frozen) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'AppendOutcomeUnknown' } });
    await thaw();
    for (let n = 100; n < 110; n += 1) {
      const events = newEvents(1);
      const { position } = await persistently(() => store.append(`thing-acme.${n}`, -1, events));
      expect((await store.readStream(`thing-acme.${n}`))[0]?.position).toBe(position);
    }
  });

  it('loses nothing that was acknowledged when it is closed with appends in flight', async () => {
    fixture = await makeFixture();
    const { store } = fixture;
    const appends = Array.from({ length: 300 }, (_, n) => store.append(`thing-acme.${n}`, -1, newEvents(2)));
    const outcomes = Promise.allSettled(appends);
    await store.close();
    const settled = await Promise.race([outcomes, pause(50)]);
    if (!settled) throw new Error('appends were still in flight when the store said that it was closed');
    const again = await fixture.reopen();
    for (const [n, outcome] of settled.entries()) {
      expect(outcome.status).toBe('fulfilled');
      if (outcome.status === 'fulfilled') expect((await again.readStream(`thing-acme.${n}`)).at(-1)?.position).toBe(outcome.value.position);
    }
    expect(await again.append('thing-acme.after', -1, newEvents(1))).toMatchObject({ revision: 0 });
  });

  it('refuses work once it is closed, ends subscriptions, and may be closed again', async () => {
    fixture = await makeFixture();
    const { store } = fixture;
    await store.append('thing-acme.1', -1, newEvents(1));
    const pages: number[] = [];
    const following = (async () => {
      for await (const page of store.subscribe({ after: 0n, limit: 10, signal: new AbortController().signal })) pages.push(page.events.length);
    })();
    await pause(20);
    await Promise.all([store.close(), store.close()]);
    await store.close();
    await following;
    expect(pages).toEqual([1]);
    await expect(store.append('thing-acme.1', 0, newEvents(1))).rejects.toThrow(EventStoreUnavailable);
    await expect(store.readStream('thing-acme.1')).rejects.toThrow(EventStoreUnavailable);
    await expect(store.readAll({ after: 0n, limit: 1 })).rejects.toThrow(EventStoreUnavailable);
    await expect(store.head()).rejects.toThrow(EventStoreUnavailable);
  });
}

/** Again while the outcome is unknown: with so short a deadline a busy machine, or what piled up before a thaw, is enough for that. */
async function persistently<T>(append: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await append();
    } catch (error) {
      if (!(error instanceof AppendOutcomeUnknown) || tries === 50) throw error;
    }
  }
}
