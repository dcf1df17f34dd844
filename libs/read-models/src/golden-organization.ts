import { aboveOf, type FieldValue, type OrganizationRouting } from '@kith/domain';
import { inOrderAbsorbed } from './absorbed-order';
import type { FoundOrganization, ShownDomain } from './shown-organization';
import type { OrganizationBlankTable, OrganizationDomainTable, OrganizationFieldTable, OrganizationTable, OrganizationTagTable } from './tables';

/** An organization by itself, with what belongs to it. */
export interface OrganizationRows {
  readonly row: OrganizationTable;
  readonly tags: readonly Pick<OrganizationTagTable, 'tag' | 'position'>[];
  readonly fields: readonly Pick<OrganizationFieldTable, 'name' | 'value'>[];
  readonly blanks: readonly Pick<OrganizationBlankTable, 'what' | 'position'>[];
  readonly domains: readonly Omit<OrganizationDomainTable, 'tenant' | 'position'>[];
}

/** One of those that are one, as it gives its values. */
interface Member extends OrganizationRows {
  readonly id: string;
  readonly survivorId: string | null;
  readonly mergedPosition: number | null;
  /** The organizations above it, and where in the log it came to each. */
  readonly above: readonly { readonly profile: Member; readonly joined: number }[];
}

/**
 * Organizations that are one, as one: the values of the one that stands for them, blank ones filled from those that were merged into it,
 * in the order in which they came; routing is only its own. What one took away is hidden of those that had come to it before that.
 * @param members of which `canonicalId` is one
 * @param memberCount persons in any of them
 */
export function goldenOrganization(members: readonly OrganizationRows[], canonicalId: string, id: string, memberCount: number): FoundOrganization {
  const ordered = inOrder(members, canonicalId);
  const { row } = ordered[0] as Member;
  const value = (column: 'external_id' | 'details' | 'notes', what: string) =>
    shownIn(ordered, what).find((member) => member.row[column] !== null)?.row[column];
  return {
    etag: `${canonicalId}.${Math.max(...members.map((member) => member.row.position))}`,
    organization: {
      id,
      canonicalId,
      status: id === canonicalId ? row.status : 'merged',
      name: row.name,
      externalId: value('external_id', 'externalId') ?? null,
      details: value('details', 'details') ?? null,
      notes: value('notes', 'notes') ?? null,
      origin: row.origin,
      tags: tagsOf(ordered),
      fields: fieldsOf(ordered),
      domains: row.status === 'deleted' ? [] : ordered.flatMap(({ domains }) => domains.map(shownDomain)).sort(byDomain),
      routing: row.routing === null ? null : (JSON.parse(row.routing) as OrganizationRouting),
      mergedFrom: ordered
        .slice(1)
        .map((member) => member.id)
        .sort(),
      memberCount,
      createdAt: row.created_at,
      updatedAt: members.reduce((latest, member) => (member.row.updated_at > latest ? member.row.updated_at : latest), ''),
      revision: row.revision,
    },
  };
}

/** As they were absorbed, each with those above it. */
function inOrder(members: readonly OrganizationRows[], canonicalId: string): readonly Member[] {
  const all: Member[] = members.map((one) => ({
    ...one,
    id: one.row.id,
    survivorId: one.row.survivor_id,
    mergedPosition: one.row.merged_position,
    above: [],
  }));
  const byId = new Map(all.map((member) => [member.id, member]));
  return inOrderAbsorbed(all, canonicalId).map((member) => ({ ...member, above: aboveOf(member, byId, canonicalId) }));
}

/** Those whose value none above them took away after they had come. */
const shownIn = (members: readonly Member[], what: string): readonly Member[] =>
  members.filter(({ above }) => !above.some(({ profile, joined }) => profile.blanks.some((blank) => blank.what === what && blank.position > joined)));

function tagsOf(members: readonly Member[]): readonly string[] {
  const tags = members.flatMap((member) => member.tags.filter(({ tag }) => shownIn([member], `tags.${tag}`).length > 0));
  return [...new Set(tags.sort((one, other) => one.position - other.position || (one.tag < other.tag ? -1 : 1)).map(({ tag }) => tag))];
}

function fieldsOf(members: readonly Member[]): Readonly<Record<string, FieldValue>> {
  const fields = new Map<string, FieldValue>();
  for (const member of members)
    for (const { name, value } of member.fields)
      if (!fields.has(name) && shownIn([member], `fields.${name}`).length > 0) fields.set(name, JSON.parse(value) as FieldValue);
  return Object.fromEntries(fields);
}

const shownDomain = ({ organization_id, domain, subdomains, excepted, precedence }: OrganizationRows['domains'][number]): ShownDomain => ({
  domain,
  subdomains: subdomains === 1,
  except: JSON.parse(excepted) as string[],
  precedence,
  organizationId: organization_id,
});

const byDomain = (one: ShownDomain, other: ShownDomain): number =>
  one.domain === other.domain ? (one.organizationId < other.organizationId ? -1 : 1) : one.domain < other.domain ? -1 : 1;
