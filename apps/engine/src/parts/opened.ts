import {
  type DataFolder,
  MemoryEventStore,
  MemoryKeyVault,
  openDataFolder,
  openMasterKey,
  SqliteEventStore,
  SqliteKeyVault,
  SqliteReadDatabase,
} from '@kith/adapters';
import type { EventStore, KeyVault } from '@kith/application';
import type { Config } from '@kith/config';
import type { ReadDatabase } from '@kith/read-models';

/** What another thread opens for itself to work on the same data. */
export interface Shared {
  readonly store: SqliteEventStore;
  readonly folder: string;
  readonly masterKey: Buffer;
}

/** The data of an engine, open. */
export interface Opened {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly readDatabase: ReadDatabase;
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
  if (config.eventStore === 'memory') return inMemory();
  const folder = openDataFolder(config.data);
  try {
    return await inFolder(folder, config);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function inFolder(folder: DataFolder, { data, masterKey: configured }: Config): Promise<Opened> {
  const { key: masterKey, made } = openMasterKey(data, configured);
  const vault = new SqliteKeyVault({ folder: data, masterKey });
  const store = SqliteEventStore.open(data);
  const readDatabase = await SqliteReadDatabase.open(data, { tidy: true });
  const close = async () => {
    await readDatabase.close();
    await store.close();
    await vault.close();
    folder.release();
  };
  return { store, vault, readDatabase, shared: { store, folder: data, masterKey }, masterKeyMade: made, close };
}

async function inMemory(): Promise<Opened> {
  const [store, vault, readDatabase] = [new MemoryEventStore(), new MemoryKeyVault(), await SqliteReadDatabase.temporary()];
  const close = async () => {
    await store.close();
    await vault.close();
    await readDatabase.close();
  };
  return { store, vault, readDatabase, shared: undefined, masterKeyMade: false, close };
}
