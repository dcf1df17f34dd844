import { HeldPointsBehind, type KnownDifference, type KnownMerge, MergeLedger } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { DifferenceTable, MergeTable } from './tables';

interface OfLedger {
  readonly tenant: string;
  readonly id: string;
}
type MergeRow = Pick<MergeTable, 'id' | 'survivor_id' | 'merged_id' | 'undone'>;
type DifferenceRow = Pick<DifferenceTable, 'declaration_id' | 'end_user_id' | 'other_id'>;

const merge = query((db, p: Params<OfLedger>) =>
  db.selectFrom('merge').select(['id', 'survivor_id', 'merged_id', 'undone']).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const organizationMerge = query((db, p: Params<OfLedger>) =>
  db.selectFrom('organization_merge').select(['id', 'survivor_id', 'merged_id', 'undone']).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const declaration = query((db, p: Params<OfLedger>) =>
  db.selectFrom('difference').select(['declaration_id', 'end_user_id', 'other_id']).where('tenant', '=', p.tenant).where('declaration_id', '=', p.id),
);

/** How long the ledger is waited for, and how often it is looked whether it has come so far. Milliseconds. */
const patience = { waitMs: 5_000, everyMs: 25 };

/** What the projections `merges` and `organizations` have of the log. What is there is told at once: neither a merge nor a declaration ever goes away. */
@Injectable()
export class ProjectedMergeLedger extends MergeLedger {
  private readonly merges: Prepared<OfLedger, MergeRow>;
  private readonly organizationMerges: Prepared<OfLedger, MergeRow>;
  private readonly declarations: Prepared<OfLedger, DifferenceRow>;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
    this.merges = database.prepare(merge);
    this.organizationMerges = database.prepare(organizationMerge);
    this.declarations = database.prepare(declaration);
  }

  async merge(tenant: string, mergeId: string, upTo: bigint): Promise<KnownMerge | undefined> {
    const row = await this.found('merges', upTo, () => this.merges({ tenant, id: mergeId }));
    return row && known(row);
  }

  async organizationMerge(tenant: string, mergeId: string, upTo: bigint): Promise<KnownMerge | undefined> {
    const row = await this.found('organizations', upTo, () => this.organizationMerges({ tenant, id: mergeId }));
    return row && known(row);
  }

  async declaration(tenant: string, declarationId: string, upTo: bigint): Promise<KnownDifference | undefined> {
    const row = await this.found('merges', upTo, () => this.declarations({ tenant, id: declarationId }));
    return row && { declarationId: row.declaration_id, endUserId: row.end_user_id, otherId: row.other_id };
  }

  /** Undefined only when a database that had come to the position did not have it. */
  private async found<Row>(projection: ProjectionName, position: bigint, read: () => readonly Row[] | Promise<readonly Row[]>): Promise<Row | undefined> {
    const end = performance.now() + patience.waitMs;
    for (;;) {
      const { serving } = this.database;
      // How far first: what is projected between the two reads is found, and never said to be missing.
      const reached = (await this.database.checkpoints()).get(projection) ?? 0n;
      const [row] = await read();
      // A rebuilt database that was taken into use meanwhile may be a little behind the one that was asked.
      if (row || (reached >= position && this.database.serving === serving)) return row;
      if (performance.now() >= end) throw new HeldPointsBehind(position);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }
}

const known = ({ id, survivor_id, merged_id, undone }: MergeRow): KnownMerge => ({
  mergeId: id,
  survivorId: survivor_id,
  mergedId: merged_id,
  isUndone: undone !== 0,
});
