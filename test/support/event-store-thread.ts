import { parentPort, workerData } from 'node:worker_threads';
import { type EventStoreConnection, SqliteEventStore } from '@kith/adapters';
import { newEvents } from './new-event';

/** A thread that uses another thread's event store: appends when told how often, and tells the position of each page that it follows. */
async function follow(store: SqliteEventStore, stop: AbortController): Promise<void> {
  for await (const { upTo } of store.subscribe({ after: 0n, limit: 100, signal: stop.signal })) parentPort?.postMessage({ upTo });
}

const store = SqliteEventStore.connect(workerData as EventStoreConnection);
const stop = new AbortController();
const following = follow(store, stop);

async function obey(told: { append: number } | 'end'): Promise<void> {
  if (told === 'end') {
    stop.abort();
    await following;
    await store.close();
    parentPort?.close();
    return;
  }
  const streams = Array.from({ length: told.append }, (_, n) => `thing-acme.thread${n}`);
  const outcomes = await Promise.allSettled(streams.map((stream) => store.append(stream, -1, newEvents(2))));
  parentPort?.postMessage({ outcomes: outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'stored' : String(outcome.reason?.name))) });
}

parentPort?.on('message', (told: { append: number } | 'end') => void obey(told));
