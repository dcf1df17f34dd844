import { Refusal } from '@kith/domain';
import fc from 'fast-check';
import { MergedPeople } from './merging';

const runs = Number(process.env.KITH_RUNS ?? 150);
/** So many runs on one log: a longer one would be read by each command. */
const runsOnOneLog = 40;

const ofOrganizations = ['join', 'join', 'join-by-domain', 'leave', 'choose-default', 'merge-organizations'] as const;
const kinds = ['merge', 'merge', 'rename', 'blank', 'tag', 'untag', 'choose', 'hear', 'attach', 'detach', 'suspend', 'delete', ...ofOrganizations] as const;
const steps = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(3), fc.nat(3)), { maxLength: 8 });

const unlessRefused = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error;
};

async function happen(
  people: MergedPeople,
  run: number,
  ids: readonly string[],
  organizations: readonly string[],
  [kind, one, other]: readonly [(typeof kinds)[number], number, number],
): Promise<unknown> {
  const [id, otherId] = [ids[one] as string, ids[other] as string];
  const organizationId = organizations[other % organizations.length] as string;
  const email = `email:r${run}p${other}@example.org` as const;
  switch (kind) {
    case 'merge':
      return people.merge(id, otherId);
    case 'rename':
      return people.change(id, { name: `N${other}`, fields: { plan: other } });
    case 'blank':
      return people.change(id, { name: null, fields: { plan: null } });
    case 'tag':
      return people.tag(id, `t${other % 2}`);
    case 'untag':
      return people.untag(id, `t${other % 2}`);
    case 'choose':
      return people.choose(id, email);
    case 'hear':
      return people.hear(1 + other, email);
    case 'attach':
      return people.attach(id, `email:r${run}x${other}@example.org`);
    case 'detach':
      return people.detach(id, email);
    case 'suspend':
      return people.suspend(id);
    case 'delete':
      return people.remove(id);
    case 'join':
      return people.join(id, organizationId, one % 2 === 0);
    case 'join-by-domain':
      return people.joinByDomain(id, organizationId);
    case 'leave':
      return people.leave(id, organizationId);
    case 'choose-default':
      return people.chooseDefault(id, one % 2 === 0 ? null : organizationId);
    case 'merge-organizations':
      return people.mergeOrganizations(organizationId, organizations[one % organizations.length] as string);
  }
}

it('a merge that is undone leaves every profile with the digest that it had, and with what stands for it', async () => {
  let people: MergedPeople | undefined;
  let run = 0;
  let undone = 0;
  let joined = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(3), fc.nat(3), fc.boolean(), async (happens, survivor, merged, alone) => {
      if (run % runsOnOneLog === 0) {
        await people?.database.close();
        people = undefined;
      }
      people ??= await MergedPeople.of();
      run += 1;
      const ids: string[] = [];
      for (let i = 0; i < 4; i++) ids.push(await people.create({ name: `P${i}`, tags: ['t0'], fields: { plan: i } }, `email:r${run}p${i}@example.org`));
      const organizations: string[] = [];
      for (let i = 0; i < 3; i++) organizations.push(await people.createOrganization(`O${i} of ${run}`));
      for (const step of happens) await happen(people, run, ids, organizations, step).catch(unlessRefused);
      const asked = people;
      const restorals = await people.restorals();
      const told = async () => {
        const profiles = [];
        for (const id of ids) profiles.push(await asked.shown(id));
        return Promise.all(profiles.map(async (one) => ({ ...one, updatedAt: '', revision: 0, digest: await restorals.digestOf('acme', one) })));
      };
      const before = await told();
      joined += before.filter((one) => one.organizations.length > 0).length;
      const made = await people.merge(ids[survivor] as string, ids[merged] as string).catch(unlessRefused);
      if (made) {
        const brought = before.find(({ id }) => id === made.mergedId)?.mergedFrom ?? [];
        await people.unmerge(made.mergeId, alone && brought.length === 0);
        undone += 1;
      }
      expect(await told()).toEqual(before);
    }),
    { numRuns: runs },
  );
  await people?.database.close();
  expect(undone).toBeGreaterThan(runs / 4);
  expect(joined).toBeGreaterThan(runs / 4);
}, 240_000);
