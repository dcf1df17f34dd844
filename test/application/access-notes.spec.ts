import { MemoryAccessLog } from '@kith/adapters';
import { type AccessEntry, AccessLogUnavailable, AccessNotes, forgetOldNotes, type GatheringOptions } from '@kith/application';
import { noted } from '../contracts/access-log.contract';

/** A log that can be taken away, and that tells what it was given together. */
class FailingLog extends MemoryAccessLog {
  isAway = false;
  readonly batches: number[] = [];
  override async note(entries: readonly AccessEntry[]): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.isAway) throw new AccessLogUnavailable('away');
    this.batches.push(entries.length);
    await super.note(entries);
  }
  stored = async (): Promise<number> => (await this.list('acme', {}, { limit: 100_000 })).length;
}

function gathering(options: GatheringOptions = {}) {
  const log = new FailingLog();
  const told: (string | undefined)[] = [];
  const notes = new AccessNotes(log, { everyMs: 20, againMs: 20, ...options, onTrouble: (error) => told.push(error?.message) });
  const take = (from: number, count: number) => {
    for (let n = 0; n < count; n++) notes.take(noted(from + n, { endUserIds: [] }));
  };
  return { log, notes, told, take };
}
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('writes what it took together, and by itself within its time', async () => {
  const { log, notes, take } = gathering();
  take(0, 30);
  expect(log.batches).toEqual([]);
  await later(100);
  expect(log.batches).toEqual([30]);
  expect(await notes.close()).toBe(0);
});

it('writes no more in one go than it may, and begins at once when it has that much', async () => {
  const { log, take } = gathering({ atOnce: 10, everyMs: 60_000 });
  take(0, 25);
  await later(50);
  expect(log.batches).toEqual([10, 10, 5]);
});

it('counts the ids in a note, and never splits one', async () => {
  const { log, notes } = gathering({ atOnce: 3, most: 12, everyMs: 60_000 });
  const endUserIds = ['a', 'b', 'c', 'd', 'e'];
  notes.take(noted(1, { endUserIds }));
  expect(notes.full).toBe(false);
  notes.take(noted(2, { endUserIds }));
  expect(notes.full).toBe(true);
  await notes.flush();
  expect([log.batches, notes.full]).toEqual([[1, 1], false]);
});

it('has all that was taken before in the log once it is flushed, also when it is writing already', async () => {
  const { log, notes, take } = gathering({ atOnce: 5 });
  take(0, 12);
  const first = notes.flush();
  take(12, 6);
  await notes.flush();
  expect(await log.stored()).toBe(18);
  await first;
});

it('is full while the log is away, says so once, and writes all of it in order once the log is back', async () => {
  const { log, notes, told, take } = gathering({ most: 20 });
  log.isAway = true;
  take(0, 19);
  await later(60);
  expect([notes.full, told]).toEqual([false, ['away']]);
  take(19, 1);
  expect(notes.full).toBe(true);
  await expect(notes.flush()).rejects.toThrow(AccessLogUnavailable);
  log.isAway = false;
  await later(80);
  expect([notes.full, told, await log.stored()]).toEqual([false, ['away', undefined], 20]);
});

it('takes a failure nobody foresaw for one that may pass, and goes on trying', async () => {
  const { log, notes, take } = gathering();
  const note = jest.spyOn(log, 'note').mockRejectedValueOnce(new TypeError('unforeseen'));
  take(0, 1);
  await expect(notes.flush()).rejects.toThrow(AccessLogUnavailable);
  await later(80);
  expect([note.mock.calls.length, await log.stored()]).toEqual([2, 1]);
});

it('writes what waits when it is closed, and tells what it could not write', async () => {
  const sound = gathering({ everyMs: 60_000 });
  sound.take(0, 3);
  expect([await sound.notes.close(), await sound.log.stored()]).toEqual([0, 3]);
  const broken = gathering({ everyMs: 60_000 });
  broken.log.isAway = true;
  broken.take(0, 3);
  expect(await broken.notes.close()).toBe(3);
});

it('loses and repeats nothing whatever fails when', async () => {
  const { log, notes, take } = gathering({ atOnce: 7, everyMs: 1, againMs: 2 });
  for (let n = 0; n < 60; n++) {
    take(n * 5, 5);
    log.isAway = n % 3 === 1;
    if (n % 4 === 0) await notes.flush().catch(() => undefined);
    await later(n % 5);
  }
  log.isAway = false;
  expect(await notes.close()).toBe(0);
  expect([await log.stored(), log.batches.reduce((sum, n) => sum + n)]).toEqual([300, 300]);
});

describe('forgetting old notes', () => {
  const dayMs = 24 * 60 * 60 * 1_000;
  const now = Date.parse(noted(0).at) + 10 * dayMs;

  it('removes what a tenant keeps no longer, whether it notes or not, and nothing of others', async () => {
    const log = new MemoryAccessLog();
    await log.note(Array.from({ length: 450 }, (_, n) => noted(n)));
    await log.note([noted(1, { tenant: 'other' }), noted(2, { tenant: 'off' })]);
    const days: Record<string, number> = { acme: 10, other: 11, off: 1 };
    const gone = await forgetOldNotes(log, async (tenant) => ({ accessLog: { enabled: tenant !== 'off', days: days[tenant] ?? 0 } }), now + 420_000);
    expect(gone).toBe(421);
    expect(await log.tenants()).toEqual(['acme', 'other']);
    expect(await log.list('acme', {}, { limit: 999 })).toHaveLength(30);
  });

  it('ends between two steps when it is told to', async () => {
    const log = new MemoryAccessLog();
    await log.note(Array.from({ length: 450 }, (_, n) => noted(n)));
    const stopping = new AbortController();
    jest.spyOn(log, 'forget').mockImplementationOnce(async (...asked) => {
      stopping.abort();
      return MemoryAccessLog.prototype.forget.apply(log, asked);
    });
    expect(await forgetOldNotes(log, async () => ({ accessLog: { enabled: true, days: 1 } }), now, stopping.signal)).toBe(200);
  });
});
