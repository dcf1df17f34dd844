import { parseArgs } from 'node:util';
import { backfill } from './backfill';
import type { Benchmark, Measured } from './benchmark';
import { cluster } from './cluster';
import { desk } from './desk';
import { emmett } from './emmett';
import { erasure } from './erasure';
import { eventStoreDb } from './eventstoredb';
import { exportLog } from './export';
import { feed } from './feed';
import { history } from './history';
import { importing } from './import';
import { lookup } from './lookup';
import { lookupPostgres } from './lookup-postgres';
import { memory } from './memory';
import { merge } from './merge';
import { projectorPostgres } from './projector-postgres';
import { rebuild } from './rebuild';
import { rebuildGrowth } from './rebuild-growth';
import { firstContact, knownContact } from './record';
import { route } from './route';
import { search } from './search';
import { single, stream } from './stream';

/** In the order of the page that describes them. */
const benchmarks: readonly Benchmark[] = [
  lookup,
  knownContact,
  firstContact,
  stream,
  single,
  emmett,
  rebuild,
  rebuildGrowth,
  feed,
  exportLog,
  search,
  merge,
  cluster,
  desk,
  backfill,
  route,
  history,
  erasure,
  importing,
  memory,
  eventStoreDb,
  projectorPostgres,
  lookupPostgres,
];

const usage = `npm run bench -- [name…] [--json] [--rounds n] [--size n] [--seconds n] [--keep folder] [--no-install]\n${benchmarks.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`).join('\n')}\n`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ...switches, ...counts, keep: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !benchmarks.some((one) => one.name === name));
  if (values.help || unknown.length > 0) {
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  const options = {
    rounds: whole(values.rounds) ?? 5,
    size: whole(values.size),
    seconds: whole(values.seconds) ?? 4,
    keep: values.keep,
    install: !values['no-install'],
    tell,
  };
  for (const benchmark of benchmarks) {
    if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
    tell(`${benchmark.name}: ${benchmark.about}`);
    for (const measured of await benchmark.run(options)) process.stdout.write(values.json ? `${JSON.stringify(measured)}\n` : forPeople(measured));
  }
}

const switches = {
  json: { type: 'boolean', default: false },
  'no-install': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;
const counts = { rounds: { type: 'string' }, size: { type: 'string' }, seconds: { type: 'string' } } as const;

function whole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${text} is no whole number above 0`);
  return Number(text);
}

function forPeople({ name, ratio, reach, holds, detail }: Measured): string {
  const verdict = ratio === null ? 'not measured' : holds ? 'reached' : 'NOT reached';
  return `${name}: ${ratio ?? '-'} (to reach: ${reach}) ${verdict}\n${JSON.stringify(detail, null, 2)}\n`;
}

void main();
