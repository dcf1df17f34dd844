import { MemoryKeyVault } from '@kith/adapters';
import { bareClient, NO_STREAM } from '../../support/eventstoredb-fixture/bare-client';
import { Filling, type FirstEvent, type Known } from '../fill/fill-log';
import { interactionTally, type OnServer } from '../fill/server-log';
import { inFlight } from '../in-flight';
import { spread } from '../inputs';
import type { Side } from '../side';
import { most } from './composed-engine';

interface Options extends OnServer {
  readonly customers: number;
  /** So many interactions are made before anything is measured. */
  readonly interactions: number;
}

/** The client alone: appends the events that the engine would, one a call, each to a stream of its own; they lie ready. */
export async function open({ url, streamPrefix, customers, interactions }: Options): Promise<Side> {
  const ready = await made(customers, interactions);
  const client = bareClient(url);
  return {
    work: (from, count) =>
      inFlight(from, count, most, async (n) => {
        const { stream, event } = ready[n] as FirstEvent;
        const { type, data, metadata } = event;
        const appended = { id: metadata.eventId, type, data, metadata, contentType: 'application/json' } as const;
        await client.appendToStream(streamPrefix + stream, appended as never, { expectedRevision: NO_STREAM });
      }),
    tally: () => interactionTally({ url, streamPrefix }),
    close: () => client.dispose(),
  };
}

async function made(customers: number, interactions: number): Promise<readonly FirstEvent[]> {
  const events = await Filling.of(new MemoryKeyVault());
  const known: Known[] = [];
  for (let n = 0; n < customers; n++) known.push((await events.customer(n)).known);
  return Array.from({ length: interactions }, (_, n) => {
    const who = spread(n, customers);
    return events.interaction(n, who, known[who] as Known);
  });
}
