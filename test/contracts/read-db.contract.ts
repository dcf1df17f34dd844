import { CheckpointMoved, dump, lookupTables, type Params, projectionNames, query, type ReadDatabase, statement } from '@kith/read-models';

/** One place where read databases lie, new for each test. */
export interface ReadDatabaseFixture {
  /** A handle on what serves there, made when there is nothing yet. The fixture closes it. */
  open(): Promise<ReadDatabase>;
  close(): Promise<void>;
}

const add = statement((db, p: Params<{ id: string; at: string; position: number; candidates: string; summary: string | null }>) =>
  db.insertInto('open_interaction').values({
    tenant: 'acme',
    id: p.id,
    outcome: 'ambiguous',
    occurred_at: p.at,
    position: p.position,
    actor: 'service:desk',
    on_behalf_of: null,
    point_id: null,
    source: 'desk',
    channel: 'email',
    via: 'email',
    direction: 'inbound',
    ticket_id: null,
    summary: p.summary,
    candidates: p.candidates,
  }),
);
const row = (id: string, position: number) => add({ id, at: '2026-03-03T10:00:00.000Z', position, candidates: '[]', summary: null });
const nonsense = statement((db, p: Params<{ id: string }>) => db.deleteFrom('no_such_table' as 'end_user').where('id', '=', p.id));
const byOutcome = query((db, p: Params<{ outcome: string; limit: number }>) =>
  db.selectFrom('open_interaction').select(['id', 'position', 'summary', 'candidates']).where('outcome', '=', p.outcome).orderBy('id').limit(p.limit),
);

/** What every database of read models does. */
export function readDatabaseContract(name: string, make: () => Promise<ReadDatabaseFixture>): void {
  describe(`${name}, as a database of read models`, () => {
    let fixture: ReadDatabaseFixture;
    let database: ReadDatabase;
    beforeEach(async () => {
      fixture = await make();
      database = await fixture.open();
    });
    afterEach(() => fixture.close());

    const ids = async (of = database) => (await of.prepare(byOutcome)({ outcome: 'ambiguous', limit: 100 })).map(({ id }) => id);
    const move = (to: bigint, from = 0n) => [{ name: 'timeline', from, to }] as const;

    it('makes all tables in an empty place, with a lookup table for each built-in channel, and finds them there again', async () => {
      await database.apply([row('kept', 1)], move(1n));
      const tables = Object.keys(await dump(database.kysely));
      expect(tables).toEqual(
        [
          ...lookupTables,
          'api_key',
          'claimant',
          'cluster_stale',
          'difference',
          'domain_claim',
          'duplicate_evidence',
          'duplicate_name',
          'duplicate_point',
          'duplicate_sibling',
          'duplicate_stale',
          'email_domain',
          'end_user',
          'end_user_blank',
          'end_user_contact_point',
          'end_user_default',
          'end_user_field',
          'end_user_organization',
          'end_user_primary',
          'end_user_tag',
          'erased_end_user',
          'erased_stale',
          'holder',
          'holder_stale',
          'holding',
          'import_job',
          'interaction_move',
          'last_number',
          'membership',
          'membership_interval',
          'membership_sweep',
          'merge',
          'merge_member',
          'open_interaction',
          'organization',
          'organization_blank',
          'organization_domain',
          'organization_field',
          'organization_interaction',
          'organization_member',
          'organization_merge',
          'organization_size',
          'organization_tag',
          'report_activity',
          'report_count',
          'report_delta',
          'report_first',
          'report_gap',
          'report_gap_delta',
          'report_heard',
          'report_link',
          'report_merge',
          'report_open',
          'report_organization_link',
          'report_organization_relinked',
          'report_party',
          'report_relinked',
          'report_stale',
          'report_stay',
          'report_ticket_event',
          'report_told',
          'retention_erasure',
          'retention_run',
          'search_channel',
          'search_name',
          'search_point',
          'search_stale',
          'search_tag',
          'shared_point',
          'sharing',
          'tenant',
          'ticket',
          'ticket_route',
          'ticket_status',
          'timeline_entry',
          'timeline_move',
          'unassigned_interaction',
          'waiting_interaction',
        ].sort(),
      );
      const again = await fixture.open();
      expect(Object.keys(await dump(again.kysely))).toEqual(tables);
      expect(await ids(again)).toEqual(['kept']);
      expect(await again.checkpoints()).toEqual(new Map(projectionNames.map((projection) => [projection, projection === 'timeline' ? 1n : 0n])));
    });

    it('gives back text, JSON, nulls, flags and large positions as they were written', async () => {
      const summary = 'Zürich 客 😀 "quoted" \\ \' %_ \n';
      const candidates = JSON.stringify(['a"b', { deep: [1.5, true, null] }]);
      const position = 2 ** 53 - 1;
      await database.apply(
        [add({ id: 'i', at: '2026', position, candidates, summary }), add({ id: 'j', at: '2026', position: 0, candidates: '[]', summary: null })],
        [],
      );
      const [one, other] = await database.prepare(byOutcome)({ outcome: 'ambiguous', limit: 2 });
      expect({ ...one }).toEqual({ id: 'i', position, summary, candidates });
      expect(JSON.parse(one?.candidates ?? '')).toEqual(['a"b', { deep: [1.5, true, null] }]);
      expect({ ...other }).toEqual({ id: 'j', position: 0, summary: null, candidates: '[]' });
      const [counted] = await database.prepare(
        query((db, _: Params<object>) => db.selectFrom('open_interaction').select((eb) => eb.fn.countAll<number>().as('n'))),
      )({});
      expect(counted?.n).toBe(2);
    });

    it('orders text by code point and compares it exactly', async () => {
      const names = ['a', 'B', 'ä', 'z', 'Z', '😀', '\uffee', '10', '9', ''];
      await database.apply(
        names.map((id, i) => row(`x${id}`, i)),
        [],
      );
      const byCodePoint = names.map((id) => `x${id}`).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      expect(await ids()).toEqual(byCodePoint);
      expect(await database.kysely.selectFrom('open_interaction').select('id').where('id', '=', 'xA').execute()).toEqual([]);
    });

    it('writes rows and checkpoints together or not at all', async () => {
      await database.apply([row('kept', 1)], move(1n));
      await expect((async () => database.apply([row('lost', 2), nonsense({ id: 'x' })], move(2n, 1n)))()).rejects.toThrow();
      await expect((async () => database.apply([row('kept', 3)], move(3n, 1n)))()).rejects.toThrow();
      expect(await ids()).toEqual(['kept']);
      expect((await database.checkpoints()).get('timeline')).toBe(1n);
      await database.apply([row('next', 2)], move(2n, 1n));
      expect(await ids()).toEqual(['kept', 'next']);
    });

    it('refuses a move from where a checkpoint is not, whoever moved it, and writes nothing of it', async () => {
      const other = await fixture.open();
      await other.apply([row('theirs', 1)], move(1n));
      await expect((async () => database.apply([row('ours', 1)], move(1n)))()).rejects.toThrow(CheckpointMoved);
      expect(await ids()).toEqual(['theirs']);
    });

    it('shows one handle what another has applied', async () => {
      const reader = await fixture.open();
      const read = reader.prepare(byOutcome);
      expect(await read({ outcome: 'ambiguous', limit: 9 })).toEqual([]);
      await database.apply([row('new', 1)], move(1n));
      expect((await read({ outcome: 'ambiguous', limit: 9 })).map(({ id }) => id)).toEqual(['new']);
    });

    it('runs a prepared read with other values each time, and after a swap on the other database', async () => {
      await database.apply([row('old-1', 1), row('old-2', 2)], []);
      const read = database.prepare(byOutcome);
      const found = async (limit: number) => (await read({ outcome: 'ambiguous', limit })).map(({ id }) => id);
      expect([await found(1), await found(5)]).toEqual([['old-1'], ['old-1', 'old-2']]);
      const scratch = await database.scratch();
      await scratch.write([row('new', 1)]);
      await scratch.finish(7n);
      await scratch.offer();
      await scratch.close();
      expect(await found(5)).toEqual(['old-1', 'old-2']);
      const before = database.serving;
      await database.swap(await database.offered());
      expect(await found(5)).toEqual(['new']);
      expect((await database.kysely.selectFrom('open_interaction').select('id').execute()).map(({ id }) => id)).toEqual(['new']);
      expect([...(await database.checkpoints()).values()]).toEqual(projectionNames.map(() => 7n));
      await database.apply([row('newer', 2)], move(8n, 7n));
      expect(await found(5)).toEqual(['new', 'newer']);
      await database.remove(before);
    });

    it('builds the same tables and indexes in a scratch database as in one that serves from the start', async () => {
      const scratch = await database.scratch();
      await scratch.finish(0n);
      await scratch.offer();
      await scratch.close();
      const other = await database.beside(scratch.name);
      const columns = async ({ kysely }: ReadDatabase) => (await kysely.introspection.getTables()).map(({ name: table, columns: of }) => [table, of]);
      expect(await columns(other)).toEqual(await columns(database));
      const twice = (of: ReadDatabase) => (async () => of.apply([row('a', 1), row('b', 1)], []))();
      await expect(twice(database)).rejects.toThrow();
      await expect(twice(other)).rejects.toThrow();
      await other.close();
    });

    it('refuses a value that a statement is not given', async () => {
      await expect((async () => database.apply([add({ id: 'i' } as never)], []))()).rejects.toThrow();
      expect(await ids()).toEqual([]);
    });
  });
}
