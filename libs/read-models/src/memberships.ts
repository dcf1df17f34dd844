import {
  type ContactPointAttached,
  type ContactPointReleased,
  type ContactPointVerified,
  claimable,
  domainOf,
  type EndUserErased,
  idInStream,
  type MembershipSweepEvent,
  type MembershipSweepStarted,
  type OrganizationDeleted,
  type OrganizationDomainsChanged,
  type OrganizationJoined,
  type OrganizationLeft,
  type OrganizationMerged,
  type OrganizationUnmerged,
  type Recorded,
} from '@kith/domain';
import { noteErased } from './erased-end-users';
import {
  advanceSweep,
  claim,
  closeInterval,
  deleteClaimant,
  dropClaims,
  forgetDomains,
  holdDomain,
  join,
  leave,
  linkClaimant,
  openInterval,
  releaseDomains,
  startSweep,
  verifyDomains,
} from './membership-rows';
import { flag, projection } from './projection';
import type { Statement } from './statement';

type Remembered =
  | OrganizationJoined
  | OrganizationLeft
  | MembershipSweepEvent
  | ContactPointAttached
  | ContactPointVerified
  | ContactPointReleased
  | EndUserErased
  | OrganizationDomainsChanged
  | OrganizationDeleted
  | OrganizationMerged
  | OrganizationUnmerged;

/**
 * Who is, and was, a member of which organization, and what decides that for those who are so by the domain of an e-mail address: who holds
 * addresses at which domains, and who claims those. All ids as events name them: who was merged into whom is known elsewhere.
 */
export const memberships = projection<Remembered>({
  name: 'memberships',
  tables: ['membership', 'membership_interval', 'email_domain', 'domain_claim', 'claimant', 'membership_sweep'],
  on: {
    OrganizationJoined: ({ stream, position, metadata: { tenant, occurredAt }, data: { organizationId, cause } }) => {
      const one = { tenant, end_user_id: idInStream(stream), organization_id: organizationId };
      return [
        openInterval({ ...one, from_position: Number(position), from_at: occurredAt }),
        join({ ...one, cause, joined_at: occurredAt, joined_position: Number(position) }),
      ];
    },
    OrganizationLeft: ({ stream, position, metadata: { tenant, occurredAt }, data: { organizationId } }) => {
      const one = { tenant, endUserId: idInStream(stream), organizationId };
      return [leave(one), closeInterval({ ...one, position: Number(position), at: occurredAt })];
    },

    ContactPointAttached: (event) => attached(event),
    ContactPointVerified: (event) => [verifyDomains(held(event))],
    ContactPointReleased: (event) => [releaseDomains(held(event))],
    EndUserErased: ({ stream, metadata: { tenant } }) => {
      const id = idInStream(stream);
      return [noteErased({ tenant, id }), forgetDomains({ tenant, endUserId: id })];
    },

    OrganizationDomainsChanged: (event) => claimed(event),
    OrganizationDeleted: (event) => [deleteClaimant(claimantOf(event))],
    OrganizationMerged: (event) => [linkClaimant({ ...claimantOf(event), survivorId: event.data.survivorId })],
    OrganizationUnmerged: (event) => [linkClaimant({ ...claimantOf(event), survivorId: null })],

    MembershipSweepStarted: (event) => [started(event)],
    MembershipSweepAdvanced: (event) => [advanceSweep({ ...sweepOf(event), endedAt: null })],
    MembershipSweepEnded: (event) => [advanceSweep({ ...sweepOf(event), endedAt: event.metadata.recordedAt })],
  },
});

function attached({ erased, stream, metadata: { tenant }, data: { endUserId, channel, key, verified } }: Recorded<ContactPointAttached>): readonly Statement[] {
  if (erased || channel !== 'email') return [];
  const row = { tenant, end_user_id: endUserId, point_id: idInStream(stream), verified: flag(verified) };
  return claimable(domainOf(key)).map((domain, i) => holdDomain({ ...row, domain, own: flag(i === 0) }));
}

const held = ({ stream, metadata: { tenant }, data: { endUserId } }: Recorded<ContactPointVerified | ContactPointReleased>) => ({
  tenant,
  endUserId,
  pointId: idInStream(stream),
});

function claimed(event: Recorded<OrganizationDomainsChanged>): readonly Statement[] {
  const { tenant, organizationId } = claimantOf(event);
  const position = Number(event.position);
  const rows = event.data.domains.map(({ domain, subdomains, except, precedence }) =>
    claim({
      tenant,
      organization_id: organizationId,
      domain,
      subdomains: flag(subdomains),
      excepted: JSON.stringify(except),
      precedence,
      since_position: position,
      position,
    }),
  );
  return [...rows, dropClaims({ tenant, organizationId, position })];
}

const claimantOf = ({ stream, metadata: { tenant } }: Recorded) => ({ tenant, organizationId: idInStream(stream) });

function started({ stream, position, metadata: { tenant, recordedAt }, data: { occasion } }: Recorded<MembershipSweepStarted>): Statement {
  return startSweep({
    tenant,
    id: idInStream(stream),
    because: occasion.because,
    organization_id: occasion.because === 'settings-changed' ? null : occasion.organizationId,
    domains: occasion.because === 'domains-changed' ? JSON.stringify(occasion.domains) : null,
    settings_version: occasion.because === 'settings-changed' ? occasion.settingsVersion : null,
    started_at: recordedAt,
    started_position: Number(position),
  });
}

const sweepOf = ({
  stream,
  metadata: { tenant, recordedAt },
  data: { scanned, joined, left },
}: Recorded<Exclude<MembershipSweepEvent, MembershipSweepStarted>>) => ({
  tenant,
  id: idInStream(stream),
  at: recordedAt,
  scanned,
  joined,
  departed: left,
});
