import type { EndUser } from '@kith/domain';
import type { DataKey, KeyVault } from '../key-vault';

/** The key that seals what is written of a person. @throws Error when it was destroyed: nothing may be written of them any more */
export async function keyOf(vault: KeyVault, { keyId }: EndUser): Promise<DataKey> {
  const key = keyId === undefined ? undefined : await vault.find(keyId);
  if (!key) throw new Error('the key of a living end user is gone');
  return key;
}
