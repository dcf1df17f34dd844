import { MergeUsers } from '@kith/domain';
import { FindEndUser, ListTimeline } from '@kith/read-models';
import type { Benchmark, Measured, RunOptions } from './benchmark';
import { ComposedEngine, context } from './contenders/composed-engine';
import { type Crowd, fillCrowds } from './fill/fill-crowds';
import { tenant } from './fill/fill-log';
import { rebuildReadModels } from './fill/read-models';
import { adminKey, startEngine } from './http/engine';
import { PatientClient } from './http/patient-client';
import { median } from './rounds';
import { withScratch } from './scratch';
import { rangeOf, Stopwatch } from './stopwatch';

/** Interactions of each side, and a thousandth as many contact points. */
const interactionsOfAll = 100_000;
const clusterOf = 20;
/** How many times as long the cluster may take. */
const reach = 2;
/** Profiles read in a round, and pages of the timeline: from the latest on, as a reader turns them. */
const [profilesInRound, pagesInRound] = [200, 100] as const;
const limit = 50;

const sides = ['cluster', 'one'] as const;
type Side = (typeof sides)[number];
type Ids = Readonly<Record<Side, readonly string[]>>;

/** What is read, by whichever way. */
interface Reader {
  profile(endUserId: string): Promise<Profile>;
  page(endUserId: string, cursor: string | null): Promise<Page>;
}
interface Profile {
  readonly contactPoints: readonly object[];
  readonly mergedFrom: readonly string[];
}
interface Page {
  readonly items: readonly { readonly kind: string; readonly occurredAt: string; readonly key: string | null; readonly summary: string | null }[];
  readonly nextCursor: string | null;
}

/** What reading a cluster costs, against one profile that has the same rows. */
export const cluster: Benchmark = {
  name: 'cluster',
  about: 'profile and pages of the timeline of a cluster of 20 profiles against one profile with the same rows, in process and over HTTP',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = interactionsOfAll, tell } = options;
      const all = { points: Math.max(clusterOf, Math.ceil(size / 1000)), interactions: size };
      const folder = scratch.folder();
      tell(`filling in ${size} interactions of ${clusterOf} profiles and as many of one`);
      const crowds = [{ name: 'cluster', profiles: clusterOf, ...all } as const, { name: 'one', profiles: 1, ...all } as const];
      const ids: Ids = await fillCrowds<Side>(folder, crowds satisfies readonly Crowd[]);
      await rebuildReadModels(folder);
      const engine = await ComposedEngine.start(folder);
      const inProcess = await merged(engine, ids.cluster)
        .then(() => measured('in process', readerOf(engine), ids, options))
        .finally(() => engine.close());
      const server = scratch.closing(await startEngine(folder));
      const client = scratch.closing(new PatientClient(server.url, adminKey));
      await client.ready();
      const overHttp = await measured('over HTTP', readerOver(client), ids, options);
      const more = { ...all, profiles: clusterOf, pageOf: limit };
      return [...figures('', inProcess, more), ...figures('-http', overHttp, more)];
    }),
};

/** All into the first, one after the other. */
async function merged(engine: ComposedEngine, [first = '', ...others]: readonly string[]): Promise<void> {
  for (const other of others) await engine.execute<{ readonly position: bigint | null }>(new MergeUsers(context, first, other));
  await engine.caughtUp();
  await engine.reacted();
}

const readerOf = (engine: ComposedEngine): Reader => ({
  profile: async (endUserId) => found((await engine.ask(new FindEndUser(tenant, endUserId)))?.endUser),
  page: (endUserId, cursor) => engine.ask(new ListTimeline(tenant, endUserId, { limit, ...(cursor !== null && { cursor }) })),
});

const readerOver = (client: PatientClient): Reader => ({
  profile: async (endUserId) => (await client.call<Profile>('GET', `/v1/end-users/${endUserId}`)).body,
  page: async (endUserId, cursor) =>
    (await client.call<Page>('GET', `/v1/end-users/${endUserId}/timeline?limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`))
      .body,
});

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('an end user is not there');
  return one;
}

type Kind = `${'profile' | 'timeline'} ${Side}`;

interface Read {
  readonly watch: Stopwatch<Kind>;
  readonly sameWork: true | string;
}

/** Both sides in turns, read by read: whatever slows the machine slows both. The first round is not counted. */
async function measured(how: string, reader: Reader, ids: Ids, { rounds, size, tell }: RunOptions): Promise<Read> {
  const [profiles, pages] =
    size === undefined ? [profilesInRound, pagesInRound] : [Math.min(profilesInRound, size), Math.min(pagesInRound, Math.ceil(size / 100))];
  // Any member's id answers with all of the cluster; the last one is as far as can be from standing for it.
  const idOf = (side: Side) => ids[side].at(-1) as string;
  const watch = new Stopwatch<Kind>();
  for (let round = -1; round < rounds; round++) {
    const cursors: Record<Side, string | null> = { cluster: null, one: null };
    const read = {
      profile: (side: Side) => reader.profile(idOf(side)),
      timeline: async (side: Side) => {
        ({ nextCursor: cursors[side] } = await reader.page(idOf(side), cursors[side]));
      },
    };
    for (const [what, times] of [['profile', profiles] as const, ['timeline', pages] as const]) {
      for (let n = 0; n < times; n++) {
        for (const side of n % 2 === 0 ? sides : sides.toReversed()) {
          const began = performance.now();
          await read[what](side);
          if (round >= 0) watch.note(`${what} ${side}`, round, performance.now() - began);
        }
      }
    }
    if (round >= 0) tell(`${how}, round ${round + 1}: ${kinds.map((kind) => `${kind} ${watch.medians(kind)[round]} ms`).join(', ')}`);
  }
  return { watch, sameWork: await readsAgree(reader, ids) };
}

const kinds = sides.flatMap((side) => [`profile ${side}`, `timeline ${side}`] as const);

/** True when both sides show the same interactions in the same order, and as many contact points; else what differs. */
async function readsAgree(reader: Reader, { cluster: members, one }: Ids): Promise<true | string> {
  const [clusterId, oneId] = [members[0] as string, one[0] as string];
  const [profile, other] = [await reader.profile(clusterId), await reader.profile(oneId)];
  if (profile.mergedFrom.length !== members.length - 1) return `${profile.mergedFrom.length} merged profiles of ${members.length - 1}`;
  if (profile.contactPoints.length !== other.contactPoints.length) return `${profile.contactPoints.length} contact points and ${other.contactPoints.length}`;
  const [ofCluster, ofOne] = [await interactionsOf(reader, clusterId), await interactionsOf(reader, oneId)];
  const compared = Math.min(ofCluster.length, ofOne.length, 300);
  const different = ofCluster.slice(0, compared).findIndex((text, n) => text !== ofOne[n]);
  if (compared === 0) return 'no interactions';
  return different < 0 || `${ofCluster[different]} and ${ofOne[different]}`;
}

/** What the first pages tell of interactions, without what differs between the crowds. */
async function interactionsOf(reader: Reader, endUserId: string): Promise<readonly string[]> {
  const told: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 10; page++) {
    const { items, nextCursor }: Page = await reader.page(endUserId, cursor);
    for (const { kind, occurredAt, key, summary } of items)
      if (kind === 'interaction') told.push(JSON.stringify([occurredAt, key?.replace(/^[a-z]+-/, ''), summary]));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return told;
}

function figures(suffix: string, { sameWork, watch }: Read, more: object): readonly Measured[] {
  return (['profile', 'timeline'] as const).map((what) => {
    const rounds = watch.times(`${what} cluster`, `${what} one`);
    const ratio = median(rounds);
    const ms = (side: Side) => median(watch.medians(`${what} ${side}`));
    const detail = { rounds, range: rangeOf(rounds), unit: 'times as long', clusterMs: ms('cluster'), oneMs: ms('one'), ...more, sameWork };
    return { name: `cluster-${what}${suffix}`, ratio, reach, holds: sameWork === true && ratio <= reach, detail };
  });
}
