/** What values of a list are told apart by, as support desks write them: lists of words by spaces, too. */
export type CellOf = 'values' | 'words';

const separator: Readonly<Record<CellOf, string>> = { values: '[,;|\\r\\n]', words: '[,;|\\s]' };

/**
 * A list as one cell: each value on a line of its own. One that could be taken for several, or not come back as it is, stands in quotes, and
 * quotes in it are doubled, as in CSV (RFC 4180). {@link splitCell} reads it back exactly.
 */
export const joinedCell = (values: readonly string[], of: CellOf = 'values'): string => values.map((value) => quoted(value, of)).join('\n');

const apart: Readonly<Record<CellOf, RegExp>> = { values: new RegExp(separator.values), words: new RegExp(separator.words) };

function quoted(value: string, of: CellOf): string {
  const isPlain = value !== '' && value === value.trim() && !value.startsWith('"') && !apart[of].test(value);
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}

/** A value in quotes with nothing else around it, or else all up to the next separator. */
const next = (of: CellOf): RegExp => new RegExp(`[^\\S\\r\\n]*"([^"]*(?:""[^"]*)*)"[^\\S\\r\\n]*(?:${separator[of]}|$)|([^]*?)(?:${separator[of]}|$)`, 'y');
const values: Readonly<Record<CellOf, RegExp>> = { values: next('values'), words: next('words') };

/**
 * The values of a cell, separated by comma, semicolon, `|` or the end of a line, words by spaces as well; what stands between is trimmed, and
 * what is empty is none. A quote that nothing closes is a character like any other.
 */
export function splitCell(cell: string, of: CellOf = 'values'): readonly string[] {
  if (!cell.includes('"')) return cell.split(apart[of]).flatMap(present);
  const found: string[] = [];
  const value = values[of];
  for (let at = 0; at < cell.length; at = value.lastIndex) {
    value.lastIndex = at;
    const [, inQuotes, plain = ''] = value.exec(cell) ?? [];
    found.push(...(inQuotes === undefined ? present(plain) : [inQuotes.replaceAll('""', '"')]));
    if (value.lastIndex === at) break;
  }
  return found;
}

function present(text: string): readonly string[] {
  const value = text.trim();
  return value === '' ? [] : [value];
}
