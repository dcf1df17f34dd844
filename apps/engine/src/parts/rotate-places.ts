import { join } from 'node:path';
import {
  nextMasterKeyFile,
  openDataFolder,
  type Rotated,
  readConfiguredMasterKey,
  readOrMakeMasterKey,
  replaceMasterKeyFile,
  rotatePostgresVault,
  rotateVaultFile,
} from '@kith/adapters';
import type { Config } from '@kith/config';
import { usesDataFolder } from './places';

/** What a rotation came to, and where its new master key is. */
export interface MasterKeyRotated extends Rotated {
  /** Where the new one is to be found. */
  readonly newKey: string;
  /** The data folder keeps it: nothing has to be configured. */
  readonly kept: boolean;
}

/**
 * Wraps the vault of a configuration by another master key, while no engine uses it.
 * @param newKeyFile holds the new one, which is made when it is missing; where the data folder keeps the master key, undefined has it keep the new one
 * @throws DataFolderInUse, KeyVaultUnusable, KeyVaultUnavailable, FileInUse, the signal's reason
 */
export async function rotateMasterKey(
  config: Config,
  newKeyFile: string | undefined,
  watched: { readonly onProgress?: (done: number, of: number) => void; readonly signal?: AbortSignal } = {},
): Promise<MasterKeyRotated> {
  const { data, keyVault, masterKey: configured } = config;
  const held = usesDataFolder(config) ? openDataFolder(data) : undefined;
  try {
    const from = readConfiguredMasterKey(data, configured);
    const newKey = newKeyFile ?? join(data, nextMasterKeyFile);
    const keys = { from, to: readOrMakeMasterKey(newKey), ...watched };
    const rotated = await (keyVault === 'sqlite'
      ? rotateVaultFile({ folder: data, ...keys })
      : rotatePostgresVault({ at: { url: keyVault, applicationName: 'kith-rotate-master-key', connections: 2 }, ...keys }));
    // The same key in another file is no reason to remove the one that opens the vault.
    if (configured === undefined && !keys.from.equals(keys.to)) replaceMasterKeyFile(data, newKeyFile === undefined ? newKey : undefined);
    const kept = newKeyFile === undefined;
    return { ...rotated, newKey: kept ? join(data, 'master.key') : newKey, kept };
  } finally {
    held?.release();
  }
}
