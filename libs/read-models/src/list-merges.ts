import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type QueryCreator, type RawBuilder, type SqlBool, sql } from 'kysely';
import { atMost } from './at-most';
import { KeysetList, type ListPage, type PageRequest } from './page';
import { flag, type ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { folded } from './search-text';
import { type MergeRow, mergeColumns, type ShownMerge, shownMerge } from './shown-merge';
import { type Params, query } from './statement';
import type { MergeTable, Tables } from './tables';

/** Which merges a list is of: all conditions that are given. Times are RFC 3339 UTC with milliseconds. */
export interface MergeFilter {
  /** Id of who merged. */
  readonly actor?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  /** A part of the reason of the merge, or of undoing it; case and accents do not count. */
  readonly reason?: string | undefined;
  readonly rule?: string | undefined;
  /** On either side, named, or a member of the merged side. */
  readonly endUserId?: string | undefined;
  /** Recorded at this time or later. */
  readonly from?: string | undefined;
  /** Recorded before this time. */
  readonly to?: string | undefined;
  readonly undone?: boolean | undefined;
}

/**
 * Merges that meet a filter, the latest recorded first. A page may hold fewer than asked for, even none, and still have a next one:
 * then it was cut short because what it looks for is rare among what it has to look at.
 * @throws BadCursor, also for the cursor of another filter
 */
export class ListMerges extends Query<ListPage<ShownMerge>> {
  static readonly needs: readonly ProjectionName[] = ['merges'];
  constructor(
    readonly tenant: string,
    readonly filter: MergeFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** A filter as it is looked up, with the place where the page begins. */
type Read = { readonly tenant: string; readonly at: string; readonly position: number; readonly limit: number; readonly undone: number } & {
  readonly [K in Exclude<keyof MergeFilter, 'undone' | 'to'>]-?: string;
};
type Place = readonly [at: string, position: number];
type PlaceRow = Pick<MergeTable, 'recorded_at' | 'position'>;
type Condition = Exclude<keyof MergeFilter, 'from' | 'to'>;
type Given = readonly (keyof MergeFilter)[];

/** Those that an index answers, the best first; one of them leads to merges, and what else is asked is looked at in each. */
const leading = ['endUserId', 'actor', 'rule', 'undone'] as const satisfies readonly Condition[];
/** In this order in the names of lists. */
const conditions = [...leading, 'onBehalfOf', 'reason', 'from', 'to'] as const satisfies Given;
/** Behind it begins a list without an end in time. */
const latest: Place = ['~', Number.MAX_SAFE_INTEGER];
/** So many merges are looked at for a page: some 5 ms. */
const mostLookedAt = 5_000;

const is = (condition: Condition, p: Params<Read>): RawBuilder<SqlBool> =>
  ({
    endUserId: sql<SqlBool>`id in (select merge_id from merge_member where merge_member.tenant = ${p.tenant} and merge_member.end_user_id = ${p.endUserId})`,
    actor: sql<SqlBool>`actor_id = ${p.actor}`,
    rule: sql<SqlBool>`rule = ${p.rule}`,
    undone: sql<SqlBool>`undone = ${p.undone}`,
    onBehalfOf: sql<SqlBool>`on_behalf_of = ${p.onBehalfOf}`,
    reason: sql<SqlBool>`(searched_reason like ${p.reason} escape '!' or searched_undone_reason like ${p.reason} escape '!')`,
  })[condition];

/** What an index leads to behind the place, in order. */
function found(db: QueryCreator<Tables>, given: Given, p: Params<Read>) {
  const lead = leading.find((condition) => given.includes(condition));
  let merges = db.selectFrom('merge').where('tenant', '=', p.tenant);
  if (lead !== undefined) merges = merges.where(is(lead, p));
  if (given.includes('from')) merges = merges.where('recorded_at', '>=', p.from);
  return merges
    .where((eb) => eb(eb.refTuple('recorded_at', 'position'), '<', eb.tuple(p.at, p.position)))
    .orderBy('recorded_at', 'desc')
    .orderBy('position', 'desc');
}

const plain = (given: Given) => query((db, p: Params<Read>) => found(db, given, p).select(mergeColumns).limit(atMost(p.limit)));

/** The same, of those that are looked at only the ones that meet the other conditions, too. */
const among = (given: Given, others: readonly Condition[]) =>
  query((db, p: Params<Read>) => {
    const seen = found(db, given, p).selectAll().limit(sql.lit(mostLookedAt)).as('seen');
    let merges = db.selectFrom(seen).select(mergeColumns);
    for (const condition of others) merges = merges.where(is(condition, p));
    return merges.orderBy('recorded_at', 'desc').orderBy('position', 'desc').limit(atMost(p.limit));
  });

/** Where looking ends; nothing when there are no more. */
const edge = (given: Given) =>
  query((db, p: Params<Read>) =>
    found(db, given, p)
      .select(['recorded_at', 'position'])
      .limit(sql.lit(1))
      .offset(sql.lit(mostLookedAt - 1)),
  );

/** How the lists of one combination of conditions are read. */
interface Reading {
  readonly merges: Prepared<Read, MergeRow>;
  /** When not everything that the index leads to is meant. */
  readonly edge?: Prepared<Read, PlaceRow>;
}

@QueryHandler(ListMerges)
export class ListMergesHandler implements IQueryHandler<ListMerges> {
  private readonly readings = new Map<string, Reading>();

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {}

  async execute({ tenant, filter, page: { cursor, limit } }: ListMerges): Promise<ListPage<ShownMerge>> {
    const given = conditions.filter((name) => filter[name] !== undefined);
    // Where the time ends, so that an index leads there.
    const start = filter.to === undefined ? latest : ([filter.to, -1] as const);
    const list = new KeysetList<Place>(`merges ${JSON.stringify(filter, given)}`, start);
    const [at, position] = list.placeOf(cursor);
    const { actor = '', onBehalfOf = '', reason = '', rule = '', endUserId = '', from = '', undone = false } = filter;
    const looked = { actor, onBehalfOf, reason: containing(reason), rule, endUserId, from, undone: flag(undone) };
    const read = { tenant, ...looked, at, position, limit: limit + 1 };
    const { merges, edge } = this.reading(given);
    const rows = await merges(read);
    const page = list.pageOf(rows, limit, (row) => [row.recorded_at, row.position], shownMerge);
    const [end] = edge && page.nextCursor === null ? await edge(read) : [];
    return end ? { ...page, nextCursor: list.cursorAt([end.recorded_at, end.position]) } : page;
  }

  /** Each combination is compiled once, for the index that fits it. */
  private reading(given: Given): Reading {
    const name = given.join();
    const known = this.readings.get(name) ?? this.prepared(given);
    this.readings.set(name, known);
    return known;
  }

  private prepared(given: Given): Reading {
    const lead = leading.find((condition) => given.includes(condition));
    const others = given.filter((name): name is Condition => name !== 'from' && name !== 'to' && name !== lead);
    if (others.length === 0) return { merges: this.database.prepare(plain(given)) };
    return { merges: this.database.prepare(among(given, others)), edge: this.database.prepare(edge(given)) };
  }
}

/** The pattern of what has this in it, wherever. */
const containing = (text: string): string => `%${folded(text).replace(/[!%_]/g, '!$&')}%`;
