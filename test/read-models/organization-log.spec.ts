import type { ReadDatabase } from '@kith/read-models';
import fc from 'fast-check';
import { type Kind, kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories } from './random-log';
import type { RandomOrganizations } from './random-organizations';

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/** What profiles say of their organizations, as they are folded from their events, and as the rows have it. */
async function ofProfiles({ kysely }: ReadDatabase, { memberships }: RandomOrganizations) {
  const folded = [...memberships].flatMap(([id, { joined, default: chosen }]) => [
    ...joined.map(({ organizationId, cause }) => [id, organizationId, cause]),
    ...(chosen === undefined ? [] : [[id, chosen]]),
  ]);
  const joined = await kysely.selectFrom('end_user_organization').selectAll().orderBy('position').execute();
  const chosen = await kysely.selectFrom('end_user_default').selectAll().execute();
  const rows = [
    ...joined.map(({ end_user_id, organization_id, cause }) => [end_user_id, organization_id, cause]),
    ...chosen.map(({ end_user_id, organization_id }) => [end_user_id, organization_id]),
  ];
  return { folded: folded.sort(byText), rows: rows.sort(byText) };
}

/** Who is listed where, worked out from the profiles' own rows, and as the rows of the lists have it. */
async function ofLists({ kysely }: ReadDatabase) {
  const profiles = await kysely.selectFrom('end_user').selectAll().execute();
  const joined = await kysely.selectFrom('end_user_organization').selectAll().execute();
  const expected = profiles.flatMap((one) => {
    const cluster = profiles.filter((other) => other.tenant === one.tenant && other.canonical_id === one.id);
    // Of who is erased by itself the others are there.
    const isErasedAlone = one.status === 'erased' && one.status_before !== null && cluster.some(({ status }) => status !== 'erased');
    if (one.survivor_id !== null || (one.status !== 'active' && one.status !== 'suspended' && !isErasedAlone)) return [];
    const merged = cluster
      .filter((other) => other.survivor_id !== null && other.searched_name !== null)
      .sort((a, b) => Number(a.merged_position) - Number(b.merged_position));
    const ids = new Set(joined.filter((row) => cluster.some((profile) => profile.id === row.end_user_id)).map((row) => row.organization_id));
    const name = one.searched_name ?? merged[0]?.searched_name ?? '';
    return [...ids].map((id) => [one.tenant, id, Number(one.number), one.last_interaction_at, name]);
  });
  const rows = (await kysely.selectFrom('organization_member').selectAll().execute()).map((row) => [
    row.tenant,
    row.organization_id,
    Number(row.number),
    row.last_interaction_at,
    row.name,
  ]);
  const sizes = (await kysely.selectFrom('organization_size').selectAll().execute()).map((row) => [row.organization_id, Number(row.people)]);
  const counted = [...new Set(expected.map(([, id]) => id))].map((id) => [id, expected.filter((one) => one[1] === id).length]);
  return { expected: [expected.sort(byText), counted.sort(byText)], rows: [rows.sort(byText), sizes.sort(byText)] };
}

const check = (kind: Kind, seen: { members: number }) =>
  fc.asyncProperty(histories, fc.array(fc.nat(199), { maxLength: 4 }), async (steps, cuts) => {
    const log = new TestLog();
    const database = await kind.make();
    const organizations = await happen(log, steps, async (step) => cuts.includes(step) && project(log, database));
    await project(log, database);
    const profiles = await ofProfiles(database, organizations);
    expect(profiles.rows).toEqual(profiles.folded);
    const lists = await ofLists(database);
    expect(lists.rows).toEqual(lists.expected);
    seen.members += lists.rows[0]?.length ?? 0;
    const canonical = await database.kysely.selectFrom('organization').select(['id', 'canonical_id']).execute();
    for (const { id, canonical_id } of canonical) expect([id, canonical_id]).toEqual([id, organizations.canonicalOf(id)]);
    await database.close();
  });

it.each(kinds)(
  'organizations and who is in them come out of any history as its events say, wherever it was cut into transactions ($name)',
  async (kind) => {
    const seen = { members: 0 };
    const numRuns = Math.max(kind.cases, 8);
    await fc.assert(check(kind, seen), { numRuns, endOnFailure: true });
    // Few histories may have nobody in any organization at their end; so many do not.
    if (numRuns >= 20) expect(seen.members).toBeGreaterThan(0);
  },
  60_000,
);
