import { MemoryEventStore } from '@kith/adapters';
import { lastPositionOf, momentOf, NoSuchMoment } from '@kith/application';
import fc from 'fast-check';
import { newEvent } from '../support/new-event';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 3, 10, minute)).toISOString();
const now = Date.parse(at(59));

/** A log whose events were recorded at these minutes, each in a stream of its own. */
async function recordedAt(minutes: readonly number[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const [i, minute] of minutes.entries()) {
    const event = newEvent();
    await store.append(`endUser-acme.e${i}`, -1, [{ ...event, metadata: { ...event.metadata, recordedAt: at(minute) } }]);
  }
  return store;
}
const until = async (minutes: readonly number[], minute: number) => lastPositionOf(await recordedAt(minutes), { time: Date.parse(at(minute)) }, { now });

it.each([
  ['42', { position: 42n }],
  ['2026-03-03T10:00:00Z', { time: Date.UTC(2026, 2, 3, 10) }],
  ['2026-03-03T11:00:00.5+01:00', { time: Date.UTC(2026, 2, 3, 10, 0, 0, 500) }],
  ['0', undefined],
  ['2026-03-03', undefined],
  ['2026-03-03T10:00:00', undefined],
  ['2026-13-03T10:00:00Z', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('the moment %p is read as what it says', (text, moment) => {
  expect(momentOf(text)).toEqual(moment);
});

it('a time is the longest beginning of the log in which everything was recorded until then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }), fc.nat(20), async (minutes, minute) => {
      const tooLate = minutes.findIndex((one) => one > minute);
      const expected = tooLate === -1 ? minutes.length : tooLate;
      if (expected === 0) await expect(until(minutes, minute)).rejects.toThrow(NoSuchMoment);
      else expect(await until(minutes, minute)).toBe(BigInt(expected));
    }),
    { numRuns: 100 },
  );
});

it('a moment that is to come, or before everything, is none', async () => {
  await expect(until([1, 2], 60)).rejects.toThrow('not over yet');
  await expect(until([5], 4)).rejects.toThrow('no event that was recorded at or before 2026-03-03T10:04:00.000Z');
  await expect(lastPositionOf(await recordedAt([1, 2]), { position: 3n }, { now })).rejects.toThrow('the log ends at position 2');
  expect(await lastPositionOf(await recordedAt([1, 2]), { position: 2n }, { now })).toBe(2n);
});
