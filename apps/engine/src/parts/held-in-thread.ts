import { parentPort } from 'node:worker_threads';
import { type Held, whileHolding } from '@kith/application';
import { leaseOf, type SharedWork } from './elsewhere';
import { leasesAt, type ThreadPlaces } from './places';
import { told } from './told';

/** Tells the engine something, from one of its threads. */
export const tell = (message: object): void => parentPort?.postMessage(message);

/**
 * Does the work of a thread while this process holds its lease, and stands by otherwise, until the thread is told to stop.
 * @param onMessage what else the engine tells the thread
 */
export async function heldInThread<Message extends { readonly kind: string }>(
  name: SharedWork,
  places: ThreadPlaces,
  work: (held: Held) => Promise<void>,
  onMessage: (message: Exclude<Message, { kind: 'stop' }>) => void = () => undefined,
): Promise<void> {
  const stopping = new AbortController();
  parentPort?.on('message', (message: Message) => {
    if (message.kind === 'stop') stopping.abort();
    else onMessage(message as Exclude<Message, { kind: 'stop' }>);
  });
  const leases = await leasesAt(places, name);
  let standing: 'working' | 'standby' | undefined;
  try {
    const tellingHere = ({ tell: tellOthers, ...held }: Held): Held => ({
      ...held,
      tell: (status) => {
        tell({ kind: 'status', status });
        tellOthers(told(status));
      },
    });
    await whileHolding(leases, leaseOf(name), places.process, (held) => work(tellingHere(held)), {
      signal: stopping.signal,
      onChange: ({ state }) => {
        if (state !== standing) tell({ kind: 'standing', standing: state });
        standing = state;
      },
      onFailure: (error) => tell({ kind: 'failed', error: error instanceof Error ? error.name : 'unknown error' }),
    });
  } finally {
    await leases.close();
  }
}
