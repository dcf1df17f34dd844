import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNew } from '../durable-file';
import type { CopiedFile } from './copied-file';

/** Name of the file that makes a folder a backup: it is written last. */
export const manifestFile = 'manifest.json';
/** Where the vault's part lies in a backup whose parts are together. */
export const vaultPartFolder = 'vault';

const format = 'kith-backup/1';

/** What a part of a backup is. The log and the vault are two parts, each of a folder with such a manifest, so that they can lie apart. */
export interface Manifest {
  readonly part: 'log' | 'vault';
  /** The same for both parts. */
  readonly id: string;
  /** The moment that log and vault are of, RFC 3339 UTC. */
  readonly takenAt: string;
  /** Where the log ends. */
  readonly position: string;
  readonly readModels: boolean;
  /** Whether the master key is in the vault's part. */
  readonly masterKey: boolean;
  readonly files: readonly CopiedFile[];
}

/** What was named is no backup that this program can use; the message says why. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable';
}

/** Makes the folder a part of a backup; durable when this returns. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeNew(join(folder, manifestFile), `${JSON.stringify({ format, ...manifest }, null, 2)}\n`);
}

/** @throws BackupUnusable */
export function readManifest(folder: string, part: Manifest['part']): Manifest {
  const path = join(folder, manifestFile);
  if (!existsSync(path)) throw new BackupUnusable(`${folder} is no backup: it has no ${manifestFile}, which is written when a backup is complete`);
  const read = parsed(path);
  const unfit = whyUnfit(read, part);
  if (unfit !== undefined) throw new BackupUnusable(`${path} ${unfit}`);
  return read as unknown as Manifest;
}

function parsed(path: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BackupUnusable(`${path} is damaged: it is not JSON`);
    throw error;
  }
}

function whyUnfit(read: Readonly<Record<string, unknown>>, part: Manifest['part']): string | undefined {
  if (read.format !== format)
    return typeof read.format === 'string' && read.format.startsWith('kith-backup/')
      ? 'was written by another version, whose backups this one does not know'
      : 'is not the manifest of a backup';
  if (read.part !== part)
    return `is the ${read.part === 'vault' ? 'key vault' : 'log'}’s part of a backup; the ${part === 'vault' ? 'key vault' : 'log'}’s is wanted`;
  const whole =
    [read.id, read.takenAt, read.position].every((text) => typeof text === 'string') &&
    [read.readModels, read.masterKey].every((flag) => typeof flag === 'boolean') &&
    Array.isArray(read.files) &&
    read.files.every(isFile);
  return whole ? undefined : 'is damaged: something is missing in it';
}

/** A name that leaves its folder is nobody's. */
const isFile = (one: unknown): boolean => {
  const { name, bytes, sha256 } = Object(one) as Record<string, unknown>;
  return typeof name === 'string' && /^[\w-]+(?:[./][\w-]+)*$/.test(name) && Number.isSafeInteger(bytes) && /^[0-9a-f]{64}$/.test(String(sha256));
};
