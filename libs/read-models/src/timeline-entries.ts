import { type AliasableExpression, type QueryCreator, sql } from 'kysely';
import { atMost } from './at-most';
import { shownOf } from './erased-end-users';
import type { Prepared, ReadDatabase } from './read-database';
import { type Params, query, type Template } from './statement';
import type { Tables, TimelineEntryTable } from './tables';

/** An entry with the key of the contact point that it is about. */
export type TimelineRow = Omit<TimelineEntryTable, 'tenant' | 'point_id' | 'assigned_position' | 'words_of'> & { readonly key: string | null };

/** A stretch of what happened, the latest first, from before a place on. */
export interface TimelineStretch {
  readonly tenant: string;
  readonly at: string;
  readonly position: number;
  readonly limit: number;
}

type Member = `member${number}`;
type Read = TimelineStretch & { readonly [M in Member]: string };
type Places = Params<Read>;

/**
 * `holding` knows a point's channel and key, which only the first of its events tells. Of who is erased only bare facts are shown: also no
 * words that came along with a contact point of somebody else's, and no address that another one has by now.
 */
const selected = (db: QueryCreator<Tables>) =>
  db
    .selectFrom('timeline_entry as entry')
    .select(['entry.end_user_id', 'kind', 'entry.occurred_at', 'entry.position', 'interaction_id', 'source', 'via', 'direction'])
    .select(['outcome', 'cause', 'other_id', 'merge_id', 'actor', 'on_behalf_of'])
    .select(({ ref }) => (['ticket_id', 'summary', 'what', 'reason'] as const).map((column) => shownOf('entry', ref(`entry.${column}`)).as(column)))
    .select((eb) => {
      const held = eb.selectFrom('holding').whereRef('holding.tenant', '=', 'entry.tenant').whereRef('holding.point_id', '=', 'entry.point_id').limit(1);
      const key = held.select('holding.key').where('holding.key', 'is not', null);
      return [shownOf('entry', key).as('key'), eb.fn.coalesce('entry.channel', held.select('holding.channel')).as('channel')];
    })
    .orderBy('entry.occurred_at', 'desc')
    .orderBy('entry.position', 'desc');

const ofOne = query<Read, TimelineRow>((db, p) =>
  selected(db)
    .where('entry.tenant', '=', p.tenant)
    .where('entry.end_user_id', '=', p.member0 as AliasableExpression<string>)
    .where((eb) => eb(eb.refTuple('entry.occurred_at', 'entry.position'), '<', eb.tuple(p.at, p.position)))
    .limit(atMost(p.limit)),
);

/** Of each profile what is before the place, in the order of an index. */
const ofEach = (db: QueryCreator<Tables>, p: Places, count: number) =>
  Array.from({ length: count }, (_, i) =>
    db
      .selectFrom('timeline_entry')
      .where('tenant', '=', p.tenant)
      .where('end_user_id', '=', p[`member${i}`] as AliasableExpression<string>)
      .where((eb) => eb(eb.refTuple('occurred_at', 'position'), '<', eb.tuple(p.at, p.position))),
  );

/** Only the index is read to find the entries; SQLite goes by its own number of a row from there. */
const ofSeveral = (count: number): Template<Read, TimelineRow> =>
  query<Read, TimelineRow>((db, p) => mergedInSqlite(db, p, count), { build: (db, p) => mergedInPostgres(db, p, count) });

/** What is in order already is merged as it is read: of each profile only one entry is read that is not taken. */
function mergedInSqlite(db: QueryCreator<Tables>, p: Places, count: number) {
  const [first, ...others] = ofEach(db, p, count).map((one) => one.select([sql<number>`rowid`.as('place'), 'occurred_at', 'position']));
  const latest = (first as NonNullable<typeof first>).unionAll(others).orderBy('occurred_at', 'desc').orderBy('position', 'desc').limit(atMost(p.limit));
  return selected(db).innerJoin(latest.as('latest'), (join) => join.on(sql`entry.rowid`, '=', sql.ref('latest.place')));
}

/** PostgreSQL merges what it is told to sort, one by one and as a whole. */
function mergedInPostgres(db: QueryCreator<Tables>, p: Places, count: number) {
  const [first, ...others] = ofEach(db, p, count).map((one) =>
    db.selectFrom(one.select(['end_user_id', 'occurred_at', 'position']).orderBy('occurred_at', 'desc').orderBy('position', 'desc').as('one')).selectAll(),
  );
  const all = (first as NonNullable<typeof first>).unionAll(others).as('each');
  const latest = db.selectFrom(all).selectAll().orderBy('occurred_at', 'desc').orderBy('position', 'desc').limit(atMost(p.limit));
  return selected(db)
    .innerJoin(latest.as('latest'), (join) =>
      join
        .onRef('entry.end_user_id', '=', 'latest.end_user_id')
        .onRef('entry.occurred_at', '=', 'latest.occurred_at')
        .onRef('entry.position', '=', 'latest.position'),
    )
    .where('entry.tenant', '=', p.tenant);
}

/** By how many profiles are read: of other numbers the next larger, so that there are few different statements. */
const templates = new Map([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64].map((count) => [count, count === 1 ? ofOne : ofSeveral(count)]));
const counts = [...templates.keys()];
const mostAtOnce = 64;

/** What happened with the profiles of a cluster, as one. */
export class TimelineEntries {
  private readonly reads = new Map<number, Prepared<Read, TimelineRow>>();

  constructor(private readonly database: ReadDatabase) {}

  /** The latest entries before a place, of all these profiles. */
  async latest(members: readonly string[], stretch: TimelineStretch): Promise<readonly TimelineRow[]> {
    if (members.length <= mostAtOnce) return this.read(members, stretch);
    const parts = Array.from({ length: Math.ceil(members.length / mostAtOnce) }, (_, i) => members.slice(i * mostAtOnce, (i + 1) * mostAtOnce));
    const rows = (await Promise.all(parts.map(async (part) => this.read(part, stretch)))).flat();
    return rows.sort(latestFirst).slice(0, stretch.limit);
  }

  private read(members: readonly string[], stretch: TimelineStretch): readonly TimelineRow[] | Promise<readonly TimelineRow[]> {
    const count = counts.find((one) => one >= members.length) as number;
    const read = this.reads.get(count) ?? this.database.prepare(templates.get(count) as Template<Read, TimelineRow>);
    this.reads.set(count, read);
    // Nobody's id is empty.
    const named = Object.fromEntries(Array.from({ length: count }, (_, i) => [`member${i}`, members[i] ?? ''])) as Pick<Read, Member>;
    return read({ ...stretch, ...named });
  }
}

const latestFirst = (one: TimelineRow, other: TimelineRow) =>
  one.occurred_at === other.occurred_at ? other.position - one.position : one.occurred_at < other.occurred_at ? 1 : -1;

/** Who did it, of an entry that has kind and id in one. */
export const actorOf = ({ actor }: Pick<TimelineEntryTable, 'actor'>): { readonly kind: string; readonly id: string } => {
  const [kind = ''] = actor.split(':', 1);
  return { kind, id: actor.slice(kind.length + 1) };
};
