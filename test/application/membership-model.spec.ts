import { MemoryEventStore, MemoryKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { PersonalData } from '@kith/application';
import { type DomainEvent, isFreeMail, type MembershipSettings, membershipsOf, type Recorded } from '@kith/domain';
import { ProjectedMembershipDirectory, projections } from '@kith/read-models';
import fc from 'fast-check';
import { project } from '../read-models/projected';
import { type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { FoldedDirectory, MembershipDirectoryInLog } from '../support/membership-directory-in-log';
import { type Act, act, MembershipWorld } from '../support/membership-world';

const memberships = projections.filter(({ name }) => name === 'memberships');
const runs = Number(process.env.KITH_RUNS ?? 60);

/** An engine whose directory lags behind the log by so many events now and then, but never behind what it is asked for. */
async function lagging(lags: readonly number[]): Promise<InMemoryEngine> {
  const [store, vault] = [new MemoryEventStore(), new MemoryKeyVault({ seed: 'test' })];
  let asked = 0;
  const knownUpTo = (head: bigint) => head - BigInt(lags[asked++ % lags.length] ?? 0);
  return inMemoryEngine({ store, vault, directory: new MembershipDirectoryInLog(store, new PersonalData(vault), knownUpTo) });
}

async function eventsOf({ store, personal }: InMemoryEngine): Promise<readonly Recorded<DomainEvent>[]> {
  const { events } = await store.readAll({ after: 0n, limit: 1_000_000 });
  return Promise.all(events.map((event) => personal.open(event)));
}

/** The rule once more, as one would write it without thinking of speed: by all claims that fit, the best first. */
function expected(known: FoldedDirectory, endUserId: string, { verifiedOnly, freeMail }: MembershipSettings): readonly string[] {
  const isFree = (domain: string) => isFreeMail(domain) || freeMail.includes(domain);
  const within = (domain: string, above: string) => domain === above || domain.endsWith(`.${above}`);
  const found = known
    .heldBy(endUserId)
    .filter(({ domain, verified }) => !isFree(domain) && (verified || !verifiedOnly))
    .flatMap(({ domain }) => {
      const fitting = known
        .claims()
        .filter((one) => !isFree(one.domain))
        .filter((one) => domain === one.domain || (one.subdomains && within(domain, one.domain) && !one.except.some((below) => within(domain, below))));
      const [best] = fitting.sort(
        (a, b) =>
          b.domain.length - a.domain.length || a.precedence - b.precedence || Number(a.since - b.since) || (a.organizationId < b.organizationId ? -1 : 1),
      );
      return best ? [best.organizationId] : [];
    });
  return [...new Set(found)].sort();
}

async function checkAtRest(engine: InMemoryEngine, world: MembershipWorld): Promise<void> {
  const known = new FoldedDirectory(await eventsOf(engine));
  const { membership } = await engine.settings.of('acme');
  for (const id of world.people) {
    const { state } = await engine.linking.load('acme', id);
    const { joined, barred } = membershipsOf(state);
    const lives = state.status === 'active' || state.status === 'suspended';
    const wanted = lives ? expected(known, id, membership).filter((organizationId) => !barred.includes(organizationId)) : [];
    const byHand = joined.filter(({ cause }) => cause !== 'domain').map(({ organizationId }) => organizationId);
    const byDomain = joined.filter(({ cause }) => cause === 'domain').map(({ organizationId }) => organizationId);
    expect({ id, byDomain: byDomain.sort() }).toEqual({ id, byDomain: wanted.filter((organizationId) => !byHand.includes(organizationId)) });
    for (const { organizationId } of joined)
      expect({ organizationId, isDeleted: known.isDeleted(organizationId) }).toEqual({ organizationId, isDeleted: false });
  }
}

/** What the intervals leave open is what the rows say, and both are what the log says; the real directory knows the same as the folded one. */
async function checkProjected(engine: InMemoryEngine, world: MembershipWorld): Promise<void> {
  const database = await SqliteReadDatabase.temporary();
  const head = await engine.store.head();
  await project({ store: engine.store, personalData: engine.personal }, database, memberships);
  const rows = await database.kysely.selectFrom('membership').select(['end_user_id', 'organization_id']).execute();
  const open = await database.kysely.selectFrom('membership_interval').select(['end_user_id', 'organization_id']).where('to_position', 'is', null).execute();
  const written = (all: typeof rows) => all.map((row) => `${row.end_user_id} ${row.organization_id}`).sort();
  const known = new FoldedDirectory(await eventsOf(engine));
  const inLog = [...known.members].flatMap(([id, joined]) => joined.map(({ organizationId }) => `${id} ${organizationId}`)).sort();
  expect([written(rows), written(open)]).toEqual([inLog, inLog]);
  const projected = new ProjectedMembershipDirectory(database);
  const folded = new MembershipDirectoryInLog(engine.store, engine.personal);
  const all = [...new Set(known.claims().map(({ domain }) => domain))].sort();
  const inOrder = async (claims: Promise<readonly { domain: string; organizationId: string }[]>) =>
    (await claims).toSorted((a, b) => `${a.domain} ${a.organizationId}`.localeCompare(`${b.domain} ${b.organizationId}`));
  expect(await inOrder(projected.claimsOf('acme', all, head))).toEqual(await inOrder(folded.claimsOf('acme', all, head)));
  expect(await projected.concerned('acme', { all: true }, '', 100, head)).toEqual(await folded.concerned('acme', { all: true }, '', 100, head));
  const held = async (directory: MembershipDirectoryInLog | ProjectedMembershipDirectory) =>
    [...(await directory.heldDomains('acme', world.people, head))].map(([id, domains]) => [id, domains.map((one) => JSON.stringify(one)).sort()]).sort();
  expect(await held(projected)).toEqual(await held(folded));
  await database.close();
}

async function played(acts: readonly Act[], lags: readonly number[], verifiedOnly: boolean): Promise<{ engine: InMemoryEngine; world: MembershipWorld }> {
  const engine = await lagging(lags);
  const world = new MembershipWorld(engine);
  await world.begin(verifiedOnly);
  for (const one of acts) await world.act(one);
  await world.rest();
  return { engine, world };
}

describe('whatever people and organizations do, and however late and often reactors come by', () => {
  const lags = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 5 });
  it('everybody is in the end a member of what their addresses and hands say, and of nothing that is gone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), lags, fc.boolean(), async (acts, late, verifiedOnly) => {
        const { engine, world } = await played(acts, late, verifiedOnly);
        await checkAtRest(engine, world);
      }),
      { numRuns: runs },
    );
  }, 600_000);

  it('rows and intervals are what the log says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        const { engine, world } = await played(acts, [0], false);
        await checkProjected(engine, world);
      }),
      { numRuns: Math.ceil(runs / 12) },
    );
  }, 600_000);
});
