import { isAmbiguousField, joinedCell, neutralCell, textCell } from '@kith/application';
import type { FieldValue } from '@kith/domain';
import type { FieldColumn } from './export-columns';

/** A column of an exported table: its name, and what it says of each item. An empty cell says nothing. */
export interface CsvColumn<Item> {
  readonly name: string;
  readonly cell: (item: Item) => string;
}

/** The most columns that a table has, and what all their names take, in UTF-8 bytes: as much as an import takes. */
export const mostCsvColumns = 1_000;
export const mostCsvNameBytes = 64 * 1024;

/** A line of CSV (RFC 4180). In quotes stands also what some programs take away (spaces around a cell) or take for what separates cells. */
const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The names of the columns. */
export const csvHeader = <Item>(columns: readonly CsvColumn<Item>[]): string => csvLine(columns.map(({ name }) => neutralCell(name)));

/** A line for each item. No spreadsheet takes any of it for a formula. */
export function csvLines<Item>(columns: readonly CsvColumn<Item>[], items: readonly Item[]): string {
  let text = '';
  for (const item of items) text += csvLine(columns.map(({ cell }) => cell(item)));
  return text;
}

/** A text; null and undefined say nothing, an empty text says that it is one. */
export const column = <Item>(name: string, value: (item: Item) => string | number | null | undefined): CsvColumn<Item> => ({
  name,
  cell: (item) => {
    const said = value(item) ?? undefined;
    return said === undefined ? '' : textCell(String(said));
  },
});

/** Any number of values in one cell. */
export const listColumn = <Item>(name: string, values: (item: Item) => readonly string[], of?: 'words'): CsvColumn<Item> => ({
  name,
  cell: (item) => neutralCell(joinedCell(values(item), of)),
});

/** Yes where it is so; where it is not, the cell says nothing. */
export const flagColumn = <Item>(name: string, is: (item: Item) => boolean): CsvColumn<Item> => ({ name, cell: (item) => (is(item) ? 'true' : '') });

/** A custom field of one type. Only texts go without theirs in the name of the column, unless that looks like another one. */
export const fieldColumn = <Item extends { readonly fields: Readonly<Record<string, FieldValue>> }>({ name, type }: FieldColumn): CsvColumn<Item> =>
  column(`custom_fields.${name}${type === 'text' && !isAmbiguousField(name) ? '' : `:${type}`}`, ({ fields }) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return typeOf(value) === type ? String(value) : undefined;
  });

const typeOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? 'text' : typeof value);
