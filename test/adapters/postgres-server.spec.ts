import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { PostgresServer, type PostgresServerOptions } from '../support/postgres-server';
import { until } from '../support/postgres-server-guardian';

jest.setTimeout(60_000);

const servers: PostgresServer[] = [];
const start = async (options?: PostgresServerOptions): Promise<PostgresServer> => {
  const server = await PostgresServer.start(options);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function asked(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000, query_timeout: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

const homeOf = async (server: PostgresServer): Promise<string> => dirname(String(await asked(server.url('postgres'), 'SHOW data_directory')));
const runs = (pid: number): boolean => existsSync(`/proc/${pid}/cmdline`) && execFileSync('cat', [`/proc/${pid}/cmdline`]).length > 0;

describe('the PostgreSQL server of the tests', () => {
  it.each(['machine', 'package'] as const)('runs the programs of the %s, each server with its own data', async (programs) => {
    const [one, other] = await Promise.all([start({ programs }), start({ programs })]);
    const [a, b] = [await one.database(), await one.database()];
    await asked(a, 'CREATE TABLE a AS SELECT 1');
    expect(await asked(b, "SELECT count(*)::int FROM pg_tables WHERE tablename = 'a'")).toBe(0);
    await expect(asked(other.url(new URL(a).pathname.slice(1)), 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
    expect(await asked(a, 'SELECT version()')).toContain(`PostgreSQL ${/[\d.]+/.exec(one.version)}`);
    expect(await asked(a, "SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['B', 'a', 'é', 'f']) x")).toBe('aBéf');
  });

  it('takes settings, and flushes only when it is told to', async () => {
    const [careless, durable] = await Promise.all([start({ settings: { work_mem: '7MB' } }), start({ durable: true })]);
    expect([await asked(careless.url('postgres'), 'SHOW work_mem'), await asked(careless.url('postgres'), 'SHOW fsync')]).toEqual(['7MB', 'off']);
    expect(await asked(durable.url('postgres'), 'SHOW fsync')).toBe('on');
  });

  it('has what was committed after a restart and after a kill, at the same address', async () => {
    const server = await start();
    const url = await server.database();
    await asked(url, 'CREATE TABLE kept AS SELECT 5 AS n');
    await server.restart();
    expect(await asked(url, 'SELECT n FROM kept')).toBe(5);
    await server.kill();
    await expect(asked(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.startAgain();
    expect(await asked(url, 'SELECT n FROM kept')).toBe(5);
  });

  it('answers nothing while it is frozen, on connections old and new', async () => {
    const server = await start();
    const old = new Client({ connectionString: server.url('postgres'), query_timeout: 300 });
    await old.connect();
    server.freeze();
    await expect(old.query('SELECT 1')).rejects.toThrow('timeout');
    await expect(asked(server.url('postgres'), 'SELECT 1')).rejects.toThrow('timeout');
    server.thaw();
    expect(await asked(server.url('postgres'), 'SELECT 1')).toBe(1);
    await old.end().catch(() => undefined);
  });

  it('has a full disk when told so, for connections old and new, until it is freed', async () => {
    const server = await start({ diskMb: 160 });
    const url = await server.database();
    await asked(url, 'CREATE TABLE kept (n int)');
    const old = new Client({ connectionString: url });
    old.on('error', () => undefined);
    await old.connect();
    const [some, many] = [2_000, 600_000].map((n) => `INSERT INTO kept SELECT generate_series(1, ${n})`) as [string, string];
    await old.query(some);
    server.fillDisk();
    await expect(old.query(many)).rejects.toMatchObject({ code: '53100' });
    await expect(asked(url, many)).rejects.toMatchObject({ code: '53100' });
    expect(await asked(url, 'SELECT count(*)::int FROM kept')).toBe(2_000);
    server.freeDisk();
    await old.query(many);
    expect(await asked(url, 'SELECT count(*)::int FROM kept')).toBe(602_000);
    await old.end();
  });

  it('leaves neither processes nor files, whether it was running, frozen or killed; a folder that it was given stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-kept-'));
    const [running, frozen, killed, kept] = await Promise.all([start(), start(), start(), start({ folder })]);
    const homes = await Promise.all([running, frozen, killed].map(homeOf));
    expect(homes.map((home) => existsSync(home))).toEqual([true, true, true]);
    const pid = Number(await asked(running.url('postgres'), 'SELECT pg_backend_pid()'));
    await asked(kept.url('postgres'), 'CREATE TABLE kept AS SELECT 5 AS n');
    frozen.freeze();
    await killed.kill();
    await Promise.all([running, frozen, killed, kept].map((server) => server.stop()));
    await running.stop();
    expect(homes.map((home) => existsSync(home))).toEqual([false, false, false]);
    expect(runs(pid)).toBe(false);
    const again = await start({ folder });
    expect(await asked(again.url('postgres'), 'SELECT n FROM kept')).toBe(5);
    await again.stop();
    rmSync(folder, { recursive: true });
  });

  it('ends with the process that started it, also when that is killed', async () => {
    const program = join(__dirname, '..', '..', 'dist', 'test', 'support', 'postgres-server.js');
    const code = `require(${JSON.stringify(program)}).PostgresServer.start().then((server) => console.log(server.url('postgres')), console.error); setInterval(() => undefined, 1000)`;
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    let url = '';
    child.stdout.on('data', (text: Buffer) => {
      url += text.toString('utf8').trim();
    });
    await until('the child has a server', () => url !== '');
    const [pid, folder] = [Number(await asked(url, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")), await asked(url, 'SHOW data_directory')];
    expect([runs(pid), existsSync(String(folder))]).toEqual([true, true]);
    child.kill('SIGKILL');
    await once(child, 'close');
    await until('its server is gone', () => !runs(pid) && !existsSync(String(folder)));
  });
});
