import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMasterKey, PostgresKeyVault } from '@kith/adapters';
import { PostgresServer } from '../../support/postgres-server';
import { until } from '../../support/postgres-server-guardian';

jest.setTimeout(60_000); // processes take their time to start on a busy machine

/** Processes run from the build, which the test command makes first. */
const leasingProcess = join(__dirname, '..', '..', '..', 'dist', 'test', 'support', 'leasing-process.js');

describe('the key vault in PostgreSQL, used by several processes', () => {
  let server: PostgresServer;
  let folder: string;
  let url: string;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kith-keys-'));
    url = await server.database();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(kill));
    rmSync(folder, { recursive: true });
  });

  /** Starts a process that leases keys from the vault in the database; its master key is in the folder. */
  const start = ({ count = Number.POSITIVE_INFINITY, startAt = 0 }: { count?: number; startAt?: number } = {}) => {
    const child = spawn(process.execPath, [leasingProcess, folder, String(count), String(startAt), url], { stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(child);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    /** Whole lines only: the last one may have been cut by the kill. The first is about tenants. */
    const all = (): string[] => text.split('\n').slice(0, -1);
    return { child, tenants: () => all()[0], lines: () => all().slice(1), ended: once(child, 'close') };
  };
  const leased = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.includes('-'));
  const expectAllFound = async (ids: readonly string[]): Promise<void> => {
    const vault = await PostgresKeyVault.open({ url, masterKey: openMasterKey(folder).key });
    for (const key of await Promise.all(ids.map((id) => vault.find(id)))) expect(key?.secret).toHaveLength(64);
    await vault.close();
  };

  it('lets processes that start at the same moment make one vault and agree on tenant secrets, and gives no two of them the same key', async () => {
    const startAt = Date.now() + 1500;
    const processes = Array.from({ length: 4 }, () => start({ count: 1500, startAt }));
    await Promise.all(processes.map(({ ended }) => ended));
    const ids = processes.flatMap(({ lines }) => lines());
    expect(new Set(processes.map(({ tenants }) => tenants())).size).toBe(1);
    expect(ids).toHaveLength(6000);
    expect(new Set(ids).size).toBe(6000);
    await expectAllFound(ids);
  });

  it('has every key that was leased when its process is killed at any moment, and gives none of them again', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { child, lines } = start();
      await until('keys are leased', () => lines().length > 10 + 300 * round);
      await kill(child);
      expect(child.signalCode).toBe('SIGKILL');
      ids.push(...lines());
    }
    expect(new Set(ids).size).toBe(ids.length);
    await expectAllFound(ids);
  });

  it('has every key that was leased when the server is killed at any moment, and leases again without a restart', async () => {
    const { child, lines } = start();
    for (let round = 0; round < 4; round += 1) {
      const before = leased(lines()).length;
      await until('keys are leased', () => leased(lines()).length > before + 100 * round);
      await server.kill();
      await until('no key is left', () => lines().at(-1) === 'KeyVaultUnavailable');
      await server.startAgain();
    }
    const before = leased(lines()).length;
    await until('keys are leased again', () => leased(lines()).length > before);
    await kill(child);
    expect(new Set(lines().filter((line) => !line.includes('-')))).toEqual(new Set(['KeyVaultUnavailable']));
    expect(new Set(leased(lines())).size).toBe(leased(lines()).length);
    await expectAllFound(leased(lines()));
  });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}
