/** How long a stretch of a feed may be before it is noted, in milliseconds. */
const everyMs = 5_000;

/** A stretch of the log that a feed has shown: after the one position, up to the other, with so many events. */
export interface ShownStretch {
  readonly after: bigint;
  readonly upTo: bigint;
  readonly count: number;
}

/** A page of the log, however its events are written. */
export interface ShownPage {
  readonly events: readonly unknown[];
  readonly upTo: bigint;
}

/**
 * Passes pages of a feed on, and has noted what they show: the first one before it is shown, then what came in some seconds together, and the
 * rest at the end. Who reads ahead has up to a page more noted than it sends. What `note` throws ends the feed before the page is shown.
 * @param now milliseconds of any clock that never goes back
 */
export async function* notedPages<Page extends ShownPage>(
  pages: AsyncGenerator<Page, void, undefined>,
  begin: bigint,
  note: (stretch: ShownStretch) => Promise<void>,
  now: () => number = () => performance.now(),
): AsyncGenerator<Page, void, undefined> {
  let [after, upTo, count, since] = [begin, begin, 0, Number.NEGATIVE_INFINITY];
  const told = async () => {
    await note({ after, upTo, count });
    [after, count, since] = [upTo, 0, now()];
  };
  try {
    for await (const page of pages) {
      if (count === 0 && page.events.length === 0) after = page.upTo;
      upTo = page.upTo;
      count += page.events.length;
      if (count > 0 && now() - since >= everyMs) await told();
      yield page;
    }
  } finally {
    if (count > 0) await told();
  }
}
