import { PostgresReadDatabase } from '@kith/adapters';
import { type Params, projectionNames, query, type ReadDatabase, ReadModelsUnavailable, RebuildInProgress, statement } from '@kith/read-models';
import { Client } from 'pg';
import { readDatabaseContract } from '../../contracts/read-db.contract';
import { PostgresServer } from '../../support/postgres-server';
import { CuttingProxy } from './cutting-proxy';

let server: PostgresServer;
const handles: ReadDatabase[] = [];
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterEach(async () => {
  for (const handle of handles.splice(0)) await handle.close();
});
afterAll(() => server.stop());

async function opened(url: string): Promise<PostgresReadDatabase> {
  const handle = await PostgresReadDatabase.open({ url });
  handles.push(handle);
  return handle;
}

readDatabaseContract('PostgresReadDatabase', async () => {
  const url = await server.database();
  return { open: () => opened(url), close: async () => undefined };
});

const keep = statement((db, p: Params<{ id: string }>) => db.insertInto('unassigned_interaction').values({ tenant: 'acme', id: p.id, occurred_at: '' }));
const kept = query((db, _: Params<object>) => db.selectFrom('unassigned_interaction').select('id').orderBy('id'));
const move = (from: bigint, to: bigint) => [{ name: 'timeline', from, to }] as const;
const idsIn = async (database: ReadDatabase) => (await database.prepare(kept)({})).map(({ id }) => id);

async function asked(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.map(([first]) => first as unknown);
  } finally {
    await client.end();
  }
}

/** A database that another one has taken the place of. */
async function rebuilt(database: ReadDatabase, id: string): Promise<string> {
  const scratch = await database.scratch();
  await scratch.write([keep({ id })]);
  await scratch.finish(9n);
  await scratch.offer();
  await scratch.close();
  return scratch.name;
}

describe('PostgresReadDatabase', () => {
  it('is made once, when several processes start at the same time', async () => {
    const url = await server.database();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => opened(url)));
    expect(new Set(all.map(({ serving }) => serving)).size).toBe(1);
    expect(await asked(url, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'kith%' ORDER BY 1")).toEqual(['kith_read', all[0]?.serving]);
  });

  it('leaves the tables of another version, and who reads them, alone', async () => {
    const url = await server.database();
    const older = await opened(url);
    await older.apply([keep({ id: 'old' })], move(0n, 5n));
    await asked(url, 'UPDATE kith_read.database SET version = 1');
    const newer = await opened(url);
    expect(newer.serving).not.toBe(older.serving);
    expect([...(await newer.checkpoints()).values()]).toEqual(projectionNames.map(() => 0n));
    await newer.apply([keep({ id: 'new' })], move(0n, 1n));
    await rebuilt(newer, 'newer');
    await older.apply([keep({ id: 'older' })], move(5n, 6n));
    expect([await idsIn(older), await idsIn(newer)]).toEqual([['old', 'older'], ['new']]);
    expect(await asked(url, 'SELECT name FROM kith_read.database WHERE version = 1')).toEqual([older.serving]);
  });

  it('changes over by itself when its tables were removed because others are offered', async () => {
    const url = await server.database();
    const [reader, other] = [await opened(url), await opened(url)];
    await other.apply([keep({ id: 'before' })], move(0n, 5n));
    const read = reader.prepare(kept);
    expect((await read({})).map(({ id }) => id)).toEqual(['before']);
    const [before, name] = [other.serving, await rebuilt(other, 'after')];
    await other.swap(name);
    await other.remove(before);
    const answers = await Promise.all(Array.from({ length: 20 }, async () => read({})));
    expect(new Set(answers.map((rows) => rows.map(({ id }) => id).join()))).toEqual(new Set(['after']));
    expect(reader.serving).toBe(name);
    // A projector that was left behind fails, each time alike, and harms nothing.
    const late = await other.beside(before);
    handles.push(late);
    for (let tries = 0; tries < 2; tries++)
      await expect((async () => late.apply([keep({ id: 'late' })], move(5n, 6n)))()).rejects.toMatchObject({ code: '42P01' });
    expect((await reader.checkpoints()).get('timeline')).toBe(9n);
  });

  it('removes no database that is offered, nor anything else', async () => {
    const database = await opened(await server.database());
    await expect(database.remove(database.serving)).rejects.toThrow('is offered to readers');
    await expect(database.remove('public')).rejects.toThrow('is no database of read models');
    expect(await idsIn(database)).toEqual([]);
  });

  it('answers reads that wait for a connection while it changes over', async () => {
    const database = await opened(await server.database());
    await database.apply([keep({ id: 'a' })], []);
    const name = await rebuilt(database, 'a');
    const read = database.prepare(kept);
    const reads = Array.from({ length: 200 }, async () => read({}));
    await database.swap(name);
    expect((await Promise.all(reads)).every((rows) => rows[0]?.id === 'a')).toBe(true);
  });

  it('lets one rebuild at a time be at work, and removes what one left whose process ended', async () => {
    const url = await server.database();
    const [one, other] = [await opened(url), await opened(url)];
    const scratch = await one.scratch();
    await expect(other.scratch()).rejects.toThrow(RebuildInProgress);
    await asked(url, "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
    await expect(scratch.finish(1n)).rejects.toThrow();
    const next = await other.scratch();
    expect(await asked(url, "SELECT name FROM kith_read.database WHERE state = 'building'")).toEqual([next.name]);
    expect(await asked(url, `SELECT count(*)::int FROM pg_namespace WHERE nspname = '${scratch.name}'`)).toEqual([0]);
    await next.close();
    await scratch.close().catch(() => undefined);
    expect(await asked(url, 'SELECT name FROM kith_read.database')).toEqual([one.serving]);
  });

  it('knows what was committed when the answer to it is lost', async () => {
    const proxy = await CuttingProxy.before(await server.database());
    const database = await opened(proxy.url);
    await database.apply([keep({ id: 'a' })], move(0n, 1n));
    proxy.loseTheAnswerTo('COMMIT');
    await database.apply([keep({ id: 'b' })], move(1n, 2n));
    proxy.loseTheAnswerTo('BEGIN');
    await expect(database.apply([keep({ id: 'c' })], move(2n, 3n))).rejects.toThrow(ReadModelsUnavailable);
    await database.apply([keep({ id: 'd' })], move(2n, 3n));
    expect(await idsIn(database)).toEqual(['a', 'b', 'd']);
    await database.close();
    handles.pop();
    await proxy.close();
  });

  it('gives each of many reads that are asked at once its own rows, in their order', async () => {
    const database = await opened(await server.database());
    const ids = Array.from({ length: 50 }, (_, i) => `i${String(i).padStart(2, '0')}`);
    await database.apply(
      ids.map((id) => keep({ id })),
      [],
    );
    const from = database.prepare(
      query((db, p: Params<{ from: string; limit: number }>) =>
        db.selectFrom('unassigned_interaction').select('id').where('id', '>=', p.from).orderBy('id', 'desc').limit(p.limit),
      ),
    );
    const all = await Promise.all(ids.map(async (id, i) => from({ from: id, limit: i % 7 })));
    expect(all.map((rows) => rows.map(({ id }) => id))).toEqual(
      ids.map((id, i) =>
        ids
          .filter((one) => one >= id)
          .reverse()
          .slice(0, i % 7),
      ),
    );
    await expect(Promise.all(ids.map(async (id) => from({ from: id } as never)))).rejects.toThrow(TypeError);
  });

  it('looks addresses up by an index, whatever the server knows of the sizes of tables', async () => {
    const database = await opened(await server.database());
    const plan = await database.kysely
      .selectFrom('email_lookup as held')
      .innerJoin('holder', (join) => join.onRef('holder.tenant', '=', 'held.tenant').onRef('holder.id', '=', 'held.end_user_id'))
      .selectAll('held')
      .where('held.tenant', '=', 'a')
      .where('held.scope', '=', '')
      .where('held.key', '=', 'k')
      .explain();
    const lines = plan.map((row) => String(Object.values(row)[0]));
    expect(lines.filter((line) => line.includes('Seq Scan'))).toEqual([]);
    for (const index of ['email_lookup_key', 'holder_key']) expect(lines.filter((line) => new RegExp(`Scan (using|on) ${index} `).test(line))).toHaveLength(1);
  });
});

describe('PostgresReadDatabase, when its server fails', () => {
  let failing: PostgresServer;
  beforeEach(async () => {
    failing = await PostgresServer.start();
  });
  afterEach(async () => {
    for (const handle of handles.splice(0)) await handle.close();
    await failing.stop();
  });

  it('goes on after a restart as if nothing had been', async () => {
    const database = await opened(await failing.database());
    const read = database.prepare(kept);
    await Promise.all([read({}), read({}), read({})]);
    await database.apply([keep({ id: 'a' })], move(0n, 1n));
    await failing.restart();
    expect((await Promise.all(Array.from({ length: 4 }, async () => read({})))).map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    await database.apply([keep({ id: 'b' })], move(1n, 2n)).catch(() => database.apply([keep({ id: 'b' })], move(1n, 2n)));
    expect(await idsIn(database)).toEqual(['a', 'b']);
  });

  it('says so while the server is away, and works when it is back', async () => {
    const database = await opened(await failing.database());
    const read = database.prepare(kept);
    await database.apply([keep({ id: 'a' })], move(0n, 1n));
    await failing.kill();
    const all = [
      (async () => read({}))(),
      database.checkpoints(),
      database.offered(),
      database.scratch(),
      (async () => database.apply([keep({ id: 'b' })], move(1n, 2n)))(),
    ];
    for (const one of await Promise.allSettled(all)) expect(one).toMatchObject({ status: 'rejected', reason: expect.any(ReadModelsUnavailable) });
    await failing.startAgain();
    await database.apply([keep({ id: 'b' })], move(1n, 2n));
    expect((await read({})).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('stores nothing of what a full disk refuses, goes on reading, and writes on when there is room', async () => {
    const url = await failing.database();
    const database = await opened(url);
    const { serving } = database;
    await database.apply([keep({ id: 'a' })], move(0n, 1n));
    await asked(url, `CREATE FUNCTION ${serving}.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$`);
    await asked(url, `CREATE TRIGGER full_disk AFTER INSERT ON ${serving}.unassigned_interaction EXECUTE FUNCTION ${serving}.full_disk()`);
    for (let tries = 0; tries < 3; tries++) await expect(database.apply([keep({ id: 'b' })], move(1n, 2n))).rejects.toThrow(ReadModelsUnavailable);
    expect(await idsIn(database)).toEqual(['a']);
    await asked(url, `DROP TRIGGER full_disk ON ${serving}.unassigned_interaction`);
    await database.apply([keep({ id: 'b' })], move(1n, 2n));
    expect(await idsIn(database)).toEqual(['a', 'b']);
  });

  it('gives up on a server that is frozen, and works when it thaws', async () => {
    const database = await opened(await failing.database());
    const read = database.prepare(kept);
    await database.apply([keep({ id: 'a' })], move(0n, 1n));
    await read({});
    failing.freeze();
    const began = performance.now();
    await expect(read({})).rejects.toThrow(ReadModelsUnavailable);
    expect(performance.now() - began).toBeLessThan(8_000);
    failing.thaw();
    await database.apply([keep({ id: 'b' })], move(1n, 2n));
    expect((await read({})).map(({ id }) => id)).toEqual(['a', 'b']);
  }, 20_000);
});
