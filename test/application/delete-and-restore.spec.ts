import { EndUserChanges, HeldPoints, HeldPointsBehind, type ReleasedPoint, RestoreEndUserHandler, RestorePoint, RestorePoints } from '@kith/application';
import {
  AttachContactPoint,
  AttachPoint,
  CreateEndUser,
  contactPoint,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  ReleasePoint,
  RestoreEndUser,
  ShareContactPoint,
  streamOf,
  VerifyContactPoint,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';
import { reactTo } from '../support/reactions';

const email: GivenPoint = { channel: 'email', value: 'Lea@Example.org', verified: true };
const phone: GivenPoint = { channel: 'phone', value: '+33 6 12 34 56 78' };
const named = { email: { channel: 'email', scope: '', key: 'lea@example.org' }, phone: { channel: 'phone', scope: '', key: '+33612345678' } };

describe('deleting and restoring an end user', () => {
  let engine: InMemoryEngine;
  let lea: string;
  let count = 0;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    done = 0n;
    lea = await create(email, phone);
  });
  const create = async (...points: GivenPoint[]) => (await engine.create.execute(new CreateEndUser(asking(), 'api', {}, points))).endUserId;
  const remove = (id = lea) => engine.remove.execute(new DeleteEndUser(asking(), id));
  const restore = (idempotencyKey = `restore ${++count}`, id = lea) => engine.restore.execute(new RestoreEndUser(asking({ idempotencyKey }), id));
  const digestOf = async (point: GivenPoint) => (await engine.points.identify('acme', point, '')).digest;
  const holders = async (point: GivenPoint) => (await engine.creations.point('acme', await digestOf(point))).state.holders.map((h) => h.endUserId);
  let done = 0n;
  /** Lets the reactors react to what is new in the log, and to what they do about it. */
  const settle = async () => {
    done = await reactTo(engine, done);
  };

  it('releases its points at the time of the deletion, in the name of whichever reactor comes first', async () => {
    const deletedAt = '2026-03-09T00:00:00.000Z';
    const releases = async () => (await engine.store.readAll({ after: 0n, limit: 99, types: ['ContactPointReleased'] })).events;
    await settle();
    await engine.remove.execute(new DeleteEndUser(asking({ occurredAt: deletedAt }), lea));
    await settle();
    expect([await holders(email), await holders(phone)]).toEqual([[], []]);
    expect((await releases()).map((e) => e.data)).toEqual([1, 2].map(() => ({ endUserId: lea, cause: 'deleted' })));
    expect((await releases())[0]?.metadata).toMatchObject({ actor: { kind: 'reactor', id: 'release-deleted' }, occurredAt: deletedAt });
    const max = await create(email);
    await engine.remove.execute(new DeleteEndUser(asking({ occurredAt: deletedAt }), max));
    await settle();
    expect((await releases())[2]?.metadata).toMatchObject({ actor: { kind: 'reactor', id: 'complete-profile' }, occurredAt: deletedAt });
  });

  it('gives it back what it had when it is restored, verified as it was, and lists it', async () => {
    await engine.verify.execute(new VerifyContactPoint(asking(), lea, phone));
    await remove();
    await settle();
    const answer = await restore();
    expect(answer).toMatchObject({ endUserId: lea, taken: [], complete: true });
    expect(new Set(answer.restored)).toEqual(new Set([named.email, named.phone]));
    for (const point of [email, phone]) {
      const digest = await digestOf(point);
      expect((await engine.creations.point('acme', digest)).state.holders).toMatchObject([{ endUserId: lea, verified: true }]);
      const [attached] = (await engine.store.readStream(streamOf.contactPoint('acme', digest))).slice(-1);
      expect(attached && (await engine.personal.open(attached)).data).toMatchObject({ value: point.value, endUserId: lea });
      expect((await engine.creations.point('acme', digest)).state.holders[0]?.keyId).toBe((await engine.creations.endUser('acme', lea)).state.keyId);
    }
    const head = await engine.store.head();
    await settle();
    expect(await engine.store.head()).toBe(head);
  });

  it('leaves with its new holder what was taken meanwhile, and names it', async () => {
    await remove();
    await settle();
    const max = await create(email);
    expect(await restore()).toMatchObject({ restored: [named.phone], taken: [{ ...named.email, holderId: max }], complete: true });
    await settle();
    expect([await holders(email), await holders(phone)]).toEqual([[max], [lea]]);
    await engine.detach.execute(new DetachContactPoint(asking(), max, email));
    await settle();
    expect(await holders(email)).toEqual([]);
  });

  it('does not give back what was detached before the deletion', async () => {
    await engine.detach.execute(new DetachContactPoint(asking(), lea, email));
    await remove();
    await settle();
    expect((await restore()).restored).toEqual([named.phone]);
  });

  it('answers the retry of a restore alike', async () => {
    await remove();
    await settle();
    const first = await restore('key-1');
    expect(await restore('key-1')).toEqual(first);
    expect(first.restored).toHaveLength(2);
    expect(await restore('key-2')).toEqual({ endUserId: lea, canonicalId: lea, position: null, restored: [], taken: [], complete: true });
  });

  it('answers the retry of a restore without what was attached since', async () => {
    await remove();
    const first = await restore('key-1');
    await engine.attach.execute(new AttachContactPoint(asking(), lea, { channel: 'email', value: 'later@example.org' }));
    expect(await restore('key-1')).toEqual(first);
    expect(first.restored).toHaveLength(2);
  });

  it('lists what the last deletion took, not what an earlier one did', async () => {
    await remove();
    await settle();
    const max = await create(email);
    await restore();
    await remove();
    await settle();
    expect(await restore()).toMatchObject({ restored: [named.phone], taken: [] });
    expect(await holders(email)).toEqual([max]);
  });

  it('restored before anything was released, it keeps all, and is told so', async () => {
    await remove();
    const { restored, taken, complete } = await restore();
    expect([new Set(restored.map(({ key }) => key)), taken, complete]).toEqual([new Set(['lea@example.org', '+33612345678']), [], true]);
    await settle();
    expect(await typesIn(engine.store)).not.toContain('ContactPointReleased');
    expect([await holders(email), await holders(phone)]).toEqual([[lea], [lea]]);
  });

  it('loses also what was attached after it was deleted, and has that back too', async () => {
    await remove();
    await settle();
    const late: GivenPoint = { channel: 'email', value: 'late@example.org' };
    const { rules: _, verified, digest, ...identity } = await engine.points.identify('acme', late, '');
    await engine.runner.run(contactPoint, new AttachPoint('acme', digest, lea, identity, verified), step('late'), await engine.vault.lease());
    await settle();
    expect(await holders(late)).toEqual([]);
    expect((await restore()).restored).toContainEqual({ channel: 'email', scope: '', key: 'late@example.org' });
  });

  it('has its hold on a shared point back beside the others', async () => {
    await engine.share.execute(new ShareContactPoint(asking(), phone));
    const max = await create(phone);
    await remove();
    await settle();
    expect(await holders(phone)).toEqual([max]);
    expect((await restore()).restored).toContainEqual(named.phone);
    expect(await holders(phone)).toEqual([max, lea]);
  });

  it('has back a point that comes free only after the restore', async () => {
    await remove();
    await settle();
    // A claim that loses its race: it held the point for a moment and had no right to it.
    const { rules: _, verified, digest, ...identity } = await engine.points.identify('acme', email, '');
    const claim = new AttachPoint('acme', digest, 'loser', identity, verified, { origin: 'api', profile: {}, points: [] });
    await engine.runner.run(contactPoint, claim, step('claim'), await engine.vault.lease());
    await restore();
    expect(await holders(email)).toEqual(['loser']);
    // All this was reacted to; only the release is news.
    done = await engine.store.head();
    await engine.runner.run(contactPoint, new ReleasePoint('acme', digest, 'loser', 'lost-race'), step('release'));
    await settle();
    expect(await holders(email)).toEqual([lea]);
  });

  it('is restored also while the read models are too far behind to say what comes back', async () => {
    await remove();
    await settle();
    const behind = new Lagging();
    const handler = new RestoreEndUserHandler(engineChanges(behind), engine.store, behind, engine.restorations);
    expect(await handler.execute(new RestoreEndUser(asking(), lea))).toMatchObject({ endUserId: lea, restored: [], taken: [], complete: false });
    expect(await holders(email)).toEqual([]);
    await settle();
    expect([await holders(email), await holders(phone)]).toEqual([[lea], [lea]]);
  });

  it('leaves points of erased people alone, without stopping the reactor', async () => {
    await remove();
    await settle();
    await engine.vault.destroy((await engine.creations.endUser('acme', lea)).state.keyId ?? '');
    await engine.restorePoint.execute(new RestorePoint(step('x'), await digestOf(email)));
    await engine.restorePoints.execute(new RestorePoints(step('y'), lea, 0n));
    expect(await holders(email)).toEqual([]);
  });

  it('cannot be attached to while it is deleted', async () => {
    await remove();
    await expect(engine.attach.execute(new AttachContactPoint(asking(), lea, { channel: 'email', value: 'x@example.org' }))).rejects.toMatchObject({
      code: 'end-user-deleted',
    });
  });

  const engineChanges = (held: HeldPoints) => {
    const { runner, linking, store, identifiers, vault, personal } = engine;
    return new EndUserChanges(runner, linking, store, identifiers, vault, personal, held, { next: () => '00000000-0000-4000-8000-000000000001' });
  };
});

/** Read models that never come far enough. */
class Lagging extends HeldPoints {
  count = async () => 0;
  editedAt = async () => undefined;
  heldBy = async (_tenant: string, _id: string, after: bigint): Promise<readonly string[]> => {
    throw new HeldPointsBehind(after);
  };
  releasedFrom = async (_tenant: string, _id: string, after: bigint): Promise<readonly ReleasedPoint[]> => {
    throw new HeldPointsBehind(after);
  };
}
