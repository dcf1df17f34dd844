import { PostgresAccessLog, PostgresCheckpoints } from '@kith/adapters';
import { AccessLogUnavailable } from '@kith/application';
import { accessLogContract, noted } from '../../contracts/access-log.contract';
import { PostgresServer } from '../../support/postgres-server';

jest.setTimeout(30_000); // servers are started, killed and restarted

describe('PostgresAccessLog', () => {
  let server: PostgresServer;
  const opened: PostgresAccessLog[] = [];
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterEach(() => Promise.all(opened.splice(0).map((log) => log.close())));
  afterAll(() => server.stop());
  const open = async (url: string): Promise<PostgresAccessLog> => {
    const log = await PostgresAccessLog.open({ url });
    opened.push(log);
    return log;
  };
  const nameOf = (url: string): string => new URL(url).pathname.slice(1);

  accessLogContract('PostgresAccessLog', async () => {
    const url = await server.database();
    return { log: await open(url), reopen: () => open(url) };
  });

  it('brings a schema of the version before along, with what is in it', async () => {
    const url = await server.database();
    await open(url);
    await server.run(
      nameOf(url),
      `DROP TABLE kith_engine.access_entry, kith_engine.access_subject;
       UPDATE kith_engine.format SET format = 1;
       INSERT INTO kith_engine.reactor_checkpoint VALUES ('kept', 7)`,
    );
    const log = await open(url);
    await log.note([noted(1)]);
    expect(await log.list('acme', {}, { limit: 9 })).toEqual([noted(1)]);
    const checkpoints = await PostgresCheckpoints.open({ url });
    expect(await checkpoints.read('kept')).toBe(7n);
    await checkpoints.close();
  });

  it('says when it cannot be used at the moment, and can be used afterwards', async () => {
    const log = await open(await server.database());
    await server.kill();
    await expect(log.note([noted(1)])).rejects.toThrow(AccessLogUnavailable);
    await expect(log.list('acme', {}, { limit: 9 })).rejects.toThrow(/cannot be used at the moment/);
    await server.startAgain();
    await log.note([noted(1)]);
    expect(await log.list('acme', {}, { limit: 9 })).toEqual([noted(1)]);
  });

  it('stores all of a batch or nothing, also on a full disk', async () => {
    const url = await server.database();
    const log = await open(url);
    await server.run(
      nameOf(url),
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$;
       CREATE TRIGGER full_disk BEFORE INSERT ON kith_engine.access_subject FOR EACH ROW EXECUTE FUNCTION full_disk()`,
    );
    await expect(log.note([noted(1, { endUserIds: [] }), noted(2)])).rejects.toThrow('PostgreSQL 53100');
    expect(await log.list('acme', {}, { limit: 9 })).toEqual([]);
    await server.run(nameOf(url), 'DROP TRIGGER full_disk ON kith_engine.access_subject');
    await log.note([noted(2)]);
    expect(await log.list('acme', {}, { limit: 9 })).toEqual([noted(2)]);
  });

  it('lets several processes note and forget at once', async () => {
    const url = await server.database();
    const logs = await Promise.all([open(url), open(url), open(url)]);
    await Promise.all(logs.flatMap((log, nth) => [1, 2, 3, 4].map((n) => log.note([noted(n), noted(10 * (nth + 1) + n)]))));
    expect(await logs[0]?.list('acme', {}, { limit: 99 })).toHaveLength(4 + 3 * 4);
    const gone = await Promise.all(logs.map((log) => log.forget('acme', Date.parse(noted(5).at), 9)));
    expect(gone.reduce((sum, n) => sum + n)).toBe(4);
    expect(await logs[0]?.list('acme', { endUserId: '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' }, { limit: 99 })).toHaveLength(3 * 4);
  });
});
