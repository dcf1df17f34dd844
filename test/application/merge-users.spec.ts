import {
  AttachContactPoint,
  ChangeEndUserProfile,
  CreateEndUser,
  DeclareDifferent,
  DeleteEndUser,
  DetachContactPoint,
  endUser,
  type GivenPoint,
  linksOf,
  MergeUsers,
  membersOf,
  RecordInteraction,
  RememberDifference,
  TagEndUser,
  UnmergeUsers,
  WithdrawDifference,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';
import { reactTo } from '../support/reactions';

const email = (value: string): GivenPoint => ({ channel: 'email', value });
const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };

describe('a merge of two end users', () => {
  let engine: InMemoryEngine;
  const create = async (name: string, ...points: GivenPoint[]) =>
    (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, points.length > 0 ? points : [email(`${name}@example.org`)]))).endUserId;
  const merge = (survivorId: string, mergedId: string, more: object = {}, reason?: string) =>
    engine.merge.execute(new MergeUsers(asking(more), survivorId, mergedId, reason));
  const unmerge = (mergeId: string, alone = false, more: object = {}) => engine.unmerge.execute(new UnmergeUsers(asking(more), mergeId, alone, 'no'));
  const canonical = async (id: string) => (await engine.clusters.placeOf('acme', id)).canonical.id;
  const members = async (id: string) => membersOf(id, (await engine.creations.endUser('acme', id)).state);
  const refusal = (code: string) => ({ code });

  let lea: string;
  let max: string;
  let kim: string;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    [lea, max, kim] = [await create('lea'), await create('max', phone), await create('kim')] as [string, string, string];
  });

  it.each([
    ['lower', 'higher'],
    ['higher', 'lower'],
  ])('takes three appends, whichever id is lower: the survivor has the %s one', async (which) => {
    const [lo, hi] = [lea, max].sort() as [string, string];
    const [survivor, merged] = which === 'lower' ? [lo, hi] : [hi, lo];
    const before = (await typesIn(engine.store)).length;
    const { mergeId, position, ...pair } = await merge(survivor, merged, {}, 'same person');
    expect(pair).toEqual({ survivorId: survivor, mergedId: merged });
    const last = which === 'lower' ? ['MergeReserved', 'EndUserMerged', 'EndUserAbsorbed'] : ['MergeReserved', 'EndUserAbsorbed', 'EndUserMerged'];
    expect((await typesIn(engine.store)).slice(before)).toEqual(last);
    expect(position).toBe(await engine.store.head());
    expect([await canonical(lea), await canonical(max)]).toEqual([survivor, survivor]);
    expect(await members(survivor)).toEqual([survivor, merged]);
    expect(linksOf((await engine.creations.endUser('acme', merged)).state).survivor).toEqual({ id: survivor, mergeId });
  });

  it('finds whoever calls by the canonical end user, and anchors the contact with the profile that holds the point', async () => {
    await merge(lea, max);
    const given = { source: 'tel', id: 'call-1', channel: 'phone', via: 'voice', direction: 'inbound', points: [phone] } as const;
    const answer = await engine.record.execute(new RecordInteraction(asking(), given));
    expect(answer).toMatchObject({ outcome: 'matched', endUserId: max, canonicalId: lea, possibleDuplicates: [] });
    const both = await engine.record.execute(new RecordInteraction(asking(), { ...given, id: 'call-2', points: [phone, email('lea@example.org')] }));
    expect(both).toMatchObject({ outcome: 'matched', endUserId: max, canonicalId: lea, possibleDuplicates: [] });
  });

  it('sends commands on the merged one to the canonical one', async () => {
    await merge(lea, max);
    expect(await engine.change.execute(new ChangeEndUserProfile(asking(), max, { name: 'Max' }))).toMatchObject({ endUserId: max, canonicalId: lea });
    expect(await engine.tag.execute(new TagEndUser(asking(), max, ['vip']))).toMatchObject({ canonicalId: lea });
    expect(await engine.attach.execute(new AttachContactPoint(asking(), max, email('m2@example.org')))).toMatchObject({ endUserId: lea, canonicalId: lea });
    expect(await engine.attach.execute(new AttachContactPoint(asking(), lea, phone))).toMatchObject({ endUserId: max, canonicalId: lea, position: null });
    await engine.detach.execute(new DetachContactPoint(asking(), lea, phone));
    const { digest } = await engine.points.identify('acme', phone, '');
    expect((await engine.creations.point('acme', digest)).state.holders).toEqual([]);
  });

  it('is refused for itself, the same cluster, the deleted and those declared different', async () => {
    await expect(merge(lea, lea)).rejects.toMatchObject(refusal('merge-with-itself'));
    await expect(merge(lea, '00000000-0000-7000-8000-ffffffffffff')).rejects.toMatchObject(refusal('end-user-not-found'));
    await merge(lea, max);
    await expect(merge(max, lea)).rejects.toMatchObject(refusal('already-merged'));
    await engine.declare.execute(new DeclareDifferent(asking(), kim, max, 'a brother'));
    await expect(merge(kim, lea)).rejects.toMatchObject(refusal('declared-different'));
    await expect(merge(lea, kim)).rejects.toMatchObject(refusal('declared-different'));
    await expect(engine.declare.execute(new DeclareDifferent(asking(), lea, max))).rejects.toMatchObject(refusal('already-merged'));
    await engine.remove.execute(new DeleteEndUser(asking(), kim));
    await expect(merge(lea, kim)).rejects.toMatchObject(refusal('end-user-deleted'));
    expect((await typesIn(engine.store)).filter((type) => type === 'MergeReserved')).toHaveLength(1);
  });

  it('allows what is declared different no more', async () => {
    const { declarationId } = await engine.declare.execute(new DeclareDifferent(asking(), kim, lea));
    expect(await engine.declare.execute(new DeclareDifferent(asking(), lea, kim))).toMatchObject({ declarationId, position: null });
    await engine.withdraw.execute(new WithdrawDifference(asking(), declarationId));
    await engine.withdraw.execute(new WithdrawDifference(asking(), declarationId));
    await merge(kim, lea);
    expect(await canonical(lea)).toBe(kim);
  });

  it('finishes a declaration that was known on one side only when it expired, though the two were merged meanwhile', async () => {
    const [lo, hi] = [lea, max].sort() as [string, string];
    const expired = { declarationId: 'd1', endUserId: lo, otherId: hi, until: '2020-01-01T00:00:00.000Z' };
    await engine.runner.run(endUser, new RememberDifference('acme', lo, expired), step());
    const { mergeId } = await merge(lo, hi);
    await reactTo(engine, 0n);
    const declared = (await engine.store.readAll({ after: 0n, limit: 100, types: ['EndUsersDeclaredDifferent'] })).events;
    expect(declared.map(({ stream }) => stream)).toEqual([`endUser-acme.${lo}`, `endUser-acme.${lo}`]);
    await unmerge(mergeId);
    for (const [id, otherId] of [
      [lo, hi],
      [hi, lo],
    ] as const)
      expect(linksOf((await engine.creations.endUser('acme', id)).state).differences).toEqual([{ ...expired, endUserId: id, otherId }]);
  });

  it('is undone exactly, and again', async () => {
    const states = async () => Promise.all([lea, max].map(async (id) => ({ canonical: await canonical(id), members: await members(id) })));
    const before = await states();
    const merged = await merge(lea, max, { idempotencyKey: 'm' });
    const undone = await unmerge(merged.mergeId, false, { idempotencyKey: 'u' });
    expect(undone).toMatchObject({ mergeId: merged.mergeId, survivorId: lea, mergedId: max, members: [max], further: [] });
    expect(await states()).toEqual(before);
    expect(await merge(lea, max, { idempotencyKey: 'm' })).toEqual(merged);
    expect(await unmerge(merged.mergeId, false, { idempotencyKey: 'u' })).toEqual(undone);
    expect(await unmerge(merged.mergeId)).toMatchObject({ position: null });
    const again = await merge(max, lea);
    expect(await canonical(lea)).toBe(max);
    await unmerge(again.mergeId);
    expect(await states()).toEqual(before);
    await expect(merge(lea, kim, { idempotencyKey: 'm' })).rejects.toMatchObject(refusal('idempotency-key-reused'));
  });

  it('comes out of the middle of a chain with what was merged into it, or alone', async () => {
    const first = await merge(max, kim);
    const second = await merge(lea, max);
    expect(await members(lea)).toEqual([lea, max, kim]);
    await unmerge(second.mergeId);
    expect([await canonical(lea), await canonical(max), await canonical(kim)]).toEqual([lea, max, max]);
    const third = await merge(lea, max, {});
    const out = await unmerge(first.mergeId);
    expect(out).toMatchObject({ survivorId: lea, mergedId: kim });
    expect([await canonical(max), await canonical(kim), await members(lea), await members(max)]).toEqual([lea, kim, [lea, max], [max]]);
    await unmerge(third.mergeId);
    await merge(max, kim);
    const fourth = await merge(lea, max);
    const alone = await unmerge(fourth.mergeId, true, { idempotencyKey: 'a' });
    expect(alone).toMatchObject({ mergedId: max, members: [max], further: [{ mergedId: kim }] });
    expect(await unmerge(fourth.mergeId, true, { idempotencyKey: 'a' })).toEqual(alone);
    expect([await canonical(lea), await canonical(max), await canonical(kim)]).toEqual([lea, max, kim]);
  });

  it('gives the points back that were lost with a survivor who was deleted', async () => {
    const { mergeId } = await merge(lea, max);
    await engine.remove.execute(new DeleteEndUser(asking(), max));
    let done = await reactTo(engine, 0n);
    const { digest } = await engine.points.identify('acme', phone, '');
    expect((await engine.creations.point('acme', digest)).state.holders).toEqual([]);
    await unmerge(mergeId);
    done = await reactTo(engine, done);
    expect((await engine.creations.point('acme', digest)).state.holders).toMatchObject([{ endUserId: max }]);
    const mail = await engine.points.identify('acme', email('lea@example.org'), '');
    expect((await engine.creations.point('acme', mail.digest)).state.holders).toEqual([]);
  });

  it('shows in who stands for a new profile, when its creation is asked for again', async () => {
    const asked = new CreateEndUser(asking({ idempotencyKey: 'c' }), 'api', { name: 'Noor' }, [email('noor@example.org')]);
    const { endUserId: noor, position } = await engine.create.execute(asked);
    await merge(lea, noor);
    expect(await engine.create.execute(asked)).toMatchObject({ endUserId: noor, canonicalId: lea, position });
  });

  it('takes declared differences along, and gives them back', async () => {
    await engine.declare.execute(new DeclareDifferent(asking(), max, kim, 'a cousin'));
    const { mergeId } = await merge(lea, max);
    await expect(merge(lea, kim)).rejects.toMatchObject(refusal('declared-different'));
    await unmerge(mergeId);
    await merge(lea, kim);
    await expect(merge(lea, max)).rejects.toMatchObject(refusal('declared-different'));
  });
});
