import { linksOf, MergeUsers, membersOf, UnmergeUsers } from '@kith/domain';
import fc from 'fast-check';
import { asking } from '../support/in-memory-engine';
import { type Act, act, beginning, Compared } from '../support/merging-compared';
import { reactTo } from '../support/reactions';

const runs = Number(process.env.KITH_RUNS ?? 400);

describe('any sequence of merges, unmerges and whatever else happens to profiles', () => {
  it('is answered as the naive model says, and leaves every id and address with the canonical profile that it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 18 }), (acts) => new Compared().all([...beginning, ...acts])),
      { numRuns: runs },
    );
  }, 600_000);

  it('is undone exactly: whatever was there before a merge is there after its unmerge', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), fc.nat(5), fc.nat(5), fc.boolean(), (acts, one, other, isReacted) =>
        undone(acts, one, other, isReacted),
      ),
      { numRuns: runs },
    );
  }, 600_000);

  it('brings a profile back alone also when it came back before, with no regard to what was merged into it since', async () => {
    const [merge, unmerge] = [
      (one: number, other: number): Act => ({ do: 'merge', one, other }),
      (n: number, alone: boolean): Act => ({ do: 'unmerge', merge: n, alone }),
    ];
    await new Compared().all([...beginning, merge(1, 2), merge(0, 1), unmerge(1, false), merge(1, 3), unmerge(1, true)]);
  });
});

async function undone(acts: readonly Act[], one: number, other: number, isReacted: boolean): Promise<void> {
  const compared = new Compared();
  await compared.all([...beginning, ...acts]);
  const { engine, model, ids } = compared;
  const [survivorId, mergedId] = [ids[one], ids[other]];
  if (survivorId === undefined || mergedId === undefined || model.refusals(one, other).length > 0) return;
  const before = await shown(compared);
  const position = await engine.store.head();
  const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), survivorId, mergedId));
  expect(await shown(compared)).not.toEqual(before);
  if (isReacted) await reactTo(engine, position);
  await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
  expect(await shown(compared)).toEqual(before);
  await reactTo(engine, position);
  expect(await shown(compared)).toEqual(before);
}

/** All that a profile is, but what it remembers of merges that are over. */
async function shown({ engine, ids }: Compared): Promise<unknown> {
  const profiles = ids.map(async (id) => {
    const { canonical } = await engine.clusters.placeOf('acme', id);
    const { state } = await engine.linking.load('acme', id);
    const { links, ...own } = state;
    const { survivor, reservation, differences } = linksOf(state);
    const known = survivor ? [] : differences.map((d) => JSON.stringify(d)).sort();
    return { id, canonicalId: canonical.id, own, survivor, reservation, members: [...membersOf(id, state)].sort(), known };
  });
  const { events } = await engine.store.readAll({ after: 0n, limit: 100_000 });
  return { profiles: await Promise.all(profiles), points: events.filter(({ stream }) => stream.startsWith('contactPoint-')).map((e) => e.metadata.eventId) };
}
