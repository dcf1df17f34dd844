import { unlessErased } from './erased-end-users';
import { type Params, statement } from './statement';
import type { DifferenceTable, MergeMemberTable, MergeTable } from './tables';

interface ErasedEndUser {
  readonly tenant: string;
  readonly id: string;
}
/** Who did it, and when it was recorded. */
interface Done {
  readonly at: string;
  readonly kind: string;
  readonly actorId: string;
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
}
type Undone = Done & {
  readonly tenant: string;
  readonly id: string;
  readonly mergedId: string;
  readonly searchedReason: string | null;
  readonly position: number;
  readonly members: string;
};
type OfPair = { readonly tenant: string; readonly endUserId: string; readonly otherId: string; readonly declarationId: string };

type NewMerge = Omit<MergeTable, 'undone' | `undone_${string}` | 'searched_undone_reason'>;
type NewDifference = Omit<DifferenceTable, `withdrawn_${string}` | 'replaced_by'>;

export const addMerge = statement((db, p: Params<NewMerge>) =>
  db.insertInto('merge').values({
    tenant: p.tenant,
    id: p.id,
    survivor_id: p.survivor_id,
    merged_id: p.merged_id,
    named_survivor_id: p.named_survivor_id,
    named_merged_id: p.named_merged_id,
    rule: p.rule,
    reason: unlessErased(db, p, p.merged_id, p.reason),
    searched_reason: unlessErased(db, p, p.merged_id, p.searched_reason),
    actor_kind: p.actor_kind,
    actor_id: p.actor_id,
    on_behalf_of: p.on_behalf_of,
    recorded_at: p.recorded_at,
    occurred_at: p.occurred_at,
    position: p.position,
    members: p.members,
    undone: 0,
  }),
);
export const addMember = statement((db, p: Params<MergeMemberTable>) =>
  db.insertInto('merge_member').values({ tenant: p.tenant, end_user_id: p.end_user_id, merge_id: p.merge_id }),
);
export const undoMerge = statement((db, p: Params<Undone>) =>
  db
    .updateTable('merge')
    .set({
      undone: 1,
      undone_at: p.at,
      undone_actor_kind: p.kind,
      undone_actor_id: p.actorId,
      undone_on_behalf_of: p.onBehalfOf,
      undone_reason: unlessErased(db, p, p.mergedId, p.reason),
      searched_undone_reason: unlessErased(db, p, p.mergedId, p.searchedReason),
      undone_position: p.position,
      undone_members: p.members,
    })
    .where('tenant', '=', p.tenant)
    .where('merged_id', '=', p.mergedId)
    .where('id', '=', p.id),
);
/** Both reasons are under the key of the merged profile. */
export const forgetMergeReasons = statement((db, p: Params<ErasedEndUser>) =>
  db
    .updateTable('merge')
    .set({ reason: null, searched_reason: null, undone_reason: null, searched_undone_reason: null })
    .where('tenant', '=', p.tenant)
    .where('merged_id', '=', p.id),
);

export const addDifference = statement((db, p: Params<NewDifference>) =>
  db
    .insertInto('difference')
    .values({
      tenant: p.tenant,
      declaration_id: p.declaration_id,
      end_user_id: p.end_user_id,
      other_id: p.other_id,
      until: p.until,
      reason: unlessErased(db, p, p.end_user_id, p.reason),
      actor_kind: p.actor_kind,
      actor_id: p.actor_id,
      on_behalf_of: p.on_behalf_of,
      recorded_at: p.recorded_at,
      position: p.position,
    })
    // A step that was repeated after the cluster got another root.
    .onConflict((c) => c.columns(['tenant', 'end_user_id', 'other_id', 'declaration_id']).doNothing()),
);
/** The newer declaration of a pair counts. */
export const endReplaced = statement((db, p: Params<OfPair & Omit<Done, 'reason'>>) =>
  db
    .updateTable('difference')
    .set({
      withdrawn_at: p.at,
      withdrawn_actor_kind: p.kind,
      withdrawn_actor_id: p.actorId,
      withdrawn_on_behalf_of: p.onBehalfOf,
      replaced_by: p.declarationId,
    })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('other_id', '=', p.otherId)
    .where('declaration_id', '<>', p.declarationId)
    .where('withdrawn_at', 'is', null),
);
export const withdraw = statement((db, p: Params<OfPair & Done>) =>
  db
    .updateTable('difference')
    .set({
      withdrawn_at: p.at,
      withdrawn_actor_kind: p.kind,
      withdrawn_actor_id: p.actorId,
      withdrawn_on_behalf_of: p.onBehalfOf,
      withdrawn_reason: unlessErased(db, p, p.endUserId, p.reason),
    })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('other_id', '=', p.otherId)
    .where('declaration_id', '=', p.declarationId)
    .where('withdrawn_at', 'is', null),
);
/** Reasons are under the key of the lower of the two that were named. */
export const forgetDifferenceReasons = statement((db, p: Params<ErasedEndUser>) =>
  db.updateTable('difference').set({ reason: null, withdrawn_reason: null }).where('tenant', '=', p.tenant).where('end_user_id', '=', p.id),
);
