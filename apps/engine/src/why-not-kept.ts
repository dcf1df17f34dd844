import { DataFolderInUse, DataFolderUnfinished, KeyVaultUnusable, UnknownEventFileFormat } from '@kith/adapters';
import { EventStoreUnavailable, KeyVaultUnavailable } from '@kith/application';
import type { Config } from '@kith/config';
import { whereabouts } from './http/problem.filter';

/** Errors whose own words say what is the matter, and what to do. */
const told: ReadonlySet<string> = new Set([
  'BackupInProgress',
  'BackupUnusable',
  'DataFolderNotEmpty',
  'FileInUse',
  'Interrupted',
  'NotEnoughRoom',
  'NothingToBackUp',
  'PlaceTaken',
  'ErasuresUnreadable',
  'RestoreRefused',
]);
/** SQLITE_FULL, and what a file that may not grow looks like to SQLite (SQLITE_IOERR_WRITE, SQLITE_IOERR_TRUNCATE). https://sqlite.org/rescode.html */
const full: ReadonlySet<unknown> = new Set([13, 778, 1546, 'ENOSPC', 'EDQUOT', 'EFBIG']);

/** One line for whoever wanted data backed up, restored or wrapped anew: what is in the way. Holds no value that is stored. */
export function whyNotKept(error: unknown, { data }: Pick<Config, 'data'>): string {
  const { name, message, errcode, code } = Object(error) as { name?: string; message?: string; errcode?: number; code?: string };
  const known = [DataFolderInUse, DataFolderUnfinished, KeyVaultUnusable, UnknownEventFileFormat, EventStoreUnavailable, KeyVaultUnavailable];
  if (told.has(name ?? '') || known.some((kind) => error instanceof kind)) return message ?? '';
  if (full.has(errcode ?? code)) return `the disk is full, or files may not grow any more (${errcode ?? code}); make room and try again`;
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return `${message?.split('\n')[0]}; the data folder is ${data}`;
  if (errcode !== undefined) return `${message} (SQLite ${errcode}); the data folder is ${data}`;
  return `${whereabouts(error).name} (${whereabouts(error).at[0] ?? 'nowhere'})`;
}
