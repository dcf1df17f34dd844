import type { Benchmark, Measured, RunOptions } from './benchmark';
import { fillLog } from './fill/fill-log';
import { rebuildReadModels } from './fill/read-models';
import { asked } from './http/asked';
import { adminKey, startEngine } from './http/engine';
import { customer, spread } from './inputs';
import { rounded } from './rounds';
import { withScratch } from './scratch';

/** End users of the large store; the small one has a tenth of them. */
const endUsers = 1_000_000;
/** Milliseconds that the slowest of a hundred searches may take, and how many times as long as in the small store. */
const [reach, stretch] = [30, 2] as const;
/** Searches in one round. */
const perRound = 1000;

/** Three letters of somebody's name or address: beginnings of names, and parts of addresses from common to unique. */
function threeLetters(n: number, customers: number): string {
  const { name, email, phone } = customer(spread(n, customers, 11));
  const text = [name.toLowerCase(), name.split(' ')[1] as string, email.value, phone.value.replaceAll(' ', '')][n % 4] as string;
  const from = n % 4 < 2 ? 0 : spread(n, text.length - 2, 12);
  return text.slice(from, from + 3);
}

/** Searching end users by three letters over HTTP, one request after the other. */
export const search: Benchmark = {
  name: 'search',
  about: 'end users by three letters of a name or an address, over HTTP on one connection, among one million and among a tenth of them',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = endUsers, rounds, tell } = options;
      const sizes = { large: size, small: Math.ceil(size / 10) };
      let found = 0;
      const waits: Record<keyof typeof sizes, (readonly number[])[]> = { large: [], small: [] };
      const engines = new Map<keyof typeof sizes, string>();
      for (const name of ['small', 'large'] as const) {
        const folder = scratch.folder();
        tell(`filling in ${sizes[name]} end users`);
        await fillLog(folder, { customers: sizes[name], interactions: 0, tell });
        tell('building the read models');
        await rebuildReadModels(folder);
        engines.set(name, scratch.closing(await startEngine(folder)).url);
      }
      const round = async (name: keyof typeof sizes, n: number): Promise<readonly number[]> => {
        const paths = Array.from({ length: perRound }, (_, i) => `/v1/end-users?query=${encodeURIComponent(threeLetters(n * perRound + i, sizes[name]))}`);
        const answers = await asked(engines.get(name) as string, paths, adminKey);
        found += answers.found;
        return answers.waits;
      };
      for (const name of ['small', 'large'] as const) await round(name, rounds);
      for (let n = 0; n < rounds; n++) {
        for (const name of n % 2 === 0 ? (['large', 'small'] as const) : (['small', 'large'] as const)) waits[name].push(await round(name, n));
        tell(`round ${n + 1}: p99 ${told(waits.large[n])} ms among ${sizes.large}, ${told(waits.small[n])} ms among ${sizes.small}`);
      }
      return [figure(waits.large.flat(), waits.small.flat(), { endUsers: sizes, found }, options)];
    }),
};

const told = (milliseconds: readonly number[] | undefined): number => rounded(percentile(milliseconds ?? [], 99));

function figure(large: readonly number[], small: readonly number[], more: object, { rounds }: RunOptions): Measured {
  const [p99, timesSmall] = [told(large), rounded(percentile(large, 99) / percentile(small, 99))];
  const of = (waits: readonly number[]) => ({ p50Ms: rounded(percentile(waits, 50)), p99Ms: told(waits), maxMs: rounded(Math.max(...waits)) });
  const detail = { large: of(large), small: of(small), timesSmall, mostTimesSmall: stretch, ...more, searches: rounds * perRound };
  return { name: 'search', ratio: p99, reach, holds: p99 <= reach && timesSmall <= stretch, detail };
}

/** The value that so many of a hundred do not exceed. */
function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * hundredths) / 100) - 1)] ?? Number.NaN;
}
