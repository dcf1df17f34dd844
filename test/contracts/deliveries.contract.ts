import { type DeadLetter, type Deliveries, type DeliveryAttempt, maxAttemptsKept, type PendingDelivery } from '@kith/application';

const pending = (position: bigint, more: Partial<PendingDelivery> = {}): PendingDelivery => ({
  position,
  eventId: `event-${position}`,
  type: 'ThingHappened',
  lane: 'lea',
  attempts: 1,
  nextAt: 5_000,
  recordedAt: 1_000,
  replay: false,
  ...more,
});
const letter = (position: bigint, more: Partial<DeadLetter> = {}): DeadLetter => ({
  position,
  eventId: `event-${position}`,
  type: 'ThingHappened',
  lane: 'lea',
  attempts: 12,
  recordedAt: 1_000,
  diedAt: 9_000,
  statusCode: 500,
  error: null,
  ...more,
});
const attempt = (position: bigint, more: Partial<DeliveryAttempt> = {}): DeliveryAttempt => ({
  position,
  eventId: `event-${position}`,
  type: 'ThingHappened',
  attempt: 1,
  replay: false,
  at: 2_000,
  durationMs: 7,
  statusCode: 204,
  error: null,
  outcome: 'delivered',
  ...more,
});
const huge = 9_007_199_254_740_993n;
const command = (commandId: string, payload = 'p') => ({ commandId, payload });

type MaybeLater<T> = T | Promise<T>;

/** What every adapter of {@link Deliveries} does. `reopen` gives the same deliveries as another thread would see them. */
export function deliveriesContract(name: string, make: () => MaybeLater<{ deliveries: Deliveries; reopen: () => MaybeLater<Deliveries> }>): void {
  describe(`${name} keeps deliveries`, () => {
    it('knows nothing of a webhook at first', async () => {
      const { deliveries } = await make();
      expect(await deliveries.standing('w')).toEqual({ reached: undefined, pending: 0, deadLetters: 0, lastSuccessAt: null, lastFailure: null });
      expect([await deliveries.webhooks(), await deliveries.pending('w'), await deliveries.deadLetters('w', { after: 0n, limit: 9 })]).toEqual([[], [], []]);
      expect(await deliveries.attempts('w', { limit: 9 })).toEqual({ attempts: [], next: null });
    });

    it('gives back what was stepped, each webhook its own, also beyond what a double can count', async () => {
      const { deliveries, reopen } = await make();
      await deliveries.step('w', { reached: huge, put: [pending(huge + 2n), pending(huge + 1n, { replay: true, lane: 'noor' })], bury: [letter(huge)] });
      await deliveries.step('v', { reached: 1n });
      for (const seen of [deliveries, await reopen()]) {
        expect(await seen.standing('w')).toMatchObject({ reached: huge, pending: 2, deadLetters: 1 });
        expect(await seen.pending('w')).toEqual([pending(huge + 1n, { replay: true, lane: 'noor' }), pending(huge + 2n)]);
        expect(await seen.deadLetters('w', { after: 0n, limit: 9 })).toEqual([letter(huge)]);
        expect(await seen.standing('v')).toMatchObject({ reached: 1n, pending: 0, deadLetters: 0 });
        expect([...(await seen.webhooks())].sort()).toEqual(['v', 'w']);
      }
    });

    it('never goes back in the log unless it is told to, and stays where it is when a step does not say', async () => {
      const { deliveries } = await make();
      for (const reached of [7n, 3n, undefined]) await deliveries.step('w', reached === undefined ? {} : { reached });
      expect((await deliveries.standing('w')).reached).toBe(7n);
      await deliveries.step('w', { rewindTo: 2n, drop: [9n] });
      expect((await deliveries.standing('w')).reached).toBe(2n);
    });

    it('puts over what is pending, drops it, and buries it', async () => {
      const { deliveries } = await make();
      await deliveries.step('w', { put: [pending(1n), pending(2n), pending(3n)] });
      await deliveries.step('w', {
        put: [pending(1n, { attempts: 2, nextAt: 6_000 })],
        drop: [2n, 99n],
        bury: [letter(3n, { statusCode: null, error: 'timeout' })],
      });
      expect(await deliveries.pending('w')).toEqual([pending(1n, { attempts: 2, nextAt: 6_000 })]);
      expect(await deliveries.deadLetters('w', { after: 0n, limit: 9 })).toEqual([letter(3n, { statusCode: null, error: 'timeout' })]);
    });

    it('does in one step what it says last of a position: it drops, then puts, then buries', async () => {
      const { deliveries } = await make();
      await deliveries.step('w', { put: [pending(1n), pending(2n, { lane: 'old' }), pending(3n)], bury: [letter(4n, { attempts: 3 })] });
      await deliveries.step('w', {
        put: [pending(2n, { lane: 'old', attempts: 2 }), pending(2n, { lane: 'old', attempts: 3 }), pending(3n, { attempts: 9 })],
        drop: [1n, 2n],
        bury: [letter(3n), letter(4n, { attempts: 4 }), letter(4n, { attempts: 5 })],
      });
      expect(await deliveries.pending('w')).toEqual([pending(2n, { lane: 'old', attempts: 3 })]);
      expect(await deliveries.deadLetters('w', { after: 0n, limit: 9 })).toEqual([letter(3n), letter(4n, { attempts: 5 })]);
    });

    it('pages dead letters by position', async () => {
      const { deliveries } = await make();
      await deliveries.step('w', { bury: [letter(3n), letter(1n), letter(2n)] });
      const places = async (after: bigint, limit: number) => (await deliveries.deadLetters('w', { after, limit })).map(({ position }) => position);
      expect([await places(0n, 2), await places(2n, 2), await places(3n, 2)]).toEqual([[1n, 2n], [3n], []]);
    });

    it('pages tries from the newest, and tells the last success and the last failure', async () => {
      const { deliveries } = await make();
      await deliveries.step('w', { attempts: [attempt(1n, { at: 10 }), attempt(2n, { at: 20, statusCode: null, error: 'unreachable', outcome: 'failed' })] });
      await deliveries.step('v', { attempts: [attempt(9n)] });
      await deliveries.step('w', { attempts: [attempt(2n, { at: 30, attempt: 2, statusCode: 410, outcome: 'dead' }), attempt(3n, { at: 40, replay: true })] });
      const first = await deliveries.attempts('w', { limit: 3 });
      expect(first.attempts.map(({ at }) => at)).toEqual([40, 30, 20]);
      expect(first.attempts[0]).toEqual(attempt(3n, { at: 40, replay: true }));
      const rest = await deliveries.attempts('w', { before: first.next ?? 0, limit: 3 });
      expect([rest.attempts.map(({ at }) => at), rest.next]).toEqual([[10], null]);
      expect(await deliveries.standing('w')).toMatchObject({ lastSuccessAt: 40, lastFailure: { at: 30, statusCode: 410, error: null } });
    });

    it('keeps the newest tries only', async () => {
      const { deliveries } = await make();
      const many = Array.from({ length: maxAttemptsKept + 200 }, (_, i) => attempt(BigInt(i), { at: i }));
      await deliveries.step('v', { attempts: [attempt(1n, { at: 77 })] });
      await deliveries.step('w', { attempts: many.slice(0, 700) });
      await deliveries.step('w', { attempts: many.slice(700) });
      const { attempts, next } = await deliveries.attempts('w', { limit: 5_000 });
      expect([attempts.length, attempts[0]?.at, attempts.at(-1)?.at, next]).toEqual([maxAttemptsKept, maxAttemptsKept + 199, 200, null]);
      expect((await deliveries.attempts('v', { limit: 9 })).attempts).toHaveLength(1);
    });

    it('makes dead letters pending again: one, or all', async () => {
      const { deliveries, reopen } = await make();
      await deliveries.step('w', { bury: [letter(1n), letter(2n), letter(3n)] });
      expect(await (await reopen()).replay('w', 2n, 42, command('a'))).toBe(1);
      const again = (position: bigint) => pending(position, { attempts: 0, nextAt: 42, replay: true });
      expect(await deliveries.pending('w')).toEqual([again(2n)]);
      expect(await deliveries.replay('w', 2n, 43, command('b'))).toBe(0);
      expect(await deliveries.replay('w', 'all', 42, command('c'))).toBe(2);
      expect(await deliveries.pending('w')).toEqual([again(1n), again(2n), again(3n)]);
      expect((await deliveries.standing('w')).deadLetters).toBe(0);
    });

    it('answers a repeated replay the same, refuses another one under its id, and decides a vain one afresh', async () => {
      const { deliveries, reopen } = await make();
      expect(await deliveries.replay('w', 'all', 42, command('a'))).toBe(0);
      await deliveries.step('w', { bury: [letter(1n)] });
      expect(await deliveries.replay('w', 'all', 42, command('a'))).toBe(1);
      await deliveries.step('w', { bury: [letter(1n)] });
      expect([await (await reopen()).replay('w', 'all', 42, command('a')), await deliveries.pending('w')]).toEqual([1, []]);
      expect(await deliveries.replay('w', 1n, 42, command('a', 'other'))).toBeUndefined();
    });

    it('answers the same replay, asked for many times at once, each time the same', async () => {
      const { deliveries, reopen } = await make();
      const all = [deliveries, await reopen(), await reopen(), await reopen()];
      for (let round = 0; round < 10; round += 1) {
        await deliveries.step('w', { bury: [letter(1n), letter(2n)] });
        const answers = await Promise.all([...all, ...all].map((one) => one.replay('w', 'all', 42, command(`a${round}`))));
        expect(new Set(answers)).toEqual(new Set([2]));
        expect(await deliveries.pending('w')).toHaveLength(2);
        await deliveries.step('w', { drop: [1n, 2n] });
      }
    });

    it('forgets all about a webhook, and nothing about others', async () => {
      const { deliveries, reopen } = await make();
      for (const id of ['w', 'v']) {
        await deliveries.step(id, { reached: 5n, put: [pending(6n)], bury: [letter(4n), letter(3n)], attempts: [attempt(3n)] });
        await deliveries.replay(id, 3n, 1, command('a'));
      }
      await deliveries.forget('w');
      const seen = await reopen();
      expect(await seen.standing('w')).toEqual({ reached: undefined, pending: 0, deadLetters: 0, lastSuccessAt: null, lastFailure: null });
      expect((await seen.attempts('w', { limit: 9 })).attempts).toEqual([]);
      expect(await seen.webhooks()).toEqual(['v']);
      expect(await seen.standing('v')).toMatchObject({ reached: 5n, pending: 2, deadLetters: 1 });
      await deliveries.step('w', { bury: [letter(3n)] });
      expect(await deliveries.replay('w', 3n, 1, command('a', 'new'))).toBe(1);
    });

    it('can be closed twice', async () => {
      const { deliveries } = await make();
      await deliveries.close();
      await deliveries.close();
    });
  });
}
