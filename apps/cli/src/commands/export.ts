import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { ExportBegun, Kith } from '@kith/client';
import { Argument, Option } from 'commander';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodes } from '../exit-codes';
import { Failure } from '../failure';
import { wholeLines } from '../part-file';
import { type Progress, progressOn } from '../progress';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

const kinds = ['end-users', 'organizations', 'tickets', 'events'] as const;
type Kind = (typeof kinds)[number];

interface Options extends EngineOptions {
  readonly to: string;
  readonly format?: 'csv' | 'ndjson';
  readonly resume?: boolean;
  readonly after?: string;
  readonly upTo?: string;
  readonly sealed?: boolean;
}

/** Where an export goes on: behind a line that is there already. */
interface Start {
  readonly after?: string;
  readonly columns?: string;
}

/** So many characters are written at once. */
const atOnce = 1 << 16;

/** Takes everything of a kind out. */
export const declare: Declare = (command, session) => {
  callingAnEngine(command)
    .description(
      'Takes out everything of a kind: end users, organizations and tickets as they are, events as they happened, as CloudEvents. A file has its name once it is complete; until then .part is at its end, and --resume goes on with it.',
    )
    .addArgument(new Argument('<kind>', 'what').choices(kinds))
    .option('--to <file>', 'for this user alone; - for stdout', '-')
    .addOption(new Option('--format <format>', 'csv when the name of the file ends so, else ndjson; events are ndjson').choices(['csv', 'ndjson']))
    .option('--resume', 'go on with what was interrupted')
    .option('--after <place>', 'for events: behind this position; else behind the one with this id')
    .option('--up-to <position>', 'for events: to this position')
    .option('--sealed', 'for events: without personal data')
    .action((kind: Kind, options: Options) => takeOut(session, kind, options));
};

async function takeOut(session: Session, kind: Kind, options: Options): Promise<void> {
  const format = options.format ?? (options.to.endsWith('.csv') && kind !== 'events' ? 'csv' : 'ndjson');
  assertFits(kind, format, options);
  const kith = await engineOf(session, options);
  if (options.to === '-') {
    await copied(session, linesOf(session, kith, kind, format, options, options.after === undefined ? {} : { after: options.after }), (text) =>
      session.terminal.print(text),
    );
    return;
  }
  const part = `${options.to}.part`;
  const start = await startIn(part, kind, format, options);
  const file = await open(part, options.resume ? 'a' : 'wx', 0o600);
  try {
    await written(session, file, linesOf(session, kith, kind, format, options, start), part, options);
  } finally {
    await file.close();
  }
  await rename(part, options.to);
}

/** @throws Failure */
function assertFits(kind: Kind, format: 'csv' | 'ndjson', { to, resume, upTo, sealed, after, json }: Options): void {
  const wrong = (says: string) => new Failure(exitCodes.usage, says);
  if (kind === 'events' && format === 'csv') throw wrong('events are ndjson: their data has no columns');
  if (kind !== 'events' && (upTo !== undefined || sealed)) throw wrong('--up-to and --sealed are for events');
  if (to === '-' && json) throw wrong('stdout takes the export; --json is for an export --to a file');
  if (resume && (to === '-' || after !== undefined)) throw wrong('--resume goes on with a file, by what is in it; name that with --to, without --after');
  if (to !== '-' && existsSync(to)) throw wrong(`${to} is there already: remove it, or name another`);
  if (to !== '-' && !resume && existsSync(`${to}.part`)) throw wrong(`${to}.part is there from before: go on with it with --resume, or remove it`);
}

/** Behind the last whole line of what is there; what was begun of another is cut off. */
async function startIn(part: string, kind: Kind, format: 'csv' | 'ndjson', { resume, after }: Options): Promise<Start> {
  if (!resume || !existsSync(part)) return after === undefined ? {} : { after };
  const { bytes, count, first, last } = await wholeLines(part, format === 'csv');
  const isEmpty = last === undefined || first === undefined || (format === 'csv' && count === 1);
  const file = await open(part, 'r+');
  // Of a table with its heading alone, everything comes again.
  await file.truncate(isEmpty ? 0 : bytes);
  await file.close();
  if (isEmpty) return {};
  if (format === 'ndjson') return { after: placeIn(last, kind) };
  // The first column is the id, and the heading stands for all of them, by its digest.
  return { after: last.slice(0, last.indexOf(',')), columns: createHash('sha256').update(first).digest('hex').slice(0, 16) };
}

function placeIn(line: string, kind: Kind): string {
  const { id, kithposition } = JSON.parse(line) as { readonly id: string; readonly kithposition?: string };
  return kind === 'events' ? (kithposition ?? '') : id;
}

/** The lines of the export, with a bar that moves with them. */
async function* linesOf(
  session: Session,
  kith: Kith,
  kind: Kind,
  format: 'csv' | 'ndjson',
  options: Options,
  start: Start,
): AsyncGenerator<string, void, undefined> {
  const bar = progressOn(session.terminal);
  const begun: { told?: ExportBegun } = {};
  const asked = {
    signal: session.signal,
    ...start,
    onBegin: (told: ExportBegun) => {
      begun.told = told;
    },
  };
  const { upTo, sealed } = options;
  const lines =
    kind === 'events'
      ? kith.exports.log({ ...asked, ...(upTo !== undefined && { upTo }), ...(sealed && { sealed }) })
      : kith.exports.list(kind, { ...asked, format });
  let count = 0;
  try {
    for await (const line of lines) {
      count += 1;
      if (count % 500 === 0) shown(bar, kind, line, count, start.after, begun.told?.position);
      yield line;
    }
  } finally {
    bar.end();
  }
}

function shown(bar: Progress, kind: Kind, line: string, count: number, after: string | undefined, upTo: string | null | undefined): void {
  const first = Number(after ?? 0);
  const [done, total] = kind === 'events' && upTo != null ? [Number(placeIn(line, kind)) - first, Number(upTo) - first] : [0, null];
  bar.show(done, total, `${new Intl.NumberFormat('en').format(count)} ${kind}`);
}

/** @returns how many lines there were */
async function copied(session: Session, lines: AsyncIterable<string>, write: (text: string) => Promise<unknown>): Promise<number> {
  let [text, count] = ['', 0];
  for await (const line of lines) {
    text += line;
    count += 1;
    if (text.length < atOnce) continue;
    await write(text);
    text = '';
  }
  session.signal.throwIfAborted();
  await write(text);
  return count;
}

async function written(session: Session, file: FileHandle, lines: AsyncIterable<string>, part: string, { to, json }: Options): Promise<void> {
  try {
    const count = await copied(session, lines, (text) => file.appendFile(text));
    await file.sync();
    if (json) await session.terminal.printJson({ file: to, lines: count });
    else session.terminal.say(`${count} lines written to ${to}`);
  } catch (error) {
    session.terminal.say(`what came so far is in ${part}; the same command with --resume goes on with it`);
    throw error;
  }
}
