import { type Kysely, sql } from 'kysely';
import { searchTables } from '../search-tables';
import { isPostgres } from '../statement';

type Db = Kysely<never>;

/**
 * Full text of names and of contact points. Rows are numbered as end users are, so that those of a tenant are one range and the newest
 * come first without sorting.
 */
export async function createSearch(db: Db): Promise<void> {
  await (isPostgres(db) ? createInPostgres(db) : createInSqlite(db));
}

/**
 * SQLite's own: the text is folded already, so that the tokenizers only cut it up. Positions of words are left out: a name is found by
 * prefixes of words in any order, and a run of more than three characters is compared in what its parts have found.
 * `secure-delete` because text that is taken out would otherwise stay in the index until its segment is merged. With it, `detail = none` loses
 * entries (SQLite 3.53: of a word that one row keeps and a later one gets in the same transaction), so columns are told, of which there is one.
 */
async function createInSqlite(db: Db): Promise<void> {
  await sql`create virtual table search_name using fts5
    (name, tokenize = 'ascii', prefix = '1 2 3', detail = column, columnsize = 0)`.execute(db);
  await sql`create virtual table search_point using fts5
    (points, tokenize = 'trigram case_sensitive 1', detail = column, columnsize = 0)`.execute(db);
  for (const name of searchTables) await sql`insert into ${sql.table(name)} (${sql.ref(name)}, rank) values ('secure-delete', 1)`.execute(db);
}

/**
 * In PostgreSQL plain tables, and inverted indexes over what two functions make of a row: the words of a name, the runs of three characters
 * of contact points, line by line (where characters are of several bytes, finding one of a long text takes as long as it is). Each begins with the number of a block of people (`blockBits`), so that the index is asked for one block after the
 * other, the newest first, until enough are found, and what one tenant looks for costs nothing for the people of another.
 * Nothing is left to a parser or to trigrams of an extension, which know letters by the locale of the database.
 * Words count by their first characters (`wordCharacters`), because an index refuses long ones: what it finds is compared anyway.
 */
async function createInPostgres(db: Db): Promise<void> {
  await sql`create table search_name (rowid bigint primary key, name text collate "C" not null)`.execute(db);
  await sql`create table search_point (rowid bigint primary key, points text collate "C" not null)`.execute(db);
  await sql`create function search_words(number bigint, name text) returns tsvector language sql immutable strict parallel safe as $$
    select array_to_tsvector(array(
      select block || left(word, ${sql.lit(wordCharacters)}) from unnest(string_to_array(name, ' ')) as word where word <> ''))
    from (select (number >> ${sql.lit(blockBits)}) || ':' as block) as place $$`.execute(db);
  await sql`create function search_runs(number bigint, points text) returns text[] language sql immutable strict parallel safe as $$
    select array(
      select (block || substr(line, i, 3)) collate "C" from unnest(string_to_array(points, chr(10))) as line, generate_series(1, length(line) - 2) as i)
    from (select (number >> ${sql.lit(blockBits)}) || ':' as block) as place $$`.execute(db);
}

/** A block of people are those whose numbers differ in so many bits: 32,768 of them. */
export const blockBits = 15;
/** Characters of a word that are in the index of PostgreSQL; 60 of them are at most 240 bytes. */
export const wordCharacters = 60;

/** Indexes of full text that PostgreSQL keeps apart from its tables. */
export async function createSearchIndexes(db: Db): Promise<void> {
  if (!isPostgres(db)) return;
  // What waits to be sorted in is read by every search: little of it.
  const options = sql`with (fastupdate = on, gin_pending_list_limit = 256)`;
  await sql`create index search_name_words on search_name using gin (search_words(rowid, name)) ${options}`.execute(db);
  await sql`create index search_point_runs on search_point using gin (search_runs(rowid, points)) ${options}`.execute(db);
}

export async function dropSearchIndexes(db: Db): Promise<void> {
  if (!isPostgres(db)) return;
  for (const name of ['search_name_words', 'search_point_runs']) await db.schema.dropIndex(name).execute();
}

/** Drops what {@link createSearch} made in SQLite; the tables behind each of them go with it. */
export async function dropSearch(db: Db): Promise<void> {
  for (const name of searchTables) await sql`drop table if exists ${sql.table(name)}`.execute(db);
}
