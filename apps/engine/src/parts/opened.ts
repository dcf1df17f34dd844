import {
  type DataFolder,
  HttpsWebhookSender,
  MemoryDeliveries,
  MemoryEventStore,
  MemoryKeyVault,
  openDataFolder,
  openMasterKey,
  SqliteDeliveries,
  SqliteEventStore,
  SqliteKeyVault,
  SqliteReadDatabase,
} from '@kith/adapters';
import type { Deliveries, EventStore, KeyVault, WebhookSender } from '@kith/application';
import type { Config } from '@kith/config';
import type { ReadDatabase } from '@kith/read-models';

/** What another thread opens for itself to work on the same data. */
export interface Shared {
  readonly store: SqliteEventStore;
  readonly folder: string;
  readonly masterKey: Buffer;
}

/** What an operator sets for webhooks. */
export interface WebhookSettings {
  /** Milliseconds from each failed delivery to the next try. */
  readonly backOffMs: readonly number[];
  readonly privateTargets: boolean;
}

/** The data of an engine, open. */
export interface Opened {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly readDatabase: ReadDatabase;
  readonly deliveries: Deliveries;
  readonly webhookSender: WebhookSender;
  readonly webhookSettings: WebhookSettings;
  /** Undefined when all is in the memory of this thread alone. */
  readonly shared: Shared | undefined;
  /** A master key was made in the data folder: its owner should keep a copy elsewhere. */
  readonly masterKeyMade: boolean;
  /** Closes what is open, last what others stand on. */
  close(): Promise<void>;
}

/**
 * Opens what the configuration names: first the lock, because nothing may be touched that another engine uses.
 * @throws DataFolderInUse, KeyVaultUnusable, UnknownEventFileFormat
 */
export async function open(config: Config): Promise<Opened> {
  if (config.eventStore === 'memory') return inMemory(config);
  const folder = openDataFolder(config.data);
  try {
    return await inFolder(folder, config);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function inFolder(folder: DataFolder, config: Config): Promise<Opened> {
  const { data, masterKey: configured } = config;
  const { key: masterKey, made } = openMasterKey(data, configured);
  const vault = new SqliteKeyVault({ folder: data, masterKey });
  const store = SqliteEventStore.open(data);
  const readDatabase = await SqliteReadDatabase.open(data, { tidy: true });
  const deliveries = new SqliteDeliveries(data);
  const webhooks = webhookParts(config);
  const close = async () => {
    webhooks.webhookSender.close();
    await deliveries.close();
    await readDatabase.close();
    await store.close();
    await vault.close();
    folder.release();
  };
  return { store, vault, readDatabase, deliveries, ...webhooks, shared: { store, folder: data, masterKey }, masterKeyMade: made, close };
}

async function inMemory(config: Config): Promise<Opened> {
  const [store, vault, readDatabase] = [new MemoryEventStore(), new MemoryKeyVault(), await SqliteReadDatabase.temporary()];
  const deliveries = new MemoryDeliveries();
  const webhooks = webhookParts(config);
  const close = async () => {
    webhooks.webhookSender.close();
    await store.close();
    await vault.close();
    await readDatabase.close();
  };
  return { store, vault, readDatabase, deliveries, ...webhooks, shared: undefined, masterKeyMade: false, close };
}

function webhookParts({ webhookBackOff: backOffMs, webhookPrivateTargets: privateTargets }: Config): Pick<Opened, 'webhookSender' | 'webhookSettings'> {
  return { webhookSender: new HttpsWebhookSender({ privateTargets }), webhookSettings: { backOffMs, privateTargets } };
}
