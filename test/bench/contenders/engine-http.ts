import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { adminKey, startEngine } from '../http/engine';
import { PostConnection } from '../http/post-connection';
import type { Served } from '../http/served';
import { inFlight } from '../in-flight';
import type { Side, Waits } from '../side';
import { interactionOf, type Workload } from '../workload';
import { tallyOf } from './engine';

/** Connections of single requests; each sends its next one when it has its answer. */
const connections = 64;
/** Lines that are written to a stream together. */
const perWrite = 100;
const authorization = `Bearer ${adminKey}`;

interface Options {
  readonly folder: string;
  readonly workload: Workload;
  readonly way: 'stream' | 'single';
}

/** The built engine in a process of its own, asked over HTTP: by one stream of lines, or by single requests on many connections. */
export async function open({ folder, workload, way }: Options): Promise<Side> {
  const engine = await startEngine(folder);
  const url = new URL('/v1/interactions', engine.url);
  const all = way === 'single' ? await Promise.all(Array.from({ length: connections }, () => PostConnection.open(url, authorization))) : [];
  let waits: Waits | undefined;
  return {
    async work(from, count) {
      const recorded = way === 'stream' ? await streamed(url, workload, from, count) : await singly(all, workload, from, count);
      ({ waits } = recorded);
      await caughtUp(engine, recorded.last);
    },
    waits: () => waits,
    tally: async () => tallyOf(folder),
    async close() {
      for (const connection of all) connection.close();
      await engine.close();
    },
  };
}

interface Recorded {
  /** Position of the last event that an answer told of. */
  readonly last: bigint;
  readonly waits?: Waits;
}

const bodyOf = (workload: Workload, n: number): string => {
  const { points, ...rest } = interactionOf(workload, n);
  return JSON.stringify({ ...rest, contactPoints: points });
};

async function streamed(url: URL, workload: Workload, from: number, count: number): Promise<Recorded> {
  const sending = request(url, { method: 'POST', headers: { authorization, 'content-type': 'application/x-ndjson' }, agent: false });
  const answered = read(sending, workload);
  for (let n = from; n < from + count; n += perWrite) {
    const lines = Array.from({ length: Math.min(perWrite, from + count - n) }, (_, i) => bodyOf(workload, n + i));
    if (!sending.write(`${lines.join('\n')}\n`)) await once(sending, 'drain');
  }
  sending.end();
  const { lines, last } = await answered;
  if (lines !== count) throw new Error(`${lines} of ${count} lines ended as ${workload.outcome}`);
  return { last };
}

/** Answers are looked at as little as a client can: whether each line is what it should be, and the last position of all. */
async function read(sending: ClientRequest, { outcome }: Workload): Promise<{ lines: number; last: bigint }> {
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  response.setEncoding('latin1');
  const begin = `{"outcome":"${outcome}"`;
  let [text, lines, last] = ['', 0, 0n];
  for await (const part of response) {
    const whole = (text + part).split('\n');
    text = whole.pop() ?? '';
    for (const line of whole) {
      if (!line.startsWith(begin)) throw new Error(`a line ended as ${line.slice(0, 300)}`);
      lines++;
    }
    for (const line of whole.slice(-1)) last = latest(last, line);
  }
  return { lines, last };
}

async function singly(all: readonly PostConnection[], workload: Workload, from: number, count: number): Promise<Recorded> {
  const waits: number[] = [];
  const idle = [...all];
  let last = 0n;
  await inFlight(from, count, all.length, async (n) => {
    const connection = idle.pop() as PostConnection;
    const began = performance.now();
    const answer = await connection.post(bodyOf(workload, n));
    waits.push(performance.now() - began);
    idle.push(connection);
    if (!answer.includes(`{"outcome":"${workload.outcome}"`)) throw new Error(`interaction ${n} was answered ${answer.slice(-300)}`);
    last = latest(last, answer);
  });
  waits.sort((a, b) => a - b);
  const at = (part: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? Number.NaN;
  return { last, waits: { p50Ms: at(0.5), p99Ms: at(0.99) } };
}

function latest(before: bigint, answer: string): bigint {
  const position = BigInt(/"position":"(\d+)"\}\s*$/.exec(answer)?.[1] ?? 0);
  return position > before ? position : before;
}

/** Until all read models have what was recorded. */
async function caughtUp(engine: Served, position: bigint): Promise<void> {
  for (;;) {
    const answer = await fetch(`${engine.url}/v1/operations/projections`, { headers: { authorization } });
    const { items } = (await answer.json()) as { readonly items: readonly { readonly position: string }[] };
    if (items.every((one) => BigInt(one.position) >= position)) return;
    await pause(5);
  }
}
