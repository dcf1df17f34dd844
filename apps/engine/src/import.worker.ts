import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { EventStore } from '@kith/application';
import { NestFactory } from '@nestjs/core';
import { whereabouts } from './http/problem.filter';
import { goAfterOthers } from './parts/after-others';
import { CommandsModule } from './parts/commands.module';
import { tell } from './parts/held-in-thread';
import { type FromImports, importRunsOver, type ToImports } from './parts/import-part';
import { deletedBytesAt, eventStoreAt, importFilesAt, keyVaultAt, leasesAt, readDatabaseAt, scratchLogsAt, type ThreadPlaces } from './parts/places';

/** Applies uploaded files, and undoes imports, away from the thread that answers requests. */
async function main(): Promise<void> {
  goAfterOthers();
  const places = workerData as ThreadPlaces;
  const stopping = new AbortController();
  const store = eventStoreAt(places, 'imports');
  const vault = await keyVaultAt(places, 'imports');
  const readDatabase = await readDatabaseAt(places, 'imports');
  const leases = await leasesAt(places, 'imports');
  parentPort?.on('message', (message: ToImports) => {
    if (message.kind === 'stop') stopping.abort();
    else void readDatabase.swap(message.name).then(() => tell({ kind: 'swapped', name: message.name } satisfies FromImports));
  });
  const commands = CommandsModule.over({ store: { provide: EventStore, useValue: store }, vault, readDatabase, deletedBytes: deletedBytesAt(places) });
  const app = await NestFactory.createApplicationContext(commands, { logger: false, abortOnError: false });
  const ports = { store, vault, leases, files: importFilesAt(places), scratch: scratchLogsAt(places), process: places.process };
  try {
    await importRunsOver(app, ports, (importId, error) => {
      const { name, at } = whereabouts(error);
      tell({ kind: 'cut-off', importId, error: name, at } satisfies FromImports);
    }).run(stopping.signal);
  } finally {
    await app.close();
    await leases.close();
    await readDatabase.close();
    await vault.close();
    await store.close();
    parentPort?.close();
  }
}

void main();
