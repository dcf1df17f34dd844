import { setTimeout as pause } from 'node:timers/promises';
import type { Leases } from '@kith/application';

type MaybeLater<T> = T | Promise<T>;

/** Longer than any test. */
const long = 60_000;

/** What every adapter of {@link Leases} does. `reopen` gives the same leases as another process would see them. */
export function leasesContract(name: string, make: () => MaybeLater<{ leases: Leases; reopen: () => MaybeLater<Leases> }>): void {
  describe(`${name} keeps leases`, () => {
    let one: Leases;
    let other: Leases;
    let reopen: () => MaybeLater<Leases>;
    beforeEach(async () => {
      const made = await make();
      one = made.leases;
      reopen = made.reopen;
      other = await reopen();
    });

    it('gives a lease that is free, renews it for its holder and refuses it to others', async () => {
      expect(await one.find('projector')).toBeUndefined();
      expect(await one.hold('projector', 'a', long, null)).toEqual([]);
      expect(await other.hold('projector', 'b', long, null)).toBeUndefined();
      expect(await one.hold('projector', 'a', long, null)).toEqual([]);
      expect(await other.hold('projector', 'a', long, null)).toEqual([]);
      expect(await other.find('projector')).toMatchObject({ holder: 'a' });
    });

    it('keeps each lease apart', async () => {
      await one.hold('projector', 'a', long, null);
      expect(await other.hold('reactor', 'b', long, null)).toEqual([]);
      expect([await one.find('projector'), await one.find('reactor')]).toMatchObject([{ holder: 'a' }, { holder: 'b' }]);
    });

    it('lets another one have it when it ends, and no sooner, counted from the last renewal', async () => {
      await one.hold('projector', 'a', 150, null);
      await pause(100);
      expect(await one.hold('projector', 'a', 400, null)).toEqual([]);
      const renewed = performance.now();
      let taken: readonly string[] | undefined;
      while (taken === undefined) {
        taken = await other.hold('projector', 'b', long, null);
        if (taken === undefined) await pause(5);
      }
      expect(performance.now() - renewed).toBeGreaterThan(350);
      expect(performance.now() - renewed).toBeLessThan(3_000);
      expect(await one.hold('projector', 'a', long, null)).toBeUndefined();
      expect(await one.find('projector')).toMatchObject({ holder: 'b' });
    });

    it('is nobody’s when it has ended and nobody took it, and can be held again by whoever had it', async () => {
      await one.hold('projector', 'a', 20, null);
      await pause(60);
      expect(await other.find('projector')).toBeUndefined();
      expect(await other.ask('projector', 'retry')).toBe(false);
      expect(await one.hold('projector', 'a', long, null)).toEqual([]);
      expect(await other.hold('projector', 'b', long, null)).toBeUndefined();
    });

    it('is free at once when its holder releases it, and not when anybody else does', async () => {
      await one.hold('projector', 'a', long, null);
      await other.release('projector', 'b');
      await other.release('reactor', 'b');
      expect(await other.hold('projector', 'b', long, null)).toBeUndefined();
      await one.release('projector', 'a');
      expect(await one.find('projector')).toBeUndefined();
      expect(await other.hold('projector', 'b', long, null)).toEqual([]);
      await one.release('projector', 'a');
      expect(await other.find('projector')).toMatchObject({ holder: 'b' });
    });

    it('says what the holder said last, and how long ago', async () => {
      await one.hold('projector', 'a', long, { position: '9007199254740993', stopped: null, names: ['é', '"'] });
      await other.hold('projector', 'b', long, { position: 'not this' });
      await pause(120);
      const found = await other.find('projector');
      expect(found).toMatchObject({ holder: 'a', status: { position: '9007199254740993', stopped: null, names: ['é', '"'] } });
      expect(found?.ageMs).toBeGreaterThanOrEqual(100);
      expect(found?.ageMs).toBeLessThan(5_000);
      await one.hold('projector', 'a', long, null);
      const later = await other.find('projector');
      expect(later?.status).toBeNull();
      expect(later?.ageMs).toBeLessThan(found?.ageMs ?? 0);
    });

    it('tells the holder once what it was asked, in order, and nobody else', async () => {
      expect(await other.ask('projector', 'retry')).toBe(false);
      await one.hold('projector', 'a', long, null);
      await one.hold('reactor', 'c', long, null);
      for (const request of ['retry', 'rebuild', 'retry']) expect(await other.ask('projector', request)).toBe(true);
      expect(await other.hold('projector', 'b', long, null)).toBeUndefined();
      expect(await one.hold('reactor', 'c', long, null)).toEqual([]);
      expect(await one.hold('projector', 'a', long, null)).toEqual(['retry', 'rebuild', 'retry']);
      expect(await one.hold('projector', 'a', long, null)).toEqual([]);
    });

    it('tells the next holder what the last one was not there to hear', async () => {
      await one.hold('projector', 'a', long, null);
      await other.ask('projector', 'retry');
      await one.release('projector', 'a');
      expect(await other.hold('projector', 'b', long, null)).toEqual(['retry']);
    });

    it('gives a free lease to exactly one of many who want it at once, and an ended one too', async () => {
      const takers = [one, other, await reopen(), await reopen()];
      for (let round = 0; round < 20; round += 1) {
        const name = `work${round % 10}`; // the second time it has ended
        const taken = await Promise.all(
          [...takers, ...takers].map((leases, index) => leases.hold(name, `holder${index}-${round}`, round < 10 ? 1 : long, null)),
        );
        if (round >= 10) expect(taken.filter((requests) => requests !== undefined)).toHaveLength(1);
        if (round === 9) await pause(20);
      }
    });

    it('tells each request to exactly one, however often it changes hands', async () => {
      const takers = [one, other, await reopen(), await reopen()];
      const told: string[] = [];
      const asked: string[] = [];
      let over = false;
      const holding = takers.map(async (leases, index) => {
        while (!over) {
          told.push(...((await leases.hold('projector', `holder${index}`, long, null)) ?? []));
          if (Math.random() < 0.5) await leases.release('projector', `holder${index}`);
          await pause(0);
        }
      });
      for (let no = 0; asked.length < 60 && no < 20_000; no += 1) {
        if (await one.ask('projector', String(no))) asked.push(String(no));
        await pause(0);
      }
      over = true;
      await Promise.all(holding);
      for (const index of takers.keys()) told.push(...((await one.hold('projector', `holder${index}`, 1, null)) ?? []), ...(await pause(5, [])));
      expect(asked).toHaveLength(60);
      expect(told.toSorted()).toEqual(asked.toSorted());
    });

    it('can be closed twice', async () => {
      await one.close();
      await one.close();
    });
  });
}
