import type { ContactPoint } from '@kith/domain';
import type { Creations, Holders } from '../end-user/creations';
import { before, type Loaded } from '../run';
import { type ImportUnderWay, pointlessId, rowWord } from './import-word';
import { isIdentifying, type RowPoint, type UnderstoodRow } from './understood-row';

/** A contact point of a row, as its stream is. */
export interface SightedPoint extends Holders {
  readonly point: RowPoint;
  readonly loaded: Loaded<ContactPoint>;
}

/** A row, and who is there already of those that it may mean. */
export interface SightedRow {
  readonly row: UnderstoodRow;
  readonly points: readonly SightedPoint[];
  /** Who holds any of its points that is not shared: the profiles that stand for them, in the order of the points. Each with the column of the point. */
  readonly persons: ReadonlyMap<string, string>;
  /** Holders of its points, by their own profiles. */
  readonly holders: readonly string[];
}

const nobody: Holders = { living: new Map(), gone: [], erased: [] };

/** Ids that one row can burn; each takes a lost race, or an end user who was deleted since. */
export const maxAttempts = 100;

/** Looks whom rows mean. What is half created is brought to its end first, as whoever looks at a point does. */
export class RowSight {
  constructor(private readonly creations: Creations) {}

  async of(run: ImportUnderWay, row: UnderstoodRow): Promise<SightedRow> {
    const points: SightedPoint[] = [];
    for (const point of row.points) points.push(await this.point(run.tenant, point));
    const persons = new Map<string, string>();
    for (const { point, loaded, living } of points) {
      if (loaded.state.shared || point.shared) continue;
      for (const { canonicalId } of living.values()) if (!persons.has(canonicalId)) persons.set(canonicalId, point.field);
    }
    if (!isIdentifying(row)) await this.pointless(run, row, persons);
    return { row, points, persons, holders: points.flatMap(({ living }) => [...living.keys()]) };
  }

  private async point(tenant: string, point: RowPoint): Promise<SightedPoint> {
    const loaded = await this.creations.point(tenant, point.digest);
    const holders = loaded.state.holders.length === 0 ? nobody : await this.creations.holders(tenant, point.digest, loaded.state);
    return { point, loaded, ...holders };
  }

  /** Whoever this very file has brought in before from this row. */
  private async pointless(run: ImportUnderWay, row: UnderstoodRow, persons: Map<string, string>): Promise<void> {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const endUserId = pointlessId(run, row.row, attempt);
      const loaded = await this.creations.endUser(run.tenant, endUserId);
      const { status } = loaded.state;
      if (status === 'unknown') return;
      if (before(loaded, rowWord(run, row.row, ''))) return;
      if (status !== 'active' && status !== 'suspended') continue;
      persons.set(endUserId, '');
      return;
    }
  }
}
