import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportJob, ImportOptions, Kith } from '@kith/client';
import { Option } from 'commander';
import { collected } from '../collected';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodes } from '../exit-codes';
import { Failure } from '../failure';
import { exitCodeOf, followImport, importText, writeErrors } from '../followed-import';
import { progressOn } from '../progress';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

type Reading = Pick<ImportOptions, 'mode' | 'format' | 'encoding' | 'delimiter'>;

interface Options extends EngineOptions, Reading {
  readonly map?: readonly string[];
  readonly ignoreUnknown?: boolean;
  readonly dryRun?: boolean;
  readonly follow: boolean;
  readonly errors?: string;
  readonly idempotencyKey?: string;
}

/** Brings end users in from a file. */
export const declare: Declare = (command, session) => {
  callingAnEngine(command)
    .description(
      'Brings end users in from a file of CSV or NDJSON, of any size. The engine does it as work of its own, which goes on when this command is interrupted. A row that is wrong is refused and told, and never stops the file; exit code 5 when there is one.',
    )
    .argument('<file>', 'the file; - for stdin')
    .addOption(new Option('--mode <mode>', 'create leaves alone who is there already; upsert gives them what the file says').choices(['create', 'upsert']))
    .option(
      '--map <column=field>',
      'what a column is read as, such as "Full name=name" or "Shoe size=fields.shoeSize:number"; an empty field leaves it out; may be repeated',
      collected,
    )
    .option('--ignore-unknown', 'leave out columns that are not known, instead of refusing the file')
    .addOption(new Option('--format <format>', 'found out unless given').choices(['csv', 'ndjson']))
    .addOption(new Option('--encoding <name>', 'found out unless given').choices(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']))
    .addOption(new Option('--delimiter <name>', 'found out unless given').choices(['comma', 'semicolon', 'tab', 'bar']))
    .option('-n, --dry-run', 'tell everything that would be done, and write nothing')
    .option('--no-follow', 'end as soon as the engine has the file')
    .option('--errors <file>', 'write the rows that were refused there, as CSV; - for stdout')
    .option('--idempotency-key <key>', 'the same key and file again are the same import')
    .action((file: string, options: Options) => bringIn(session, file, options));
};

async function bringIn(session: Session, file: string, options: Options): Promise<void> {
  if (options.errors === '-' && options.json)
    throw new Failure(exitCodes.usage, 'stdout takes the result with --json, or the errors with --errors -, not both');
  const mapping = mappingOf(options.map ?? []);
  // Looked for first: an engine need not be asked about a file that is not there.
  if (file !== '-') statSync(file);
  const kith = await engineOf(session, options);
  const begun = await sent(session, kith, file, { ...readingOf(options), ...(mapping && { mapping }) });
  session.terminal.say(`${begun.dryRun ? 'dry run' : 'import'} ${begun.id} has begun: ${columnsText(begun)}`);
  if (!options.follow) return options.json ? session.terminal.printJson(begun) : session.terminal.print(`${begun.id}\n`);
  const ended = await followImport(session, kith, begun.id);
  session.exitCode = exitCodeOf(ended);
  if (options.errors !== undefined) await writeErrors(session, kith, begun.id, options.errors);
  else if (ended.refused > 0) session.terminal.say(`which rows were refused, and why: kith imports errors ${begun.id}`);
  if (options.json) return session.terminal.printJson(ended);
  return options.errors === '-' ? session.terminal.say(importText(ended).trimEnd()) : session.terminal.print(importText(ended));
}

const readingOf = ({ mode, format, encoding, delimiter, ignoreUnknown, dryRun, idempotencyKey }: Options): ImportOptions => ({
  ...(mode && { mode }),
  ...(format && { format }),
  ...(encoding && { encoding }),
  ...(delimiter && { delimiter }),
  ...(ignoreUnknown && { unknownColumns: 'ignore' as const }),
  ...(dryRun && { dryRun }),
  ...(idempotencyKey !== undefined && { idempotencyKey }),
});

/** `Full name=name`: the name of a column may hold the sign itself, that of a field never does. @throws Failure */
function mappingOf(given: readonly string[]): Record<string, string | null> | undefined {
  if (given.length === 0) return undefined;
  const pairs = given.map((one) => {
    const [, column, field = ''] = /^(.+)=([^=]*)$/s.exec(one) ?? [];
    if (column === undefined) throw new Failure(exitCodes.usage, `not understood: ${JSON.stringify(one)} is no <column>=<field>`);
    return [column, field === '' ? null : field] as const;
  });
  return Object.fromEntries(pairs);
}

/** A file can be read again when the connection breaks; what comes through a pipe is gone then. */
async function sent(session: Session, kith: Kith, file: string, options: ImportOptions): Promise<ImportJob> {
  const bar = progressOn(session.terminal);
  const size = file === '-' ? null : statSync(file).size;
  const watched = async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let done = 0;
    for await (const chunk of bytes) {
      done += chunk.length;
      bar.show(done, size, `sending, ${(done / 2 ** 20).toFixed(1)} MiB`);
      yield chunk;
    }
  };
  const source = file === '-' ? watched(session.terminal.streams.in as AsyncIterable<Uint8Array>) : () => watched(createReadStream(file));
  try {
    return await kith.imports.begin(source, { ...options, ...(file !== '-' && { fileName: basename(file).slice(0, 255) }), signal: session.signal });
  } finally {
    bar.end();
  }
}

function columnsText({ format, encoding, delimiter, columns }: ImportJob): string {
  const read = columns.map(({ column, to }) => (to === null ? `${column} left out` : column === to ? column : `${column} as ${to}`));
  return [
    `${format} in ${encoding}${delimiter === null ? '' : `, delimiter ${JSON.stringify(delimiter)}`}`,
    ...(read.length === 0 ? [] : [read.join(', ')]),
  ].join('; ');
}
