import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type AllStreamSubscription, EventStoreDBClient, FORWARDS, jsonEvent, START } from '@eventstore/db-client';

export {
  ANY,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  FORWARDS,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  streamNameFilter,
} from '@eventstore/db-client';

/** The client as an application without an adapter has it: for tests of the fixture, and as the raw loop that benches compare with. */
export function bareClient(url: string): EventStoreDBClient {
  return EventStoreDBClient.connectionString(url);
}

/** An event of some 300 bytes, with an id of its own unless told one. */
export function someEvent(id: string = randomUUID(), type = 'SomethingHappened') {
  return jsonEvent({ id, type, data: { note: 'n'.repeat(120) }, metadata: { tenant: 'acme', recordedAt: '2025-01-01T00:00:00.000Z' } });
}

/** Where a read event lies; `index` in $all does not exist for clients. */
export interface SeenEvent {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: bigint;
}

/** Events of $all from a position on (inclusive), as the bare client reads them. */
export async function readAllOf(client: EventStoreDBClient, from?: bigint, maxCount = Number.MAX_SAFE_INTEGER): Promise<readonly SeenEvent[]> {
  const fromPosition = from === undefined ? START : { commit: from, prepare: from };
  const seen: SeenEvent[] = [];
  for await (const { event } of client.readAll({ fromPosition, maxCount, direction: FORWARDS })) {
    if (event) seen.push(seenEvent(event));
  }
  return seen;
}

/** Waits until the client reaches the server again; it takes a call or two that fail. */
export async function reachable(client: EventStoreDBClient, withinMs = 5_000): Promise<void> {
  for (const until = Date.now() + withinMs; ; await pause(20)) {
    try {
      await readAllOf(client, undefined, 1);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** Waits until something is so. */
export async function reached(isSo: () => boolean, withinMs = 3_000): Promise<void> {
  for (const until = Date.now() + withinMs; !isSo(); await pause(5)) if (Date.now() > until) throw new Error('it did not happen in time');
}

/** Collects what a subscription delivers until it holds enough; rejects with the subscription's error. */
export async function received(subscription: AllStreamSubscription, count: number): Promise<readonly SeenEvent[]> {
  const seen: SeenEvent[] = [];
  await new Promise<void>((resolve, reject) => {
    subscription.on('error', reject);
    subscription.on('data', ({ event }) => {
      if (event) seen.push(seenEvent(event));
      if (seen.length >= count) resolve();
    });
  });
  return seen;
}

interface RecordedEvent {
  readonly streamId: string;
  readonly id: string;
  readonly type: string;
  readonly revision: bigint;
  readonly position?: { readonly commit: bigint };
}

function seenEvent({ streamId, id, type, revision, position }: RecordedEvent): SeenEvent {
  return { stream: streamId, id, type, revision: Number(revision), position: position?.commit ?? -1n };
}
