import type { StoredEvent } from '../event-store';

/** Which facts count in a look at the past; all when nothing is said. */
export interface AsOf {
  /** Those that occurred until then: business time, RFC 3339 UTC with milliseconds. */
  readonly occurredBy?: string;
  /** Those that were in the log by then: recorded time, RFC 3339 UTC with milliseconds. */
  readonly recordedBy?: string;
  /** Those up to this place of the log. */
  readonly position?: bigint;
}

/** Whether a fact counts. */
export const counts = (
  { position, metadata: { occurredAt, recordedAt } }: Pick<StoredEvent, 'position' | 'metadata'>,
  { occurredBy, recordedBy, position: upTo }: AsOf,
): boolean =>
  (upTo === undefined || position <= upTo) && (recordedBy === undefined || recordedAt <= recordedBy) && (occurredBy === undefined || occurredAt <= occurredBy);

/** Whether nothing later in the same stream counts either: positions and recorded times never go back in it. */
const isOver = ({ position, metadata: { recordedAt } }: StoredEvent, { recordedBy, position: upTo }: AsOf): boolean =>
  (upTo !== undefined && position > upTo) || (recordedBy !== undefined && recordedAt > recordedBy);

/** Events of a stream that are read at a time. */
const chunk = 500;

/** The facts of a stream that count, in its order. */
export async function countedIn(
  readStream: (options: { from: number; limit: number }) => Promise<readonly StoredEvent[]>,
  asOf: AsOf,
): Promise<readonly StoredEvent[]> {
  const counted: StoredEvent[] = [];
  for (let from = 0; ; from += chunk) {
    const page = await readStream({ from, limit: chunk });
    for (const event of page) {
      if (isOver(event, asOf)) return counted;
      if (counts(event, asOf)) counted.push(event);
    }
    if (page.length < chunk) return counted;
  }
}
