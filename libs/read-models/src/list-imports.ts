import type { Actor, ImportCounts } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { byPosition, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { ImportJobTable } from './tables';

/** An import, and how far it is, without what its file is called and holds. Times are RFC 3339 UTC, of when it was recorded. */
export interface ShownImport extends ImportCounts {
  readonly importId: string;
  readonly mode: ImportJobTable['mode'];
  readonly dryRun: boolean;
  readonly format: ImportJobTable['format'];
  readonly status: ImportJobTable['status'];
  readonly startedAt: string;
  readonly startedBy: { readonly kind: Actor['kind']; readonly id: string };
  readonly onBehalfOf: string | null;
  /** When the last rows were done. */
  readonly advancedAt: string | null;
  /** When it ended, failed or was cancelled; null while it goes on. */
  readonly endedAt: string | null;
  /** Why the rest of the file could not be read. */
  readonly failure: string | null;
  /** Of the file, and how many of them are done. */
  readonly bytes: number;
  readonly bytesRead: number;
  /** Of the undoing. */
  readonly revertedAt: string | null;
  readonly undone: number;
  readonly kept: number;
}

/** The imports of a tenant, the latest first. @throws BadCursor */
export class ListImports extends Query<ListPage<ShownImport>> {
  static readonly needs: readonly ProjectionName[] = ['imports'];
  constructor(
    readonly tenant: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** An import by its id; undefined for an id that the tenant does not know. */
export class FindImport extends Query<ShownImport | undefined> {
  static readonly needs: readonly ProjectionName[] = ['imports'];
  constructor(
    readonly tenant: string,
    readonly importId: string,
  ) {
    super();
  }
}

type OfPage = { readonly tenant: string; readonly position: number; readonly limit: number };
type OfJob = { readonly tenant: string; readonly id: string };

const page = query((db, p: Params<OfPage>) =>
  db
    .selectFrom('import_job')
    .selectAll()
    .where('tenant', '=', p.tenant)
    .where('started_position', '<', p.position)
    .orderBy('started_position', 'desc')
    .limit(atMost(p.limit)),
);
const one = query((db, p: Params<OfJob>) => db.selectFrom('import_job').selectAll().where('tenant', '=', p.tenant).where('id', '=', p.id));

@QueryHandler(ListImports)
export class ListImportsHandler implements IQueryHandler<ListImports> {
  private readonly jobs: Prepared<OfPage, ImportJobTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.jobs = database.prepare(page);
  }

  async execute({ tenant, page: { cursor, limit } }: ListImports): Promise<ListPage<ShownImport>> {
    const list = byPosition('imports');
    const [position] = list.placeOf(cursor);
    const rows = await this.jobs({ tenant, position, limit: limit + 1 });
    return list.pageOf(rows, limit, (row) => [row.started_position], shown);
  }
}

@QueryHandler(FindImport)
export class FindImportHandler implements IQueryHandler<FindImport> {
  private readonly job: Prepared<OfJob, ImportJobTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.job = database.prepare(one);
  }

  async execute({ tenant, importId }: FindImport): Promise<ShownImport | undefined> {
    const [row] = await this.job({ tenant, id: importId });
    return row && shown(row);
  }
}

const shown = (row: ImportJobTable): ShownImport => ({
  importId: row.id,
  mode: row.mode,
  dryRun: row.dry_run === 1,
  format: row.format,
  status: row.status,
  startedAt: row.started_at,
  startedBy: { kind: row.actor_kind, id: row.actor_id },
  onBehalfOf: row.on_behalf_of,
  advancedAt: row.advanced_at,
  endedAt: row.ended_at,
  failure: row.failure,
  bytes: row.bytes,
  bytesRead: row.bytes_read,
  rows: row.row_count,
  created: row.created,
  changed: row.changed,
  unchanged: row.unchanged,
  refused: row.refused,
  organizations: row.organizations,
  revertedAt: row.reverted_at,
  undone: row.undone,
  kept: row.kept,
});
