/** Bytes of a page, the second bound left out. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What differs between the four kinds of b-tree pages. */
interface Kind {
  readonly headerBytes: 8 | 12;
  /** Every cell begins with the number of a page below. */
  readonly hasChildren: boolean;
  readonly hasRowIds: boolean;
}

/** By the first byte of the page. https://www.sqlite.org/fileformat.html#b_tree_pages */
const kinds: ReadonlyMap<number, Kind> = new Map([
  [2, { headerBytes: 12, hasChildren: true, hasRowIds: false }],
  [5, { headerBytes: 12, hasChildren: true, hasRowIds: true }],
  [10, { headerBytes: 8, hasChildren: false, hasRowIds: false }],
  [13, { headerBytes: 8, hasChildren: false, hasRowIds: true }],
]);

/** Next freeblock and size: what SQLite keeps in the room of a freeblock. */
const freeblockHeader = 4;
/** A cell takes as much as a freeblock would need to take its place. */
const smallestCell = 4;

/**
 * Whether the page is of a b-tree. All others that are in use begin with the number of a page, whose first byte is smaller than any
 * kind in files of up to 2^25 pages.
 */
export function isBTreePage(page: Buffer): boolean {
  return kinds.has(page[0] ?? 0);
}

/**
 * The room of a b-tree page that belongs to no row, whatever it holds: between the pointers and the rows, and between the rows. Without the
 * first four bytes of each freeblock, which SQLite reads.
 * @param page other than the first of a file, whose database reserves no bytes at the end of pages
 * @returns undefined when the page is not in all respects as the file format says
 */
export function roomOn(page: Buffer): readonly Stretch[] | undefined {
  const kind = kinds.get(page[0] ?? 0);
  if (!kind) return undefined;
  const { pointersEnd, content } = boundsOf(page, kind);
  const freeblocks = freeblocksOf(page, content);
  const cells = cellsOf(page, kind, content);
  if (pointersEnd > content || content > page.length || !freeblocks || !cells) return undefined;
  const taken = [...cells, ...freeblocks.map(({ from }) => ({ from, to: from + freeblockHeader }))].sort((one, other) => one.from - other.from);
  const between = betweenAll(taken, { from: content, to: page.length });
  if (!between) return undefined;
  const fragments = lengthOf(between) - (lengthOf(freeblocks) - freeblocks.length * freeblockHeader);
  return fragments === page[7] ? [{ from: pointersEnd, to: content }, ...between] : undefined;
}

/** Whether the page is as the file format says, and all room on it is zero. Quicker than to look where the room is. */
export function isSpotless(page: Buffer): boolean {
  const kind = kinds.get(page[0] ?? 0);
  if (!kind) return false;
  const { pointersEnd, content } = boundsOf(page, kind);
  if (pointersEnd > content || content > page.length || !isZero(page, { from: pointersEnd, to: content })) return false;
  // Without fragments, what is neither a row nor in the chain of freeblocks is before the rows.
  if (page[7] === 0) return freeblocksOf(page, content)?.every(({ from, to }) => isZero(page, { from: from + freeblockHeader, to })) ?? false;
  return roomOn(page)?.every((stretch) => isZero(page, stretch)) ?? false;
}

const zeros = Buffer.alloc(65_536);

/** Whether all bytes of the stretch are zero. */
export function isZero(page: Buffer, { from, to }: Stretch): boolean {
  return from === to || page.compare(zeros, 0, to - from, from, to) === 0;
}

/** Where the pointers to the cells end, and where the first cell begins. */
function boundsOf(page: Buffer, { headerBytes }: Kind): { readonly pointersEnd: number; readonly content: number } {
  return { pointersEnd: headerBytes + 2 * page.readUInt16BE(3), content: page.readUInt16BE(5) || 65_536 };
}

/** In the order of the page, as their chain is. */
function freeblocksOf(page: Buffer, content: number): readonly Stretch[] | undefined {
  const freeblocks: Stretch[] = [];
  for (let from = page.readUInt16BE(1), least = content; from !== 0; ) {
    if (from < least || from + freeblockHeader > page.length) return undefined;
    const to = from + page.readUInt16BE(from + 2);
    if (to < from + freeblockHeader || to > page.length) return undefined;
    freeblocks.push({ from, to });
    least = to;
    from = page.readUInt16BE(from);
  }
  return freeblocks;
}

function cellsOf(page: Buffer, kind: Kind, content: number): readonly Stretch[] | undefined {
  const cells: Stretch[] = [];
  const count = page.readUInt16BE(3);
  if (kind.headerBytes + 2 * count > page.length) return undefined;
  for (let cell = 0; cell < count; cell++) {
    const from = page.readUInt16BE(kind.headerBytes + 2 * cell);
    const to = from + cellBytes(page, from, kind);
    if (from < content || !(to <= page.length)) return undefined;
    cells.push({ from, to });
  }
  return cells;
}

/** NaN for one that goes beyond the page. https://www.sqlite.org/fileformat.html#b_tree_cell_format */
function cellBytes(page: Buffer, from: number, { hasChildren, hasRowIds }: Kind): number {
  const begin = from + (hasChildren ? 4 : 0);
  if (hasChildren && hasRowIds) return begin + varintBytes(page, begin) - from;
  const payload = varint(page, begin);
  let at = begin + varintBytes(page, begin);
  if (hasRowIds) at += varintBytes(page, at);
  const local = localBytes(payload, page.length, hasRowIds);
  return Math.max(smallestCell, at - from + local + (local < payload ? 4 : 0));
}

/** How much of a payload is on the page itself; the rest is on overflow pages. */
function localBytes(payload: number, usable: number, hasRowIds: boolean): number {
  const most = hasRowIds ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** One to nine bytes, the high bit of each but the ninth saying that there is another. */
function varintBytes(page: Buffer, at: number): number {
  for (let length = 1; length < 9; length++) if ((page[at + length - 1] ?? Number.NaN) < 0x80) return length;
  return 9;
}

function varint(page: Buffer, at: number): number {
  let value = 0;
  for (let length = 0; length < 8; length++) {
    const byte = page[at + length] ?? Number.NaN;
    if (byte < 0x80) return value * 128 + byte;
    value = value * 128 + (byte & 0x7f);
  }
  return value * 256 + (page[at + 8] ?? Number.NaN);
}

/** What lies between stretches that are in order. Undefined when two of them share a byte. */
function betweenAll(stretches: readonly Stretch[], { from, to }: Stretch): Stretch[] | undefined {
  const between: Stretch[] = [];
  let end = from;
  for (const stretch of [...stretches, { from: to, to }]) {
    if (stretch.from < end) return undefined;
    if (stretch.from > end) between.push({ from: end, to: stretch.from });
    end = stretch.to;
  }
  return between;
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + to - from, 0);
