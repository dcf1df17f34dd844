import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark } from './benchmark';
import { adminKey, startEngine } from './http/engine';
import { inFlight } from './in-flight';
import { interaction, spread } from './inputs';
import { rounded } from './rounds';
import { withScratch } from './scratch';

/** MiB. */
const reach = 150;
/** Interactions of one request, and requests under way at once. */
const [perRequest, most] = [100, 4];

/** Interactions as they come over HTTP in arrays, of a tenth as many customers: first contacts in the beginning, known ones later. */
export const memory: Benchmark = {
  name: 'memory',
  about: 'how the engine’s resident memory grows while one million interactions stream in, after the first hundred thousand',
  run: ({ size = 1_000_000, tell }) =>
    withScratch(async (scratch) => {
      const customers = Math.max(10, Math.ceil(size / 10));
      const engine = scratch.closing(await startEngine(scratch.folder()));
      const stream = new Stream(engine.url, customers);
      const [first, after] = [Math.ceil(size / 10 / perRequest), Math.ceil(size / perRequest)];
      const began = performance.now();
      const samples: number[] = [];
      const sample = async (requests: number) => {
        samples.push(await residentMiB(engine.url));
        tell(`after ${requests * perRequest}: ${samples.at(-1)} MiB`);
      };
      await inFlight(0, first, most, stream.send);
      await sample(first);
      for (let n = first; n < first + after; ) {
        const stretch = Math.min(Math.ceil(after / 50), first + after - n);
        await inFlight(n, stretch, most, stream.send);
        n += stretch;
        await sample(n);
      }
      const [startMiB = 0, ...rest] = samples;
      const ratio = rounded(Math.max(...rest) - startMiB);
      const sameWork = stream.recorded === (first + after) * perRequest;
      const sizes = { unit: 'MiB', after: first * perRequest, interactions: after * perRequest, customers };
      const ratePerSecond = Math.round(stream.recorded / ((performance.now() - began) / 1000));
      const detail = { ...sizes, startMiB, endMiB: rest.at(-1), ratePerSecond, sameWork, outcomes: stream.outcomes, samplesMiB: samples };
      return [{ name: 'memory', ratio, reach, holds: sameWork && ratio < reach, detail }];
    }),
};

/** What is sent, and how it was answered. */
class Stream {
  /** By outcome; `asked again` counts requests that an engine with too much to do put off. */
  readonly outcomes: Record<string, number> = {};
  recorded = 0;

  constructor(
    private readonly url: string,
    private readonly customers: number,
  ) {}

  /** The n-th request, until it is answered. Of one that was put off, a part may be recorded already, and says so. */
  readonly send = async (n: number): Promise<void> => {
    const numbers = Array.from({ length: perRequest }, (_, i) => n * perRequest + i);
    const given = numbers.map((number) => interaction(number, spread(number, this.customers)));
    const body = JSON.stringify(given.map(({ points, ...rest }) => ({ ...rest, contactPoints: points })));
    const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
    for (let tries = 1; ; tries++) {
      const answer = await fetch(`${this.url}/v1/interactions`, { method: 'POST', body, headers });
      if (answer.status === 503) {
        await answer.arrayBuffer();
        this.count('asked again');
        await pause(1000 * Number(answer.headers.get('retry-after') ?? 1));
        continue;
      }
      const items = (await answer.json()) as readonly { readonly outcome: string }[];
      if (!answer.ok) throw new Error(`interactions were answered ${answer.status}: ${JSON.stringify(items).slice(0, 300)}`);
      for (const { outcome } of items) {
        this.count(outcome);
        if (outcome === 'matched' || outcome === 'created' || (outcome === 'repeated' && tries > 1)) this.recorded += 1;
      }
      return;
    }
  };

  private count(outcome: string): void {
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
  }
}

/** As the engine's own metrics tell it. */
async function residentMiB(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  if (bytes === undefined) throw new Error('the metrics do not tell the resident memory');
  return rounded(Number(bytes) / 2 ** 20);
}
