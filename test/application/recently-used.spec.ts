import { RecentlyUsed } from '@kith/application';

describe('what was used last', () => {
  it('never keeps more than its capacity, and always the half used last', () => {
    const cache = new RecentlyUsed<number>(8);
    for (let number = 0; number < 100; number += 1) {
      cache.set(`key-${number}`, number);
      expect(cache.size).toBeLessThanOrEqual(8);
      for (let back = 0; back < 4 && back <= number; back += 1) expect(cache.get(`key-${number - back}`)).toEqual(number - back);
    }
    expect(cache.get('key-50')).toBeUndefined();
  });

  it('keeps one that is used again and again among ones that are used once', () => {
    const cache = new RecentlyUsed<number>(8);
    cache.set(`key-${0}`, 0);
    for (let number = 1; number < 100; number += 1) {
      cache.set(`key-${number}`, number);
      expect(cache.get('key-0')).toEqual(0);
    }
  });

  it('forgets one wherever it is kept, and all of them', () => {
    const cache = new RecentlyUsed<number>(4);
    for (const number of [1, 2, 3]) cache.set(`key-${number}`, number);
    cache.delete('key-1');
    cache.delete('key-3');
    expect([cache.get('key-1'), cache.get('key-2'), cache.get('key-3')]).toEqual([undefined, 2, undefined]);
    cache.clear();
    expect(cache.size).toBe(0);
    expect(cache.get('key-2')).toBeUndefined();
  });
});
