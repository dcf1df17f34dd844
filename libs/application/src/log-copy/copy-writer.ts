import type { EventMetadata } from '@kith/domain';
import { type Append, type EventStore, maxAppendBytes, maxAppendEvents, type NewEvent, type StoredText, WrongExpectedRevision } from '../event-store';
import { maxTries, mayPass, pauseAfter } from '../patience';
import { LogsDiffer, whereIs } from './compare-logs';
import { LogCursor } from './log-cursor';

/** An event on its way into the target, with the place it must get there. */
export interface EventToCopy {
  readonly stream: string;
  readonly revision: number;
  /** Of data and metadata as JSON. */
  readonly bytes: number;
  readonly event: NewEvent;
}

/** The event as the target is to hold it: the same, and where it comes from. One that was copied before forgets where it was then. */
export function eventToCopy({ stream, revision, position, type, data, metadata: text }: StoredText, upTo: bigint): EventToCopy {
  const metadata: EventMetadata = { ...(JSON.parse(text) as EventMetadata), copied: { position: position.toString(), upTo: upTo.toString() } };
  return { stream, revision, bytes: Buffer.byteLength(data) + Buffer.byteLength(JSON.stringify(metadata)), event: { type, data: JSON.parse(data), metadata } };
}

/** Stores copies in the order they are given, whatever passing faults come between, and never one of them twice. */
export class CopyWriter {
  /** @param reached position of the last event of the target */
  constructor(
    private readonly target: EventStore,
    private reached: bigint,
    private readonly signal?: AbortSignal,
  ) {}

  /**
   * Resolves when all of them are durable, behind all that were written before.
   * @throws LogsDiffer when somebody else writes into the target, or the last of many failures in a row
   */
  async write(events: readonly EventToCopy[]): Promise<void> {
    for (let [left, tries] = [events, 1]; left.length > 0; ) {
      this.signal?.throwIfAborted();
      try {
        this.reached = (await this.target.appendInOrder(appendsOf(left))).position;
        return;
      } catch (error) {
        // A stream that is elsewhere than thought: an earlier try was stored late, or this is not our log alone. Looking tells.
        if (!(mayPass(error) || error instanceof WrongExpectedRevision) || tries === maxTries) throw error;
      }
      await pauseAfter(tries, this.signal);
      const rest = await this.notStored(left);
      tries = rest.length < left.length ? 1 : tries + 1;
      left = rest;
    }
  }

  /** What of the events does not lie at the end of the target yet. */
  private async notStored(events: readonly EventToCopy[]): Promise<readonly EventToCopy[]> {
    const held = new LogCursor(this.target, this.reached, this.signal);
    let count = 0;
    for (let copy = await held.next(); copy; copy = await held.next()) {
      const given = events[count];
      if (given?.stream !== copy.stream || given.revision !== copy.revision || given.event.metadata.eventId !== JSON.parse(copy.metadata).eventId)
        throw new LogsDiffer(`somebody else wrote into the target: ${whereIs(copy)}`);
      this.reached = copy.position;
      count += 1;
    }
    return events.slice(count);
  }
}

/** As few appends as can be: events that follow each other in one stream go together. */
export function appendsOf(events: readonly EventToCopy[]): readonly Append[] {
  const appends: { stream: string; expected: number; events: NewEvent[] }[] = [];
  let bytes = 0;
  for (const { stream, revision, bytes: size, event } of events) {
    const last = appends.at(-1);
    if (last?.stream === stream && last.events.length < maxAppendEvents && bytes + size <= maxAppendBytes) {
      last.events.push(event);
      bytes += size;
    } else {
      appends.push({ stream, expected: revision - 1, events: [event] });
      bytes = size;
    }
  }
  return appends;
}
