import { parseArgs } from 'node:util';
import { DataFolderInUse, UnknownEventFileFormat } from '@kith/adapters';
import { type CopiedLog, type CopyProgress, copyLog, EventStoreUnavailable, LogsDiffer, SourceUnfit, SystemClock } from '@kith/application';
import { ConfigInvalid, loadConfig } from '@kith/config';
import { whereabouts } from '../http/problem.filter';
import { assertApart, type LogPlace, openSource, openTarget, PlaceUnfit, placeOf, shown } from './log-place';

const usage = `npm run log:copy -- --from <log> --to <log> [--from-prefix <prefix>] [--to-prefix <prefix>]
  Copies the event log from one store into another, an empty one, in its order; compares both at the end.
  A copy that was cut goes on where it broke off: run the same command again.
  <log>     a data folder, also as sqlite:<folder>; esdb://…, esdb+discover://…, kurrentdb://…; or the word configured, for
            what KITH_EVENT_STORE, KITH_STREAM_PREFIX and KITH_DATA name: so passwords need not stand in the command
  <prefix>  what the names of streams begin with in EventStoreDB
  Stop every engine on either log before. docs/how-to/move-to-eventstoredb.md tells what comes after.
`;

/**
 * Copies a log from one store into another, and says how far it is.
 * @returns the exit code: 0 the target holds the whole log, 1 failed, 2 wrong use
 */
export async function logCopyCommand(argv: readonly string[]): Promise<number> {
  try {
    const places = placesIn(argv);
    if (!places) return say(process.stdout, 0, usage);
    const copied = await copyBetween(places.from, places.to);
    return say(process.stdout, 0, report(copied, places.to));
  } catch (error) {
    if (error instanceof WrongUse || error instanceof ConfigInvalid) return say(process.stderr, 2, `${error.message}\n\n${usage}`);
    return say(process.stderr, 1, `${'\n'.repeat(unfinishedLine())}the log was not copied: ${reason(error)}\n`);
  }
}

/** The arguments cannot be understood. */
class WrongUse extends Error {}

/** Undefined when only help was asked for. */
function placesIn(argv: readonly string[]): { readonly from: LogPlace; readonly to: LogPlace } | undefined {
  const { values } = parsed(argv);
  if (values.help) return undefined;
  if (values.from === undefined || values.to === undefined) throw new WrongUse('--from and --to must both be given');
  const configured = () => loadConfig({ argv: [] });
  try {
    const places = { from: placeOf(values.from, values['from-prefix'], configured), to: placeOf(values.to, values['to-prefix'], configured) };
    assertApart(places.from, places.to);
    return places;
  } catch (error) {
    throw error instanceof PlaceUnfit ? new WrongUse(error.message) : error;
  }
}

function parsed(argv: readonly string[]) {
  const one = { type: 'string' } as const;
  const options = { from: one, to: one, 'from-prefix': one, 'to-prefix': one, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...argv], options });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}

interface Done extends CopiedLog {
  readonly seconds: number;
}

async function copyBetween(from: LogPlace, to: LogPlace): Promise<Done> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Interrupted()));
  const began = Date.now();
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      const clock = new SystemClock();
      const copied = await copyLog({ source: source.store, target: target.store, clock, onProgress: told(), signal: interrupted.signal });
      return { ...copied, seconds: (Date.now() - began) / 1000 };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

class Interrupted extends Error {
  constructor() {
    super('it was interrupted; run the same command again to go on');
  }
}

let lineOpen = false;
const unfinishedLine = (): number => (lineOpen ? 1 : 0);

/** One line that is written over on a terminal; one every ten seconds elsewhere. */
function told(): (progress: CopyProgress) => void {
  const terminal = process.stderr.isTTY;
  let [next, last] = [0, ''];
  return ({ phase, events, share, perSecond }) => {
    if (Date.now() < next && phase === last && share < 1) return;
    next = Date.now() + (terminal ? 200 : 10_000);
    last = phase;
    const ended = share === 1;
    lineOpen = terminal && !ended;
    const line = `${phase}: ${events} events, ${(share * 100).toFixed(1)} %, ${Math.round(perSecond)}/s`;
    process.stderr.write(`${terminal ? '\r\u001b[K' : ''}${line}${!terminal || ended ? '\n' : ''}`);
  };
}

function report({ events, copied, digest, upTo, head, seconds }: Done, to: LogPlace): string {
  if (events === 0) return 'the source is empty: there is nothing to copy\n';
  const before = copied === events ? '' : ` (${events - copied} were there from before)`;
  return `${copied} events copied in ${seconds.toFixed(1)} s${before}
both logs were compared: ${events} events, SHA-256 ${digest}
positions up to ${upTo} are of the old log and are answered with position-unknown; the new one ends at ${head}
Now start the engines on ${shown(to)}, with the keys of the old ones (npm run keys:copy) and read models of their own,
empty ones: they are built from the log. docs/how-to/move-to-eventstoredb.md has every step.
`;
}

function reason(error: unknown): string {
  if (error instanceof DataFolderInUse) return error.message;
  if (error instanceof EventStoreUnavailable) return `a store cannot be used: ${error.message}; run the same command again to go on`;
  const known = [PlaceUnfit, LogsDiffer, SourceUnfit, UnknownEventFileFormat, Interrupted].some((kind) => error instanceof kind);
  if (known) return (error as Error).message;
  const { name, at } = whereabouts(error);
  return `${name} (${at[0] ?? 'nowhere'}); run the same command again to go on`;
}

function say(stream: NodeJS.WritableStream, code: number, text: string): number {
  stream.write(text);
  return code;
}
