import type { EmmettConnection, EmmettEvent, EmmettProjection } from '../emmett/packages';
import { customer, keyOf, pointOf } from '../inputs';

/** The tables of the one projection: who is behind an address, who they are, and what happened. */
export const projectionSchema = [
  'CREATE TABLE IF NOT EXISTS holder (channel TEXT NOT NULL, key TEXT NOT NULL, end_user_id TEXT NOT NULL, PRIMARY KEY (channel, key)) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS end_user (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS entry (end_user_id TEXT NOT NULL, occurred_at TEXT NOT NULL, interaction_id TEXT NOT NULL, summary TEXT, PRIMARY KEY (end_user_id, occurred_at, interaction_id)) WITHOUT ROWID',
];

const inserts: Readonly<Record<string, { readonly into: string; readonly values: readonly string[] }>> = {
  ContactPointAttached: { into: 'holder (channel, key, end_user_id)', values: ['channel', 'key', 'endUserId'] },
  EndUserCreated: { into: 'end_user (id, name)', values: ['endUserId', 'name'] },
  InteractionRecorded: { into: 'entry (end_user_id, occurred_at, interaction_id, summary)', values: ['endUserId', 'occurredAt', 'sourceId', 'summary'] },
};

/** One row for each event. */
export const contacts: EmmettProjection = {
  canHandle: Object.keys(inserts),
  async handle(events, { connection }) {
    for (const { type, data } of events) {
      const insert = inserts[type];
      if (insert) await insertAll(connection, insert.into, [insert.values.map((name) => data[name] ?? null)]);
    }
  },
};

/**
 * Customers known from the start: the rows that appending their events one by one would leave, written in large statements
 * because that would take minutes.
 */
export async function fillKnown(connection: EmmettConnection, customers: number): Promise<void> {
  const atOnce = 100;
  for (let n = 0; n < customers; n += atOnce) {
    const events = Array.from({ length: Math.min(atOnce, customers - n) }, (_, i) => eventsOfKnown(n + i)).flat();
    await insertAll(
      connection,
      'emt_streams (stream_id, stream_position, partition, stream_type, stream_metadata)',
      events.map(({ stream }) => [stream, 1, 'emt:default', stream.split('-')[0], '[]']),
    );
    await insertAll(
      connection,
      'emt_messages (stream_id, stream_position, partition, message_data, message_metadata, message_schema_version, message_type, message_id)',
      events.map(({ stream, event: { type, data } }) => [stream, 1, 'emt:default', JSON.stringify(data), '{}', '0', type, stream]),
    );
    for (const [type, { into, values }] of Object.entries(inserts)) {
      const rows = events.filter(({ event }) => event.type === type).map(({ event: { data } }) => values.map((name) => data[name] ?? null));
      if (rows.length > 0) await insertAll(connection, into, rows);
    }
  }
}

async function insertAll(connection: EmmettConnection, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  const places = `(${(rows[0] ?? []).map(() => '?').join(', ')})`;
  await connection.command(`INSERT INTO ${into} VALUES ${rows.map(() => places).join(', ')}`, rows.flat());
}

function eventsOfKnown(n: number): readonly { readonly stream: string; readonly event: EmmettEvent }[] {
  const [one, endUserId] = [customer(n), `known-${n}`];
  const attached = [0, 1].map((turn) => {
    const { channel, value, verified = false } = pointOf(one, turn);
    const key = keyOf({ channel, value });
    return { stream: `contactPoint-${channel}:${key}`, event: { type: 'ContactPointAttached', data: { endUserId, channel, key, value, verified } } };
  });
  return [...attached, { stream: `endUser-${endUserId}`, event: { type: 'EndUserCreated', data: { endUserId, origin: 'contacted', name: one.name } } }];
}
