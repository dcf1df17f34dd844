import type { DifferenceWithdrawn, EndUserErased, EndUserMerged, EndUsersDeclaredDifferent, EndUserUnmerged, Recorded } from '@kith/domain';
import { idInStream } from '@kith/domain';
import { noteErased } from './erased-end-users';
import { addDifference, addMember, addMerge, endReplaced, forgetDifferenceReasons, forgetMergeReasons, undoMerge, withdraw } from './merge-rows';
import { projection } from './projection';
import { folded } from './search-text';
import type { Statement } from './statement';

/**
 * The ledger: who was merged into whom, when, by whom and why, whether that was undone, and who was declared different.
 * A merge is told by the seal of the merged profile and its end; a declaration by the side of the lower id, because the other side
 * says the same. Reasons are the words of a person: they go when the profile is erased under whose key they are.
 */
export const merges = projection<EndUserMerged | EndUserUnmerged | EndUsersDeclaredDifferent | DifferenceWithdrawn | EndUserErased>({
  name: 'merges',
  tables: ['merge', 'merge_member', 'difference'],
  on: {
    EndUserMerged: (event) => merged(event),
    EndUserUnmerged: (event) => [undone(event)],
    EndUsersDeclaredDifferent: (event) => (isFirst(event) ? declared(event) : []),
    DifferenceWithdrawn: (event) => (isFirst(event) ? [withdraw({ ...pairOf(event), ...done(event) })] : []),
    EndUserErased: ({ stream, metadata: { tenant } }) => {
      const erased = { tenant, id: idInStream(stream) };
      return [noteErased(erased), forgetMergeReasons(erased), forgetDifferenceReasons(erased)];
    },
  },
});

type LedgerEvent = EndUserMerged | EndUserUnmerged | EndUsersDeclaredDifferent | DifferenceWithdrawn;

function merged(event: Recorded<EndUserMerged>): readonly Statement[] {
  const { mergeId, survivorId, named, members, rule = null } = event.data;
  const { tenant, occurredAt } = event.metadata;
  const { at, reason, ...by } = done(event);
  const mergedId = idInStream(event.stream);
  const row = addMerge({
    tenant,
    id: mergeId,
    survivor_id: survivorId,
    merged_id: mergedId,
    named_survivor_id: named.survivorId,
    named_merged_id: named.mergedId,
    rule,
    reason,
    searched_reason: searched(reason),
    actor_kind: by.kind,
    actor_id: by.actorId,
    on_behalf_of: by.onBehalfOf,
    recorded_at: at,
    occurred_at: occurredAt,
    position: Number(event.position),
    members: JSON.stringify(members),
  });
  const ids = new Set([mergedId, survivorId, named.mergedId, named.survivorId, ...members]);
  return [row, ...[...ids].map((id) => addMember({ tenant, end_user_id: id, merge_id: mergeId }))];
}

function undone(event: Recorded<EndUserUnmerged>): Statement {
  const { mergeId, members } = event.data;
  const did = done(event);
  return undoMerge({
    ...did,
    tenant: event.metadata.tenant,
    id: mergeId,
    mergedId: idInStream(event.stream),
    searchedReason: searched(did.reason),
    position: Number(event.position),
    members: JSON.stringify(members),
  });
}

function declared(event: Recorded<EndUsersDeclaredDifferent>): readonly Statement[] {
  const { tenant, declarationId, endUserId, otherId } = pairOf(event);
  const { at, reason, ...by } = done(event);
  const row = addDifference({
    tenant,
    declaration_id: declarationId,
    end_user_id: endUserId,
    other_id: otherId,
    until: event.data.until ?? null,
    reason,
    actor_kind: by.kind,
    actor_id: by.actorId,
    on_behalf_of: by.onBehalfOf,
    recorded_at: at,
    position: Number(event.position),
  });
  return [endReplaced({ ...pairOf(event), ...by, at }), row];
}

const isFirst = ({ data: { endUserId, otherId } }: Recorded<EndUsersDeclaredDifferent | DifferenceWithdrawn>): boolean => endUserId < otherId;

const pairOf = ({ metadata: { tenant }, data: { declarationId, endUserId, otherId } }: Recorded<EndUsersDeclaredDifferent | DifferenceWithdrawn>) => ({
  tenant,
  declarationId,
  endUserId,
  otherId,
});

const done = ({ erased, metadata: { actor, onBehalfOf, recordedAt }, data }: Recorded<LedgerEvent>) => ({
  at: recordedAt,
  kind: actor.kind,
  actorId: actor.id,
  onBehalfOf: onBehalfOf ?? null,
  reason: erased ? null : (data.reason ?? null),
});

const searched = (reason: string | null): string | null => (reason === null ? null : folded(reason));
