import { type KeyObject, randomBytes } from 'node:crypto';
import type { DataKey } from '@kith/application';
import { v7 } from 'uuid';
import { nonceBytes, wrap } from './wrap';

const idBytes = 16;
/** Length of a person's key. */
export const dataKeyBytes = 64;

/** A key that is not stored yet, so that nobody may be given it. */
export interface Draft {
  readonly key: DataKey;
  readonly wrapped: Buffer;
}

/** New keys; 32 of them are about 0.3 ms of work. Random bytes are drawn for all at once: a call for each would be a third of the cost of a key. */
export function draftKeys(masterKey: KeyObject, count: number): Draft[] {
  const perKey = idBytes + dataKeyBytes + nonceBytes;
  const random = randomBytes(count * perKey);
  return Array.from({ length: count }, (_, index) => {
    const own = random.subarray(index * perKey, (index + 1) * perKey);
    const secret = own.subarray(idBytes, idBytes + dataKeyBytes);
    const key = { id: v7({ random: own.subarray(0, idBytes) }), secret };
    return { key, wrapped: wrap(masterKey, 'dataKey', key.id, secret, own.subarray(-nonceBytes)) };
  });
}
