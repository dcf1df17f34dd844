import { sql } from 'kysely';
import type { Reads } from './cluster-rows';
import type { Prepared } from './read-database';
import type { ShownContactPoint } from './shown-end-user';
import type { JoinedRow, OwnMemberships } from './shown-memberships';
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

const joined = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('end_user_organization')
    .select(['end_user_id', 'organization_id', 'cause', 'since', 'position'])
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .orderBy('position'),
);
const ownDefault = query((db, p: Params<OfEndUser>) =>
  db.selectFrom('end_user_default').select('organization_id').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId),
);

const erased = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('end_user')
    .select('id')
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.endUserId)
    .where('status', '=', sql.lit('erased' as const)),
);

type PointRow = Pick<EndUserContactPointTable, 'channel' | 'scope' | 'key' | 'value' | 'verified' | 'since' | 'point_id'> & {
  readonly chosen_id: string | null;
};

/** What belongs to a profile that is alone, beside its own row. */
export class EndUserParts {
  private readonly points: Prepared<OfEndUser, PointRow>;
  private readonly ownTags: Prepared<OfEndUser, { tag: string }>;
  private readonly ownFields: Prepared<OfEndUser, Pick<EndUserFieldTable, 'name' | 'value'>>;
  private readonly joined: Prepared<OfEndUser, JoinedRow>;
  private readonly ownDefault: Prepared<OfEndUser, { organization_id: string | null }>;
  private readonly erased: Prepared<OfEndUser, { id: string }>;

  constructor(database: Reads) {
    this.points = database.prepare(contactPoints);
    this.ownTags = database.prepare(tags);
    this.ownFields = database.prepare(fields);
    this.joined = database.prepare(joined);
    this.ownDefault = database.prepare(ownDefault);
    this.erased = database.prepare(erased);
  }

  /** Whether it is erased by now: to be asked last, because parts are read one after the other, and of some of them nothing may be left. */
  async isErased(of: OfEndUser): Promise<boolean> {
    return (await this.erased(of)).length > 0;
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

  /** Most are in no organization: then nothing more is read. */
  async memberships(of: OfEndUser): Promise<OwnMemberships> {
    const rows = await this.joined(of);
    return { joined: rows, default: rows.length === 0 ? undefined : (await this.ownDefault(of))[0]?.organization_id };
  }
}

/** The primary point of each channel: the chosen one while it is held, else the first. */
export function primaryOf<Row extends Pick<PointRow, 'channel' | 'point_id' | 'chosen_id'>>(points: readonly Row[]): ReadonlySet<Row> {
  const primary = new Map<string, Row>();
  for (const point of points) if (!primary.has(point.channel) || point.point_id === point.chosen_id) primary.set(point.channel, point);
  return new Set(primary.values());
}
