import {
  type ContactPointReleased,
  type EndUserErased,
  type InteractionEvent,
  idInStream,
  isDone,
  type Recorded,
  type TicketEvent,
  type TicketOpened,
} from '@kith/domain';
import { noteErased } from './erased-end-users';
import { flag, projection } from './projection';
import {
  addInteraction,
  addMove,
  addStatus,
  addWaiting,
  correctRequester,
  explain,
  forgetRoutes,
  forgetTickets,
  forgetWaiting,
  keepWaiting,
  moveTo,
  type OfTicket,
  open,
  route,
  setStatus,
  touch,
} from './ticket-rows';

/**
 * Tickets as references to what other systems own, and which interactions were an organization's. Status and organization are those with
 * the greatest `at`, of equal ones the one that was told last. With a destroyed key a ticket stays, without its id there and its words.
 */
export const tickets = projection<TicketEvent | InteractionEvent | ContactPointReleased | EndUserErased>({
  name: 'tickets',
  tables: ['ticket', 'ticket_status', 'ticket_route', 'organization_interaction', 'waiting_interaction', 'interaction_move'],
  on: {
    TicketOpened: (event) => {
      const { status, at } = event.data;
      return [open(ticketRow(event)), addStatus({ ...partOf(event), at, status })];
    },
    TicketRouted: (event) => {
      const { queue, priority, assignee, rule, settingsVersion, tags, reasons, organizationTags } = event.data;
      const { tenant, id } = ticketOf(event);
      return [
        route({ tenant, id, queue, priority, assignee, rule, settingsVersion, tags: JSON.stringify(tags) }),
        explain({ tenant, ticket_id: id, reasons: JSON.stringify(reasons), organization_tags: JSON.stringify(event.erased ? [] : organizationTags) }),
        touched(event),
      ];
    },
    TicketStatusChanged: (event) => {
      const { status, at } = event.data;
      return [addStatus({ ...partOf(event), at, status }), setStatus({ ...ticketOf(event), status, at, done: flag(isDone(status)) }), touched(event)];
    },
    TicketMovedToOrganization: (event) => {
      const { organizationId, at } = event.data;
      return [moveTo({ ...ticketOf(event), organizationId, at }), touched(event)];
    },
    TicketRequesterCorrected: (event) => [correctRequester({ ...ticketOf(event), requesterId: event.data.requesterId }), touched(event)],

    InteractionRecorded: ({ stream, position, metadata: { tenant, occurredAt }, data: { endUserId, organizationId } }) => {
      const place = { tenant, occurred_at: occurredAt, position: Number(position) };
      if (endUserId === null) return [keepWaiting({ ...place, id: idInStream(stream) })];
      return organizationId === undefined ? [] : [addInteraction({ ...place, organization_id: organizationId, end_user_id: endUserId })];
    },
    InteractionAssigned: ({ stream, metadata: { tenant }, data: { endUserId, organizationId } }) => {
      const interaction = { tenant, id: idInStream(stream) };
      return [...(organizationId === undefined ? [] : [addWaiting({ ...interaction, organizationId, endUserId })]), forgetWaiting(interaction)];
    },

    // The timeline gives what came by the point to the other one; rows here go on naming the first.
    ContactPointReleased: ({ position, metadata: { tenant }, data: { endUserId, cause, to } }) =>
      cause === 'corrected' && to !== undefined ? [addMove({ tenant, from_id: endUserId, position: Number(position), to_id: to })] : [],

    EndUserErased: ({ stream, metadata: { tenant } }) => {
      const erased = { tenant, endUserId: idInStream(stream) };
      return [noteErased({ tenant, id: erased.endUserId }), ...forgetTickets.map((forget) => forget(erased)), forgetRoutes(erased)];
    },
  },
});

type OnTicket = Pick<Recorded, 'stream' | 'position' | 'revision' | 'metadata'>;

function ticketRow(event: Recorded<TicketOpened>) {
  const { erased, data } = event;
  const { at, revision, position } = lastOf(event);
  return {
    ...ticketOf(event),
    source: data.source,
    source_id: erased ? null : data.sourceId,
    requester_id: data.requesterId,
    organization_id: data.organizationId,
    organization_at: data.at,
    subject: erased ? null : (data.subject ?? null),
    channel: data.channel,
    via: data.via,
    language: data.language,
    tags: JSON.stringify(erased ? [] : data.tags),
    erased: flag(erased),
    first_contact: flag(data.firstContact),
    status: data.status,
    status_at: data.at,
    done: flag(isDone(data.status)),
    opened_at: data.at,
    opened_position: position,
    created_at: at,
    updated_at: at,
    revision,
    position,
  };
}

const ticketOf = ({ stream, metadata: { tenant } }: OnTicket): OfTicket => ({ tenant, id: idInStream(stream) });
const partOf = (event: OnTicket) => ({ tenant: event.metadata.tenant, ticket_id: idInStream(event.stream), position: Number(event.position) });
const lastOf = ({ position, revision, metadata: { recordedAt } }: OnTicket) => ({ at: recordedAt, revision, position: Number(position) });
const touched = (event: OnTicket) => touch({ ...ticketOf(event), ...lastOf(event) });
