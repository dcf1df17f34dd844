import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type MergeRow, mergeColumns, type ShownMerge, shownMerge } from './shown-merge';
import { type Params, query } from './statement';

/** A merge by its id; undefined for an id that the tenant does not know. */
export class FindMerge extends Query<ShownMerge | undefined> {
  static readonly needs: readonly ProjectionName[] = ['merges'];
  constructor(
    readonly tenant: string,
    readonly mergeId: string,
  ) {
    super();
  }
}

interface OfMerge {
  readonly tenant: string;
  readonly mergeId: string;
}

const merge = query((db, p: Params<OfMerge>) => db.selectFrom('merge').select(mergeColumns).where('tenant', '=', p.tenant).where('id', '=', p.mergeId));

@QueryHandler(FindMerge)
export class FindMergeHandler implements IQueryHandler<FindMerge> {
  private readonly merge: Prepared<OfMerge, MergeRow>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.merge = database.prepare(merge);
  }

  async execute({ tenant, mergeId }: FindMerge): Promise<ShownMerge | undefined> {
    const [row] = await this.merge({ tenant, mergeId });
    return row && shownMerge(row);
  }
}
