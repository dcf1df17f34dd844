import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { byPosition, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { RetentionRunTable } from './tables';

/** A retention run. Times are RFC 3339 UTC, of when it was recorded. */
export interface ShownRetentionRun {
  readonly runId: string;
  readonly withoutContactSince: string;
  /** How many persons whoever started it has seen. */
  readonly expected: number;
  readonly status: RetentionRunTable['status'];
  readonly startedAt: string;
  /** When the last page was done. */
  readonly advancedAt: string | null;
  /** When it ended or was cancelled; null while it goes on. */
  readonly endedAt: string | null;
  /** Persons that were looked at, and those of them who were kept, in the pages that are done. */
  readonly scanned: number;
  readonly kept: number;
  /** Persons that it has erased by now. */
  readonly erased: number;
  /** Those of them of whom nothing is left to erase. */
  readonly certified: number;
}

/** The retention runs of a tenant, the latest first. @throws BadCursor */
export class ListRetentionRuns extends Query<ListPage<ShownRetentionRun>> {
  static readonly needs: readonly ProjectionName[] = ['retention'];
  constructor(
    readonly tenant: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** A retention run by its id; undefined for an id that the tenant does not know. */
export class FindRetentionRun extends Query<ShownRetentionRun | undefined> {
  static readonly needs: readonly ProjectionName[] = ['retention'];
  constructor(
    readonly tenant: string,
    readonly runId: string,
  ) {
    super();
  }
}

type OfPage = { readonly tenant: string; readonly position: number; readonly limit: number };
type OfRun = { readonly tenant: string; readonly id: string };

const page = query((db, p: Params<OfPage>) =>
  db
    .selectFrom('retention_run')
    .selectAll()
    .where('tenant', '=', p.tenant)
    .where('started_position', '<', p.position)
    .orderBy('started_position', 'desc')
    .limit(atMost(p.limit)),
);
const one = query((db, p: Params<OfRun>) => db.selectFrom('retention_run').selectAll().where('tenant', '=', p.tenant).where('id', '=', p.id));

@QueryHandler(ListRetentionRuns)
export class ListRetentionRunsHandler implements IQueryHandler<ListRetentionRuns> {
  private readonly runs: Prepared<OfPage, RetentionRunTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.runs = database.prepare(page);
  }

  async execute({ tenant, page: { cursor, limit } }: ListRetentionRuns): Promise<ListPage<ShownRetentionRun>> {
    const list = byPosition('retention-runs');
    const [position] = list.placeOf(cursor);
    const rows = await this.runs({ tenant, position, limit: limit + 1 });
    return list.pageOf(rows, limit, (row) => [row.started_position], shown);
  }
}

@QueryHandler(FindRetentionRun)
export class FindRetentionRunHandler implements IQueryHandler<FindRetentionRun> {
  private readonly run: Prepared<OfRun, RetentionRunTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.run = database.prepare(one);
  }

  async execute({ tenant, runId }: FindRetentionRun): Promise<ShownRetentionRun | undefined> {
    const [row] = await this.run({ tenant, id: runId });
    return row && shown(row);
  }
}

const shown = (row: RetentionRunTable): ShownRetentionRun => ({
  runId: row.id,
  withoutContactSince: row.without_contact_since,
  expected: row.expected,
  status: row.status,
  startedAt: row.started_at,
  advancedAt: row.advanced_at,
  endedAt: row.ended_at,
  scanned: row.scanned,
  kept: row.kept,
  erased: row.erased,
  certified: row.certified,
});
