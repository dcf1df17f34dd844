import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ExpressionBuilder, QueryCreator } from 'kysely';
import { atMost } from './at-most';
import { memberIds } from './cluster-members';
import { byPosition, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import type { ShownActor } from './shown-merge';
import { type Params, query } from './statement';
import type { DifferenceTable, Tables } from './tables';

/** How a declaration came to its end before its time. */
export interface ShownWithdrawal {
  readonly at: string;
  readonly actor: ShownActor;
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
  /** The later declaration of the same pair that took its place; null when it was withdrawn. */
  readonly replacedBy: string | null;
}

/** A declaration that two profiles are not one person. Times are RFC 3339 UTC. */
export interface ShownDifference {
  readonly id: string;
  /** The lower id of the two that were named. */
  readonly endUserId: string;
  readonly otherId: string;
  /** It counts: neither withdrawn, nor replaced, nor past its time. */
  readonly standing: boolean;
  /** Null: until it is withdrawn. */
  readonly until: string | null;
  /** Null also once `endUserId` is erased, as whose words it counts. */
  readonly reason: string | null;
  readonly actor: ShownActor;
  readonly onBehalfOf: string | null;
  /** When it was recorded. */
  readonly at: string;
  /** Of its event, decimal. */
  readonly position: string;
  readonly withdrawn: ShownWithdrawal | null;
}

export interface DifferenceFilter {
  /** It, or another member of its cluster, is one of the two. */
  readonly endUserId?: string | undefined;
  /** Only those that stand, or only those that do not. */
  readonly standing?: boolean | undefined;
}

/** Declarations that meet a filter, the latest first. @throws BadCursor, also for the cursor of another filter */
export class ListDifferences extends Query<ListPage<ShownDifference>> {
  static readonly needs: readonly ProjectionName[] = ['merges', 'end-user-profile'];
  constructor(
    readonly tenant: string,
    readonly filter: DifferenceFilter,
    /** Now, RFC 3339 UTC with milliseconds. */
    readonly at: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** A declaration by its id; undefined for an id that the tenant does not know. */
export class FindDifference extends Query<ShownDifference | undefined> {
  static readonly needs: readonly ProjectionName[] = ['merges'];
  constructor(
    readonly tenant: string,
    readonly declarationId: string,
    /** Now, RFC 3339 UTC with milliseconds. */
    readonly at: string,
  ) {
    super();
  }
}

interface OfDifference {
  readonly tenant: string;
  readonly declarationId: string;
}
interface ReadOf {
  readonly tenant: string;
  readonly endUserId: string;
  readonly at: string;
  readonly before: number;
  readonly limit: number;
}
type Standing = DifferenceFilter['standing'];

const difference = query((db, p: Params<OfDifference>) =>
  db.selectFrom('difference').selectAll().where('tenant', '=', p.tenant).where('declaration_id', '=', p.declarationId),
);

const isStanding = (eb: ExpressionBuilder<Tables, 'difference'>, at: Params<ReadOf>['at']) =>
  eb.and([eb('withdrawn_at', 'is', null), eb.or([eb('until', 'is', null), eb('until', '>', at)])]);

/** The declarations that name a member of the cluster, on either side. Joined, because a list of ids would be looked for in all there are. */
const ofCluster = (db: QueryCreator<Tables>, p: Params<ReadOf>) => {
  const naming = (side: 'end_user_id' | 'other_id') =>
    db
      .selectFrom(memberIds(db, p).as('member'))
      .innerJoin('difference as one', (join) => join.onRef(`one.${side}`, '=', 'member.id'))
      .selectAll('one')
      .where('one.tenant', '=', p.tenant);
  return naming('end_user_id').union(naming('other_id')).as('difference');
};

/** A page of the declarations that meet these conditions. Each combination is compiled once. */
const differences = (standing: Standing, isOfCluster: boolean) =>
  query((db, p: Params<ReadOf>) => {
    const from = isOfCluster ? db.selectFrom(ofCluster(db, p)) : db.selectFrom('difference').where('tenant', '=', p.tenant);
    let page = from.selectAll().where('position', '<', p.before);
    if (standing !== undefined) page = page.where((eb) => (standing ? isStanding(eb, p.at) : eb.not(isStanding(eb, p.at))));
    return page.orderBy('position', 'desc').limit(atMost(p.limit));
  });

@QueryHandler(ListDifferences)
export class ListDifferencesHandler implements IQueryHandler<ListDifferences> {
  private readonly prepared = new Map<string, Prepared<ReadOf, DifferenceTable>>();

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {}

  async execute({ tenant, filter, at, page: { cursor, limit } }: ListDifferences): Promise<ListPage<ShownDifference>> {
    const { endUserId, standing } = filter;
    const list = byPosition(`differences ${endUserId ?? ''} ${standing ?? ''}`);
    const [before] = list.placeOf(cursor);
    const rows = await this.reading(standing, endUserId !== undefined)({ tenant, endUserId: endUserId ?? '', at, before, limit: limit + 1 });
    return list.pageOf(
      rows,
      limit,
      ({ position }) => [position],
      (row) => shown(row, at),
    );
  }

  private reading(standing: Standing, isOfCluster: boolean): Prepared<ReadOf, DifferenceTable> {
    const name = `${standing} ${isOfCluster}`;
    const known = this.prepared.get(name) ?? this.database.prepare(differences(standing, isOfCluster));
    this.prepared.set(name, known);
    return known;
  }
}

@QueryHandler(FindDifference)
export class FindDifferenceHandler implements IQueryHandler<FindDifference> {
  private readonly difference: Prepared<OfDifference, DifferenceTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.difference = database.prepare(difference);
  }

  async execute({ tenant, declarationId, at }: FindDifference): Promise<ShownDifference | undefined> {
    const [row] = await this.difference({ tenant, declarationId });
    return row && shown(row, at);
  }
}

const shown = (row: DifferenceTable, at: string): ShownDifference => ({
  id: row.declaration_id,
  endUserId: row.end_user_id,
  otherId: row.other_id,
  standing: row.withdrawn_at === null && (row.until === null || row.until > at),
  until: row.until,
  reason: row.reason,
  actor: { kind: row.actor_kind, id: row.actor_id },
  onBehalfOf: row.on_behalf_of,
  at: row.recorded_at,
  position: String(row.position),
  withdrawn: withdrawn(row),
});

function withdrawn({
  withdrawn_at: at,
  withdrawn_actor_kind: kind,
  withdrawn_actor_id: id,
  withdrawn_on_behalf_of: onBehalfOf,
  withdrawn_reason: reason,
  replaced_by: replacedBy,
}: DifferenceTable): ShownWithdrawal | null {
  return at === null || kind === null || id === null ? null : { at, actor: { kind, id }, onBehalfOf, reason, replacedBy };
}
