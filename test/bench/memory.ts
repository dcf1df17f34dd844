import { setTimeout as pause } from 'node:timers/promises';
import type { GivenInteraction } from '@kith/domain';
import type { Benchmark } from './benchmark';
import { adminKey, startEngine } from './http/engine';
import { inFlight } from './in-flight';
import { interaction, spread } from './inputs';
import { median, rounded } from './rounds';
import { withScratch } from './scratch';

/** MiB. */
const reach = 150;
/** Interactions of one request, and requests under way at once. */
const [perRequest, most] = [100, 4];

/** Interactions as they come over HTTP in arrays; a hundredth of them are first contacts in the end, most in the beginning. */
export const memory: Benchmark = {
  name: 'memory',
  about: 'how the engine’s resident memory grows while one million interactions stream in, after the first hundred thousand',
  run: ({ size = 1_000_000, tell }) =>
    withScratch(async (scratch) => {
      const engine = scratch.closing(await startEngine(scratch.folder()));
      const customers = Math.max(10, Math.ceil(size / 10));
      const [first, after] = [Math.ceil(size / 10 / perRequest), Math.ceil(size / perRequest)];
      let recorded = 0;
      const send = async (n: number) => {
        recorded += await record(
          engine.url,
          Array.from({ length: perRequest }, (_, i) => interaction(n * perRequest + i, spread(n * perRequest + i, customers))),
        );
      };
      const began = performance.now();
      await inFlight(0, first, most, send);
      const samples: number[] = [await residentMiB(engine.url)];
      tell(`after ${first * perRequest}: ${samples[0]} MiB`);
      for (let n = first; n < first + after; ) {
        const stretch = Math.min(Math.ceil(after / 50), first + after - n);
        await inFlight(n, stretch, most, send);
        n += stretch;
        samples.push(await residentMiB(engine.url));
        tell(`after ${n * perRequest}: ${samples.at(-1)} MiB`);
      }
      const [start = 0, ...rest] = samples;
      const ratio = rounded(Math.max(...rest) - start);
      const ratePerSecond = Math.round(recorded / ((performance.now() - began) / 1000));
      const end = median(samples.slice(-5));
      const detail = {
        unit: 'MiB',
        after: first * perRequest,
        interactions: after * perRequest,
        customers,
        startMiB: start,
        highestMiB: Math.max(...rest),
        endMiB: end,
        ratePerSecond,
      };
      const sameWork = recorded === (first + after) * perRequest;
      return [{ name: 'memory', ratio, reach, holds: sameWork && ratio < reach, detail: { ...detail, sameWork, samplesMiB: samples } }];
    }),
};

/** Sends them until they are all answered; an engine that has too much to do says so, and is asked again. */
async function record(url: string, interactions: readonly GivenInteraction[]): Promise<number> {
  const body = JSON.stringify(interactions.map(({ points, ...rest }) => ({ ...rest, contactPoints: points })));
  for (;;) {
    const answer = await fetch(`${url}/v1/interactions`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    });
    if (answer.status === 503) {
      await answer.arrayBuffer();
      await pause(1000 * Number(answer.headers.get('retry-after') ?? 1));
      continue;
    }
    const outcomes = (await answer.json()) as readonly { readonly outcome: string }[];
    if (!answer.ok) throw new Error(`interactions were answered ${answer.status}: ${JSON.stringify(outcomes).slice(0, 300)}`);
    return outcomes.filter(({ outcome }) => outcome === 'matched' || outcome === 'created').length;
  }
}

/** As the engine's own metrics tell it. */
async function residentMiB(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  if (bytes === undefined) throw new Error('the metrics do not tell the resident memory');
  return rounded(Number(bytes) / 2 ** 20);
}
