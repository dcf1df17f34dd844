import { type AccessEntry, type AccessLog, firstIdAt } from '@kith/application';

const start = Date.parse('2026-03-03T10:00:00.000Z');

/** What was read in the n-th second. */
export const noted = (second: number, more: Partial<AccessEntry> = {}): AccessEntry => ({
  id: `${firstIdAt(start + second * 1_000).slice(0, -4)}${second.toString(16).padStart(4, '0')}`,
  tenant: 'acme',
  at: new Date(start + second * 1_000).toISOString(),
  keyId: 'lea',
  role: 'agent',
  clientName: 'desk',
  onBehalfOf: null,
  operation: 'GET /v1/end-users/{id}',
  kind: 'profile',
  endUserIds: ['01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'],
  contactPointIds: [],
  count: 1,
  positions: null,
  correlationId: null,
  traceparent: null,
  ...more,
});
const [one, other] = ['01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11', '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12'] as const;
const seconds = (entries: readonly AccessEntry[]): number[] => entries.map(({ at }) => (Date.parse(at) - start) / 1_000);

type MaybeLater<T> = T | Promise<T>;

/** What every adapter of {@link AccessLog} does. `reopen` gives the same log as another process would see it. */
export function accessLogContract(name: string, make: () => MaybeLater<{ log: AccessLog; reopen: () => MaybeLater<AccessLog> }>): void {
  describe(`${name} keeps who read what`, () => {
    it('gives back what was noted, the newest first, each tenant its own', async () => {
      const { log, reopen } = await make();
      const full = noted(3, {
        onBehalfOf: 'agent-17',
        operation: 'GET /v1/events',
        kind: 'feed',
        endUserIds: [],
        contactPointIds: ['5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412'],
        count: 12_000,
        positions: { after: '0', upTo: '9007199254740993' },
        correlationId: '0199b5f2-6c1d-7c70-8e02-0c5d6a7b8f22',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      });
      expect(await log.list('acme', {}, { limit: 9 })).toEqual([]);
      await log.note([noted(1), full]);
      await log.note([noted(2), noted(4, { tenant: 'other' })]);
      for (const seen of [log, await reopen()]) {
        expect(await seen.list('acme', {}, { limit: 9 })).toEqual([full, noted(2), noted(1)]);
        expect(await seen.list('other', {}, { limit: 9 })).toEqual([noted(4, { tenant: 'other' })]);
        expect(await seen.list('nobody', {}, { limit: 9 })).toEqual([]);
        expect(await seen.tenants()).toEqual(['acme', 'other']);
      }
    });

    it('has a note once, however often it is given, also within a batch', async () => {
      const { log } = await make();
      await log.note([noted(1)]);
      await log.note([noted(1, { count: 7 }), noted(2, { endUserIds: [one, other] }), noted(2)]);
      expect(await log.list('acme', {}, { limit: 9 })).toEqual([noted(2, { endUserIds: [one, other] }), noted(1)]);
      expect(seconds(await log.list('acme', { endUserId: one }, { limit: 9 }))).toEqual([2, 1]);
    });

    it('takes nothing as well', async () => {
      const { log } = await make();
      await log.note([]);
      expect(await log.tenants()).toEqual([]);
    });

    it('finds by end user, key, kind and time, and by all at once', async () => {
      const { log } = await make();
      await log.note([
        noted(1, { endUserIds: [one, other] }),
        noted(2, { keyId: 'noor' }),
        noted(3, { keyId: 'noor', kind: 'export' }),
        noted(4, { kind: 'lookup', endUserIds: [] }),
        noted(5, { keyId: 'noor', endUserIds: [other] }),
        noted(6, { tenant: 'other', keyId: 'noor', kind: 'export' }),
      ]);
      const found = async (filter: Parameters<AccessLog['list']>[1]) => seconds(await log.list('acme', filter, { limit: 9 }));
      expect(await found({ endUserId: other })).toEqual([5, 1]);
      expect(await found({ endUserId: '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a13' })).toEqual([]);
      expect(await found({ keyId: 'noor' })).toEqual([5, 3, 2]);
      expect(await found({ kind: 'export' })).toEqual([3]);
      expect(await found({ from: start + 2_000, to: start + 4_000 })).toEqual([3, 2]);
      expect(await found({ from: start + 2_001, to: start + 2_999 })).toEqual([]);
      expect(await found({ keyId: 'noor', kind: 'profile' })).toEqual([5, 2]);
      expect(await found({ endUserId: one, keyId: 'noor', kind: 'profile', from: start + 1_000, to: start + 5_000 })).toEqual([2]);
    });

    it('pages without a gap or a repetition while notes are added', async () => {
      const { log } = await make();
      for (const filter of [{}, { endUserId: one }, { keyId: 'lea' }, { kind: 'profile' as const }]) {
        await log.note([1, 2, 3, 4, 5].map((n) => noted(n)));
        const first = await log.list('acme', filter, { limit: 2 });
        await log.note([noted(9)]);
        const second = await log.list('acme', filter, { before: first.at(-1)?.id, limit: 2 });
        const third = await log.list('acme', filter, { before: second.at(-1)?.id, limit: 2 });
        expect(seconds([...first, ...second, ...third])).toEqual([5, 4, 3, 2, 1]);
        await log.forget('acme', start + 10_000, 9);
      }
    });

    it('forgets the oldest first, so many at a time, of one tenant, and all that pointed to them', async () => {
      const { log, reopen } = await make();
      await log.note([1, 2, 3, 4].map((n) => noted(n, { endUserIds: [one, other] })));
      await log.note([noted(1, { tenant: 'other' })]);
      expect(await log.forget('acme', start + 4_000, 2)).toBe(2);
      expect(seconds(await log.list('acme', {}, { limit: 9 }))).toEqual([4, 3]);
      expect(await (await reopen()).forget('acme', start + 4_000, 2)).toBe(1);
      expect(await log.forget('acme', start + 4_000, 2)).toBe(0);
      for (const endUserId of [one, other]) expect(seconds(await log.list('acme', { endUserId }, { limit: 9 }))).toEqual([4]);
      expect(await log.forget('acme', start + 4_001, 2)).toBe(1);
      expect(await log.tenants()).toEqual(['other']);
      // Noted again, as by a retry whose answer was lost for long: it is found again, and goes again.
      await log.note([noted(1)]);
      expect(seconds(await log.list('acme', { endUserId: one }, { limit: 9 }))).toEqual([1]);
    });

    it('can be closed twice', async () => {
      const { log } = await make();
      await log.close();
      await log.close();
    });
  });
}
