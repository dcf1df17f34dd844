import { type EndUser, refuse } from '@kith/domain';
import type { DataKey, KeyVault } from '../key-vault';

/** The key that seals what is written of a person. @throws Refusal when it was destroyed: whoever it was is erased since they were looked at */
export async function keyOf(vault: KeyVault, { keyId }: EndUser): Promise<DataKey> {
  const key = keyId === undefined ? undefined : await vault.find(keyId);
  return key ?? refuse('end-user-erased');
}
