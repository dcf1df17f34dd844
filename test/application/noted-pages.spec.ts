import type { FedPage, FedText } from '@kith/application';
import { notedPages, type ShownStretch } from '../../apps/engine/src/http/noted-pages';

const page = (upTo: bigint, events: number): FedPage<FedText> => ({
  upTo,
  atHead: false,
  events: Array.from({ length: events }, (_, i) => ({ position: String(upTo - BigInt(events - 1 - i)), type: 'ThingHappened', json: '{}' })),
});

/** Reads pages at given times, in milliseconds. @returns what was noted before each page was shown, and what at the end */
async function read(pages: readonly { readonly at: number; readonly page: FedPage<FedText> }[], { stopAfter = pages.length } = {}) {
  let now = 0;
  const noted: ShownStretch[] = [];
  const shown: number[] = [];
  async function* fed(): AsyncGenerator<FedPage<FedText>> {
    for (const one of pages) {
      now = one.at;
      yield one.page;
    }
  }
  const through = notedPages(
    fed(),
    5n,
    async (stretch) => void noted.push(stretch),
    () => now,
  );
  for await (const _ of through) {
    shown.push(noted.length);
    if (shown.length === stopAfter) break;
  }
  return { noted, shown };
}

it('has noted the first page that shows anything before it is shown, and gathers the next ones for five seconds', async () => {
  const { noted, shown } = await read([
    { at: 0, page: page(10n, 2) },
    { at: 1_000, page: page(20n, 3) },
    { at: 4_999, page: page(30n, 1) },
    { at: 5_000, page: page(40n, 1) },
    { at: 6_000, page: page(50n, 4) },
  ]);
  expect(shown).toEqual([1, 1, 1, 2, 2]);
  expect(noted).toEqual([
    { after: 5n, upTo: 10n, count: 2 },
    { after: 10n, upTo: 40n, count: 5 },
    { after: 40n, upTo: 50n, count: 4 },
  ]);
});

it('notes nothing of stretches that showed nothing', async () => {
  const { noted } = await read([
    { at: 0, page: page(10n, 0) },
    { at: 9_000, page: page(20n, 0) },
    { at: 9_001, page: page(30n, 1) },
    { at: 20_000, page: page(40n, 0) },
  ]);
  expect(noted).toEqual([{ after: 20n, upTo: 30n, count: 1 }]);
});

it('notes the rest when the reader goes away', async () => {
  const pages = [10n, 20n, 30n].map((upTo, i) => ({ at: i, page: page(upTo, 1) }));
  expect((await read(pages, { stopAfter: 2 })).noted).toEqual([
    { after: 5n, upTo: 10n, count: 1 },
    { after: 10n, upTo: 20n, count: 1 },
  ]);
});

it('shows no page that cannot be noted', async () => {
  let isFull = false;
  async function* fed(): AsyncGenerator<FedPage<FedText>> {
    yield page(10n, 1);
    isFull = true;
    yield page(20n, 1);
  }
  const note = async () => {
    if (isFull) throw new Error('full');
  };
  let now = 0;
  const shown: bigint[] = [];
  const reading = (async () => {
    for await (const { upTo } of notedPages(fed(), 0n, note, () => (now += 10_000))) shown.push(upTo);
  })();
  await expect(reading).rejects.toThrow('full');
  expect(shown).toEqual([10n]);
});
