import { type FileDescription, ImportReader, type ImportRow, type SaidOfFile } from '@kith/application';
import type { ImportFormat } from '@kith/domain';
import { csvRows, describeCsv } from './csv-rows';
import { encodingOf } from './encoding';
import { inUtf8, type Utf8Part } from './in-utf8';
import { describeNdjson, ndjsonRows } from './ndjson-rows';

/** Reads CSV and NDJSON part by part: at most a row of each kind's bound is in memory, whatever the file. */
export class CsvParseImportReader extends ImportReader {
  async describe(file: AsyncIterable<Uint8Array>, said: SaidOfFile): Promise<FileDescription> {
    const encoding = await encodingOf(file, said.encoding);
    const format = said.format ?? (await formatOf(inUtf8(file, encoding)));
    const parts = inUtf8(file, encoding);
    const named = said.fileName === undefined ? {} : { fileName: said.fileName };
    if (format === 'ndjson') return { format, encoding, delimiter: null, ...(await describeNdjson(parts, said)), ...named };
    return { format, encoding, ...(await describeCsv(parts, said)), ...named };
  }

  async *rows(file: AsyncIterable<Uint8Array>, description: Omit<FileDescription, 'unknown'>, skip: number): AsyncGenerator<ImportRow> {
    const parts = inUtf8(file, description.encoding);
    for await (const row of description.format === 'ndjson' ? ndjsonRows(parts, description) : csvRows(parts, description)) if (row.row > skip) yield row;
  }
}

/** An object in front makes NDJSON: no header begins so. */
async function formatOf(parts: AsyncIterable<Utf8Part>): Promise<ImportFormat> {
  for await (const { bytes } of parts) {
    const text = bytes.toString().trimStart();
    if (text !== '') return /^\{\s*["}]/.test(text) ? 'ndjson' : 'csv';
  }
  return 'csv';
}
