import { MemoryEventStore } from '@kith/adapters';
import type { EventStore, StoredEvent } from '@kith/application';
import {
  AttachContactPoint,
  CreateEndUser,
  contactPoint,
  DeleteEndUser,
  EraseEndUser,
  endUser,
  type GivenPoint,
  idInStream,
  RecordInteraction,
  RestoreEndUser,
} from '@kith/domain';
import { wrongErasures } from '../support/erasing-log';
import { erasingWith } from '../support/erasing-parts';
import { explore, type Program, type Scenario } from '../support/explore';
import { type Change, GivenLists, program, states } from '../support/explored-engine';
import { asking } from '../support/in-memory-engine';
import { commandsOf, endUserReactors, executeOn } from '../support/reactions';

const one: GivenPoint = { channel: 'email', value: 'lea@example.org' };
const two: GivenPoint = { channel: 'phone', value: '+33612345678' };
const as = (name: string) => asking({ client: name, idempotencyKey: name });
const everything = { after: 0n, limit: 1000 };

const create = (name: string, points: GivenPoint[]) => program(name, (engine) => engine.create.execute(new CreateEndUser(as(name), 'api', { name }, points)));
const record = (name: string, points: GivenPoint[]) => {
  const interaction = { source: 'test', id: name, channel: 'email', via: 'email', direction: 'inbound', points, summary: 'words' } as const;
  return program(name, (engine) => engine.record.execute(new RecordInteraction(asking(), interaction)));
};
const attach = (name: string, id: string, point: GivenPoint) => program(name, (engine) => engine.attach.execute(new AttachContactPoint(as(name), id, point)));
const remove = (name: string, id: string) => program(name, (engine) => engine.remove.execute(new DeleteEndUser(as(name), id)));
const restore = (name: string, id: string) => program(name, (engine) => engine.restore.execute(new RestoreEndUser(as(name), id)));
const erase = (name: string, id: string) => program(name, (engine) => engine.erase.execute(new EraseEndUser(as(name), id, 'person')));

const heldIn = (log: readonly StoredEvent[], id: string): string[] =>
  [...states(log, 'contactPoint', contactPoint)].filter(([, { holders }]) => holders.some((h) => h.endUserId === id)).map(([digest]) => digest);

/** What the reactors do about the events of a log, each with the oldest list that it may work from: what was held at its event. */
const reactions = (log: readonly StoredEvent[], change: Change = () => undefined): Program[] =>
  log.flatMap((event, i) => {
    const held = heldIn(log.slice(0, i + 1), idInStream(event.stream));
    return endUserReactors.flatMap((reactor) =>
      commandsOf(reactor, event).map((command) =>
        program(
          `${reactor.name} on ${event.type} ${event.metadata.eventId} with ${held.join(' ')}`,
          (engine) => executeOn(engine, command),
          (engine) => {
            // Programs read single streams only: each erasure is certified for itself.
            Object.assign(engine.certifyErasures, { waitingBehind: async () => [], everyMs: 0 });
            change(engine);
          },
          () => new GivenLists(held),
          erasingWith(held),
        ),
      ),
    );
  });

/** A point has one holder at most, who lives; who is erased stays so; and nothing is written of them under a key of its own. */
function violation(log: readonly StoredEvent[]): string | undefined {
  const people = states(log, 'endUser', endUser);
  for (const [digest, { holders }] of states(log, 'contactPoint', contactPoint)) {
    if (holders.length > 1) return `${digest} has ${holders.length} holders`;
    for (const { endUserId } of holders) if (people.get(endUserId)?.status !== 'active') return `${digest} belongs to ${endUserId}, who does not live`;
  }
  for (const { type, stream, data } of log) {
    if (type !== 'InteractionRecorded') continue;
    const keyId = (data.personal as { k: string } | undefined)?.k;
    if (people.get(String(data.endUserId))?.keyId !== keyId) return `${stream} is sealed under another key than that of ${String(data.endUserId)}`;
  }
  for (const [id, { status }] of people)
    if (status !== 'erased' && log.some((event) => event.type === 'EndUserErased' && idInStream(event.stream) === id)) return `${id} is no longer erased`;
  return wrongErasures(log);
}

async function exploring(
  begin: (lea: string) => readonly Program[],
  programs: (lea: string) => readonly Program[],
  allow: Partial<Scenario['allow']>,
  change?: Change,
) {
  const store = new MemoryEventStore();
  await create('lea', [one]).run(store);
  const lea = idInStream((await store.readAll({ ...everything, types: ['EndUserCreated'] })).events[0]?.stream ?? '');
  const before = reactions(store.snapshot().events).map((p) => p.name);
  for (const one of begin(lea)) await one.run(store);
  return explore({
    start: store.snapshot(),
    ordered: true,
    programs: programs(lea),
    allow: { spawned: 0, crashes: 0, unknown: 0, ...allow },
    spawn: (log) => reactions(log, change).filter(({ name }) => !before.includes(name)),
    settle: (rest, _, done) => settled(rest, new Set([...before, ...done]), change),
    violation,
  });
}

async function settled(store: EventStore, done: Set<string>, change?: Change): Promise<void> {
  for (;;) {
    const { events } = await store.readAll(everything);
    const next = reactions(events, change).find(({ name }) => !done.has(name));
    if (!next) return;
    await next.run(store);
    done.add(next.name);
  }
}

const nothing = () => [];
type Case = [string, Parameters<typeof exploring>[0], Parameters<typeof exploring>[1]];
const cases: Case[] = [
  ['an erasure against an attach', nothing, (lea) => [erase('e', lea), attach('a', lea, two)]],
  ['an erasure against a contact by its point', nothing, (lea) => [erase('e', lea), record('m', [one])]],
  ['an erasure against a contact by its point and a new one', nothing, (lea) => [erase('e', lea), record('m', [one, two])]],
  ['an erasure against a create that wants its point', nothing, (lea) => [erase('e', lea), create('m', [one])]],
  ['an erasure against a delete', nothing, (lea) => [erase('e', lea), remove('d', lea)]],
  ['an erasure against a restore', (lea) => [remove('first', lea)], (lea) => [erase('e', lea), restore('r', lea)]],
];
const usual: [string, Partial<Scenario['allow']>] = ['a reactor step and a crash', { spawned: 1, crashes: 1 }];
const more: [string, Partial<Scenario['allow']>][] = [
  ['two reactor steps and a crash', { spawned: 2, crashes: 1 }],
  ['an append without answer and a reactor step', { spawned: 1, unknown: 1 }],
];
const faults = process.env.KITH_EXPLORE === 'long' ? more : [usual];

describe('every interleaving leaves nobody erased with a point, and each erasure certified once', () => {
  for (const [what, begin, programs] of cases)
    for (const [fault, allow] of faults)
      it(`${what}, with ${fault} at any time`, async () => {
        const found = await exploring(begin, programs, allow);
        expect(found.violation).toBeUndefined();
        expect(found.states).toBeGreaterThan(50);
        console.log(`${what}, with ${fault}: ${found.states} states, ${found.endings} endings`);
      }, 900_000);
});

describe('the exploration notices when a rule is left out', () => {
  const idle = async () => undefined;
  const against = (name: string, change: Change) => {
    const [, begin, programs] = cases.find(([what]) => what === name) ?? [];
    if (!begin || !programs) throw new Error(`no case ${name}`);
    return exploring(begin, programs, {}, change);
  };

  it('nobody releasing what the erased hold', async () => {
    const change: Change = ({ giveBack }) => Object.assign(giveBack, { of: async () => ({ keys: [], contactPoints: [] }) });
    expect((await against('an erasure against a delete', change)).violation?.what).toContain('does not live');
  });

  it('not looking at what is attached to somebody who was erased before', async () => {
    const change: Change = ({ settleAttached }) => Object.assign(settleAttached, { execute: idle });
    expect((await against('an erasure against an attach', change)).violation?.what).toContain('does not live');
  });

  it('nobody certifying', async () => {
    const change: Change = ({ certifyErasures }) => Object.assign(certifyErasures, { execute: idle });
    expect((await against('an erasure against a delete', change)).violation?.what).toContain('certified 0 times');
  });
});
