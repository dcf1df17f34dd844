import type { DatabaseSync, StatementSync } from 'node:sqlite';

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
    'INSERT INTO end_user_contact_point (tenant, end_user_id, point_id, channel, scope, key, value, verified, since, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  holding: db.prepare(
    'INSERT INTO holding (tenant, point_id, end_user_id, from_position, channel, scope, key, held_from, recorded_from, verified_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  changed: db.prepare('UPDATE end_user SET updated_at = ?, position = ? WHERE tenant = ? AND id = ?'),
  seen: db.prepare(
    'UPDATE end_user SET last_interaction_at = ?, position = ? WHERE tenant = ? AND id = ? AND (last_interaction_at IS NULL OR last_interaction_at < ?)',
  ),
  entry: db.prepare(`
    INSERT INTO timeline_entry (tenant, end_user_id, occurred_at, position, kind, interaction_id, point_id, source, channel, via, direction, summary, outcome)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
});

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
    INSERT INTO end_user (tenant, id, status, origin, name, tags, fields, created_at, updated_at, last_interaction_at, revision, position, key_id)
    VALUES (?, ?, 'active', 'contacted', ?, '[]', '{}', ?, ?, ?, 0, ?, ?)`),
});
