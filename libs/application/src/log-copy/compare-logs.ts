import type { EventStore, StoredText } from '../event-store';
import { TextDigest } from '../text-digest';
import { canonicalEvent } from './canonical-event';
import { LogCursor } from './log-cursor';

/** The target holds something that a copy of the source does not. Says where; names no person. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
}

export interface LogsToCompare {
  readonly source: EventStore;
  readonly target: EventStore;
  /** What each copied event must say of the log it was copied from. */
  readonly upTo: bigint;
  /** Told now and then: events compared, and the position of the last one in the source. */
  readonly onCompared?: (events: number, position: bigint) => void;
  readonly signal?: AbortSignal | undefined;
}

/** How much of the source the target holds: all of its own events, which are the first ones of the source. */
export interface Compared {
  readonly events: number;
  /** Position of the last of them in each log; 0n when there is none. */
  readonly sourcePosition: bigint;
  readonly targetPosition: bigint;
  /** SHA-256 of the canonical text of each event and a line feed, in hex digits: the same for a log wherever it lies. */
  readonly digest: { readonly source: string; readonly target: string };
  /** The source has events that the target has not. */
  readonly more: boolean;
}

/** How many events pass between two words of how far it is. */
const tellEvery = 1000;

/**
 * Compares two logs event by event, from the beginning to the end of the target.
 * @throws LogsDiffer where the target is no copy of the source, nor of its beginning
 */
export async function compareLogs({ source, target, upTo, onCompared, signal }: LogsToCompare): Promise<Compared> {
  const [given, held] = [new LogCursor(source, 0n, signal), new LogCursor(target, 0n, signal)];
  const [sourceDigest, targetDigest] = [new TextDigest(), new TextDigest()];
  let [events, sourcePosition, targetPosition] = [0, 0n, 0n];
  for (let copy = await held.next(); copy; copy = await held.next()) {
    const original = await given.next();
    if (!original) throw new LogsDiffer(`the target holds more than the source, whose ${events} events end before ${whereIs(copy)} of the target`);
    const [wanted, found] = [canonicalEvent(original), canonicalEvent(copy)];
    const rightlyCopied = found.copied?.position === original.position.toString() && found.copied.upTo === upTo.toString();
    if (wanted.text !== found.text || !rightlyCopied)
      throw new LogsDiffer(`event ${events + 1} of the target, ${whereIs(copy)}, is no copy of the source's, ${whereIs(original)}`);
    sourceDigest.add(wanted.text);
    targetDigest.add(found.text);
    [sourcePosition, targetPosition] = [original.position, copy.position];
    events += 1;
    if (events % tellEvery === 0) onCompared?.(events, sourcePosition);
  }
  const more = (await given.next()) !== undefined;
  onCompared?.(events, sourcePosition);
  return { events, sourcePosition, targetPosition, digest: { source: sourceDigest.end(), target: targetDigest.end() }, more };
}

/** Where an event stands, for whoever must look at it. */
export const whereIs = ({ stream, revision, position }: Pick<StoredText, 'stream' | 'revision' | 'position'>): string =>
  `revision ${revision} of ${stream} at position ${position}`;
