import type { Clock } from '../clock';
import type { EventStore } from '../event-store';
import { type Compared, compareLogs, LogsDiffer } from './compare-logs';
import { CopyWriter, type EventToCopy, eventToCopy } from './copy-writer';
import { LogCursor } from './log-cursor';

/** What a copy is doing: looking at what the target holds already, copying the rest, or comparing all of it. */
export type CopyPhase = 'comparing' | 'copying' | 'verifying';

export interface CopyProgress {
  readonly phase: CopyPhase;
  /** Events that this phase has done, of those of the whole log. */
  readonly events: number;
  /** Part of the log's positions that this phase has passed, 0 to 1. */
  readonly share: number;
  readonly perSecond: number;
}

export interface LogCopy {
  /** Must not be written to meanwhile. */
  readonly source: EventStore;
  /** Empty, or where an earlier copy of the same source broke off; nobody else may write to it. */
  readonly target: EventStore;
  readonly clock: Clock;
  readonly onProgress?: (progress: CopyProgress) => void;
  readonly signal?: AbortSignal;
}

/** A log that was copied and compared whole. */
export interface CopiedLog {
  /** Of the log. */
  readonly events: number;
  /** Of them, what this run copied; the others were there from an earlier run. */
  readonly copied: number;
  /** Positions above 0n and up to here are of the source. */
  readonly upTo: bigint;
  /** Where the target ends. */
  readonly head: bigint;
  /** SHA-256 in hex digits, of either side. */
  readonly digest: string;
}

/** The copy cannot go on with this source: it was written to, or its positions are more than the target can tell from its own. */
export class SourceUnfit extends Error {
  override readonly name = 'SourceUnfit';
}

/** The most events, and the most bytes, that are handed to the target at once. */
const [maxEvents, maxBytes] = [2_000, 4 * 1024 * 1024];
/** Positions of the target go on from `upTo`, and have to stay exact as numbers (2^53). */
const greatestUpTo = 2n ** 51n;

/**
 * Copies a log in its order: streams, revisions and events stay as they are, each event remembers its position in the source, and
 * none of its positions in the target is one that the source could have given. A copy that was cut goes on where it broke off,
 * after what is there was compared; at the end both logs are compared whole.
 * @throws LogsDiffer when the target holds anything else, before anything is written if it did from the start
 * @throws SourceUnfit, what the stores throw, or the signal's reason
 */
export async function copyLog({ source, target, clock, onProgress, signal }: LogCopy): Promise<CopiedLog> {
  const [begin, end] = [await source.begin(), await source.head()];
  const tell = (phase: CopyPhase) => {
    const began = clock.now();
    return (events: number, position: bigint) => {
      const seconds = (clock.now() - began) / 1000;
      onProgress?.({ phase, events, share: shareOf(position, begin, end), perSecond: seconds > 0 ? events / seconds : 0 });
    };
  };
  const upTo = await rangeOf(target, end);
  const compare = (phase: CopyPhase) => compareLogs({ source, target, upTo, onCompared: tell(phase), signal });
  const before = await compare('comparing');
  if (!before.more) return copiedLog(before, 0, upTo);
  await copyRest({ source, target, upTo, before, onCopied: tell('copying'), signal });
  const after = await compare('verifying');
  if (after.more) throw new SourceUnfit('the source was written to while it was copied: stop whatever writes to it, and copy again to go on');
  return copiedLog(after, after.events - before.events, upTo);
}

function copiedLog({ events, targetPosition, digest }: Compared, copied: number, upTo: bigint): CopiedLog {
  if (digest.source !== digest.target) throw new LogsDiffer('the digests of source and target differ');
  return { events, copied, upTo, head: targetPosition, digest: digest.target };
}

/** What the target says of the source's positions; for an empty one a power of two that leaves the source room to grow until its copy is complete. */
async function rangeOf(target: EventStore, head: bigint): Promise<bigint> {
  const empty = (await target.head()) === 0n;
  const upTo = empty ? powerOfTwo(2n * head) : await target.begin();
  if (upTo === 0n) throw new LogsDiffer('the target holds events that were not copied: copy into an empty one');
  if (head > upTo) throw new SourceUnfit(`the source has grown beyond position ${upTo}, up to which the target counts: copy into a new, empty target`);
  if (upTo > greatestUpTo) throw new SourceUnfit(`the source's positions go up to ${head}: a log cannot be moved on from there`);
  return upTo;
}

function powerOfTwo(least: bigint): bigint {
  let power = 1n;
  while (power < least) power *= 2n;
  return power;
}

interface Rest {
  readonly source: EventStore;
  readonly target: EventStore;
  readonly upTo: bigint;
  readonly before: Compared;
  readonly onCopied: (events: number, position: bigint) => void;
  readonly signal: AbortSignal | undefined;
}

async function copyRest({ source, target, upTo, before, onCopied, signal }: Rest): Promise<void> {
  const given = new LogCursor(source, before.sourcePosition, signal);
  const writer = new CopyWriter(target, before.targetPosition, signal);
  let batch: EventToCopy[] = [];
  let [bytes, done, position] = [0, 0, before.sourcePosition];
  const write = async () => {
    await writer.write(batch);
    done += batch.length;
    [batch, bytes] = [[], 0];
    onCopied(done, position);
  };
  for (let stored = await given.next(); stored; stored = await given.next()) {
    if (stored.position > upTo) throw new SourceUnfit(`the source has grown beyond position ${upTo}: copy into a new, empty target`);
    const event = eventToCopy(stored, upTo);
    if (batch.length === maxEvents || bytes + event.bytes > maxBytes) await write();
    batch.push(event);
    bytes += event.bytes;
    position = stored.position;
  }
  await write();
}

function shareOf(position: bigint, begin: bigint, end: bigint): number {
  const share = Number(position - begin) / Number(end - begin);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 1;
}
