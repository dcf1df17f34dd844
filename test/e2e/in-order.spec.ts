import { allInOrder, inOrder } from '../../apps/engine/src/http/v1/in-order';

interface Item {
  readonly name: string;
  readonly lanes: readonly string[];
}

/** Works on items whose work ends when told, and notes what began when. */
function work(items: readonly Item[], atOnce = 64) {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const results = allInOrder<Item, Item, string>(items, {
    atOnce,
    prepare: (item) => item,
    failed: (error) => String(error),
    lanes: (item) => item.lanes,
    work: ({ name }) => {
      begun.push(name);
      return new Promise((resolve, reject) => ends.set(name, (error) => (error ? reject(error) : resolve(name.toUpperCase()))));
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await settle();
  };
  return { begun, end, results, settle };
}

it('works on items of different lanes side by side, and answers in their order', async () => {
  const { begun, end, results, settle } = work([
    { name: 'a', lanes: ['x'] },
    { name: 'b', lanes: ['y'] },
    { name: 'c', lanes: [] },
  ]);
  await settle();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['c', 'b', 'a']) await end(name);
  expect(await results).toEqual(['A', 'B', 'C']);
});

it('begins an item only when every item before it that shares a lane has ended', async () => {
  const { begun, end, results, settle } = work([
    { name: 'a', lanes: ['x'] },
    { name: 'b', lanes: ['y'] },
    { name: 'c', lanes: ['x', 'y'] },
    { name: 'd', lanes: ['y'] },
  ]);
  await settle();
  expect(begun).toEqual(['a', 'b']);
  await end('a');
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('c');
  await end('d');
  expect(await results).toEqual(['A', 'B', 'C', 'D']);
});

it('takes no more items than it may while their results are not fetched', async () => {
  const { begun, end, results, settle } = work(
    ['a', 'b', 'c', 'd'].map((name) => ({ name, lanes: [] })),
    2,
  );
  await settle();
  expect(begun).toEqual(['a', 'b']);
  // Its result has to wait for the one before it.
  await end('b');
  expect(begun).toEqual(['a', 'b']);
  await end('a');
  await settle();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  await end('c');
  await end('d');
  expect(await results).toEqual(['A', 'B', 'C', 'D']);
});

it('begins nothing after a failure, waits for what was begun, and fails', async () => {
  const { begun, end, results, settle } = work([
    { name: 'a', lanes: ['x'] },
    { name: 'b', lanes: ['y'] },
    { name: 'c', lanes: ['x'] },
  ]);
  let failure: unknown;
  const ended = results.catch((error: unknown) => {
    failure = error;
  });
  await settle();
  await end('a', new Error('full'));
  expect([begun, failure]).toEqual([['a', 'b'], undefined]);
  await end('b');
  await ended;
  expect(failure).toEqual(new Error('full'));
});

/** Works on letters; each ends when told, in whatever way. */
function stream(source: AsyncIterable<string[]> | Iterable<string[]>, lanes: (item: string) => string[] = () => [], signal?: AbortSignal) {
  const begun: string[] = [];
  const ends = new Map<string, { resolve: (result: string) => void; reject: (error: Error) => void }>();
  const results = inOrder<string, string, string>(source, {
    atOnce: 3,
    prepare: (item) => {
      if (item === '!') throw new Error('not this one');
      return item;
    },
    lanes,
    work: (item) => {
      begun.push(item);
      return new Promise((resolve, reject) => ends.set(item, { resolve, reject }));
    },
    failed: (error, i) => `${i}: ${(error as Error).message}`,
    ...(signal && { signal }),
  });
  return { begun, ends, results };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

it('gives the results that are there together, and ends when the items do', async () => {
  const { ends, results } = stream([['a', 'b'], ['c']]);
  const first = results.next();
  await settled();
  for (const item of ['b', 'c', 'a']) ends.get(item)?.resolve(item);
  expect(await first).toEqual({ done: false, value: ['a', 'b', 'c'] });
  expect(await results.next()).toEqual({ done: true, value: undefined });
});

it('after a failure gives every item before the last begun one a result, and forgets those after it', async () => {
  const { begun, ends, results } = stream([['a', 'b', 'c', 'd']], (item) => (item === 'b' ? ['x'] : item === 'a' ? ['x'] : []));
  const first = results.next();
  await settled();
  expect(begun).toEqual(['a', 'c']);
  ends.get('a')?.reject(new Error('full'));
  expect((await first).value).toEqual(['0: full', '1: full']);
  ends.get('c')?.resolve('c');
  expect((await results.next()).value).toEqual(['c']);
  await expect(results.next()).rejects.toThrow('full');
  expect(begun).toEqual(['a', 'c']);
});

it('after a failure gives items that waited behind all that was begun no result', async () => {
  const { begun, ends, results } = stream([['a', 'b', 'c']], () => ['x']);
  const first = results.next();
  await settled();
  ends.get('a')?.reject(new Error('full'));
  expect((await first).value).toEqual(['0: full']);
  await expect(results.next()).rejects.toThrow('full');
  expect(begun).toEqual(['a']);
});

it('an item that cannot be prepared ends the work without being begun', async () => {
  const { begun, ends, results } = stream([['a', '!', 'b']]);
  const first = results.next();
  await settled();
  ends.get('a')?.resolve('a');
  expect((await first).value).toEqual(['a']);
  await expect(results.next()).rejects.toThrow('not this one');
  expect(begun).toEqual(['a']);
});

it('ends when it is aborted, though more items may come', async () => {
  const abort = new AbortController();
  async function* endless() {
    yield ['a'];
    await new Promise(() => undefined);
  }
  const { ends, results } = stream(endless(), undefined, abort.signal);
  const first = results.next();
  await settled();
  abort.abort(new Error('stopping'));
  ends.get('a')?.resolve('a');
  expect((await first).value).toEqual(['a']);
  await expect(results.next()).rejects.toThrow('stopping');
});

it('begins nothing more when nobody fetches results any more', async () => {
  const { begun, ends, results } = stream([['a', 'b', 'c', 'd', 'e']]);
  const first = results.next();
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  ends.get('a')?.resolve('a');
  await first;
  await results.return();
  for (const item of ['b', 'c']) ends.get(item)?.resolve(item);
  await settled();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});
