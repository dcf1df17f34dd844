import { SqliteReadDatabase } from '@kith/adapters';
import { HeldPointsBehind } from '@kith/application';
import {
  compiled,
  PreviewRetention,
  PreviewRetentionHandler,
  ProjectedWithoutContact,
  projections,
  type ReadDatabase,
  type RetentionPreview,
} from '@kith/read-models';
import fc from 'fast-check';
import { sql } from 'kysely';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project, projected } from './projected';
import { Ticketing } from './ticketing';

/** A day of January 2026. */
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const since = day(10);
/** What it rests on. */
const concerned = projections.filter(({ name }) => ['end-user-profile', 'tickets', 'retention'].includes(name));
const asked = (database: ReadDatabase) => new ProjectedWithoutContact(database);

/** What may happen to somebody, on a day. */
const acts = ['hear', 'hear', 'merge', 'merge', 'unmerge', 'open', 'solve', 'suspend', 'delete', 'erase'] as const;
const people = ['a', 'b', 'c', 'd', 'e'] as const;
type Person = (typeof people)[number];
const history = fc.record({
  born: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: people.length, maxLength: people.length }),
  steps: fc.array(
    fc.record({ act: fc.constantFrom(...acts), who: fc.constantFrom(...people), day: fc.integer({ min: 1, max: 20 }), other: fc.constantFrom(...people) }),
    {
      maxLength: 25,
    },
  ),
});

/** What is known of a profile, by hand. */
interface Known {
  readonly born: string;
  heard: string;
  survivor?: Person;
  open: boolean;
  erased: boolean;
}

/** The same history in a log and in a few objects. */
class Told {
  readonly known = new Map<Person, Known>();
  private count = 0;

  constructor(private readonly log: TestLog) {}

  async tell({ born, steps }: { born: readonly number[]; steps: readonly { act: (typeof acts)[number]; who: Person; day: number; other: Person }[] }) {
    for (const [i, id] of people.entries()) {
      const recordedAt = day(born[i] ?? 1);
      await this.log.person(id, `Person ${id}`, [], { recordedAt });
      this.known.set(id, { born: recordedAt, heard: '', open: false, erased: false });
    }
    for (const { act, who, day: on, other } of steps) await this.step(act, who, day(on), other);
  }

  rootOf = (id: Person): Person => {
    const { survivor } = this.of(id);
    return survivor ? this.rootOf(survivor) : id;
  };

  /** Whom a run would look at, and of whom a ticket is open. */
  silent(): { readonly all: readonly Person[]; readonly open: readonly Person[] } {
    const clusters = people.filter((id) => !this.of(id).survivor).map((id) => [id, people.filter((one) => this.rootOf(one) === id).map(this.of)] as const);
    const all = clusters.filter(([, members]) => {
      const last = members.map(({ heard }) => heard).reduce((a, b) => (a > b ? a : b));
      const first = members.map(({ born }) => born).reduce((a, b) => (a < b ? a : b));
      return members.some(({ erased }) => !erased) && (last === '' ? first : last) < since;
    });
    return { all: all.map(([id]) => id), open: all.filter(([, members]) => members.some(({ open }) => open)).map(([id]) => id) };
  }

  private readonly of = (id: Person): Known => this.known.get(id) as Known;

  private async step(act: (typeof acts)[number], who: Person, on: string, other: Person): Promise<void> {
    const one = this.of(who);
    const desk = new Ticketing(this.log);
    this.count += 1;
    if (act === 'hear') {
      await this.log.interaction(`i${this.count}`, who, { occurredAt: on, direction: this.count % 2 === 0 ? 'inbound' : 'outbound' });
      if (one.heard < on) one.heard = on;
    } else if (act === 'merge' && !one.survivor && !one.erased && this.rootOf(other) !== who) {
      one.survivor = this.rootOf(other);
      await sealed(this.log, who, one.survivor, { mergeId: `m${this.count}` });
    } else if (act === 'unmerge' && one.survivor) {
      delete one.survivor;
      await unsealed(this.log, who, {});
    } else if (act === 'open' && !one.open) {
      await desk.open(`t-${who}-${this.count}`, who, 1);
      this.tickets.set(who, `t-${who}-${this.count}`);
      one.open = true;
    } else if (act === 'solve' && one.open) {
      await desk.status(this.tickets.get(who) ?? '', this.count % 2 === 0 ? 'solved' : 'closed', 2);
      one.open = false;
    } else if (act === 'erase' && !one.erased) {
      await this.log.endUser(who, 'EndUserErased', { scope: 'profile', members: [] });
      one.erased = true;
    } else if (act === 'suspend' && !one.erased && !one.survivor) await this.log.endUser(who, 'EndUserSuspended', {});
    else if (act === 'delete' && !one.erased && !one.survivor) await this.log.endUser(who, 'EndUserDeleted', {});
  }
  private readonly tickets = new Map<Person, string>();
}

describe.each(kinds)('persons without contact ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.close();
  });
  const all = async () => asked(database).behind('acme', since, '', 100, await log.store.head());
  const preview = (): Promise<RetentionPreview> => new PreviewRetentionHandler(database).execute(new PreviewRetention('acme', since));

  it('are those last heard of, or spoken to, before the time, and those never heard of who were created before it', async () => {
    await log.person('heard-before', 'A', [], { recordedAt: day(1) });
    await log.interaction('i1', 'heard-before', { occurredAt: day(9) });
    await log.person('heard-since', 'B', [], { recordedAt: day(1) });
    await log.interaction('i2', 'heard-since', { occurredAt: day(9) });
    await log.interaction('i3', 'heard-since', { occurredAt: since, direction: 'outbound' });
    await log.person('old', 'C', [], { recordedAt: day(9) });
    await log.person('new', 'D', [], { recordedAt: since });
    await log.person('imported', 'E', [], { recordedAt: day(20) });
    await log.interaction('i4', 'imported', { occurredAt: day(2) });
    await log.person('theirs', 'F', [], { recordedAt: day(1), tenant: 'other' });
    database = await projected(log, kind);
    expect(await all()).toEqual(['heard-before', 'imported', 'old']);
    expect(await preview()).toEqual({
      withoutContactSince: since,
      expected: 3,
      kept: { openTickets: 0 },
      endUsers: [
        { id: 'heard-before', name: 'A', status: 'active', createdAt: day(1), lastInteractionAt: day(9) },
        { id: 'imported', name: 'E', status: 'active', createdAt: day(20), lastInteractionAt: day(2) },
        { id: 'old', name: 'C', status: 'active', createdAt: day(9), lastInteractionAt: null },
      ],
    });
  });

  it('hear a late interaction in its own time, and one whose owner was told afterwards', async () => {
    for (const id of ['late', 'assigned']) await log.person(id, id, [], { recordedAt: day(1) });
    await log.interaction('i1', 'late', { occurredAt: day(12), recordedAt: day(30) });
    await log.interaction('i2', 'late', { occurredAt: day(3), recordedAt: day(31) });
    await log.interaction('i3', null, { occurredAt: day(12) });
    database = await projected(log, kind);
    expect(await all()).toEqual(['assigned']);
    await log.assign('i3', 'assigned');
    await project(log, database);
    expect(await all()).toEqual([]);
  });

  it('with a ticket that is neither solved nor closed are kept, whichever profile of theirs asked it', async () => {
    const desk = new Ticketing(log);
    for (const id of ['alone', 'root', 'merged', 'solved', 'pending']) await log.person(id, id, [], { recordedAt: day(1) });
    await sealed(log, 'merged', 'root');
    await desk.open('t1', 'alone', 1);
    await desk.open('t2', 'merged', 1);
    await desk.open('t3', 'solved', 1);
    await desk.status('t3', 'solved', 2);
    await desk.open('t4', 'pending', 1);
    await desk.status('t4', 'pending', 2);
    database = await projected(log, kind);
    expect(await all()).toEqual(['alone', 'pending', 'root', 'solved']);
    expect(await preview()).toMatchObject({ expected: 1, kept: { openTickets: 3 }, endUsers: [{ id: 'solved' }] });
    expect(await asked(database).still('acme', since, ['alone', 'merged', 'root', 'solved', 'nobody'], await log.store.head())).toEqual(new Set(['solved']));
  });

  it('are counted once for all their profiles, and shown by the one that stands for them', async () => {
    await log.person('root', 'Léa', [], { recordedAt: day(15) });
    await log.person('merged', 'Lea', [], { recordedAt: day(1) });
    await log.person('heard', 'Tom', [], { recordedAt: day(1) });
    await log.person('of-heard', 'Tom', [], { recordedAt: day(1) });
    await log.interaction('i1', 'of-heard', { occurredAt: day(12) });
    await sealed(log, 'merged', 'root');
    await sealed(log, 'of-heard', 'heard');
    database = await projected(log, kind);
    expect((await preview()).endUsers).toEqual([{ id: 'root', name: 'Léa', status: 'active', createdAt: day(1), lastInteractionAt: null }]);
    await unsealed(log, 'of-heard');
    await project(log, database);
    expect(await all()).toEqual(['heard', 'root']);
  });

  it('are those that one finds by hand, whatever happened before', async () => {
    database = await kind.make();
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 3 }), async (given, limit) => {
        await database.close();
        [log, database] = [new TestLog(), await kind.make()];
        const told = new Told(log);
        await told.tell(given);
        await project(log, database, concerned);
        const { all: silent, open } = told.silent();
        const head = await log.store.head();
        expect(await asked(database).count('acme', since, head)).toEqual({ persons: silent.length - open.length, kept: { openTickets: open.length } });
        const paged: string[] = [];
        for (let more = true; more; ) {
          const some = await asked(database).behind('acme', since, paged.at(-1) ?? '', limit, head);
          paged.push(...some);
          more = some.length === limit;
        }
        expect(paged).toEqual(silent);
        expect(await asked(database).still('acme', since, people, head)).toEqual(new Set(silent.filter((id) => !open.includes(id))));
      }),
      { numRuns: Math.min(kind.cases, 12) },
    );
  }, 60_000);

  it('are found among many, a stretch at a time', async () => {
    await log.person('p-last', 'Last', [], { recordedAt: day(1) });
    database = await projected(log, kind);
    const [like] = await database.kysely.selectFrom('end_user').selectAll().execute();
    const rows = Array.from({ length: 12_000 }, (_, i) => {
      const id = `m${String(i).padStart(5, '0')}`;
      return { ...(like as NonNullable<typeof like>), id, canonical_id: id, number: 1_000_000 + i, created_at: i % 2_000 === 1_999 ? day(2) : day(12) };
    });
    for (let at = 0; at < rows.length; at += 1_000)
      await database.kysely
        .insertInto('end_user')
        .values(rows.slice(at, at + 1_000))
        .execute();
    const found = ['m01999', 'm03999', 'm05999', 'm07999', 'm09999', 'm11999', 'p-last'];
    expect(await all()).toEqual(found);
    expect(await asked(database).behind('acme', since, 'm03999', 3, 0n)).toEqual(found.slice(2, 5));
    expect(await asked(database).count('acme', since, 0n)).toEqual({ persons: 7, kept: { openTickets: 0 } });
  });

  it('are not told before the read models have come so far', async () => {
    await log.person('old', 'A', [], { recordedAt: day(1) });
    database = await projected(log, kind);
    const head = await log.store.head();
    const late = asked(database).count('acme', since, head + 1n);
    await log.interaction('i1', 'old', { occurredAt: day(12) });
    await project(log, database);
    expect((await late).persons).toBe(0);
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => {
      now += 3_000;
      return now;
    });
    await expect(asked(database).count('acme', since, head + 2n)).rejects.toThrow(HeldPointsBehind);
  });
});

it('looks at each end user by its key, and at its tickets by the index of those that are open, in SQLite', async () => {
  const database = await SqliteReadDatabase.temporary();
  const texts: string[] = [];
  jest.spyOn(database, 'prepare').mockImplementation((template) => {
    texts.push(compiled(database.kysely, template as never).sql);
    return (() => []) as never;
  });
  asked(database);
  jest.restoreAllMocks();
  const plans = texts.map(
    async (text) => (await sql<{ detail: string }>`${sql.raw(`explain query plan ${text.replaceAll('?', "''")}`)}`.execute(database.kysely)).rows,
  );
  const details = (await Promise.all(plans)).flat().map(({ detail }) => detail);
  expect(details.filter((detail) => /\bticket\b/.test(detail)).length).toBeGreaterThan(3);
  for (const detail of details) {
    if (/\bticket\b/.test(detail)) expect(detail).toMatch(/ticket_unsolved_requester \(tenant=\? AND requester_id=\?\)$/);
    else if (/^SEARCH (end_user|other)\b/.test(detail)) expect(detail).toMatch(/\(tenant=\? AND (id[>=]|canonical_id=)\?\)$/);
    else expect(detail).not.toMatch(/^SCAN (?!one$)/);
  }
  await database.close();
});
