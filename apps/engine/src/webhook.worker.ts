import { parentPort, workerData } from 'node:worker_threads';
import { HttpsWebhookSender } from '@kith/adapters';
import type { WebhookDispatcher } from '@kith/application';
import { heldInThread, tell } from './parts/held-in-thread';
import { deliveriesAt, eventStoreAt, keyVaultAt, type ThreadPlaces } from './parts/places';
import { dispatcherOver, type FromWebhooks, type ToWebhooks, type WebhookData, webhookStatusEveryMs } from './parts/webhook-part';

/** Delivers to webhooks, away from the thread that answers requests. */
async function main(): Promise<void> {
  const { settings, ...places } = workerData as ThreadPlaces & WebhookData;
  const store = eventStoreAt(places, 'webhooks');
  const vault = await keyVaultAt(places, 'webhooks');
  const deliveries = await deliveriesAt(places, 'webhooks');
  const sender = new HttpsWebhookSender({ privateTargets: settings.privateTargets });
  let dispatcher: WebhookDispatcher | undefined;
  try {
    await heldInThread<ToWebhooks>(
      'webhooks',
      places,
      async ({ signal, tell: tellStatus, onRequest }) => {
        const working = dispatcherOver({ store, vault, deliveries, sender }, settings, (gone) => tell({ kind: 'gone', ...gone } satisfies FromWebhooks));
        dispatcher = working;
        onRequest((webhookId) => working.look(webhookId));
        const telling = setInterval(() => tellStatus(working.status()), webhookStatusEveryMs);
        try {
          await working.run(signal);
        } finally {
          clearInterval(telling);
          dispatcher = undefined;
        }
      },
      ({ webhookId }) => dispatcher?.look(webhookId),
    );
  } finally {
    sender.close();
    await deliveries.close();
    await vault.close();
    await store.close();
    parentPort?.close();
  }
}

void main();
