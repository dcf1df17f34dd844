import {
  type ContactPointEvent,
  type EndUserEvent,
  type Event,
  type InteractionEvent,
  type InteractionRecorded,
  idInStream,
  type Recorded,
} from '@kith/domain';
import { nothing, projection } from './projection';
import { type Params, statement } from './statement';
import type { OpenInteractionTable, TimelineEntryTable, TimelineKind } from './tables';

type OfInteraction = { readonly tenant: string; readonly id: string };

const add = statement((db, p: Params<TimelineEntryTable>) =>
  db.insertInto('timeline_entry').values({
    tenant: p.tenant,
    end_user_id: p.end_user_id,
    occurred_at: p.occurred_at,
    position: p.position,
    kind: p.kind,
    interaction_id: p.interaction_id,
    point_id: p.point_id,
    source: p.source,
    channel: p.channel,
    via: p.via,
    direction: p.direction,
    ticket_id: p.ticket_id,
    summary: p.summary,
    outcome: p.outcome,
    cause: p.cause,
    reason: p.reason,
  }),
);
const keepOpen = statement((db, p: Params<OpenInteractionTable>) =>
  db.insertInto('open_interaction').values({
    tenant: p.tenant,
    id: p.id,
    outcome: p.outcome,
    occurred_at: p.occurred_at,
    position: p.position,
    point_id: p.point_id,
    source: p.source,
    channel: p.channel,
    via: p.via,
    direction: p.direction,
    ticket_id: p.ticket_id,
    summary: p.summary,
    candidates: p.candidates,
  }),
);
/** The open interaction becomes an entry at the time it took place. */
const moveTo = statement((db, p: Params<OfInteraction & { endUserId: string }>) =>
  db
    .insertInto('timeline_entry')
    .columns([
      'tenant',
      'end_user_id',
      'occurred_at',
      'position',
      'kind',
      'interaction_id',
      'point_id',
      'source',
      'channel',
      'via',
      'direction',
      'ticket_id',
      'summary',
      'outcome',
    ])
    .expression((eb) =>
      eb
        .selectFrom('open_interaction')
        .select((e) => [
          'tenant',
          p.endUserId.as('end_user_id'),
          'occurred_at',
          'position',
          e.val('interaction').as('kind'),
          'id',
          'point_id',
          'source',
          'channel',
          'via',
          'direction',
          'ticket_id',
          'summary',
          'outcome',
        ])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id),
    ),
);
const close = statement((db, p: Params<OfInteraction>) => db.deleteFrom('open_interaction').where('tenant', '=', p.tenant).where('id', '=', p.id));

/**
 * What happened with each end user, as an agent would expect to read it, and the interactions that are still nobody's.
 * With a destroyed key the entry stays, without its text.
 */
export const timeline = projection<ContactPointEvent | EndUserEvent | InteractionEvent>({
  name: 'timeline',
  tables: ['timeline_entry', 'open_interaction'],
  on: {
    EndUserCreated: (event) => [add(entry(event, idInStream(event.stream), 'created'))],
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: nothing,
    EndUserTagged: nothing,
    EndUserUntagged: nothing,
    EndUserNoted: nothing,
    PrimaryContactPointChosen: nothing,
    EndUserRestored: nothing,
    EndUserSuspended: (event) => [add(reasoned(event, 'suspended'))],
    EndUserReinstated: (event) => [add(reasoned(event, 'reinstated'))],
    EndUserDeleted: (event) => [add(reasoned(event, 'deleted'))],

    ContactPointAttached: (event) => [
      add({ ...entry(event, event.data.endUserId, 'contact-point-attached'), point_id: idInStream(event.stream), channel: event.data.channel }),
    ],
    ContactPointVerified: (event) => [add({ ...entry(event, event.data.endUserId, 'contact-point-verified'), point_id: idInStream(event.stream) })],
    ContactPointReleased: (event) => [
      add({ ...entry(event, event.data.endUserId, 'contact-point-released'), point_id: idInStream(event.stream), cause: event.data.cause }),
    ],
    ContactPointShared: nothing,
    ContactPointUnshared: nothing,

    InteractionRecorded: (event) => {
      const { endUserId } = event.data;
      if (endUserId === null)
        return [keepOpen({ ...happening(event), ...place(event), id: idInStream(event.stream), candidates: JSON.stringify(event.data.resolution.candidates) })];
      return [add({ ...entry(event, endUserId, 'interaction'), ...happening(event), interaction_id: idInStream(event.stream) })];
    },
    InteractionAssigned: ({ stream, metadata: { tenant }, data: { endUserId } }) => {
      const interaction = { tenant, id: idInStream(stream) };
      return [moveTo({ ...interaction, endUserId }), close(interaction)];
    },
  },
});

const place = ({ position, metadata: { tenant, occurredAt } }: Recorded) => ({ tenant, occurred_at: occurredAt, position: Number(position) });

function entry(event: Recorded<Event>, endUserId: string, kind: TimelineKind): TimelineEntryTable {
  const { tenant, occurred_at, position } = place(event);
  return {
    tenant,
    end_user_id: endUserId,
    occurred_at,
    position,
    kind,
    interaction_id: null,
    point_id: null,
    source: null,
    channel: null,
    via: null,
    direction: null,
    ticket_id: null,
    summary: null,
    outcome: null,
    cause: null,
    reason: null,
  };
}

const reasoned = (event: Recorded<Event<string, { reason?: string }>>, kind: TimelineKind): TimelineEntryTable => ({
  ...entry(event, idInStream(event.stream), kind),
  reason: event.erased ? null : (event.data.reason ?? null),
});

function happening({ erased, data }: Recorded<InteractionRecorded>) {
  const { source, channel, via, direction, outcome, contactPointId, ticketId, summary } = data;
  return {
    point_id: contactPointId,
    source,
    channel,
    via,
    direction,
    outcome,
    ticket_id: erased ? null : (ticketId ?? null),
    summary: erased ? null : (summary ?? null),
  };
}
