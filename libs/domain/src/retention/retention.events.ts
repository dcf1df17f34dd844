import { type Event, events } from '../event';

/**
 * Persons without contact since a time are erased, page by page: each page is an event, so that the work is seen, survives a crash and is
 * never in a request. `expected` is how many persons the preview told whoever started it. `after` is the end user that the next page begins
 * behind; counts are of all pages so far: persons looked at, erased, and kept because something had happened since.
 */
export type RetentionRunStarted = Event<'RetentionRunStarted', { withoutContactSince: string; expected: number }>;
export type RetentionRunAdvanced = Event<'RetentionRunAdvanced', { after: string; scanned: number; erased: number; kept: number }>;
/** Somebody stopped it. Who was erased until then stays erased. */
export type RetentionRunCancelled = Event<'RetentionRunCancelled', object>;
export type RetentionRunEnded = Event<'RetentionRunEnded', { scanned: number; erased: number; kept: number }>;

export type RetentionRunEvent = RetentionRunStarted | RetentionRunAdvanced | RetentionRunCancelled | RetentionRunEnded;

export const retentionRunEvents = events<RetentionRunEvent>({
  RetentionRunStarted: { personal: [], lifts: [] },
  RetentionRunAdvanced: { personal: [], lifts: [] },
  RetentionRunCancelled: { personal: [], lifts: [] },
  RetentionRunEnded: { personal: [], lifts: [] },
});
