import type { AliasableExpression, ExpressionBuilder, QueryCreator } from 'kysely';
import { among, forgetting, unlessErased } from './erased-end-users';
import { type Params, type Statement, statement } from './statement';
import type { OpenInteractionTable, Tables, TimelineEntryTable } from './tables';

type OfInteraction = { readonly tenant: string; readonly id: string };

/** What of an entry are somebody's words. */
const words = ['ticket_id', 'summary', 'what', 'reason'] as const;

const withWords = (db: QueryCreator<Tables>, p: Params<TimelineEntryTable>, said: Pick<Params<TimelineEntryTable>, (typeof words)[number]>) =>
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
    ticket_id: said.ticket_id,
    summary: said.summary,
    what: said.what,
    outcome: p.outcome,
    cause: p.cause,
    reason: said.reason,
    other_id: p.other_id,
    merge_id: p.merge_id,
    words_of: p.words_of,
  });
const addFact = statement((db, p: Params<TimelineEntryTable>) => withWords(db, p, p));
const addSaid = statement((db, p: Params<TimelineEntryTable & { speaker: string }>) => {
  const said = (text: AliasableExpression<string | null>) => unlessErased(db, p, p.speaker, text);
  return withWords(db, p, { ticket_id: said(p.ticket_id), summary: said(p.summary), what: said(p.what), reason: said(p.reason) });
});

/** An entry; what it says is left out where whose words they are is erased by now. */
export const add = (entry: TimelineEntryTable): Statement =>
  words.every((column) => entry[column] === null) ? addFact(entry) : addSaid({ ...entry, speaker: entry.words_of ?? entry.end_user_id });

/** What was said by or of who is erased. */
export const erasure = forgetting(
  'timeline',
  (['end_user_id', 'words_of'] as const).map((speaker) =>
    statement((db, p) =>
      db
        .updateTable('timeline_entry')
        .set(Object.fromEntries(words.map((column) => [column, null])))
        .where('words_of', speaker === 'words_of' ? 'is not' : 'is', null)
        .where((eb) => eb(eb.refTuple('tenant', speaker), 'in', among(db, p) as never)),
    ),
  ),
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
          unlessErased(db, p, p.endUserId, e.ref('ticket_id')).as('ticket_id'),
          unlessErased(db, p, p.endUserId, e.ref('summary')).as('summary'),
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
const moveOf = (eb: ExpressionBuilder<Tables, 'timeline_entry'>) =>
  eb
    .selectFrom('timeline_move as move')
    .select('move.to_id')
    .whereRef('move.tenant', '=', 'timeline_entry.tenant')
    .whereRef('move.point_id', '=', 'timeline_entry.point_id')
    .whereRef('move.from_id', '=', 'timeline_entry.end_user_id')
    .where((e) => e('move.position', '>', e.fn.coalesce('timeline_entry.assigned_position', 'timeline_entry.position')))
    .orderBy('move.position')
    .limit(1);
export const makeMoves = statement((db, _: Params<object>) =>
  db
    .updateTable('timeline_entry')
    .set((eb) => ({
      // Whoever had it first: under that one's key it is in the log.
      words_of: eb.fn.coalesce('timeline_entry.words_of', 'timeline_entry.end_user_id'),
      end_user_id: eb.fn.coalesce(moveOf(eb), 'timeline_entry.end_user_id'),
    }))
    .where('kind', '=', 'interaction')
    .where((eb) => eb(eb.refTuple('tenant', 'end_user_id'), 'in', eb.selectFrom('timeline_move').select(['tenant', 'from_id']).$asTuple('tenant', 'from_id')))
    .where((eb) => eb.exists(moveOf(eb))),
);
export const forgetMoves = statement((db, _: Params<object>) => db.deleteFrom('timeline_move'));
