import { type QueryCreator, sql } from 'kysely';
import { type Params, type Statement, statement } from './statement';
import type { Tables } from './tables';

type Holder = { readonly tenant: string; readonly id: string };

/** Notes that something of a holder has changed which may show in the rows of others; nothing for who was never merged. */
export const holderChanged = statement((db, p: Params<Holder>) =>
  db
    .insertInto('holder_stale')
    .columns(['tenant', 'id'])
    .expression((eb) =>
      eb
        .selectFrom('holder')
        .select([p.tenant.as('tenant'), p.id.as('id')])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id)
        .where('linked', '=', 1),
    )
    .onConflict((c) => c.doNothing()),
);
const survivorChanged = statement((db, p: Params<Holder>) =>
  db
    .insertInto('holder_stale')
    .columns(['tenant', 'id'])
    .expression((eb) =>
      eb
        .selectFrom('holder')
        .select((e) => [p.tenant.as('tenant'), e.ref('survivor_id').$notNull().as('id')])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id)
        .where('survivor_id', 'is not', null),
    )
    .onConflict((c) => c.doNothing()),
);
const link = statement((db, p: Params<Holder & { survivorId: string; position: number }>) =>
  db.updateTable('holder').set({ survivor_id: p.survivorId, merged_position: p.position, linked: 1 }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const mark = statement((db, p: Params<Holder>) => db.updateTable('holder').set({ linked: 1 }).where('tenant', '=', p.tenant).where('id', '=', p.id));
const unlink = statement((db, p: Params<Holder>) =>
  db.updateTable('holder').set({ survivor_id: null, merged_position: null }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

/** The holder is merged into another one, which may itself be merged already. */
export const linkHolder = ({ survivorId, ...merged }: Holder & { survivorId: string; position: number }): readonly Statement[] => [
  mark({ tenant: merged.tenant, id: survivorId }),
  link({ ...merged, survivorId }),
  holderChanged({ tenant: merged.tenant, id: merged.id }),
];

/** The holder stands for itself again. */
export const unlinkHolder = (merged: Holder): readonly Statement[] => [survivorChanged(merged), unlink(merged), holderChanged(merged)];

/**
 * The clusters that are stale, whole: each member with who stands for it and what is shown of it, which is the name that this one has or,
 * without one, that of who was merged first.
 */
function shownClusters(db: QueryCreator<Tables>) {
  return db
    .withRecursive('climbed(tenant, id)', (q) =>
      q
        .selectFrom('holder_stale')
        .select(['tenant', 'id'])
        .union(
          q
            .selectFrom('climbed')
            .innerJoin('holder', (join) => join.onRef('holder.tenant', '=', 'climbed.tenant').onRef('holder.id', '=', 'climbed.id'))
            .select((e) => ['holder.tenant', e.ref('holder.survivor_id').$notNull().as('id')])
            .where('holder.survivor_id', 'is not', null),
        ),
    )
    .withRecursive('cluster(tenant, root_id, id)', (q) =>
      q
        .selectFrom('climbed')
        .innerJoin('holder', (join) => join.onRef('holder.tenant', '=', 'climbed.tenant').onRef('holder.id', '=', 'climbed.id'))
        .select(['holder.tenant', 'holder.id as root_id', 'holder.id'])
        .where('holder.survivor_id', 'is', null)
        .union(
          q
            .selectFrom('cluster')
            .innerJoin('holder', (join) => join.onRef('holder.tenant', '=', 'cluster.tenant').onRef('holder.survivor_id', '=', 'cluster.id'))
            .select(['holder.tenant', 'cluster.root_id', 'holder.id']),
        ),
    )
    .with('ranked', (q) =>
      q
        .selectFrom('cluster')
        .innerJoin('holder', (join) => join.onRef('holder.tenant', '=', 'cluster.tenant').onRef('holder.id', '=', 'cluster.id'))
        .select((e) => [
          'cluster.tenant',
          'cluster.root_id',
          'holder.name',
          e.fn
            .agg<number>('row_number')
            .over((o) =>
              o
                .partitionBy(['cluster.tenant', 'cluster.root_id'])
                .orderBy((b) => b.fn.coalesce('holder.merged_position', sql.lit(0)))
                .orderBy('holder.id'),
            )
            .as('turn'),
        ])
        .where('holder.name', 'is not', null),
    );
}

const show = statement((db, _: Params<object>) =>
  shownClusters(db)
    .updateTable('holder')
    .from('cluster')
    .innerJoin('holder as root', (join) => join.onRef('root.tenant', '=', 'cluster.tenant').onRef('root.id', '=', 'cluster.root_id'))
    .leftJoin('ranked', (join) => join.onRef('ranked.tenant', '=', 'cluster.tenant').onRef('ranked.root_id', '=', 'cluster.root_id').on('ranked.turn', '=', 1))
    .set((e) => ({
      canonical_id: e.fn<string | null>('nullif', ['cluster.root_id', 'cluster.id']),
      shown_name: e.fn<string | null>('nullif', ['ranked.name', 'holder.name']),
      hidden: sql<number | null>`case when ${e.ref('root.gone')} in (1, 3) then 1 end`,
    }))
    .whereRef('holder.tenant', '=', 'cluster.tenant')
    .whereRef('holder.id', '=', 'cluster.id'),
);
const forgetStale = statement((db, _: Params<object>) => db.deleteFrom('holder_stale'));

/** Brings what is shown of holders up to date with their clusters, at the end of a transaction. */
export const settleHolders: readonly Statement[] = [show({}), forgetStale({})];
