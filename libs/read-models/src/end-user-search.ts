import { atMost } from './at-most';
import { numbersOfTenant } from './end-user-rows';
import { type EndUserFilter, EndUserSets } from './end-user-sets';
import { filterName } from './filter-name';
import { type FoundRow, foundColumns, foundOthers, type ListPlace, MemberRows } from './member-rows';
import { Effort, Members, nextCommon } from './members';
import { OrganizationReads } from './organization-reads';
import { KeysetList, type PageRequest } from './page';
import type { Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

/** What a list begins with. */
export type Order = 'created' | 'last-contact';

/** Rows of a page; the cursor is null at the end of the list. */
export interface FoundPage {
  readonly rows: readonly FoundRow[];
  readonly nextCursor: string | null;
}

/** Where a list stands: the time of the last contact, empty in the order of creation, and the number within the tenant. */
type EndUserPlace = readonly [at: string, count: number];

const byNumber = query((db, p: Params<{ tenant: string; number: number }>) =>
  db.selectFrom('end_user').select(foundColumns).select(foundOthers).where('number', '=', p.number).where('tenant', '=', p.tenant),
);

type OfTime = { readonly tenant: string; readonly from: string; readonly at: string; readonly number: number; readonly limit: number };
const byLastContact = query((db, p: Params<OfTime>) =>
  db
    .selectFrom('end_user')
    .select(foundColumns)
    .select(foundOthers)
    .where('tenant', '=', p.tenant)
    .where('last_interaction_at', '>=', p.from)
    .where((eb) => eb(eb.refTuple('last_interaction_at', 'number'), '<', eb.tuple(p.at, p.number)))
    .orderBy('last_interaction_at', 'desc')
    .orderBy('number', 'desc')
    .limit(atMost(p.limit)),
);

/** What one page may cost, in point reads: some ten milliseconds. */
const effortOfPage = 1500;
/** So few are all looked at and sorted, whatever the order of the list. */
const few = 500;
/** Later than every time. */
const latest = '~';

/** One list being read. */
interface Reading {
  readonly tenant: string;
  readonly filter: EndUserFilter;
  readonly range: { readonly from: number; readonly upTo: number };
  /** Begin after this. */
  readonly after: ListPlace;
  readonly limit: number;
}

/** What was found, and where looking stopped before the end. */
interface Gathered {
  readonly rows: readonly FoundRow[];
  readonly stoppedAt?: ListPlace | undefined;
}

/** Pages of end users that meet a filter, in an order, each at a bounded cost. */
export class EndUserSearch {
  private readonly sets: EndUserSets;
  private readonly byNumber: Prepared<{ tenant: string; number: number }, FoundRow>;
  private readonly byLastContact: Prepared<OfTime, FoundRow>;
  private readonly members: MemberRows;
  private readonly organizations: OrganizationReads;
  /** So many point reads are asked for at once, some perhaps in vain: only where each one has to wait for a network. */
  private readonly atOnce: number;

  constructor(database: ReadDatabase) {
    this.atOnce = database.shared ? 32 : 1;
    this.sets = new EndUserSets(database);
    this.byNumber = database.prepare(byNumber);
    this.byLastContact = database.prepare(byLastContact);
    this.members = new MemberRows(database);
    this.organizations = new OrganizationReads(database);
  }

  /** @throws BadCursor */
  async page(tenant: string, filter: EndUserFilter, order: Order, { cursor, limit }: PageRequest): Promise<FoundPage> {
    const list = new KeysetList<EndUserPlace>(filterName(`end users ${order}`, filter), [latest, numbersOfTenant]);
    const [at, count] = list.placeOf(cursor);
    const range = await this.sets.rangeOf(tenant);
    if (!range) return { rows: [], nextCursor: null };
    const reading: Reading = { tenant, filter: await this.resolved(tenant, filter), range, after: { at, number: range.from + count }, limit };
    const { rows, stoppedAt } =
      order === 'created' ? await this.inOrderOfCreation(reading) : ((await this.sortedIfFew(reading)) ?? (await this.inOrderOfContact(reading)));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const end = rows.length > limit && last ? { at: last.last_interaction_at, number: last.number } : stoppedAt;
    return { rows: shown, nextCursor: end ? list.cursorAt([order === 'created' ? '' : end.at, end.number - range.from]) : null };
  }

  /** Organizations with all that are one with them. */
  private async resolved(tenant: string, filter: EndUserFilter): Promise<EndUserFilter> {
    const { organizationIds } = filter;
    if (organizationIds === undefined) return filter;
    const each = await Promise.all(organizationIds.map((id) => this.organizations.idsOf(tenant, id)));
    return { ...filter, organizationIds: [...new Set(each.flat())] };
  }

  private async inOrderOfCreation({ tenant, filter, range, after, limit }: Reading): Promise<Gathered> {
    const effort = new Effort(effortOfPage);
    const sets = [...(await this.heardOf(tenant, filter, effort)), ...this.sets.of(tenant, range.from, filter, effort)];
    if (sets.length === 0) sets.push(this.sets.all(range.from, effort));
    const rows: FoundRow[] = [];
    for (let next = Math.min(after.number - 1, range.upTo); rows.length <= limit; ) {
      const { numbers, isWhole, stoppedAt } = await commonOnes(sets, next, Math.min(this.atOnce, limit + 1 - rows.length), effort);
      const read = await Promise.all(numbers.map(async (number) => this.byNumber({ tenant, number })));
      for (const [i, number] of numbers.entries()) {
        const row = read[i]?.[0];
        effort.spend(1);
        if (row && isMeant(row, filter)) rows.push(row);
        else if (effort.isSpent) return { rows, stoppedAt: { at: '', number } };
        next = number - 1;
      }
      if (isWhole) return { rows };
      if (stoppedAt !== undefined) return { rows, stoppedAt: { at: '', number: stoppedAt } };
    }
    return { rows };
  }

  /** The set of those whose last contact is in the range that is asked for, when they are few; no set when they are many or nothing is asked. */
  private async heardOf(tenant: string, filter: EndUserFilter, effort: Effort): Promise<readonly Members[]> {
    if (filter.lastContactFrom === undefined && filter.lastContactBefore === undefined) return [];
    const rows = await this.byLastContact({ tenant, ...contactRange(filter), number: 0, limit: few });
    if (rows.length === few) return [];
    const numbers = rows.map(({ number }) => number).sort((one, other) => other - one);
    return [new Members([(upTo, limit) => numbers.filter((number) => number <= upTo).slice(0, limit)], 1, effort)];
  }

  /** The page, when all whom the sets lead to are so few that they can be sorted. */
  private async sortedIfFew({ tenant, filter, range, after, limit }: Reading): Promise<Gathered | undefined> {
    const effort = new Effort(effortOfPage / 2);
    const sets = this.sets.of(tenant, range.from, filter, effort);
    // Members of organizations are in an index in this order.
    if (sets.length === (filter.organizationIds ? 1 : 0)) return undefined;
    const numbers: number[] = [];
    for (let next = range.upTo; ; ) {
      const reached = await nextCommon(sets, next, effort);
      if (!reached) break;
      if (!reached.isCommon || numbers.length === few) return undefined;
      numbers.push(reached.number);
      next = reached.number - 1;
    }
    const rows: FoundRow[] = [];
    for (let i = 0; i < numbers.length; i += this.atOnce) {
      for (const [row] of await Promise.all(numbers.slice(i, i + this.atOnce).map(async (number) => this.byNumber({ tenant, number }))))
        if (row && isMeant(row, filter) && compare(row, after.at, after.number) < 0) rows.push(row);
    }
    rows.sort((one, other) => compare(other, one.last_interaction_at, one.number));
    return { rows: rows.slice(0, limit + 1) };
  }

  private async inOrderOfContact({ tenant, filter, range, after, limit }: Reading): Promise<Gathered> {
    const effort = new Effort(effortOfPage);
    const { organizationIds, ...others } = filter;
    const sets = this.sets.of(tenant, range.from, others, effort);
    const { from, at } = contactRange(filter);
    const read = (after: ListPlace, size: number) =>
      organizationIds
        ? this.members.byContact({ tenant, organizationIds, from, limit: size }, after)
        : this.byLastContact({ tenant, from, ...after, limit: size });
    const found: FoundRow[] = [];
    let place = after.at < at ? after : { at, number: 0 };
    for (let size = limit + 1; ; size = Math.min(size * 2, few)) {
      const rows = await read(place, size);
      for (let i = 0; i < rows.length; i += this.atOnce) {
        const some = rows.slice(i, i + this.atOnce);
        const areMeant =
          sets.length === 0
            ? some.map((row) => isMeant(row, filter))
            : await Promise.all(some.map(async (row) => isMeant(row, filter) && (await isInAll(sets, row))));
        for (const [j, row] of some.entries()) {
          if (areMeant[j]) found.push(row);
          if (found.length > limit) return { rows: found };
          effort.spend(1);
          place = { at: row.last_interaction_at, number: row.number };
          if (effort.isSpent) return { rows: found, stoppedAt: place };
        }
      }
      if (rows.length < size) return { rows: found };
    }
  }
}

/** Of the members that all sets have in common, some of the highest; where it stopped before the end, nothing above is left out. */
async function commonOnes(sets: readonly Members[], from: number, most: number, effort: Effort): Promise<CommonOnes> {
  const numbers: number[] = [];
  for (let next = from; numbers.length < most; ) {
    const reached = await nextCommon(sets, next, effort);
    if (!reached) return { numbers, isWhole: true };
    if (!reached.isCommon) return { numbers, isWhole: false, stoppedAt: reached.number + 1 };
    numbers.push(reached.number);
    next = reached.number - 1;
  }
  return { numbers, isWhole: false };
}

interface CommonOnes {
  readonly numbers: readonly number[];
  /** There are no more. */
  readonly isWhole: boolean;
  /** The effort was spent before it came below this number. */
  readonly stoppedAt?: number;
}

async function isInAll(sets: readonly Members[], { number }: FoundRow): Promise<boolean> {
  for (const set of sets) if (!(await set.has(number))) return false;
  return true;
}

/** What the sets do not tell. */
function isMeant({ status, stands_for_others: others, last_interaction_at: at }: FoundRow, filter: EndUserFilter): boolean {
  const { lastContactFrom: from, lastContactBefore: before } = filter;
  if (filter.status === undefined ? status !== 'active' && status !== 'suspended' && others === 0 : status !== filter.status) return false;
  if (from !== undefined && at < from) return false;
  return before === undefined || (at !== '' && at < before);
}

/** Where in the order of last contact those are that the filter means. */
const contactRange = ({ lastContactFrom, lastContactBefore }: EndUserFilter) => ({
  // After the empty time of who was never heard of.
  from: lastContactFrom ?? (lastContactBefore === undefined ? '' : '0'),
  at: lastContactBefore ?? latest,
});

/** Below 0 when the row comes after the place in the order of last contact. */
const compare = (row: FoundRow, at: string, number: number): number =>
  row.last_interaction_at === at ? row.number - number : row.last_interaction_at < at ? -1 : 1;
