import { type Kysely, SqliteAdapter, sql } from 'kysely';
import { searchTables } from '../search-tables';

type Db = Kysely<never>;

/**
 * Full text of names and of contact points, SQLite's: folded already, so that the tokenizers only cut it up. Rows are numbered as end users are, so that those of a tenant are one
 * range and the newest come first without sorting. Positions of words are left out: a name is found by prefixes of words in
 * any order, and a run of more than three characters is compared in what its parts have found.
 * `secure-delete` because text that is taken out would otherwise stay in the index until its segment is merged.
 */
export async function createSearch(db: Db): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) throw new Error('there is no full text for this database yet');
  await sql`create virtual table search_name using fts5
    (name, tokenize = 'ascii', prefix = '1 2 3', detail = none, columnsize = 0)`.execute(db);
  await sql`create virtual table search_point using fts5
    (points, tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0)`.execute(db);
  for (const name of searchTables) await sql`insert into ${sql.table(name)} (${sql.ref(name)}, rank) values ('secure-delete', 1)`.execute(db);
}

/** Drops what {@link createSearch} made; the tables behind each of them go with it. */
export async function dropSearch(db: Db): Promise<void> {
  for (const name of searchTables) await sql`drop table if exists ${sql.table(name)}`.execute(db);
}
