import { sql } from 'kysely';
import { type Params, type Statement, statement } from './statement';
import type {
  OrganizationBlankTable,
  OrganizationDomainTable,
  OrganizationFieldTable,
  OrganizationMergeTable,
  OrganizationTable,
  OrganizationTagTable,
} from './tables';

export type OfOrganization = { readonly tenant: string; readonly id: string };
type Change = OfOrganization & { readonly at: string; readonly revision: number; readonly position: number };
type Creation = Omit<OrganizationTable, 'status' | 'routing' | 'updated_at' | 'canonical_id' | 'survivor_id' | 'merge_id' | 'merged_position'>;

export const create = statement((db, p: Params<Creation>) =>
  db.insertInto('organization').values({
    tenant: p.tenant,
    id: p.id,
    status: 'active',
    name: p.name,
    searched_name: p.searched_name,
    external_id: p.external_id,
    details: p.details,
    notes: p.notes,
    origin: p.origin,
    created_at: p.created_at,
    updated_at: p.created_at,
    canonical_id: p.id,
    revision: p.revision,
    position: p.position,
  }),
);
/** Something of it that is shown has changed. */
export const edited = statement((db, p: Params<Change>) =>
  db.updateTable('organization').set({ updated_at: p.at, revision: p.revision, position: p.position }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
/** Its stream went on without that: whoever writes on condition of what was seen must be given a tag of this event. */
export const wentOn = statement((db, p: Params<Omit<Change, 'at'>>) =>
  db.updateTable('organization').set({ revision: p.revision, position: p.position }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

const set = (column: 'external_id' | 'details' | 'notes') =>
  statement((db, p: Params<OfOrganization & { value: string | null }>) =>
    db
      .updateTable('organization')
      .set({ [column]: p.value })
      .where('tenant', '=', p.tenant)
      .where('id', '=', p.id),
  );
/** One value, by the event's name for it. */
export const setValue = { externalId: set('external_id'), details: set('details'), notes: set('notes') };
export const setName = statement((db, p: Params<OfOrganization & { name: string | null; searched: string }>) =>
  db.updateTable('organization').set({ name: p.name, searched_name: p.searched }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
export const setRouting = statement((db, p: Params<OfOrganization & { routing: string | null }>) =>
  db.updateTable('organization').set({ routing: p.routing }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
/** For ever. */
export const markDeleted = statement((db, p: Params<OfOrganization>) =>
  db.updateTable('organization').set({ status: 'deleted' }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

export const addTag = statement((db, p: Params<OrganizationTagTable>) =>
  db
    .insertInto('organization_tag')
    .values({ tenant: p.tenant, organization_id: p.organization_id, tag: p.tag, position: p.position })
    .onConflict((c) => c.doNothing()),
);
export const removeTag = statement((db, p: Params<Omit<OrganizationTagTable, 'position'>>) =>
  db.deleteFrom('organization_tag').where('tenant', '=', p.tenant).where('organization_id', '=', p.organization_id).where('tag', '=', p.tag),
);
export const setField = statement((db, p: Params<OrganizationFieldTable>) =>
  db
    .insertInto('organization_field')
    .values({ tenant: p.tenant, organization_id: p.organization_id, name: p.name, value: p.value })
    .onConflict((c) => c.columns(['tenant', 'organization_id', 'name']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') }))),
);
export const removeField = statement((db, p: Params<Omit<OrganizationFieldTable, 'value'>>) =>
  db.deleteFrom('organization_field').where('tenant', '=', p.tenant).where('organization_id', '=', p.organization_id).where('name', '=', p.name),
);
const blank = statement((db, p: Params<OrganizationBlankTable>) =>
  db
    .insertInto('organization_blank')
    .values({ tenant: p.tenant, organization_id: p.organization_id, what: p.what, position: p.position })
    .onConflict((c) => c.columns(['tenant', 'organization_id', 'what']).doUpdateSet((eb) => ({ position: eb.ref('excluded.position') }))),
);
const fill = statement((db, p: Params<Omit<OrganizationBlankTable, 'position'>>) =>
  db.deleteFrom('organization_blank').where('tenant', '=', p.tenant).where('organization_id', '=', p.organization_id).where('what', '=', p.what),
);
/** Which of these things, by name, it has a value of from this position on; null for those that it took away. */
export const noteBlanks = ({ tenant, id }: OfOrganization, position: bigint, values: Readonly<Record<string, unknown>>): readonly Statement[] =>
  Object.entries(values).flatMap(([what, value]) => {
    const of = { tenant, organization_id: id, what };
    return value === undefined ? [] : [value === null ? blank({ ...of, position: Number(position) }) : fill(of)];
  });

export const claim = statement((db, p: Params<OrganizationDomainTable>) =>
  db
    .insertInto('organization_domain')
    .values({
      tenant: p.tenant,
      organization_id: p.organization_id,
      domain: p.domain,
      subdomains: p.subdomains,
      excepted: p.excepted,
      precedence: p.precedence,
      position: p.position,
    })
    .onConflict((c) =>
      c.columns(['tenant', 'organization_id', 'domain']).doUpdateSet((eb) => ({
        subdomains: eb.ref('excluded.subdomains'),
        excepted: eb.ref('excluded.excepted'),
        precedence: eb.ref('excluded.precedence'),
        position: eb.ref('excluded.position'),
      })),
    ),
);
/** Those that the event at this position did not name again. */
export const forgetClaims = statement((db, p: Params<OfOrganization & { position: number }>) =>
  db.deleteFrom('organization_domain').where('tenant', '=', p.tenant).where('organization_id', '=', p.id).where('position', '<', p.position),
);

export const addMerge = statement((db, p: Params<Omit<OrganizationMergeTable, 'undone'>>) =>
  db
    .insertInto('organization_merge')
    .values({ tenant: p.tenant, id: p.id, survivor_id: p.survivor_id, merged_id: p.merged_id, undone: 0, position: p.position }),
);
export const undoMerge = statement((db, p: Params<OfOrganization>) =>
  db.updateTable('organization_merge').set({ undone: 1 }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

type Link = OfOrganization & { readonly survivorId: string; readonly mergeId: string; readonly position: number };
const link = statement((db, p: Params<Link>) =>
  db
    .updateTable('organization')
    .set((eb) => ({
      survivor_id: p.survivorId,
      merge_id: p.mergeId,
      merged_position: p.position,
      status: eb
        .case()
        .when('status', '=', 'active')
        .then('merged' as const)
        .else(eb.ref('status'))
        .end(),
    }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
const unlink = statement((db, p: Params<OfOrganization>) =>
  db
    .updateTable('organization')
    .set((eb) => ({
      survivor_id: null,
      merge_id: null,
      merged_position: null,
      status: eb
        .case()
        .when('status', '=', 'merged')
        .then('active' as const)
        .else(eb.ref('status'))
        .end(),
    }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
/** What is shown of the one that it is merged into changes with the link, too. */
const survivorChanged = statement((db, p: Params<OfOrganization & { at: string; position: number }>) =>
  db
    .updateTable('organization')
    .from('organization as merged')
    .set({ updated_at: p.at, position: p.position })
    .where('merged.tenant', '=', p.tenant)
    .where('merged.id', '=', p.id)
    .where('organization.tenant', '=', p.tenant)
    .whereRef('organization.id', '=', 'merged.survivor_id'),
);

/** By this name the database's planner, and whoever works out what a statement reads, are told of the table. */
const organization = sql.table('organization');

/** The organization that each stands under, of one and all below it: up the links of each. No link leads in a circle. */
const followLinks = statement((db, p: Params<OfOrganization>) =>
  db
    .updateTable('organization')
    .set({
      canonical_id: sql<string>`(
        with recursive above(tenant, id, survivor_id) as (
          select organization.tenant, organization.id, organization.survivor_id
          union
          select one.tenant, one.id, one.survivor_id from above join ${organization} as one on one.tenant = above.tenant and one.id = above.survivor_id
        )
        select id from above where survivor_id is null
      )`,
    })
    .where('tenant', '=', p.tenant)
    .where(
      'id',
      'in',
      sql<string>`(
        with recursive below(tenant, id) as (
          select one.tenant, one.id from ${organization} as one where one.tenant = ${p.tenant} and one.id = ${p.id}
          union
          select one.tenant, one.id from below
            join ${organization} as one on one.tenant = below.tenant and one.survivor_id = below.id and one.survivor_id is not null
        )
        select id from below
      )`,
    ),
);

/** Sealed: from here on the survivor's canonical organization stands for it, and for all below it. */
export const merge = ({ at, ...merged }: Link & { at: string }): readonly Statement[] => {
  const own = { tenant: merged.tenant, id: merged.id };
  return [link(merged), survivorChanged({ ...own, at, position: merged.position }), followLinks(own)];
};
/** It stands for itself again, and for all below it. */
export const unmerge = ({ at, position, ...own }: OfOrganization & { at: string; position: number }): readonly Statement[] => [
  survivorChanged({ ...own, at, position }),
  unlink(own),
  followLinks(own),
];
