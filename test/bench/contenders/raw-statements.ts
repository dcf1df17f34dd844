import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { tenant } from '../fill/fill-log';

/** A statement for each channel's table, prepared when first asked for. */
export function perChannel(db: DatabaseSync, sql: (table: string) => string): (channel: string) => StatementSync {
  const prepared = new Map<string, StatementSync>();
  return (channel) => {
    const known = prepared.get(channel) ?? db.prepare(sql(`${channel}_lookup`));
    prepared.set(channel, known);
    return known;
  };
}

/** The rows of the read models as hand-written programs insert them: the same ones as the engine's projections. */
export const rowStatements = (db: DatabaseSync) => ({
  hold: perChannel(
    db,
    (table) => `INSERT INTO ${table} (tenant, scope, key, end_user_id, point_id, verified, shared, since, position) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)`,
  ),
  introduce: db.prepare('INSERT INTO holder (tenant, id, name, gone) VALUES (?, ?, ?, 0)'),
  attach: db.prepare(
    `INSERT INTO end_user_contact_point (tenant, end_user_id, point_id, channel, scope, key, value, searched, verified, since, position)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?8, ?9, ?10)`,
  ),
  holding: db.prepare(
    'INSERT INTO holding (tenant, point_id, end_user_id, from_position, channel, scope, key, held_from, recorded_from, verified_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  changed: db.prepare('UPDATE end_user SET updated_at = ?1, position = ?2, edited_position = ?2 WHERE tenant = ?3 AND id = ?4'),
  seen: db.prepare(
    'UPDATE end_user SET last_interaction_at = ?1, own_last_interaction_at = ?1, position = ?2 WHERE tenant = ?3 AND id = ?4 AND own_last_interaction_at < ?1',
  ),
  entry: db.prepare(`
    INSERT INTO timeline_entry
      (tenant, end_user_id, occurred_at, position, kind, actor, interaction_id, point_id, source, channel, via, direction, summary, outcome)
    VALUES (?, ?, ?, ?, ?, 'service:bench', ?, ?, ?, ?, ?, ?, ?, ?)`),
  sharedName: db.prepare('INSERT INTO duplicate_name (tenant, end_user_id, name, position) VALUES (?, ?, ?, ?)'),
  sharedPoint: db.prepare('INSERT INTO duplicate_point (tenant, end_user_id, point_id, channel, key, domain, position, named) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
  lastNumber: db.prepare('INSERT INTO last_number (tenant, number) VALUES (?, ?) ON CONFLICT DO UPDATE SET number = excluded.number'),
});

/** What end users are searched by, written for all of them from a number on, in the order in which full text is quickest to write. */
export const searchStatements = (db: DatabaseSync) => [
  db.prepare("INSERT INTO search_name (rowid, name) SELECT number, coalesce(searched_name, '') FROM end_user WHERE number >= ? ORDER BY number"),
  db.prepare(`
    INSERT INTO search_point (rowid, points) SELECT number, coalesce((
      SELECT group_concat(searched, char(10) ORDER BY point_id) FROM end_user_contact_point AS held WHERE held.tenant = end_user.tenant AND held.end_user_id = end_user.id), '')
    FROM end_user WHERE number >= ? ORDER BY number`),
  db.prepare(`
    INSERT INTO search_channel (tenant, number, channel) SELECT DISTINCT held.tenant, number, channel FROM end_user
    JOIN end_user_contact_point AS held ON held.tenant = end_user.tenant AND held.end_user_id = end_user.id WHERE number >= ?`),
  db.prepare(`
    INSERT INTO search_channel (tenant, number, channel) SELECT tenant, number, '!email' FROM end_user
    WHERE number >= ? AND NOT EXISTS (SELECT 1 FROM search_channel AS one WHERE one.number = end_user.number AND one.channel = 'email')`),
];

/** Keys that those share who have a number from one on, and so few others that it says something: the new ones first, in this order. */
const fewShare = `
  SELECT DISTINCT named FROM end_user CROSS JOIN duplicate_point AS fresh ON fresh.tenant = end_user.tenant AND fresh.end_user_id = end_user.id
  WHERE number >= ?1 AND named IS NOT NULL AND 20 >= (SELECT count(*) FROM (
    SELECT DISTINCT end_user_id FROM duplicate_point AS sharing WHERE sharing.tenant = fresh.tenant AND sharing.named = fresh.named LIMIT 21))`;

/** Who may be one person, by a name at a domain: these inputs have nothing else in common. For all with a number from one on. */
export const duplicateStatements = (db: DatabaseSync) => [
  db.prepare(`
    DELETE FROM duplicate_evidence WHERE (tenant, key) IN (SELECT fresh.tenant, named FROM end_user
      CROSS JOIN duplicate_point AS fresh ON fresh.tenant = end_user.tenant AND fresh.end_user_id = end_user.id WHERE number >= ?1 AND named IS NOT NULL)`),
  db.prepare(`
    INSERT INTO duplicate_evidence (tenant, key, rule, lower_id, higher_id, position)
    SELECT one.tenant, one.named, 'same-name-and-domain', one.end_user_id, other.end_user_id,
      min(max(one.position, first.position, other.position, second.position))
    FROM (${fewShare}) AS shared
    CROSS JOIN duplicate_point AS one ON one.tenant = '${tenant}' AND one.named = shared.named
    CROSS JOIN duplicate_point AS other ON other.tenant = one.tenant AND other.named = one.named AND other.end_user_id > one.end_user_id
    CROSS JOIN duplicate_name AS first ON first.tenant = one.tenant AND first.end_user_id = one.end_user_id
    CROSS JOIN duplicate_name AS second ON second.tenant = other.tenant AND second.end_user_id = other.end_user_id
    GROUP BY one.named, one.end_user_id, other.end_user_id`),
];

/** The first number of the only tenant. */
export const firstNumber = 2 ** 32;

/** A name as it is searched. */
export const searchedName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Where somebody of the same name is likely the same person: the domain of a mail address; these are all of a company. */
export const sharedDomain = (channel: string, key: string): string | null => (channel === 'email' ? key.slice(key.indexOf('@') + 1) : null);

/** What the hand-written recorder says beside that. */
export const recordStatements = (db: DatabaseSync) => ({
  holder: perChannel(
    db,
    (table) => `
      SELECT held.end_user_id, held.point_id, end_user.key_id FROM ${table} AS held
      JOIN end_user ON end_user.tenant = held.tenant AND end_user.id = held.end_user_id
      WHERE held.tenant = ? AND held.scope = ? AND held.key = ? AND end_user.status IN ('active', 'suspended') ORDER BY held.position LIMIT 1`,
  ),
  dataKey: db.prepare('SELECT wrapped FROM data_key WHERE id = ?'),
  newKey: db.prepare('INSERT INTO data_key (id, wrapped) VALUES (?, ?)'),
  event: db.prepare('INSERT INTO event (position, stream_key, revision, type, stream, data, metadata) VALUES (?, ?, 0, ?, ?, ?, ?)'),
  endUser: db.prepare(`
    INSERT INTO end_user
      (tenant, id, number, status, origin, name, searched_name, created_at, updated_at, last_interaction_at, own_last_interaction_at, canonical_id, member_count,
        revision, position, edited_position, key_id)
    VALUES (?1, ?2, ?3, 'active', 'contacted', ?4, ?5, ?6, ?6, ?7, ?7, ?2, 1, 0, ?8, ?8, ?9)`),
});
