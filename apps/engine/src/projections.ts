import { type Config, ConfigInvalid } from '@kith/config';
import { projectionNames } from '@kith/read-models';
import { configurationOf, logIn } from './command-line';
import { placesOf } from './parts/places';
import { projectionsAtRest } from './parts/projections-at-rest';
import { rebuildCommand } from './rebuild-command';
import { whyNotStarted } from './why-not-started';

const usage = `npm run projections -- [list [--json] | retry <name> [--key <admin key>] | rebuild] [settings]
  list     how far each projection has come; the engine may run or not
  retry    asks the running engine to try a stopped projection now; the key may also come from KITH_ADMIN_KEY
  rebuild  builds all read models anew from the log; the engine may run or not
Projections: ${projectionNames.join(', ')}. Settings are those of the engine, such as --data or --port; npm start -- --help lists them.
`;

/** What was asked for: words, flags of this program, and what is left for the settings. */
interface Asked {
  readonly words: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly key: string | undefined;
  readonly settings: readonly string[];
}

/** Exit codes: 0 done, 1 failed, 2 wrong use or configuration. */
async function main(argv: readonly string[]): Promise<number> {
  const { words, json, help, key, settings } = asked(argv);
  const [verb = 'list', name, ...more] = words;
  if (help) return say(0, usage);
  if (more.length > 0 || (verb !== 'retry' && name !== undefined)) return say(2, usage);
  if (verb === 'list') return list(settings, json);
  if (verb === 'rebuild') return rebuildCommand(settings);
  if (verb !== 'retry') return say(2, `${verb} is nothing that can be done with projections\n${usage}`);
  if (!projectionNames.some((known) => known === name))
    return say(2, `${name === undefined ? 'which projection?' : `no projection is called ${name};`} there are ${projectionNames.join(', ')}\n`);
  return retry(name as string, key, settings);
}

function asked(argv: readonly string[]): Asked {
  const words: string[] = [];
  const settings: string[] = [];
  const flags = { json: false, help: false, key: undefined as string | undefined };
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const value = word.includes('=') ? undefined : argv[at + 1];
    if (word === '--json') flags.json = true;
    else if (word === '--help' || word === '-h') flags.help = true;
    else if (word.startsWith('--key=')) flags.key = word.slice('--key='.length);
    else if (!word.startsWith('--')) words.push(word);
    else if (value === undefined || value.startsWith('--')) settings.push(word);
    else {
      if (word === '--key') flags.key = value;
      else settings.push(word, value);
      at += 1;
    }
  }
  return { words, settings, ...flags };
}

async function list(settings: readonly string[], json: boolean): Promise<number> {
  const config = configurationOf(settings, (given) => {
    if (given.eventStore === 'memory')
      throw new ConfigInvalid(['KITH_EVENT_STORE: what is in the memory of an engine is seen over HTTP only: GET /v1/operations/projections']);
    logIn(given);
  });
  if (typeof config === 'number') return config;
  try {
    const { head, items } = await projectionsAtRest(placesOf(config, new Uint8Array()));
    const shown = items.map(({ name, position, lagEvents, lagSeconds }) => ({ name, position: position.toString(), lagEvents, lagSeconds }));
    if (json) return say(0, `${JSON.stringify({ head: head.toString(), items: shown })}\n`);
    const rows = shown.map(({ name, position, lagEvents, lagSeconds }) => [name, position, String(lagEvents), lagSeconds.toFixed(1)]);
    return say(0, `${table([['projection', 'position', 'events behind', 'seconds behind'], ...rows])}the log ends at position ${head}\n`);
  } catch (error) {
    return say(1, `${whyNotStarted(error, config).replace('kith cannot start', 'the projections cannot be read')}\n`);
  }
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) => `${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}\n`).join('');
}

async function retry(name: string, givenKey: string | undefined, settings: readonly string[]): Promise<number> {
  const config = configurationOf(settings, ({ port }) => {
    if (port === 0) throw new ConfigInvalid(['KITH_PORT: say with --port where the engine listens; it printed the port when it started']);
  });
  if (typeof config === 'number') return config;
  const key = givenKey ?? config.adminKey;
  if (key === undefined) return say(2, 'an admin key is missing: give it with --key, or set KITH_ADMIN_KEY\n');
  const url = urlOf(config);
  const answer = await ask(`${url}/v1/operations/projections/${name}/retry`, key);
  if (answer === undefined) return say(1, `no engine answers on ${url}: start it, or say with --host and --port where it listens\n`);
  if (answer.status === 202) return say(0, `${name} is being tried; npm run projections shows what comes of it\n`);
  return say(1, `the engine on ${url} refused with ${answer.status}: ${answer.detail}\n`);
}

/** Undefined when nobody answers. */
async function ask(url: string, key: string): Promise<{ readonly status: number; readonly detail: string } | undefined> {
  try {
    const answer = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(10_000) });
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: unknown };
    return { status: answer.status, detail: typeof detail === 'string' ? detail : 'it gave no reason' };
  } catch {
    return undefined;
  }
}

/** An engine that listens on all addresses listens on this machine's own, too. */
function urlOf({ host, port }: Config): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

function say(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
