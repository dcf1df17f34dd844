import type { KeyObject } from 'node:crypto';
import { damagedRow } from './damaged-row';
import { unwrap, type Wrapped, wrap } from './wrap';

/** What was wrapped anew. */
export interface Rewrapped {
  readonly keys: number;
  /** Of them, those that were destroyed, which stay so. */
  readonly destroyed: number;
  readonly tenantSecrets: number;
}

/** The old master key and the new one. */
export interface MasterKeys {
  readonly from: KeyObject;
  readonly to: KeyObject;
}

/** What a rotation came to. */
export interface Rotated extends Rewrapped {
  /** The vault was wrapped by the new key already: what an earlier rotation had left to do is done. */
  readonly wasRotated: boolean;
}

/** A secret under the new key; undefined for one that is destroyed, which is zeros. @throws KeyVaultUnusable for a row that does not open and is no zeros */
export function rewrapped({ from, to }: MasterKeys, what: Wrapped, name: string, wrapped: Uint8Array): Buffer | undefined {
  if (wrapped.every((byte) => byte === 0)) return undefined;
  const secret = unwrap(from, what, name, wrapped);
  if (!secret) throw damagedRow(what === 'dataKey' ? `key ${name}` : `the secret of tenant ${name}`);
  try {
    return wrap(to, what, name, secret);
  } finally {
    secret.fill(0);
  }
}
