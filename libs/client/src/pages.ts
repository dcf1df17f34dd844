/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** A list that is read page by page while it is gone through. */
export interface Listed<T> extends AsyncIterable<T> {
  /** The pages themselves, from a cursor that was kept. */
  pages(cursor?: string): AsyncIterable<Page<T>>;
}

/** @param read asks for the page at the cursor; undefined is the first one */
export function listed<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Listed<T> {
  const pages = async function* (cursor?: string): AsyncGenerator<Page<T>, void, undefined> {
    for (let next: string | null | undefined = cursor; next !== null; ) {
      const page: Page<T> = await read(next);
      yield page;
      next = page.nextCursor;
    }
  };
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items;
    },
  };
}
