import {
  ChangeEndUserProfile,
  ChangeOrganization,
  CreateEndUser,
  CreateOrganization,
  JoinOrganization,
  MergeOrganizations,
  MergeUsers,
  UnmergeOrganizations,
  UnmergeUsers,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { refusal } from '../support/ticket-desk';

const key = { idempotencyKey: 'k' };

describe('a command that was decided on the survivor of a merge, asked for again after the unmerge', () => {
  let engine: InMemoryEngine;
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });

  describe('of organizations', () => {
    const create = async (name: string) => (await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }))).organizationId;
    const change = (id: string, details: string, more: object = key) =>
      engine.changeOrganization.execute(new ChangeOrganization(asking(more), id, { details }));
    const merge = async (survivorId: string, mergedId: string) =>
      (await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), survivorId, mergedId))).mergeId;
    const unmerge = (mergeId: string) => engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(), mergeId));

    it('is answered as before, and written nowhere again', async () => {
      const [acme, gone] = [await create('Acme'), await create('Gone')];
      const mergeId = await merge(acme, gone);
      const first = await change(gone, 'theirs');
      expect(first).toMatchObject({ organizationId: gone, canonicalId: acme });
      await unmerge(mergeId);
      const head = await engine.store.head();
      expect(await change(gone, 'theirs')).toEqual(first);
      expect(await engine.store.head()).toBe(head);
      await expect(change(gone, 'other')).rejects.toMatchObject(refusal('idempotency-key-reused'));
      expect(await change(gone, 'theirs', { idempotencyKey: 'another' })).toMatchObject({ canonicalId: gone });
    });

    it('is found at the end of a chain that came apart in the middle', async () => {
      const [acme, brio, gone] = [await create('Acme'), await create('Brio'), await create('Gone')];
      await merge(brio, gone);
      const mergeId = await merge(acme, brio);
      const first = await change(gone, 'theirs');
      expect(first).toMatchObject({ canonicalId: acme });
      await unmerge(mergeId);
      expect(await change(gone, 'theirs')).toEqual(first);
    });
  });

  it('of end users is answered as before, and written nowhere again', async () => {
    const person = async (name: string) => (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, []))).endUserId;
    const [lea, max] = [await person('Léa'), await person('Max')];
    const { organizationId } = await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name: 'Acme' }));
    const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), lea, max));
    const change = () => engine.change.execute(new ChangeEndUserProfile(asking(key), max, { details: 'theirs' }));
    const join = () => engine.join.execute(new JoinOrganization(asking({ idempotencyKey: 'j' }), max, organizationId));
    const [changed, joined] = [await change(), await join()];
    await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
    const head = await engine.store.head();
    expect(await change()).toEqual(changed);
    expect(await join()).toMatchObject({ canonicalId: lea, position: joined.position });
    expect(await engine.store.head()).toBe(head);
  });
});
