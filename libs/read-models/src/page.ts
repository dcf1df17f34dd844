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

/** A row's place in a list, as the columns say that the list is sorted by. */
export type Place = readonly (string | number)[];

/** The cursor is none that this list gave. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() {
    super('the cursor does not belong to this list');
  }
}

/** A list in one order. Its pages stay right while rows come and go: a cursor names a place, not a count. */
export class KeysetList<P extends Place> {
  /**
   * @param name tells this list from every other: what it is of, and its filter
   * @param start before everything in the list
   */
  constructor(
    private readonly name: string,
    private readonly start: P,
  ) {}

  /** Where the page begins (exclusive). @throws BadCursor */
  placeOf(cursor: string | undefined): P {
    if (cursor === undefined) return this.start;
    const [of, ...place] = parsed(cursor);
    if (of !== this.name || place.length !== this.start.length || !this.start.every((one, i) => isAlike(one, place[i]))) throw new BadCursor();
    return place as unknown as P;
  }

  /** Cursors are opaque to callers: base64url of a JSON array. */
  cursorAt(place: P): string {
    return Buffer.from(JSON.stringify([this.name, ...place])).toString('base64url');
  }

  /** The page of rows read with a limit of one more than asked for, so that its end is known. */
  pageOf<Row, Item>(rows: readonly Row[], limit: number, place: (row: Row) => P, item: (row: Row) => Item): ListPage<Item> {
    const shown = rows.slice(0, limit);
    const end = shown.at(-1);
    return { items: shown.map(item), nextCursor: end !== undefined && rows.length > limit ? this.cursorAt(place(end)) : null };
  }
}

/** A list of what happened, the latest first: by business time and then by position. */
export const inTime = (name: string) => new KeysetList<readonly [at: string, position: number]>(name, ['~', Number.MAX_SAFE_INTEGER]);

/** A list of what was recorded, the latest first. */
export const byPosition = (name: string) => new KeysetList<readonly [position: number]>(name, [Number.MAX_SAFE_INTEGER]);

const isAlike = (one: string | number, other: unknown): boolean => typeof one === typeof other && (typeof other === 'string' || Number.isSafeInteger(other));

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
