import { numbersOfTenant } from './end-user-rows';
import type { FoundPage } from './end-user-search';
import { type EndUserFilter, EndUserSets } from './end-user-sets';
import { filterName } from './filter-name';
import { type FoundRow, MemberRows } from './member-rows';
import { Effort } from './members';
import { BadCursor, KeysetList, type PageRequest } from './page';
import type { ReadDatabase } from './read-database';

/** What one page may cost, in point reads: some ten milliseconds. */
const effortOfPage = 1500;
/** So many are read at once while they are looked for. */
const mostAtOnce = 500;

/** Pages of members in the order of their names, each at a bounded cost. A cursor holds no name: who it was is looked up again. */
export class MembersByName {
  private readonly sets: EndUserSets;
  private readonly members: MemberRows;

  constructor(database: ReadDatabase) {
    this.sets = new EndUserSets(database);
    this.members = new MemberRows(database);
  }

  /** @param organizationIds all that are one @throws BadCursor */
  async page(
    tenant: string,
    organizationIds: readonly string[],
    filter: Omit<EndUserFilter, 'organizationIds' | 'status' | `lastContact${string}`>,
    { cursor, limit }: PageRequest,
  ): Promise<FoundPage> {
    const list = new KeysetList<readonly [count: number]>(filterName(`members of ${organizationIds[0]}`, filter), [-1]);
    const [count] = list.placeOf(cursor);
    const range = await this.sets.rangeOf(tenant);
    if (!range) return { rows: [], nextCursor: null };
    const sets = this.sets.of(tenant, range.from, filter, new Effort(effortOfPage));
    const found: FoundRow[] = [];
    let left = effortOfPage;
    let place = count < 0 ? { at: '', number: -1 } : await this.placeOf(tenant, range.from + count);
    const next = (end: FoundRow | undefined) => (end ? list.cursorAt([end.number - range.from]) : null);
    for (let size = limit + 1; ; size = Math.min(size * 2, mostAtOnce)) {
      const rows = await this.members.byName({ tenant, organizationIds, from: '', limit: size }, place);
      for (const row of rows) {
        const isMeant = await allHave(sets, row.number);
        if (isMeant && found.length === limit) return { rows: found, nextCursor: next(found.at(-1)) };
        if (isMeant) found.push(row);
        left -= sets.length;
        if (left <= 0) return { rows: found, nextCursor: next(row) };
      }
      const end = rows.at(-1);
      if (!end || rows.length < size) return { rows: found, nextCursor: null };
      place = await this.placeOf(tenant, end.number);
    }
  }

  private async placeOf(tenant: string, number: number) {
    const at = number < numbersOfTenant ? undefined : await this.members.sortedBy(tenant, number);
    if (at === undefined) throw new BadCursor();
    return { at, number };
  }
}

async function allHave(sets: ReturnType<EndUserSets['of']>, number: number): Promise<boolean> {
  for (const set of sets) if (!(await set.has(number))) return false;
  return true;
}
