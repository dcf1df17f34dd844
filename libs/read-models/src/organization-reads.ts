import type { QueryCreator } from 'kysely';
import type { Reads } from './cluster-rows';
import { goldenOrganization, type OrganizationRows } from './golden-organization';
import type { Prepared } from './read-database';
import type { FoundOrganization } from './shown-organization';
import { type Params, query } from './statement';
import type { OrganizationTable, Tables } from './tables';

type OfOrganization = { readonly tenant: string; readonly organizationId: string };

const own = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization').selectAll().where('tenant', '=', p.tenant).where('id', '=', p.organizationId),
);
const canonicalOf = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization').select('canonical_id as id').where('tenant', '=', p.tenant).where('id', '=', p.organizationId),
);
const merged = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization').selectAll().where('tenant', '=', p.tenant).where('canonical_id', '=', p.organizationId).where('survivor_id', 'is not', null),
);
const mergedIds = query((db, p: Params<OfOrganization>) =>
  db
    .selectFrom('organization')
    .select('id')
    .where('tenant', '=', p.tenant)
    .where('canonical_id', '=', p.organizationId)
    .where('survivor_id', 'is not', null)
    .orderBy('id'),
);

/** Ids of an organization that stands for itself, and of those that it stands for. */
const belowIds = (db: QueryCreator<Tables>, p: Params<OfOrganization>) =>
  db
    .selectNoFrom(p.organizationId.as('id'))
    .unionAll(
      db
        .selectFrom('organization')
        .select('id')
        .where('tenant', '=', p.tenant)
        .where('canonical_id', '=', p.organizationId)
        .where('survivor_id', 'is not', null),
    );

const tags = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization_tag').select(['tag', 'position']).where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId),
);
const fields = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization_field').select(['name', 'value']).where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId).orderBy('name'),
);
const blanks = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization_blank').select(['what', 'position']).where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId),
);
const domains = query((db, p: Params<OfOrganization>) =>
  db
    .selectFrom('organization_domain')
    .select(['organization_id', 'domain', 'subdomains', 'excepted', 'precedence'])
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId),
);

const size = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization_size').select('people').where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId),
);
/** Persons in any of the organizations that this one stands for: who is in two of them is counted once. */
const sizeOfAll = query((db, p: Params<OfOrganization>) =>
  db
    .selectFrom('organization_member')
    .select((eb) => eb.fn.count<number>('number').distinct().as('people'))
    .where('tenant', '=', p.tenant)
    .where('organization_id', 'in', belowIds(db, p)),
);

type Read<Row> = Prepared<OfOrganization, Row>;

/** Reads organizations, each with those that are one with it. */
export class OrganizationReads {
  private readonly own: Read<OrganizationTable>;
  private readonly canonical: Read<{ id: string }>;
  private readonly merged: Read<OrganizationTable>;
  private readonly mergedIds: Read<{ id: string }>;
  private readonly tags: Read<OrganizationRows['tags'][number]>;
  private readonly fields: Read<OrganizationRows['fields'][number]>;
  private readonly blanks: Read<OrganizationRows['blanks'][number]>;
  private readonly domains: Read<OrganizationRows['domains'][number]>;
  private readonly size: Read<{ people: number }>;
  private readonly sizeOfAll: Read<{ people: number }>;

  constructor(database: Reads) {
    this.own = database.prepare(own);
    this.canonical = database.prepare(canonicalOf);
    this.merged = database.prepare(merged);
    this.mergedIds = database.prepare(mergedIds);
    this.tags = database.prepare(tags);
    this.fields = database.prepare(fields);
    this.blanks = database.prepare(blanks);
    this.domains = database.prepare(domains);
    this.size = database.prepare(size);
    this.sizeOfAll = database.prepare(sizeOfAll);
  }

  /** What an id is shown as; undefined for one that the tenant does not know. */
  async find(tenant: string, organizationId: string): Promise<FoundOrganization | undefined> {
    const [canonical] = await this.canonical({ tenant, organizationId });
    if (!canonical) return undefined;
    const of = { tenant, organizationId: canonical.id };
    const rows = (await Promise.all([this.own(of), this.merged(of)])).flat();
    // Its links changed between the two reads: what it stands for by itself.
    if (!rows.some(({ id }) => id === canonical.id)) return undefined;
    const [members, people] = await Promise.all([Promise.all(rows.map((row) => this.withParts(row))), this.people(of, rows.length)]);
    return goldenOrganization(members, canonical.id, organizationId, people);
  }

  /** The ids of all that are one with it, the one that stands for them first; none for an id that the tenant does not know. */
  async idsOf(tenant: string, organizationId: string): Promise<readonly string[]> {
    const [canonical] = await this.canonical({ tenant, organizationId });
    if (!canonical) return [];
    const below = await this.mergedIds({ tenant, organizationId: canonical.id });
    return [canonical.id, ...below.map(({ id }) => id)];
  }

  /** Persons who are members of any of these, which are one, the one that stands for them first. */
  async countMembers(tenant: string, [organizationId, ...others]: readonly string[]): Promise<number> {
    return organizationId === undefined ? 0 : this.people({ tenant, organizationId }, 1 + others.length);
  }

  private async people(of: OfOrganization, organizations: number): Promise<number> {
    const [counted] = await (organizations === 1 ? this.size(of) : this.sizeOfAll(of));
    return Number(counted?.people ?? 0);
  }

  private async withParts(row: OrganizationTable): Promise<OrganizationRows> {
    const of = { tenant: row.tenant, organizationId: row.id };
    const [ownTags, ownFields, ownBlanks, claims] = await Promise.all([this.tags(of), this.fields(of), this.blanks(of), this.domains(of)]);
    return { row, tags: ownTags, fields: ownFields, blanks: ownBlanks, domains: claims };
  }
}
