import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUse, openDataFolder, SqliteEventStore } from '@kith/adapters';

/** Processes run from the build, which the test command makes first. */
const appendingProcess = join(__dirname, '..', '..', '..', 'dist', 'test', 'support', 'appending-process.js');

jest.setTimeout(60_000);

describe('the event store in SQLite, in processes that end badly', () => {
  let folder: string;
  const started: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-events-'));
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(kill));
    rmSync(folder, { recursive: true });
  });

  /** Starts a process that appends, with a soft limit on the size of its files (bytes) when given. */
  const start = (fileBytes?: number) => {
    const program = [process.execPath, appendingProcess, folder];
    const [command, ...args] = fileBytes === undefined ? program : ['prlimit', `--fsize=${fileBytes}:`, ...program];
    const child = spawn(command as string, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(child);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    /** Whole lines only: the last one may have been cut by the kill. */
    const lines = (): string[] => text.split('\n').slice(0, -1);
    return { child, lines };
  };
  /** Every acknowledged append is there, at the place it was told; what was surely not stored is not. */
  const expectAsTold = async (lines: readonly string[]) => {
    const store = SqliteEventStore.open(folder);
    for (const line of lines.filter((each) => each.startsWith('thing-'))) {
      const [stream = '', outcome, position] = line.split(' ');
      const events = await store.readStream(stream);
      if (outcome === 'EventStoreUnavailable') expect(events).toEqual([]);
      else if (outcome !== 'AppendOutcomeUnknown') expect([events.length - 1, events.at(-1)?.position]).toEqual([Number(outcome), BigInt(position ?? -1)]);
    }
    await store.close();
  };

  it('has every acknowledged append after its process is killed at any moment', async () => {
    const all: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      const { child, lines } = start();
      await until(() => lines().length > 20 + 400 * round);
      await kill(child);
      expect(child.signalCode).toBe('SIGKILL');
      all.push(...lines());
      await expectAsTold(all);
    }
    expect(all.length).toBeGreaterThan(6000);
  });

  it('refuses appends while the disk takes no more, tells no lie about any, and goes on without a restart when there is room', async () => {
    const { child, lines } = start(3_000_000);
    await until(() => lines().filter((line) => line.endsWith('EventStoreUnavailable')).length > 100);
    const stored = lines().filter((line) => line.startsWith('thing-') && !/[a-z]$/i.test(line)).length;
    expect(stored).toBeGreaterThan(100);
    execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited:']);
    const since = lines().length;
    await until(
      () =>
        lines()
          .slice(since)
          .filter((line) => /\d$/.test(line)).length > 500,
    );
    await kill(child);
    expect(lines().filter((line) => line.endsWith('thrown') || line.endsWith('Error'))).toEqual([]);
    await expectAsTold(lines());
  });

  it('is read by another process while it is being written', async () => {
    const { child, lines } = start();
    await until(() => lines().length > 50);
    const reader = SqliteEventStore.openReadOnly(folder);
    const positions: bigint[] = [];
    for await (const { events } of reader.subscribe({ after: 0n, limit: 200, signal: new AbortController().signal })) {
      positions.push(...events.map(({ position }) => position));
      if (positions.length > 3000) break;
    }
    expect(positions).toEqual(positions.map((_, n) => BigInt(n + 1)));
    await kill(child);
    await reader.close();
    await expectAsTold(lines());
  });

  it('lets no second process have the folder, and lets it the moment the first is gone', async () => {
    const { child, lines } = start();
    await until(() => lines().includes('held'));
    expect(() => openDataFolder(folder)).toThrow(DataFolderInUse);
    expect(() => openDataFolder(folder)).toThrow(`process ${child.pid} on `);
    await kill(child);
    openDataFolder(folder).release();
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
