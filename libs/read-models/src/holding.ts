import { type ContactPointEvent, idInStream, type Recorded } from '@kith/domain';
import { nothing, projection } from './projection';
import { type Params, query, statement } from './statement';
import type { HoldingTable } from './tables';

type OfPoint = { readonly tenant: string; readonly pointId: string };
type OfHolder = OfPoint & { readonly endUserId: string };
type Opening = Omit<HoldingTable, 'held_to' | 'recorded_to' | 'to_position' | 'cause'>;

const open = statement((db, p: Params<Opening>) =>
  db.insertInto('holding').values({
    tenant: p.tenant,
    point_id: p.point_id,
    end_user_id: p.end_user_id,
    from_position: p.from_position,
    channel: p.channel,
    scope: p.scope,
    key: p.key,
    held_from: p.held_from,
    recorded_from: p.recorded_from,
    verified_from: p.verified_from,
  }),
);
const close = statement((db, p: Params<OfHolder & { heldTo: string; recordedTo: string; position: number; cause: string }>) =>
  db
    .updateTable('holding')
    .set({ held_to: p.heldTo, recorded_to: p.recordedTo, to_position: p.position, cause: p.cause })
    .where('tenant', '=', p.tenant)
    .where('point_id', '=', p.pointId)
    .where('end_user_id', '=', p.endUserId)
    .where('to_position', 'is', null),
);
const verify = statement((db, p: Params<OfHolder & { at: string }>) =>
  db
    .updateTable('holding')
    .set({ verified_from: p.at })
    .where('tenant', '=', p.tenant)
    .where('point_id', '=', p.pointId)
    .where('end_user_id', '=', p.endUserId)
    .where('to_position', 'is', null)
    .where('verified_from', 'is', null),
);
const share = statement((db, p: Params<OfPoint & { position: number; at: string }>) =>
  db.insertInto('sharing').values({ tenant: p.tenant, point_id: p.pointId, from_position: p.position, shared_from: p.at }),
);
const unshare = statement((db, p: Params<OfPoint & { at: string }>) =>
  db.updateTable('sharing').set({ shared_to: p.at }).where('tenant', '=', p.tenant).where('point_id', '=', p.pointId).where('shared_to', 'is', null),
);

/** Who held the address at a moment of business time, and who stands for them today. A loser of a race never held it. */
export const holdersAsOf = query((db, p: Params<{ tenant: string; channel: string; scope: string; key: string; at: string }>) =>
  db
    .selectFrom('holding')
    .innerJoin('end_user', (join) => join.onRef('end_user.tenant', '=', 'holding.tenant').onRef('end_user.id', '=', 'holding.end_user_id'))
    .innerJoin('end_user as canonical', (join) => join.onRef('canonical.tenant', '=', 'end_user.tenant').onRef('canonical.id', '=', 'end_user.canonical_id'))
    .select((eb) => [
      'holding.end_user_id',
      'end_user.canonical_id',
      'end_user.name',
      eb.fn
        .coalesce(
          'canonical.name',
          eb
            .selectFrom('end_user as merged')
            .select('merged.name')
            .whereRef('merged.tenant', '=', 'end_user.tenant')
            .whereRef('merged.canonical_id', '=', 'end_user.canonical_id')
            .where('merged.survivor_id', 'is not', null)
            .where('merged.name', 'is not', null)
            .orderBy('merged.merged_position')
            .limit(1),
        )
        .as('shown_name'),
      'holding.held_from as since',
      'holding.from_position as position',
      eb.case().when('holding.verified_from', '<=', p.at).then(eb.lit(1)).else(eb.lit(0)).end().as('verified'),
      eb
        .case()
        .when(
          eb.exists(
            eb
              .selectFrom('sharing')
              .select('sharing.point_id')
              .whereRef('sharing.tenant', '=', 'holding.tenant')
              .whereRef('sharing.point_id', '=', 'holding.point_id')
              .where('sharing.shared_from', '<=', p.at)
              .where((e) => e.or([e('sharing.shared_to', 'is', null), e('sharing.shared_to', '>', p.at)])),
          ),
        )
        .then(eb.lit(1))
        .else(eb.lit(0))
        .end()
        .as('shared'),
    ])
    .where('holding.tenant', '=', p.tenant)
    .where('holding.channel', '=', p.channel)
    .where('holding.scope', '=', p.scope)
    .where('holding.key', '=', p.key)
    .where('holding.held_from', '<=', p.at)
    .where((eb) => eb.or([eb('holding.held_to', 'is', null), eb('holding.held_to', '>', p.at)])),
);

/**
 * From when to when each end user held a contact point, by business time and by when it was recorded.
 * An attachment whose key is destroyed names no address and makes no row.
 */
export const holding = projection<ContactPointEvent>({
  name: 'holding',
  tables: ['holding', 'sharing'],
  on: {
    ContactPointAttached: ({ erased, stream, position, metadata: { tenant, occurredAt, recordedAt }, data }) =>
      erased
        ? nothing()
        : [
            open({
              tenant,
              point_id: idInStream(stream),
              end_user_id: data.endUserId,
              from_position: Number(position),
              channel: data.channel,
              scope: data.scope,
              key: data.key,
              held_from: occurredAt,
              recorded_from: recordedAt,
              verified_from: data.verified ? occurredAt : null,
            }),
          ],
    ContactPointVerified: (event) => [verify({ ...of(event), endUserId: event.data.endUserId, at: event.metadata.occurredAt })],
    ContactPointReleased: (event) => {
      const { position, metadata, data } = event;
      const { endUserId, cause } = data;
      return [close({ ...of(event), endUserId, heldTo: metadata.occurredAt, recordedTo: metadata.recordedAt, position: Number(position), cause })];
    },
    ContactPointShared: (event) => [share({ ...of(event), position: Number(event.position), at: event.metadata.occurredAt })],
    ContactPointUnshared: (event) => [unshare({ ...of(event), at: event.metadata.occurredAt })],
  },
});

const of = ({ stream, metadata: { tenant } }: Recorded): OfPoint => ({ tenant, pointId: idInStream(stream) });
