import { join } from 'node:path';
import type { Benchmark, Measured, RunOptions } from './benchmark';
import { assertKeysAgree, fillLog } from './fill/fill-log';
import { readDatabaseFile } from './fill/one-file';
import { rebuildReadModels } from './fill/read-models';
import { adminKey, startEngine } from './http/engine';
import { LoadProcess } from './http/load-process';
import { Served } from './http/served';
import { customer, pointOf, spread } from './inputs';
import { alternate, type Lap, type Laps, ratioOf, summary } from './rounds';
import { type Scratch, withScratch } from './scratch';

/** Connections to one server; each sends its next request when it has its answer. */
const connections = 50;
/** Different addresses that are asked for. */
const mostPaths = 20_000;

const servers = ['engine', 'nest', 'fastify'] as const;
type Urls<Server extends string> = Readonly<Record<Server, string>>;

/** Who is behind an address, over HTTP. */
export const lookup: Benchmark = {
  name: 'lookup',
  about: 'who is behind an address, over HTTP with one million contact points, asked of the engine, of a bare Nest route and of a bare Fastify route',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = 1_000_000, tell } = options;
      const customers = Math.ceil(size / 2);
      const folder = scratch.folder();
      assertKeysAgree(Math.min(customers, 2000));
      await fillLog(folder, { customers, interactions: 0, tell });
      tell('building the read models');
      await rebuildReadModels(folder);
      return lookedUp(scratch, folder, customers, options);
    }),
};

/** The comparison itself, over a data folder with so many customers. */
async function lookedUp(scratch: Scratch, folder: string, customers: number, options: RunOptions): Promise<readonly Measured[]> {
  const url = await started(folder, (server) => scratch.closing(server));
  const { laps, common } = await underLoad(scratch, url, servers, customers, options);
  return [figure('lookup-nest', 0.8, laps.engine, laps.nest, common), figure('lookup-fastify', 0.5, laps.engine, laps.fastify, common)];
}

/** The engine over the data folder, and both bare servers over a connection of their own to the database it serves from. */
async function started(folder: string, keep: (server: Served) => Served): Promise<Urls<(typeof servers)[number]>> {
  const engine = keep(await startEngine(folder));
  const file = readDatabaseFile(folder);
  const bare = async (program: string) => keep(await Served.start(join(__dirname, 'http', program), [file, adminKey])).url;
  return { engine: engine.url, nest: await bare('bare-nest.js'), fastify: await bare('bare-fastify.js') };
}

/** Laps of the same load on each server, once their answers have been compared. */
export async function underLoad<Server extends string>(
  scratch: Scratch,
  url: Urls<Server>,
  names: readonly Server[],
  customers: number,
  { rounds, seconds, tell }: RunOptions,
): Promise<{ readonly laps: Readonly<Record<Server, Laps>>; readonly common: Common }> {
  const paths = Array.from({ length: Math.min(mostPaths, customers * 2) }, (_, n) => pathOf(n, customers));
  const sameWork = await answersAgree(Object.values(url), paths.slice(0, 200));
  const load = scratch.closing(new LoadProcess());
  let wrong = 0;
  const lap = async (server: Server): Promise<Lap> => {
    const delivered = await load.deliver({ url: url[server], paths, authorization: `Bearer ${adminKey}`, connections, seconds });
    wrong += delivered.wrong;
    return { rate: delivered.rate };
  };
  for (const server of names) await lap(server);
  const laps = await alternate(rounds, names, lap, tell);
  return { laps, common: { contactPoints: customers * 2, connections, seconds, wrong, sameWork } };
}

function pathOf(n: number, customers: number): string {
  const { channel, value } = pointOf(customer(spread(n, customers)), n);
  return `/v1/contact-points/${channel}/${encodeURIComponent(value)}`;
}

/** True when all servers answer the same; else the first path on which they do not. */
async function answersAgree(urls: readonly string[], paths: readonly string[]): Promise<true | string> {
  for (const path of paths) {
    const answers = await Promise.all(urls.map(async (url) => (await fetch(url + path, { headers: { authorization: `Bearer ${adminKey}` } })).json()));
    if (new Set(answers.map((answer) => JSON.stringify(answer))).size !== 1) return `${path}: ${JSON.stringify(answers)}`;
  }
  return true;
}

/** What figures of one run share. */
interface Common {
  readonly wrong: number;
  readonly sameWork: unknown;
  readonly [more: string]: unknown;
}

export function figure(name: string, reach: number, engine: Laps, other: Laps, common: Common): Measured {
  const { median, range, rounds } = ratioOf(engine, other);
  const holds = median >= reach && common.sameWork === true && common.wrong === 0;
  return { name, ratio: median, reach, holds, detail: { rounds, range, engine: summary(engine), other: summary(other), ...common } };
}
