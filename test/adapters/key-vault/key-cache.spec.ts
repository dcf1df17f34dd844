import { KeyCache } from '../../../libs/adapters/src/key-vault/key-cache';

describe('the cache of keys', () => {
  const key = (number: number) => ({ id: `key-${number}`, secret: Buffer.from([number]) });

  it('never keeps more than its capacity, and always the half used last', () => {
    const cache = new KeyCache(8);
    for (let number = 0; number < 100; number += 1) {
      cache.set(key(number));
      expect(cache.size).toBeLessThanOrEqual(8);
      for (let back = 0; back < 4 && back <= number; back += 1) expect(cache.get(`key-${number - back}`)).toEqual(key(number - back));
    }
    expect(cache.get('key-50')).toBeUndefined();
  });

  it('keeps a key that is used again and again among ones that are used once', () => {
    const cache = new KeyCache(8);
    cache.set(key(0));
    for (let number = 1; number < 100; number += 1) {
      cache.set(key(number));
      expect(cache.get('key-0')).toEqual(key(0));
    }
  });

  it('forgets a key wherever it is kept, and all of them', () => {
    const cache = new KeyCache(4);
    for (const number of [1, 2, 3]) cache.set(key(number));
    cache.delete('key-1');
    cache.delete('key-3');
    expect([cache.get('key-1'), cache.get('key-2'), cache.get('key-3')]).toEqual([undefined, key(2), undefined]);
    cache.clear();
    expect(cache.size).toBe(0);
    expect(cache.get('key-2')).toBeUndefined();
  });
});
