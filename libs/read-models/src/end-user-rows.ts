import { type Expression, type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import { isErased } from './erased-end-users';
import { type Params, type Statement, statement } from './statement';
import type {
  EndUserContactPointTable,
  EndUserFieldTable,
  EndUserPrimaryTable,
  EndUserTable,
  EndUserTagTable,
  Tables,
  UnassignedInteractionTable,
} from './tables';

export type OfEndUser = { readonly tenant: string; readonly id: string };
export type OfPoint = { readonly tenant: string; readonly endUserId: string; readonly pointId: string };
export type OfInteraction = { readonly tenant: string; readonly id: string };

/** How many end users a tenant can have before its numbers meet those of the next. */
export const numbersOfTenant = 2 ** 32;

/** Gives the tenant's next number. */
export const drawNumber = statement(
  (db, p: Params<{ tenant: string }>) =>
    db
      .insertInto('last_number')
      .values((eb) => ({
        tenant: p.tenant,
        number: eb.selectFrom('last_number').select((e) => e(e.parens(e.fn.countAll<number>(), '+', 1), '*', numbersOfTenant).as('first')),
      }))
      .onConflict((c) => c.column('tenant').doUpdateSet((eb) => ({ number: eb('last_number.number', '+', 1) }))),
  { nothing: true },
);

type Creation = Pick<
  EndUserTable,
  'tenant' | 'id' | 'status' | 'status_before' | 'origin' | 'name' | 'searched_name' | 'locale' | 'time_zone' | 'details' | 'notes'
> &
  Pick<EndUserTable, 'created_at' | 'revision' | 'position'>;

export const create = statement(
  (db, p: Params<Creation>) =>
    db.insertInto('end_user').values((eb) => ({
      tenant: p.tenant,
      id: p.id,
      number: eb.selectFrom('last_number').select('number').where('tenant', '=', p.tenant),
      status: p.status,
      status_before: p.status_before,
      origin: p.origin,
      name: p.name,
      searched_name: p.searched_name,
      locale: p.locale,
      time_zone: p.time_zone,
      details: p.details,
      notes: p.notes,
      created_at: p.created_at,
      updated_at: p.created_at,
      last_interaction_at: '',
      own_last_interaction_at: '',
      canonical_id: p.id,
      member_count: 1,
      revision: p.revision,
      position: p.position,
      edited_position: p.position,
    })),
  { many: createMany, also: ['last_number'] },
);

/** In PostgreSQL, what {@link drawNumber} and {@link create} do for one after the other is done for many at a time: a number for each in its turn. */
function createMany(given: RawBuilder<unknown>, p: Params<Creation>): RawBuilder<unknown> {
  return sql`
    with run as materialized (select * from ${given}),
    counted as (select ${p.tenant} as tenant, count(*) as people, min(turn) as first from run group by 1),
    drawn as (
      select counted.tenant, people,
        coalesce(number + 1, ((select count(*) from last_number) + row_number() over (partition by number is null order by first)) * ${sql.lit(numbersOfTenant)}) as start
      from counted left join last_number on last_number.tenant = counted.tenant
    ),
    kept as (
      insert into last_number (tenant, number) select tenant, start + people - 1 from drawn
      on conflict (tenant) do update set number = excluded.number
    )
    insert into end_user (tenant, id, number, status, status_before, origin, name, searched_name, locale, time_zone, details, notes, created_at, updated_at,
      last_interaction_at, own_last_interaction_at, canonical_id, member_count, revision, position, edited_position)
    select ${p.tenant}, ${p.id}, start + row_number() over (partition by ${p.tenant} order by turn) - 1, ${p.status}, ${p.status_before}, ${p.origin}, ${p.name},
      ${p.searched_name}, ${p.locale}, ${p.time_zone}, ${p.details}, ${p.notes}, ${p.created_at}, ${p.created_at}, '', '', ${p.id}, 1,
      ${p.revision}, ${p.position}, ${p.position}
    from run join drawn on drawn.tenant = ${p.tenant}`;
}

/** Something was written on the profile's own stream. */
export const edited = statement((db, p: Params<OfEndUser & { at: string; revision: number; position: number }>) =>
  db
    .updateTable('end_user')
    .set({ updated_at: p.at, revision: p.revision, position: p.position, edited_position: p.position })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
/** Its stream went on without a change of what is shown: whoever writes on condition of what was seen must be given a tag of this event. */
export const wentOn = statement((db, p: Params<OfEndUser & { revision: number; position: number }>) =>
  db
    .updateTable('end_user')
    .set({ revision: p.revision, position: p.position, edited_position: p.position })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
/** What is shown of the profile changed elsewhere than on its own stream. */
export const changed = statement((db, p: Params<OfEndUser & { at: string; position: number }>) =>
  db.updateTable('end_user').set({ updated_at: p.at, position: p.position, edited_position: p.position }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

const set = (column: 'locale' | 'time_zone' | 'details' | 'notes') =>
  statement((db, p: Params<OfEndUser & { value: string | null }>) =>
    db
      .updateTable('end_user')
      .set({ [column]: p.value })
      .where('tenant', '=', p.tenant)
      .where('id', '=', p.id),
  );
/** One value of the profile, by the event's name for it. */
export const setValue = { locale: set('locale'), timeZone: set('time_zone'), details: set('details'), notes: set('notes') };
export const setName = statement((db, p: Params<OfEndUser & { name: string | null; searched: string | null }>) =>
  db.updateTable('end_user').set({ name: p.name, searched_name: p.searched }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

/** Erased is for ever, whatever an earlier event of the profile says, and who is deleted is neither suspended nor reinstated. */
export const setStatus = statement((db, p: Params<OfEndUser & { status: EndUserTable['status'] }>) =>
  db.updateTable('end_user').set({ status: p.status }).where('tenant', '=', p.tenant).where('id', '=', p.id).where('status', 'not in', ['erased', 'deleted']),
);
const hide = statement((db, p: Params<OfEndUser>) =>
  db
    .updateTable('end_user')
    .set((eb) => ({ status: 'deleted', status_before: eb.cast<'active' | 'suspended'>('status', 'text') }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id)
    .where('status', 'in', ['active', 'suspended']),
);
const hideOthers = (before: EndUserTable['status_before']) =>
  statement((db, p: Params<OfEndUser>) =>
    db.updateTable('end_user').set({ status_before: before }).where('tenant', '=', p.tenant).where('id', '=', p.id).where('status', '=', 'erased'),
  );
const [othersHidden, othersBack] = [hideOthers(null), hideOthers('active')];
/** Also of who is known to be erased already, because the key is destroyed: what of the others? */
export const markDeleted = (own: OfEndUser): readonly Statement[] => [hide(own), othersHidden(own)];
const bringBack = statement((db, p: Params<OfEndUser>) =>
  db
    .updateTable('end_user')
    .set((eb) => ({ status: eb.fn.coalesce('status_before', eb.val('active' as const)), status_before: null }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id)
    .where('status', '=', 'deleted'),
);

export const markRestored = (own: OfEndUser): readonly Statement[] => [bringBack(own), othersBack(own)];

/** What is left is what a log says without the key: what is not personal. Whom it stands for is there as before, but where the whole person is erased. */
export const markErased = statement((db, p: Params<OfEndUser & { scope: 'profile' | 'person' }>) =>
  db
    .updateTable('end_user')
    .set((eb) => ({
      status: 'erased',
      status_before: eb
        .case()
        .when(p.scope as Expression<string>, '=', 'person')
        .then(null)
        .when('status', '=', 'deleted')
        .then(null)
        .when('status', '=', 'erased')
        .then(eb.ref('status_before'))
        .else('active' as const)
        .end(),
      name: null,
      searched_name: null,
      details: null,
      notes: null,
    }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
const forgetIn = (table: 'end_user_tag' | 'end_user_field' | 'end_user_contact_point') =>
  statement((db, p: Params<OfEndUser>) =>
    db
      // They are alike in these columns; Kysely's types cannot say so of a union.
      .deleteFrom(table as 'end_user_tag')
      .where('tenant', '=', p.tenant)
      .where('end_user_id', '=', p.id),
  );
/** Takes away all that is personal beside the profile's own row, but for blanks. */
export const forgetOwn = [forgetIn('end_user_tag'), forgetIn('end_user_field'), forgetIn('end_user_contact_point')];

/**
 * When it was last heard of, where that is later than what is known. Who was merged keeps what the cluster has taken into account until
 * that is settled: an index has the difference.
 */
const heard = (eb: ExpressionBuilder<Tables, 'end_user'>, at: Expression<string>) => ({
  own_last_interaction_at: at,
  last_interaction_at: eb
    .case()
    .when(eb.and([eb('end_user.survivor_id', 'is', null), eb('end_user.last_interaction_at', '<', at)]))
    .then(at)
    .else(eb.ref('end_user.last_interaction_at'))
    .end(),
});

/** Heard of, unless it was heard of later. */
export const seen = statement((db, p: Params<OfEndUser & { at: string; position: number }>) =>
  db
    .updateTable('end_user')
    .set((eb) => ({ ...heard(eb, p.at), position: p.position }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id)
    .where('own_last_interaction_at', '<', p.at),
);
/** Heard of when another was: a point and what came by it was always theirs. */
export const seenAs = statement((db, p: Params<OfEndUser & { otherId: string; position: number }>) =>
  db
    .updateTable('end_user')
    .from('end_user as other')
    .set((eb) => ({ ...heard(eb as never, eb.ref('other.own_last_interaction_at')), position: p.position }))
    .where('other.tenant', '=', p.tenant)
    .where('other.id', '=', p.otherId)
    .where('end_user.tenant', '=', p.tenant)
    .where('end_user.id', '=', p.id)
    .whereRef('end_user.own_last_interaction_at', '<', 'other.own_last_interaction_at'),
);

export const addTag = statement((db, p: Params<Omit<EndUserTagTable, 'number'>>) =>
  db
    .insertInto('end_user_tag')
    .columns(['tenant', 'end_user_id', 'tag', 'number', 'position'])
    .expression((eb) =>
      eb
        .selectFrom('end_user')
        .select([p.tenant.as('tenant'), p.end_user_id.as('end_user_id'), p.tag.as('tag'), 'number', p.position.as('position')])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.end_user_id),
    )
    .onConflict((c) => c.doNothing()),
);
export const removeTag = statement((db, p: Params<Omit<EndUserTagTable, 'number' | 'position'>>) =>
  db.deleteFrom('end_user_tag').where('tenant', '=', p.tenant).where('end_user_id', '=', p.end_user_id).where('tag', '=', p.tag),
);
export const setField = statement((db, p: Params<EndUserFieldTable>) =>
  db
    .insertInto('end_user_field')
    .values({ tenant: p.tenant, end_user_id: p.end_user_id, name: p.name, value: p.value })
    .onConflict((c) => c.columns(['tenant', 'end_user_id', 'name']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') }))),
);
export const removeField = statement((db, p: Params<Omit<EndUserFieldTable, 'value'>>) =>
  db.deleteFrom('end_user_field').where('tenant', '=', p.tenant).where('end_user_id', '=', p.end_user_id).where('name', '=', p.name),
);
export const choosePrimary = statement((db, p: Params<EndUserPrimaryTable>) =>
  db
    .insertInto('end_user_primary')
    .values({ tenant: p.tenant, end_user_id: p.end_user_id, channel: p.channel, point_id: p.point_id })
    .onConflict((c) => c.columns(['tenant', 'end_user_id', 'channel']).doUpdateSet((eb) => ({ point_id: eb.ref('excluded.point_id') }))),
);

export const attach = statement((db, p: Params<EndUserContactPointTable>) =>
  db
    .insertInto('end_user_contact_point')
    .columns(['tenant', 'end_user_id', 'point_id', 'channel', 'scope', 'key', 'value', 'searched', 'verified', 'since', 'position'])
    .expression(
      db
        .selectNoFrom([
          p.tenant.as('tenant'),
          p.end_user_id.as('end_user_id'),
          p.point_id.as('point_id'),
          p.channel.as('channel'),
          p.scope.as('scope'),
          p.key.as('key'),
          p.value.as('value'),
          p.searched.as('searched'),
          p.verified.as('verified'),
          p.since.as('since'),
          p.position.as('position'),
        ])
        .where((eb) => eb.not(isErased(db, p, p.end_user_id))),
    ),
);
export const verify = statement((db, p: Params<OfPoint>) =>
  db
    .updateTable('end_user_contact_point')
    .set({ verified: 1 })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('point_id', '=', p.pointId),
);
export const release = statement((db, p: Params<OfPoint>) =>
  db.deleteFrom('end_user_contact_point').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).where('point_id', '=', p.pointId),
);

export const rememberUnassigned = statement((db, p: Params<UnassignedInteractionTable>) =>
  db.insertInto('unassigned_interaction').values({ tenant: p.tenant, id: p.id, occurred_at: p.occurred_at }),
);
export const seenWhenAssigned = statement((db, p: Params<OfInteraction & { endUserId: string; position: number }>) =>
  db
    .updateTable('end_user')
    .from('unassigned_interaction as given')
    .set((eb) => ({ ...heard(eb as never, eb.ref('given.occurred_at')), position: p.position }))
    .where('given.tenant', '=', p.tenant)
    .where('given.id', '=', p.id)
    .where('end_user.tenant', '=', p.tenant)
    .where('end_user.id', '=', p.endUserId)
    .whereRef('end_user.own_last_interaction_at', '<', 'given.occurred_at'),
);
export const forgetUnassigned = statement((db, p: Params<OfInteraction>) =>
  db.deleteFrom('unassigned_interaction').where('tenant', '=', p.tenant).where('id', '=', p.id),
);
