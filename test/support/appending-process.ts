import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openDataFolder, SqliteEventStore } from '@kith/adapters';
import { newEvent } from './new-event';

/**
 * A process of its own that holds a data folder and appends to its log, many at a time, until it is killed. It prints `held` when it
 * begins, then per append a line: the stream, revision and position when it was acknowledged, or the stream and the name of the error.
 */
async function appendForEver(folder: string, inFlight: number): Promise<void> {
  openDataFolder(folder);
  const store = SqliteEventStore.open(folder);
  process.stdout.write('held\n');
  await Promise.all(Array.from({ length: inFlight }, () => append(store)));
}

async function append(store: SqliteEventStore): Promise<void> {
  for (let n = 0; ; n += 1) {
    const stream = `thing-acme.${randomUUID()}`;
    try {
      const events = Array.from({ length: 1 + (n % 3) }, () => newEvent('ThingHappened', { text: 'x'.repeat(600) }));
      const { revision, position } = await store.append(stream, -1, events);
      process.stdout.write(`${stream} ${revision} ${position}\n`);
    } catch (error) {
      process.stdout.write(`${stream} ${error instanceof Error ? error.name : 'thrown'}\n`);
      await pause(20);
    }
  }
}

const [folder, inFlight] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: appending-process <folder> [appends in flight]');
void appendForEver(folder, Number(inFlight ?? 64));
