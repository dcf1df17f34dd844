import {
  AttachContactPoint,
  ChooseDefaultOrganization,
  CreateEndUser,
  CreateOrganization,
  DeleteEndUser,
  DeleteOrganization,
  type GivenDomain,
  JoinOrganization,
  LeaveOrganization,
  MergeOrganizations,
  MergeUsers,
  membershipsOf,
  Refusal,
  streamOf,
  UnmergeOrganizations,
  UnmergeUsers,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, typesIn } from '../support/in-memory-engine';

describe('the memberships of a person', () => {
  let engine: InMemoryEngine;
  let lea: string;
  let acme: string;
  let other: string;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    lea = await person('Léa');
    acme = await organization('Acme');
    other = await organization('Other');
  });

  const person = async (name: string) => (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, []))).endUserId;
  const organization = async (name: string, domains: GivenDomain[] = []) =>
    (await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }, domains))).organizationId;
  const join = (endUserId: string, organizationId: string, asDefault = false, more = {}) =>
    engine.join.execute(new JoinOrganization(asking(more), endUserId, organizationId, asDefault));
  const leave = (endUserId: string, organizationId: string, more = {}) => engine.leave.execute(new LeaveOrganization(asking(more), endUserId, organizationId));
  const choose = (endUserId: string, organizationId: string | null) =>
    engine.chooseDefault.execute(new ChooseDefaultOrganization(asking(), endUserId, organizationId));
  const merge = (survivorId: string, mergedId: string) => engine.merge.execute(new MergeUsers(asking(), survivorId, mergedId));
  const memberships = async (id: string) => membershipsOf((await engine.linking.load('acme', id)).state);
  const joined = async (id: string) => (await memberships(id)).joined.map(({ organizationId }) => organizationId);
  const default_ = async (endUserId: string) => {
    const { named, root } = await engine.linking.named('acme', endUserId);
    return engine.memberships.defaultOrganizationOf('acme', named, root.state);
  };
  const codeOf = async (promise: Promise<unknown>) => {
    const error = await promise.catch((e: unknown) => e);
    return error instanceof Refusal ? error.code : `no refusal: ${JSON.stringify(error, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}`;
  };

  it('begin with a join, which answers with the default, and end with a leave', async () => {
    const first = await join(lea, acme);
    expect(first).toEqual({ endUserId: lea, canonicalId: lea, organizationId: acme, default: acme, position: expect.any(BigInt) });
    expect(await join(lea, other)).toMatchObject({ organizationId: other, default: acme });
    expect(await leave(lea, acme)).toMatchObject({ default: other, position: expect.any(BigInt) });
    expect(await joined(lea)).toEqual([other]);
  });

  it('are as they were when nothing is new', async () => {
    await join(lea, acme);
    expect((await join(lea, acme)).position).toBeNull();
    await leave(lea, acme);
    expect((await leave(lea, acme)).position).toBeNull();
    expect((await choose(lea, null)).position).toBeNull();
  });

  it('answer a retry as the first time, also when the organization is gone since', async () => {
    const first = await join(lea, acme, false, { idempotencyKey: 'k1' });
    const left = await leave(lea, acme, { idempotencyKey: 'k2' });
    await engine.deleteOrganization.execute(new DeleteOrganization(asking(), acme));
    expect(await join(lea, acme, false, { idempotencyKey: 'k1' })).toEqual({ ...first, default: null });
    expect(await leave(lea, acme, { idempotencyKey: 'k2' })).toEqual(left);
    expect(await codeOf(join(lea, acme, true, { idempotencyKey: 'k1' }))).toBe('idempotency-key-reused');
  });

  it('are refused with what there is not, or not any more, and nothing is written', async () => {
    const before = await typesIn(engine.store);
    expect(await codeOf(join(lea, 'nothing'))).toBe('organization-not-found');
    expect(await codeOf(leave(lea, 'nothing'))).toBe('organization-not-found');
    expect(await codeOf(choose(lea, 'nothing'))).toBe('organization-not-found');
    expect(await codeOf(join('nobody', acme))).toBe('end-user-not-found');
    expect(await codeOf(choose(lea, acme))).toBe('not-a-member');
    expect(await typesIn(engine.store)).toEqual(before);
    await engine.deleteOrganization.execute(new DeleteOrganization(asking(), acme));
    expect(await codeOf(join(lea, acme))).toBe('organization-deleted');
    await engine.remove.execute(new DeleteEndUser(asking(), lea));
    expect(await codeOf(join(lea, other))).toBe('end-user-deleted');
    expect(await codeOf(leave(lea, other))).toBe('end-user-deleted');
  });

  it('are refused on what has changed since it was read, all of it', async () => {
    const tom = await person('Tom');
    await join(tom, acme);
    const { position } = await merge(lea, tom);
    await join(lea, other);
    expect(await codeOf(leave(lea, acme, { seenPosition: position }))).toBe('state-changed');
    expect(await joined(tom)).toEqual([acme]);
  });

  describe('of several profiles', () => {
    let tom: string;
    beforeEach(async () => {
      tom = await person('Tom');
    });

    it('are written by hand on the one that stands for them, and come apart again', async () => {
      await join(tom, other);
      const { mergeId } = await merge(lea, tom);
      expect(await join(tom, acme)).toMatchObject({ endUserId: tom, canonicalId: lea, default: acme });
      expect([await joined(lea), await joined(tom)]).toEqual([[acme], [other]]);
      await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
      expect([await default_(lea), await default_(tom)]).toEqual([acme, other]);
    });

    it('end on each of them, and none of them joins by domain again', async () => {
      await join(tom, acme);
      await merge(lea, tom);
      const { canonicalId, position } = await leave(tom, acme);
      expect([canonicalId, position]).toEqual([lea, await engine.store.head()]);
      expect([(await memberships(lea)).barred, (await memberships(tom)).barred]).toEqual([[acme], [acme]]);
      expect([await joined(lea), await joined(tom)]).toEqual([[], []]);
      expect((await leave(lea, acme)).position).toBeNull();
    });

    it('end once when a leave that was cut off before its last step is asked for again', async () => {
      await join(tom, acme);
      await join(lea, acme);
      await merge(lea, tom);
      const append = jest.spyOn(engine.store, 'append').mockImplementation((stream, expected, events) => {
        if (stream === streamOf.endUser('acme', lea)) return Promise.reject(new Error('away'));
        append.mockRestore();
        const first = engine.store.append(stream, expected, events);
        jest.spyOn(engine.store, 'append').mockRejectedValueOnce(new Error('away'));
        return first;
      });
      await expect(leave(tom, acme, { idempotencyKey: 'k' })).rejects.toThrow('away');
      jest.restoreAllMocks();
      expect([await joined(tom), await joined(lea)]).toEqual([[], [acme]]);
      const again = await leave(tom, acme, { idempotencyKey: 'k' });
      expect(again).toMatchObject({ canonicalId: lea, default: null, position: await engine.store.head() });
      expect(await leave(tom, acme, { idempotencyKey: 'k' })).toEqual(again);
      expect((await typesIn(engine.store)).filter((type) => type === 'OrganizationLeft')).toHaveLength(2);
    });

    it('have the default of the one that stands for them, else of the others in their order', async () => {
      await join(tom, other);
      await merge(lea, tom);
      expect(await default_(lea)).toBe(other);
      expect(await choose(lea, other)).toMatchObject({ default: other, position: expect.any(BigInt) });
      await join(lea, acme);
      expect(await default_(tom)).toBe(other);
      expect(await choose(tom, null)).toMatchObject({ canonicalId: lea, default: null });
      expect(await default_(tom)).toBeNull();
    });

    it('lose a default with the last profile that was a member of it', async () => {
      await join(tom, other);
      const { mergeId } = await merge(lea, tom);
      await choose(lea, other);
      await join(lea, acme);
      await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
      expect([await default_(lea), await default_(tom)]).toEqual([acme, other]);
    });
  });

  describe('in organizations that are one', () => {
    let mergeId: string;
    beforeEach(async () => {
      ({ mergeId } = await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), acme, other)));
    });

    it('are kept by the id that was named, and answered with the one that stands for it', async () => {
      expect(await join(lea, other)).toMatchObject({ organizationId: other, default: acme });
      expect(await joined(lea)).toEqual([other]);
      await engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(), mergeId));
      expect(await default_(lea)).toBe(other);
    });

    it('end in all of them, and count for any of them as the default', async () => {
      await join(lea, other);
      expect(await choose(lea, acme)).toMatchObject({ organizationId: acme, default: acme, position: null });
      await leave(lea, acme);
      expect(await joined(lea)).toEqual([]);
      expect([...(await memberships(lea)).barred].sort()).toEqual([acme, other].sort());
    });
  });

  it('cost nothing to know the default of who has one profile', async () => {
    await join(lea, acme);
    const root = (await engine.linking.load('acme', lea)).state;
    const read = jest.spyOn(engine.store, 'readStream');
    expect(await engine.memberships.defaultOrganizationOf('acme', { canonicalId: lea, members: [lea] }, root)).toBe(acme);
    const tom = (await engine.linking.load('acme', await person('Tom'))).state;
    read.mockClear();
    expect(await engine.memberships.defaultOrganizationOf('acme', { canonicalId: 'tom', members: ['tom'] }, tom)).toBeNull();
    expect(read).not.toHaveBeenCalled();
    jest.restoreAllMocks();
  });

  it('are no matter of a contact point', async () => {
    await join(lea, acme);
    await engine.attach.execute(new AttachContactPoint(asking(), lea, { channel: 'email', value: 'lea@acme.example' }));
    expect(await joined(lea)).toEqual([acme]);
  });
});
