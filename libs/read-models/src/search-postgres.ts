import { type AliasableExpression, type QueryCreator, type RawBuilder, sql } from 'kysely';
import { blockBits, wordCharacters } from './migrations/search';
import type { NamesMatch, PointsMatch, Stretch } from './search-match';
import { staleNames, stalePoints } from './search-stale';
import type { Params } from './statement';
import type { Tables } from './tables';

type Db = QueryCreator<Tables>;

const allNames = sql<string>`coalesce(string_agg(searched_name, ' ' order by number), '')`;

/** Written over what was there: PostgreSQL has no `replace`. */
export const writeNamesInPostgres = (db: Db, _: Params<object>) =>
  db
    .insertInto('search_name')
    .columns(['rowid', 'name'])
    .expression(staleNames(db, allNames))
    .onConflict((c) => c.column('rowid').doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })));

const allPoints = sql<string>`coalesce(string_agg(point.searched, chr(10) order by member.number, point.point_id), '')`;
export const writePointsInPostgres = (db: Db, _: Params<object>) =>
  db
    .insertInto('search_point')
    .columns(['rowid', 'points'])
    .expression(stalePoints(db, allPoints))
    .onConflict((c) => c.column('rowid').doUpdateSet((eb) => ({ points: eb.ref('excluded.points') })));

/**
 * So many people are looked at one by one for each that is asked for, before the inverted index is: for a common text that is quicker,
 * because the index finds all of a block and sorts them.
 */
const lookedAtForEach = 40;

interface Where {
  readonly table: 'search_name' | 'search_point';
  /** True of a row that is meant. */
  readonly isMeant: RawBuilder<unknown>;
  /** What the inverted index is asked for a block. */
  readonly inIndex: RawBuilder<unknown>;
}

/** Numbers in descending order at a bounded cost, for common and for rare texts: the newest one by one, then block by block what the index has. */
function numbers(db: Db, p: Params<Stretch>, { table, isMeant, inIndex }: Where) {
  const rows = sql.table(table);
  const block = (number: AliasableExpression<number> | RawBuilder<unknown>) => sql`(${number}::bigint >> ${sql.lit(blockBits)})`;
  return db
    .selectFrom(
      sql<{ number: number }>`(
        with near as materialized (
          select rowid from (
            select * from ${rows} where rowid <= ${p.upTo} and rowid >= ${p.from} order by rowid desc limit ${p.limit} * ${sql.lit(lookedAtForEach)}
          ) as newest where ${isMeant} order by rowid desc limit ${p.limit}
        ),
        edge as materialized (
          select rowid from ${rows} where (select count(*) from near) < ${p.limit} and rowid <= ${p.upTo} and rowid >= ${p.from}
          order by rowid desc offset ${p.limit} * ${sql.lit(lookedAtForEach)} limit 1
        )
        select rowid as number from near
        union all
        (select found.rowid from edge
          cross join lateral generate_series(${block(sql`edge.rowid`)}, ${block(p.from)}, -1) as block
          cross join lateral (
            select rowid from ${rows}
            where ${inIndex} and ${isMeant} and rowid + 0 <= edge.rowid and rowid + 0 >= ${p.from} order by rowid + 0 desc
          ) as found
          limit ${p.limit})
      )`.as('found'),
    )
    .select('number')
    .limit(p.limit);
}

const items = (json: AliasableExpression<string> | RawBuilder<unknown>, column: string) => sql`json_array_elements_text(${json}::json) as ${sql.ref(column)}`;

/** @see named */
export function namedInPostgres(db: Db, p: Params<Stretch & NamesMatch>) {
  return numbers(db, p, {
    table: 'search_name',
    isMeant: sql`' ' || name like all (array(select '% ' || word || '%' from ${items(p.words, 'word')}))`,
    inIndex: sql`search_words(rowid, name) @@ (
      select string_agg('''' || block || ':' || left(word, ${sql.lit(wordCharacters)}) || ''':*', ' & ') from ${items(p.words, 'word')}
    )::tsquery`,
  });
}

/** @see reachedBy */
export function reachedByInPostgres(db: Db, p: Params<Stretch & PointsMatch>) {
  const hasRuns = (part: number) =>
    sql`search_runs(rowid, points) @> array(select block || ':' || run from ${items(sql`(${p.runs}::json -> ${sql.lit(part)})`, 'run')})`;
  return numbers(db, p, {
    table: 'search_point',
    isMeant: sql`(strpos(points, ${p.one}) > 0 or strpos(points, ${p.two}) > 0 or strpos(points, ${p.three}) > 0)`,
    inIndex: sql`(${hasRuns(0)} or ${hasRuns(1)} or ${hasRuns(2)})`,
  });
}
