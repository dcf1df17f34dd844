import { SqliteReadDatabase } from '@kith/adapters';
import {
  compiled,
  FindOrganizationPage,
  FindOrganizationPageHandler,
  FindTicket,
  FindTicketHandler,
  ListOrganizationInteractions,
  ListOrganizationInteractionsHandler,
  ListTickets,
  ListTicketsHandler,
  type ReadDatabase,
  type TicketFilter,
  WhatIfRouting,
  WhatIfRoutingHandler,
} from '@kith/read-models';
import { sql } from 'kysely';
import { TestLog } from './log';
import { project } from './projected';
import { april, Ticketing } from './ticketing';

/** How SQLite goes about everything that is asked of the database, a line for each table. */
class Watched {
  readonly plans: string[][] = [];
  readonly database: ReadDatabase;

  constructor(real: ReadDatabase) {
    const prepare: ReadDatabase['prepare'] = (template) => {
      const read = real.prepare(template);
      return async (values) => {
        const { sql: text } = compiled(real.kysely, template as never);
        const { rows } = await sql<{ detail: string }>`${sql.raw(`explain query plan ${text.replaceAll('?', "''")}`)}`.execute(real.kysely);
        this.plans.push(rows.map(({ detail }) => detail));
        return read(values);
      };
    };
    this.database = Object.create(real, { prepare: { value: prepare } }) as ReadDatabase;
  }
}

/** Through a whole table, or all of a tenant in it; of rows that a part of the same query makes there are few. */
const isWhole = (detail: string): boolean =>
  (/^SCAN /.test(detail) && !/^SCAN (CONSTANT ROW|latest|seen|each_one|counted|\(subquery-\d+\))/.test(detail)) || /\(tenant=\?\)$/.test(detail);

describe('plans of SQLite for tickets', () => {
  let real: ReadDatabase;
  let watched: Watched;
  beforeEach(async () => {
    real = await SqliteReadDatabase.temporary();
    watched = new Watched(real);
  });
  afterEach(() => real.close());

  it.each<[index: string, filter: TicketFilter]>([
    ['ticket_page', {}],
    ['ticket_page', { priority: 'high', status: ['solved'] }],
    ['ticket_unsolved', { status: 'unsolved' }],
    ['ticket_unsolved', { status: ['new', 'pending'] }],
    ['ticket_organization', { organizationId: 'o1' }],
    ['ticket_unsolved_organization', { organizationId: 'o1', status: 'unsolved', queue: 'q' }],
    ['ticket_requester', { requesterId: 'ann', organizationId: 'o1' }],
    ['ticket_queue', { queue: 'q' }],
    ['ticket_unsolved_queue', { queue: 'q', status: ['open'] }],
    ['ticket_assignee', { assignee: 'a', status: ['open', 'closed'] }],
    ['ticket_unsolved_assignee', { assignee: 'a', status: 'unsolved' }],
    ['ticket_rule', { rule: 'r', priority: 'low' }],
  ])('take %s for a list of %j, and go through no table', async (index, filter) => {
    await new ListTicketsHandler(watched.database).execute(new ListTickets('acme', filter, { limit: 50 }));
    const details = watched.plans.flat();
    expect(details.filter(isWhole)).toEqual([]);
    const led = details.filter((detail) => detail.startsWith('SEARCH ticket USING') && !detail.includes('PRIMARY KEY'));
    expect(led.length).toBeGreaterThan(0);
    for (const detail of led) expect(detail).toContain(`INDEX ${index} (`);
  });

  it('go through no table for a ticket, an organization’s interactions, its page, or other rules tried, of several that are one too', async () => {
    const log = new TestLog();
    for (const id of ['o1', 'o2', 'o3']) await log.append(`organization-acme.${id}`, 'OrganizationCreated', { name: id, origin: 'api', nameId: id });
    for (const id of ['o2', 'o3']) {
      const merge = { attemptId: id, mergeId: id, survivorId: 'o1', named: { survivorId: 'o1', mergedId: id }, members: [id], differentFrom: [] };
      await log.append(`organization-acme.${id}`, 'OrganizationMerged', merge);
    }
    await log.person('ann', 'Ann');
    await log.interaction('i1', 'ann', { organizationId: 'o2' });
    await new Ticketing(log).open('t1', 'ann', 1, { organizationId: 'o3' });
    await project(log, real);
    const { database } = watched;
    await new FindTicketHandler(database).execute(new FindTicket('acme', 't1'));
    await new ListTicketsHandler(database).execute(new ListTickets('acme', { organizationId: 'o1' }, { limit: 50 }));
    await new ListOrganizationInteractionsHandler(database).execute(new ListOrganizationInteractions('acme', 'o1', { limit: 50 }));
    const rules = { rules: [], fallback: { queue: 'other', priority: 'low' } } as const;
    for (const organizationId of [undefined, 'o1'])
      await new WhatIfRoutingHandler(database).execute(new WhatIfRouting('acme', rules, { organizationId, from: april(1) }, { limit: 50 }));
    await new FindOrganizationPageHandler(database).execute(new FindOrganizationPage('acme', 'o1', april(2)));
    const asked = watched.plans.filter((plan) => plan.some((detail) => /\b(ticket|organization_interaction|timeline_entry|report_count)\b/.test(detail)));
    expect(asked.length).toBeGreaterThan(6);
    expect(asked.flat().filter(isWhole)).toEqual([]);
  });
});
