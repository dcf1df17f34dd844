import { inOrder } from '../../apps/engine/src/http/v1/in-order';

interface Item {
  readonly name: string;
  readonly lanes: readonly string[];
}

/** Works on items whose work ends when told, and notes what began when. */
function work(items: readonly Item[], atOnce = 64) {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const results = inOrder<Item, Item, string>(items, {
    atOnce,
    prepare: async (item) => item,
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

it('works on no more items at once than it may', async () => {
  const { begun, end, results, settle } = work(
    ['a', 'b', 'c'].map((name) => ({ name, lanes: [] })),
    2,
  );
  await settle();
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  await end('c');
  expect(await results).toEqual(['A', 'B', 'C']);
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
