import { maxPending } from '@kith/application';
import fc from 'fast-check';
import { asking } from '../support/in-memory-engine';
import { happens as happensIn, type Received, webhookWorld } from '../support/webhooks';

const hour = 3_600_000;

async function world(...parts: Parameters<typeof webhookWorld>) {
  const made = webhookWorld(...parts);
  await made.vault.createTenantSecret('acme');
  return made;
}

const positions = (received: readonly Received[]) => received.map(({ event }) => event.kithposition);
const strings = (...all: readonly bigint[]) => all.map(String);

describe('a webhook', () => {
  it('gets what happens after it was made, and nothing from before', async () => {
    const { create, happens, start, time, sender } = await world();
    await happens('lea');
    await create();
    const { stop } = start();
    await time.pass(10);
    const later = [await happens('lea'), await happens('noor')];
    await time.pass(10);
    expect(positions(sender.received)).toEqual(strings(...later));
    await stop();
  });

  it('gets the log from a position on when it asks for that', async () => {
    const { create, happens, start, time, sender } = await world();
    const [first, second] = [await happens('lea'), await happens('lea')];
    await create({}, first);
    const { stop } = start();
    await time.pass(10);
    expect(positions(sender.received)).toEqual(strings(second));
    await stop();
  });

  it('gets only its own tenant’s events, and only the types it wants', async () => {
    const { create, happens, start, time, sender, store } = await world();
    await create();
    await create({ types: [] });
    const { stop } = start();
    await time.pass(10);
    await happensIn(store, time.now(), 'lea', 'zeta');
    const ours = await happens('lea');
    await time.pass(10);
    expect(new Set(sender.received.map(({ event }) => event.kithtenant))).toEqual(new Set(['acme']));
    // The second webhook wants everything, and so hears of its own making, too.
    expect(sender.received.map(({ event }) => event.type)).toEqual(['kith.WebhookCreated.v1', 'kith.ContactPointVerified.v1', 'kith.ContactPointVerified.v1']);
    expect(positions(sender.received).slice(1)).toEqual(strings(ours, ours));
    expect(JSON.stringify(sender.received)).not.toContain('whsec_');
    await stop();
  });

  it('is told an event as CloudEvents 1.0, without personal data', async () => {
    const { create, happens, start, time, sender } = await world();
    await create();
    const { stop } = start();
    const position = await happens('lea');
    await time.pass(10);
    expect(sender.received[0]?.event).toMatchObject({
      specversion: '1.0',
      id: sender.received[0]?.id,
      source: '/v1/events',
      type: 'kith.ContactPointVerified.v1',
      subject: 'lea',
      time: '2026-03-03T10:00:00.000Z',
      datacontenttype: 'application/json',
      kithposition: position.toString(),
      kithpersonal: 'none',
      data: { endUserId: 'lea' },
    });
    expect(Object.keys(sender.received[0]?.event ?? {}).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
    await stop();
  });

  it('is told the personal fields of an event when it may see them, and that they are erased once their key is', async () => {
    const { create, start, time, sender, vault, store } = await world();
    await create({ description: 'of mine' });
    const [made] = (await store.readAll({ after: 0n, limit: 1 })).events;
    const next = async () => {
      sender.received.length = 0;
      await create({ types: ['WebhookCreated'], personalData: true }, 0n);
      const { stop } = start();
      await time.pass(10);
      await stop();
      return sender.received.find(({ id }) => id === made?.metadata.eventId)?.event;
    };
    expect(await next()).toMatchObject({ kithpersonal: 'shown', data: { url: 'https://hooks.example.org/', description: 'of mine' } });
    await vault.destroy((made?.data.personal as { k: string } | undefined)?.k ?? '');
    expect(await next()).toMatchObject({ kithpersonal: 'erased', data: { url: 'erased', description: 'erased' } });
  });

  it('tries again with growing pauses, then gives up and goes on with the next of the lane', async () => {
    const { create, happens, start, time, sender, deliveries } = await world();
    const { id } = await create();
    const { stop } = start();
    const bad = await happens('lea');
    const next = await happens('lea');
    sender.script = async ({ event }) => (event.kithposition === bad.toString() ? 500 : 204);
    const began = time.now();
    await time.pass(hour);
    const tries = sender.received.filter(({ event }) => event.kithposition === bad.toString());
    expect(tries.map(({ at }) => at - began)).toEqual([0, 5_000, 35_000, 155_000]);
    expect(sender.received.at(-1)).toMatchObject({ delivered: true, at: began + 155_000, event: { kithposition: next.toString() } });
    expect(await deliveries.deadLetters(id, { after: 0n, limit: 9 })).toMatchObject([{ position: bad, attempts: 4, statusCode: 500 }]);
    expect(await deliveries.standing(id)).toMatchObject({ pending: 0, deadLetters: 1, reached: next });
    await stop();
  });

  it('spreads its tries by a quarter either way', async () => {
    for (const [chance, expected] of [
      [0, 3_750],
      [1, 6_250],
    ] as const) {
      const { create, happens, start, time, sender } = await world({ chance: () => chance });
      await create();
      const { stop } = start();
      sender.script = async () => 500;
      await happens('lea');
      await time.pass(8_000);
      const [first, second] = sender.received;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(expected);
      await stop();
    }
  });

  it('heeds Retry-After of 429 and 503, up to an hour, and of nothing else', async () => {
    for (const [statusCode, asked, expected] of [
      [429, 60_000, 60_000],
      [503, 1_000, 5_000],
      [503, 24 * hour, hour],
      [500, 60_000, 5_000],
    ] as const) {
      const { create, happens, start, time, sender } = await world();
      await create();
      const { stop } = start();
      sender.script = async () => ({ statusCode, retryAfterMs: asked });
      await happens('lea');
      await time.pass(hour + 1_000);
      const [first, second] = sender.received;
      expect([statusCode, asked, (second?.at ?? 0) - (first?.at ?? 0)]).toEqual([statusCode, asked, expected]);
      await stop();
    }
  });

  it('whose receiver is gone says so', async () => {
    const { create, happens, start, time, sender, gone } = await world();
    const { id } = await create();
    const { stop } = start();
    sender.script = async () => 410;
    await happens('lea');
    // Nothing of the back-off is used up while it is being paused.
    await time.pass(50_000);
    expect([gone, sender.received.length]).toEqual([[id], 1]);
    await stop();
  });

  it('holds up one lane, never the others, and sends to eight at once at most', async () => {
    const { create, happens, start, time, sender } = await world();
    await create();
    const { stop } = start();
    sender.script = ({ event }) =>
      event.subject === 'slow' ? new Promise((resolve) => time.after(14_000, () => resolve(204))) : Promise.resolve(event.subject === 'ill' ? 500 : 204);
    for (let i = 0; i < 100; i++) for (const who of ['slow', 'ill', `well-${i}`]) await happens(who);
    await time.pass(100);
    expect(sender.received.filter(({ event }) => event.subject?.startsWith('well-'))).toHaveLength(100);
    expect(sender.most).toBeLessThanOrEqual(8);
    await stop();
  });

  it('stands still while it is paused and loses nothing; resumed, it tries at once what was waiting', async () => {
    const { create, happens, pause, resume, start, time, sender } = await world();
    const { id } = await create();
    const { stop } = start();
    sender.script = async () => 500;
    const waiting = await happens('lea');
    await time.pass(10);
    await pause(id);
    await time.pass(10);
    const [tries, meanwhile] = [sender.received.length, await happens('noor')];
    sender.script = async () => 204;
    await time.pass(hour);
    expect(sender.received).toHaveLength(tries);
    await resume(id);
    await time.pass(10);
    expect(positions(sender.received.slice(tries)).sort()).toEqual(strings(waiting, meanwhile).sort());
    await stop();
  });

  it('is forgotten when it is deleted, also when nobody was there to see it', async () => {
    const { create, happens, start, time, sender, deliveries, ...rest } = await world();
    const [seen, unseen] = [await create(), await create()];
    const first = start();
    sender.script = async () => 500;
    await happens('lea');
    await time.pass(100);
    expect(await deliveries.webhooks()).toEqual(expect.arrayContaining([seen.id, unseen.id]));
    await rest.delete(seen.id);
    await time.pass(5_000);
    expect(await deliveries.webhooks()).toEqual([unseen.id]);
    expect(sender.forgotten).toEqual([seen.id]);
    await first.stop();
    await rest.delete(unseen.id);
    const again = start();
    await time.pass(100);
    expect(await deliveries.webhooks()).toEqual([]);
    await again.stop();
  });

  it('replays dead letters on a lane of their own, marked, and answers a retry of the command the same', async () => {
    const { create, happens, start, time, sender, deliveries, operations } = await world({ backOffMs: [1_000] });
    const { id } = await create();
    const { stop, dispatcher } = start();
    sender.script = async () => 500;
    const [one, two] = [await happens('lea'), await happens('lea')];
    await time.pass(hour);
    expect(await deliveries.standing(id)).toMatchObject({ deadLetters: 2, pending: 0 });
    // Still ill: the replay waits for its next try, and the living lane does not wait with it.
    sender.script = async ({ event }) => (event.kithreplay ? 500 : 204);
    const context = asking({ idempotencyKey: 'again' });
    expect(await operations.replay(context, id, one)).toBe(1);
    dispatcher.look(id);
    await time.pass(10);
    const fresh = await happens('lea');
    await time.pass(10);
    expect(sender.received.at(-1)).toMatchObject({ delivered: true, event: { kithposition: fresh.toString() } });
    expect(sender.received.filter(({ event }) => event.kithreplay)).toMatchObject([{ delivered: false, event: { kithposition: one.toString() } }]);
    sender.script = async () => 204;
    await time.pass(hour);
    expect(sender.received.at(-1)).toMatchObject({ delivered: true, event: { kithposition: one.toString(), kithreplay: true } });
    expect(await operations.replay(context, id, one)).toBe(1);
    await expect(operations.replay(context, id, two)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    await expect(operations.replay(asking(), id, one)).rejects.toMatchObject({ code: 'delivery-not-found' });
    await expect(operations.replay(asking({ tenant: 'acme' }), '00000000-0000-8000-8000-000000000000', one)).rejects.toMatchObject({
      code: 'webhook-not-found',
    });
    expect(await operations.replay(asking(), id, 'all')).toBe(1);
    dispatcher.look(id);
    await time.pass(1_000);
    expect(await deliveries.standing(id)).toMatchObject({ deadLetters: 0, pending: 0 });
    await stop();
  });

  it('reads on in the log only as far as it can keep what is not delivered', async () => {
    const { create, happens, start, time, sender, deliveries } = await world();
    const { id } = await create();
    const { stop, dispatcher } = start();
    sender.script = async () => 500;
    const all = maxPending + 600;
    for (let i = 0; i < all; i++) await happens(`user-${i % 50}`);
    await time.pass(2_000);
    const { pending } = await deliveries.standing(id);
    expect(pending).toBeGreaterThanOrEqual(maxPending);
    expect(pending).toBeLessThan(maxPending + 300);
    expect(dispatcher.status()).toMatchObject({ active: 1, lagSeconds: 2 });
    await stop();
  }, 30_000);

  it('delivers nothing twice for a log that is younger than what was delivered, and skips nothing of it', async () => {
    const { create, happens, start, time, sender, deliveries } = await world();
    const { id } = await create();
    // As after a restore from a backup: the deliveries know of positions that the log does not have yet.
    const lost = { eventId: 'lost', type: 'ContactPointVerified', lane: 'lea', attempts: 1, nextAt: 0, recordedAt: 0, replay: false };
    await deliveries.step(id, { reached: 1_000n, put: [{ ...lost, position: 900n }] });
    const { stop } = start();
    await time.pass(100);
    const position = await happens('lea');
    await time.pass(100);
    expect(positions(sender.received)).toEqual(strings(position));
    expect(await deliveries.standing(id)).toMatchObject({ reached: position, pending: 0 });
    await stop();
  });
});

describe('whatever fails, and however often the engine ends in the middle', () => {
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('happens' as const), who: fc.integer({ min: 0, max: 4 }) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 40_000 }) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'crash' as const }) },
  );

  it('every event is delivered at least once, and first deliveries are in order per end user', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), fc.infiniteStream(fc.integer({ min: 0, max: 9 })), async (steps, luck) => {
        const { create, happens, start, time, sender, deliveries } = await world({ backOffMs: Array.from({ length: 50 }, () => 3_000) });
        const { id } = await create();
        let healed = false;
        sender.script = async () => {
          const chance = healed ? 9 : luck.next().value;
          if (chance < 2) return undefined;
          if (chance === 2) return new Promise((resolve) => time.after(4_000, () => resolve(204)));
          return chance === 3 ? 500 : 204;
        };
        let running = start();
        const order = new Map<string, string[]>();
        for (const one of steps) {
          if (one.kind === 'pass') await time.pass(one.ms);
          else if (one.kind === 'restart' || one.kind === 'crash') {
            if (one.kind === 'crash') running.crash();
            else await running.stop();
            running = start();
          } else {
            const position = await happens(`user-${one.who}`);
            order.set(`user-${one.who}`, [...(order.get(`user-${one.who}`) ?? []), position.toString()]);
          }
        }
        healed = true;
        await time.pass(hour);
        for (const [who, expected] of order) {
          const firsts = [...new Set(positions(sender.received.filter(({ delivered, event }) => delivered && event.subject === who)))];
          expect(firsts).toEqual(expected);
        }
        expect(await deliveries.standing(id)).toMatchObject({ pending: 0, deadLetters: 0 });
        await running.stop();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('trouble of the engine’s own', () => {
  it('is no try that counts, is told without what the error quotes, and is over when it is over', async () => {
    const { create, start, time, sender, deliveries, vault } = await world();
    const { id } = await create({ types: ['WebhookCreated'], personalData: true });
    const { stop, dispatcher } = start();
    sender.script = async () => 500;
    await time.pass(10);
    // The next try has to read the event again.
    const find = vault.find.bind(vault);
    vault.find = () => Promise.reject(Object.assign(new Error('Lea quoted'), { name: 'KeyVaultUnavailable' }));
    await time.pass(20_000);
    expect([dispatcher.status().trouble, sender.received.length]).toEqual(['KeyVaultUnavailable', 1]);
    vault.find = find;
    sender.script = async () => 204;
    await time.pass(2_000);
    expect(sender.received.map(({ delivered }) => delivered)).toEqual([false, true]);
    expect((await deliveries.attempts(id, { limit: 9 })).attempts.map(({ attempt }) => attempt)).toEqual([2, 1]);
    expect(dispatcher.status().trouble).toBeUndefined();
    await stop();
  });

  it('with the disk holds nothing up for ever: what could not be written is written later', async () => {
    const { create, happens, start, time, sender, deliveries } = await world();
    const { id } = await create();
    const { stop, dispatcher } = start();
    await time.pass(10);
    const step = deliveries.step.bind(deliveries);
    deliveries.step = () => Promise.reject(new Error('disk full'));
    sender.script = async () => 500;
    const position = await happens('lea');
    await time.pass(200);
    expect(dispatcher.status().trouble).toBe('Error');
    deliveries.step = step;
    await time.pass(200);
    expect(await deliveries.pending(id)).toMatchObject([{ position, attempts: 1 }]);
    await stop();
  });
});
