import { fieldOf, type ImportedValue, isListTarget, plainCell, splitCell } from '@kith/application';

/** In UTF-8; a longer one is refused, and the file goes on. */
export const maxCellBytes = 128 * 1024;

/** What a cell or member says, or the code of why it says nothing that can be taken. */
export type Said = readonly ImportedValue[] | string;

/** What a cell of CSV says under what its column is read as. */
export function saidByCell(cell: string, target: string): Said {
  if (cell === '') return [];
  if (cell.includes('\0')) return 'cell-unreadable';
  if (isTooLong(cell)) return 'cell-too-long';
  const { field, type } = fieldOf(target);
  const plain = plainCell(cell);
  if (isListTarget(target)) return splitCell(plain, target === 'tags' ? 'words' : 'values').map((value) => ({ field, value }));
  const value = type === 'number' ? numberIn(plain) : type === 'boolean' ? booleanIn(plain) : plain;
  return value === undefined ? `${type}-invalid` : [{ field, value }];
}

/** What a value of JSON says, that is neither an object nor an array. */
export function saidByValue(given: string | number | boolean, target: string): Said {
  if (typeof given === 'string' && (given.includes('\0') || !given.isWellFormed())) return 'cell-unreadable';
  if (typeof given === 'string' && isTooLong(given)) return 'cell-too-long';
  const { field, type } = fieldOf(target);
  if (type === 'text') {
    if (field.startsWith('fields.')) return [{ field, value: given }];
    return given === '' && !mayBeEmpty.has(field) ? [] : [{ field, value: String(given) }];
  }
  if (typeof given === type) return [{ field, value: given }];
  const value = type === 'number' ? numberIn(String(given)) : booleanIn(String(given));
  return value === undefined ? `${type}-invalid` : [{ field, value }];
}

/** Texts of which empty ones are texts. */
const mayBeEmpty = new Set(['details', 'notes']);

const isTooLong = (text: string): boolean => text.length * 3 > maxCellBytes && Buffer.byteLength(text) > maxCellBytes;

/** As JSON writes numbers (RFC 8259, section 6). */
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  return number.test(trimmed) ? Number(trimmed) : undefined;
}

const booleans: Readonly<Record<string, boolean>> = { true: true, yes: true, y: true, '1': true, false: false, no: false, n: false, '0': false };

const booleanIn = (text: string): boolean | undefined => {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(booleans, word) ? booleans[word] : undefined;
};
