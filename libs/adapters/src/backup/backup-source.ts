import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFiles } from '../data-files';
import { type CopiedFile, copied, described, forOwnerAlone } from './copied-file';
import { BackupUnusable, type Manifest, manifestFile, readManifest, vaultPartFolder } from './manifest';
import { SqliteSnapshot } from './sqlite-snapshot';

/** A backup whose parts belong together, as far as their manifests tell. */
export interface BackupSource {
  readonly log: BackupPart;
  readonly vault: BackupPart | LivingVault;
}

/** A folder of a backup. */
export interface BackupPart {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The vault of a data folder: newer than any backup, so keys that were destroyed since stay destroyed. */
export interface LivingVault {
  readonly folder: string;
  readonly manifest: undefined;
}

/**
 * Looks at a backup, and changes nothing.
 * @param vaultFrom where the keys are when they lie apart: the vault's part of a backup, or a data folder
 * @throws BackupUnusable when it is none, when a part is missing, or when the vault is older than the log
 */
export function backupAt(from: string, vaultFrom?: string): BackupSource {
  const log = { folder: from, manifest: readManifest(from, 'log') };
  const apart = vaultFrom ?? join(from, vaultPartFolder);
  if (vaultFrom === undefined && !existsSync(apart))
    throw new BackupUnusable(`the keys are not in ${from}: they lie apart from the log, say where with --vault-from`);
  if (existsSync(join(apart, dataFiles.keys)) && !existsSync(join(apart, manifestFile))) return { log, vault: { folder: apart, manifest: undefined } };
  const vault = { folder: apart, manifest: readManifest(apart, 'vault') };
  if (vault.manifest.id !== log.manifest.id && vault.manifest.takenAt < log.manifest.takenAt)
    throw new BackupUnusable(
      `the keys in ${apart} are of ${vault.manifest.takenAt}, and the log is of ${log.manifest.takenAt}: what was written in between could not be read. Give keys of the same backup, or newer ones`,
    );
  return { log, vault };
}

/** Reads every file of a part and compares it with what the manifest says. @throws BackupUnusable for the first that differs or is missing, the signal's reason */
export async function checkPart({ folder, manifest }: BackupPart, onRead: (file: CopiedFile) => void, signal?: AbortSignal): Promise<void> {
  for (const file of manifest.files)
    onRead(assertSame(await whileThere(folder, file, () => described(join(folder, file.name), file.name, signal)), file, folder));
}

/** Copies a file of a part. @throws BackupUnusable when it is not what the manifest says, the signal's reason */
export async function copyOfPart({ folder }: BackupPart, file: CopiedFile, to: string, signal?: AbortSignal): Promise<void> {
  assertSame(await whileThere(folder, file, () => copied(join(folder, file.name), to, file.name, signal)), file, folder);
}

/** Copies the vault of a data folder as it is now. */
export async function copyLivingVault({ folder }: LivingVault, to: string, signal?: AbortSignal): Promise<void> {
  const snapshot = SqliteSnapshot.open(join(folder, dataFiles.keys));
  try {
    await snapshot.copyTo(to, signal ? { signal } : {});
    forOwnerAlone(to);
  } finally {
    snapshot.close();
  }
}

function assertSame(found: CopiedFile, { name, bytes, sha256 }: CopiedFile, folder: string): CopiedFile {
  if (found.bytes === bytes && found.sha256 === sha256) return found;
  throw new BackupUnusable(
    `${join(folder, name)} is not what was backed up: its ${found.bytes === bytes ? 'digest' : 'length'} is another one. Use another backup`,
  );
}

async function whileThere<T>(folder: string, { name }: CopiedFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || existsSync(join(folder, name))) throw error;
    throw new BackupUnusable(`${join(folder, name)} is missing in the backup. Use another one`);
  }
}
