import { parentPort, workerData } from 'node:worker_threads';
import { PersonalData, SystemClock } from '@kith/application';
import { type ProjectionName, SwitchingProjector } from '@kith/read-models';
import { heldInThread, tell } from './parts/held-in-thread';
import { eventStoreAt, keyVaultAt, readDatabaseAt, type ThreadPlaces } from './parts/places';
import { type FromProjector, statusEveryMs, type ToProjector } from './parts/projector-part';

const places = workerData as ThreadPlaces;
const toEngine = (message: FromProjector) => tell(message);
const swapping = new Map<string, () => void>();
let projector: SwitchingProjector | undefined;

/** Keeps the read models up to date, away from the thread that answers requests. */
async function main(): Promise<void> {
  const store = eventStoreAt(places, 'projector');
  const vault = await keyVaultAt(places, 'projector');
  try {
    await heldInThread<ToProjector>(
      'projector',
      places,
      async ({ signal, tell: tellStatus, onRequest }) => {
        const working = new SwitchingProjector({
          store,
          personalData: new PersonalData(vault),
          database: await readDatabaseAt(places, 'projector'),
          clock: new SystemClock(),
          readersSwap: (name) =>
            new Promise((resolve) => {
              swapping.set(name, resolve);
              toEngine({ kind: 'swap', name });
            }),
        });
        projector = working;
        const look = () => working.status().then(tellStatus, () => undefined);
        onRequest((name) => void working.retry(name as ProjectionName).then(look));
        working.onProgress((positions, serving) => toEngine({ kind: 'progress', positions, serving }));
        const telling = setInterval(() => void look(), statusEveryMs);
        try {
          await working.run(signal);
        } finally {
          clearInterval(telling);
          projector = undefined;
        }
      },
      (message) => {
        if (message.kind === 'swapped') swapping.get(message.name)?.();
        else void projector?.retry(message.name);
      },
    );
  } finally {
    await store.close();
    await vault.close();
    parentPort?.close();
  }
}

void main();
