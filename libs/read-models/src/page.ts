/** A stretch of a list; `nextCursor` is null at its end. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  /** As the page before gave it; the first page when absent. */
  readonly cursor?: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
}

/** A row's place in a list that begins with the latest. */
export interface Place {
  readonly occurred_at: string;
  readonly position: number;
}

/** The cursor is none that this list gave. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() {
    super('the cursor does not belong to this list');
  }
}

/** Cursors are opaque to callers: base64url of a JSON array. They name a place, not a count, so a page stays the same while rows are added. */
const cursorAt = (list: string, { occurred_at, position }: Place): string => Buffer.from(JSON.stringify([list, occurred_at, position])).toString('base64url');

/** Later than everything, for the first page. */
const start: Place = { occurred_at: '~', position: Number.MAX_SAFE_INTEGER };

/** Where the page begins (exclusive). @throws BadCursor */
export function placeOf(list: string, cursor: string | undefined): Place {
  if (cursor === undefined) return start;
  const [of, occurred_at, position] = parsed(cursor);
  if (of !== list || typeof occurred_at !== 'string' || !Number.isSafeInteger(position)) throw new BadCursor();
  return { occurred_at, position: position as number };
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** The page of rows read with a limit of one more than asked for, so that its end is known. */
export function pageOf<Row extends Place, Item>(list: string, rows: readonly Row[], limit: number, item: (row: Row) => Item): ListPage<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), nextCursor: last && rows.length > limit ? cursorAt(list, last) : null };
}
