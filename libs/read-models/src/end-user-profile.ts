import { type ContactPointEvent, type DomainEvent, type EndUserEvent, type InteractionEvent, idInStream, type Recorded } from '@kith/domain';
import { flag, nothing, projection } from './projection';
import { type Params, statement } from './statement';
import type { EndUserContactPointTable, EndUserTable, UnassignedInteractionTable } from './tables';

type OfEndUser = { readonly tenant: string; readonly id: string };
type OfPoint = { readonly tenant: string; readonly endUserId: string; readonly pointId: string };
type OfInteraction = { readonly tenant: string; readonly id: string };

const create = statement((db, p: Params<EndUserTable>) =>
  db.insertInto('end_user').values({
    tenant: p.tenant,
    id: p.id,
    status: p.status,
    origin: p.origin,
    name: p.name,
    locale: p.locale,
    time_zone: p.time_zone,
    details: p.details,
    notes: p.notes,
    tags: p.tags,
    fields: p.fields,
    created_at: p.created_at,
    updated_at: p.updated_at,
    last_interaction_at: p.last_interaction_at,
    revision: p.revision,
    position: p.position,
  }),
);
const changeStatus = statement((db, p: Params<OfEndUser & { status: EndUserTable['status']; at: string; revision: number; position: number }>) =>
  db
    .updateTable('end_user')
    .set((eb) => ({
      // Erased is for ever, whatever an earlier event of the profile says.
      status: eb.case().when('status', '=', 'erased').then(eb.ref('status')).else(p.status).end(),
      updated_at: p.at,
      revision: p.revision,
      position: p.position,
    }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
/** What is shown of the profile changed elsewhere than on its own stream. */
const changed = statement((db, p: Params<OfEndUser & { at: string; position: number }>) =>
  db.updateTable('end_user').set({ updated_at: p.at, position: p.position }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const seen = statement((db, p: Params<OfEndUser & { at: string; position: number }>) =>
  db
    .updateTable('end_user')
    .set({ last_interaction_at: p.at, position: p.position })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id)
    .where((eb) => eb.or([eb('last_interaction_at', 'is', null), eb('last_interaction_at', '<', p.at)])),
);

const attach = statement((db, p: Params<EndUserContactPointTable>) =>
  db.insertInto('end_user_contact_point').values({
    tenant: p.tenant,
    end_user_id: p.end_user_id,
    point_id: p.point_id,
    channel: p.channel,
    scope: p.scope,
    key: p.key,
    value: p.value,
    verified: p.verified,
    since: p.since,
    position: p.position,
  }),
);
const verify = statement((db, p: Params<OfPoint>) =>
  db
    .updateTable('end_user_contact_point')
    .set({ verified: 1 })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('point_id', '=', p.pointId),
);
const release = statement((db, p: Params<OfPoint>) =>
  db.deleteFrom('end_user_contact_point').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).where('point_id', '=', p.pointId),
);

const rememberUnassigned = statement((db, p: Params<UnassignedInteractionTable>) =>
  db.insertInto('unassigned_interaction').values({ tenant: p.tenant, id: p.id, occurred_at: p.occurred_at }),
);
const seenWhenAssigned = statement((db, p: Params<OfInteraction & { endUserId: string; position: number }>) =>
  db
    .updateTable('end_user')
    .from('unassigned_interaction as given')
    .set((eb) => ({ last_interaction_at: eb.ref('given.occurred_at'), position: p.position }))
    .where('given.tenant', '=', p.tenant)
    .where('given.id', '=', p.id)
    .where('end_user.tenant', '=', p.tenant)
    .where('end_user.id', '=', p.endUserId)
    .where((eb) => eb.or([eb('end_user.last_interaction_at', 'is', null), eb('end_user.last_interaction_at', '<', eb.ref('given.occurred_at'))])),
);
const forgetUnassigned = statement((db, p: Params<OfInteraction>) =>
  db.deleteFrom('unassigned_interaction').where('tenant', '=', p.tenant).where('id', '=', p.id),
);

/**
 * The profile of each end user, with its contact points and when it was last heard of.
 * With a destroyed key a profile stays as the bare id with status `erased`, and a contact point makes no row.
 * `createdAt` and `updatedAt` tell when it was recorded; `since` and `lastInteractionAt` are business time.
 */
export const endUserProfile = projection<ContactPointEvent | EndUserEvent | InteractionEvent>({
  name: 'end-user-profile',
  tables: ['end_user', 'end_user_contact_point', 'unassigned_interaction'],
  on: {
    EndUserCreated: (event) => [create(profileRow(event))],
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: nothing,
    EndUserTagged: nothing,
    EndUserUntagged: nothing,
    EndUserNoted: nothing,
    PrimaryContactPointChosen: nothing,
    EndUserRestored: nothing,
    EndUserSuspended: (event) => [changeStatus({ ...ownChange(event), status: 'suspended' })],
    EndUserReinstated: (event) => [changeStatus({ ...ownChange(event), status: 'active' })],
    EndUserDeleted: (event) => [changeStatus({ ...ownChange(event), status: 'deleted' })],

    ContactPointAttached: (event) => (event.erased ? [] : [attach(pointRow(event)), changed(changeBy(event))]),
    ContactPointVerified: (event) => [verify(pointOf(event)), changed(changeBy(event))],
    ContactPointReleased: (event) => [release(pointOf(event)), changed(changeBy(event))],
    ContactPointShared: nothing,
    ContactPointUnshared: nothing,

    InteractionRecorded: ({ stream, position, metadata: { tenant, occurredAt }, data: { endUserId } }) =>
      endUserId === null
        ? [rememberUnassigned({ tenant, id: idInStream(stream), occurred_at: occurredAt })]
        : [seen({ tenant, id: endUserId, at: occurredAt, position: Number(position) })],
    InteractionAssigned: ({ stream, position, metadata: { tenant }, data: { endUserId } }) => {
      const id = idInStream(stream);
      return [seenWhenAssigned({ tenant, id, endUserId, position: Number(position) }), forgetUnassigned({ tenant, id })];
    },
  },
});

type Created = Recorded<Extract<DomainEvent, { type: 'EndUserCreated' }>>;
type Attached = Recorded<Extract<DomainEvent, { type: 'ContactPointAttached' }>>;
type OnPoint = Pick<Recorded, 'stream' | 'position' | 'metadata'> & { readonly data: { readonly endUserId: string } };

function profileRow({ stream, revision, position, erased, metadata: { tenant, recordedAt }, data }: Created): EndUserTable {
  const { name, details, notes, tags, fields } = erased ? {} : data;
  return {
    tenant,
    id: idInStream(stream),
    status: erased ? 'erased' : 'active',
    origin: data.origin,
    name: name ?? null,
    locale: data.locale ?? null,
    time_zone: data.timeZone ?? null,
    details: details ?? null,
    notes: notes ?? null,
    tags: JSON.stringify(tags ?? []),
    fields: JSON.stringify(fields ?? {}),
    created_at: recordedAt,
    updated_at: recordedAt,
    last_interaction_at: null,
    revision,
    position: Number(position),
  };
}

function pointRow({ stream, position, metadata: { tenant, occurredAt }, data }: Attached) {
  const { endUserId, channel, scope, key, value, verified } = data;
  return {
    tenant,
    end_user_id: endUserId,
    point_id: idInStream(stream),
    channel,
    scope,
    key,
    value,
    verified: flag(verified),
    since: occurredAt,
    position: Number(position),
  };
}

const ownChange = ({ stream, revision, position, metadata: { tenant, recordedAt } }: Recorded) => ({
  tenant,
  id: idInStream(stream),
  at: recordedAt,
  revision,
  position: Number(position),
});

const pointOf = ({ stream, metadata: { tenant }, data: { endUserId } }: OnPoint): OfPoint => ({ tenant, endUserId, pointId: idInStream(stream) });

const changeBy = ({ position, metadata: { tenant, recordedAt }, data: { endUserId } }: OnPoint) => ({
  tenant,
  id: endUserId,
  at: recordedAt,
  position: Number(position),
});
