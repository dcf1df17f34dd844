import type { ImportCounts, ImportProblem } from '@kith/domain';
import type { SettingsReader } from '../settings/settings';
import type { ApplyRow, RowResult } from './apply-row';
import type { ImportRow } from './import-files';
import type { ImportUnderWay } from './import-word';
import { type OrganizationPorts, PageOrganizations } from './page-organizations';
import type { RowSight, SightedRow } from './row-sight';
import { rowsTogether } from './rows-together';
import { type FaultyRow, type UnderstoodRow, understoodRow } from './understood-row';

/** Groups of rows that are under way at once. */
const atOnce = 250;

/** What applying pages stands on. */
export interface PageParts {
  readonly settings: SettingsReader;
  readonly sight: RowSight;
  readonly rows: ApplyRow;
  readonly organizations: OrganizationPorts;
}

/**
 * Applies pages of rows, as if one after the other. A page comes to its end in batches of rows that have nothing to do with each other's end
 * users: these go side by side, and each batch is to be told before the next one begins. So a row that is tried again meets what it met the first
 * time, and never what a later row has made of it.
 */
export class ApplyPage {
  constructor(private readonly parts: PageParts) {}

  /** One result for each row, batch by batch, in their order. */
  async *apply(of: Omit<ImportUnderWay, 'settings'>, rows: readonly ImportRow[]): AsyncGenerator<readonly RowResult[], void, undefined> {
    const run = { ...of, settings: await this.parts.settings.of(of.tenant) };
    const read = rows.map((row) => understoodRow(row, run.settings, run.ids));
    const organizations = new PageOrganizations(this.parts.organizations, run);
    await organizations.lookUp(read.filter(isSound));
    const sighted = new Map<number, SightedRow>();
    for (let left = read; left.length > 0; ) {
      const open = left.filter(isSound).filter(({ row }) => !sighted.has(row));
      await Promise.all(open.map(async (row) => sighted.set(row.row, await this.parts.sight.of(run, row))));
      const { length, met } = apart(left, sighted);
      yield await this.batch(run, left.slice(0, length), sighted, organizations);
      left = left.slice(length);
      for (const { row } of left) {
        const seen = sighted.get(row);
        if (seen && keysOf(seen).some((key) => met.has(key))) sighted.delete(row);
      }
    }
  }

  /** Rows that wait for an organization which an earlier one of them creates go behind it. */
  private async batch(
    run: ImportUnderWay,
    rows: readonly (UnderstoodRow | FaultyRow)[],
    sighted: ReadonlyMap<number, SightedRow>,
    organizations: PageOrganizations,
  ): Promise<readonly RowResult[]> {
    const results = new Map<number, RowResult>();
    for (const row of rows) if (!isSound(row)) results.set(row.row, { row: row.row, outcome: 'refused', organizations: 0, problems: row.problems });
    const groups = rowsTogether(rows.filter(isSound), (row) => organizations.missing(row));
    await sideBySide(groups, async (group) => {
      for (const row of group) results.set(row.row, await this.parts.rows.apply(run, row, organizations, sighted.get(row.row)));
    });
    return rows.map(({ row }) => results.get(row) as RowResult);
  }
}

const isSound = (row: UnderstoodRow | FaultyRow): row is UnderstoodRow => !('problems' in row);

/** The rows in front that have no end user or point in common, and all of theirs. */
function apart(
  rows: readonly (UnderstoodRow | FaultyRow)[],
  sighted: ReadonlyMap<number, SightedRow>,
): { readonly length: number; readonly met: ReadonlySet<string> } {
  const met = new Set<string>();
  for (const [length, { row }] of rows.entries()) {
    const seen = sighted.get(row);
    const keys = seen ? keysOf(seen) : [];
    if (keys.some((key) => met.has(key))) return { length, met };
    for (const key of keys) met.add(key);
  }
  return { length: rows.length, met };
}

/** Rows with one of these in common come to something else in another order. */
const keysOf = ({ row, persons, holders }: SightedRow): readonly string[] => [...row.points.map(({ digest }) => digest), ...persons.keys(), ...holders];

/** All of it, at most so many at once. What one of them throws is thrown once none is under way. */
async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  let failure: { readonly error: unknown } | undefined;
  const worker = async () => {
    for (const one of waiting) {
      if (failure) return;
      try {
        await work(one);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
  if (failure) throw failure.error;
}

/** Problems of one step of a job take at most so many bytes of JSON: an event has room for twice as many. */
const problemBytes = 256 * 1024;

/** A part of a page whose end is told by one event. */
export interface PagePart {
  readonly counts: ImportCounts;
  readonly problems: readonly ImportProblem[];
  /** The row that it ends with. */
  readonly last: number;
}

/** A page in parts that an event has room for each. */
export function partsOfPage(results: readonly RowResult[]): readonly PagePart[] {
  const parts: { counts: ImportCounts; problems: ImportProblem[]; last: number }[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const result of results) {
    const more = result.problems.length === 0 ? 0 : Buffer.byteLength(JSON.stringify(result.problems));
    if (bytes + more > problemBytes) {
      parts.push({ counts: noCounts, problems: [], last: result.row });
      bytes = 0;
    }
    bytes += more;
    const part = parts.at(-1) as (typeof parts)[number];
    part.counts = counted(part.counts, result);
    part.last = result.row;
    part.problems.push(...result.problems);
  }
  return parts;
}

const noCounts: ImportCounts = { rows: 0, created: 0, changed: 0, unchanged: 0, refused: 0, organizations: 0 };

const counted = (counts: ImportCounts, { outcome, organizations }: RowResult): ImportCounts => ({
  ...counts,
  rows: counts.rows + 1,
  [outcome]: counts[outcome] + 1,
  organizations: counts.organizations + organizations,
});
