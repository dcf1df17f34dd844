import { idInStream } from '@kith/domain';
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
import fc from 'fast-check';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project, projected } from './projected';
import { happen, histories, people } from './random-log';

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
      endUserId: 'lea',
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
      otherId: null,
      organizationName: null,
      mergeId: null,
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

  describe('of merged end users', () => {
    const kindsOf = (items: readonly { readonly kind: string; readonly endUserId: string }[]) => items.map((item) => `${item.endUserId} ${item.kind}`);

    it('tells of merges, unmerges and differences with the other side, the merge and the reason', async () => {
      for (const id of ['lea', 'tom', 'ann']) await log.person(id, id);
      const link = { mergeId: 'm1', differentFrom: [] } as const;
      await log.endUser('tom', 'EndUsersDeclaredDifferent', { declarationId: 'd1', endUserId: 'tom', otherId: 'zoe', reason: 'father and son' });
      await log.endUser('tom', 'DifferenceWithdrawn', { declarationId: 'd1', endUserId: 'tom', otherId: 'zoe', reason: 'mistaken' });
      await sealed(log, 'tom', 'lea', { mergeId: 'm1', reason: 'same number' });
      await log.endUser('lea', 'EndUserAbsorbed', { ...link, attemptId: 'a', mergedId: 'tom', members: ['tom'] });
      await log.endUser('lea', 'EndUsersDeclaredDifferent', { declarationId: 'd2', endUserId: 'tom', otherId: 'ann', until: '2030-01-01T00:00:00.000Z' });
      await log.endUser('lea', 'EndUserSeparated', { ...link, mergedId: 'tom', members: ['tom'], reason: 'two persons' });
      await unsealed(log, 'tom', { mergeId: 'm1', reason: 'two persons' });
      database = await projected(log, kind);
      const told = async (id: string) => (await page(id)).items.map(({ kind, otherId, mergeId, reason }) => [kind, otherId, mergeId, reason]);
      expect(await told('tom')).toEqual([
        ['unmerged', null, 'm1', 'two persons'],
        ['declared-different', 'ann', null, null],
        ['merged', 'lea', 'm1', 'same number'],
        ['difference-withdrawn', 'zoe', null, 'mistaken'],
        ['declared-different', 'zoe', null, 'father and son'],
        ['created', null, null, null],
      ]);
      expect(await told('lea')).toEqual([
        ['separated', 'tom', 'm1', 'two persons'],
        ['absorbed', 'tom', 'm1', null],
        ['created', null, null, null],
      ]);
    });

    it('has bare facts of who is erased, on the other side, too', async () => {
      for (const id of ['lea', 'tom']) await log.person(id, id, [['phone', `+33${id.length}${id}`]]);
      const link = { mergeId: 'm1', differentFrom: [] } as const;
      await sealed(log, 'tom', 'lea', { mergeId: 'm1', reason: 'same number' });
      await log.endUser('lea', 'EndUserSeparated', { ...link, mergedId: 'tom', members: ['tom'], reason: 'two persons' });
      await unsealed(log, 'tom', { mergeId: 'm1', reason: 'two persons' });
      await log.interaction('i1', 'tom', { contactPointId: 'phone-+333tom', summary: 'Where is it?', ticketId: 't1' });
      await log.transfer('phone-+333lea', ['lea', 'tom'], 'corrected', ['phone', '+333lea']);
      await log.interaction('i2', 'lea', { contactPointId: 'phone-+333lea', summary: 'Still hers' });
      await log.endUser('tom', 'EndUserErased', { scope: 'profile', members: [] });
      database = await projected(log, kind);
      const told = async (id: string) => (await page(id)).items.map(({ kind, key, summary, ticketId, reason }) => [kind, key ?? summary ?? ticketId ?? reason]);
      expect(await told('tom')).toEqual([
        ['erased', null],
        ['contact-point-attached', null],
        ['interaction', null],
        ['unmerged', null],
        ['merged', null],
        ['created', null],
        ['contact-point-attached', null],
      ]);
      expect(await told('lea')).toEqual([
        ['interaction', '+333lea'],
        ['contact-point-released', '+333lea'],
        ['separated', null],
        ['created', null],
        ['contact-point-attached', '+333lea'],
      ]);
    });

    it('writes nothing of an attempt to merge that is open or came to nothing', async () => {
      await log.person('lea', 'Léa');
      const attempt = { attemptId: 'a', mergeId: 'm1', named: { survivorId: 'lea', mergedId: 'tom' }, members: ['lea'], differentFrom: [] } as const;
      await log.endUser('lea', 'MergeReserved', { ...attempt, otherId: 'tom', role: 'survivor' });
      await log.endUser('lea', 'MergeReservationReleased', { attemptId: 'a', reason: 'timed-out' });
      await log.endUser('lea', 'MergeRefused', { attemptId: 'b', reason: 'merge-in-progress' });
      database = await projected(log, kind);
      expect(kindsOf((await page('lea')).items)).toEqual(['lea created']);
    });

    it('keeps no reason when the key is destroyed', async () => {
      for (const id of ['lea', 'tom']) await log.person(id, id);
      await sealed(log, 'tom', 'lea', { reason: 'secret' });
      await unsealed(log, 'tom', { reason: 'secret' });
      await log.erase('endUser-acme.tom');
      database = await projected(log, kind);
      expect((await page('tom')).items.map(({ kind, reason }) => [kind, reason])).toEqual([
        ['unmerged', null],
        ['merged', null],
        ['created', null],
      ]);
    });

    it('is one for the whole cluster, whoever of it is asked for, and each has its own back after an unmerge', async () => {
      await log.person('lea', 'Léa', [['email', 'lea@example.org']]);
      await log.person('tom', 'Tom', [['phone', '+331']]);
      await log.person('ann', 'Ann');
      await log.interaction('i1', 'tom', { contactPointId: 'phone-+331', occurredAt: '2026-04-01T00:00:00.000Z' });
      await log.interaction('i2', 'lea', { contactPointId: 'email-lea@example.org', occurredAt: '2026-04-02T00:00:00.000Z' });
      await log.interaction('i3', 'ann', { occurredAt: '2026-04-03T00:00:00.000Z' });
      database = await projected(log, kind);
      const alone = { lea: (await page('lea')).items, tom: (await page('tom')).items, ann: (await page('ann')).items };
      await sealed(log, 'ann', 'tom', { mergeId: 'm1' });
      await sealed(log, 'tom', 'lea', { mergeId: 'm2' });
      await project(log, database);
      const { items } = await page('lea');
      expect(items.slice(0, 3).map(({ endUserId, interactionId, key }) => [endUserId, interactionId, key])).toEqual([
        ['ann', 'i3', null],
        ['lea', 'i2', 'lea@example.org'],
        ['tom', 'i1', '+331'],
      ]);
      expect(items).toHaveLength(alone.lea.length + alone.tom.length + alone.ann.length + 2);
      expect([(await page('tom')).items, (await page('ann')).items]).toEqual([items, items]);
      expect((await page('lea', { limit: 50 }, 'other')).items).toEqual([]);

      await unsealed(log, 'tom', { mergeId: 'm2' });
      await project(log, database);
      expect((await page('lea')).items).toEqual(alone.lea);
      const without = (kinds: readonly string[]) => async (id: string) => (await page(id)).items.filter((item) => !kinds.includes(item.kind));
      expect((await without(['merged', 'unmerged'])('ann')).filter(({ endUserId }) => endUserId === 'tom')).toEqual(alone.tom);
      await unsealed(log, 'ann', { mergeId: 'm1' });
      await project(log, database);
      expect(await without(['merged', 'unmerged'])('tom')).toEqual(alone.tom);
      expect(await without(['merged', 'unmerged'])('ann')).toEqual(alone.ann);
    });

    it('gives what happens while it is read, and of who joins or leaves meanwhile only what lies ahead, each entry once', async () => {
      for (const id of ['lea', 'tom', 'ann']) await log.person(id, id, [], { occurredAt: '2026-01-01T00:00:00.000Z' });
      for (let i = 10; i < 40; i++) await log.interaction(`i${i}`, ['lea', 'tom', 'ann'][i % 3] as string, { occurredAt: `2026-04-01T00:00:${i}.000Z` });
      await sealed(log, 'tom', 'lea', { mergeId: 'm1', occurredAt: '2026-01-02T00:00:00.000Z' });
      database = await projected(log, kind);
      const seen: string[] = [];
      let cursor: string | null | undefined;
      for (let pages = 0; cursor !== null; pages++) {
        const { items, nextCursor } = await page('lea', { limit: 4, cursor });
        seen.push(...items.map(({ endUserId, interactionId, kind }) => `${endUserId} ${interactionId ?? kind}`));
        cursor = nextCursor;
        if (pages === 1) await sealed(log, 'ann', 'tom', { mergeId: 'm2', occurredAt: '2026-06-01T00:00:00.000Z' });
        if (pages === 3) await unsealed(log, 'tom', { mergeId: 'm1', occurredAt: '2026-06-02T00:00:00.000Z' });
        await project(log, database);
      }
      const from = (first: number, last: number, who: readonly string[]) =>
        Array.from({ length: first - last + 1 }, (_, n) => first - n)
          .map((i) => `${['lea', 'tom', 'ann'][i % 3]} i${i}`)
          .filter((one) => who.includes(one.slice(0, 3)));
      const expected = [...from(39, 28, ['lea', 'tom']), ...from(27, 20, ['lea', 'tom', 'ann']), ...from(19, 10, ['lea']), 'lea created'];
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expected);
    });

    it('reads clusters of any size in the order of what happened, by pages of any size', async () => {
      const ids = Array.from({ length: 70 }, (_, i) => `p${i}`);
      const [root, ...others] = ids as [string, ...string[]];
      for (const id of ids) await log.person(id, id);
      for (let i = 0; i < 150; i++)
        await log.interaction(`i${i}`, ids[(i * 37) % 70] as string, { occurredAt: `2026-04-01T00:00:${10 + ((i * 7) % 31)}.000Z` });
      database = await projected(log, kind);
      for (const [i, id] of others.entries()) {
        await sealed(log, id, i % 2 === 0 ? root : (ids[i] as string), { mergeId: `m${i}` });
        if (![2, 7, 64, 68].includes(i)) continue;
        await project(log, database);
        const rows = await database.kysely.selectFrom('timeline_entry').select(['end_user_id', 'occurred_at', 'position']).execute();
        const cluster = new Set(ids.slice(0, i + 2));
        const all = rows
          .filter((row) => cluster.has(row.end_user_id))
          .sort((a, b) => (a.occurred_at === b.occurred_at ? b.position - a.position : a.occurred_at < b.occurred_at ? 1 : -1))
          .map((row) => `${row.end_user_id} ${row.occurred_at}`);
        const seen: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const { items, nextCursor } = await page(id, { limit: 23, cursor });
          seen.push(...items.map((item) => `${item.endUserId} ${item.occurredAt}`));
          cursor = nextCursor;
        }
        expect(seen).toEqual(all);
      }
    }, 30_000);

    it('shows what came by a corrected address with whoever has it, inside a cluster too', async () => {
      for (const id of ['lea', 'tom']) await log.person(id, id);
      await log.attach('p', 'lea', ['phone', '+331']);
      await log.interaction('i1', 'lea', { contactPointId: 'p' });
      await sealed(log, 'tom', 'lea', { mergeId: 'm1' });
      await log.transfer('p', ['lea', 'tom'], 'corrected', ['phone', '+331']);
      database = await projected(log, kind);
      expect((await page('lea')).items.filter(({ interactionId }) => interactionId === 'i1')).toMatchObject([{ endUserId: 'tom' }]);
      await unsealed(log, 'tom', { mergeId: 'm1' });
      await project(log, database);
      const whose = async (id: string) => (await page(id)).items.some(({ interactionId }) => interactionId === 'i1');
      expect([await whose('lea'), await whose('tom')]).toEqual([false, true]);
    });

    it('is after any history all that happened with those whose links end at one end user', async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (steps) => {
          log = new TestLog();
          await happen(log, steps);
          database = await projected(log, kind);
          const links = await linksOf(log);
          const rootOf = (id: string): string => (links.has(id) ? rootOf(links.get(id) as string) : id);
          const rows = await database.kysely.selectFrom('timeline_entry').select(['end_user_id', 'tenant', 'kind', 'occurred_at', 'position']).execute();
          for (const { id, tenant } of people) {
            const expected = rows
              .filter((row) => row.tenant === tenant && rootOf(row.end_user_id) === rootOf(id))
              .sort((a, b) => (a.occurred_at === b.occurred_at ? b.position - a.position : a.occurred_at < b.occurred_at ? 1 : -1));
            const { items } = await page(id, { limit: 200 }, tenant);
            expect(kindsOf(items)).toEqual(expected.slice(0, 200).map((row) => `${row.end_user_id} ${row.kind}`));
          }
          await database.close();
        }),
        { numRuns: Math.ceil(kind.cases / 2) },
      );
      database = await kind.make();
    }, 60_000);
  });
});

/** Who is merged into whom at the end of the log. */
async function linksOf(log: TestLog): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  const { events } = await log.store.readAll({ after: 0n, limit: 1000 });
  for (const { type, stream, data } of events)
    if (type === 'EndUserMerged') links.set(idInStream(stream), (data as { survivorId: string }).survivorId);
    else if (type === 'EndUserUnmerged') links.delete(idInStream(stream));
  return links;
}
