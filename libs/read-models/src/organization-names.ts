import { Inject, Injectable } from '@nestjs/common';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { OrganizationTable } from './tables';

/** What the id of an organization is shown as now. */
export interface NamedOrganization {
  readonly canonicalId: string;
  /** Of the one that stands for it; null when its key is destroyed. */
  readonly name: string | null;
  readonly isDeleted: boolean;
}

type OfOrganization = { readonly tenant: string; readonly id: string };
type NameRow = { readonly id: string } & Pick<OrganizationTable, 'name' | 'status'>;

const named = query((db, p: Params<OfOrganization>) =>
  db
    .selectFrom('organization as one')
    .innerJoin('organization as canonical', (join) => join.onRef('canonical.tenant', '=', 'one.tenant').onRef('canonical.id', '=', 'one.canonical_id'))
    .select(['canonical.id', 'canonical.name', 'canonical.status'])
    .where('one.tenant', '=', p.tenant)
    .where('one.id', '=', p.id),
);

/** Tells what organizations are called, by the ids that they were ever named by. */
@Injectable()
export class OrganizationNames {
  private readonly named: Prepared<OfOrganization, NameRow>;

  constructor(@Inject(ReadDatabase) database: Pick<ReadDatabase, 'prepare'>) {
    this.named = database.prepare(named);
  }

  /** By each of the ids, given once or more often; those that are not known are left out. */
  async of(tenant: string, ids: Iterable<string>): Promise<ReadonlyMap<string, NamedOrganization>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return none;
    const rows = await Promise.all(asked.map(async (id) => this.named({ tenant, id })));
    return new Map(
      asked.flatMap((id, i) => {
        const row = rows[i]?.[0];
        return row ? [[id, { canonicalId: row.id, name: row.name, isDeleted: row.status === 'deleted' }] as const] : [];
      }),
    );
  }
}

const none: ReadonlyMap<string, NamedOrganization> = new Map();
