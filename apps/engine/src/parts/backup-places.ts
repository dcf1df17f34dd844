import { type BackupProgress, type BackupTaken, backupPlan, openMasterKey, takeBackup } from '@kith/adapters';
import type { Config } from '@kith/config';

/** What somebody wants backed up, and to where. */
export interface BackupWanted {
  /** Absolute paths. */
  readonly to: string;
  readonly vaultTo?: string | undefined;
  readonly readModels: boolean;
  /** Whether the master key goes with the keys. */
  readonly masterKey: boolean;
}

/** Backs up the data folder of a configuration. @throws as `takeBackup` and `openMasterKey` do */
export async function backupOf(
  { data: folder, masterKey: configured }: Config,
  { masterKey, ...wanted }: BackupWanted,
  watched: { readonly onProgress?: (progress: BackupProgress) => void; readonly signal?: AbortSignal } = {},
): Promise<BackupTaken> {
  return takeBackup({ folder, ...wanted, ...(masterKey && { masterKey: openMasterKey(folder, configured).key }), now: Date.now, ...watched });
}

/** What a backup of it would take along. @throws NothingToBackUp */
export const planOf = ({ data: folder }: Config, { readModels }: Pick<BackupWanted, 'readModels'>): ReturnType<typeof backupPlan> =>
  backupPlan({ folder, readModels, now: Date.now });
