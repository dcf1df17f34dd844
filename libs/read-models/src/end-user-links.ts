import type { OfEndUser } from './end-user-rows';
import { type Params, statement } from './statement';
import type { ClusterStaleTable } from './tables';

type Merge = OfEndUser & { readonly survivorId: string; readonly mergeId: string; readonly position: number };

/** Sealed: from here on the survivor's canonical end user stands for it, and for all below it. */
export const link = statement((db, p: Params<Merge>) =>
  db
    .updateTable('end_user')
    .set((eb) => ({
      survivor_id: p.survivorId,
      merge_id: p.mergeId,
      merged_position: p.position,
      status_before: eb
        .case()
        .when('status', 'in', ['active', 'suspended'])
        .then(eb.cast<'active' | 'suspended'>('status', 'text'))
        .else(eb.ref('status_before'))
        .end(),
      status: eb
        .case()
        .when('status', 'in', ['active', 'suspended'])
        .then('merged' as const)
        .else(eb.ref('status'))
        .end(),
    }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);

/** It stands for itself again, and for all below it. */
export const unlink = statement((db, p: Params<OfEndUser>) =>
  db
    .updateTable('end_user')
    .set((eb) => ({
      survivor_id: null,
      merge_id: null,
      merged_position: null,
      status: eb
        .case()
        .when('status', '=', 'merged')
        .then(eb.fn.coalesce('status_before', eb.val('active' as const)))
        .else(eb.ref('status'))
        .end(),
      status_before: eb.case().when('status', '=', 'merged').then(null).else(eb.ref('status_before')).end(),
    }))
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);

/** What is shown of the profile that it was merged into changes with the link, too: to be noted while there is one. */
export const survivorChanged = statement((db, p: Params<OfEndUser & { at: string; position: number }>) =>
  db
    .updateTable('end_user')
    .from('end_user as merged')
    .set({ updated_at: p.at, position: p.position, edited_position: p.position })
    .where('merged.tenant', '=', p.tenant)
    .where('merged.id', '=', p.id)
    .where('end_user.tenant', '=', p.tenant)
    .whereRef('end_user.id', '=', 'merged.survivor_id'),
);

/** Notes that the links of a profile have changed; nothing for who is not created. @see settleClusters */
export const linksChanged = statement((db, p: Params<OfEndUser>) =>
  db
    .insertInto('cluster_stale')
    .columns(['part', 'number'])
    .expression((eb) =>
      eb
        .selectFrom('end_user')
        .select((e) => [e.val<ClusterStaleTable['part']>('links').as('part'), 'number'])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id),
    )
    .onConflict((c) => c.doNothing()),
);

/** Notes that tags were put on or taken off a profile in a cluster; who is alone is found by their own. @see settleClusters */
export const tagsChanged = statement((db, p: Params<OfEndUser>) =>
  db
    .insertInto('cluster_stale')
    .columns(['part', 'number'])
    .expression((eb) =>
      eb
        .selectFrom('end_user')
        .select((e) => [e.val<ClusterStaleTable['part']>('tags').as('part'), 'number'])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id)
        .where((e) => e.or([e('survivor_id', 'is not', null), e('member_count', '>', 1)])),
    )
    .onConflict((c) => c.doNothing()),
);
