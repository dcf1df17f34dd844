import { projectionNames } from '@kith/read-models';
import { tenant } from '../fill/fill-log';

type Cell = string | number | null;

/** The rows of one transaction. What changes a row several times is here once. */
export interface Batch {
  /** id, number, origin, name, searched name, recorded at, revision, position */
  readonly endUsers: (readonly [string, number, string, string, string, string, number, number])[];
  /** end user, point, channel, key, value, verified, since, recorded at, position */
  readonly points: (readonly [string, string, string, string, string, number, string, string, number])[];
  /** end user, occurred at, position, kind, interaction, point, source, channel, via, direction, summary, outcome */
  readonly entries: (readonly Cell[])[];
  /** By end user: id, recorded at, position. */
  readonly changed: Map<string, readonly [string, string, number]>;
  /** By end user: id, occurred at, position. */
  readonly seen: Map<string, readonly [string, string, number]>;
  /** Whose names, and whose contact points, are to be searched anew. */
  readonly named: Set<string>;
  readonly reached: Set<string>;
}

export const emptyBatch = (): Batch => ({ endUsers: [], points: [], entries: [], changed: new Map(), seen: new Map(), named: new Set(), reached: new Set() });

interface Query {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[] & unknown[];
}

/** A row's columns become one array each, named by their place: $1 is the tenant's, or the first of them. */
const columns = (rows: readonly (readonly Cell[])[], count: number): Cell[][] => Array.from({ length: count }, (_, i) => rows.map((row) => row[i] ?? null));
const unnested = (types: string, first = 1) => {
  const all = types.split(' ');
  return `unnest(${all.map((type, i) => `$${first + i}::${type}[]`).join(', ')}) AS run (${all.map((_, i) => `c${i}`).join(', ')})`;
};

/** All statements of a batch, each of which has rows; named, so that a connection parses each once. */
export function batchStatements(batch: Batch, reached: { readonly number: number; readonly position: number }): readonly Query[] {
  const { endUsers, points, entries, changed, seen, named, reached: found } = batch;
  const queries: Query[] = [];
  const add = (name: string, isNeeded: boolean, text: string, values: unknown[]) => {
    if (isNeeded) queries.push({ name, text, values });
  };
  add(
    'checkpoint',
    true,
    'INSERT INTO checkpoint (name, position) SELECT name, $2 FROM unnest($1::text[]) AS name ON CONFLICT (name) DO UPDATE SET position = excluded.position',
    [projectionNames, reached.position],
  );
  const created = columns(endUsers, 8);
  add('end-user', endUsers.length > 0, endUserText, created);
  add('holder', endUsers.length > 0, holderText, [created[0], created[3]]);
  add('number', endUsers.length > 0, numberText, [reached.number]);
  for (const channel of ['email', 'phone']) {
    const held = points.filter((point) => point[2] === channel);
    add(`hold-${channel}`, held.length > 0, holdText(channel), columns(held, 9));
  }
  const attached = columns(points, 9);
  add('point', points.length > 0, pointText, attached);
  add('holding', points.length > 0, holdingText, attached);
  add('changed', changed.size > 0, changedText, columns([...changed.values()], 3));
  add('seen', seen.size > 0, seenText, columns([...seen.values()], 3));
  add('shared-name', endUsers.length > 0, sharedNameText, [created[0], created[4], created[7]]);
  add('shared-point', points.length > 0, sharedPointText, attached);
  for (const [name, text] of Object.entries(duplicateTexts)) add(name, named.size > 0, text, [[...named]]);
  add('entry', entries.length > 0, entryText, columns(entries, 12));
  add('search-name', named.size > 0, searchNameText, [[...named]]);
  for (const [name, text] of Object.entries(searchPointTexts)) add(name, found.size > 0, text, [[...found]]);
  return queries;
}

const endUserText = `
  INSERT INTO end_user
    (tenant, id, number, status, origin, name, searched_name, created_at, updated_at, last_interaction_at, own_last_interaction_at, canonical_id, member_count,
      revision, position, edited_position)
  SELECT '${tenant}', c0, c1, 'active', c2, c3, c4, c5, c5, '', '', c0, 1, c6, c7, c7 FROM ${unnested('text int8 text text text text int8 int8')}`;
const holderText = `INSERT INTO holder (tenant, id, name, gone) SELECT '${tenant}', c0, c1, 0 FROM ${unnested('text text')}`;
const numberText = `INSERT INTO last_number (tenant, number) VALUES ('${tenant}', $1) ON CONFLICT (tenant) DO UPDATE SET number = excluded.number`;
const pointColumns = 'text text text text text int8 text text int8';
const holdText = (channel: string) => `
  INSERT INTO ${channel}_lookup (tenant, scope, key, end_user_id, point_id, verified, shared, since, position)
  SELECT '${tenant}', '', c3, c0, c1, c5, 0, c6, c8 FROM ${unnested(pointColumns)}`;
const pointText = `
  INSERT INTO end_user_contact_point (tenant, end_user_id, point_id, channel, scope, key, value, searched, verified, since, position)
  SELECT '${tenant}', c0, c1, c2, '', c3, c4, c3, c5, c6, c8 FROM ${unnested(pointColumns)}`;
const holdingText = `
  INSERT INTO holding (tenant, point_id, end_user_id, from_position, channel, scope, key, held_from, recorded_from, verified_from)
  SELECT '${tenant}', c1, c0, c8, c2, '', c3, c6, c7, CASE c5 WHEN 1 THEN c6 END FROM ${unnested(pointColumns)}`;
const sharedNameText = `INSERT INTO duplicate_name (tenant, end_user_id, name, position) SELECT '${tenant}', c0, c1, c2 FROM ${unnested('text text int8')}`;
const sharedPointText = `
  INSERT INTO duplicate_point (tenant, end_user_id, point_id, channel, key, domain, position)
  SELECT '${tenant}', c0, c1, c2, c3, CASE c2 WHEN 'email' THEN substr(c3, strpos(c3, '@') + 1) END, c8 FROM ${unnested(pointColumns)}`;
/** Who was named in the batch has had its mail address attached right before. */
const namedNow = `SELECT DISTINCT named FROM duplicate_point JOIN unnest($1::text[]) AS one (id) ON end_user_id = one.id WHERE tenant = '${tenant}' AND named IS NOT NULL`;
const duplicateTexts = {
  'named-at-domain': `
    UPDATE duplicate_point SET named = name || '@' || domain FROM duplicate_name AS called JOIN unnest($1::text[]) AS one (id) ON called.end_user_id = one.id
    WHERE called.tenant = '${tenant}' AND duplicate_point.tenant = called.tenant AND duplicate_point.end_user_id = called.end_user_id AND domain IS NOT NULL`,
  'pairs-before': `DELETE FROM duplicate_evidence WHERE tenant = '${tenant}' AND key IN (${namedNow})`,
  pairs: `
    INSERT INTO duplicate_evidence (tenant, key, rule, lower_id, higher_id, position)
    SELECT '${tenant}', one.named, 'same-name-and-domain', one.end_user_id, other.end_user_id,
      min(greatest(one.position, first.position, other.position, second.position))
    FROM (SELECT named FROM (${namedNow}) AS fresh WHERE 20 >= (SELECT count(*) FROM (
      SELECT DISTINCT end_user_id FROM duplicate_point AS sharing WHERE sharing.tenant = '${tenant}' AND sharing.named = fresh.named LIMIT 21) AS few)) AS shared
    JOIN duplicate_point AS one ON one.tenant = '${tenant}' AND one.named = shared.named
    JOIN duplicate_point AS other ON other.tenant = one.tenant AND other.named = one.named AND other.end_user_id > one.end_user_id
    JOIN duplicate_name AS first ON first.tenant = one.tenant AND first.end_user_id = one.end_user_id
    JOIN duplicate_name AS second ON second.tenant = other.tenant AND second.end_user_id = other.end_user_id
    GROUP BY one.named, one.end_user_id, other.end_user_id`,
};
const changedText = `
  UPDATE end_user SET updated_at = c1, position = c2, edited_position = c2 FROM ${unnested('text text int8')}
  WHERE tenant = '${tenant}' AND id = c0 AND position < c2`;
const seenText = `
  UPDATE end_user SET last_interaction_at = c1, own_last_interaction_at = c1, position = greatest(position, c2) FROM ${unnested('text text int8')}
  WHERE tenant = '${tenant}' AND id = c0 AND own_last_interaction_at < c1`;
const entryText = `
  INSERT INTO timeline_entry
    (tenant, end_user_id, occurred_at, position, kind, actor, interaction_id, point_id, source, channel, via, direction, summary, outcome)
  SELECT '${tenant}', c0, c1, c2, c3, 'service:bench', c4, c5, c6, c7, c8, c9, c10, c11
  FROM ${unnested('text text int8 text text text text text text text text text')}`;

const touched = `FROM unnest($1::text[]) AS one (id) JOIN end_user ON end_user.tenant = '${tenant}' AND end_user.id = one.id`;
const searchNameText = `
  INSERT INTO search_name (rowid, name) SELECT number, coalesce(searched_name, '') ${touched} ORDER BY number
  ON CONFLICT (rowid) DO UPDATE SET name = excluded.name`;
const searchPointTexts = {
  'search-point': `
    INSERT INTO search_point (rowid, points) SELECT number, coalesce((
      SELECT string_agg(searched, chr(10) ORDER BY point_id) FROM end_user_contact_point AS held WHERE held.tenant = end_user.tenant AND held.end_user_id = end_user.id), '')
    ${touched} ORDER BY number ON CONFLICT (rowid) DO UPDATE SET points = excluded.points`,
  'channels-before': `DELETE FROM search_channel WHERE number IN (SELECT number ${touched})`,
  channels: `
    INSERT INTO search_channel (tenant, number, channel) SELECT DISTINCT held.tenant, number, held.channel ${touched}
    JOIN end_user_contact_point AS held ON held.tenant = end_user.tenant AND held.end_user_id = end_user.id`,
  'without-email': `
    INSERT INTO search_channel (tenant, number, channel) SELECT end_user.tenant, number, '!email' ${touched}
    WHERE NOT EXISTS (SELECT 1 FROM search_channel AS other WHERE other.number = end_user.number AND other.channel = 'email')`,
};
