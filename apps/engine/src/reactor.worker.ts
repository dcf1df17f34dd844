import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { EventStore, ReactorRun, SystemClock } from '@kith/application';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { CommandsModule } from './parts/commands.module';
import { heldInThread, tell } from './parts/held-in-thread';
import { checkpointsAt, deletedBytesAt, eventStoreAt, keyVaultAt, readDatabaseAt, type ThreadPlaces } from './parts/places';
import { type FromReactor, reactors, type ToReactor } from './parts/reactor-part';

/** Finishes what was begun, away from the thread that answers requests. */
async function main(): Promise<void> {
  const places = workerData as ThreadPlaces;
  const store = eventStoreAt(places, 'reactor');
  const vault = await keyVaultAt(places, 'reactor');
  const readDatabase = await readDatabaseAt(places, 'reactor');
  const checkpoints = await checkpointsAt(places);
  const commands = CommandsModule.over({ store: { provide: EventStore, useValue: store }, vault, readDatabase, deletedBytes: deletedBytesAt(places) });
  const app = await NestFactory.createApplicationContext(commands, { logger: false, abortOnError: false });
  const bus = app.get(CommandBus);
  try {
    await heldInThread<ToReactor>(
      'reactor',
      places,
      async ({ signal, tell: tellStatus }) => {
        const ending = new AbortController();
        signal.addEventListener('abort', () => ending.abort(), { once: true });
        const look = () => tellStatus(runs.map((run) => run.status()));
        const runs: ReactorRun[] = reactors.map(
          (reactor) => new ReactorRun(reactor, store, checkpoints, new SystemClock(), (command) => bus.execute(command), look),
        );
        // One that has to stand back takes all with it: whoever moved its checkpoint does the work of all.
        const running = runs.map((run) => run.run(ending.signal).finally(() => ending.abort()));
        try {
          await Promise.all(running);
        } finally {
          await Promise.allSettled(running);
        }
      },
      ({ name }) => void readDatabase.swap(name).then(() => tell({ kind: 'swapped', name } satisfies FromReactor)),
    );
  } finally {
    await app.close();
    await checkpoints.close();
    await readDatabase.close();
    await vault.close();
    await store.close();
    parentPort?.close();
  }
}

void main();
