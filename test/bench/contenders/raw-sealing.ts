import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';

/** A person's key as a hand-written program would keep it: ready to use. */
export interface RawKey {
  readonly id: string;
  readonly encrypting: KeyObject;
  readonly nonces: KeyObject;
}

export const rawKey = (id: string, secret: Uint8Array): RawKey => ({
  id,
  encrypting: createSecretKey(secret.subarray(0, 32)),
  nonces: createSecretKey(secret.subarray(32, 64)),
});

/** The same bytes as the engine stores: AES-256-GCM under a nonce derived from all that is sealed, bound to its place in the log. */
export function sealedPersonal(key: RawKey, bound: string, personal: object): object {
  const [aad, plain] = [Buffer.from(bound), Buffer.from(JSON.stringify(personal))];
  const nonce = createHmac('sha256', key.nonces).update(aad).update(plain).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', key.encrypting, nonce).setAAD(aad);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { v: 1, k: key.id, n: nonce.toString('base64url'), c: sealed.toString('base64url') };
}

/** A personal part opened. */
export function openedPersonal(key: RawKey, bound: string, { n, c }: { n: string; c: string }): Record<string, unknown> {
  const bytes = Buffer.from(c, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.encrypting, Buffer.from(n, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString());
}

export function wrapped(masterKey: KeyObject, id: string, secret: Uint8Array): Buffer {
  const nonce = randomBytesOf(12);
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: 16 }).setAAD(Buffer.from(`["dataKey",1,"${id}"]`));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

export function unwrapped(masterKey: KeyObject, id: string, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', masterKey, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`["dataKey",1,"${id}"]`)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

const pool = Buffer.alloc(8192);
let used = pool.length;

/** Random bytes, drawn in large pieces because a call for each few costs more than they do. */
export function randomBytesOf(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return Buffer.from(pool.subarray(used - count, used));
}
