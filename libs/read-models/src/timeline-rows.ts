import { type Params, statement } from './statement';
import type { OpenInteractionTable, TimelineEntryTable } from './tables';

type OfInteraction = { readonly tenant: string; readonly id: string };

export const add = statement((db, p: Params<TimelineEntryTable>) =>
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
    other_id: p.other_id,
    merge_id: p.merge_id,
  }),
);

export const keepOpen = statement((db, p: Params<OpenInteractionTable>) =>
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
export const moveTo = statement((db, p: Params<OfInteraction & { endUserId: string; position: number }>) =>
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
export const close = statement((db, p: Params<OfInteraction>) => db.deleteFrom('open_interaction').where('tenant', '=', p.tenant).where('id', '=', p.id));

type Move = { readonly tenant: string; readonly pointId: string; readonly fromId: string; readonly toId: string };

/** What was to come to the former holder goes on to the new one. */
export const passOn = statement((db, p: Params<Move>) =>
  db.updateTable('timeline_move').set({ to_id: p.toId }).where('tenant', '=', p.tenant).where('point_id', '=', p.pointId).where('to_id', '=', p.fromId),
);
export const addMove = statement((db, p: Params<Move & { position: number }>) =>
  db.insertInto('timeline_move').values({ tenant: p.tenant, point_id: p.pointId, from_id: p.fromId, position: p.position, to_id: p.toId }),
);
/** The first move after an entry came to whoever has it decides. */
export const makeMoves = statement((db, _: Params<object>) =>
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
export const forgetMoves = statement((db, _: Params<object>) => db.deleteFrom('timeline_move'));
