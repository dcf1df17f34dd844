import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { SwitchingProjector } from '@kith/read-models';
import { type FromProjector, type ProjectorData, statusEveryMs, type ToProjector } from './parts/projector-part';

/** Keeps the read models up to date, away from the thread that answers requests. */
async function main(): Promise<void> {
  const { connection, folder, masterKey } = workerData as ProjectorData;
  const store = SqliteEventStore.connect(connection);
  const vault = new SqliteKeyVault({ folder, masterKey });
  const tell = (message: FromProjector) => parentPort?.postMessage(message);
  const swapping = new Map<string, () => void>();
  const projector = new SwitchingProjector({
    store,
    personalData: new PersonalData(vault),
    database: await SqliteReadDatabase.open(folder),
    clock: new SystemClock(),
    readersSwap: (name) =>
      new Promise((resolve) => {
        swapping.set(name, resolve);
        tell({ kind: 'swap', name });
      }),
  });
  const tellStatus = async () => tell({ kind: 'status', statuses: await projector.status() });

  projector.onProgress((positions) => tell({ kind: 'progress', positions }));
  const telling = setInterval(() => void tellStatus(), statusEveryMs);
  const stopping = new AbortController();
  parentPort?.on('message', (message: ToProjector) => {
    if (message.kind === 'stop') stopping.abort();
    else if (message.kind === 'swapped') swapping.get(message.name)?.();
    else void projector.retry(message.name).then(tellStatus);
  });
  try {
    await projector.run(stopping.signal);
  } finally {
    clearInterval(telling);
    await store.close();
    await vault.close();
    parentPort?.close();
  }
}

void main();
