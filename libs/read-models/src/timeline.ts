import {
  type ContactPointEvent,
  type EndUserEvent,
  type EndUserProfileChanged,
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
    actor: p.actor,
    on_behalf_of: p.on_behalf_of,
    assigned_position: p.assigned_position,
    interaction_id: p.interaction_id,
    point_id: p.point_id,
    source: p.source,
    channel: p.channel,
    via: p.via,
    direction: p.direction,
    ticket_id: p.ticket_id,
    summary: p.summary,
    what: p.what,
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
    actor: p.actor,
    on_behalf_of: p.on_behalf_of,
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
const moveTo = statement((db, p: Params<OfInteraction & { endUserId: string; position: number }>) =>
  db
    .insertInto('timeline_entry')
    .columns([
      'tenant',
      'end_user_id',
      'occurred_at',
      'position',
      'kind',
      'actor',
      'on_behalf_of',
      'assigned_position',
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
          'actor',
          'on_behalf_of',
          p.position.as('assigned_position'),
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

type Move = { readonly tenant: string; readonly pointId: string; readonly fromId: string; readonly toId: string };

/** What was to come to the former holder goes on to the new one. */
const passOn = statement((db, p: Params<Move>) =>
  db.updateTable('timeline_move').set({ to_id: p.toId }).where('tenant', '=', p.tenant).where('point_id', '=', p.pointId).where('to_id', '=', p.fromId),
);
const addMove = statement((db, p: Params<Move & { position: number }>) =>
  db.insertInto('timeline_move').values({ tenant: p.tenant, point_id: p.pointId, from_id: p.fromId, position: p.position, to_id: p.toId }),
);
/** The first move after an entry came to whoever has it decides. */
const makeMoves = statement((db, _: Params<object>) =>
  db
    .updateTable('timeline_entry')
    .set((eb) => ({
      end_user_id: eb.fn.coalesce(
        eb
          .selectFrom('timeline_move as move')
          .select('move.to_id')
          .whereRef('move.tenant', '=', 'timeline_entry.tenant')
          .whereRef('move.point_id', '=', 'timeline_entry.point_id')
          .whereRef('move.from_id', '=', 'timeline_entry.end_user_id')
          .where((e) => e('move.position', '>', e.fn.coalesce('timeline_entry.assigned_position', 'timeline_entry.position')))
          .orderBy('move.position')
          .limit(1),
        'timeline_entry.end_user_id',
      ),
    }))
    .where('kind', '=', 'interaction')
    .where((eb) => eb(eb.refTuple('tenant', 'end_user_id'), 'in', eb.selectFrom('timeline_move').select(['tenant', 'from_id']).$asTuple('tenant', 'from_id'))),
);
const forgetMoves = statement((db, _: Params<object>) => db.deleteFrom('timeline_move'));

/**
 * What happened with each end user, as an agent would expect to read it, and the interactions that are still nobody's.
 * With a destroyed key the entry stays, without its text.
 * When a contact point turns out to have always been another's, the interactions that came by it go to their timeline.
 */
export const timeline = projection<ContactPointEvent | EndUserEvent | InteractionEvent>({
  name: 'timeline',
  tables: ['timeline_entry', 'timeline_move', 'open_interaction'],
  on: {
    EndUserCreated: (event) => [add(own(event, 'created'))],
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: (event) => [add({ ...own(event, 'changed'), what: event.erased ? null : namesOf(event.data) })],
    EndUserTagged: (event) => [add({ ...own(event, 'tagged'), what: event.erased ? null : JSON.stringify(event.data.tags) })],
    EndUserUntagged: (event) => [add({ ...own(event, 'untagged'), what: event.erased ? null : JSON.stringify(event.data.tags) })],
    EndUserNoted: (event) => [add({ ...own(event, 'noted'), summary: event.erased ? null : event.data.note })],
    PrimaryContactPointChosen: (event) => [add({ ...own(event, 'primary-chosen'), point_id: event.data.contactPointId, channel: event.data.channel })],
    EndUserRestored: (event) => [add(reasoned(event, 'restored'))],
    EndUserSuspended: (event) => [add(reasoned(event, 'suspended'))],
    EndUserReinstated: (event) => [add(reasoned(event, 'reinstated'))],
    EndUserDeleted: (event) => [add(reasoned(event, 'deleted'))],

    ContactPointAttached: (event) => [
      add({ ...entry(event, event.data.endUserId, 'contact-point-attached'), point_id: idInStream(event.stream), channel: event.data.channel }),
    ],
    ContactPointVerified: (event) => [add({ ...entry(event, event.data.endUserId, 'contact-point-verified'), point_id: idInStream(event.stream) })],
    ContactPointReleased: (event) => {
      const { endUserId: fromId, cause, to: toId } = event.data;
      const pointId = idInStream(event.stream);
      const released = add({ ...entry(event, fromId, 'contact-point-released'), point_id: pointId, cause });
      if (cause !== 'corrected' || toId === undefined) return [released];
      const move = { tenant: event.metadata.tenant, pointId, fromId, toId };
      return [released, passOn(move), addMove({ ...move, position: Number(event.position) })];
    },
    ContactPointShared: nothing,
    ContactPointUnshared: nothing,

    InteractionRecorded: (event) => {
      const { endUserId } = event.data;
      if (endUserId === null)
        return [
          keepOpen({
            ...happening(event),
            ...place(event),
            ...by(event),
            id: idInStream(event.stream),
            candidates: JSON.stringify(event.data.resolution.candidates),
          }),
        ];
      return [add({ ...entry(event, endUserId, 'interaction'), ...happening(event), interaction_id: idInStream(event.stream) })];
    },
    InteractionAssigned: ({ stream, position, metadata: { tenant }, data: { endUserId } }) => {
      const interaction = { tenant, id: idInStream(stream) };
      return [moveTo({ ...interaction, endUserId, position: Number(position) }), close(interaction)];
    },
  },
  settle: [makeMoves({}), forgetMoves({})],
});

const place = ({ position, metadata: { tenant, occurredAt } }: Recorded) => ({ tenant, occurred_at: occurredAt, position: Number(position) });
const by = ({ metadata: { actor, onBehalfOf } }: Recorded) => ({ actor: `${actor.kind}:${actor.id}`, on_behalf_of: onBehalfOf ?? null });

function entry(event: Recorded<Event>, endUserId: string, kind: TimelineKind): TimelineEntryTable {
  const { tenant, occurred_at, position } = place(event);
  return {
    tenant,
    end_user_id: endUserId,
    occurred_at,
    position,
    kind,
    ...by(event),
    assigned_position: null,
    interaction_id: null,
    point_id: null,
    source: null,
    channel: null,
    via: null,
    direction: null,
    ticket_id: null,
    summary: null,
    what: null,
    outcome: null,
    cause: null,
    reason: null,
  };
}

const own = (event: Recorded<Event>, kind: TimelineKind): TimelineEntryTable => entry(event, idInStream(event.stream), kind);

/** What a change is about, such as `name` or `fields.plan`. */
function namesOf({ marks: _, fields = {}, ...plain }: EndUserProfileChanged['data']): string {
  return JSON.stringify([...Object.keys(plain), ...Object.keys(fields).map((name) => `fields.${name}`)]);
}

const reasoned = (event: Recorded<Event<string, { reason?: string }>>, kind: TimelineKind): TimelineEntryTable => ({
  ...own(event, kind),
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
