import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { Refusal } from '@kith/domain';
import { asking } from '../support/in-memory-engine';
import { WrappedStore } from '../support/merging-store';
import { RetentionWorld } from '../support/retention-world';

describe('a retention run', () => {
  let world: RetentionWorld;
  beforeEach(async () => {
    world = await RetentionWorld.begin();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await world.close();
  });
  const persons = async (...names: string[]) => {
    const ids: string[] = [];
    for (const name of names) ids.push(await world.person(name));
    return ids;
  };
  /** Does something right before the next erasure is decided. */
  const justBefore = (act: () => Promise<unknown>) => {
    const { store } = world.engine;
    const append = store.append.bind(store);
    const spy = jest.spyOn(store, 'append').mockImplementation(async (stream, expected, events) => {
      if (events.some(({ type }) => type === 'EndUserErased')) {
        spy.mockRestore();
        await act();
      }
      return append(stream, expected, events);
    });
  };

  it('erases, page by page, whoever is without contact, with all that is one with them, and nobody else', async () => {
    const [lea, tom, root, merged, heard] = (await persons('lea', 'tom', 'root', 'merged', 'heard', 'ann', 'bob')) as [string, string, string, string, string];
    await world.merge(root, merged);
    await world.hear('tom', '2022-01-01T00:00:00.000Z');
    await world.hear('heard');
    const run = await world.start(5);
    await world.settle();
    expect((await world.erased(lea, tom, root, merged, heard)).toSorted()).toEqual([lea, tom, root, merged].toSorted());
    expect(await world.run(run)).toEqual({ status: 'ended', scanned: 5, erased: 5, kept: 0 });
    expect((await world.events(run)).map(({ type }) => type)).toEqual(['RetentionRunStarted', 'RetentionRunAdvanced', 'RetentionRunEnded']);
    expect(await world.shown(run)).toMatchObject({ status: 'ended', expected: 5, scanned: 5, kept: 0, erased: 5, certified: 0 });
  });

  it('keeps who is heard of after it began, merged with somebody who was, or opens a ticket', async () => {
    const [a, b, c, d, e, other] = (await persons('a', 'b', 'c', 'd', 'e', 'other')) as [string, string, string, string, string, string];
    await world.hear('other');
    const run = await world.start(5);
    await world.hear('a');
    await world.merge(other, b);
    await world.ticket(c);
    await world.settle();
    expect(await world.erased(a, b, c, other)).toEqual([]);
    expect((await world.erased(d, e)).length).toBe(2);
    // Two are not listed any more; of the third it shows only when it is looked at.
    expect(await world.run(run)).toEqual({ status: 'ended', scanned: 3, erased: 2, kept: 1 });
  });

  it('looks again at whom something was written of between looking and erasing', async () => {
    const [a, b, other] = (await persons('a', 'b', 'other')) as [string, string, string];
    await world.hear('other');
    const run = await world.start(2);
    const [page] = await world.wanted();
    justBefore(async () => {
      await world.hear('a');
      await world.merge(other, a);
    });
    await world.doPage(page as NonNullable<typeof page>);
    expect(await world.erased(a, b, other)).toEqual([b]);
    expect(await world.run(run)).toEqual({ status: 'ended', scanned: 2, erased: 1, kept: 1 });
  });

  it('is not begun for another number of persons than whoever asks has seen', async () => {
    const [a] = (await persons('a', 'b', 'c')) as [string];
    const ticket = await world.ticket(a);
    await expect(world.start(3)).rejects.toMatchObject({ code: 'state-changed', details: { pointer: '/expected', persons: 2 } });
    await world.solve(ticket);
    await expect(world.start(2)).rejects.toThrow('By now 3 persons would be erased, not 2');
    expect(await world.wanted()).toEqual([]);
    expect((await world.run(await world.start(3))).status).toBe('running');
  });

  it('never erases more than that, also when more are without contact by the time', async () => {
    const ids = await persons('a', 'b', 'c', 'd', 'e', 'f');
    const ticket = await world.ticket(ids.toSorted()[0] as string);
    const run = await world.start(5);
    await world.solve(ticket);
    await world.settle();
    expect(await world.erased(...ids)).toHaveLength(5);
    expect(await world.run(run)).toEqual({ status: 'ended', scanned: 5, erased: 5, kept: 0 });
    expect((await world.events(run)).map(({ type }) => type)).toEqual(['RetentionRunStarted', 'RetentionRunAdvanced', 'RetentionRunEnded']);
  });

  it('is the same one for a retry, whatever has become of it, and refuses the key for another one', async () => {
    await persons('a', 'b');
    const retried = asking({ idempotencyKey: 'run-1' });
    const run = await world.start(2, retried);
    await world.settle();
    expect(await world.start(2, retried)).toBe(run);
    await expect(world.start(1, retried)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await world.start(0)).not.toBe(run);
  });

  it('goes no further once it was cancelled, also in the middle of a page', async () => {
    const ids = await persons(...'abcdefghij');
    const run = await world.start(10);
    const [first] = await world.wanted();
    await world.doPage(first as NonNullable<typeof first>);
    justBefore(() => world.cancel(run));
    await world.settle();
    // The page before, and what had begun of this one.
    expect(await world.erased(...ids)).toHaveLength(5);
    expect(await world.run(run)).toEqual({ status: 'cancelled', scanned: 3, erased: 3, kept: 0 });
    expect(await world.shown(run)).toMatchObject({ status: 'cancelled', scanned: 3, erased: 5 });
    await world.settle();
    expect(await world.erased(...ids)).toHaveLength(5);
    await world.cancel(run);
    await expect(world.cancel('01980f76-5a9c-8b73-a28d-6f708192a3b4')).rejects.toThrow(Refusal);
  });

  it('does a page once, however often and late it is asked for', async () => {
    const ids = await persons('a', 'b', 'c', 'd');
    const run = await world.start(4);
    const [first] = await world.wanted();
    await Promise.all([world.doPage(first as NonNullable<typeof first>), world.doPage(first as NonNullable<typeof first>)]);
    await world.settle();
    await world.settle();
    expect(await world.erased(...ids)).toHaveLength(4);
    expect(await world.run(run)).toEqual({ status: 'ended', scanned: 4, erased: 4, kept: 0 });
  });
});

/** Two pages of persons, one of whom is two profiles, and one who is kept. */
async function twoPages(store: WrappedStore, vault: MemoryKeyVault) {
  const world = await RetentionWorld.begin({ store, vault });
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'kept', 'merged']) ids.push(await world.person(name));
  const [root, , , , kept, merged] = ids as [string, string, string, string, string, string];
  await world.merge(root, merged);
  const run = await world.start(5);
  await world.ticket(kept);
  return { world, run, kept, toErase: ids.filter((id) => id !== kept) };
}

describe('a crash at any append and any destruction of a key', () => {
  for (const isMade of [false, true])
    it(`loses and doubles nothing ${isMade ? 'when it was made' : 'when it was not made'}`, async () => {
      let crashes = 0;
      for (let steps = 0, isOver = false; !isOver; steps++) {
        const vault = new MemoryKeyVault({ seed: 'retention' });
        let [left, isGone] = [Number.POSITIVE_INFINITY, false];
        const crashing = async <T>(call: () => Promise<T>, isStep: boolean): Promise<T> => {
          if (isGone) throw new Error('the process is gone');
          if (!isStep || left-- > 0) return call();
          if (isMade) await call();
          isGone = true;
          throw new Error('the process is gone');
        };
        const { world, run, kept, toErase } = await twoPages(new WrappedStore(new MemoryEventStore(), crashing), vault);
        const destroy = vault.destroy.bind(vault);
        vault.destroy = (keyId) => crashing(() => destroy(keyId), true);
        left = steps;
        isOver = await world.settle().then(
          () => true,
          () => false,
        );
        if (!isOver) crashes++;
        [left, isGone] = [Number.POSITIVE_INFINITY, false];
        await world.settle();
        expect({ steps, erased: await world.erased(...toErase, kept) }).toEqual({ steps, erased: toErase });
        for (const id of toErase) expect(await vault.find((await world.engine.linking.load('acme', id)).state.keyId ?? '')).toBeUndefined();
        expect({ steps, ...(await world.run(run)) }).toEqual({ steps, status: 'ended', scanned: 5, erased: 4, kept: 1 });
        expect(await world.shown(run)).toMatchObject({ status: 'ended', scanned: 5, erased: 4, kept: 1 });
        await world.close();
      }
      // Of five profiles an event and a key each, and of two pages an event each.
      expect(crashes).toBe(12);
    }, 60_000);
});
