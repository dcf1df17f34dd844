import {
  CreateOrganization,
  DeleteOrganization,
  linksOf,
  MergeOrganizations,
  MergeUsers,
  membersOf,
  organization,
  ReplaceRouting,
  ReserveMerge,
  streamOf,
  TagOrganization,
  UnmergeOrganizations,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';
import { reactTo } from '../support/reactions';

describe('a merge of two organizations', () => {
  let engine: InMemoryEngine;
  const create = async (name: string) => (await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }))).organizationId;
  const merge = (survivorId: string, mergedId: string, more: object = {}, reason?: string) =>
    engine.mergeOrganizations.execute(new MergeOrganizations(asking(more), survivorId, mergedId, reason));
  const unmerge = (mergeId: string, alone = false, more: object = {}, reason?: string) =>
    engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(more), mergeId, alone, reason));
  const canonical = async (id: string) => (await engine.organizationClusters.canonicalOrganization('acme', id)).id;
  const stateOf = async (id: string) => (await engine.organizationClusters.load('acme', id)).state;
  const members = async (id: string) => membersOf(id, await stateOf(id));
  const refusal = (code: string) => ({ code });

  let acme: string;
  let apex: string;
  let brio: string;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    [acme, apex, brio] = [await create('Acme'), await create('Apex'), await create('Brio')];
  });

  it.each([
    ['lower', 'higher'],
    ['higher', 'lower'],
  ])('takes three appends, whichever id is lower: the survivor has the %s one', async (which) => {
    const [lo, hi] = [acme, apex].sort() as [string, string];
    const [survivor, merged] = which === 'lower' ? [lo, hi] : [hi, lo];
    const before = (await typesIn(engine.store)).length;
    const { mergeId, position, ...pair } = await merge(survivor, merged, {}, 'one firm');
    expect(pair).toEqual({ survivorId: survivor, mergedId: merged });
    const last = which === 'lower' ? ['OrganizationMerged', 'OrganizationAbsorbed'] : ['OrganizationAbsorbed', 'OrganizationMerged'];
    expect((await typesIn(engine.store)).slice(before)).toEqual(['OrganizationMergeReserved', ...last]);
    expect(position).toBe(await engine.store.head());
    expect([await canonical(acme), await canonical(apex)]).toEqual([survivor, survivor]);
    expect(await members(survivor)).toEqual([survivor, merged]);
    expect(linksOf(await stateOf(merged)).survivor).toEqual({ id: survivor, mergeId });
  });

  it('keeps the reason under the key of the merged organization, on either side', async () => {
    const { mergeId } = await merge(acme, apex, {}, 'one firm');
    await unmerge(mergeId, false, {}, 'two firms');
    const { events } = await engine.store.readAll({ after: 0n, limit: 1000 });
    const told = await Promise.all(events.map((event) => engine.personal.open(event)));
    const said = told
      .filter((event) => 'reason' in event.data)
      .map(({ type, data, keyId }) => ({ type, ...('reason' in data && { reason: data.reason }), keyId }));
    const { keyId } = await stateOf(apex);
    expect(said.map(({ reason }) => reason)).toEqual(['one firm', 'one firm', 'two firms', 'two firms']);
    expect(said.map((one) => one.keyId)).toEqual([keyId, keyId, keyId, keyId]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('firm');
  });

  it('is refused for itself, what is one already, what is not there and what was deleted, and then changes nothing', async () => {
    await expect(merge(acme, acme)).rejects.toMatchObject({ ...refusal('merge-with-itself'), message: 'An organization cannot be merged with itself.' });
    await expect(merge(acme, '00000000-0000-7000-8000-ffffffffffff')).rejects.toMatchObject(refusal('organization-not-found'));
    await merge(acme, apex);
    await expect(merge(apex, acme)).rejects.toMatchObject({ ...refusal('organizations-already-merged'), message: 'The two organizations are one already.' });
    await engine.deleteOrganization.execute(new DeleteOrganization(asking(), brio));
    const head = await engine.store.head();
    await expect(merge(acme, brio)).rejects.toMatchObject(refusal('organization-deleted'));
    await expect(merge(brio, apex)).rejects.toMatchObject(refusal('organization-deleted'));
    expect(await engine.store.head()).toBe(head);
  });

  it('knows no merge of end users, and none of end users is undone by it', async () => {
    await expect(unmerge('00000000-0000-8000-8000-000000000000')).rejects.toMatchObject(refusal('merge-not-found'));
    await expect(engine.merge.execute(new MergeUsers(asking(), acme, apex))).rejects.toMatchObject(refusal('end-user-not-found'));
  });

  it('sends commands on the merged one to the one that stands for it, and none to itself', async () => {
    await merge(acme, apex);
    expect(await engine.tagOrganization.execute(new TagOrganization(asking(), apex, ['vip']))).toMatchObject({ organizationId: apex, canonicalId: acme });
    const late = new ReplaceRouting('acme', apex, { queue: 'apex', priority: 'normal' });
    await expect(engine.runner.run(organization, late, step())).rejects.toMatchObject(refusal('organization-merged'));
  });

  it('is undone exactly, and again', async () => {
    const states = async () => Promise.all([acme, apex].map(async (id) => ({ canonical: await canonical(id), members: await members(id) })));
    const before = await states();
    const merged = await merge(acme, apex, { idempotencyKey: 'm' });
    const undone = await unmerge(merged.mergeId, false, { idempotencyKey: 'u' });
    expect(undone).toMatchObject({ mergeId: merged.mergeId, survivorId: acme, mergedId: apex, members: [apex], further: [] });
    expect(await states()).toEqual(before);
    expect(await merge(acme, apex, { idempotencyKey: 'm' })).toEqual(merged);
    expect(await unmerge(merged.mergeId, false, { idempotencyKey: 'u' })).toEqual(undone);
    expect(await unmerge(merged.mergeId)).toMatchObject({ position: null });
    const again = await merge(apex, acme);
    expect(await canonical(acme)).toBe(apex);
    await unmerge(again.mergeId);
    expect(await states()).toEqual(before);
    await expect(merge(acme, brio, { idempotencyKey: 'm' })).rejects.toMatchObject(refusal('idempotency-key-reused'));
    await expect(unmerge(merged.mergeId, true, { idempotencyKey: 'u' })).rejects.toMatchObject(refusal('idempotency-key-reused'));
  });

  it('comes out of the middle of a chain with what was merged into it, or alone', async () => {
    const first = await merge(apex, brio);
    const second = await merge(acme, apex);
    expect(await members(acme)).toEqual([acme, apex, brio]);
    const out = await unmerge(first.mergeId);
    expect(out).toMatchObject({ survivorId: acme, mergedId: brio, members: [brio] });
    expect([await canonical(apex), await canonical(brio), await members(acme), await members(apex)]).toEqual([acme, brio, [acme, apex], [apex]]);
    await unmerge(second.mergeId);
    await merge(apex, brio);
    const third = await merge(acme, apex);
    const alone = await unmerge(third.mergeId, true, { idempotencyKey: 'a' });
    expect(alone).toMatchObject({ mergedId: apex, members: [apex], further: [{ mergedId: brio }] });
    expect(await unmerge(third.mergeId, true, { idempotencyKey: 'a' })).toEqual(alone);
    expect([await canonical(acme), await canonical(apex), await canonical(brio)]).toEqual([acme, apex, brio]);
  });

  it('is undone also when the survivor was deleted since', async () => {
    const { mergeId } = await merge(acme, apex);
    await engine.deleteOrganization.execute(new DeleteOrganization(asking(), apex));
    expect((await stateOf(acme)).status).toBe('deleted');
    await unmerge(mergeId);
    expect([await canonical(apex), (await stateOf(apex)).status]).toEqual([apex, 'active']);
  });

  describe('that was begun by who is gone', () => {
    let lo: string;
    let hi: string;
    const waits = async () => linksOf(await stateOf(lo)).reservation !== undefined;
    beforeEach(async () => {
      [lo, hi] = [acme, apex].sort() as [string, string];
      const attempt = { attemptId: 't1', mergeId: 'm1', otherId: hi, role: 'survivor', named: { survivorId: lo, mergedId: hi } } as const;
      await engine.runner.run(organization, new ReserveMerge('acme', lo, attempt, '2026-03-03T10:00:00.000Z'), step());
    });

    it('is brought to its end by the reactor', async () => {
      await reactTo(engine, 0n);
      expect([await waits(), await canonical(hi)]).toEqual([false, lo]);
    });
    it('lets whoever changes the organization do so', async () => {
      await engine.tagOrganization.execute(new TagOrganization(asking(), lo, ['vip']));
      expect(await waits()).toBe(true);
    });
    it('is brought to its end by a deletion of the lower one, which is of both then', async () => {
      expect(await engine.deleteOrganization.execute(new DeleteOrganization(asking(), lo))).toMatchObject({ canonicalId: lo });
      expect([await waits(), await canonical(hi), (await stateOf(lo)).status]).toEqual([false, lo, 'deleted']);
    });
    it('comes to nothing by a deletion of the higher one, and says why', async () => {
      await engine.deleteOrganization.execute(new DeleteOrganization(asking(), hi));
      await reactTo(engine, 0n);
      expect([await waits(), await canonical(hi)]).toEqual([false, hi]);
      const { events } = await engine.store.readAll({ after: 0n, limit: 100, types: ['OrganizationMergeRefused', 'OrganizationMergeReservationReleased'] });
      expect(events.map(({ data }) => data)).toEqual([
        { attemptId: 't1', reason: 'organization-deleted' },
        { attemptId: 't1', reason: 'organization-deleted' },
      ]);
    });
  });

  it('is written on the streams of organizations alone', async () => {
    const { mergeId } = await merge(acme, apex);
    const head = await engine.store.head();
    await unmerge(mergeId);
    const { events } = await engine.store.readAll({ after: head, limit: 100 });
    expect(events.map(({ stream, type }) => [stream, type])).toEqual([
      [streamOf.organization('acme', acme), 'OrganizationSeparated'],
      [streamOf.organization('acme', apex), 'OrganizationUnmerged'],
    ]);
  });
});
