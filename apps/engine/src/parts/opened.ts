import {
  HttpsWebhookSender,
  MemoryAccessLog,
  MemoryDeliveries,
  MemoryEventStore,
  MemoryImportFiles,
  MemoryKeyVault,
  openDataFolder,
  openMasterKey,
  SoleLeases,
  SqliteEventStore,
  SqliteReadDatabase,
} from '@kith/adapters';
import type { AccessLog, Deliveries, EventStore, ImportFiles, KeyVault, Leases, WebhookSender } from '@kith/application';
import type { Config } from '@kith/config';
import type { ReadDatabase, ReplayOf } from '@kith/read-models';
import { accessLogAt, deliveriesAt, eventStoreAt, importFilesAt, keyVaultAt, leasesAt, placesOf, readDatabaseAt, SharedPlaces, usesDataFolder } from './places';

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
  readonly accessLog: AccessLog;
  readonly leases: Leases;
  /** Uploaded files of imports, while they are read. */
  readonly importFiles: ImportFiles;
  readonly webhookSender: WebhookSender;
  readonly webhookSettings: WebhookSettings;
  /** Undefined when all is in the memory of this thread alone. */
  readonly shared: SharedPlaces | undefined;
  /** What is shown instead of the present, and the log of today, which tells who may ask. */
  readonly past?: { readonly of: ReplayOf; readonly today: EventStore };
  /** A master key was made in the data folder: its owner should keep a copy elsewhere. */
  readonly masterKeyMade: boolean;
  /** Closes what is open, last what others stand on. */
  close(): Promise<void>;
}

/**
 * Opens what the configuration names: first the lock of the data folder, where anything lies in it, because nothing may be
 * touched that another engine uses.
 * @throws DataFolderInUse, KeyVaultUnusable, UnknownEventFileFormat, and what says that a server is away
 */
export async function open(config: Config, onOutcome?: (what: string) => void): Promise<Opened> {
  return config.eventStore === 'memory' ? inMemory(config) : inPlaces(config, onOutcome);
}

async function inPlaces(config: Config, onOutcome?: (what: string) => void): Promise<Opened> {
  /** What is open, the last one first. */
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const one of closers.splice(0)) await one();
  };
  const kept = <T extends { close(): unknown }>(one: T): T => {
    closers.unshift(() => one.close());
    return one;
  };
  try {
    if (usesDataFolder(config)) {
      const folder = openDataFolder(config.data);
      closers.unshift(() => folder.release());
    }
    const { key: masterKey, made: masterKeyMade } = openMasterKey(config.data, config.masterKey);
    const places = placesOf(config, masterKey);
    const vault = kept(await keyVaultAt(places, 'api'));
    const writer = places.eventStore === 'sqlite' ? SqliteEventStore.open(places.data) : undefined;
    const store = kept(writer ?? eventStoreAt(places, 'api', onOutcome));
    const readDatabase = kept(await readDatabaseAt(places, 'api', true));
    const deliveries = kept(await deliveriesAt(places, 'api'));
    const accessLog = kept(await accessLogAt(places, 'api'));
    const leases = kept(await leasesAt(places, 'api'));
    const importFiles = importFilesAt(places, true);
    const webhooks = webhookParts(config);
    kept(webhooks.webhookSender);
    const shared = new SharedPlaces(places, writer);
    return { store, vault, readDatabase, deliveries, accessLog, leases, importFiles, ...webhooks, shared, masterKeyMade, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function inMemory(config: Config): Promise<Opened> {
  const [store, vault, readDatabase] = [new MemoryEventStore(), new MemoryKeyVault(), await SqliteReadDatabase.temporary()];
  const [deliveries, accessLog] = [new MemoryDeliveries(), new MemoryAccessLog()];
  const webhooks = webhookParts(config);
  const close = async () => {
    webhooks.webhookSender.close();
    await store.close();
    await vault.close();
    await readDatabase.close();
  };
  const [leases, importFiles] = [new SoleLeases(), new MemoryImportFiles()];
  return { store, vault, readDatabase, deliveries, accessLog, leases, importFiles, ...webhooks, shared: undefined, masterKeyMade: false, close };
}

export function webhookParts({ webhookBackOff: backOffMs, webhookPrivateTargets: privateTargets }: Config): Pick<Opened, 'webhookSettings'> & {
  readonly webhookSender: HttpsWebhookSender;
} {
  return { webhookSender: new HttpsWebhookSender({ privateTargets }), webhookSettings: { backOffMs, privateTargets } };
}
