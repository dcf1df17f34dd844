import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MergeUsers, UnmergeUsers } from '@kith/domain';
import type { Benchmark, Measured, RunOptions } from './benchmark';
import { ComposedEngine, context } from './contenders/composed-engine';
import { CrudDesk } from './contenders/crud-desk';
import { fillCrowds } from './fill/fill-crowds';
import { rebuildReadModels } from './fill/read-models';
import { linkTally } from './fill/tally';
import { adminKey, startEngine } from './http/engine';
import { PatientClient } from './http/patient-client';
import { median, rounded } from './rounds';
import { isSameWork } from './same-work';
import { type Scratch, withScratch } from './scratch';
import { rangeOf, Stopwatch } from './stopwatch';

/** Interactions of each profile of the full pair; a hundredth as many contact points. */
const interactionsEach = 100_000;
/** Times in a round that each pair is merged and unmerged, and how many of them the desk merges, too. */
const perRound = 60;
const deskPerRound = 5;
/** Rest after each command, so that what its read models leave to the disk does not weigh on the next one. Milliseconds. */
const restMs = 25;

const pairs = ['full', 'empty'] as const;
type Pair = (typeof pairs)[number];
type Ids = Readonly<Record<Pair, readonly string[]>>;

type Done = `${Pair} ${'merge' | 'unmerge'}${'' | ' until read models' | ' over HTTP'}` | 'desk';

/** A pair with a long history is merged and unmerged, against an empty one and against moving the rows. */
export const merge: Benchmark = {
  name: 'merge',
  about: 'a pair with 1,000 contact points and 100,000 interactions each, merged and unmerged, against an empty pair and against the SQL that moves the rows',
  run: (options) =>
    withScratch(async (scratch) => {
      const interactions = options.size ?? interactionsEach;
      const points = Math.max(2, Math.ceil(interactions / 100));
      const folder = scratch.folder();
      options.tell(`filling in a pair with ${points} contact points and ${interactions} interactions each`);
      const full = { name: 'full', profiles: 2, points: points * 2, interactions: interactions * 2 } as const;
      const ids = await fillCrowds(folder, [full, { name: 'empty', profiles: 2, points: 0, interactions: 0 }]);
      await rebuildReadModels(folder);
      const desk = filledDesk(scratch, { points, interactions });
      const watch = new Stopwatch<Done>();
      await inProcess(folder, ids, desk, watch, options);
      await overHttp(scratch, folder, ids, watch, options);
      const sameWork = isSameWork(linkTally(folder, ids.full), linkTally(folder, ids.empty));
      return figures(watch, { points, interactions, sameWork, deskCommittedMs: rounded(desk.merge('one', 'two')) });
    }),
};

function filledDesk(scratch: Scratch, size: { readonly points: number; readonly interactions: number }): CrudDesk {
  const desk = new CrudDesk(join(scratch.folder(), 'desk.sqlite'));
  scratch.closing({ close: async () => desk.close() });
  desk.fill(['one', 'two'], size);
  return desk;
}

/** Small runs are for the tests, which look at nothing but that it works. */
const timesOf = ({ size }: RunOptions): number => Math.min(perRound, Math.ceil((size ?? interactionsEach) / 20));

/** Each command from being sent to the bus to its answer; the next one begins when the read models have it, after a rest. */
async function inProcess(folder: string, ids: Ids, desk: CrudDesk, watch: Stopwatch<Done>, options: RunOptions): Promise<void> {
  const engine = await ComposedEngine.start(folder);
  try {
    const times = timesOf(options);
    for (let round = -1; round < options.rounds; round++) {
      const note = (kind: Done, ms: number) => round >= 0 && watch.note(kind, round, ms);
      for (let n = 0; n < times; n++) {
        for (const pair of turns(n)) await oneOf(engine, pair, swapped(ids[pair], n), note);
        if (n % Math.ceil(times / deskPerRound) === 0) note('desk', desk.mergeRolledBack('one', 'two'));
      }
      if (round >= 0) options.tell(`round ${round + 1}: ${told(watch, round)}`);
    }
  } finally {
    await engine.close();
  }
}

const turns = (n: number): readonly Pair[] => (n % 2 === 0 ? pairs : pairs.toReversed());
/** In turns, the lower and the higher id survives: the protocol begins at the lower one. */
const swapped = ([one = '', other = '']: readonly string[], n: number): readonly [string, string] => ((n >> 1) % 2 === 0 ? [one, other] : [other, one]);

async function oneOf(
  engine: ComposedEngine,
  pair: Pair,
  [survivorId, mergedId]: readonly [string, string],
  note: (kind: Done, ms: number) => void,
): Promise<void> {
  const timed = async <Answer extends { readonly position: bigint | null }>(what: 'merge' | 'unmerge', command: object): Promise<Answer> => {
    const began = performance.now();
    const answer = await engine.execute<Answer>(command);
    note(`${pair} ${what}`, performance.now() - began);
    if (answer.position === null) throw new Error(`a ${what} of the ${pair} pair changed nothing`);
    await engine.caughtUp();
    note(`${pair} ${what} until read models`, performance.now() - began);
    await pause(restMs);
    return answer;
  };
  const { mergeId } = await timed<{ readonly position: bigint | null; readonly mergeId: string }>('merge', new MergeUsers(context, survivorId, mergedId));
  await timed('unmerge', new UnmergeUsers(context, mergeId));
}

/** The same as requests on one connection; the engine answers them when the read models have it. */
async function overHttp(scratch: Scratch, folder: string, ids: Ids, watch: Stopwatch<Done>, options: RunOptions): Promise<void> {
  const engine = scratch.closing(await startEngine(folder));
  const client = scratch.closing(new PatientClient(engine.url, adminKey));
  await client.ready();
  const times = Math.ceil(timesOf(options) / 6);
  for (let round = -1; round < options.rounds; round++) {
    for (let n = 0; n < times; n++) {
      for (const pair of turns(n)) {
        const [survivorId, mergedId] = swapped(ids[pair], n);
        const merged = await client.call<{ readonly id: string }>('POST', '/v1/merges', { survivorId, mergedId });
        const unmerged = await client.call('POST', `/v1/merges/${merged.body.id}/unmerge`, {});
        if (round < 0) continue;
        watch.note(`${pair} merge over HTTP`, round, merged.ms);
        watch.note(`${pair} unmerge over HTTP`, round, unmerged.ms);
      }
    }
  }
  await engine.close();
}

const timedOf = (pair: Pair) => [`${pair} merge`, `${pair} merge until read models`, `${pair} unmerge`, `${pair} unmerge until read models`] as const;
const told = (watch: Stopwatch<Done>, round: number): string =>
  ([...pairs.flatMap((pair) => timedOf(pair)), 'desk'] as const).map((kind) => `${kind} ${watch.medians(kind)[round]} ms`).join(', ');

/** What the figures share. */
interface Common {
  readonly points: number;
  readonly interactions: number;
  readonly sameWork: unknown;
  readonly deskCommittedMs: number;
}

function figures(watch: Stopwatch<Done>, { sameWork, deskCommittedMs, ...common }: Common): readonly Measured[] {
  const ms = (kind: Done) => median(watch.medians(kind));
  const pair = (what: 'merge' | 'unmerge', suffix: '' | ' over HTTP', reach: number): Measured => {
    const [full, empty] = [`full ${what}${suffix}`, `empty ${what}${suffix}`] as const;
    const rounds = watch.times(full, empty);
    const more = suffix === '' && {
      fullUntilReadModelsMs: ms(`${full} until read models` as Done),
      emptyUntilReadModelsMs: ms(`${empty} until read models` as Done),
    };
    const detail = { rounds, range: rangeOf(rounds), unit: 'times as long', fullMs: ms(full), emptyMs: ms(empty), ...more, ...common, sameWork };
    const ratio = median(rounds);
    return { name: `${what}-pair${suffix === '' ? '' : '-http'}`, ratio, reach, holds: sameWork === true && (reach === 0 || ratio <= reach), detail };
  };
  const rounds = watch.times('desk', 'full merge');
  const until = { untilReadModels: median(watch.times('desk', 'full merge until read models')), overHttp: median(watch.times('desk', 'full merge over HTTP')) };
  const desk = { rounds, range: rangeOf(rounds), mergeMs: ms('full merge'), deskMs: ms('desk'), deskCommittedMs, times: until, ...common, sameWork };
  return [
    pair('merge', '', 1.3),
    pair('unmerge', '', 1.3),
    pair('merge', ' over HTTP', 0),
    pair('unmerge', ' over HTTP', 0),
    { name: 'merge-crud', ratio: median(rounds), reach: 10, holds: sameWork === true && median(rounds) >= 10, detail: desk },
  ];
}
