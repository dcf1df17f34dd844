import { MemoryEventStore } from '@kith/adapters';
import type { EventStore, StoredEvent } from '@kith/application';
import {
  AttachContactPoint,
  CreateEndUser,
  contactPoint,
  DeleteEndUser,
  endUser,
  type GivenPoint,
  idInStream,
  RecordInteraction,
  RestoreEndUser,
  streamOf,
} from '@kith/domain';
import { explore, type Program, type Scenario } from '../support/explore';
import { type Change, GivenLists, program, states } from '../support/explored-engine';
import { asking } from '../support/in-memory-engine';
import { commandsOf, endUserReactors, executeOn } from '../support/reactions';

const one: GivenPoint = { channel: 'email', value: 'lea@example.org' };
const two: GivenPoint = { channel: 'phone', value: '+33612345678' };
const as = (name: string) => asking({ client: name, idempotencyKey: name });
const everything = { after: 0n, limit: 1000 };

const create = (name: string, points: GivenPoint[]) => program(name, (engine) => engine.create.execute(new CreateEndUser(as(name), 'api', { name }, points)));
const record = (name: string, point: GivenPoint) => {
  const interaction = { source: 'test', id: name, channel: point.channel, via: 'email', direction: 'inbound', points: [point] } as const;
  return program(name, (engine) => engine.record.execute(new RecordInteraction(asking(), interaction)));
};
const attach = (name: string, id: string, point: GivenPoint) => program(name, (engine) => engine.attach.execute(new AttachContactPoint(as(name), id, point)));
const remove = (name: string, id: string) => program(name, (engine) => engine.remove.execute(new DeleteEndUser(as(name), id)));
/** Its lists are as good as they can be: read from the streams of the points themselves. */
const restore = (name: string, id: string, digests: readonly string[]) =>
  program(
    name,
    (engine) => engine.restore.execute(new RestoreEndUser(as(name), id)),
    undefined,
    (store) =>
      new GivenLists([], async () => {
        const events = (await Promise.all(digests.map((digest) => store.readStream(streamOf.contactPoint('acme', digest))))).flat();
        return releasedIn(events, id);
      }),
  );

const heldIn = (log: readonly StoredEvent[], id: string): string[] =>
  [...states(log, 'contactPoint', contactPoint)].filter(([, { holders }]) => holders.some((h) => h.endUserId === id)).map(([digest]) => digest);
const releasedIn = (log: readonly StoredEvent[], id: string): string[] => [
  ...new Set(log.filter((e) => e.type === 'ContactPointReleased' && e.data.endUserId === id && e.data.cause === 'deleted').map((e) => idInStream(e.stream))),
];

/** A rule that is left out, to see that it is noticed; and by how many events the lists lag behind what they must know. */
interface Fault {
  readonly change?: Change;
  readonly lag?: number;
}

/** What the reactors do about the events of a log, each with the oldest list that it may work from: what was there at its event. */
const reactions = (log: readonly StoredEvent[], { change, lag = 0 }: Fault = {}): Program[] =>
  log.flatMap((event, i) => {
    const told = log.slice(0, i + 1 - lag);
    const id = idInStream(event.stream);
    const [held, released] = [heldIn(told, id), releasedIn(told, id)];
    return endUserReactors.flatMap((reactor) =>
      commandsOf(reactor, event).map((command) =>
        program(
          `${reactor.name} on ${event.type} ${event.metadata.eventId} with ${[...held, '/', ...released].join(' ')}`,
          (engine) => executeOn(engine, command),
          change,
          () => new GivenLists(held, async () => released),
        ),
      ),
    );
  });

/** A point has one holder at most, who lives; and what a living end user lost by its deletion is not left free. */
function violation(log: readonly StoredEvent[]): string | undefined {
  const people = states(log, 'endUser', endUser);
  for (const [digest, { holders }] of states(log, 'contactPoint', contactPoint)) {
    if (holders.length > 1) return `${digest} has ${holders.length} holders`;
    for (const { endUserId } of holders) if (people.get(endUserId)?.status !== 'active') return `${digest} belongs to ${endUserId}, who does not live`;
    const last = log.findLast((e) => e.type === 'ContactPointReleased' && idInStream(e.stream) === digest && e.data.cause !== 'lost-race')?.data;
    if (holders.length === 0 && last?.cause === 'deleted' && people.get(String(last.endUserId))?.status === 'active')
      return `${digest} is free, and ${String(last.endUserId)} lives, who lost it by its deletion`;
  }
  return undefined;
}

/** From a log in which Léa holds the first point, to all that can come of it. Every event is reacted to once, sooner or later, and sometimes more often. */
async function exploring(
  begin: (lea: string, digests: readonly string[]) => readonly Program[],
  programs: typeof begin,
  allow: Partial<Scenario['allow']>,
  fault: Fault = {},
) {
  const store = new MemoryEventStore();
  const run = async (program: Program) => void (await program.run(store));
  await run(create('lea', [one]));
  const lea = idInStream((await store.readAll({ ...everything, types: ['EndUserCreated'] })).events[0]?.stream ?? '');
  const digests: string[] = [];
  await run(
    program(
      'digests',
      async ({ points }) => void digests.push(...(await Promise.all([one, two].map((p) => points.identify('acme', p, '')))).map((p) => p.digest)),
    ),
  );
  const before = reactions(store.snapshot().events).map((p) => p.name);
  for (const one of begin(lea, digests)) await run(one);
  return explore({
    start: store.snapshot(),
    ordered: true,
    programs: programs(lea, digests),
    allow: { spawned: 0, crashes: 0, unknown: 0, ...allow },
    spawn: (log) => reactions(log, fault).filter(({ name }) => !before.includes(name)),
    settle: (rest, _, done) => settled(rest, new Set([...before, ...done]), fault),
    violation,
  });
}

async function settled(store: EventStore, done: Set<string>, fault: Fault): Promise<void> {
  for (;;) {
    const { events } = await store.readAll(everything);
    const next = reactions(events, fault).find(({ name }) => !done.has(name));
    if (!next) return;
    await next.run(store);
    done.add(next.name);
  }
}

const nothing = () => [];
const deleted = (lea: string) => [remove('first', lea)];
type Case = [string, Parameters<typeof exploring>[0], Parameters<typeof exploring>[1]];
const cases: Case[] = [
  ['a delete against an attach', nothing, (lea) => [remove('d', lea), attach('a', lea, two)]],
  ['a delete against a restore', nothing, (lea, digests) => [remove('d', lea), restore('r', lea, digests)]],
  ['a delete against a resolve of its point', nothing, (lea) => [remove('d', lea), record('m', one)]],
  ['a restore against an attach', deleted, (lea, digests) => [restore('r', lea, digests), attach('a', lea, two)]],
  ['a restore against a create that wants its point', deleted, (lea, digests) => [restore('r', lea, digests), create('m', [one])]],
  ['a restore against another delete', deleted, (lea, digests) => [restore('r', lea, digests), remove('d', lea)]],
];
const usual: [string, Partial<Scenario['allow']>] = ['two reactor steps and a crash', { spawned: 2, crashes: 1 }];
const more: [string, Partial<Scenario['allow']>][] = [
  ['three reactor steps', { spawned: 3 }],
  ['an append without answer and a reactor step', { spawned: 1, unknown: 1 }],
];
const faults = process.env.KITH_EXPLORE === 'long' ? [usual, ...more] : [usual];

describe('every interleaving leaves no point with somebody who is deleted, and none free that a restored end user lost', () => {
  for (const [what, begin, programs] of cases)
    for (const [fault, allow] of faults)
      it(`${what}, with ${fault} at any time`, async () => {
        const found = await exploring(begin, programs, allow);
        expect(found.violation).toBeUndefined();
        expect(found.states).toBeGreaterThan(500);
        console.log(`${what}, with ${fault}: ${found.states} states, ${found.endings} endings`);
      }, 900_000);
});

describe('the exploration notices when a rule is left out', () => {
  const idle = async () => undefined;
  const against = (name: string, allow: Partial<Scenario['allow']>, fault: Fault) => {
    const [, begin, programs] = cases.find(([what]) => what === name) ?? [];
    if (!begin || !programs) throw new Error(`no case ${name}`);
    return exploring(begin, programs, allow, fault);
  };

  it('nobody releasing what a deleted end user holds', async () => {
    const change: Change = ({ releaseDeleted: handler }) => Object.assign(handler, { execute: idle });
    expect((await against('a delete against an attach', {}, { change })).violation?.what).toContain('does not live');
  });

  it('releasing by a list that has not come to the deletion yet', async () => {
    expect((await against('a delete against an attach', { spawned: 1 }, { lag: 2 })).violation?.what).toContain('does not live');
  });

  it('not looking at what is attached to somebody who was deleted before', async () => {
    const change: Change = ({ settleAttached }) => Object.assign(settleAttached, { execute: idle });
    expect((await against('a delete against an attach', {}, { change })).violation?.what).toContain('does not live');
  });

  it('looking once at the restoration, and not at what is released late', async () => {
    const change: Change = ({ restorePoint }) => Object.assign(restorePoint, { execute: idle });
    expect((await against('a delete against a restore', { spawned: 1 }, { change })).violation?.what).toContain('lost it by its deletion');
  });

  it('nobody going on with a restoration that was cut off', async () => {
    const change: Change = ({ restorePoints: handler }) => Object.assign(handler, { execute: idle });
    expect((await against('a restore against an attach', { spawned: 2, crashes: 1 }, { change })).violation?.what).toContain('lost it by its deletion');
  });
});
