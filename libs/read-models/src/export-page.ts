/** A stretch of an export. */
export interface ExportPage<Item> {
  readonly items: readonly Item[];
  /** The id to go on after: that of the last one that was looked at, which need not be among the items; null at the end. */
  readonly after: string | null;
}

/** Where a stretch begins and how much of the list it looks at. */
export interface ExportStretch {
  /** The id that it goes on after; the beginning when absent. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The id to go on after is none that the tenant ever had. */
export class UnknownPlace extends Error {
  override readonly name = 'UnknownPlace';
  constructor() {
    super('the id to go on after is none of this list');
  }
}
