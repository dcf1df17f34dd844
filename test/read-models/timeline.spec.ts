import {
  BadCursor,
  ListOpenInteractions,
  ListOpenInteractionsHandler,
  ListTimeline,
  ListTimelineHandler,
  type OpenOutcome,
  type PageRequest,
  type ReadDatabase,
} from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { project, projected } from './projected';

describe.each(kinds)('the timeline ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const page = (id: string, request: PageRequest = { limit: 50 }, tenant = 'acme') =>
    new ListTimelineHandler(database).execute(new ListTimeline(tenant, id, request));
  const open = (outcome: OpenOutcome, request: PageRequest = { limit: 50 }, tenant = 'acme') =>
    new ListOpenInteractionsHandler(database).execute(new ListOpenInteractions(tenant, outcome, request));

  it('tells what happened, the latest first, each address by its channel and key', async () => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    await log.point('email-a@example.org', 'ContactPointVerified', { endUserId: 'lea' });
    await log.interaction('i1', 'lea', { contactPointId: 'email-a@example.org', ticketId: 't1', summary: 'Where is my order?' });
    await log.endUser('lea', 'EndUserSuspended', { reason: 'abuse' });
    await log.endUser('lea', 'EndUserReinstated', {});
    await log.release('email-a@example.org', 'lea');
    await log.endUser('lea', 'EndUserDeleted', { reason: 'asked for it' });
    database = await projected(log, kind);
    const { items, nextCursor } = await page('lea');
    expect(nextCursor).toBeNull();
    expect(items.map(({ kind, key, reason, cause }) => [kind, key, reason ?? cause])).toEqual([
      ['deleted', null, 'asked for it'],
      ['contact-point-released', 'a@example.org', 'detached'],
      ['reinstated', null, null],
      ['suspended', null, 'abuse'],
      ['interaction', 'a@example.org', null],
      ['contact-point-verified', 'a@example.org', null],
      ['created', null, null],
      ['contact-point-attached', 'a@example.org', null],
    ]);
    expect(items[4]).toEqual({
      kind: 'interaction',
      occurredAt: '2026-03-01T00:00:04.000Z',
      interactionId: 'i1',
      source: 'desk',
      channel: 'email',
      key: 'a@example.org',
      via: 'email',
      direction: 'inbound',
      ticketId: 't1',
      summary: 'Where is my order?',
      what: null,
      outcome: 'matched',
      cause: null,
      reason: null,
      actor: { kind: 'service', id: 'desk' },
      onBehalfOf: null,
    });
  });

  it('is in the order of business time, whenever it was reported', async () => {
    await log.person('lea', 'Léa');
    await log.interaction('late', 'lea', { occurredAt: '2026-02-01T00:00:00.000Z' });
    await log.interaction('same-1', 'lea', { occurredAt: '2026-04-01T00:00:00.000Z' });
    await log.interaction('same-2', 'lea', { occurredAt: '2026-04-01T00:00:00.000Z' });
    database = await projected(log, kind);
    expect((await page('lea')).items.map(({ interactionId, kind }) => interactionId ?? kind)).toEqual(['same-2', 'same-1', 'created', 'late']);
  });

  it('gives each entry once over all pages, while others are added', async () => {
    await log.person('lea', 'Léa');
    for (let i = 1; i <= 25; i++) await log.interaction(`i${i}`, 'lea', { occurredAt: `2026-04-01T00:00:${String(i % 5).padStart(2, '0')}.000Z` });
    database = await projected(log, kind);
    const before = (await page('lea', { limit: 200 })).items;
    const seen: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { items, nextCursor } = await page('lea', { limit: 4, cursor });
      seen.push(...items);
      cursor = nextCursor;
      await log.interaction(`new${seen.length}`, 'lea', { occurredAt: '2026-05-01T00:00:00.000Z' });
      await project(log, database);
    }
    expect(seen).toEqual(before);
    expect((await page('lea', { limit: 200 })).items).toHaveLength(before.length + 7);
  });

  it('refuses a cursor that it did not give', async () => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    await log.person('tom', 'Tom', [['email', 'b@example.org']]);
    database = await projected(log, kind);
    const { nextCursor } = await page('lea', { limit: 1 });
    await expect(page('lea', { limit: 1, cursor: nextCursor as string })).resolves.toMatchObject({ nextCursor: null });
    for (const cursor of ['', 'x', 'null', Buffer.from('[1]').toString('base64url'), Buffer.from('{}').toString('base64url')])
      await expect(page('lea', { limit: 1, cursor })).rejects.toThrow(BadCursor);
    await expect(page('tom', { limit: 1, cursor: nextCursor as string })).rejects.toThrow(BadCursor);
  });

  it('lists open interactions by outcome and tenant, and moves one into the timeline of whoever it is assigned to', async () => {
    await log.person('lea', 'Léa', [['phone', '+331']]);
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why: [], attached: [], candidates: ['lea', 'tom'], possibleDuplicates: [] } as const;
    await log.interaction('a1', null, {
      outcome: 'ambiguous',
      contactPointId: 'phone-+331',
      channel: 'phone',
      summary: 'Hello',
      resolution,
      occurredAt: '2026-02-01T00:00:00.000Z',
    });
    await log.interaction('u1', null, { occurredAt: '2026-02-02T00:00:00.000Z' });
    await log.interaction('u2', null, { occurredAt: '2026-02-03T00:00:00.000Z' });
    await log.interaction('u3', null, { tenant: 'other' });
    database = await projected(log, kind);
    expect((await open('ambiguous')).items).toMatchObject([{ id: 'a1', key: '+331', summary: 'Hello', candidates: ['lea', 'tom'] }]);
    const first = await open('unidentified', { limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual(['u2']);
    expect((await open('unidentified', { limit: 1, cursor: first.nextCursor as string })).items.map(({ id }) => id)).toEqual(['u1']);

    await log.assign('a1', 'lea');
    await project(log, database);
    expect((await open('ambiguous')).items).toEqual([]);
    const { items } = await page('lea');
    expect(items.at(-1)).toMatchObject({
      kind: 'interaction',
      interactionId: 'a1',
      occurredAt: '2026-02-01T00:00:00.000Z',
      key: '+331',
      summary: 'Hello',
      outcome: 'ambiguous',
    });
    expect((await page('lea', { limit: 50 }, 'other')).items).toEqual([]);
  });

  it('keeps an entry without its text when the key is destroyed', async () => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    await log.interaction('i1', 'lea', { contactPointId: 'email-a@example.org', ticketId: 't1', summary: 'secret' });
    await log.endUser('lea', 'EndUserSuspended', { reason: 'secret' });
    for (const stream of ['endUser-acme.lea', 'interaction-acme.i1', 'contactPoint-acme.email-a@example.org']) await log.erase(stream);
    database = await projected(log, kind);
    const { items } = await page('lea');
    expect(items.map(({ kind }) => kind)).toEqual(['suspended', 'interaction', 'created', 'contact-point-attached']);
    expect(items.flatMap(({ key, ticketId, summary, reason }) => [key, ticketId, summary, reason]).filter((text) => text !== null)).toEqual([]);
  });
});
