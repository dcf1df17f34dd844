import { columnTarget, fieldOf, ImportFileUnreadable, isLeftOut, isListTarget, type SaidOfFile } from '@kith/application';
import type { ImportColumn } from '@kith/domain';

const maxColumns = 1_000;
const maxNameBytes = 64 * 1024;

/** In a mapping: whatever is not known is left out. */
export const anyOther = '*';

export interface DescribedColumns {
  readonly columns: readonly ImportColumn[];
  /** Read as nothing, and nobody said to leave them out. */
  readonly unknown: readonly string[];
}

/**
 * What each column is read as: what was said of it, or what its name says.
 * @throws ImportFileUnreadable `no-header`, `duplicate-column`, `too-many-columns`, `no-known-column`
 */
export function describedColumns(names: readonly string[], { mapping = [] }: SaidOfFile): DescribedColumns {
  if (names.length > maxColumns || Buffer.byteLength(names.join('')) > maxNameBytes)
    throw new ImportFileUnreadable('too-many-columns', `The file has more than ${maxColumns} columns, or names of columns that are too long.`);
  // With the names of a row that is no header, a person would be told and stored as columns.
  if (names.some((name) => isAddress(name) && columnTarget(name) === undefined))
    throw new ImportFileUnreadable('no-header', 'The first row must name the columns: it has an e-mail address.');
  const said = new Map(mapping.map(({ column, to }) => [column, to]));
  const columns = names.map((column) => ({ column, to: said.get(column) ?? (said.has(column) ? null : (columnTarget(column) ?? null)) }));
  const unknown = said.has(anyOther)
    ? []
    : columns.filter(({ column, to }) => to === null && !said.has(column) && !isLeftOut(column)).map(({ column }) => column);
  refuseDuplicates(columns);
  if (unknown.length === 0 && columns.every(({ to }) => to === null))
    throw new ImportFileUnreadable('no-known-column', 'None of the columns is read as anything: give a mapping.');
  return { columns, unknown: [...new Set(unknown)] };
}

function refuseDuplicates(columns: readonly ImportColumn[]): void {
  const read = new Set<string>();
  for (const { to } of columns) {
    if (to === null || isListTarget(to)) continue;
    // A field can be text in one row and a number in another.
    const { field, type } = fieldOf(to);
    if (read.has(`${type} ${field}`)) throw new ImportFileUnreadable('duplicate-column', `Two columns are read as ${field}.`);
    read.add(`${type} ${field}`);
  }
}

const isAddress = (name: string): boolean => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(name);
