import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { Projector } from '@kith/read-models';
import { type FromProjector, type ProjectorData, statusEveryMs, type ToProjector } from './parts/projector-part';

/** Keeps the read models up to date, away from the thread that answers requests. */
async function main(): Promise<void> {
  const { connection, folder, masterKey } = workerData as ProjectorData;
  const store = SqliteEventStore.connect(connection);
  const vault = new SqliteKeyVault({ folder, masterKey });
  const database = await SqliteReadDatabase.open(folder);
  const projector = new Projector(store, new PersonalData(vault), database, new SystemClock());
  const tell = (message: FromProjector) => parentPort?.postMessage(message);
  const tellStatus = async () => tell({ kind: 'status', statuses: await projector.status() });

  projector.onProgress((positions) => tell({ kind: 'progress', positions }));
  const telling = setInterval(() => void tellStatus(), statusEveryMs);
  parentPort?.on('message', (message: ToProjector) => {
    if (message.kind === 'stop') projector.stop();
    else void projector.retry(message.name).then(tellStatus);
  });
  try {
    await Promise.all([projector.run(), tellStatus()]);
  } finally {
    clearInterval(telling);
    await store.close();
    await vault.close();
    await database.close();
    parentPort?.close();
  }
}

void main();
