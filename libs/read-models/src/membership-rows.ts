import { sql } from 'kysely';
import { isErased } from './erased-end-users';
import { type Params, statement } from './statement';
import type { ClaimantTable, DomainClaimTable, EmailDomainTable, MembershipIntervalTable, MembershipSweepTable, MembershipTable } from './tables';

export type OfMember = { readonly tenant: string; readonly endUserId: string };
export type OfMembership = OfMember & { readonly organizationId: string };
export type OfHeld = OfMember & { readonly pointId: string };
export type OfClaimant = { readonly tenant: string; readonly organizationId: string };
type OfSweep = { readonly tenant: string; readonly id: string };

/** Before the membership itself: who is a member already goes on. */
export const openInterval = statement((db, p: Params<Omit<MembershipIntervalTable, 'to_position' | 'to_at'>>) =>
  db
    .insertInto('membership_interval')
    .columns(['tenant', 'end_user_id', 'organization_id', 'from_position', 'from_at'])
    .expression(
      db
        .selectNoFrom([
          p.tenant.as('tenant'),
          p.end_user_id.as('end_user_id'),
          p.organization_id.as('organization_id'),
          p.from_position.as('from_position'),
          p.from_at.as('from_at'),
        ])
        .where((eb) =>
          eb.not(
            eb.exists(
              db
                .selectFrom('membership')
                .select('membership.cause')
                .where('membership.tenant', '=', p.tenant)
                .where('membership.end_user_id', '=', p.end_user_id)
                .where('membership.organization_id', '=', p.organization_id),
            ),
          ),
        ),
    ),
);
export const closeInterval = statement((db, p: Params<OfMembership & { position: number; at: string }>) =>
  db
    .updateTable('membership_interval')
    .set({ to_position: p.position, to_at: sql<string>`case when from_at > ${p.at} then from_at else ${p.at} end` })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('organization_id', '=', p.organizationId)
    .where('to_position', 'is', null),
);

export const join = statement((db, p: Params<MembershipTable>) =>
  db
    .insertInto('membership')
    .values({
      tenant: p.tenant,
      end_user_id: p.end_user_id,
      organization_id: p.organization_id,
      cause: p.cause,
      joined_at: p.joined_at,
      joined_position: p.joined_position,
    })
    .onConflict((c) => c.columns(['tenant', 'end_user_id', 'organization_id']).doUpdateSet((eb) => ({ cause: eb.ref('excluded.cause') }))),
);
export const leave = statement((db, p: Params<OfMembership>) =>
  db.deleteFrom('membership').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).where('organization_id', '=', p.organizationId),
);

export const holdDomain = statement((db, p: Params<EmailDomainTable>) =>
  db
    .insertInto('email_domain')
    .columns(['tenant', 'end_user_id', 'point_id', 'domain', 'own', 'verified'])
    .expression(
      db
        .selectNoFrom([
          p.tenant.as('tenant'),
          p.end_user_id.as('end_user_id'),
          p.point_id.as('point_id'),
          p.domain.as('domain'),
          p.own.as('own'),
          p.verified.as('verified'),
        ])
        .where((eb) => eb.not(isErased(db, p, p.end_user_id))),
    ),
);
export const verifyDomains = statement((db, p: Params<OfHeld>) =>
  db
    .updateTable('email_domain')
    .set({ verified: sql.lit(1) })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('point_id', '=', p.pointId),
);
export const releaseDomains = statement((db, p: Params<OfHeld>) =>
  db.deleteFrom('email_domain').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).where('point_id', '=', p.pointId),
);
export const forgetDomains = statement((db, p: Params<OfMember>) =>
  db.deleteFrom('email_domain').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId),
);

export const claim = statement((db, p: Params<DomainClaimTable>) =>
  db
    .insertInto('domain_claim')
    .values({
      tenant: p.tenant,
      organization_id: p.organization_id,
      domain: p.domain,
      subdomains: p.subdomains,
      excepted: p.excepted,
      precedence: p.precedence,
      since_position: p.since_position,
      position: p.position,
    })
    .onConflict((c) =>
      c.columns(['tenant', 'organization_id', 'domain']).doUpdateSet((eb) => ({
        subdomains: eb.ref('excluded.subdomains'),
        excepted: eb.ref('excluded.excepted'),
        precedence: eb.ref('excluded.precedence'),
        position: eb.ref('excluded.position'),
      })),
    ),
);
/** What an organization claimed and does not any more: an event says all. */
export const dropClaims = statement((db, p: Params<OfClaimant & { position: number }>) =>
  db.deleteFrom('domain_claim').where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId).where('position', '<', p.position),
);
export const linkClaimant = statement((db, p: Params<OfClaimant & { survivorId: string | null }>) =>
  db
    .insertInto('claimant')
    .values({ tenant: p.tenant, organization_id: p.organizationId, survivor_id: p.survivorId, deleted: sql.lit(0) })
    .onConflict((c) => c.columns(['tenant', 'organization_id']).doUpdateSet((eb) => ({ survivor_id: eb.ref('excluded.survivor_id') }))),
);
export const deleteClaimant = statement((db, p: Params<Pick<ClaimantTable, 'tenant'> & { organizationId: string }>) =>
  db
    .insertInto('claimant')
    .values({ tenant: p.tenant, organization_id: p.organizationId, survivor_id: null, deleted: sql.lit(1) })
    .onConflict((c) => c.columns(['tenant', 'organization_id']).doUpdateSet({ deleted: sql.lit(1) })),
);

export const startSweep = statement((db, p: Params<Omit<MembershipSweepTable, 'advanced_at' | 'ended_at' | 'scanned' | 'joined' | 'departed'>>) =>
  db.insertInto('membership_sweep').values({
    tenant: p.tenant,
    id: p.id,
    because: p.because,
    organization_id: p.organization_id,
    domains: p.domains,
    settings_version: p.settings_version,
    started_at: p.started_at,
    started_position: p.started_position,
    scanned: sql.lit(0),
    joined: sql.lit(0),
    departed: sql.lit(0),
  }),
);
export const advanceSweep = statement((db, p: Params<OfSweep & { at: string; endedAt: string | null; scanned: number; joined: number; departed: number }>) =>
  db
    .updateTable('membership_sweep')
    .set({ advanced_at: p.at, ended_at: p.endedAt, scanned: p.scanned, joined: p.joined, departed: p.departed })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
