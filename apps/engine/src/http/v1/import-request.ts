import { isColumnTarget, type SaidOfFile } from '@kith/application';
import type { ImportColumn, ImportEncoding, ImportFormat, ImportMode } from '@kith/domain';
import type { FastifyRequest } from 'fastify';
import { isPlainText } from '../plain-json';
import { HttpProblem, invalid } from '../problems';
import { parameters } from '../queries';
import { anyBytes, csv, fileTypes, saidType } from '../stream/files';
import { ndjson } from '../stream/ndjson';
import { oneOf } from './list-parameters';

export const importModes = ['create', 'upsert'] as const satisfies readonly ImportMode[];
export const importFormats = ['csv', 'ndjson'] as const satisfies readonly ImportFormat[];
export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const satisfies readonly ImportEncoding[];
export const importDelimiters = ['comma', 'semicolon', 'tab', 'bar'] as const;

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
/** Of a mapping, in characters: what the head of a request has room for. */
const maxMapping = 12_000;
const maxFileName = 255;

/** What is asked for with a file. */
export interface ImportRequest {
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly said: SaidOfFile;
}

/** The query and the content type of an upload. @throws HttpProblem that names what is wrong */
export function importRequest(request: FastifyRequest): ImportRequest {
  const { type, charset } = saidType(request);
  if (!fileTypes.some((one) => one === type))
    throw new HttpProblem('media-type-unsupported', `The body is the file: send it as ${csv}, ${ndjson} or ${anyBytes}.`);
  const { mapping, ...query } = request.query as Readonly<Record<string, unknown>>;
  const given = parameters({ query }, 'mode', 'dryRun', 'format', 'encoding', 'delimiter', 'unknownColumns', 'fileName');
  const format = oneOf('format', given.format, importFormats) ?? (type === csv ? 'csv' : type === ndjson ? 'ndjson' : undefined);
  const encoding = oneOf('encoding', given.encoding, importEncodings) ?? importEncodings.find((one) => one === charset && one !== 'utf-8');
  const delimiter = oneOf('delimiter', given.delimiter, importDelimiters);
  const others = oneOf('unknownColumns', given.unknownColumns, ['refuse', 'ignore'] as const) === 'ignore' ? [{ column: '*', to: null }] : [];
  const columns = [...mappingOf(mapping), ...others];
  const { fileName } = given;
  if (fileName !== undefined && (fileName === '' || fileName.length > maxFileName))
    throw invalid({ parameter: 'fileName', detail: `The parameter has 1 to ${maxFileName} characters.` });
  return {
    mode: oneOf('mode', given.mode, importModes) ?? 'create',
    dryRun: oneOf('dryRun', given.dryRun, ['true', 'false'] as const) === 'true',
    said: {
      ...(format && { format }),
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter: delimiters[delimiter] }),
      ...(columns.length > 0 && { mapping: columns }),
      ...(fileName !== undefined && { fileName }),
    },
  };
}

function mappingOf(given: unknown): readonly ImportColumn[] {
  if (given === undefined) return [];
  const wrong = (detail: string) => invalid({ parameter: 'mapping', detail });
  if (typeof given !== 'string' || given.length > maxMapping || !isPlainText(given))
    throw wrong(`The parameter is given once, as plain text of at most ${maxMapping} characters.`);
  const mapping = parsed(given);
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping))
    throw wrong('The parameter is a JSON object of columns, each with what it is read as, or null to leave it out.');
  return Object.entries(mapping).map(([column, to]: readonly [string, unknown]) => {
    if (to !== null && (typeof to !== 'string' || !isColumnTarget(to))) throw wrong('A column is read as name, email, fields.<key> and so on, or as null.');
    return { column, to };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
