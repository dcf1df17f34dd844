import { sql } from 'kysely';
import { isPostgres } from '../statement';
import { lookupTables } from '../tables';
import { createImports, importIndexes } from './imports';
import { createMemberships, membershipIndexes } from './memberships';
import { createOrganizations, organizationIndexes } from './organizations';
import { tellPlanner } from './planner';
import { createReports, passingReportTables, reportIndexes } from './reports';
import { createRetention, retentionIndexes } from './retention';
import { createSearch, createSearchIndexes, dropSearch, dropSearchIndexes } from './search';
import { createIndex, type Db, type ReadIndex, table } from './table';
import { createTickets, ticketIndexes } from './tickets';

/**
 * A new version of the tables throws away all rows: the log has everything, and the projector applies it from the beginning,
 * because the checkpoints are gone too.
 */
export async function everythingAnew(db: Db): Promise<void> {
  await dropSearch(db);
  for (const { name } of await db.introspection.getTables()) await db.schema.dropTable(name).execute();
  await createEverything(db);
}

/** Makes all tables and indexes in an empty database. */
export async function createEverything(db: Db): Promise<void> {
  for (const name of lookupTables) await createLookup(db, name);
  await table(db, 'shared_point', ['tenant', 'point_id'], {});
  await createHolders(db);
  await createEndUsers(db);
  await createOrganizations(db);
  await createMemberships(db);
  await createTimeline(db);
  await table(db, 'holding', ['tenant', 'point_id', 'end_user_id', 'from_position'], {
    required: ['channel', 'scope', 'held_from', 'recorded_from'],
    optional: ['key', 'held_to', 'recorded_to', 'cause', 'verified_from'],
    optionalNumbers: ['to_position'],
  });
  await table(db, 'sharing', ['tenant', 'point_id', 'from_position'], { required: ['shared_from'], optional: ['shared_to'] });
  await createLedger(db);
  await createDuplicates(db);
  await createTickets(db);
  await createReports(db);
  await createRetention(db);
  await createImports(db);
  await table(db, 'api_key', ['tenant', 'key_id'], {
    required: ['role', 'client_name', 'created_at'],
    optional: ['expires_at', 'revoked_at', 'organizations'],
    numbers: ['position'],
  });
  await table(db, 'tenant', ['name'], { required: ['created_at'], numbers: ['position'] });
  await table(db, 'checkpoint', ['name'], { numbers: ['position'] });
  await createReadIndexes(db);
  if (isPostgres(db)) await prepareForWriting(db);
}

/**
 * For PostgreSQL, which keeps old versions of rows until they are vacuumed: room for new ones in the same page where rows change often,
 * and vacuums by number rather than by share of a large table.
 */
async function prepareForWriting(db: Db): Promise<void> {
  await sql`alter table end_user set (fillfactor = 85)`.execute(db);
  await sql`alter table checkpoint set (fillfactor = 20)`.execute(db);
  for (const name of ['end_user', 'search_name', 'search_point', 'search_channel', 'holding', 'end_user_contact_point', 'ticket'])
    await sql`alter table ${sql.table(name)} set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)`.execute(db);
  for (const name of passingTables) await sql`alter table ${sql.table(name)} set (autovacuum_vacuum_scale_factor = 0)`.execute(db);
}

/** Tables that are empty between transactions. */
export const passingTables = [
  'search_stale',
  'cluster_stale',
  'timeline_move',
  'holder_stale',
  'duplicate_stale',
  'erased_stale',
  ...passingReportTables,
] as const;

async function createHolders(db: Db): Promise<void> {
  await table(db, 'holder', ['tenant', 'id'], {
    optional: ['name', 'survivor_id', 'canonical_id', 'shown_name'],
    numbers: ['gone'],
    optionalNumbers: ['merged_position', 'linked', 'hidden'],
  });
  await table(db, 'holder_stale', ['tenant', 'id'], {});
  // The projection itself finds the members of a cluster by it.
  await sql`create index holder_survivor on holder (tenant, survivor_id) where survivor_id is not null`.execute(db);
}

async function createEndUsers(db: Db): Promise<void> {
  await table(db, 'last_number', ['tenant'], { numbers: ['number'] });
  await table(db, 'end_user', ['tenant', 'id'], {
    required: ['status', 'origin', 'created_at', 'updated_at', 'last_interaction_at', 'own_last_interaction_at', 'canonical_id'],
    optional: ['status_before', 'name', 'searched_name', 'locale', 'time_zone', 'details', 'notes', 'survivor_id', 'merge_id', 'member_last_at'],
    numbers: ['number', 'member_count', 'revision', 'position', 'edited_position'],
    optionalNumbers: ['merged_position'],
  });
  await table(db, 'end_user_tag', ['tenant', 'end_user_id', 'tag'], { numbers: ['number', 'position'] });
  await table(db, 'end_user_field', ['tenant', 'end_user_id', 'name'], { required: ['value'] });
  await table(db, 'end_user_blank', ['tenant', 'end_user_id', 'what'], { numbers: ['position'] });
  await table(db, 'erased_end_user', ['tenant', 'id'], {});
  await table(db, 'erased_stale', ['part', 'tenant', 'id'], {});
  await table(db, 'end_user_primary', ['tenant', 'end_user_id', 'channel'], { required: ['point_id'] });
  await table(db, 'end_user_contact_point', ['tenant', 'end_user_id', 'point_id'], {
    required: ['channel', 'scope', 'key', 'value', 'searched', 'since'],
    numbers: ['verified', 'position'],
  });
  await table(db, 'unassigned_interaction', ['tenant', 'id'], { required: ['occurred_at'] });
  // Statements of the projection itself find end users by these. The last has who was heard of after a merge, until that is settled.
  await db.schema.createIndex('end_user_number').unique().on('end_user').column('number').execute();
  const ofMerged = (name: string, column: string, also = sql``) =>
    sql`create index ${sql.ref(name)} on end_user (tenant, ${sql.ref(column)}) where survivor_id is not null${also}`.execute(db);
  await ofMerged('end_user_survivor', 'survivor_id');
  await ofMerged('end_user_canonical', 'canonical_id');
  await ofMerged('end_user_heard', 'canonical_id', sql` and own_last_interaction_at <> last_interaction_at`);
  await createSearch(db);
  await table(db, 'search_channel', ['number', 'channel'], { required: ['tenant'] });
  await table(db, 'search_tag', ['number', 'tag'], { required: ['tenant'] });
  await table(db, 'search_stale', ['part', 'number'], {});
  await table(db, 'cluster_stale', ['part', 'number'], {});
}

async function createTimeline(db: Db): Promise<void> {
  // No key of its own: rows are appended as they come, and the unique index of the pages is made last in a rebuild.
  await table(db, 'timeline_entry', [], {
    required: ['tenant', 'end_user_id', 'occurred_at', 'kind', 'actor'],
    optional: [
      'on_behalf_of',
      'interaction_id',
      'point_id',
      'source',
      'channel',
      'via',
      'direction',
      'ticket_id',
      'summary',
      'what',
      'outcome',
      'cause',
      'reason',
      'other_id',
      'merge_id',
      'words_of',
    ],
    numbers: ['position'],
    optionalNumbers: ['assigned_position'],
  });
  await table(db, 'timeline_move', ['tenant', 'point_id', 'from_id', 'position'], { required: ['to_id'] });
  await table(db, 'open_interaction', ['tenant', 'id'], {
    required: ['outcome', 'occurred_at', 'actor', 'source', 'channel', 'via', 'direction', 'candidates'],
    optional: ['on_behalf_of', 'point_id', 'ticket_id', 'summary'],
    numbers: ['position'],
  });
}

/** Keys in the order in which the projection finds rows; by their own ids they are read. */
async function createLedger(db: Db): Promise<void> {
  await table(db, 'merge', ['tenant', 'merged_id', 'id'], {
    required: ['survivor_id', 'named_survivor_id', 'named_merged_id', 'actor_kind', 'actor_id', 'recorded_at', 'occurred_at', 'members'],
    optional: [
      'rule',
      'reason',
      'searched_reason',
      'on_behalf_of',
      'undone_at',
      'undone_actor_kind',
      'undone_actor_id',
      'undone_on_behalf_of',
      'undone_reason',
      'searched_undone_reason',
      'undone_members',
    ],
    numbers: ['position', 'undone'],
    optionalNumbers: ['undone_position'],
  });
  await table(db, 'merge_member', ['tenant', 'end_user_id', 'merge_id'], {});
  await table(db, 'difference', ['tenant', 'end_user_id', 'other_id', 'declaration_id'], {
    required: ['actor_kind', 'actor_id', 'recorded_at'],
    optional: [
      'until',
      'reason',
      'on_behalf_of',
      'withdrawn_at',
      'withdrawn_actor_kind',
      'withdrawn_actor_id',
      'withdrawn_on_behalf_of',
      'withdrawn_reason',
      'replaced_by',
    ],
    numbers: ['position'],
  });
}

async function createDuplicates(db: Db): Promise<void> {
  await table(db, 'duplicate_name', ['tenant', 'end_user_id'], { required: ['name'], numbers: ['position'] });
  await table(db, 'duplicate_point', ['tenant', 'end_user_id', 'point_id'], {
    required: ['channel', 'key'],
    optional: ['domain', 'named'],
    numbers: ['position'],
  });
  await table(db, 'duplicate_sibling', ['tenant', 'channel', 'sibling'], {});
  await table(db, 'duplicate_stale', ['tenant', 'key', 'end_user_id'], {});
  await table(db, 'duplicate_evidence', ['tenant', 'key', 'rule', 'lower_id', 'higher_id'], { numbers: ['position'] });
  // The projection itself finds by these who shares a key.
  await db.schema.createIndex('duplicate_point_by_key').on('duplicate_point').columns(['tenant', 'key', 'end_user_id']).execute();
  await sql`create index duplicate_point_named on duplicate_point (tenant, named, end_user_id) where named is not null`.execute(db);
}

async function createLookup(db: Db, name: string): Promise<void> {
  const key = [...(name === 'registered_lookup' ? ['tenant', 'channel'] : ['tenant']), 'scope', 'key', 'end_user_id'];
  await table(db, name, key, { required: ['point_id', 'since'], numbers: ['verified', 'shared', 'position'] });
  await db.schema.createIndex(`${name}_point`).on(name).columns(['tenant', 'point_id']).execute();
}

/** Indexes that no projection needs: a rebuild makes them last, when all rows are there to be sorted at once. */
const readIndexes: readonly ReadIndex[] = [
  // Who is erased is looked for by these.
  ...lookupTables.map((name) => ({ name: `${name}_end_user`, on: name, columns: ['tenant', 'end_user_id'], unique: false })),
  { name: 'timeline_entry_page', on: 'timeline_entry', columns: ['tenant', 'end_user_id', 'occurred_at', 'position'], unique: true },
  { name: 'timeline_entry_words', on: 'timeline_entry', columns: ['tenant', 'words_of'], unique: false, where: 'words_of is not null' },
  { name: 'open_interaction_page', on: 'open_interaction', columns: ['tenant', 'outcome', 'occurred_at', 'position'], unique: true },
  { name: 'holding_address', on: 'holding', columns: ['tenant', 'channel', 'scope', 'key'], unique: false },
  { name: 'holding_end_user', on: 'holding', columns: ['tenant', 'end_user_id'], unique: false },
  { name: 'merge_id', on: 'merge', columns: ['tenant', 'id'], unique: true },
  { name: 'merge_page', on: 'merge', columns: ['tenant', 'recorded_at', 'position'], unique: true },
  { name: 'merge_actor', on: 'merge', columns: ['tenant', 'actor_id', 'recorded_at', 'position'], unique: true },
  { name: 'merge_rule', on: 'merge', columns: ['tenant', 'rule', 'recorded_at', 'position'], unique: true },
  { name: 'merge_undone', on: 'merge', columns: ['tenant', 'undone', 'recorded_at', 'position'], unique: true },
  { name: 'difference_id', on: 'difference', columns: ['tenant', 'declaration_id'], unique: true },
  { name: 'difference_page', on: 'difference', columns: ['tenant', 'position'], unique: true },
  { name: 'difference_other', on: 'difference', columns: ['tenant', 'other_id'], unique: false },
  { name: 'duplicate_evidence_page', on: 'duplicate_evidence', columns: ['tenant', 'rule', 'position', 'lower_id', 'higher_id'], unique: false },
  { name: 'duplicate_evidence_lower', on: 'duplicate_evidence', columns: ['tenant', 'lower_id'], unique: false },
  { name: 'duplicate_evidence_higher', on: 'duplicate_evidence', columns: ['tenant', 'higher_id'], unique: false },
  { name: 'end_user_last_contact', on: 'end_user', columns: ['tenant', 'last_interaction_at', 'number'], unique: true },
  { name: 'end_user_tag_page', on: 'end_user_tag', columns: ['tenant', 'tag', 'number'], unique: true },
  { name: 'search_tag_page', on: 'search_tag', columns: ['tenant', 'tag', 'number'], unique: true },
  { name: 'search_channel_page', on: 'search_channel', columns: ['tenant', 'channel', 'number'], unique: true },
  ...membershipIndexes,
  ...organizationIndexes,
  ...reportIndexes,
  ...retentionIndexes,
  ...importIndexes,
  ...ticketIndexes,
];

/** Most are active, and a page of them is found without; the others may be few among many. */
const unusual = 'end_user_unusual';
/** Few interactions are assigned by somebody. */
const assigned = 'timeline_entry_assigned';

export async function createReadIndexes(db: Db): Promise<void> {
  for (const index of readIndexes) await createIndex(db, index);
  await sql`create index ${sql.ref(unusual)} on end_user (tenant, status, number) where status <> 'active'`.execute(db);
  await sql`create index ${sql.ref(assigned)} on timeline_entry (tenant, end_user_id, assigned_position) where assigned_position is not null`.execute(db);
  await createSearchIndexes(db);
  if (!isPostgres(db)) await tellPlanner(db);
}

export async function dropReadIndexes(db: Db): Promise<void> {
  for (const name of [...readIndexes.map((index) => index.name), unusual, assigned]) await db.schema.dropIndex(name).execute();
  await dropSearchIndexes(db);
}
