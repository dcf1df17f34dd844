import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import type { Caller } from '@kith/application';
import { asking, CountedIds, inMemoryEngine } from '../support/in-memory-engine';

/** Counts reads, and answers none while it is away. */
class WatchedStore extends MemoryEventStore {
  reads = 0;
  away = false;
  override async readStream(...asked: Parameters<MemoryEventStore['readStream']>) {
    this.reads += 1;
    if (this.away) throw new Error('no server answers');
    return super.readStream(...asked);
  }
}

describe('requests that last, in another process than the one that revokes their key', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'] }));
  afterEach(() => jest.useRealTimers());

  const twoEngines = async () => {
    const parts = { store: new WatchedStore(), vault: new MemoryKeyVault({ seed: 'test' }), newIds: new CountedIds() };
    const [here, there] = [await inMemoryEngine(parts), await inMemoryEngine({ ...parts, ready: true })];
    const issue = async (clientName: string) => {
      const { key, keyId } = await here.keys.issue(asking(), { role: 'agent', clientName });
      return { keyId, caller: (await here.keys.authenticate(key)) as Caller };
    };
    return { store: parts.store, here, there, issue };
  };

  it('end within a few seconds, and no others', async () => {
    const { here, there, issue } = await twoEngines();
    const [one, other] = [await issue('one'), await issue('other')];
    const ended: string[] = [];
    for (const name of ['first', 'second']) here.keys.onEnd(one.caller, () => ended.push(name));
    here.keys.onEnd(other.caller, () => ended.push('other'));
    await there.keys.revoke(asking(), one.keyId);
    expect(ended).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_100);
    expect(ended).toEqual(['first', 'second']);
  });

  it('go on while the log cannot be read, and end when it can', async () => {
    const { store, here, there, issue } = await twoEngines();
    const { keyId, caller } = await issue('one');
    let ended = false;
    here.keys.onEnd(caller, () => {
      ended = true;
    });
    await there.keys.revoke(asking(), keyId);
    store.away = true;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ended).toBe(false);
    store.away = false;
    await jest.advanceTimersByTimeAsync(2_100);
    expect(ended).toBe(true);
  });

  it('cost one look for each key, and none when nobody waits', async () => {
    const { store, here, issue } = await twoEngines();
    const { caller } = await issue('one');
    const forgets = Array.from({ length: 50 }, () => here.keys.onEnd(caller, () => undefined));
    store.reads = 0;
    await jest.advanceTimersByTimeAsync(2_100);
    expect(store.reads).toBe(1);
    for (const forget of forgets) forget();
    await jest.advanceTimersByTimeAsync(4_000);
    store.reads = 0;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(store.reads).toBe(0);
  });
});
