import { DataFolderInUse, KeyVaultUnusable, UnknownEventFileFormat } from '@kith/adapters';
import { EventStoreUnavailable, KeyVaultUnavailable } from '@kith/application';
import type { Config } from '@kith/config';
import { whereabouts } from './http/problem.filter';

/** One line for whoever tried to start the engine: what is in the way, and what to do. */
export function whyNotStarted(error: unknown, { host, port, data }: Config): string {
  if (error instanceof DataFolderInUse || error instanceof KeyVaultUnusable || error instanceof UnknownEventFileFormat)
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
