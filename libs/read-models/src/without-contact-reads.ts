import { type QueryCreator, type RawBuilder, type SqlBool, sql } from 'kysely';
import { atMost } from './at-most';
import { type Params, query } from './statement';
import type { Tables } from './tables';

export interface OfTenant {
  readonly tenant: string;
}
/** End users behind `after`, in the order of their ids. */
export type Stretch = OfTenant & { readonly after: string };
export type SilentStretch = Stretch & { readonly since: string };
export type OfOne = OfTenant & { readonly since: string; readonly endUserId: string };

/** So many end users are looked at by one read: some milliseconds. */
const mostLookedAt = 2_000;

/** The others of the cluster that an end user `one` stands for; few stand for any. */
const others = (has: RawBuilder<SqlBool>) =>
  sql<SqlBool>`(one.member_count > 1 and exists (select 1 from ${sql.table('end_user')} as other where other.tenant = one.tenant and other.canonical_id = one.id
    and other.survivor_id is not null and ${has}))`;
const openTicketOf = (id: RawBuilder<unknown>) =>
  sql<SqlBool>`exists (select 1 from ${sql.table('ticket')} as ticket where ticket.tenant = one.tenant and ticket.requester_id = ${id} and ticket.done = 0)`;

/** Who was never heard of has the empty text there, which comes before every time. */
const isSilent = (p: Pick<Params<SilentStretch>, 'since'>) =>
  sql<SqlBool>`(one.survivor_id is null and one.last_interaction_at < ${p.since}
    and (one.last_interaction_at <> '' or one.created_at < ${p.since} or ${others(sql<SqlBool>`other.created_at < ${p.since}`)})
    and (one.status <> 'erased' or ${others(sql<SqlBool>`other.status <> 'erased'`)}))`;
const hasOpenTicket = sql<SqlBool>`(${openTicketOf(sql`one.id`)} or ${others(openTicketOf(sql`other.id`))})`;

const stretch = (db: QueryCreator<Tables>, p: Params<Stretch>) =>
  db
    .selectFrom('end_user')
    .select(['tenant', 'id', 'status', 'survivor_id', 'member_count', 'last_interaction_at', 'created_at'])
    .where('tenant', '=', p.tenant)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(sql.lit(mostLookedAt))
    .as('one');

/** Where a stretch ends; none when it is the last one. */
export const edge = query((db, p: Params<Stretch>) =>
  db
    .selectFrom('end_user')
    .select('id')
    .where('tenant', '=', p.tenant)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(sql.lit(1))
    .offset(sql.lit(mostLookedAt - 1)),
);

/** How many of a stretch are without contact, and how many of these have an open ticket. */
export const counted = query((db, p: Params<SilentStretch>) =>
  db
    .selectFrom(stretch(db, p))
    .where(isSilent(p))
    .select([sql<number>`count(*)`.as('silent'), sql<number>`coalesce(sum(case when ${hasOpenTicket} then 1 else 0 end), 0)`.as('open')]),
);

/** The first of a stretch who are without contact. */
export const silent = query((db, p: Params<SilentStretch & { limit: number }>) =>
  db.selectFrom(stretch(db, p)).where(isSilent(p)).select('one.id').orderBy('one.id').limit(atMost(p.limit)),
);
/** The same, of those without an open ticket. */
export const toErase = query((db, p: Params<SilentStretch & { limit: number }>) =>
  db.selectFrom(stretch(db, p)).where(isSilent(p)).where(sql<SqlBool>`not ${hasOpenTicket}`).select('one.id').orderBy('one.id').limit(atMost(p.limit)),
);

/** The end user, when a run would erase it. */
export const still = query((db, p: Params<OfOne>) =>
  db
    .selectFrom('end_user as one')
    .select('one.id')
    .where('one.tenant', '=', p.tenant)
    .where('one.id', '=', p.endUserId)
    .where(isSilent(p))
    .where(sql<SqlBool>`not ${hasOpenTicket}`),
);
export const uncertified = query((db, p: Params<Stretch & { runId: string }>) =>
  db
    .selectFrom('retention_erasure')
    .select('end_user_id as id')
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '>', p.after)
    .where('run_id', '=', p.runId)
    .orderBy('end_user_id'),
);
export const erased = query((db, p: Params<OfTenant & { runId: string }>) =>
  db.selectFrom('retention_run').select('erased').where('tenant', '=', p.tenant).where('id', '=', p.runId),
);
