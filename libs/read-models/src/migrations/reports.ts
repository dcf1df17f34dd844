import { sql } from 'kysely';
import { isPostgres } from '../statement';
import { createIndex, type Db, type ReadIndex } from './table';

/** Numbers; all other columns are text. */
const numbers = new Set(
  'value n at slot month day gap first_slot here_slot position opened done from_position to_position from_slot from_month to_slot to_month opened_new closed_new'.split(
    ' ',
  ),
);

/** Makes a table with these columns, of which the first ones are its key; those with a `?` may be null. */
async function create(db: Db, name: string, key: string, others = ''): Promise<void> {
  const text = isPostgres(db) ? sql`text collate "C"` : sql`text`;
  const keys = key.split(' ').filter(Boolean);
  const columns = [...keys, ...others.split(' ').filter(Boolean)].map((column) => {
    const named = column.replace('?', '');
    return sql`${sql.ref(named)} ${numbers.has(named) ? sql`bigint` : text} ${column.endsWith('?') ? sql`` : sql`not null`}`;
  });
  if (keys.length === 0) return void (await sql`create table ${sql.table(name)} (${sql.join(columns)})`.execute(db));
  const primary = sql`constraint ${sql.ref(`${name}_key`)} primary key (${sql.join(keys.map((column) => sql.ref(column)))})`;
  await sql`create table ${sql.table(name)} (${sql.join([...columns, primary])})${isPostgres(db) ? sql`` : sql` without rowid`}`.execute(db);
}

/** Empty between transactions. */
export const passingReportTables = [
  'report_delta',
  'report_heard',
  'report_gap_delta',
  'report_relinked',
  'report_organization_relinked',
  'report_stale',
  'report_told',
  'report_party',
] as const;

/** Makes the tables of reports, with the indexes by which the projection itself finds rows. */
export async function createReports(db: Db): Promise<void> {
  const ofTicket = 'month opened done? organization_id?';
  await create(db, 'report_count', 'tenant organization_id grain at measure value', 'n');
  await create(db, 'report_delta', '', 'tenant organization_id measure value slot month n');
  await create(db, 'report_activity', 'tenant end_user_id organization_id slot', 'month');
  await create(db, 'report_heard', '', 'tenant end_user_id organization_id slot month');
  await create(db, 'report_gap', 'tenant organization_id unit at gap', 'n');
  await create(db, 'report_gap_delta', '', 'tenant organization_id unit at gap n');
  await create(db, 'report_first', 'tenant end_user_id organization_id', 'first_slot here_slot');
  for (const links of ['report_link', 'report_organization_link']) {
    await create(db, links, 'tenant id', 'survivor_id? canonical_id');
    for (const column of ['survivor_id', 'canonical_id'])
      await createIndex(db, { name: `${links}_${column.slice(0, -3)}`, on: links, columns: ['tenant', column], unique: false });
  }
  await create(db, 'report_relinked', 'id tenant');
  await create(db, 'report_organization_relinked', 'id tenant');
  await create(db, 'report_stale', 'part tenant end_user_id');
  await create(db, 'report_ticket_event', 'tenant ticket_id at position', ofTicket);
  await create(db, 'report_told', '', `tenant ticket_id at position ${ofTicket}`);
  await create(db, 'report_open', 'tenant id', 'slot month measure');
  await create(
    db,
    'report_stay',
    'tenant end_user_id kind subject from_position',
    'channel from_slot from_month to_position? to_slot? to_month? opened_new closed_new',
  );
  await create(db, 'report_party', '', 'tenant end_user_id merge_id kind slot position');
  await create(db, 'report_merge', 'tenant organization_id slot kind merge_id');
  await createIndex(db, { name: 'report_count_none', on: 'report_count', columns: ['n'], unique: false, where: 'n = 0' });
  await createIndex(db, { name: 'report_gap_none', on: 'report_gap', columns: ['n'], unique: false, where: 'n = 0' });
  for (const links of ['report_link', 'report_organization_link'])
    await createIndex(db, { name: `${links}_back`, on: links, columns: ['id'], unique: false, where: 'survivor_id is null' });
  // What has not ended yet: it cannot begin twice.
  await createIndex(db, {
    name: 'report_stay_open',
    on: 'report_stay',
    columns: ['tenant', 'end_user_id', 'kind', 'subject'],
    unique: true,
    where: 'to_position is null',
  });
  // Who has to be counted anew when organizations are merged.
  await createIndex(db, {
    name: 'report_stay_organization',
    on: 'report_stay',
    columns: ['tenant', 'subject', 'end_user_id'],
    unique: false,
    where: "kind = 'member'",
  });
}

/** By which reports are read; and who was active under an organization that is merged, which in a rebuild is nobody before the end. */
export const reportIndexes: readonly ReadIndex[] = [
  { name: 'report_activity_organization', on: 'report_activity', columns: ['tenant', 'organization_id', 'slot', 'end_user_id'], unique: true },
  { name: 'report_activity_slot', on: 'report_activity', columns: ['tenant', 'slot', 'end_user_id'], unique: false },
  { name: 'report_first_page', on: 'report_first', columns: ['tenant', 'organization_id', 'first_slot', 'here_slot'], unique: false },
];
