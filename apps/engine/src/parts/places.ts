import { randomBytes } from 'node:crypto';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TransferListItem } from 'node:worker_threads';
import {
  type EventStoreConnection,
  EventStoreDbEventStore,
  PostgresAccessLog,
  PostgresCheckpoints,
  PostgresDeliveries,
  PostgresKeyVault,
  PostgresLeases,
  PostgresReadDatabase,
  SealedImportFiles,
  SoleLeases,
  SqliteAccessLog,
  SqliteCheckpoints,
  SqliteDeletedBytes,
  SqliteDeliveries,
  SqliteEventStore,
  SqliteKeyVault,
  SqliteReadDatabase,
  SqliteScratchLogs,
} from '@kith/adapters';
import type { AccessLog, Checkpoints, DeletedBytes, Deliveries, EventStore, ImportFiles, KeyVault, Leases, ScratchLogs } from '@kith/application';
import type { Config } from '@kith/config';
import type { ErasedStore } from '@kith/domain';
import type { ReadDatabase } from '@kith/read-models';

/** Where the data of an engine lies, in words that another thread understands. Holds secrets: never log it. */
export interface Places extends Pick<Config, 'data' | 'streamPrefix'> {
  readonly eventStore: Exclude<Config['eventStore'], 'memory'>;
  readonly readDb: Exclude<Config['readDb'], 'memory'>;
  readonly keyVault: Exclude<Config['keyVault'], 'memory'>;
  readonly masterKey: Uint8Array;
  /** Names this process among those that work on the same data, another one at each start. */
  readonly process: string;
}

/** What a thread is started with to open the same data for itself. */
export interface ThreadPlaces extends Places {
  /** A line to the thread that writes the log, where the log is a file of this engine. */
  readonly connection?: EventStoreConnection;
}

/** The data of an engine that other threads can open, too. */
export class SharedPlaces {
  constructor(
    readonly places: Places,
    private readonly writer: SqliteEventStore | undefined,
  ) {}

  /** For one thread: a line to the writer can be given away only once. */
  forThread<More extends object>(more: More): { data: ThreadPlaces & More; transfer: readonly TransferListItem[] } {
    const connection = this.writer?.connection();
    return { data: { ...this.places, ...more, ...(connection && { connection }) }, transfer: connection ? [connection.port] : [] };
  }
}

/** Most connections to PostgreSQL that answer requests, in one process, and that a thread of it takes. */
const connections = { requests: 8, thread: 2 };

/** Where a configuration says that the data is. @param masterKey empty for who opens no keys */
export function placesOf({ data, streamPrefix, eventStore, readDb, keyVault }: Config, masterKey: Uint8Array): Places {
  if (eventStore === 'memory' || readDb === 'memory' || keyVault === 'memory') throw new Error('what is in memory is nowhere else');
  const holder = `${hostname()}/${process.pid}/${randomBytes(4).toString('hex')}`;
  return { data, streamPrefix, eventStore, readDb, keyVault, masterKey, process: holder };
}

/** Whether anything lies in the data folder: then it belongs to one process. */
export const usesDataFolder = ({ eventStore, readDb, keyVault }: Pick<Config, 'eventStore' | 'readDb' | 'keyVault'>): boolean =>
  [eventStore, readDb, keyVault].includes('sqlite');

/** How the server of a place names who is connected. */
const nameOf = (part: string, { process: holder }: Places): string => `kith ${part} ${holder}`.slice(0, 63);

/** The log, for a thread or process that does not own its file: without a connection to the one that does, it is only read. */
export function eventStoreAt(places: ThreadPlaces, part: string, onOutcome?: (what: string) => void): EventStore {
  const { eventStore: url, streamPrefix, data, connection } = places;
  if (connection) return SqliteEventStore.connect(connection);
  if (url === 'sqlite') return SqliteEventStore.openReadOnly(data);
  return EventStoreDbEventStore.open({ url, streamPrefix, connectionName: nameOf(part, places), ...(onOutcome && { onOutcome }) });
}

export async function keyVaultAt(places: Places, part: string): Promise<KeyVault> {
  const { keyVault: url, data: folder, masterKey } = places;
  if (url === 'sqlite') return new SqliteKeyVault({ folder, masterKey });
  return PostgresKeyVault.open({ url, masterKey, applicationName: nameOf(part, places), connections: connections.thread });
}

/** @param tidy for the process that holds the data folder, when it starts: removes what crashed rebuilds left */
export async function readDatabaseAt(
  places: Places,
  part: 'api' | 'projector' | 'reactor' | 'imports' | 'rebuild' | 'look',
  tidy = false,
): Promise<ReadDatabase> {
  const { readDb: url, data } = places;
  if (url === 'sqlite') return SqliteReadDatabase.open(data, { tidy, writes: part === 'projector' });
  return PostgresReadDatabase.open({ url, applicationName: nameOf(part, places), connections: part === 'api' ? connections.requests : connections.thread });
}

export async function checkpointsAt(places: Places): Promise<Checkpoints> {
  const { readDb: url, data } = places;
  return url === 'sqlite' ? new SqliteCheckpoints(data) : PostgresCheckpoints.open({ url, applicationName: nameOf('reactor', places), connections: 1 });
}

export async function deliveriesAt(places: Places, part: string): Promise<Deliveries> {
  const { readDb: url, data } = places;
  return url === 'sqlite'
    ? new SqliteDeliveries(data)
    : PostgresDeliveries.open({ url, applicationName: nameOf(part, places), connections: connections.thread });
}

export async function accessLogAt(places: Places, part: string): Promise<AccessLog> {
  const { readDb: url, data } = places;
  return url === 'sqlite' ? new SqliteAccessLog(data) : PostgresAccessLog.open({ url, applicationName: nameOf(part, places), connections: connections.thread });
}

/** Uploads wait in the data folder of the engine that took them. @param tidy for the process, when it starts: removes what was being uploaded at a crash */
export function importFilesAt(places: Places, tidy = false): ImportFiles {
  const folder = join(places.data, 'imports');
  // Where the folder is nobody's own, another engine may be taking an upload.
  return tidy && usesDataFolder(places) ? SealedImportFiles.tidy(folder) : new SealedImportFiles(folder);
}

/** Where dry runs write; in a folder that is this engine's own, what a crash left is removed first. */
export const scratchLogsAt = (places: Places): ScratchLogs =>
  usesDataFolder(places) ? SqliteScratchLogs.tidy(join(places.data, 'imports')) : new SqliteScratchLogs(tmpdir());

/** Of what lies in files of this engine. On PostgreSQL its own housekeeping does the same, in its own time. */
export function deletedBytesAt({ data: folder, keyVault, readDb }: Places): DeletedBytes {
  const stores: ErasedStore[] = [];
  if (keyVault === 'sqlite') stores.push('key-vault');
  if (readDb === 'sqlite') stores.push('read-models');
  return new SqliteDeletedBytes({ folder, stores });
}

/** One process alone holds a data folder, and so every lease. */
export async function leasesAt(places: Places, part: string): Promise<Leases> {
  const { readDb: url } = places;
  return url === 'sqlite' ? new SoleLeases() : PostgresLeases.open({ url, applicationName: nameOf(part, places), connections: 1 });
}
