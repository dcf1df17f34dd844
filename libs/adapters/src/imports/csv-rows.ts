import { type FileDescription, ImportFileUnreadable, type ImportRow, type SaidOfFile } from '@kith/application';
import type { ImportColumn } from '@kith/domain';
import { saidByCell } from './cell-values';
import { type CsvRecord, CsvRecords } from './csv-records';
import { delimiterOf } from './delimiter';
import { type DescribedColumns, describedColumns } from './described-columns';
import type { Utf8Part } from './in-utf8';

/** What of a CSV file is known by its header and first lines. @throws ImportFileUnreadable */
export async function describeCsv(parts: AsyncIterable<Utf8Part>, said: SaidOfFile): Promise<DescribedColumns & { readonly delimiter: string }> {
  let records: CsvRecords | undefined;
  let delimiter = ',';
  let header: CsvRecord | undefined;
  for await (const { bytes } of parts) {
    delimiter = records ? delimiter : (said.delimiter ?? delimiterOf(bytes.toString()));
    records ??= new CsvRecords(delimiter);
    [header] = records.more(bytes);
    if (header) break;
  }
  header ??= records?.end()[0];
  if (!header) throw new ImportFileUnreadable('empty', 'There is nothing in the file.');
  if (header.problem) throw new ImportFileUnreadable(header.problem, 'The row that names the columns cannot be read: look at its quotes.');
  if (header.cells.some((name) => name.includes('\0'))) throw new ImportFileUnreadable('encoding', 'The names of the columns are no text in this encoding.');
  return { delimiter, ...describedColumns(header.cells, said) };
}

/** The rows behind the header. */
export async function* csvRows(parts: AsyncIterable<Utf8Part>, description: Pick<FileDescription, 'delimiter' | 'columns'>): AsyncGenerator<ImportRow> {
  const { delimiter, columns } = description;
  const records = new CsvRecords(delimiter ?? ',');
  let row = -1;
  let bytesRead = 0;
  for await (const { bytes, read } of parts) {
    bytesRead = read;
    for (const record of records.more(bytes)) if (++row > 0) yield { row, bytesRead, ...saidBy(record, columns) };
  }
  for (const record of records.end()) if (++row > 0) yield { row, bytesRead, ...saidBy(record, columns) };
}

function saidBy({ cells, problem }: CsvRecord, columns: readonly ImportColumn[]): Pick<ImportRow, 'values' | 'problems'> {
  if (problem) return { values: [], problems: [{ field: '', code: problem }] };
  if (cells.length !== columns.length) return { values: [], problems: [{ field: '', code: 'cell-count' }] };
  const values: ImportRow['values'][number][] = [];
  const problems: ImportRow['problems'][number][] = [];
  for (const [i, { to }] of columns.entries()) {
    const cell = cells[i];
    if (to === null || !cell) continue;
    const said = saidByCell(cell, to);
    if (typeof said === 'string') problems.push({ field: to, code: said });
    else values.push(...said);
  }
  return { values, problems };
}
