import fc from 'fast-check';
import { type StreamHead, StreamHeads } from '../../libs/application/src/verify/stream-heads';

describe('the heads of the streams of a log', () => {
  it('are what was said of each last, as a map would have them', () => {
    const told = fc.array(fc.tuple(fc.nat(400), fc.nat(1000), fc.nat(2 ** 41)), { maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(told, (steps) => {
        const [heads, map] = [new StreamHeads(), new Map<string, StreamHead>()];
        for (const [n, revision, recordedAt] of steps) {
          heads.set(`endUser-acme.${n}`, { revision, recordedAt });
          map.set(`endUser-acme.${n}`, { revision, recordedAt });
        }
        expect(heads.size).toBe(map.size);
        for (let n = 0; n <= 401; n++) expect(heads.get(`endUser-acme.${n}`)).toEqual(map.get(`endUser-acme.${n}`));
      }),
      { numRuns: 20 },
    );
  });

  it('of 200,000 streams take at most 69 bytes each', () => {
    const heads = new StreamHeads();
    const count = 200_000;
    for (let n = 0; n < count; n++) heads.set(`interaction-acme.${n}`, { revision: n % 7, recordedAt: n });
    expect(heads.size).toBe(count);
    for (let n = 0; n < count; n += 1009) expect(heads.get(`interaction-acme.${n}`)).toEqual({ revision: n % 7, recordedAt: n });
    expect(heads.bytes / count).toBeLessThanOrEqual(69);
  });
});
