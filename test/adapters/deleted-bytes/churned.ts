import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { choicesFrom } from '../../support/seeded-choices';

/** Tables of every kind that the engine has: with row ids and without, with indexes, full text, and values longer than a page. */
export const churnedTables = `
  CREATE TABLE kept (id TEXT PRIMARY KEY, name TEXT, notes TEXT) STRICT, WITHOUT ROWID;
  CREATE INDEX kept_name ON kept (name);
  CREATE TABLE numbered (no INTEGER PRIMARY KEY, name TEXT) STRICT;
  CREATE VIRTUAL TABLE search USING fts5 (name, tokenize = 'ascii', prefix = '1 2 3', detail = column, columnsize = 0);
  INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
`;

/** Who has been put in, and who has been taken out or renamed since. */
export interface Churned {
  readonly gone: ReadonlySet<string>;
  readonly there: ReadonlySet<string>;
}

/** In every word, so that words are found in a pass; after it comes what tells them apart, also where a common beginning is left out. */
const mark = 'zqxj';
const endLength = 10;

/** Those of the words whose end is somewhere in the bytes. */
export function wordsIn(bytes: string, words: ReadonlySet<string>): readonly string[] {
  const ends = new Map([...words].map((word) => [word.slice(-endLength), word]));
  const found = new Set<string>();
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    const word = ends.get(bytes.slice(at + mark.length, at + mark.length + endLength));
    if (word !== undefined) found.add(word);
  }
  return [...found];
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const lengths = [0, 10, 60, 200, 400, 1_500, 6_000];

/** Puts people in and takes most of them out again, in transactions of a hundred; each has a word of its own. */
export function churn(db: DatabaseSync, { seed, rounds }: { readonly seed: number; readonly rounds: number }): Churned {
  const choose = choicesFrom(seed);
  const some = (count: number) => Array.from({ length: count }, () => choose(letters)).join('');
  const word = () => `${some(6)}${mark}${some(endLength)}`;
  const insert = ['INSERT INTO kept VALUES (?, ?, ?)', 'INSERT INTO numbered VALUES (?, ?)', 'INSERT INTO search (rowid, name) VALUES (?, ?)'].map((sql) =>
    db.prepare(sql),
  );
  const remove = ['DELETE FROM kept WHERE id = ?', 'DELETE FROM numbered WHERE no = ?', 'DELETE FROM search WHERE rowid = ?'].map((sql) => db.prepare(sql));
  const rename = db.prepare("UPDATE kept SET name = ?, notes = '' WHERE id = ?");
  const people: { readonly id: string; readonly no: number; readonly name: string }[] = [];
  const [gone, there] = [new Set<string>(), new Set<string>()];
  for (let round = 0, no = seed * 1_000; round < rounds; round++) {
    db.exec('BEGIN IMMEDIATE');
    for (let count = 0; count < 100; count++) {
      const person = { id: `${word()}-id`, no: ++no * 7919, name: word() };
      insert[0]?.run(person.id, person.name + 'x'.repeat(choose(lengths) / 20), `met ${person.name} ${'y'.repeat(choose(lengths))}`);
      insert[1]?.run(person.no % 1_000_003, person.name + 'z'.repeat(choose(lengths) / 10));
      insert[2]?.run(person.no, person.name);
      people.push(person);
      there.add(person.name);
    }
    for (let count = 0; count < 70; count++) {
      const [person] = people.splice(people.indexOf(choose(people)), 1);
      if (!person) continue;
      if (count % 2 === 0) remove[0]?.run(person.id);
      else rename.run(`renamed ${count}`, person.id);
      remove[1]?.run(person.no % 1_000_003);
      remove[2]?.run(person.no);
      gone.add(person.name);
      there.delete(person.name);
    }
    db.exec('COMMIT');
  }
  return { gone, there };
}

/** Of all that the tables hold, as SQLite reads it. */
export function contentOf(db: DatabaseSync): string {
  const hash = createHash('sha256');
  for (const sql of ['SELECT * FROM kept ORDER BY id', 'SELECT * FROM numbered ORDER BY no', 'SELECT CAST(id AS TEXT), block FROM search_data ORDER BY id'])
    for (const row of db.prepare(sql).iterate()) for (const value of Object.values(row)) hash.update(value instanceof Uint8Array ? value : `${value}\0`);
  return hash.digest('hex');
}

/** What SQLite finds wrong with the file: `ok` when nothing. */
export const verdictOn = (db: DatabaseSync): unknown => db.prepare('PRAGMA integrity_check').get()?.integrity_check;
