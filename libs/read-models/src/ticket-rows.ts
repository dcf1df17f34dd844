import { type Expression, sql } from 'kysely';
import { unlessErased } from './erased-end-users';
import { type Params, statement } from './statement';
import type { InteractionMoveTable, OrganizationInteractionTable, TicketRouteTable, TicketStatusTable, TicketTable, WaitingInteractionTable } from './tables';

export interface OfTicket {
  readonly tenant: string;
  readonly id: string;
}
type Erased = { readonly tenant: string; readonly endUserId: string };
type OfInteraction = { readonly tenant: string; readonly id: string };

type Opened = Omit<TicketTable, 'opened_for' | 'queue' | 'priority' | 'assignee' | 'rule' | 'settings_version' | 'route_tags'>;
type Routed = OfTicket & { queue: string; priority: string; assignee: string | null; rule: string; settingsVersion: number; tags: string };

export const open = statement((db, p: Params<Opened>) =>
  db.insertInto('ticket').values({
    tenant: p.tenant,
    id: p.id,
    source: p.source,
    source_id: unlessErased(db, p, p.requester_id, p.source_id),
    requester_id: p.requester_id,
    opened_for: null,
    organization_id: p.organization_id,
    organization_at: p.organization_at,
    subject: unlessErased(db, p, p.requester_id, p.subject),
    channel: p.channel,
    via: p.via,
    language: p.language,
    tags: unlessErased(db, p, p.requester_id, p.tags, '[]'),
    erased: unlessErased(db, p, p.requester_id, p.erased, 1),
    first_contact: p.first_contact,
    status: p.status,
    status_at: p.status_at,
    done: p.done,
    queue: null,
    priority: null,
    assignee: null,
    rule: null,
    settings_version: null,
    route_tags: '[]',
    opened_at: p.opened_at,
    opened_position: p.opened_position,
    created_at: p.created_at,
    updated_at: p.updated_at,
    revision: p.revision,
    position: p.position,
  }),
);
export const route = statement((db, p: Params<Routed>) =>
  db
    .updateTable('ticket')
    .set({ queue: p.queue, priority: p.priority, assignee: p.assignee, rule: p.rule, settings_version: p.settingsVersion, route_tags: p.tags })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
export const explain = statement((db, p: Params<TicketRouteTable>) =>
  db.insertInto('ticket_route').values((eb) => ({
    tenant: p.tenant,
    ticket_id: p.ticket_id,
    reasons: p.reasons,
    organization_tags: eb
      .case()
      .when(eb.exists(db.selectFrom('ticket').select('id').where('tenant', '=', p.tenant).where('id', '=', p.ticket_id).where('erased', '=', sql.lit(1))))
      .then(sql.lit('[]'))
      .else(p.organization_tags as Expression<string>)
      .end(),
  })),
);
/** The ticket's last event. */
export const touch = statement((db, p: Params<OfTicket & { at: string; revision: number; position: number }>) =>
  db.updateTable('ticket').set({ updated_at: p.at, revision: p.revision, position: p.position }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
export const addStatus = statement((db, p: Params<TicketStatusTable>) =>
  db.insertInto('ticket_status').values({ tenant: p.tenant, ticket_id: p.ticket_id, at: p.at, position: p.position, status: p.status }),
);
/** Unless one that is in force from later on was told before. */
export const setStatus = statement((db, p: Params<OfTicket & { status: string; at: string; done: number }>) =>
  db
    .updateTable('ticket')
    .set({ status: p.status, status_at: p.at, done: p.done })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id)
    .where('status_at', '<=', p.at),
);
/** Unless it is another one's from later on. */
export const moveTo = statement((db, p: Params<OfTicket & { organizationId: string | null; at: string }>) =>
  db
    .updateTable('ticket')
    .set({ organization_id: p.organizationId, organization_at: p.at })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id)
    .where('organization_at', '<=', p.at),
);
export const correctRequester = statement((db, p: Params<OfTicket & { requesterId: string }>) =>
  db
    .updateTable('ticket')
    .set((eb) => ({ opened_for: eb.fn.coalesce('opened_for', 'requester_id'), requester_id: p.requesterId }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);

/** What tickets say in the words of somebody who is erased: of those whose requester it is still, and of those it was. */
export const forgetTickets = [
  statement((db, p: Params<Erased>) =>
    db
      .updateTable('ticket')
      .set({ source_id: null, subject: null, tags: '[]', erased: 1 })
      .where('tenant', '=', p.tenant)
      .where('requester_id', '=', p.endUserId)
      .where('opened_for', 'is', null),
  ),
  statement((db, p: Params<Erased>) =>
    db
      .updateTable('ticket')
      .set({ source_id: null, subject: null, tags: '[]', erased: 1 })
      .where('tenant', '=', p.tenant)
      .where('opened_for', '=', p.endUserId),
  ),
] as const;
/** After {@link forgetTickets}. */
export const forgetRoutes = statement((db, p: Params<Erased>) =>
  db
    .updateTable('ticket_route')
    .set({ organization_tags: '[]' })
    .where('tenant', '=', p.tenant)
    .where('ticket_id', 'in', (eb) =>
      eb
        .selectFrom('ticket')
        .select('id')
        .where('tenant', '=', p.tenant)
        .where('requester_id', '=', p.endUserId)
        .where('opened_for', 'is', null)
        .union(eb.selectFrom('ticket').select('id').where('tenant', '=', p.tenant).where('opened_for', '=', p.endUserId)),
    ),
);

export const addInteraction = statement((db, p: Params<OrganizationInteractionTable>) =>
  db.insertInto('organization_interaction').values({
    tenant: p.tenant,
    organization_id: p.organization_id,
    occurred_at: p.occurred_at,
    position: p.position,
    end_user_id: p.end_user_id,
  }),
);
export const keepWaiting = statement((db, p: Params<WaitingInteractionTable>) =>
  db.insertInto('waiting_interaction').values({ tenant: p.tenant, id: p.id, occurred_at: p.occurred_at, position: p.position }),
);
/** The interaction is the organization's at the time it took place. */
export const addWaiting = statement((db, p: Params<OfInteraction & { organizationId: string; endUserId: string }>) =>
  db
    .insertInto('organization_interaction')
    .columns(['tenant', 'organization_id', 'occurred_at', 'position', 'end_user_id'])
    .expression((eb) =>
      eb
        .selectFrom('waiting_interaction')
        .select(['tenant', p.organizationId.as('organization_id'), 'occurred_at', 'position', p.endUserId.as('end_user_id')])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id),
    ),
);
export const forgetWaiting = statement((db, p: Params<OfInteraction>) =>
  db.deleteFrom('waiting_interaction').where('tenant', '=', p.tenant).where('id', '=', p.id),
);

export const addMove = statement((db, p: Params<InteractionMoveTable>) =>
  db.insertInto('interaction_move').values({ tenant: p.tenant, from_id: p.from_id, position: p.position, to_id: p.to_id }),
);
