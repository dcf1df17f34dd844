import { type Db, type ReadIndex, table } from './table';

/** Makes the tables of memberships, of addresses by domain, and of who claims those. */
export async function createMemberships(db: Db): Promise<void> {
  await table(db, 'membership', ['tenant', 'end_user_id', 'organization_id'], { required: ['cause', 'joined_at'], numbers: ['joined_position'] });
  await table(db, 'membership_interval', ['tenant', 'end_user_id', 'organization_id', 'from_position'], {
    required: ['from_at'],
    optional: ['to_at'],
    optionalNumbers: ['to_position'],
  });
  await table(db, 'email_domain', ['tenant', 'end_user_id', 'point_id', 'domain'], { numbers: ['own', 'verified'] });
  await table(db, 'domain_claim', ['tenant', 'organization_id', 'domain'], {
    required: ['excepted'],
    numbers: ['subdomains', 'precedence', 'since_position', 'position'],
  });
  await table(db, 'claimant', ['tenant', 'organization_id'], { optional: ['survivor_id'], numbers: ['deleted'] });
  await table(db, 'membership_sweep', ['tenant', 'id'], {
    required: ['because', 'started_at'],
    optional: ['organization_id', 'domains', 'advanced_at', 'ended_at'],
    numbers: ['started_position', 'scanned', 'joined', 'departed'],
    optionalNumbers: ['settings_version'],
  });
}

/** By which memberships, addresses and claims are read. */
export const membershipIndexes: readonly ReadIndex[] = [
  { name: 'membership_organization', on: 'membership', columns: ['tenant', 'organization_id', 'end_user_id'], unique: true },
  {
    name: 'membership_interval_organization',
    on: 'membership_interval',
    columns: ['tenant', 'organization_id', 'end_user_id', 'from_position'],
    unique: true,
  },
  { name: 'email_domain_name', on: 'email_domain', columns: ['tenant', 'domain', 'end_user_id', 'point_id'], unique: true },
  { name: 'domain_claim_name', on: 'domain_claim', columns: ['tenant', 'domain', 'organization_id'], unique: true },
  { name: 'membership_sweep_page', on: 'membership_sweep', columns: ['tenant', 'started_position'], unique: true },
];
