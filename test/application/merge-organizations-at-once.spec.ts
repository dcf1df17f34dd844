import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import {
  CreateOrganization,
  DeleteOrganization,
  idInStream,
  linksOf,
  MergeOrganizations,
  membersOf,
  Refusal,
  type RefusalCode,
  TagOrganization,
  UnmergeOrganizations,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, CountedIds, type InMemoryEngine, inMemoryEngine, TestClock } from '../support/in-memory-engine';
import { organizations } from '../support/merging-kinds';
import { wrongAnyTime, wrongAtRest } from '../support/merging-log';
import { MergingModel } from '../support/merging-model';
import { WrappedStore } from '../support/merging-store';
import { reactTo } from '../support/reactions';
import { choicesFrom } from '../support/seeded-choices';

const runs = Number(process.env.KITH_RUNS ?? 60);
const everything = { after: 0n, limit: 100_000 };
const names = ['Acme', 'Apex', 'Brio', 'Coda', 'Dune'];

/** One command on a few organizations. */
type Act = { do: 'merge'; one: number; other: number } | { do: 'unmerge'; merge: number; alone: boolean } | { do: 'delete' | 'tag'; one: number };

const one = fc.nat(names.length - 1);
const action = <const T extends Act['do']>(name: T) => fc.constant(name);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: action('merge'), one, other: one }) },
  { weight: 5, arbitrary: fc.record({ do: action('unmerge'), merge: fc.nat(6), alone: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: action('delete'), one }) },
  { weight: 1, arbitrary: fc.record({ do: action('tag'), one }) },
);

/** What an organization is refused, by what the model of end users says. */
const refusals: Readonly<Record<string, RefusalCode>> = {
  'merge-with-itself': 'merge-with-itself',
  'already-merged': 'organizations-already-merged',
  'end-user-deleted': 'organization-deleted',
};

async function outcome<T>(promise: Promise<T>): Promise<T | RefusalCode> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** The organizations of a test and the merges that were made of them, in their order. */
class Firms {
  readonly ids: string[] = [];
  readonly mergeIds: string[] = [];

  async found(engine: InMemoryEngine): Promise<void> {
    for (const name of names) this.ids.push((await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }))).organizationId);
  }

  /** Undefined when it is about nothing that there is. */
  command(engine: InMemoryEngine, given: Act): Promise<object> | undefined {
    if (given.do === 'unmerge') {
      const mergeId = this.mergeIds[given.merge];
      return mergeId === undefined ? undefined : engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(), mergeId, given.alone));
    }
    const id = this.ids[given.one] ?? '';
    if (given.do === 'merge') return engine.mergeOrganizations.execute(new MergeOrganizations(asking(), id, this.ids[given.other] ?? ''));
    if (given.do === 'delete') return engine.deleteOrganization.execute(new DeleteOrganization(asking(), id));
    return engine.tagOrganization.execute(new TagOrganization(asking(), id, ['vip']));
  }
}

describe('any sequence of merges, unmerges and whatever else happens to organizations', () => {
  it('is answered as the naive model says, and leaves every id with the organization that it says', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 18 }), (acts) => inTurn(acts, seen)),
      { numRuns: runs },
    );
    // Otherwise the property says nothing of them.
    for (const what of ['merge made', 'unmerge made', 'organizations-already-merged', 'organization-deleted'])
      expect(seen).toContainEqual([what, expect.anything()]);
  }, 600_000);
});

async function inTurn(acts: readonly Act[], seen: Map<string, number>): Promise<void> {
  const [engine, firms, model] = [await inMemoryEngine(), new Firms(), new MergingModel()];
  await firms.found(engine);
  for (const _ of firms.ids) model.create([]);
  for (const given of acts) {
    const expected = given.do === 'merge' ? model.refusals(given.one, given.other).map((code) => refusals[code]) : [];
    const standing = given.do === 'unmerge' ? model.merges[given.merge] : undefined;
    const isLiving = given.do !== 'tag' || model.lives(given.one);
    const [survivor, merged] = given.do === 'merge' ? [model.root(given.one), model.root(given.other)] : [];
    const answer = await outcome(firms.command(engine, given) ?? Promise.resolve({}));
    const what = typeof answer === 'string' ? answer : `${given.do} made`;
    seen.set(what, (seen.get(what) ?? 0) + 1);
    if (expected.length > 0) expect(expected).toContain(answer);
    else if (!isLiving) expect(answer).toBe('organization-deleted');
    else if (given.do === 'merge') {
      expect(answer).toMatchObject({ survivorId: firms.ids[survivor ?? -1], mergedId: firms.ids[merged ?? -1] });
      firms.mergeIds.push((answer as { mergeId: string }).mergeId);
      model.merge(given.one, given.other);
    } else if (given.do === 'unmerge' && standing) {
      const undone = model.unmerge(standing, given.alone);
      const further = undone.filter((m) => m !== standing).map((m) => ({ mergeId: firms.mergeIds[model.merges.indexOf(m)], mergedId: firms.ids[m.merged] }));
      expect(answer).toMatchObject({ mergedId: firms.ids[standing.merged], further, ...(undone.length === 0 && { position: null }) });
    } else expect(typeof answer).toBe('object');
    if (given.do === 'delete') model.delete(given.one);
    for (const [i, id] of firms.ids.entries()) {
      const { canonical, isSettled } = await engine.organizationClusters.placeOf('acme', id);
      expect([i, canonical.id, isSettled]).toEqual([i, firms.ids[model.root(i)], true]);
      expect([...membersOf(id, (await engine.organizationClusters.load('acme', id)).state)].sort()).toEqual(
        model
          .below(i)
          .map((n) => firms.ids[n])
          .sort(),
      );
    }
  }
}

describe('merges and unmerges of organizations, and whatever else, at once', () => {
  it('end with links that fit, and each answer kept', async () => {
    const batches = fc.array(fc.array(act, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(fc.asyncProperty(batches, fc.nat(), atOnce), { numRuns: runs });
  }, 600_000);
});

/** Two processes on one store, whose calls take turns at random; and a reactor between them, now and then. */
async function atOnce(batches: readonly (readonly Act[])[], seed: number): Promise<void> {
  const choose = choicesFrom(seed);
  const store = new MemoryEventStore();
  const parts = { vault: new MemoryKeyVault({ seed: 'test' }), clock: new TestClock(), newIds: new CountedIds() };
  const turning = new WrappedStore(store, async (call) => {
    for (let turn = choose([0, 0, 1, 2, 5, 9]); turn > 0; turn--) await Promise.resolve();
    return call();
  });
  const quiet = await inMemoryEngine({ ...parts, store });
  const process = () => inMemoryEngine({ ...parts, store: turning, ready: true });
  const [processes, firms] = [[await process(), await process()], new Firms()];
  await firms.found(quiet);
  const made: { readonly given: Act; readonly answer: Readonly<Record<string, unknown>> }[] = [];
  for (const batch of batches) {
    const work = batch.map(async (given, i) => ({
      given,
      answer: await outcome(firms.command(processes[i % 2] as InMemoryEngine, given) ?? Promise.resolve({})),
    }));
    const reacting = choose([true, false]) ? reactTo(await process(), 0n) : undefined;
    for (const { given, answer } of await Promise.all(work))
      if (typeof answer === 'object' && 'position' in answer) made.push({ given, answer: { ...answer } });
    await reacting;
    firms.mergeIds.splice(0, firms.mergeIds.length, ...made.flatMap(({ given, answer }) => (given.do === 'merge' ? [String(answer.mergeId)] : [])));
  }
  await reactTo(await inMemoryEngine({ ...parts, store, ready: true }), 0n);
  const { events } = await store.readAll(everything);
  const now = new Date(parts.clock.now()).toISOString();
  const people = organizations.asEndUsers(events);
  expect([wrongAnyTime(people, now), wrongAtRest(people, now)]).toEqual([undefined, undefined]);
  const sealed = new Map(events.filter((e) => e.type === 'OrganizationMerged').map((e) => [e.data.mergeId, e]));
  const undone = new Set(events.filter((e) => e.type === 'OrganizationUnmerged').map((e) => e.data.mergeId));
  for (const { given, answer } of made) {
    const seal = sealed.get(answer.mergeId);
    if (given.do === 'merge') expect([seal && idInStream(seal.stream), seal?.data.survivorId]).toEqual([answer.mergedId, answer.survivorId]);
    if (given.do === 'unmerge') expect(undone).toContain(answer.mergeId);
  }
  for (const id of firms.ids) {
    const links = linksOf((await quiet.organizationClusters.load('acme', id)).state);
    const standing = [...sealed.values()].filter((e) => idInStream(e.stream) === id && !undone.has(e.data.mergeId));
    expect(links.survivor && [links.survivor.mergeId]).toEqual(standing.length > 0 ? standing.map((e) => e.data.mergeId) : undefined);
  }
}
