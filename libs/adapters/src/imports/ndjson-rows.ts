import { columnTarget, type FileDescription, ImportFileUnreadable, type ImportRow, type SaidOfFile } from '@kith/application';
import type { ImportColumn } from '@kith/domain';
import { saidByValue } from './cell-values';
import { anyOther, type DescribedColumns, describedColumns } from './described-columns';
import type { Utf8Part } from './in-utf8';
import type { JsonObject } from './json-object';
import { type Line, Lines } from './lines';
import { type Member, membersOf, objectIn } from './members';

/** A longer line is no person. */
const maxLineBytes = 1024 * 1024;
/** So much of a file is looked through for what its members are called. */
const lookedThrough = 4 * 1024 * 1024;

/** What of an NDJSON file is known by its first 4 MiB. @throws ImportFileUnreadable */
export async function describeNdjson(parts: AsyncIterable<Utf8Part>, said: SaidOfFile): Promise<DescribedColumns> {
  const names = new Set<string>();
  let objects = 0;
  for await (const line of linesOf(parts, lookedThrough)) {
    const object = line.line === 'too-long' ? undefined : objectIn(line.line);
    if (!object) continue;
    objects++;
    for (const { name } of membersOf(object)) names.add(name);
  }
  if (objects === 0) throw new ImportFileUnreadable('no-objects', 'No line of the file is a JSON object.');
  const described = describedColumns([...names], said);
  const others = said.mapping?.some(({ column }) => column === anyOther);
  return others ? { ...described, columns: [...described.columns, { column: anyOther, to: null }] } : described;
}

/** A row a line. */
export async function* ndjsonRows(parts: AsyncIterable<Utf8Part>, { columns }: Pick<FileDescription, 'columns'>): AsyncGenerator<ImportRow> {
  const targets = new Map(columns.map(({ column, to }: ImportColumn) => [column, to]));
  let row = 0;
  for await (const { line, read } of linesOf(parts)) {
    row++;
    const object = line === 'too-long' ? undefined : objectIn(line);
    if (object) yield { row, bytesRead: read, ...saidBy(object, targets) };
    else yield { row, bytesRead: read, values: [], problems: [{ field: '', code: line === 'too-long' ? 'row-too-long' : 'json-invalid' }] };
  }
}

async function* linesOf(parts: AsyncIterable<Utf8Part>, upTo = Number.POSITIVE_INFINITY): AsyncGenerator<{ readonly line: Line; readonly read: number }> {
  const lines = new Lines(maxLineBytes);
  let last = 0;
  for await (const { bytes, read } of parts) {
    last = read;
    for (const line of lines.more(bytes)) yield { line, read };
    if (read >= upTo) return;
  }
  for (const line of lines.end()) yield { line, read: last };
}

function saidBy(object: JsonObject, targets: ReadonlyMap<string, string | null>): Pick<ImportRow, 'values' | 'problems'> {
  const values: ImportRow['values'][number][] = [];
  const problems: ImportRow['problems'][number][] = [];
  for (const member of membersOf(object)) {
    const to = targetOf(member, targets);
    if (to === null) continue;
    const said = to === undefined ? 'column-unknown' : member.value === undefined ? 'text-invalid' : saidByValue(member.value, to);
    if (typeof said === 'string') problems.push({ field: to ?? '', code: said });
    else values.push(...said);
  }
  return { values, problems };
}

function targetOf({ name }: Member, targets: ReadonlyMap<string, string | null>): string | null | undefined {
  const told = targets.get(name);
  if (told !== undefined) return told;
  // A member that shows late: one that has a name of its own is read, and others are left out only where that was said.
  return columnTarget(name) ?? (targets.has(anyOther) ? null : undefined);
}
