import { sql } from 'kysely';
import type { Prepared, ReadDatabase } from './read-database';
import type { JoinedRow } from './shown-memberships';
import { type Params, query } from './statement';
import type {
  EndUserBlankTable,
  EndUserContactPointTable,
  EndUserDefaultTable,
  EndUserFieldTable,
  EndUserPrimaryTable,
  EndUserTable,
  EndUserTagTable,
} from './tables';

/** What is read of a profile to show it with others. */
const profileColumns = [
  'id',
  'status',
  'status_before',
  'origin',
  'name',
  'locale',
  'time_zone',
  'details',
  'notes',
  'created_at',
  'updated_at',
  'own_last_interaction_at',
  'survivor_id',
  'merge_id',
  'merged_position',
  'revision',
  'position',
] as const satisfies readonly (keyof EndUserTable)[];
export type MemberRow = Pick<EndUserTable, (typeof profileColumns)[number]>;

/** What belongs to a profile of a cluster. */
export type MemberPoint = Omit<EndUserContactPointTable, 'tenant' | 'searched'>;
type MemberChoice = Omit<EndUserPrimaryTable, 'tenant'>;
type MemberTag = Omit<EndUserTagTable, 'tenant' | 'number'>;
type MemberField = Omit<EndUserFieldTable, 'tenant'>;
type MemberBlank = Omit<EndUserBlankTable, 'tenant'>;
type MemberDefault = Omit<EndUserDefaultTable, 'tenant'>;

/** The profiles of a cluster as they are by themselves, with what belongs to each. */
export interface ClusterRows {
  /** Stands for the cluster. */
  readonly canonicalId: string;
  readonly profiles: readonly MemberRow[];
  readonly points: readonly MemberPoint[];
  /** The contact point that a profile chose for a channel, whoever holds it. */
  readonly choices: readonly MemberChoice[];
  /** Of each profile by code point. */
  readonly tags: readonly MemberTag[];
  readonly fields: readonly MemberField[];
  readonly blanks: readonly MemberBlank[];
  /** Of each profile the oldest first. */
  readonly joined: readonly JoinedRow[];
  readonly defaults: readonly MemberDefault[];
}

/** What can read from a database of read models, whichever it is. */
export type Reads = Pick<ReadDatabase, 'prepare'>;

interface OfCluster {
  readonly tenant: string;
  readonly canonicalId: string;
}
type PartTable =
  | 'end_user_contact_point'
  | 'end_user_primary'
  | 'end_user_tag'
  | 'end_user_field'
  | 'end_user_blank'
  | 'end_user_organization'
  | 'end_user_default';
type Template<Row> = Parameters<typeof ReadDatabase.prototype.prepare<OfCluster, Row>>[0];

const own = query((db, p: Params<OfCluster>) =>
  db.selectFrom('end_user').select(profileColumns).where('tenant', '=', p.tenant).where('id', '=', p.canonicalId),
);
const merged = query((db, p: Params<OfCluster>) =>
  db
    .selectFrom('end_user')
    .select(profileColumns)
    .where('tenant', '=', p.tenant)
    .where('canonical_id', '=', p.canonicalId)
    .where('survivor_id', 'is not', null),
);

/** What belongs to the profile that stands for a cluster, and what to those that were merged: the index knows only these. */
function partsOf<Row>(table: PartTable, columns: readonly (keyof Row & string)[], order?: 'tag' | 'position') {
  // The columns are those of the table, which Kysely's types cannot say of a union of tables.
  const [rows, selected] = [table as 'end_user_tag', columns as unknown as readonly 'tag'[]];
  return {
    own: query((db, p: Params<OfCluster>) =>
      db
        .selectFrom(rows)
        .select(selected)
        .where('tenant', '=', p.tenant)
        .where('end_user_id', '=', p.canonicalId)
        .$if(order !== undefined, (q) => q.orderBy(order ?? 'tag')),
    ),
    merged: query((db, p: Params<OfCluster>) =>
      db
        .selectFrom('end_user as member')
        .innerJoin(`${rows} as part`, (join) => join.onRef('part.tenant', '=', 'member.tenant').onRef('part.end_user_id', '=', 'member.id'))
        .select(selected.map((column) => `part.${column}` as const))
        .where('member.tenant', '=', p.tenant)
        .where('member.canonical_id', '=', p.canonicalId)
        .where('member.survivor_id', 'is not', null)
        .$if(order !== undefined, (q) => q.orderBy(`part.${order ?? 'tag'}`)),
    ),
  } as unknown as { readonly own: Template<Row>; readonly merged: Template<Row> };
}

/** Who of the cluster is erased by now. */
const erased = {
  own: query((db, p: Params<OfCluster>) =>
    db
      .selectFrom('end_user')
      .select('id')
      .where('tenant', '=', p.tenant)
      .where('id', '=', p.canonicalId)
      .where('status', '=', sql.lit('erased' as const)),
  ),
  merged: query((db, p: Params<OfCluster>) =>
    db
      .selectFrom('end_user')
      .select('id')
      .where('tenant', '=', p.tenant)
      .where('canonical_id', '=', p.canonicalId)
      .where('survivor_id', 'is not', null)
      .where('status', '=', sql.lit('erased' as const)),
  ),
};

const parts = {
  points: partsOf<MemberPoint>('end_user_contact_point', ['end_user_id', 'point_id', 'channel', 'scope', 'key', 'value', 'verified', 'since', 'position']),
  choices: partsOf<MemberChoice>('end_user_primary', ['end_user_id', 'channel', 'point_id']),
  tags: partsOf<MemberTag>('end_user_tag', ['end_user_id', 'tag', 'position'], 'tag'),
  fields: partsOf<MemberField>('end_user_field', ['end_user_id', 'name', 'value']),
  blanks: partsOf<MemberBlank>('end_user_blank', ['end_user_id', 'what', 'position']),
  joined: partsOf<JoinedRow>('end_user_organization', ['end_user_id', 'organization_id', 'cause', 'since', 'position'], 'position'),
  defaults: partsOf<MemberDefault>('end_user_default', ['end_user_id', 'organization_id']),
};

/** Reads clusters: a fixed number of reads, however many profiles there are. */
export class ClusterReads {
  private readonly profiles: Read<MemberRow>;
  private readonly points: Read<MemberPoint>;
  private readonly choices: Read<MemberChoice>;
  private readonly tags: Read<MemberTag>;
  private readonly fields: Read<MemberField>;
  private readonly blanks: Read<MemberBlank>;
  private readonly joined: Read<JoinedRow>;
  private readonly defaults: Read<MemberDefault>;
  private readonly erased: Read<{ id: string }>;

  constructor(database: Reads) {
    this.profiles = both(database, { own, merged });
    this.points = both(database, parts.points);
    this.choices = both(database, parts.choices);
    this.tags = both(database, parts.tags);
    this.fields = both(database, parts.fields);
    this.blanks = both(database, parts.blanks);
    this.joined = both(database, parts.joined);
    this.defaults = both(database, parts.defaults);
    this.erased = both(database, erased);
  }

  /** What a profile stands for; nobody when it is not known. Read again when somebody was erased meanwhile, of whom some of it is gone. */
  async of(tenant: string, canonicalId: string): Promise<ClusterRows> {
    for (;;) {
      const rows = await this.read({ tenant, canonicalId });
      const gone = new Set((await this.erased({ tenant, canonicalId })).map(({ id }) => id));
      if (!rows.profiles.some(({ id, status }) => status !== 'erased' && gone.has(id))) return rows;
    }
  }

  private async read(cluster: OfCluster): Promise<ClusterRows> {
    const [profiles, points, choices, tags, fields, blanks, joined, defaults] = await Promise.all([
      this.profiles(cluster),
      this.points(cluster),
      this.choices(cluster),
      this.tags(cluster),
      this.fields(cluster),
      this.blanks(cluster),
      this.joined(cluster),
      this.defaults(cluster),
    ]);
    return { canonicalId: cluster.canonicalId, profiles, points, choices, tags, fields, blanks, joined, defaults };
  }
}

type Read<Row> = (cluster: OfCluster) => readonly Row[] | Promise<readonly Row[]>;

/** Without waiting where the database answers at once. */
function both<Row>(database: Reads, templates: { readonly own: Template<Row>; readonly merged: Template<Row> }): Read<Row> {
  const [ofOwn, ofMerged]: readonly [Prepared<OfCluster, Row>, Prepared<OfCluster, Row>] = [
    database.prepare(templates.own),
    database.prepare(templates.merged),
  ];
  return (cluster) => {
    const [first, others] = [ofOwn(cluster), ofMerged(cluster)];
    return isHere(first) && isHere(others) ? together(first, others) : Promise.all([first, others]).then(([one, other]) => together(one, other));
  };
}

const isHere = <Row>(rows: readonly Row[] | Promise<readonly Row[]>): rows is readonly Row[] => Array.isArray(rows);
const together = <Row>(one: readonly Row[], other: readonly Row[]): readonly Row[] =>
  one.length === 0 ? other : other.length === 0 ? one : [...one, ...other];
