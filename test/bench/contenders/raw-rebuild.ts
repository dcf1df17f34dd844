import { createSecretKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isInsideSearch, searchTables } from '@kith/read-models';
import { tenant } from '../fill/fill-log';
import { readDatabaseFile } from '../fill/one-file';
import { rowTally } from '../fill/tally';
import type { Side } from '../side';
import { openedPersonal, type RawKey, rawKey, unwrapped } from './raw-sealing';
import { duplicateStatements, firstNumber, rowStatements, searchedName, searchStatements, sharedDomain } from './raw-statements';

/** Events read at once, and events in one durable transaction. */
const page = 1000;
const transaction = 20_000;

interface RawEvent {
  readonly position: number;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly data: string;
  readonly metadata: string;
}
type Data = Readonly<Record<string, string>>;

/**
 * A loop as it would be written without an engine: reads pages, parses, decrypts, writes the rows of the same tables with the
 * same indexes, in large durable transactions on one connection and one thread.
 */
export async function open({ folder, target }: { readonly folder: string; readonly target: string }): Promise<Side> {
  const schema = schemaOf(readDatabaseFile(folder));
  return {
    async work() {
      for (const suffix of ['', '-wal', '-shm']) rmSync(target + suffix, { force: true });
      const db = new DatabaseSync(target);
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -131072');
      db.exec(schema);
      new RawLoop(folder, db).run();
      db.close();
    },
    tally: async () => {
      const db = new DatabaseSync(target, { readOnly: true });
      const tally = rowTally(db);
      db.close();
      return tally;
    },
    close: async () => {},
  };
}

/** The tables and indexes of a read database, empty, and what it tells its planner. */
function schemaOf(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const theirs = "name LIKE 'kysely_%' OR name LIKE 'sqlite_%'";
  const made = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND NOT (${theirs}) ORDER BY type = 'index'`).all();
  const sizes = db.prepare("SELECT format('INSERT INTO sqlite_stat1 VALUES (%Q, %Q, %Q);', tbl, idx, stat) AS sql FROM sqlite_stat1").all();
  db.close();
  const own = made.filter(({ name }) => !isInsideSearch(String(name))).map(({ sql }) => `${String(sql)};`);
  // The planner is told the same of the tables, or it would read all of a tenant where an index is.
  const told = ['ANALYZE sqlite_schema;', ...sizes.map(({ sql }) => String(sql)), 'ANALYZE sqlite_schema;'];
  return [...own, ...told, ...searchTables.map((name) => `INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 1);`)].join('\n');
}

class RawLoop {
  private readonly log: DatabaseSync;
  private readonly vault: DatabaseSync;
  private readonly keys = new Map<string, RawKey>();
  private readonly masterKey;
  private readonly wrappedKey;
  private readonly rows;
  private readonly endUser;
  private readonly nameShared;
  private number = firstNumber - 1;

  constructor(
    folder: string,
    private readonly db: DatabaseSync,
  ) {
    this.log = new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true });
    this.vault = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    this.masterKey = createSecretKey(Buffer.from(readFileSync(join(folder, 'master.key'), 'utf8').trim(), 'base64'));
    this.wrappedKey = this.vault.prepare('SELECT wrapped FROM data_key WHERE id = ?');
    this.rows = rowStatements(db);
    this.endUser = db.prepare(`
      INSERT INTO end_user
        (tenant, id, number, status, origin, name, searched_name, created_at, updated_at, last_interaction_at, own_last_interaction_at, canonical_id, member_count,
          revision, position, edited_position)
      VALUES (?1, ?2, ?3, 'active', ?4, ?5, ?6, ?7, ?7, '', '', ?2, 1, ?8, ?9, ?9)`);
    this.nameShared = db.prepare("UPDATE duplicate_point SET named = ? || '@' || domain WHERE tenant = ? AND end_user_id = ? AND domain IS NOT NULL");
  }

  run(): void {
    const read = this.log.prepare('SELECT position, type, stream, revision, data, metadata FROM event WHERE position > ? ORDER BY position LIMIT ?');
    let [after, written] = [0, 0];
    this.db.exec('BEGIN IMMEDIATE');
    for (;;) {
      const events = read.all(after, page) as unknown as readonly RawEvent[];
      for (const event of events) this.apply(event);
      after = events.at(-1)?.position ?? after;
      written += events.length;
      const ended = events.length < page;
      if (ended) this.search();
      if (ended || written >= transaction) {
        this.db.exec('COMMIT');
        if (ended) break;
        this.db.exec('BEGIN IMMEDIATE');
        written = 0;
      }
    }
    this.log.close();
    this.vault.close();
  }

  private search(): void {
    this.rows.lastNumber.run(tenant, this.number);
    for (const statement of [...searchStatements(this.db), ...duplicateStatements(this.db)]) statement.run(firstNumber);
  }

  private apply({ position, type, stream, revision, data: text, metadata: about }: RawEvent): void {
    const { tenant, eventId, schema, occurredAt, recordedAt } = JSON.parse(about) as {
      tenant: string;
      eventId: string;
      schema: number;
      occurredAt: string;
      recordedAt: string;
    };
    const { personal, ...clear } = JSON.parse(text) as Data & { personal: { k: string; n: string; c: string } };
    const opened = openedPersonal(this.keyOf(personal.k), JSON.stringify([tenant, stream, type, schema, eventId]), personal);
    const data = { ...clear, ...opened } as unknown as Data;
    const id = stream.slice(stream.indexOf('.') + 1);
    if (type === 'ContactPointAttached') this.attached(tenant, id, position, occurredAt, recordedAt, data);
    else if (type === 'EndUserCreated') {
      this.number += 1;
      const name = textOf(data, 'name');
      this.endUser.run(tenant, id, this.number, textOf(data, 'origin'), name, searchedName(name), recordedAt, revision, position);
      this.rows.introduce.run(tenant, id, data.name ?? null);
      this.rows.sharedName.run(tenant, id, searchedName(name), position);
      this.nameShared.run(searchedName(name), tenant, id);
      this.rows.entry.run(tenant, id, occurredAt, position, 'created', null, null, null, null, null, null, null, null);
    } else if (type === 'InteractionRecorded') this.interaction(tenant, id, position, occurredAt, data);
    else throw new Error(`the loop does not know ${type}`);
  }

  private attached(tenant: string, pointId: string, position: number, occurredAt: string, recordedAt: string, data: Data): void {
    const [endUserId, channel, key, value] = ['endUserId', 'channel', 'key', 'value'].map((name) => textOf(data, name)) as [string, string, string, string];
    const verified = data.verified ? 1 : 0;
    const { rows } = this;
    rows.hold(channel).run(tenant, '', key, endUserId, pointId, verified, occurredAt, position);
    rows.attach.run(tenant, endUserId, pointId, channel, '', key, value, verified, occurredAt, position);
    rows.changed.run(recordedAt, position, tenant, endUserId);
    rows.holding.run(tenant, pointId, endUserId, position, channel, '', key, occurredAt, recordedAt, verified === 1 ? occurredAt : null);
    rows.sharedPoint.run(tenant, endUserId, pointId, channel, key, sharedDomain(channel, key), position, null);
    rows.entry.run(tenant, endUserId, occurredAt, position, 'contact-point-attached', null, pointId, null, channel, null, null, null, null);
  }

  private interaction(tenant: string, id: string, position: number, occurredAt: string, data: Data): void {
    const { contactPointId, source, channel, via, direction, summary, outcome } = data;
    const endUserId = textOf(data, 'endUserId');
    const place = [contactPointId ?? null, source ?? null, channel ?? null, via ?? null, direction ?? null, summary ?? null, outcome ?? null] as const;
    this.rows.entry.run(tenant, endUserId, occurredAt, position, 'interaction', id, ...place);
    this.rows.seen.run(occurredAt, position, tenant, endUserId);
  }

  private keyOf(id: string): RawKey {
    const known = this.keys.get(id);
    if (known) return known;
    const key = rawKey(id, unwrapped(this.masterKey, id, this.wrappedKey.get(id)?.wrapped as Uint8Array));
    this.keys.set(id, key);
    return key;
  }
}

function textOf(data: Data, name: string): string {
  const value = data[name];
  if (typeof value !== 'string') throw new Error(`an event without ${name}`);
  return value;
}
