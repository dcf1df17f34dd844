import type { Reads } from './cluster-rows';
import type { Prepared } from './read-database';
import type { ShownContactPoint } from './shown-end-user';
import { type Params, query } from './statement';
import type { EndUserContactPointTable, EndUserFieldTable } from './tables';

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
}

const contactPoints = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('end_user_contact_point as held')
    .leftJoin('end_user_primary as chosen', (join) =>
      join.onRef('chosen.tenant', '=', 'held.tenant').onRef('chosen.end_user_id', '=', 'held.end_user_id').onRef('chosen.channel', '=', 'held.channel'),
    )
    .select(['held.channel', 'held.scope', 'held.key', 'held.value', 'held.verified', 'held.since', 'held.point_id', 'chosen.point_id as chosen_id'])
    .where('held.tenant', '=', p.tenant)
    .where('held.end_user_id', '=', p.endUserId)
    .orderBy('held.position'),
);
const tags = query((db, p: Params<OfEndUser>) =>
  db.selectFrom('end_user_tag').select('tag').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).orderBy('position').orderBy('tag'),
);
const fields = query((db, p: Params<OfEndUser>) =>
  db.selectFrom('end_user_field').select(['name', 'value']).where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).orderBy('name'),
);

type PointRow = Pick<EndUserContactPointTable, 'channel' | 'scope' | 'key' | 'value' | 'verified' | 'since' | 'point_id'> & {
  readonly chosen_id: string | null;
};

/** What belongs to a profile that is alone, beside its own row. */
export class EndUserParts {
  private readonly points: Prepared<OfEndUser, PointRow>;
  private readonly ownTags: Prepared<OfEndUser, { tag: string }>;
  private readonly ownFields: Prepared<OfEndUser, Pick<EndUserFieldTable, 'name' | 'value'>>;

  constructor(database: Reads) {
    this.points = database.prepare(contactPoints);
    this.ownTags = database.prepare(tags);
    this.ownFields = database.prepare(fields);
  }

  /** In the order they were attached. */
  async contactPoints(of: OfEndUser): Promise<readonly ShownContactPoint[]> {
    const points = await this.points(of);
    const primary = primaryOf(points);
    return points.map((point) => {
      const { channel, scope, value, key, verified, since } = point;
      return { channel, scope, value, key, verified: verified === 1, primary: primary.has(point), endUserId: of.endUserId, since };
    });
  }

  /** In the order they were put on. */
  async tags(of: OfEndUser): Promise<readonly string[]> {
    return (await this.ownTags(of)).map(({ tag }) => tag);
  }

  async fields(of: OfEndUser): Promise<Readonly<Record<string, string | number | boolean>>> {
    return Object.fromEntries((await this.ownFields(of)).map(({ name, value }) => [name, JSON.parse(value) as string | number | boolean]));
  }
}

/** The primary point of each channel: the chosen one while it is held, else the first. */
function primaryOf(points: readonly PointRow[]): ReadonlySet<PointRow> {
  const primary = new Map<string, PointRow>();
  for (const point of points) if (!primary.has(point.channel) || point.point_id === point.chosen_id) primary.set(point.channel, point);
  return new Set(primary.values());
}
