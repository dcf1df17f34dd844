import { SystemClock } from '@kith/application';
import {
  BadCursor,
  type EndUserFilter,
  FindEndUser,
  FindEndUserHandler,
  ListEndUsers,
  ListEndUsersHandler,
  type ListedEndUser,
  type Order,
  type ReadDatabase,
  rebuild,
} from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { Folded } from './folded';
import { TestLog } from './log';
import { project, projected } from './projected';
import { happen, histories, people } from './random-log';

const list = (database: ReadDatabase, filter: EndUserFilter, { order = 'created', tenant = 'acme', limit = 50, cursor }: Asked = {}) =>
  new ListEndUsersHandler(database).execute(new ListEndUsers(tenant, filter, order, { cursor, limit }));

interface Asked {
  readonly order?: Order;
  readonly tenant?: string;
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

async function everyPage(database: ReadDatabase, filter: EndUserFilter, asked: Asked, between: () => Promise<unknown> = async () => {}) {
  const items: ListedEndUser[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list(database, filter, { ...asked, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor !== null) await between();
  }
  return items;
}

const times = fc.integer({ min: 1, max: 29 }).map((day) => new Date(Date.UTC(2026, 0, day)).toISOString());
const texts = fc.constantFrom(
  'l',
  'lea',
  'LÉA mar',
  'martin lea',
  'luc',
  'o leary',
  'łuk',
  'LUK',
  '李',
  'mail',
  'AIL1@exa',
  '612',
  '06 12',
  '+33 6',
  '0612345671',
  'card-2',
  'zz',
  '..',
  'ex',
);
const filters: fc.Arbitrary<EndUserFilter> = fc.record(
  {
    text: texts,
    tag: fc.constantFrom('t', 't1', 'Café', 'none'),
    channel: fc.constantFrom('email', 'phone', 'loyalty_card', 'line'),
    status: fc.constantFrom('active', 'suspended', 'deleted'),
    withoutEmail: fc.constant(true),
    lastContactFrom: times,
    lastContactBefore: times,
  },
  { requiredKeys: [] },
);

describe.each(kinds)('the list of end users ($name)', (kind) => {
  it('and each profile are what the log says when it is read by hand, live and rebuilt, whatever is asked and however it is paged', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.nat(159), { maxLength: 4 }),
        fc.array(filters, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, cuts, asked, limit) => {
          const log = new TestLog();
          const database = await kind.make();
          await happen(log, steps, async (step) => cuts.includes(step) && project(log, database));
          await project(log, database);
          const folded = await Folded.of(log);
          const agree = async () => {
            for (const { id, tenant } of people) {
              const found = await new FindEndUserHandler(database).execute(new FindEndUser(tenant, id));
              // Their organizations are compared in organization-log.spec.
              const shown = folded.shown(tenant, id);
              expect(found?.endUser).toEqual(shown && { ...shown, organizations: found?.endUser.organizations });
              if (found) expect(found.etag).toBe(folded.etag(tenant, id));
            }
            for (const filter of [{}, ...asked])
              for (const order of ['created', 'last-contact'] as const)
                for (const tenant of ['acme', 'other'])
                  expect(await everyPage(database, filter, { order, tenant, limit })).toEqual(folded.list(tenant, filter, order));
          };
          await agree();
          const { name } = await rebuild({ store: log.store, personalData: log.personalData, database, clock: new SystemClock() });
          await database.swap(name);
          await agree();
          await database.close();
        },
      ),
      { numRuns: kind.cases },
    );
  }, 120_000);
});

describe.each(kinds)('finding end users ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const ids = async (filter: EndUserFilter, asked: Asked = {}) => (await list(database, filter, asked)).items.map(({ id }) => id);
  const found = (text: string) => ids({ text });

  it('goes by the beginning of any word of the name, whatever its case and accents, all words in any order', async () => {
    await log.person('lea', 'Léa Martin-Dupont');
    await log.person('luk', 'Łukasz Øster');
    await log.person('kim', '김민준');
    await log.person('kisho', 'किशोर कुमार');
    database = await projected(log, kind);
    for (const text of ['l', 'LEA', 'léa', 'dup', 'mart lea', 'Dupont, Lé', 'MARTIN-DUPONT', '"lea"*'])
      expect([text, await found(text)]).toEqual([text, expect.arrayContaining(['lea'])]);
    for (const text of ['lukasz', 'ŁUK', 'oster', 'øst lu']) expect([text, await found(text)]).toEqual([text, ['luk']]);
    expect([await found('김'), await found('किशोर'), await found('कुम')]).toEqual([['kim'], ['kisho'], ['kisho']]);
    for (const text of ['ea', 'martinez', 'lea zoe', 'é', '"', '*', 'NOT', 'name:lea', '(']) expect([text, await found(text)]).toEqual([text, []]);
  });

  it('goes by any part of a contact point from three characters on, of numbers without what stands between their digits', async () => {
    await log.person('one', 'One');
    await log.attach('p0', 'one', ['telegram', 'straße_99']);
    await log.attach('p1', 'one', ['phone', '+33612345678'], { value: '06 12 34 56 78' });
    await log.attach('p2', 'one', ['email', 'lea@xn--mnchen-3ya.example'], { value: 'Lea@München.example' });
    await log.person('two', 'Two', [['email', '100%_sure"@example.org']]);
    await log.person('mum', 'Mum', [['email', 'mum@example.net']]);
    database = await projected(log, kind);
    for (const text of ['612345', '06 12', '06.12.34', '(06) 12', '0612345678', '+33 6 12', '+336', 'münch', 'MUNCHEN', 'xn--m', 'sse_9', 'a@m'])
      expect([text, await found(text)]).toEqual([text, ['one']]);
    for (const text of ['0%_', 'ure"@e', '"@exam']) expect([text, await found(text)]).toEqual([text, ['two']]);
    for (const text of ['61', '34 56 79', 'cnehcnum', '1%_', 'lea@x\n+33']) expect([text, await found(text)]).toEqual([text, []]);
  });

  it('knows at once what was changed, and nothing any more of what is gone', async () => {
    await log.person('lea', 'Léa', [['email', 'old@example.org']]);
    database = await projected(log, kind);
    expect([await found('lea'), await found('old@')]).toEqual([['lea'], ['lea']]);
    await log.endUser('lea', 'EndUserProfileChanged', { name: 'Zoé', marks: {} });
    await log.release('email-old@example.org', 'lea');
    await project(log, database);
    expect([await found('lea'), await found('old@'), await found('zoe'), await ids({ withoutEmail: true })]).toEqual([[], [], ['lea'], ['lea']]);
    await log.endUser('lea', 'EndUserDeleted', {});
    await project(log, database);
    expect([await found('zoe'), await ids({ text: 'zoe', status: 'deleted' })]).toEqual([[], ['lea']]);
  });

  it('shows nobody of another tenant, no claim, nobody abandoned and nobody erased', async () => {
    await log.person('theirs', 'Léa', [['email', 'lea@example.org']], { tenant: 'other' });
    await log.attach('p1', 'claimed', ['email', 'lea@claimed.example']);
    await log.endUser('lost', 'EndUserCreationAbandoned', { lostPoint: 'p1', holderId: 'x' });
    await log.person('gone', 'Léa', [['email', 'lea@gone.example']]);
    for (const stream of ['endUser-acme.gone', 'contactPoint-acme.email-lea@gone.example']) await log.erase(stream);
    database = await projected(log, kind);
    for (const filter of [{}, { text: 'lea' }, { text: 'exam' }, { channel: 'email' }, { withoutEmail: true }, { status: 'deleted' as const }])
      expect(await ids(filter)).toEqual([]);
    expect(await ids({}, { tenant: 'nobody' })).toEqual([]);
    expect(await ids({ text: 'lea' }, { tenant: 'other' })).toEqual(['theirs']);
  });

  it('gives everybody who does not change once, while others come, change, go and are found no longer', async () => {
    for (let i = 0; i < 60; i++) await log.person(`p${i}`, i % 3 === 0 ? `Still ${i}` : `Moves ${i}`, [['email', `s${i}@example.org`]]);
    for (let i = 0; i < 60; i++) await log.interaction(`i${i}`, `p${i}`, { occurredAt: `2026-04-01T00:00:${String(i).padStart(2, '0')}.000Z` });
    database = await projected(log, kind);
    for (const order of ['created', 'last-contact'] as const) {
      let turn = 0;
      const items = await everyPage(database, { channel: 'email' }, { order, limit: 7 }, async () => {
        turn += 1;
        const own = `${order}${turn}`;
        await log.person(`new${own}`, 'Still new', [['email', `n${own}@example.org`]]);
        await log.endUser(`p${turn * 3 + 1}`, 'EndUserDeleted', {});
        await log.interaction(`again${own}`, `p${turn * 3 + 2}`, { occurredAt: `2026-05-01T00:00:${String(turn).padStart(2, '0')}.000Z` });
        await project(log, database);
      });
      const still = items.filter(({ name }) => /^Still \d/.test(name ?? '')).map(({ id }) => id);
      expect(still).toEqual(Array.from({ length: 20 }, (_, i) => `p${57 - i * 3}`));
    }
  });

  it('refuses the cursor of another filter, another order or another list, and takes it in another tenant as a mere place', async () => {
    for (const tenant of ['acme', 'other']) for (const n of [1, 2, 3]) await log.person(`${tenant}${n}`, 'Léa', [], { tenant });
    database = await projected(log, kind);
    const { nextCursor } = await list(database, { text: 'lea' }, { limit: 1 });
    const cursor = nextCursor as string;
    await expect(list(database, { text: 'leo' }, { cursor })).rejects.toThrow(BadCursor);
    await expect(list(database, {}, { cursor })).rejects.toThrow(BadCursor);
    await expect(list(database, { text: 'lea' }, { cursor, order: 'last-contact' })).rejects.toThrow(BadCursor);
    expect(await ids({ text: 'lea' }, { cursor })).toEqual(['acme2', 'acme1']);
    expect(await ids({ text: 'lea' }, { cursor, tenant: 'other' })).toEqual(['other2', 'other1']);
    expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('lea');
  });
});
