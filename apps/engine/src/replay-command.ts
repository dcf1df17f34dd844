import { resolve } from 'node:path';
import { momentOf, NoSuchMoment } from '@kith/application';
import { type Config, ConfigInvalid } from '@kith/config';
import { RebuildFailed, RebuildInProgress, ReplayUnusable } from '@kith/read-models';
import { configurationOf, logIn } from './command-line';
import { replayAt } from './parts/replay-places';
import { shownProgress } from './shown-progress';
import { whyNotStarted } from './why-not-started';

const usage = `npm run rebuild -- --to <position or RFC 3339 time> --into <folder, or name in PostgreSQL> [settings]
  --to    the moment: up to a position, inclusive, or everything that was recorded until a time, such as 2026-03-03T10:00:00Z
  --into  where the read models of that moment are made: a folder that is empty or does not exist, or with read models in PostgreSQL
          a name of up to 32 of a-z0-9_, for the schema kith_replay_<name>
The same command again goes on with what was interrupted. npm start -- --replay <the same place> then answers as of that moment.
`;

/** What was asked for, and what is left for the settings. */
interface Asked {
  readonly to: string | undefined;
  readonly into: string | undefined;
  readonly settings: readonly string[];
}

/** Whether one of the two flags is there that make a rebuild a replay. */
export const asksForMoment = (argv: readonly string[]): boolean => argv.some((word) => /^--(?:to|into)(?:=|$)/.test(word));

/**
 * Builds the read models of a past moment in a place of their own. What serves is not touched, no reactor hears of it, nothing is appended.
 * @returns the exit code: 0 done, 1 failed or interrupted, 2 wrong use or configuration
 */
export async function replayCommand(argv: readonly string[]): Promise<number> {
  const { to, into, settings } = asked(argv);
  const moment = to === undefined ? undefined : momentOf(to);
  if (moment === undefined || to === undefined || !into) return say(2, usage);
  const config = configurationOf(settings, (given) => {
    if (given.eventStore === 'memory')
      throw new ConfigInvalid(['KITH_EVENT_STORE: a log in memory ends with its engine; there is nothing to replay from here']);
    logIn(given);
  });
  if (typeof config === 'number') return config;
  const name = config.readDb === 'sqlite' ? resolve(into) : into;
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Error('interrupted')));
  const began = Date.now();
  try {
    const { position, events } = await replayAt(config, name, {
      moment,
      asked: to,
      onSearch: searched(),
      onProgress: shownProgress(),
      signal: interrupted.signal,
    });
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    return say(0, `read models of position ${position} are in ${name} (${events} events in ${seconds} s); npm start -- --replay ${into} shows them\n`);
  } catch (error) {
    return say(1, `${whyNot(error, config, interrupted.signal)}\n`);
  }
}

function asked(argv: readonly string[]): Asked {
  const flags: { to?: string; into?: string } = {};
  const settings: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const [, flag, given] = /^--(to|into)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? [];
    if (flag !== 'to' && flag !== 'into') {
      settings.push(argv[at] ?? '');
      continue;
    }
    const value = given ?? argv[at + 1];
    if (given === undefined) at += 1;
    if (value !== undefined) flags[flag] = value;
  }
  return { to: flags.to, into: flags.into, settings };
}

/** One line every ten seconds, while a time is looked for in a large log. */
function searched(): (events: number) => void {
  let next = Date.now() + 10_000;
  return (events) => {
    if (Date.now() < next) return;
    next = Date.now() + 10_000;
    process.stderr.write(`looking for the moment: ${events} events so far\n`);
  };
}

function whyNot(error: unknown, config: Config, { aborted }: AbortSignal): string {
  if (aborted) return 'the replay was interrupted: the same command goes on where it was';
  if ([NoSuchMoment, ReplayUnusable, RebuildFailed].some((kind) => error instanceof kind)) return `there is no replay: ${(error as Error).message}`;
  if (error instanceof RebuildInProgress) return 'there is no replay yet: another process is building there';
  return whyNotStarted(error, config).replace('kith cannot start', 'the replay stopped (the same command goes on where it was)');
}

function say(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}
