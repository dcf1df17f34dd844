import { MemoryCheckpoints, MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { completeProfile, ReactorRun, type ReactorStatus, SettleAttached, SystemClock } from '@kith/application';
import { AttachPoint, ChangeLifecycle, CreateEndUser, type Creation, contactPoint, endUser, type PointIdentity } from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';

const email: PointIdentity = { channel: 'email', scope: '', key: 'lea@example.org', value: 'lea@example.org', normaliser: 'email/1' };
const phone: PointIdentity = { channel: 'phone', scope: '', key: '+33612345678', value: '+33612345678', normaliser: 'e164/1' };

describe('the reactor that completes profiles', () => {
  let engine: InMemoryEngine;
  let checkpoints: MemoryCheckpoints;
  let stop: AbortController;
  let statuses: ReactorStatus[];
  let running: Promise<void> | undefined;
  const prompt = { ...completeProfile, graceMs: 0 };

  beforeEach(async () => {
    engine = await inMemoryEngine({ store: new MemoryEventStore(), vault: new MemoryKeyVault({ seed: 'test' }) });
    [checkpoints, stop, statuses, running] = [new MemoryCheckpoints(), new AbortController(), [], undefined];
  });
  afterEach(async () => {
    stop.abort();
    await running;
  });

  const react = (execute = (command: object) => engine.settleAttached.execute(command as SettleAttached)) => {
    const run = new ReactorRun(prompt, engine.store, checkpoints, new SystemClock(), execute, (status) => statuses.push(status));
    running = run.run(stop.signal);
    return run;
  };
  const until = async (done: () => boolean | Promise<boolean>) => {
    for (const end = Date.now() + 10_000; !(await done()); await new Promise((r) => setTimeout(r, 2))) if (Date.now() > end) throw new Error('waited in vain');
  };
  /** What a command leaves that crashed after its first claim. */
  const halfCreated = async () => {
    const points = await Promise.all(
      [email, phone].map(async (p) => ({ ...p, verified: false, digest: (await engine.points.identify('acme', p, '')).digest })),
    );
    points.sort((a, b) => (a.digest < b.digest ? -1 : 1));
    const creation: Creation = { origin: 'api', profile: { name: 'Léa' }, points };
    const [first, second] = points;
    if (!first || !second) throw new Error('two points');
    const { digest, verified, ...identity } = first;
    await engine.runner.run(contactPoint, new AttachPoint('acme', digest, 'lea', identity, verified, creation), step(), await engine.vault.lease());
    return { first, second };
  };

  it('finishes a creation that was cut off after the first claim', async () => {
    await halfCreated();
    react();
    await until(async () => (await engine.creations.endUser('acme', 'lea')).state.status === 'active');
    expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'ContactPointAttached', 'EndUserCreated']);
    const [created] = await engine.store.readStream('endUser-acme.lea');
    expect(created && (await engine.personal.open(created)).data).toEqual({ origin: 'api', name: 'Léa' });
  });

  it('gives the finished profile to the word that began it', async () => {
    await halfCreated();
    react();
    await until(async () => (await engine.creations.endUser('acme', 'lea')).state.status === 'active');
    const [created] = await engine.store.readStream('endUser-acme.lea');
    expect(created?.metadata).toMatchObject({ actor: { kind: 'service', id: 'test' }, commandId: step().commandId });
  });

  it('abandons a creation whose other point is taken, and releases the claim', async () => {
    const { first, second } = await halfCreated();
    const max = await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [second]));
    react();
    await until(async () => (await engine.creations.point('acme', first.digest)).state.holders.length === 0);
    expect((await engine.creations.endUser('acme', 'lea')).state).toMatchObject({ status: 'abandoned', lostTo: max.endUserId });
  });

  it('releases a point that was attached to somebody who is gone', async () => {
    const { endUserId } = await engine.create.execute(new CreateEndUser(asking(), 'api', {}, []));
    await engine.runner.run(endUser, new ChangeLifecycle('acme', endUserId, 'delete'), step(), await engine.vault.lease());
    const { digest } = await engine.points.identify('acme', email, '');
    await engine.runner.run(contactPoint, new AttachPoint('acme', digest, endUserId, email, false), step(), await engine.vault.lease());
    react();
    await until(async () => (await engine.creations.point('acme', digest)).state.holders.length === 0);
    expect((await engine.store.readAll({ after: 0n, limit: 99, types: ['ContactPointReleased'] })).events[0]).toMatchObject({
      data: { endUserId, cause: 'deleted' },
      metadata: { actor: { kind: 'reactor', id: 'complete-profile' } },
    });
  });

  it('leaves a living profile alone', async () => {
    await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [email, phone]));
    const run = react();
    await until(() => run.status().position >= 3n);
    expect(await engine.store.head()).toBe(3n);
  });

  it('goes on from its checkpoint', async () => {
    await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [email]));
    await checkpoints.move('complete-profile', 0n, 2n);
    await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [phone]));
    const seen: string[] = [];
    react(async (command) => void seen.push((command as SettleAttached).digest));
    await until(() => statuses.some((s) => s.position >= 4n));
    expect(seen).toHaveLength(1);
    expect(await checkpoints.read('complete-profile')).toBe(4n);
  });

  it('never skips an event that fails: it says which and why, and tries again', async () => {
    await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [email]));
    let failures = 2;
    let done = 0;
    react(async () => {
      if (failures-- > 0) throw new Error('the vault is away');
      done += 1;
    });
    await until(() => done === 1 && statuses.at(-1)?.stopped === undefined);
    expect(statuses.filter((s) => s.stopped).map((s) => s.stopped)).toEqual([
      { position: 1n, type: 'ContactPointAttached', reason: 'Error: the vault is away', attempts: 1 },
      { position: 1n, type: 'ContactPointAttached', reason: 'Error: the vault is away', attempts: 2 },
    ]);
  });

  it('leaves an event alone until it is old enough that its command has surely ended', async () => {
    const late = new ReactorRun({ ...completeProfile, graceMs: 150 }, engine.store, checkpoints, engine.clock, async () => undefined);
    await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [email]));
    const begun = Date.now();
    running = late.run(stop.signal);
    await until(() => late.status().position >= 2n);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(100);
  });
});
