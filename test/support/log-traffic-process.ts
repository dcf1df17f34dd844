import { parentPort, workerData } from 'node:worker_threads';
import { type EventStoreConnection, EventStoreDbEventStore, SqliteEventStore } from '@kith/adapters';
import type { EventStore } from '@kith/application';
import { follow, poll, type Writing, write } from './log-traffic';

/** What a process or thread of traffic is to do, and where. */
export interface TrafficTask {
  readonly store: EventStoreConnection | { readonly url: string; readonly streamPrefix: string };
  readonly work: Writing | 'poll' | 'follow';
}

/** What it tells: that it is at it, and what came of it. */
export type FromTraffic = { readonly kind: 'ready' } | { readonly kind: 'beaten'; readonly times: number } | { readonly kind: 'seen'; readonly events: string };

/** Told once everything is written: how far to read. */
export interface ToTraffic {
  readonly end: string;
}

/** Resolves when it is on its way: what is large is not sent at once, and would be lost with the process. */
const tell = (message: FromTraffic): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else {
      parentPort?.postMessage(message);
      resolve();
    }
  });

async function perform(task: TrafficTask, end: Promise<bigint>): Promise<void> {
  const store: EventStore = 'url' in task.store ? EventStoreDbEventStore.open(task.store) : SqliteEventStore.connect(task.store);
  await tell({ kind: 'ready' });
  if (typeof task.work === 'object') await tell({ kind: 'beaten', times: await write(store, task.work) });
  else await tell({ kind: 'seen', events: (await (task.work === 'poll' ? poll : follow)(store, end)).join() });
  await store.close();
}

const listen = (listener: (told: ToTraffic) => void): void => {
  if (parentPort) parentPort.once('message', listener);
  else process.once('message', listener);
};
const end = new Promise<bigint>((resolve) => listen((told) => resolve(BigInt(told.end))));
// Whoever started it may be gone without a word.
process.once('disconnect', () => process.exit());
const given = (workerData ?? JSON.parse(process.argv[2] ?? 'null')) as TrafficTask;
void perform(given, end).then(() => {
  parentPort?.close();
  if (process.send) process.disconnect();
});
