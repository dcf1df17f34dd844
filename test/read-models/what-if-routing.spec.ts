import type { RoutingCondition, RoutingRule, RoutingSettings } from '@kith/domain';
import { type ReadDatabase, type WhatIfFilter, type WhatIfPage, WhatIfRouting, WhatIfRoutingHandler } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';
import { april, Ticketing } from './ticketing';

const rule = (name: string, when: RoutingCondition, then: RoutingRule['then']): RoutingRule => ({ name, when, then });

describe.each(kinds)('other rules tried on past tickets, on $name', (kind) => {
  let log: TestLog;
  let tickets: Ticketing;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
    tickets = new Ticketing(log);
  });
  afterEach(() => database.close());

  const rules = (...given: RoutingSettings['rules']): RoutingSettings => ({ rules: given, fallback: { queue: 'default', priority: 'normal' } });
  const french = rule('french', { languages: ['fr'] }, { queue: 'french', priority: 'normal' });
  const ask = (proposed: RoutingSettings, filter: WhatIfFilter = {}, limit = 50, cursor?: string) =>
    new WhatIfRoutingHandler(database).execute(new WhatIfRouting('acme', proposed, filter, { limit, ...(cursor !== undefined && { cursor }) }));
  const ids = ({ items }: WhatIfPage) => items.map(({ ticketId }) => ticketId);

  it('tell which would go elsewhere, from where to where, by what was known when each was opened', async () => {
    await tickets.open('t1', 'ann', 1, { language: 'fr-CA', organizationId: 'o1' });
    await tickets.open('t2', 'ann', 2, { language: 'en' });
    await tickets.open('t3', 'ann', 3, { tags: ['vip'], route: { queue: 'billing', rule: 'money', settingsVersion: 3 } });
    await tickets.open('t4', 'ann', 4, { route: { organizationTags: ['gold'], queue: 'gold', rule: 'gold' } });
    await tickets.open('t5', 'ann', 5, { language: 'fr', route: { queue: 'own', rule: 'organization' } });
    await tickets.open('t6', 'ann', 6, { firstContact: true });
    await tickets.open('t7', 'ann', 7, { language: 'fr', route: { queue: 'french', rule: 'of another name' } });
    await tickets.open('t8', 'ann', 8, { tenant: 'other', language: 'fr' });
    database = await projected(log, kind);
    const page = await ask(
      rules(
        french,
        rule('vips', { tags: ['vip'] }, { queue: 'billing', priority: 'normal', tags: ['x'] }),
        rule('golden', { organizationTags: ['gold'] }, { queue: 'gold', priority: 'normal' }),
        rule('new', { firstContact: true }, { queue: 'default', priority: 'high' }),
      ),
    );
    expect(ids(page)).toEqual(['t6', 't3', 't1']);
    expect(page).toMatchObject({ counts: { compared: 7, different: 3, unknown: 0 }, nextCursor: null });
    expect(page.items[1]).toMatchObject({ before: { queue: 'billing', tags: [], rule: 'money', settingsVersion: 3 }, after: { tags: ['x'], rule: 'vips' } });
    expect(page.items[2]).toMatchObject({
      ticketId: 't1',
      organizationId: 'o1',
      openedAt: april(1),
      before: { queue: 'default', priority: 'normal', assignee: null, tags: [], rule: 'fallback', settingsVersion: 0 },
      after: { queue: 'french', priority: 'normal', assignee: null, tags: [], rule: 'french', reasons: [{ rule: 'french', holds: true, failed: null }] },
    });
  });

  it('are tried on the tickets of an organization, or of a time, and on none whose words are forgotten', async () => {
    for (let day = 1; day <= 6; day++) await tickets.open(`t${day}`, day === 5 ? 'bob' : 'ann', day, { language: 'fr', organizationId: `o${day % 2}` });
    await tickets.move('t2', 'o1', 9);
    await log.endUser('bob', 'EndUserCreated', { origin: 'api' });
    await log.endUser('bob', 'EndUserErased', { scope: 'profile', members: ['bob'] });
    database = await projected(log, kind);
    expect(ids(await ask(rules(french)))).toEqual(['t6', 't4', 't3', 't2', 't1']);
    expect(await ask(rules(french))).toMatchObject({ counts: { compared: 5, different: 5, unknown: 1 } });
    expect(ids(await ask(rules(french), { organizationId: 'o1' }))).toEqual(['t3', 't2', 't1']);
    expect(ids(await ask(rules(french), { from: april(2), to: april(4) }))).toEqual(['t3', 't2']);
    expect(ids(await ask(rules(french), { organizationId: 'o0', from: april(5) }))).toEqual(['t6']);
  });

  it('are tried page by page, a bounded number of tickets for each, and the counts of all pages are those of all tickets', async () => {
    await tickets.open('t1', 'ann', 1, { language: 'fr' });
    await tickets.open('t2', 'ann', 2);
    database = await projected(log, kind);
    const { kysely } = database;
    const ticket = await kysely.selectFrom('ticket').selectAll().where('id', '=', 't2').executeTakeFirstOrThrow();
    const route = await kysely.selectFrom('ticket_route').selectAll().where('ticket_id', '=', 't2').executeTakeFirstOrThrow();
    for (let n = 0; n < 1_500; n += 500) {
      const some = Array.from({ length: 500 }, (_, i) => n + i);
      await kysely
        .insertInto('ticket')
        .values(some.map((i) => ({ ...ticket, id: `n${i}`, opened_position: 100 + i, language: i === 700 ? 'fr' : null })))
        .execute();
      await kysely
        .insertInto('ticket_route')
        .values(some.map((i) => ({ ...route, ticket_id: `n${i}` })))
        .execute();
    }
    const pages: WhatIfPage[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      pages.push(await ask(rules(french), {}, 2, cursor));
      cursor = pages.at(-1)?.nextCursor ?? null;
    }
    expect(pages.map(ids)).toEqual([['n700'], ['t1']]);
    expect(pages.map(({ counts }) => counts.compared)).toEqual([1_000, 502]);
    expect((await ask(rules(french), {}, 1)).counts).toEqual({ compared: 800, different: 1, unknown: 0 });
    await expect(ask(rules(french), { organizationId: 'o1' }, 1, pages[0]?.nextCursor as string)).rejects.toThrow('cursor');
  });
});
