import { KeyVaultUnusable } from './unusable';

/** A row of the vault does not open and nobody destroyed it. @param what for example `key 0190…` */
export function damagedRow(what: string): KeyVaultUnusable {
  return new KeyVaultUnusable('damaged', `${what} does not open: its row in the key vault is damaged, restore the vault from a backup`);
}
