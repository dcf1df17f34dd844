import { type ContactPointEvent, type EndUserErased, idInStream, type Recorded } from '@kith/domain';
import { among, forgetting, unlessErased } from './erased-end-users';
import { projection } from './projection';
import { type Params, statement } from './statement';
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
    key: unlessErased(db, p, p.end_user_id, p.key),
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
/** Who lost the race for a contact point never was: the address is the winner's. */
const unname = statement((db, p: Params<OfHolder & { position: number }>) =>
  db
    .updateTable('holding')
    .set({ key: null })
    .where('tenant', '=', p.tenant)
    .where('point_id', '=', p.pointId)
    .where('end_user_id', '=', p.endUserId)
    .where('to_position', '=', p.position),
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

const erasure = forgetting('holding', [
  statement((db, p) =>
    db
      .updateTable('holding')
      .set({ key: null })
      .where((eb) => eb(eb.refTuple('tenant', 'end_user_id'), 'in', among(db, p))),
  ),
]);

/**
 * From when to when each end user held a contact point, by business time and by when it was recorded.
 * Of who is erased the bare digest stays: by it the history of the contact point is found.
 */
export const holding = projection<ContactPointEvent | EndUserErased>({
  name: 'holding',
  tables: ['holding', 'sharing'],
  on: {
    ContactPointAttached: ({ erased, stream, position, metadata: { tenant, occurredAt, recordedAt }, data }) => [
      open({
        tenant,
        point_id: idInStream(stream),
        end_user_id: data.endUserId,
        from_position: Number(position),
        channel: data.channel,
        scope: data.scope,
        key: erased ? null : data.key,
        held_from: occurredAt,
        recorded_from: recordedAt,
        verified_from: data.verified ? occurredAt : null,
      }),
    ],
    ContactPointVerified: (event) => [verify({ ...of(event), endUserId: event.data.endUserId, at: event.metadata.occurredAt })],
    ContactPointReleased: (event) => {
      const { position, metadata, data } = event;
      const { endUserId, cause } = data;
      const hold = { ...of(event), endUserId, position: Number(position) };
      const closed = close({ ...hold, heldTo: metadata.occurredAt, recordedTo: metadata.recordedAt, cause });
      return cause === 'lost-race' ? [closed, unname(hold)] : [closed];
    },
    ContactPointShared: (event) => [share({ ...of(event), position: Number(event.position), at: event.metadata.occurredAt })],
    ContactPointUnshared: (event) => [unshare({ ...of(event), at: event.metadata.occurredAt })],

    EndUserErased: ({ stream, metadata: { tenant } }) => erasure.note({ tenant, id: idInStream(stream) }),
  },
  settle: erasure.settle,
});

const of = ({ stream, metadata: { tenant } }: Recorded): OfPoint => ({ tenant, pointId: idInStream(stream) });
