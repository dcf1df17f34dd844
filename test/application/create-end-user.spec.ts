import { MemoryEventStore } from '@kith/adapters';
import { ChangeLifecycle, CreateEndUser, contactPoint, endUser, type GivenPoint, Refusal, SharePoint } from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';

const email: GivenPoint = { channel: 'email', value: 'Lea@Example.org', verified: true };
const phone: GivenPoint = { channel: 'phone', value: '+33 6 12 34 56 78' };
const create = (engine: InMemoryEngine, points: GivenPoint[], key?: string, name = 'Léa Martin') =>
  engine.create.execute(new CreateEndUser(asking(key === undefined ? {} : { idempotencyKey: key }), 'api', { name }, points));
const refusal = async (promise: Promise<unknown>): Promise<Refusal> => {
  const error = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, not ${String(error)}`);
  return error;
};

describe('creating an end user', () => {
  let engine: InMemoryEngine;
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });

  it('claims every point first and then brings the profile to life', async () => {
    const { endUserId, position } = await create(engine, [email, phone]);
    expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'ContactPointAttached', 'EndUserCreated']);
    expect(position).toBe(3n);
    expect((await engine.creations.endUser('acme', endUserId)).state.status).toBe('active');
  });

  it('claims in the order of digests, whatever the order given', async () => {
    const other = await inMemoryEngine();
    await create(engine, [email, phone]);
    await create(other, [phone, email]);
    const streams = async (e: InMemoryEngine) => (await e.store.readAll({ after: 0n, limit: 9 })).events.map((event) => event.stream).slice(0, 2);
    expect(await streams(engine)).toEqual(await streams(other));
    expect(await streams(engine)).toEqual([...(await streams(engine))].sort());
  });

  it('needs no contact point', async () => {
    await create(engine, []);
    expect(await typesIn(engine.store)).toEqual(['EndUserCreated']);
  });

  it('takes the same address given twice once', async () => {
    await create(engine, [email, { channel: 'email', value: ' lea@EXAMPLE.org ' }]);
    expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'EndUserCreated']);
  });

  it('refuses a taken point with its holder and the place in the request, and stores nothing', async () => {
    const { endUserId } = await create(engine, [email]);
    const refused = await refusal(create(engine, [phone, email]));
    expect(refused.code).toBe('contact-point-taken');
    expect(refused.details).toEqual({ holderId: endUserId, pointer: '/contactPoints/1' });
    expect(await typesIn(engine.store)).toHaveLength(2);
  });

  it('refuses what makes no contact point, naming the field', async () => {
    for (const [point, code, pointer] of [
      [{ channel: 'email', value: 'nobody' }, 'contact-point-invalid', '/contactPoints/0/value'],
      [{ channel: 'phone', value: 'anonymous' }, 'contact-point-blocked', '/contactPoints/0/value'],
      [{ channel: 'phone', value: '06 12 34 56 78' }, 'contact-point-invalid', '/contactPoints/0/value'],
      [{ channel: 'fax', value: '1' }, 'channel-unknown', '/contactPoints/0/channel'],
      [{ channel: '__proto__', value: '1' }, 'channel-unknown', '/contactPoints/0/channel'],
      [{ channel: 'external', value: '1' }, 'contact-point-invalid', '/contactPoints/0/scope'],
      [{ channel: 'email', value: 'a@example.org', scope: 'x' }, 'contact-point-invalid', '/contactPoints/0/scope'],
    ] as const) {
      const refused = await refusal(create(engine, [point]));
      expect([refused.code, refused.details.pointer]).toEqual([code, pointer]);
    }
    expect(await typesIn(engine.store)).toEqual([]);
  });

  it('counts a deleted holder as none and takes the point over in one append', async () => {
    const { endUserId } = await create(engine, [email]);
    await engine.runner.run(endUser, new ChangeLifecycle('acme', endUserId, 'delete'), step(), await engine.vault.lease());
    const next = await create(engine, [email]);
    expect((await typesIn(engine.store)).slice(-3)).toEqual(['ContactPointReleased', 'ContactPointAttached', 'EndUserCreated']);
    expect(next.endUserId).not.toBe(endUserId);
  });

  it('joins the holders of a shared point', async () => {
    await create(engine, [phone]);
    const { digest } = await engine.points.identify('acme', phone, '');
    await engine.runner.run(contactPoint, new SharePoint('acme', digest), step(), await engine.vault.lease());
    await create(engine, [phone]);
    expect((await engine.creations.point('acme', digest)).state.holders).toHaveLength(2);
  });

  it('holds to the limit of points a channel', async () => {
    const many = Array.from({ length: 51 }, (_, i) => ({ channel: 'email', value: `a${i}@example.org` }));
    expect((await refusal(create(engine, many))).code).toBe('contact-point-limit-reached');
  });

  describe('under an idempotency key', () => {
    it('answers a retry with the same id and position, however late', async () => {
      const first = await create(engine, [email, phone], 'key-1');
      await create(engine, [{ channel: 'email', value: 'other@example.org' }]);
      expect(await create(engine, [email, phone], 'key-1')).toEqual(first);
      expect(await typesIn(engine.store)).toHaveLength(5);
    });

    it('knows the same payload in another order of members', async () => {
      const first = await create(engine, [email], 'key-1');
      expect(await create(engine, [{ verified: true, value: 'Lea@Example.org', channel: 'email' }], 'key-1')).toEqual(first);
    });

    it('refuses another payload', async () => {
      await create(engine, [email], 'key-1');
      expect((await refusal(create(engine, [phone], 'key-1'))).code).toBe('idempotency-key-reused');
    });

    it('decides a refusal afresh: when the point has become free, the same key creates', async () => {
      const { endUserId } = await create(engine, [email]);
      expect((await refusal(create(engine, [email, phone], 'key-1'))).code).toBe('contact-point-taken');
      await engine.runner.run(endUser, new ChangeLifecycle('acme', endUserId, 'delete'), step(), await engine.vault.lease());
      expect((await create(engine, [email, phone], 'key-1')).endUserId).not.toBe(endUserId);
    });

    it('makes one end user of many tries at once', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => create(engine, [email, phone], 'key-1')));
      expect(new Set(answers.map((a) => a.endUserId)).size).toBe(1);
      expect((await typesIn(engine.store)).filter((t) => t === 'EndUserCreated')).toHaveLength(1);
    });
  });

  it('has an append without answer sent again as it was, and stores it once', async () => {
    let failures = 2;
    const store = new MemoryEventStore({ intercept: () => (failures-- > 0 ? 'store-but-unknown' : 'store') });
    const flaky = await inMemoryEngine({ store });
    await create(flaky, [email]);
    expect(await typesIn(store)).toEqual(['ContactPointAttached', 'EndUserCreated']);
  });

  it('keeps names and addresses out of what is stored in clear', async () => {
    await create(engine, [email, phone]);
    const { events } = await engine.store.readAll({ after: 0n, limit: 9 });
    const stored = JSON.stringify(events, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
    for (const secret of ['Lea', 'lea@', 'example.org', '33612345678', '6 12 34', 'Martin']) expect(stored).not.toContain(secret);
  });
});
