import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark, Measured } from './benchmark';
import { adminKey, startEngine } from './http/engine';
import { customer, spread } from './inputs';
import { rounded } from './rounds';
import { isSameWork } from './same-work';
import { type Scratch, withScratch } from './scratch';
import { SideProcess } from './side-process';

/** Rows of the file, unless it is told otherwise. */
const standardRows = 20_000;
/** MiB. */
const residentReach = 1024;
const reach = { first: 0.15, again: 2, lookup: 5 } as const;
const authorization = `Bearer ${adminKey}`;

/** A file of people with three contact points each goes into an empty engine over HTTP, and again, until the read models have its end. */
export const importing: Benchmark = {
  name: 'import',
  about: 'a CSV file of end users with three contact points each: against a bare SQLite script, the same file again, and lookups meanwhile',
  run: ({ size: rows = standardRows, tell }) =>
    withScratch(async (scratch) => {
      const folder = scratch.folder();
      const csv = join(folder, 'people.csv');
      await writePeople(csv, rows);
      const raw = await rawly(scratch, folder, csv, rows);
      tell(`raw: ${Math.round(raw.rate)}/s`);
      const engine = scratch.closing(await startEngine(scratch.folder()));
      const looking = new Looking(engine.url);
      const first = await imported(engine.url, csv, rows, looking);
      tell(`first: ${Math.round(first.rate)}/s, of it applied ${Math.round(first.appliedRate)}/s, ${first.mostMiB} MiB at most`);
      looking.known = Math.max(1, rows);
      await looking.during(pause(3_000), 'idle');
      const again = await imported(engine.url, csv, rows, looking);
      tell(`again: ${Math.round(again.rate)}/s, ${again.events} events`);
      const sameWork = isSameWork({ endUsers: first.created, points: rows * 3 }, raw.tally);
      return figures(rows, { raw: raw.rate, first, again }, looking, sameWork === true && again.unchanged === rows);
    }),
};

async function rawly(scratch: Scratch, folder: string, csv: string, rows: number) {
  const side = scratch.closing(await SideProcess.start('raw-import', { file: join(folder, 'raw.sqlite'), csv }));
  const { rate } = await side.work(0, rows);
  return { rate, tally: await side.tally() };
}

async function writePeople(file: string, rows: number): Promise<void> {
  async function* lines() {
    yield 'name,email,phone,external_id,custom_fields.plan\n';
    for (let n = 0; n < rows; n += 1000)
      yield Array.from({ length: Math.min(1000, rows - n) }, (_, i) => {
        const { name, email, phone } = person(n + i);
        return `${name},${email},${phone},C-${n + i},${(n + i) % 3 === 0 ? 'gold' : 'silver'}\n`;
      }).join('');
  }
  await pipeline(lines, createWriteStream(file));
}

const syllables = ['ba', 'co', 'da', 'fe', 'gi', 'ha', 'ke', 'lo', 'ma', 'ni', 'pe', 'ro', 'sa', 'tu', 'vi', 'zo'] as const;

/** A customer with one of 65,536 names and 4,096 companies: what people share is then as seldom as in a file of one's customers. */
function person(n: number): { readonly name: string; readonly email: string; readonly phone: string } {
  const { name, phone } = customer(n);
  const surname = [1, 2, 3].map((salt) => syllables[spread(n, syllables.length, salt)]).join('');
  return { name: `${name.split(' ')[0]} ${surname}`, email: `${surname}.${n}@company-${spread(n, 4096, 4)}.example`, phone: phone.value };
}

interface Imported {
  /** Rows in a second until the read models have all of it, and until the import itself has ended. */
  readonly rate: number;
  readonly appliedRate: number;
  readonly created: number;
  readonly unchanged: number;
  /** Events about anything but the import itself. */
  readonly events: number;
  readonly mostMiB: number;
  readonly startMiB: number;
}

/** Sends the file, and waits until the read models know what came of it. */
async function imported(url: string, csv: string, rows: number, looking: Looking): Promise<Imported> {
  const before = await standing(url);
  const samples = [before.residentMiB];
  const began = performance.now();
  const whole = (async () => {
    const { id } = await posted(url, csv);
    let job = await asked(`${url}/v1/imports/${id}`);
    let sampledAt = 0;
    for (; job.status === 'running' || job.status === 'waiting'; job = await asked(`${url}/v1/imports/${id}`)) {
      await pause(50);
      if (performance.now() - sampledAt > 1_000) samples.push((await standing(url)).residentMiB);
      if (performance.now() - sampledAt > 1_000) sampledAt = performance.now();
    }
    if (job.status !== 'ended') throw new Error(`the import ended as ${job.status}`);
    while ((await standing(url)).lag > 0) await pause(20);
    return job;
  })();
  const job = await looking.during(whole, 'meanwhile');
  const seconds = (performance.now() - began) / 1000;
  const after = await standing(url);
  const own = await ownEvents(url, job.id);
  return {
    rate: rows / seconds,
    appliedRate: rows / own.seconds,
    created: job.created,
    unchanged: job.unchanged,
    events: after.head - before.head - own.count,
    mostMiB: Math.max(...samples),
    startMiB: samples[0] as number,
  };
}

async function posted(url: string, csv: string): Promise<{ readonly id: string }> {
  const { size } = await stat(csv);
  const headers = { authorization, 'content-type': 'text/csv', 'content-length': size };
  const sending = request(`${url}/v1/imports?mode=upsert`, { method: 'POST', headers, agent: false });
  const answered = once(sending, 'response').then(async ([response]: IncomingMessage[]) => {
    const body = response === undefined ? '' : await text(response);
    if (response?.statusCode !== 202) throw new Error(`the file was answered ${response?.statusCode}: ${body.slice(0, 300)}`);
    return JSON.parse(body) as { readonly id: string };
  });
  await Promise.all([pipeline(createReadStream(csv), sending), answered]);
  return answered;
}

interface Job {
  readonly id: string;
  readonly status: string;
  readonly created: number;
  readonly unchanged: number;
}

async function asked(url: string): Promise<Job> {
  const answer = await fetch(url, { headers: { authorization } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Job;
}

/** Events on the stream of an import, and the seconds from its first to its last one: an answer about it comes from the read models, which follow. */
async function ownEvents(url: string, importId: string): Promise<{ readonly count: number; readonly seconds: number }> {
  const answer = await fetch(`${url}/v1/events?stream=import-default.${importId}`, { headers: { authorization } });
  const lines = (await answer.text()).split('\n').filter((line) => line.includes('"type":"Import'));
  const times = lines.map((line) => Date.parse(/"recordedAt":"([^"]+)"/.exec(line)?.[1] ?? ''));
  return { count: lines.length, seconds: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000 };
}

/** Where the log is, how many events the slowest projection is behind, and what of the machine's memory the engine holds. */
async function standing(url: string): Promise<{ readonly head: number; readonly lag: number; readonly residentMiB: number }> {
  const { eventStore, projections } = (await (await fetch(`${url}/health/ready`)).json()) as {
    readonly eventStore: { readonly head: string };
    readonly projections: readonly { readonly position: string }[];
  };
  const head = Number(eventStore.head);
  const behind = projections.map(({ position }) => head - Number(position));
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
  return { head, lag: Math.max(...behind), residentMiB: rounded(Number(bytes) / 2 ** 20) };
}

/** Lookups of people of the file, one after the other. */
class Looking {
  readonly waits = { idle: [] as number[], meanwhile: [] as number[] };
  /** People who may be there: the first ones of the file. */
  known = 1;

  constructor(private readonly url: string) {}

  async during<T>(work: Promise<T>, kind: keyof Looking['waits']): Promise<T> {
    let isOver = false;
    const ending = work.finally(() => {
      isOver = true;
    });
    const looking = (async () => {
      for (let n = 0; !isOver; n++) {
        const { email } = person((n * 7919) % this.known);
        const began = performance.now();
        await (await fetch(`${this.url}/v1/contact-points/email/${encodeURIComponent(email)}`, { headers: { authorization } })).arrayBuffer();
        this.waits[kind].push(performance.now() - began);
        await pause(5);
      }
    })();
    await Promise.all([ending, looking]);
    return ending;
  }

  p99(kind: keyof Looking['waits']): number {
    const sorted = this.waits[kind].toSorted((a, b) => a - b);
    return rounded(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN);
  }
}

function figures(
  rows: number,
  { raw, first, again }: { readonly raw: number; readonly first: Imported; readonly again: Imported },
  looking: Looking,
  sameWork: boolean,
): readonly Measured[] {
  const common = { rows, sameWork };
  const ratio = rounded(first.rate / raw);
  const faster = rounded(again.rate / first.rate);
  const slower = rounded(looking.p99('meanwhile') / looking.p99('idle'));
  const most = Math.max(first.mostMiB, again.mostMiB);
  const rates = { rawPerSecond: Math.round(raw), perSecond: Math.round(first.rate), appliedPerSecond: Math.round(first.appliedRate) };
  const waits = { p99IdleMs: looking.p99('idle'), p99MeanwhileMs: looking.p99('meanwhile'), lookups: looking.waits.meanwhile.length };
  return [
    { name: 'import', ratio, reach: reach.first, holds: sameWork && ratio >= reach.first, detail: { ...common, ...rates } },
    {
      name: 'import-again',
      ratio: faster,
      reach: reach.again,
      holds: sameWork && faster >= reach.again && again.events === 0,
      detail: { ...common, perSecond: Math.round(again.rate), events: again.events },
    },
    { name: 'import-lookup-p99', ratio: slower, reach: reach.lookup, holds: sameWork && slower <= reach.lookup, detail: { ...common, ...waits } },
    {
      name: 'import-memory',
      ratio: most,
      reach: residentReach,
      holds: sameWork && most <= residentReach,
      detail: { ...common, unit: 'MiB', startMiB: first.startMiB },
    },
  ];
}
