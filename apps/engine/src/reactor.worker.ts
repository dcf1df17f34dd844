import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteCheckpoints, SqliteEventStore, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { EventStore, ReactorRun, SystemClock } from '@kith/application';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { CommandsModule } from './parts/commands.module';
import { type FromReactor, type ReactorData, reactors, type ToReactor } from './parts/reactor-part';

/** Finishes what was begun, away from the thread that answers requests. */
async function main(): Promise<void> {
  const { connection, folder, masterKey } = workerData as ReactorData;
  const store = SqliteEventStore.connect(connection);
  const vault = new SqliteKeyVault({ folder, masterKey });
  const readDatabase = await SqliteReadDatabase.open(folder);
  const checkpoints = new SqliteCheckpoints(folder);
  const commands = CommandsModule.over({ store: { provide: EventStore, useValue: store }, vault, readDatabase });
  const app = await NestFactory.createApplicationContext(commands, { logger: false, abortOnError: false });
  const bus = app.get(CommandBus);

  const tell = () => parentPort?.postMessage({ kind: 'status', statuses: runs.map((run) => run.status()) } satisfies FromReactor);
  const runs: ReactorRun[] = reactors.map((reactor) => new ReactorRun(reactor, store, checkpoints, new SystemClock(), (command) => bus.execute(command), tell));
  const stopping = new AbortController();
  parentPort?.on('message', (message: ToReactor) => {
    if (message.kind === 'stop') stopping.abort();
    else void readDatabase.swap(message.name).then(() => parentPort?.postMessage({ kind: 'swapped', name: message.name } satisfies FromReactor));
  });
  try {
    await Promise.all(runs.map((run) => run.run(stopping.signal)));
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
