import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFiles } from '../data-files';
import { sync, writeNew } from '../durable-file';
import { KeyVaultUnusable } from './unusable';
import { opensVaultFile, vaultFile } from './vault-file';

/** Name of the file in the data folder that holds the master key when configuration gives none: base64, one line. */
export const masterKeyFile = dataFiles.masterKey;
/** Name of the file that holds the next one while the vault is wrapped anew. */
export const nextMasterKeyFile = `${masterKeyFile}.next`;

const keyBytes = 32;

/** The key that wraps every other (32 bytes). `made`: it is new, so somebody should be told to keep a copy apart. */
export interface MasterKey {
  readonly key: Buffer;
  readonly made: boolean;
}

/**
 * The master key from configuration (base64), else from the data folder, else a new one that is durable in the data folder when this returns.
 * Never makes a new one beside a vault, which that could not open. Where a rotation was cut off it is the one of both that opens the vault.
 * @throws KeyVaultUnusable when the key is missing or is not 32 bytes
 */
export function openMasterKey(folder: string, fromConfig?: string): MasterKey {
  if (fromConfig !== undefined) return { key: decoded(fromConfig, 'the configured master key'), made: false };
  const path = join(folder, masterKeyFile);
  const kept = read(path);
  if (kept) return { key: rotatedTo(folder) ?? kept, made: false };
  if (existsSync(join(folder, vaultFile))) {
    throw new KeyVaultUnusable(
      'master-key-missing',
      `${folder} holds a key vault (${vaultFile}) but no ${masterKeyFile}: put the file back, or configure the master key that the vault was made with`,
    );
  }
  return make(folder, path);
}

/** The master key from configuration, else the one in the data folder, whether or not it is the vault's. @throws KeyVaultUnusable when there is none */
export function readConfiguredMasterKey(folder: string, fromConfig?: string): Buffer {
  if (fromConfig !== undefined) return decoded(fromConfig, 'the configured master key');
  const key = read(join(folder, masterKeyFile));
  if (!key) throw new KeyVaultUnusable('master-key-missing', `there is no ${masterKeyFile} in ${folder}`);
  return key;
}

/** The master key in a file, or a new one that is durable there when this returns. */
export function readOrMakeMasterKey(path: string): Buffer {
  return read(path) ?? make(dirname(path), path).key;
}

/**
 * Puts the next master key in the place of the one in the data folder, in one step, and overwrites the old one's bytes.
 * @param next file of the next one; undefined to have none in the data folder from now on
 */
export function replaceMasterKeyFile(folder: string, next: string | undefined): void {
  const path = join(folder, masterKeyFile);
  if (!existsSync(path)) return;
  const old = openSync(path, 'r+');
  try {
    if (next === undefined) rmSync(path);
    else renameSync(next, path);
    sync(folder, 'folder');
    // What has no name any more is still on the disk.
    writeSync(old, Buffer.alloc(keyBytes * 2), 0, keyBytes * 2, 0);
    fsyncSync(old);
    ftruncateSync(old, 0);
  } finally {
    closeSync(old);
  }
}

/** The next key, when the vault is wrapped by it already and the rotation was cut off right then. */
function rotatedTo(folder: string): Buffer | undefined {
  const path = join(folder, nextMasterKeyFile);
  const next = existsSync(path) && existsSync(join(folder, vaultFile)) ? read(path) : undefined;
  return next && opensVaultFile(folder, createSecretKey(next)) ? next : undefined;
}

function read(path: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return decoded(text.trim(), path);
}

function decoded(base64: string, where: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== keyBytes || key.toString('base64') !== base64) {
    throw new KeyVaultUnusable('wrong-master-key', `${where} is not the base64 of ${keyBytes} bytes`);
  }
  return key;
}

/** A link, unlike a rename, never replaces a key that somebody else made in between and may already have wrapped with. */
function make(folder: string, path: string): MasterKey {
  const key = randomBytes(keyBytes);
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    writeNew(draft, `${key.toString('base64')}\n`);
    linkSync(draft, path);
  } catch (error) {
    const others = (error as NodeJS.ErrnoException).code === 'EEXIST' ? read(path) : undefined;
    if (others) return { key: others, made: false };
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  sync(folder, 'folder');
  return { key, made: true };
}
