import { isDone, type Priority, priorities, type TicketStatus, ticketStatuses } from '@kith/domain';
import {
  dump,
  ListOrganizationInteractions,
  ListOrganizationInteractionsHandler,
  ListTickets,
  projections,
  type ReadDatabase,
  type TicketFilter,
} from '@kith/read-models';
import fc from 'fast-check';
import { type Kind, kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project } from './projected';
import { AskedTickets, april, Ticketing } from './ticketing';

/** One thing that happens: what, with which ticket, person and organization, on which day. */
type Step = readonly [what: number, ticket: number, person: number, organization: number, day: number];

const people = ['ann', 'bob', 'cat', 'dan'] as const;
const organizations = ['o1', 'o2', 'o3'] as const;
const things = ['open', 'open', 'status', 'status', 'status', 'move', 'correct', 'hear', 'assign', 'merge', 'unmerge', 'unite', 'part', 'erase'] as const;

interface Told {
  readonly at: string;
  readonly turn: number;
}
interface Model {
  readonly id: string;
  readonly openedAt: string;
  readonly openedFor: string;
  readonly statuses: (Told & { readonly status: TicketStatus })[];
  readonly owners: (Told & { readonly organizationId: string | null })[];
  readonly queue: string;
  readonly priority: Priority;
  requesterId: string;
}

/** Links between things of one kind, as the rules let them be. */
class Links {
  private readonly survivors = new Map<string, string>();

  canonicalOf(id: string): string {
    const survivor = this.survivors.get(id);
    return survivor === undefined ? id : this.canonicalOf(survivor);
  }
  /** Undefined when they are one already. */
  join(one: string, other: string): readonly [merged: string, survivor: string] | undefined {
    const [survivor, merged] = [this.canonicalOf(one), this.canonicalOf(other)];
    if (survivor === merged) return undefined;
    this.survivors.set(merged, survivor);
    return [merged, survivor];
  }
  part(id: string): boolean {
    return this.survivors.delete(id);
  }
}

/** A log in which tickets have histories, and what a person with a pencil would say of it. */
class Desk {
  readonly log = new TestLog();
  readonly models = new Map<string, Model>();
  readonly heard: { readonly id: string; readonly organizationId: string; readonly day: number; readonly turn: number }[] = [];
  readonly persons = new Links();
  readonly groups = new Links();
  readonly erased = new Set<string>();
  private readonly open: { readonly id: string; readonly day: number; readonly turn: number }[] = [];
  private readonly tickets = new Ticketing(this.log);
  /** Of organizations that are merged: each merge has an id of its own, also of two that were one before. */
  private readonly mergeIds = new Map<string, string>();
  private turn = 0;

  async begin(): Promise<void> {
    for (const id of people) await this.log.person(id, id);
    for (const id of organizations) await this.log.append(`organization-acme.${id}`, 'OrganizationCreated', { name: id, origin: 'api', nameId: `name-${id}` });
  }

  async step([what, which, who, where, day]: Step): Promise<void> {
    this.turn += 1;
    const [id, person] = [`t${which}`, people[who % people.length] as string];
    const organizationId = where === organizations.length ? null : (organizations[where] as string);
    const thing = things[what] as (typeof things)[number];
    const model = this.models.get(id);
    const told = { at: april(day), turn: this.turn };
    if (thing === 'open' && !model && !this.erased.has(person)) await this.opened(id, person, organizationId, which, day);
    if (thing === 'status' && model) {
      const status = ticketStatuses[(who + where + day) % ticketStatuses.length] as TicketStatus;
      model.statuses.push({ ...told, status });
      await this.tickets.status(id, status, day);
    }
    if (thing === 'move' && model) {
      model.owners.push({ ...told, organizationId });
      await this.tickets.move(id, organizationId, day);
    }
    if (thing === 'correct' && model) {
      model.requesterId = person;
      await this.tickets.correct(id, person, day);
    }
    if (thing === 'hear' || thing === 'assign') await this.hear(thing, person, organizationId, day);
    if (thing === 'merge' || thing === 'unmerge') await this.link(thing, person, people[(who + 1 + where) % people.length] as string);
    if ((thing === 'unite' || thing === 'part') && organizationId !== null)
      await this.group(thing, organizationId, organizations[who % organizations.length] as string);
    if (thing === 'erase' && this.turn > 20) await this.erase(person);
  }

  private async opened(id: string, requesterId: string, organizationId: string | null, which: number, day: number): Promise<void> {
    const [status, queue, priority] = [ticketStatuses[day % 6] as TicketStatus, `q${which % 2}`, priorities[which % 4] as Priority];
    const told = { at: april(day), turn: this.turn };
    this.models.set(id, {
      id,
      openedAt: april(day),
      openedFor: requesterId,
      requesterId,
      statuses: [{ ...told, status }],
      owners: [{ ...told, organizationId }],
      queue,
      priority,
    });
    await this.tickets.open(id, requesterId, day, { organizationId, status, subject: `S ${id}`, tags: ['t'], route: { queue, priority } });
  }

  /** An interaction of somebody, or one that is nobody's until it is assigned. */
  private async hear(thing: 'hear' | 'assign', person: string, organizationId: string | null, day: number): Promise<void> {
    const [id, named] = [`i${this.turn}`, organizationId === null ? {} : { organizationId }];
    if (thing === 'assign' && this.open.length > 0) {
      const one = this.open.shift() as (typeof this.open)[number];
      if (organizationId !== null) this.heard.push({ ...one, organizationId });
      await this.log.append(`interaction-acme.${one.id}`, 'InteractionAssigned', { endUserId: person, ...named });
    } else if (thing === 'assign') {
      this.open.push({ id, day, turn: this.turn });
      await this.log.interaction(id, null, { occurredAt: april(day) });
    } else {
      if (organizationId !== null) this.heard.push({ id, organizationId, day, turn: this.turn });
      await this.log.interaction(id, person, { occurredAt: april(day), ...named });
    }
  }

  private async link(thing: 'merge' | 'unmerge', one: string, other: string): Promise<void> {
    if (thing === 'unmerge') return void (this.persons.part(one) && (await unsealed(this.log, one)));
    const joined = this.persons.join(one, other);
    if (joined) await sealed(this.log, ...joined);
  }

  private async group(thing: 'unite' | 'part', one: string, other: string): Promise<void> {
    if (thing === 'part') {
      if (this.groups.part(one))
        await this.log.append(`organization-acme.${one}`, 'OrganizationUnmerged', {
          mergeId: this.mergeIds.get(one) as string,
          members: [one],
          differentFrom: [],
        });
      return;
    }
    const [mergedId, survivorId] = this.groups.join(one, other) ?? [];
    if (mergedId === undefined || survivorId === undefined) return;
    const mergeId = `n${this.turn}`;
    this.mergeIds.set(mergedId, mergeId);
    const merge = { attemptId: `a${this.turn}`, mergeId, survivorId, named: { survivorId, mergedId }, members: [mergedId], differentFrom: [] };
    await this.log.append(`organization-acme.${mergedId}`, 'OrganizationMerged', merge);
  }

  private async erase(person: string): Promise<void> {
    if (this.erased.has(person)) return;
    this.erased.add(person);
    await this.log.endUser(person, 'EndUserErased', { scope: 'profile', members: [person] });
  }

  /** What is in force: of the greatest time, of equal ones what was told last. */
  now<T extends Told>(all: readonly T[]): T {
    return [...all].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.turn - other.turn)).at(-1) as T;
  }

  idsOf(filter: TicketFilter): readonly string[] {
    const meets = (one: Model): boolean => {
      const [{ status }, { organizationId }] = [this.now(one.statuses), this.now(one.owners)];
      const { organizationId: named, requesterId } = filter;
      return (
        (filter.status === undefined || (filter.status === 'unsolved' ? !isDone(status) : filter.status.includes(status))) &&
        (filter.queue === undefined || filter.queue === one.queue) &&
        (filter.priority === undefined || filter.priority === one.priority) &&
        (requesterId === undefined || this.persons.canonicalOf(one.requesterId) === this.persons.canonicalOf(requesterId)) &&
        (named === undefined || (organizationId !== null && this.groups.canonicalOf(organizationId) === this.groups.canonicalOf(named)))
      );
    };
    const found = [...this.models.values()].filter(meets);
    return found
      .reverse()
      .sort((one, other) => (one.openedAt < other.openedAt ? 1 : one.openedAt > other.openedAt ? -1 : 0))
      .map(({ id }) => id);
  }

  heardOf(organizationId: string): readonly string[] {
    const canonical = this.groups.canonicalOf(organizationId);
    return this.heard
      .filter((one) => this.groups.canonicalOf(one.organizationId) === canonical)
      .sort((one, other) => other.day - one.day || other.turn - one.turn)
      .map(({ id }) => id);
  }
}

const histories = fc.array(
  fc.tuple(fc.nat({ max: things.length - 1 }), fc.nat({ max: 6 }), fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 9 })),
  { minLength: 10, maxLength: 60 },
);
const filters = fc.record<TicketFilter>(
  {
    organizationId: fc.constantFrom(...organizations),
    requesterId: fc.constantFrom(...people),
    status: fc.oneof(fc.constant('unsolved' as const), fc.uniqueArray(fc.constantFrom(...ticketStatuses), { minLength: 1 })),
    queue: fc.constantFrom('q0', 'q1'),
    priority: fc.constantFrom(...priorities),
  },
  { requiredKeys: [] },
);

/** What the lists are made of, and no more, because much is read again and again. */
const needed = projections.filter(({ name }) => [...ListTickets.needs, ...ListOrganizationInteractions.needs].includes(name));

/** What tickets have of their own; the rest of the log is others'. */
const ownTables = ['ticket', 'ticket_status', 'ticket_route', 'organization_interaction', 'waiting_interaction', 'interaction_move'] as const;
async function ownRows({ kysely }: ReadDatabase) {
  const all = await dump(kysely);
  return ownTables.map((name) => all[name]);
}

async function check(kind: Kind, steps: readonly Step[], asked: readonly TicketFilter[]): Promise<void> {
  const desk = new Desk();
  await desk.begin();
  const database = await kind.make();
  try {
    for (const [i, step] of steps.entries()) {
      await desk.step(step);
      if (i % 17 === 16) await project(desk.log, database, needed);
    }
    await project(desk.log, database, needed);
    const tickets = new AskedTickets(database);
    for (const filter of asked) expect([filter, (await tickets.pages(filter, 2)).flat()]).toEqual([filter, desk.idsOf(filter)]);
    for (const model of desk.models.values()) {
      const isForgotten = desk.erased.has(model.openedFor);
      expect(await tickets.find(model.id)).toMatchObject({
        status: desk.now(model.statuses).status,
        requester: { id: model.requesterId, canonicalId: desk.persons.canonicalOf(model.requesterId) },
        organization: desk.now(model.owners).organizationId === null ? null : { id: desk.now(model.owners).organizationId },
        subject: isForgotten ? null : `S ${model.id}`,
        tags: isForgotten ? [] : ['t'],
      });
      if (isForgotten) await desk.log.erase(`ticket-acme.${model.id}`);
    }
    const interactions = new ListOrganizationInteractionsHandler(database);
    for (const id of organizations) {
      const page = await interactions.execute(new ListOrganizationInteractions('acme', id, { limit: 200 }));
      expect([id, page.items.map(({ interactionId }) => interactionId)]).toEqual([id, desk.heardOf(id)]);
    }
    const anew = await kind.make();
    await project(desk.log, anew, needed);
    expect(await ownRows(anew)).toEqual(await ownRows(database));
    await anew.close();
  } finally {
    await database.close();
  }
}

describe.each(kinds)('histories of tickets ($name)', (kind) => {
  it('are shown as who reads the whole log would say, however it was read, and alike when they are built anew', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.array(filters, { minLength: 8, maxLength: 12 }), (steps, asked) => check(kind, steps, asked)),
      { numRuns: Math.ceil(kind.cases / 4) },
    ));
});
