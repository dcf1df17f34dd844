import { MemoryEventStore } from '@kith/adapters';
import type { StoredEvent } from '@kith/application';
import { CreateEndUser, DeleteEndUser, endUser, type GivenPoint, type GivenTicket, idInStream, MergeUsers, OpenTicket, RecordInteraction } from '@kith/domain';
import { explore, type Program, type Scenario } from '../support/explore';
import { program, states } from '../support/explored-engine';
import { asking } from '../support/in-memory-engine';
import { commandsOf, endUserReactors, executeOn } from '../support/reactions';

const email: GivenPoint = { channel: 'email', value: 'lea@example.org' };
const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };

const as = (name: string) => asking({ client: name, idempotencyKey: name });
const given: GivenTicket = { source: 'helpdesk', id: 'T-1', channel: 'email', at: '2026-03-03T09:00:00Z', points: [email] };
const open = (name: string, more: Partial<GivenTicket> = {}, context = asking()) =>
  program(name, async (engine) => {
    try {
      return await engine.openTicket.execute(new OpenTicket(context, { ...given, ...more }));
    } catch (error) {
      // Somebody else's facts won: that is an end, too.
      if (error instanceof Error && 'code' in error && error.code === 'ticket-exists') return undefined;
      throw error;
    }
  });
const record = (name: string) => {
  const interaction = { source: 'test', id: name, channel: 'email', via: 'email', direction: 'inbound', points: [email] } as const;
  return program(name, (engine) => engine.record.execute(new RecordInteraction(asking(), interaction)));
};

/** What the reactors that finish creations and merges do about the events of a log. */
const reactions = (log: readonly StoredEvent[]): readonly Program[] =>
  log.flatMap((event) =>
    endUserReactors
      .filter(({ name }) => name === 'complete-profile' || name === 'finish-links')
      .flatMap((reactor) => commandsOf(reactor, event))
      .map((command) => program(`reaction to ${event.metadata.eventId}`, (engine) => executeOn(engine, command))),
  );

/** A ticket is opened and routed in one go, once, for somebody who came to be. */
function violation(log: readonly StoredEvent[]): string | undefined {
  const people = states(log, 'endUser', endUser);
  const opened = log.filter(({ type }) => type === 'TicketOpened');
  if (opened.length > 1) return 'a ticket was opened twice';
  if (log.filter(({ type }) => type === 'TicketRouted').length !== opened.length) return 'a ticket is opened and not routed';
  for (const { data } of opened) {
    const status = people.get(String(data.requesterId))?.status ?? 'unknown';
    if (status === 'unknown' || status === 'abandoned') return `a ticket was opened for ${String(data.requesterId)}, who never came to be`;
  }
  return undefined;
}

const exploring = (programs: readonly Program[], allow: Partial<Scenario['allow']>, more: Partial<Scenario> = {}) =>
  explore({
    programs,
    allow: { spawned: 0, crashes: 0, unknown: 0, ...allow },
    spawn: () => [],
    settle: async (store, log) => {
      for (const reaction of reactions(log)) await reaction.run(store);
    },
    violation,
    ...more,
  });

/** Léa with the e-mail address, and Max with the number. */
async function both() {
  const store = new MemoryEventStore();
  for (const [name, point] of [
    ['lea', email],
    ['max', phone],
  ] as const)
    await program(name, (engine) => engine.create.execute(new CreateEndUser(as(name), 'api', { name }, [point]))).run(store);
  const [lea, max] = (await store.readAll({ after: 0n, limit: 100, types: ['EndUserCreated'] })).events.map(({ stream }) => idInStream(stream)) as [
    string,
    string,
  ];
  return { lea, max, start: store.snapshot() };
}

describe('every interleaving ends with a ticket that was opened once, for somebody who came to be', () => {
  it.each<[string, () => Program[], Partial<Scenario['allow']>]>([
    ['the same opening twice, with a crash', () => [open('a'), open('b')], { crashes: 1 }],
    ['the same opening twice, with an append without answer', () => [open('a'), open('b')], { unknown: 1 }],
    ['two openings that disagree on the facts', () => [open('a', { subject: 'one' }, as('a')), open('b', { subject: 'two' }, as('b'))], { crashes: 1 }],
    ['two openings by different points', () => [open('a', {}, as('a')), open('b', { points: [phone] }, as('b'))], {}],
    ['an opening and a contact by the same point, with a crash', () => [open('a'), record('b')], { crashes: 1 }],
  ])('%s', async (_, programs, allow) => {
    const found = await exploring(programs(), allow);
    expect(found.violation).toBeUndefined();
    expect(found.endings).toBeGreaterThan(0);
    console.log(`${found.states} states, ${found.endings} endings`);
  });

  it('an opening while its requester is deleted', async () => {
    const { lea, start } = await both();
    const remove = program('remove', (engine) => engine.remove.execute(new DeleteEndUser(as('remove'), lea)));
    const found = await exploring([open('a'), remove], { crashes: 1 }, { start });
    expect(found.violation).toBeUndefined();
    expect(found.endings).toBeGreaterThan(1);
  });

  it('an opening while its requester is merged: it stays the profile’s that holds the point', async () => {
    const { lea, max, start } = await both();
    const merge = program('merge', (engine) => engine.merge.execute(new MergeUsers(asking(), max, lea)));
    const found = await exploring(
      [open('a'), merge],
      { crashes: 1 },
      {
        start,
        violation: (log) => {
          const stray = log.find(({ type, data }) => type === 'TicketOpened' && data.requesterId !== lea);
          return stray ? `the ticket is ${String(stray.data.requesterId)}'s` : violation(log);
        },
      },
    );
    expect(found.violation).toBeUndefined();
    expect(found.endings).toBeGreaterThan(1);
  });

  it('notices a requester that never came to be', async () => {
    const trusting = program('trusting', (engine) => {
      engine.creations.settledHolder = async (tenant, _, id) => (await engine.creations.endUser(tenant, id)).state;
      return engine.openTicket.execute(new OpenTicket(asking(), given));
    });
    const found = await exploring([trusting, record('b')], { crashes: 1 }, { settle: async () => undefined });
    expect(found.violation?.what).toContain('never came to be');
  });
});
