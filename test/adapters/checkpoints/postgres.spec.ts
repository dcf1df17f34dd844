import { PostgresCheckpoints } from '@kith/adapters';
import { checkpointsContract } from '../../contracts/checkpoints.contract';
import { PostgresServer } from '../../support/postgres-server';

jest.setTimeout(30_000); // servers are started, killed and restarted

describe('PostgresCheckpoints', () => {
  let server: PostgresServer;
  const opened: PostgresCheckpoints[] = [];
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterEach(() => Promise.all(opened.splice(0).map((checkpoints) => checkpoints.close())));
  afterAll(() => server.stop());
  const open = async (url: string): Promise<PostgresCheckpoints> => {
    const checkpoints = await PostgresCheckpoints.open({ url });
    opened.push(checkpoints);
    return checkpoints;
  };

  checkpointsContract('PostgresCheckpoints', async () => {
    const url = await server.database();
    return { checkpoints: await open(url), reopen: () => open(url) };
  });

  it('makes its schema once when many open an empty database at the same moment', async () => {
    const url = await server.database();
    const all = await Promise.all(Array.from({ length: 8 }, () => open(url)));
    expect(await all[0]?.move('a', 0n, 4n)).toBe(true);
    for (const checkpoints of all) expect(await checkpoints.read('a')).toBe(4n);
  });

  it('needs no right to make anything once the schema is there', async () => {
    const url = await server.database();
    const name = new URL(url).pathname.slice(1);
    await (await open(url)).move('a', 0n, 4n);
    await server.run(
      name,
      `CREATE ROLE ${name}_user LOGIN; REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${name}_user;
       GRANT USAGE ON SCHEMA kith_engine TO ${name}_user; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA kith_engine TO ${name}_user`,
    );
    const limited = await open(url.replace('kith@', `${name}_user@`));
    expect(await limited.move('a', 4n, 5n)).toBe(true);
  });

  it('refuses a schema of a later version', async () => {
    const url = await server.database();
    await open(url);
    await server.run(new URL(url).pathname.slice(1), 'UPDATE kith_engine.format SET format = 99');
    await expect(open(url)).rejects.toThrow('later version');
  });

  it('flushes what it acknowledges, whatever the server does by default', async () => {
    const url = await server.database();
    const name = new URL(url).pathname.slice(1);
    await server.run(name, `ALTER DATABASE ${name} SET synchronous_commit = off`);
    const checkpoints = await open(url);
    await checkpoints.move('a', 0n, 4n);
    await server.run(
      name,
      `CREATE TABLE seen (setting text);
       CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$;
       CREATE TRIGGER see BEFORE UPDATE ON kith_engine.reactor_checkpoint FOR EACH ROW EXECUTE FUNCTION see()`,
    );
    await checkpoints.move('a', 4n, 5n);
    await expect(server.run(name, "DO $$ BEGIN ASSERT (SELECT setting FROM seen) = 'on'; END $$")).resolves.toBeUndefined();
  });

  it('goes on after the server was restarted and after it was killed, without being opened again', async () => {
    const checkpoints = await open(await server.database());
    await checkpoints.move('a', 0n, 4n);
    await server.restart();
    expect(await checkpoints.read('a')).toBe(4n);
    await server.kill();
    await expect(checkpoints.read('a')).rejects.toThrow();
    await server.startAgain();
    expect(await checkpoints.move('a', 4n, 5n)).toBe(true);
  });
});
