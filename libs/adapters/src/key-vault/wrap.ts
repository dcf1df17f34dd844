import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Length of a nonce. */
export const nonceBytes = 12;
const tagBytes = 16;

/** What is wrapped; part of the additional data, so that nothing opens in the place of something else. Stored for ever. */
export type Wrapped = 'dataKey' | 'tenantSecret' | 'masterKeyCheck';

/** How many bytes more than its secret a wrapped secret takes. */
export const wrapOverhead = nonceBytes + tagBytes;

/**
 * Nonce (12 bytes), ciphertext, tag (16): AES-256-GCM with a random nonce (NIST SP 800-38D, 8.2.2: good for 2^32 wraps under one master key).
 * Additional data is the JSON of `[what, 1, name]`. A nonce that is given must be fresh random bytes. The key is a KeyObject because a cipher made from bytes costs four times as much.
 */
export function wrap(masterKey: KeyObject, what: Wrapped, name: string, secret: Uint8Array, nonce: Uint8Array = randomBytes(nonceBytes)): Buffer {
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: tagBytes }).setAAD(additionalData(what, name));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** The secret, or undefined when these bytes were not wrapped by this key for this name. */
export function unwrap(masterKey: KeyObject, what: Wrapped, name: string, wrapped: Uint8Array): Buffer | undefined {
  if (wrapped.length < wrapOverhead) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(additionalData(what, name)).setAuthTag(wrapped.subarray(-tagBytes));
  const secret = decipher.update(wrapped.subarray(nonceBytes, -tagBytes));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return secret;
}

function additionalData(what: Wrapped, name: string): Buffer {
  return Buffer.from(JSON.stringify([what, 1, name]));
}
