import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isInsideSearch, projections } from '@kith/read-models';
import type { Tally } from '../side';
import { tenant } from './fill-log';

/** What the engine keeps for itself, beside what it is compared for. */
const ownEvents = ['TenantCreated', 'ApiKeyCreated', 'SettingsChanged'];

/** Events of a log by type. */
export function eventTally(db: DatabaseSync): Tally {
  const rows = db.prepare('SELECT type, count(*) AS n FROM event GROUP BY type ORDER BY type').all();
  return Object.fromEntries(rows.filter(({ type }) => !ownEvents.includes(String(type))).map(({ type, n }) => [String(type), Number(n)]));
}

/** Columns whose values a run makes up anew: random ids, times of recording, and whoever sent it. */
const madeUp = /^(actor|created_at|updated_at|recorded_from|position|edited_position|from_position)$/;
export const isMadeUp = (column: string): boolean => madeUp.test(column);

/** What the engine keeps up beside what the hand-written programs do: it works for these, and is not given credit for it. */
const onlyOurs = new Set<string>(
  projections.filter(({ name }) => ['organizations', 'memberships', 'tickets', 'reports'].includes(name)).flatMap(({ tables }) => tables),
);

/** Whether the table is one that both sides of a comparison fill. */
export const isCompared = (table: string): boolean =>
  !onlyOurs.has(table) &&
  !['event', 'data_key', 'checkpoint', 'shared_point', 'api_key', 'tenant'].includes(table) &&
  !table.startsWith('kysely_') &&
  !isInsideSearch(table);

/** Rows of every read model's table, and how long their texts are together: a wrong or missing value shows, too. */
export function rowTally(db: DatabaseSync): Tally {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all();
  const read = tables.map(({ name }) => String(name)).filter(isCompared);
  return Object.fromEntries(read.map((name) => [name, rowsOf(db, name)]));
}

function rowsOf(db: DatabaseSync, table: string): string {
  const columns = db
    .prepare(`SELECT name FROM pragma_table_info(?) WHERE name <> 'key_id' ORDER BY name`)
    .all(table)
    .map(({ name }) => String(name));
  const lengths = columns.filter((name) => !isMadeUp(name)).map((name) => `coalesce(sum(length("${name}")), 0)`);
  const row = db.prepare(`SELECT count(*) AS n, ${lengths.join(' + ')} AS characters FROM "${table}"`).get();
  return `${row?.n} rows, ${row?.characters} characters`;
}

/** Events of links in the log of a data folder, by type, on the streams of these end users. */
export function linkTally(folder: string, endUserIds: readonly string[]): Tally {
  const db = new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true });
  try {
    const streams = endUserIds.map((id) => `endUser-${tenant}.${id}`);
    const rows = db
      .prepare(`SELECT type, count(*) AS n FROM event WHERE stream IN (${streams.map(() => '?').join(', ')}) AND type <> 'EndUserCreated' GROUP BY type`)
      .all(...streams);
    return Object.fromEntries(rows.map(({ type, n }) => [String(type), Number(n)]));
  } finally {
    db.close();
  }
}
