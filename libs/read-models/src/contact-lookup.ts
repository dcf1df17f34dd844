import { type ContactPointEvent, type EndUserEvent, idInStream, type Recorded } from '@kith/domain';
import { type RawBuilder, sql } from 'kysely';
import { among, forgetting, isErased } from './erased-end-users';
import { holderChanged, linkHolder, settleHolders, unlinkHolder } from './holder-links';
import { flag, nothing, projection } from './projection';
import { type Params, query, type Statement, statement } from './statement';
import { type HolderTable, type LookupTable, type LookupTableName, lookupTableOf, lookupTables } from './tables';

interface Point {
  readonly tenant: string;
  readonly pointId: string;
}
type Holding = Point & { readonly endUserId: string };

/** A row of the answer to "who is behind this address?". */
export interface HolderRow {
  readonly end_user_id: string;
  /** Who stands for its cluster; null for who does so itself. */
  readonly canonical_id: string | null;
  /** Its own. */
  readonly name: string | null;
  /** The name of the cluster, where that is not its own. */
  readonly shown_name: string | null;
  readonly since: string;
  readonly verified: number;
  readonly shared: number;
  /** Of the log: where the end user came to hold it. */
  readonly position: number;
}

/** What can be done to one lookup table, and the one read it is there for. */
function lookup(table: LookupTableName) {
  const registered = table === 'registered_lookup';
  // All lookup tables have the columns of this one; Kysely's types cannot say so of a union.
  const rows = table as 'email_lookup';
  return {
    hold: statement((db, p: Params<Omit<LookupTable, 'shared'> & { channel: string }>) =>
      db
        .insertInto(rows)
        .columns([...(registered ? ['channel' as 'key'] : []), 'tenant', 'scope', 'key', 'end_user_id', 'point_id', 'verified', 'since', 'position', 'shared'])
        .expression(
          db
            .selectNoFrom((eb) => [
              ...(registered ? [p.channel.as('channel')] : []),
              p.tenant.as('tenant'),
              p.scope.as('scope'),
              p.key.as('key'),
              p.end_user_id.as('end_user_id'),
              p.point_id.as('point_id'),
              p.verified.as('verified'),
              p.since.as('since'),
              p.position.as('position'),
              // Stays true of a point that everybody let go of for a while.
              eb
                .selectFrom('shared_point')
                .select((e) => e.fn.countAll<number>().as('n'))
                .where('tenant', '=', p.tenant)
                .where('point_id', '=', p.point_id)
                .as('shared'),
            ])
            .where((eb) => eb.not(isErased(db, p, p.end_user_id))),
        ),
    ),
    release: statement((db, p: Params<Holding>) =>
      db.deleteFrom(rows).where('tenant', '=', p.tenant).where('point_id', '=', p.pointId).where('end_user_id', '=', p.endUserId),
    ),
    verify: statement((db, p: Params<Holding>) =>
      db.updateTable(rows).set({ verified: 1 }).where('tenant', '=', p.tenant).where('point_id', '=', p.pointId).where('end_user_id', '=', p.endUserId),
    ),
    share: statement((db, p: Params<Point & { shared: number }>) =>
      db.updateTable(rows).set({ shared: p.shared }).where('tenant', '=', p.tenant).where('point_id', '=', p.pointId),
    ),
    /** A holder that is still being created, or is gone and about to be released, holds nothing yet or any more. */
    holders: query((db, p: Params<{ tenant: string; channel: string; scope: string; key: string }>) =>
      db
        .selectFrom(`${rows} as held`)
        .innerJoin('holder', (join) => join.onRef('holder.tenant', '=', 'held.tenant').onRef('holder.id', '=', 'held.end_user_id'))
        .select(['held.end_user_id', 'holder.canonical_id', 'holder.name', 'holder.shown_name', 'held.since', 'held.verified', 'held.shared', 'held.position'])
        .where('held.tenant', '=', p.tenant)
        .where('held.scope', '=', p.scope)
        .where('held.key', '=', p.key)
        .where('holder.gone', '=', 0)
        .where('holder.hidden', 'is', null)
        .$if(registered, (q) => q.where('held.channel' as 'held.key', '=', p.channel)),
    ),
  };
}

const erasure = forgetting(
  'contact-lookup',
  lookupTables.map((table) =>
    statement((db, p) => db.deleteFrom(table as 'email_lookup').where((eb) => eb(eb.refTuple('tenant', 'end_user_id'), 'in', among(db, p)))),
  ),
);

/** The statements and the read of each lookup table. */
export const lookups = new Map(lookupTables.map((table) => [table, lookup(table)]));
const every = [...lookups.values()];
const of = (channel: string) => lookups.get(lookupTableOf(channel)) as ReturnType<typeof lookup>;

const shared = statement((db, p: Params<Point>) => db.insertInto('shared_point').values({ tenant: p.tenant, point_id: p.pointId }));
const unshared = statement((db, p: Params<Point>) => db.deleteFrom('shared_point').where('tenant', '=', p.tenant).where('point_id', '=', p.pointId));

type Introduction = Pick<HolderTable, 'tenant' | 'id' | 'name' | 'gone'>;

const introduce = statement((db, p: Params<Introduction>) => db.insertInto('holder').values({ tenant: p.tenant, id: p.id, name: p.name, gone: p.gone }));
/** {@link HolderTable.gone} with a bit set or cleared, whatever the other one says. */
const gone = (what: RawBuilder<number>) =>
  statement((db, p: Params<Holder>) => db.updateTable('holder').set({ gone: what }).where('tenant', '=', p.tenant).where('id', '=', p.id));
const [remove, bringBack, removeAlone, removeWhole] = [gone(sql`gone | 1`), gone(sql`gone & 2`), gone(sql`gone | 2`), gone(sql`3`)] as const;
const rename = statement((db, p: Params<Holder & { name: string | null }>) =>
  db.updateTable('holder').set({ name: p.name }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

type Holder = Pick<HolderTable, 'tenant' | 'id'>;
const holder = ({ stream, metadata: { tenant } }: Recorded): Holder => ({ tenant, id: idInStream(stream) });

/** A change of a holder's own row, which may show in the rows of its cluster. */
const changed = (own: Holder, ...changes: readonly ((own: Holder) => Statement)[]): readonly Statement[] => [
  ...changes.map((change) => change(own)),
  holderChanged(own),
];

const point = ({ stream, metadata: { tenant } }: { stream: string; metadata: { tenant: string } }): Point => ({ tenant, pointId: idInStream(stream) });

/**
 * Who is behind an address, one table for each channel: a lookup is one indexed point read.
 * Who is erased has no address to be found by, and an attachment whose key is destroyed makes no row.
 * Later events of a point name it by digest without its channel, so they are tried on every table; they are rare.
 */
export const contactLookup = projection<ContactPointEvent | EndUserEvent>({
  name: 'contact-lookup',
  tables: [...lookupTables, 'shared_point', 'holder', 'holder_stale'],
  on: {
    ContactPointAttached: ({ erased, stream, position, metadata: { tenant, occurredAt }, data: { endUserId, channel, scope, key, verified } }) =>
      erased
        ? []
        : [
            of(channel).hold({
              tenant,
              channel,
              scope,
              key,
              end_user_id: endUserId,
              point_id: idInStream(stream),
              verified: flag(verified),
              since: occurredAt,
              position: Number(position),
            }),
          ],
    ContactPointVerified: (event) => every.map(({ verify }) => verify({ ...point(event), endUserId: event.data.endUserId })),
    ContactPointReleased: (event) => every.map(({ release }) => release({ ...point(event), endUserId: event.data.endUserId })),
    ContactPointShared: (event) => [shared(point(event)), ...every.map(({ share }) => share({ ...point(event), shared: 1 }))],
    ContactPointUnshared: (event) => [unshared(point(event)), ...every.map(({ share }) => share({ ...point(event), shared: 0 }))],

    EndUserCreated: ({ erased, stream, metadata: { tenant }, data: { name } }) => [
      introduce({ tenant, id: idInStream(stream), name: erased ? null : (name ?? null), gone: erased ? 2 : 0 }),
    ],
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: (event) => {
      const { name } = event.data;
      return event.erased || name === undefined ? [] : changed(holder(event), (own) => rename({ ...own, name }));
    },
    EndUserTagged: nothing,
    EndUserUntagged: nothing,
    EndUserNoted: nothing,
    PrimaryContactPointChosen: nothing,
    EndUserRestored: (event) => changed(holder(event), bringBack),
    EndUserSuspended: nothing,
    EndUserReinstated: nothing,
    EndUserDeleted: (event) => changed(holder(event), remove),
    OrganizationJoined: nothing,
    OrganizationLeft: nothing,
    DefaultOrganizationChosen: nothing,
    MergeReserved: nothing,
    MergeRefused: nothing,
    MergeReservationReleased: nothing,
    EndUserMerged: (event) => linkHolder({ ...holder(event), survivorId: event.data.survivorId, position: Number(event.position) }),
    EndUserAbsorbed: nothing,
    EndUserSeparated: nothing,
    EndUserUnmerged: (event) => unlinkHolder(holder(event)),
    EndUsersDeclaredDifferent: nothing,
    DifferenceWithdrawn: nothing,
    EndUserErased: (event) => [
      ...changed(holder(event), (own) => rename({ ...own, name: null }), event.data.scope === 'person' ? removeWhole : removeAlone),
      ...erasure.note(holder(event)),
    ],
    EndUserErasureCertified: nothing,
  },
  settle: [...settleHolders, ...erasure.settle],
});
