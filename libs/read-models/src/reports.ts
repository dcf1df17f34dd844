import {
  type ContactPointEvent,
  type EndUserEvent,
  type EndUserMerged,
  type EndUserUnmerged,
  type Event,
  type InteractionEvent,
  idInStream,
  isDone,
  type OrganizationMerged,
  type OrganizationUnmerged,
  type Recorded,
  type TicketEvent,
} from '@kith/domain';
import { flag, nothing, projection } from './projection';
import { everywhere } from './report-measures';
import {
  began,
  count,
  countOpen,
  ended,
  endUserLinks,
  forgetOpen,
  hear,
  hearOpen,
  keepOpen,
  organizationLinks,
  survivorTakesPart,
  takePart,
  tell,
} from './report-rows';
import { settleReports } from './report-settle';
import { monthOf, slotOf, whenOf } from './report-time';
import type { Statement } from './statement';
import type { ReportStayTable } from './tables';

/**
 * What reports are made of: counts by quarter of an hour, day and month of business time, which equal a full recount of the log at any time.
 * An interaction is counted under the organization that it was recorded under or, where it was nobody's first, assigned under; what
 * happens with a ticket under the organization that it was of then. Persons are counted by who stands for them now.
 */
export const reports = projection<ContactPointEvent | EndUserEvent | InteractionEvent | TicketEvent | OrganizationMerged | OrganizationUnmerged>({
  name: 'reports',
  tables: [
    'report_count',
    'report_delta',
    'report_activity',
    'report_heard',
    'report_gap',
    'report_gap_delta',
    'report_first',
    'report_link',
    'report_relinked',
    'report_organization_link',
    'report_organization_relinked',
    'report_stale',
    'report_ticket_event',
    'report_told',
    'report_open',
    'report_stay',
    'report_party',
    'report_merge',
  ],
  on: {
    InteractionRecorded: (event) => {
      const { tenant, occurredAt } = event.metadata;
      const { channel, direction, endUserId, organizationId } = event.data;
      const when = whenOf(occurredAt);
      const measure = `${direction} ${channel}`;
      return [
        count({ tenant, organization_id: everywhere, measure, ...when }),
        ...(organizationId === undefined ? [] : [count({ tenant, organization_id: organizationId, measure, ...when })]),
        endUserId === null
          ? keepOpen({ tenant, id: idInStream(event.stream), measure, ...when })
          : hear({ tenant, end_user_id: endUserId, organization_id: organizationId ?? '', ...when }),
      ];
    },
    InteractionAssigned: ({ stream, metadata: { tenant }, data: { endUserId, organizationId } }) => {
      const interaction = { tenant, id: idInStream(stream) };
      return [
        ...(organizationId === undefined ? [] : [countOpen({ ...interaction, organizationId })]),
        hearOpen({ ...interaction, endUserId, organizationId: organizationId ?? '' }),
        forgetOpen(interaction),
      ];
    },

    TicketOpened: (event) => [told(event, { opened: true, status: event.data.status, organizationId: event.data.organizationId })],
    TicketRouted: nothing,
    TicketStatusChanged: (event) => [told(event, { status: event.data.status })],
    TicketMovedToOrganization: (event) => [told(event, { organizationId: event.data.organizationId })],
    TicketRequesterCorrected: nothing,

    EndUserCreated: (event) => begins(event, 'here'),
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: nothing,
    EndUserTagged: nothing,
    EndUserUntagged: nothing,
    EndUserNoted: nothing,
    PrimaryContactPointChosen: nothing,
    EndUserSuspended: nothing,
    EndUserReinstated: nothing,
    EndUserDeleted: (event) => begins(event, 'gone'),
    EndUserRestored: (event) => ended(ownOf(event, 'gone')),
    // Who stood for others when it was deleted hides them as before.
    EndUserErased: (event) => ended(ownOf(event, 'here')),
    EndUserErasureCertified: nothing,
    OrganizationJoined: (event) => begins(event, 'member', event.data.organizationId),
    OrganizationLeft: (event) => ended(ownOf(event, 'member', event.data.organizationId)),
    DefaultOrganizationChosen: nothing,
    MergeReserved: nothing,
    MergeRefused: nothing,
    MergeReservationReleased: nothing,
    EndUserMerged: (event) => merged(event),
    EndUserAbsorbed: nothing,
    EndUserSeparated: nothing,
    EndUserUnmerged: (event) => unmerged(event),
    EndUsersDeclaredDifferent: nothing,
    DifferenceWithdrawn: nothing,

    ContactPointAttached: (event) => {
      const { endUserId, channel } = event.data;
      return began({ ...ownOf(event, 'point', idInStream(event.stream)), end_user_id: endUserId, channel });
    },
    ContactPointVerified: nothing,
    ContactPointReleased: (event) => ended({ ...ownOf(event, 'point', idInStream(event.stream)), end_user_id: event.data.endUserId }),
    ContactPointShared: nothing,
    ContactPointUnshared: nothing,

    OrganizationMerged: (event) => {
      const own = idOf(event);
      return [organizationLinks.link({ ...own, survivor_id: event.data.survivorId }), organizationLinks.changed(own)];
    },
    OrganizationUnmerged: (event) => [organizationLinks.unlink(idOf(event)), organizationLinks.changed(idOf(event))],
  },
  settle: settleReports,
});

interface OfTicket {
  readonly opened?: boolean;
  readonly status?: Parameters<typeof isDone>[0];
  readonly organizationId?: string | null;
}

function told({ stream, position, metadata: { tenant }, data: { at: time } }: Recorded<Event<string, { at: string }>>, of: OfTicket): Statement {
  const at = Math.max(0, Date.parse(time));
  return tell({
    tenant,
    ticket_id: idInStream(stream),
    at,
    position: Number(position),
    month: monthOf(slotOf(at)),
    opened: flag(of.opened === true),
    done: of.status === undefined ? null : flag(isDone(of.status)),
    organization_id: of.organizationId === undefined ? null : (of.organizationId ?? ''),
  });
}

function merged(event: Recorded<EndUserMerged>): readonly Statement[] {
  const own = idOf(event);
  const { mergeId, survivorId, named, members } = event.data;
  const parties = new Set([own.id, survivorId, named.survivorId, named.mergedId, ...members]);
  return [...taking(event, 'merges', mergeId, parties), endUserLinks.link({ ...own, survivor_id: survivorId }), endUserLinks.changed(own)];
}

function unmerged(event: Recorded<EndUserUnmerged>): readonly Statement[] {
  const own = idOf(event);
  const { mergeId, members } = event.data;
  return [
    ...taking(event, 'unmerges', mergeId, new Set([own.id, ...members])),
    survivorTakesPart(partyOf(event, 'unmerges', mergeId, own.id)),
    endUserLinks.unlink(own),
    endUserLinks.changed(own),
  ];
}

function taking(event: Recorded, measure: 'merges' | 'unmerges', mergeId: string, parties: ReadonlySet<string>): readonly Statement[] {
  const all = count({ tenant: event.metadata.tenant, organization_id: everywhere, measure, ...whenOf(event.metadata.occurredAt) });
  return [all, ...[...parties].map((id) => takePart(partyOf(event, measure, mergeId, id)))];
}

const partyOf = ({ position, metadata: { tenant, occurredAt } }: Recorded, kind: 'merges' | 'unmerges', mergeId: string, id: string) => ({
  tenant,
  end_user_id: id,
  merge_id: mergeId,
  kind,
  slot: whenOf(occurredAt).slot,
  position: Number(position),
});

const idOf = ({ stream, metadata: { tenant } }: Recorded) => ({ tenant, id: idInStream(stream) });

const ownOf = ({ stream, position, metadata: { tenant, occurredAt } }: Recorded, kind: ReportStayTable['kind'], subject = '') => ({
  tenant,
  end_user_id: idInStream(stream),
  kind,
  subject,
  position: Number(position),
  ...whenOf(occurredAt),
});

const begins = (event: Recorded, kind: ReportStayTable['kind'], subject?: string): readonly Statement[] =>
  began({ ...ownOf(event, kind, subject), channel: '' });
