import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { KeyVaultUnusable } from './unusable';
import { vaultFile } from './vault-file';

/** Name of the file in the data folder that holds the master key when configuration gives none: base64, one line. */
export const masterKeyFile = 'master.key';

const keyBytes = 32;

/** The key that wraps every other (32 bytes). `made`: it is new, so somebody should be told to keep a copy apart. */
export interface MasterKey {
  readonly key: Buffer;
  readonly made: boolean;
}

/**
 * The master key from configuration (base64), else from the data folder, else a new one that is durable in the data folder when this returns.
 * Never makes a new one beside a vault, which that could not open.
 * @throws KeyVaultUnusable when the key is missing or is not 32 bytes
 */
export function openMasterKey(folder: string, fromConfig?: string): MasterKey {
  if (fromConfig !== undefined) return { key: decoded(fromConfig, 'the configured master key'), made: false };
  const path = join(folder, masterKeyFile);
  const kept = read(path);
  if (kept) return { key: kept, made: false };
  if (existsSync(join(folder, vaultFile))) {
    throw new KeyVaultUnusable(
      'master-key-missing',
      `${folder} holds a key vault (${vaultFile}) but no ${masterKeyFile}: put the file back, or configure the master key that the vault was made with`,
    );
  }
  return make(folder, path);
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
    write(draft, `${key.toString('base64')}\n`);
    linkSync(draft, path);
  } catch (error) {
    const others = (error as NodeJS.ErrnoException).code === 'EEXIST' ? read(path) : undefined;
    if (others) return { key: others, made: false };
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(folder);
  return { key, made: true };
}

function write(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes new names in the folder durable; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
