import { type DuplicateRule, duplicateRules } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { type Duplicate, DuplicatePairs, type EvidenceRow, rankOf } from './duplicate-pairs';
import { KeysetList, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

export interface DuplicateFilter {
  /** Only those of this end user, by any id of the cluster. */
  readonly endUserId?: string | undefined;
  /** Only those that this rule tells of; all that tells of them is shown. */
  readonly rule?: DuplicateRule | undefined;
}

/** What the suggestions, and who is left out of them, are read from. */
const needs: readonly ProjectionName[] = ['duplicates', 'end-user-profile', 'merges', 'contact-lookup'];

/**
 * End users who may be one person, each two once: the strongest rule first, of one rule the newest first. Nobody who is gone, no two who
 * are one already or are declared different. A page may hold fewer than asked for, even none, and still have a next one: then it was
 * cut short after many that are no longer suggested.
 * @throws BadCursor, also for the cursor of another filter
 */
export class ListDuplicates extends Query<ListPage<Duplicate>> {
  static readonly needs = needs;
  constructor(
    readonly tenant: string,
    readonly filter: DuplicateFilter,
    /** Now, RFC 3339 UTC with milliseconds. */
    readonly at: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** One of them by its id, also by one that was given before either of the two was merged further; undefined when it is none, or no more. */
export class FindDuplicate extends Query<Duplicate | undefined> {
  static readonly needs = needs;
  constructor(
    readonly tenant: string,
    readonly id: string,
    /** Now, RFC 3339 UTC with milliseconds. */
    readonly at: string,
  ) {
    super();
  }
}

type Place = readonly [rank: number, position: number, lowerId: string, higherId: string];
/** Before everything of a rule. */
const start = (rank: number): Place => [rank, Number.MAX_SAFE_INTEGER, '~', '~'];

interface Stretch {
  readonly tenant: string;
  readonly rule: string;
  readonly position: number;
  readonly lowerId: string;
  readonly higherId: string;
  readonly limit: number;
}
type Row = Pick<EvidenceRow, 'position' | 'lower_id' | 'higher_id'> & { readonly one: string | null; readonly other: string | null };

/** Evidence in the order of the list, with the canonical ids of those who are there. */
const evidence = query((db, p: Params<Stretch>) =>
  db
    .selectFrom(
      db
        .selectFrom('duplicate_evidence')
        .select(['tenant', 'position', 'lower_id', 'higher_id'])
        .where('tenant', '=', p.tenant)
        .where('rule', '=', p.rule as Params<{ rule: DuplicateRule }>['rule'])
        .where((eb) => eb(eb.refTuple('position', 'lower_id', 'higher_id'), '<', eb.tuple(p.position, p.lowerId, p.higherId)))
        .orderBy('position', 'desc')
        .orderBy('lower_id', 'desc')
        .orderBy('higher_id', 'desc')
        .limit(atMost(p.limit))
        .as('found'),
    )
    .leftJoin('end_user as lower', (join) => join.onRef('lower.tenant', '=', 'found.tenant').onRef('lower.id', '=', 'found.lower_id'))
    .leftJoin('end_user as higher', (join) => join.onRef('higher.tenant', '=', 'found.tenant').onRef('higher.id', '=', 'found.higher_id'))
    .leftJoin('end_user as one', (join) =>
      join.onRef('one.tenant', '=', 'lower.tenant').onRef('one.id', '=', 'lower.canonical_id').on('one.status', 'in', ['active', 'suspended']),
    )
    .leftJoin('end_user as other', (join) =>
      join.onRef('other.tenant', '=', 'higher.tenant').onRef('other.id', '=', 'higher.canonical_id').on('other.status', 'in', ['active', 'suspended']),
    )
    .select(['found.position', 'found.lower_id', 'found.higher_id', 'one.id as one', 'other.id as other'])
    .orderBy('found.position', 'desc')
    .orderBy('found.lower_id', 'desc')
    .orderBy('found.higher_id', 'desc'),
);

/** So many rows are looked at for a page at most, and so few at a time. */
const [most, few] = [2_000, 32] as const;

@QueryHandler(ListDuplicates)
export class ListDuplicatesHandler implements IQueryHandler<ListDuplicates> {
  private readonly pairs: DuplicatePairs;
  private readonly evidence: Prepared<Stretch, Row>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.pairs = new DuplicatePairs(database);
    this.evidence = database.prepare(evidence);
  }

  async execute(query: ListDuplicates): Promise<ListPage<Duplicate>> {
    const { filter, page } = query;
    const list = new KeysetList<Place>(`duplicates ${filter.rule ?? ''} ${filter.endUserId ?? ''}`, start(0));
    const from = list.placeOf(page.cursor);
    if (filter.endUserId !== undefined) return this.ofEndUser(query, filter.endUserId, list, from);
    const items: Duplicate[] = [];
    let [place, looked] = [from, 0];
    for await (const [next, found] of this.inOrder(query, from)) {
      if (found && items.length === page.limit) return { items, nextCursor: list.cursorAt(place) };
      if (found) items.push(found);
      place = next;
      looked += 1;
      if (looked >= most) return { items, nextCursor: list.cursorAt(place) };
    }
    return { items, nextCursor: null };
  }

  /** Every place after this one, with what is suggested there: nothing where it is suggested at another place, or not at all any more. */
  private async *inOrder({ tenant, filter, at, page }: ListDuplicates, from: Place): AsyncIterable<readonly [Place, Duplicate | undefined]> {
    for (const rule of duplicateRules.slice(from[0])) {
      if (filter.rule !== undefined && filter.rule !== rule) continue;
      const limit = Math.max(few, page.limit + 1);
      let place = rankOf(rule) === from[0] ? from : start(rankOf(rule));
      for (let isEnd = false; !isEnd; ) {
        const [rank, position, lowerId, higherId] = place;
        const rows = await this.evidence({ tenant, rule, position, lowerId, higherId, limit });
        const found = await Promise.all(
          rows.map(async (row) => (row.one === null || row.other === null ? undefined : this.pairs.between(tenant, [row.one, row.other], at))),
        );
        for (const [i, row] of rows.entries()) {
          const [before, one] = [place, found[i]];
          place = [rank, row.position, row.lower_id, row.higher_id];
          // Two reasons at one place are one row of the list.
          const isItsPlace = one !== undefined && compare(place, before) !== 0 && compare(place, placeOf(one, filter.rule)) === 0;
          yield [place, isItsPlace ? one : undefined];
        }
        isEnd = rows.length < limit;
      }
    }
  }

  /** Those of one end user are few: they are sorted here. */
  private async ofEndUser({ tenant, filter, at, page }: ListDuplicates, endUserId: string, list: KeysetList<Place>, from: Place): Promise<ListPage<Duplicate>> {
    const root = await this.pairs.livingRoot(tenant, endUserId);
    if (root === undefined) return { items: [], nextCursor: null };
    const others = await this.pairs.othersOf(tenant, root);
    const all = await Promise.all(others.map((other) => this.pairs.between(tenant, [root, other], at)));
    const rows = all
      .flatMap((one) => (one && (filter.rule === undefined || one.evidence.some(({ rule }) => rule === filter.rule)) ? [one] : []))
      .map((one) => ({ one, place: placeOf(one, filter.rule) }))
      .filter(({ place }) => compare(place, from) > 0)
      .sort((a, b) => compare(a.place, b.place));
    return list.pageOf(
      rows,
      page.limit,
      ({ place }) => place,
      ({ one }) => one,
    );
  }
}

@QueryHandler(FindDuplicate)
export class FindDuplicateHandler implements IQueryHandler<FindDuplicate> {
  private readonly pairs: DuplicatePairs;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.pairs = new DuplicatePairs(database);
  }

  async execute({ tenant, id, at }: FindDuplicate): Promise<Duplicate | undefined> {
    const [one, other, ...rest] = id.split('.');
    if (one === undefined || other === undefined || rest.length > 0) return undefined;
    const [mine, theirs] = await Promise.all([this.pairs.livingRoot(tenant, one), this.pairs.livingRoot(tenant, other)]);
    return mine === undefined || theirs === undefined ? undefined : this.pairs.between(tenant, [mine, theirs], at);
  }
}

/** Where in the list two stand: where the first of their reasons does, that the list is of. */
function placeOf({ evidence }: Duplicate, rule: DuplicateRule | undefined): Place {
  const first = evidence.find((each) => rule === undefined || each.rule === rule);
  return first ? [rankOf(first.rule), Number(first.position), ...first.endUserIds] : start(duplicateRules.length);
}

/** By rank, and then backwards. */
function compare(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] !== b[1]) return b[1] - a[1];
  if (a[2] !== b[2]) return a[2] < b[2] ? 1 : -1;
  return a[3] === b[3] ? 0 : a[3] < b[3] ? 1 : -1;
}
