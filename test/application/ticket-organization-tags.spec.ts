import { SqliteReadDatabase } from '@kith/adapters';
import { CreateOrganization, DeleteOrganization, MergeOrganizations, Refusal, TagOrganization, UnmergeOrganizations, UntagOrganization } from '@kith/domain';
import { FindOrganization, FindOrganizationHandler } from '@kith/read-models';
import fc from 'fast-check';
import { project } from '../read-models/projected';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';

const tags = ['gold', 'silver', 'Café', 'Cafe\u0301'];
const which = fc.nat({ max: 2 });
const step = fc.oneof(
  fc.record({ act: fc.constant('tag' as const), which, tags: fc.subarray(tags, { minLength: 1 }) }),
  fc.record({ act: fc.constant('untag' as const), which, tags: fc.subarray(tags, { minLength: 1 }) }),
  fc.record({ act: fc.constant('merge' as const), which, other: which }),
  fc.record({ act: fc.constant('unmerge' as const), which }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What is refused changes nothing, and is no matter here. */
async function unlessRefused<T>(act: Promise<T>): Promise<T | undefined> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

async function take(engine: InMemoryEngine, ids: readonly string[], merges: string[], one: Step): Promise<void> {
  const id = ids[one.which] ?? '';
  if (one.act === 'tag') await unlessRefused(engine.tagOrganization.execute(new TagOrganization(asking(), id, one.tags)));
  else if (one.act === 'untag') await unlessRefused(engine.untagOrganization.execute(new UntagOrganization(asking(), id, one.tags)));
  else if (one.act === 'merge') {
    const merged = await unlessRefused(engine.mergeOrganizations.execute(new MergeOrganizations(asking(), id, ids[one.other] ?? '')));
    if (merged) merges.push(merged.mergeId);
  } else if (merges.length > 0)
    await unlessRefused(engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(), merges[one.which % merges.length] ?? '')));
}

describe('the tags that a ticket is routed by', () => {
  it('are those that the organization is shown with, whatever was tagged, merged and unmerged before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const engine = await inMemoryEngine();
        const ids: string[] = [];
        for (const name of ['a', 'b', 'c'])
          ids.push((await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name, tags: [name, 'gold'] }))).organizationId);
        const merges: string[] = [];
        for (const one of steps) {
          await take(engine, ids, merges, one);
          // Asked in between: what is kept must not be what is answered later.
          await engine.routedOrganizations.named('acme', ids[0] ?? '');
        }
        const database = await SqliteReadDatabase.temporary();
        await project({ store: engine.store, personalData: engine.personal }, database);
        const find = new FindOrganizationHandler(database);
        for (const id of ids) {
          const shown = (await find.execute(new FindOrganization('acme', id)))?.organization;
          const routed = await engine.routedOrganizations.named('acme', id);
          expect(routed).toEqual({ organizationId: id, routing: shown?.routing, tags: shown?.tags });
        }
        await database.close();
      }),
      { numRuns: 12 },
    );
  });

  it('are asked for no more of one that was deleted', async () => {
    const engine = await inMemoryEngine();
    const { organizationId } = await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name: 'a' }));
    await engine.deleteOrganization.execute(new DeleteOrganization(asking(), organizationId));
    await expect(engine.routedOrganizations.named('acme', organizationId)).rejects.toMatchObject({ code: 'organization-deleted' });
    expect(await engine.routedOrganizations.byDefault('acme', organizationId)).toBeNull();
  });
});
