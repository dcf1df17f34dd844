import { DataFolderInUse, DataFolderUnfinished, isPassing, KeyVaultUnusable, UnknownEventFileFormat } from '@kith/adapters';
import { EventStoreUnavailable, KeyVaultUnavailable } from '@kith/application';
import type { Config } from '@kith/config';
import { ReadModelsUnavailable, ReplayUnusable } from '@kith/read-models';
import { whereabouts } from './http/problem.filter';

/** Whether a server that keeps data is away, so that the same may work in a moment. */
export function isAway(error: unknown, { eventStore, readDb, keyVault }: Config): boolean {
  if (![eventStore, readDb, keyVault].some(isServer)) return false;
  return error instanceof EventStoreUnavailable || error instanceof KeyVaultUnavailable || error instanceof ReadModelsUnavailable || isPassing(error);
}

const isServer = (place: string): boolean => place.includes('://');

/** Which setting names the server that an error is about. */
function serverOf(error: unknown, { eventStore, readDb, keyVault }: Config): string | undefined {
  if (error instanceof EventStoreUnavailable) return isServer(eventStore) ? 'EventStoreDB (KITH_EVENT_STORE)' : undefined;
  if (error instanceof KeyVaultUnavailable) return isServer(keyVault) ? 'PostgreSQL (KITH_KEY_VAULT)' : undefined;
  return isServer(readDb) && (error instanceof ReadModelsUnavailable || isPassing(error)) ? 'PostgreSQL (KITH_READ_DB)' : undefined;
}

/** One line for whoever tried to start the engine: what is in the way, and what to do. */
export function whyNotStarted(error: unknown, config: Config): string {
  const { host, port, data } = config;
  const server = serverOf(error, config);
  if (server !== undefined)
    return `kith cannot start: ${server} does not answer as it must: ${firstLine(error)}; is it running, and are address and password right?`;
  if (
    error instanceof DataFolderInUse ||
    error instanceof DataFolderUnfinished ||
    error instanceof KeyVaultUnusable ||
    error instanceof UnknownEventFileFormat ||
    error instanceof ReplayUnusable
  )
    return `kith cannot start: ${error.message}`;
  if (error instanceof EventStoreUnavailable || error instanceof KeyVaultUnavailable)
    return `kith cannot start: the data folder ${data} cannot be written: ${error.message}`;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `kith cannot start: port ${port} on ${host} is taken; stop what listens there, or choose another port with KITH_PORT or --port`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `kith cannot start: ${host} is no address of this machine; choose another one with KITH_HOST or --host`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
    case 'ENOTDIR':
    case 'EEXIST':
      return `kith cannot start: ${firstLine(error)}; the data folder is ${data}, the port ${port}`;
    default:
      return `kith cannot start: ${whereabouts(error).name}: ${firstLine(error)} (${whereabouts(error).at[0] ?? 'nowhere'})`;
  }
}

const firstLine = (error: unknown): string => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason');

function codeOf(error: unknown): unknown {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
