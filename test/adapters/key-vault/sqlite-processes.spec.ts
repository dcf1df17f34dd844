import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openMasterKey, SqliteKeyVault } from '@kith/adapters';

jest.setTimeout(60_000); // processes take their time to start on a busy machine

/** Processes run from the build, which the test command makes first. */
const leasingProcess = join(__dirname, '..', '..', '..', 'dist', 'test', 'support', 'leasing-process.js');

describe('the key vault in SQLite, used by several processes', () => {
  let folder: string;
  const started: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-keys-'));
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(kill));
    rmSync(folder, { recursive: true });
  });

  /** Starts a process that leases keys, under a shell's limit on file size (blocks of 512 or 1,024 bytes) when given. */
  const start = ({ count = Number.POSITIVE_INFINITY, startAt = 0, fileBlocks }: { count?: number; startAt?: number; fileBlocks?: number } = {}) => {
    const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks}; `;
    const args = [process.execPath, leasingProcess, folder, String(count), String(startAt)];
    const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(child);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    /** Whole lines only: the last one may have been cut by the kill. The first is about tenants. */
    const all = (): string[] => text.split('\n').slice(0, -1);
    return { child, tenants: () => all()[0], lines: () => all().slice(1), ended: once(child, 'close') };
  };
  const openVault = () => new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const expectAllFound = async (ids: readonly string[]): Promise<void> => {
    const vault = openVault();
    for (const id of ids) expect((await vault.find(id))?.secret).toHaveLength(64);
    await vault.close();
  };

  it('lets processes that start at the same moment agree on the master key and tenant secrets, and gives no two of them the same key', async () => {
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
    for (let round = 0; round < 6; round += 1) {
      const { child, lines } = start();
      await until(() => lines().length > 10 + 300 * round);
      await kill(child);
      expect(child.signalCode).toBe('SIGKILL');
      ids.push(...lines());
      await expectAllFound(lines());
    }
    expect(new Set(ids).size).toBe(ids.length);
    await expectAllFound(ids);
  });

  it('refuses leases when the disk takes no more, and gives keys again without a restart once it does', async () => {
    const { child, lines } = start({ fileBlocks: 2000 });
    await until(() => lines().filter((line) => line === 'KeyVaultUnavailable').length > 2);
    const refused = lines();
    const db = new DatabaseSync(join(folder, 'keys.sqlite'), { timeout: 1000 });
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)'); // the file that was full is empty now
    db.close();
    await until(() =>
      lines()
        .slice(refused.length)
        .some((line) => line !== 'KeyVaultUnavailable'),
    );
    await kill(child);
    const outcomes = new Set(lines().map((line) => (line.includes('-') ? 'leased' : line)));
    expect(outcomes).toEqual(new Set(['leased', 'KeyVaultUnavailable']));
    const ids = lines().filter((line) => line.includes('-'));
    expect(new Set(ids).size).toBe(ids.length);
    await expectAllFound(ids);
  });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

async function until(holds: () => boolean): Promise<void> {
  const began = performance.now();
  while (!holds()) {
    if (performance.now() - began > 20_000) throw new Error('what was waited for did not happen within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
