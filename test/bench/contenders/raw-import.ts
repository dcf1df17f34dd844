import { createReadStream } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { v7 } from 'uuid';
import type { Side } from '../side';

/** Rows in one durable transaction. */
const group = 10_000;

/** What somebody would write to get the file into a database: parsed by the same library, addresses made comparable by the same, no events, no keys. */
export async function open({ file, csv }: { readonly file: string; readonly csv: string }): Promise<Side> {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -65536;
    CREATE TABLE end_user (id TEXT PRIMARY KEY, name TEXT, fields TEXT, created_at TEXT) STRICT;
    CREATE TABLE contact_point (channel TEXT, scope TEXT, key TEXT, value TEXT, end_user_id TEXT, PRIMARY KEY (channel, scope, key)) STRICT, WITHOUT ROWID;
    CREATE INDEX contact_point_of ON contact_point (end_user_id)`);
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  const person = db.prepare('INSERT INTO end_user VALUES (?, ?, ?, ?)');
  const point = db.prepare('INSERT INTO contact_point VALUES (?, ?, ?, ?, ?)');
  return {
    async work() {
      let rows = 0;
      begin.run();
      for await (const row of createReadStream(csv).pipe(parse({ columns: true })) as AsyncIterable<Record<string, string>>) {
        const { name = '', email = '', phone = '', external_id: externalId = '', 'custom_fields.plan': plan = '' } = row;
        const id = v7();
        person.run(id, name, JSON.stringify({ plan }), new Date().toISOString());
        point.run('email', '', email.trim().toLowerCase(), email, id);
        point.run('phone', '', keyOf(phone), phone, id);
        point.run('external', 'external', externalId.trim(), externalId, id);
        rows += 1;
        if (rows % group === 0) {
          commit.run();
          begin.run();
        }
      }
      commit.run();
    },
    tally: async () => ({
      endUsers: Number(db.prepare('SELECT count(*) AS n FROM end_user').get()?.n),
      points: Number(db.prepare('SELECT count(*) AS n FROM contact_point').get()?.n),
    }),
    close: async () => db.close(),
  };
}

function keyOf(phone: string): string {
  const number = parsePhoneNumberFromString(phone);
  if (!number?.isValid()) throw new Error('a phone number of the file is none');
  return number.number;
}
