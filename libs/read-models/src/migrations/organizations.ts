import { createIndex, type Db, type ReadIndex, table } from './table';

const isMerged = 'survivor_id is not null';

/** Makes the tables of organizations and of who is in them, with the indexes by which the projections themselves find rows. */
export async function createOrganizations(db: Db): Promise<void> {
  await table(db, 'organization', ['tenant', 'id'], {
    required: ['status', 'searched_name', 'origin', 'created_at', 'updated_at', 'canonical_id'],
    optional: ['name', 'external_id', 'details', 'notes', 'routing', 'survivor_id', 'merge_id'],
    numbers: ['revision', 'position'],
    optionalNumbers: ['merged_position'],
  });
  await table(db, 'organization_tag', ['tenant', 'organization_id', 'tag'], { numbers: ['position'] });
  await table(db, 'organization_field', ['tenant', 'organization_id', 'name'], { required: ['value'] });
  await table(db, 'organization_blank', ['tenant', 'organization_id', 'what'], { numbers: ['position'] });
  await table(db, 'organization_domain', ['tenant', 'organization_id', 'domain'], {
    required: ['excepted'],
    numbers: ['subdomains', 'precedence', 'position'],
  });
  await table(db, 'organization_merge', ['tenant', 'id'], { required: ['survivor_id', 'merged_id'], numbers: ['undone', 'position'] });
  for (const column of ['survivor_id', 'canonical_id'])
    await createIndex(db, { name: `organization_${column.slice(0, -3)}`, on: 'organization', columns: ['tenant', column], unique: false, where: isMerged });
  await createMembers(db);
}

async function createMembers(db: Db): Promise<void> {
  await table(db, 'end_user_organization', ['tenant', 'end_user_id', 'organization_id'], { required: ['cause', 'since'], numbers: ['position'] });
  await table(db, 'end_user_default', ['tenant', 'end_user_id'], { optional: ['organization_id'] });
  await table(db, 'organization_member', ['tenant', 'organization_id', 'number'], { required: ['last_interaction_at', 'name'] });
  await table(db, 'organization_size', ['tenant', 'organization_id'], { numbers: ['people'] });
  await createIndex(db, { name: 'organization_member_number', on: 'organization_member', columns: ['number'], unique: false });
  await createIndex(db, { name: 'organization_size_none', on: 'organization_size', columns: ['people'], unique: false, where: 'people = 0' });
  // Members of organizations who were heard of, until that is settled.
  const heard = 'member_last_at <> last_interaction_at';
  await createIndex(db, { name: 'end_user_member_heard', on: 'end_user', columns: ['tenant', 'number'], unique: false, where: heard });
}

/** By which organizations and their members are read. */
export const organizationIndexes: readonly ReadIndex[] = [
  { name: 'organization_page', on: 'organization', columns: ['tenant', 'searched_name', 'id'], unique: true },
  { name: 'organization_external', on: 'organization', columns: ['tenant', 'external_id'], unique: false, where: 'external_id is not null' },
  { name: 'organization_tag_page', on: 'organization_tag', columns: ['tenant', 'tag', 'organization_id'], unique: true },
  { name: 'organization_domain_name', on: 'organization_domain', columns: ['tenant', 'domain', 'organization_id'], unique: true },
  { name: 'organization_member_contact', on: 'organization_member', columns: ['tenant', 'organization_id', 'last_interaction_at', 'number'], unique: true },
  { name: 'organization_member_name', on: 'organization_member', columns: ['tenant', 'organization_id', 'name', 'number'], unique: true },
];
