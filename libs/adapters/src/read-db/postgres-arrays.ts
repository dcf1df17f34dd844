import type { Value } from '@kith/read-models';

/** What a column of many values is, as PostgreSQL calls it. */
export type ColumnType = 'text' | 'bigint';

/** OIDs of the types (pg_type.dat). */
const oids = { text: 25, bigint: 20 } as const;
/** Dimensions, whether there are nulls, type of the elements, length and lower bound: 32 bits each. */
const headerBytes = 20;
const two32 = 2 ** 32;

/**
 * One array of the values, in PostgreSQL's binary format (array_send of its source): nothing in them has to be escaped.
 * @throws Error for a value that is missing or of another type; it names the place and not the value
 */
export function arrayOf(type: ColumnType, place: string, rows: readonly Readonly<Record<string, Value>>[]): Buffer {
  const bytes = Buffer.allocUnsafe(rows.reduce((sum, row) => sum + 4 + sizeOf(type, row[place], place), headerBytes));
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(1, 4);
  bytes.writeInt32BE(oids[type], 8);
  bytes.writeInt32BE(rows.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = headerBytes;
  for (const row of rows) at = write(bytes, at, row[place] as Value);
  return bytes;
}

function sizeOf(type: ColumnType, value: Value | undefined, place: string): number {
  if (value === null) return 0;
  if (type === 'text' && typeof value === 'string') return Buffer.byteLength(value);
  if (type === 'bigint' && Number.isSafeInteger(value)) return 8;
  throw new TypeError(`the statement is given no ${type} for ${place}`);
}

/** @returns where the next one begins */
function write(bytes: Buffer, at: number, value: Value): number {
  if (value === null) return bytes.writeInt32BE(-1, at);
  if (typeof value === 'number') {
    const high = Math.floor(value / two32);
    bytes.writeInt32BE(8, at);
    bytes.writeInt32BE(high, at + 4);
    return bytes.writeUInt32BE(value - high * two32, at + 8);
  }
  const length = bytes.write(value, at + 4);
  bytes.writeInt32BE(length, at);
  return at + 4 + length;
}
