import { sql } from 'kysely';
import { atMost } from './at-most';
import { type Params, query } from './statement';

export interface OfTenant {
  readonly tenant: string;
}
export type OfDomain = OfTenant & { readonly domain: string };
export type OfProfile = OfTenant & { readonly endUserId: string };
/** Behind `after`, up to and with `last`, at most `limit`. */
export type Stretch = OfTenant & { readonly after: string; readonly last: string; readonly limit: number };

/** Behind every id. */
export const beyond = '\u{10ffff}';

export const anyClaim = query((db, p: Params<OfTenant>) => db.selectFrom('domain_claim').select('domain').where('tenant', '=', p.tenant).limit(sql.lit(1)));

/** The claims of one domain, each with what became of the organization that made it and of every one that it was merged into. */
export const claims = query((db, p: Params<OfDomain>) =>
  db
    .selectFrom('domain_claim')
    .select((eb) => [
      'organization_id',
      'domain',
      'subdomains',
      'excepted',
      'precedence',
      'since_position',
      eb
        .selectFrom('claimant')
        .select('survivor_id')
        .whereRef('claimant.tenant', '=', 'domain_claim.tenant')
        .whereRef('claimant.organization_id', '=', 'domain_claim.organization_id')
        .as('survivor_id'),
      eb
        .selectFrom('claimant')
        .select('deleted')
        .whereRef('claimant.tenant', '=', 'domain_claim.tenant')
        .whereRef('claimant.organization_id', '=', 'domain_claim.organization_id')
        .as('deleted'),
    ])
    .where('tenant', '=', p.tenant)
    .where('domain', '=', p.domain),
);
export const claimant = query((db, p: Params<OfTenant & { organizationId: string }>) =>
  db.selectFrom('claimant').select(['survivor_id', 'deleted']).where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId),
);

export const ownDomains = query((db, p: Params<OfProfile>) =>
  db
    .selectFrom('email_domain')
    .select(['domain', 'verified'])
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('own', '=', sql.lit(1)),
);
export const ownMemberships = query((db, p: Params<OfProfile>) =>
  db
    .selectFrom('membership')
    .select(['organization_id', 'cause'])
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .orderBy('joined_position'),
);

/** Who holds an address at a domain or below. */
export const holdersAt = query((db, p: Params<Stretch & OfDomain>) =>
  db
    .selectFrom('email_domain')
    .select('end_user_id as id')
    .distinct()
    .where('tenant', '=', p.tenant)
    .where('domain', '=', p.domain)
    .where('end_user_id', '>', p.after)
    .where('end_user_id', '<=', p.last)
    .orderBy('end_user_id')
    .limit(atMost(p.limit)),
);
/** Who holds any address. */
export const holders = query((db, p: Params<Stretch>) =>
  db
    .selectFrom('email_domain')
    .select('end_user_id as id')
    .distinct()
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '>', p.after)
    .where('end_user_id', '<=', p.last)
    .orderBy('end_user_id')
    .limit(atMost(p.limit)),
);
export const membersOf = query((db, p: Params<Stretch & { organizationId: string }>) =>
  db
    .selectFrom('membership')
    .select('end_user_id as id')
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('end_user_id', '>', p.after)
    .where('end_user_id', '<=', p.last)
    .orderBy('end_user_id')
    .limit(atMost(p.limit)),
);
