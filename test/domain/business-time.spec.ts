import { assertHappened, clockToleranceMs, Refusal } from '@kith/domain';

const now = Date.parse('2026-03-03T10:00:00.000Z');
const at = (ms: number) => new Date(now + ms).toISOString();
const refusalOf = (told: string): Refusal | undefined => {
  try {
    assertHappened(told, now, '/at');
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

describe('what is told with its time', () => {
  it('has happened, by a clock that goes before by ten minutes at most', () => {
    expect(clockToleranceMs).toBe(600_000);
    expect(refusalOf(at(clockToleranceMs))).toBeUndefined();
    expect(refusalOf(at(clockToleranceMs + 1))).toMatchObject({ code: 'time-in-future', details: { pointer: '/at' } });
    expect(refusalOf('9999-12-31T23:59:59-01:00')).toMatchObject({ message: expect.stringContaining('2026-03-03T10:00:00.000Z') });
  });

  it('may have happened at any time before, which imports tell of', () => {
    for (const told of [at(0), at(-1), '1969-07-20T20:17:40Z', '1900-01-01T00:00:00Z', '2026-03-03T12:05:00+02:00']) expect(refusalOf(told)).toBeUndefined();
  });
});
