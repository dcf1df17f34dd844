import { parentPort, workerData } from 'node:worker_threads';
import { HttpsWebhookSender, SqliteDeliveries, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { dispatcherOver, type FromWebhooks, type ToWebhooks, type WebhookData, webhookStatusEveryMs } from './parts/webhook-part';

/** Delivers to webhooks, away from the thread that answers requests. */
async function main(): Promise<void> {
  const { connection, folder, masterKey, settings } = workerData as WebhookData;
  const store = SqliteEventStore.connect(connection);
  const vault = new SqliteKeyVault({ folder, masterKey });
  const deliveries = new SqliteDeliveries(folder);
  const sender = new HttpsWebhookSender({ privateTargets: settings.privateTargets });
  const tell = (message: FromWebhooks) => parentPort?.postMessage(message);
  const dispatcher = dispatcherOver({ store, vault, deliveries, sender }, settings, (gone) => tell({ kind: 'gone', ...gone }));
  const stopping = new AbortController();
  parentPort?.on('message', (message: ToWebhooks) => {
    if (message.kind === 'stop') stopping.abort();
    else dispatcher.look(message.webhookId);
  });
  const telling = setInterval(() => tell({ kind: 'status', status: dispatcher.status() }), webhookStatusEveryMs);
  try {
    await dispatcher.run(stopping.signal);
  } finally {
    clearInterval(telling);
    sender.close();
    await deliveries.close();
    await vault.close();
    await store.close();
    parentPort?.close();
  }
}

void main();
