import type { MergeTable } from './tables';

/** Who did something. */
export interface ShownActor {
  readonly kind: string;
  readonly id: string;
}

/** How a merge was undone. */
export interface ShownUnmerge {
  /** When it was recorded, RFC 3339 UTC. */
  readonly at: string;
  readonly actor: ShownActor;
  readonly onBehalfOf: string | null;
  /** Null also once the merged profile is erased, as whose words it counts. */
  readonly reason: string | null;
  /** Of the event, decimal. */
  readonly position: string;
  /** The profiles that came back: the merged one, and those that stay with it. */
  readonly members: readonly string[];
}

/** A merge as the ledger shows it. */
export interface ShownMerge {
  readonly id: string;
  /** The profile that the merged one was linked to: it stood for its cluster then. */
  readonly survivorId: string;
  /** The profile that was sealed, likewise. */
  readonly mergedId: string;
  /** Whom the command named; members of the two clusters. */
  readonly named: { readonly survivorId: string; readonly mergedId: string };
  readonly status: 'completed' | 'undone';
  /** What asked for it when no person did. */
  readonly rule: string | null;
  /** Null also once the merged profile is erased, as whose words it counts. */
  readonly reason: string | null;
  readonly actor: ShownActor;
  readonly onBehalfOf: string | null;
  /** When it was recorded, RFC 3339 UTC. */
  readonly at: string;
  /** Business time, RFC 3339 UTC. */
  readonly occurredAt: string;
  /** Of the merged profile's seal, decimal. */
  readonly position: string;
  /** Everybody on the merged side then, the merged profile first. */
  readonly members: readonly string[];
  readonly undone: ShownUnmerge | null;
}

/** What is read of a merge to show it. */
export const mergeColumns = [
  'id',
  'survivor_id',
  'merged_id',
  'named_survivor_id',
  'named_merged_id',
  'rule',
  'reason',
  'actor_kind',
  'actor_id',
  'on_behalf_of',
  'recorded_at',
  'occurred_at',
  'position',
  'members',
  'undone_at',
  'undone_actor_kind',
  'undone_actor_id',
  'undone_on_behalf_of',
  'undone_reason',
  'undone_position',
  'undone_members',
] as const satisfies readonly (keyof MergeTable)[];

export type MergeRow = Pick<MergeTable, (typeof mergeColumns)[number]>;

export const shownMerge = (row: MergeRow): ShownMerge => ({
  id: row.id,
  survivorId: row.survivor_id,
  mergedId: row.merged_id,
  named: { survivorId: row.named_survivor_id, mergedId: row.named_merged_id },
  status: row.undone_at === null ? 'completed' : 'undone',
  rule: row.rule,
  reason: row.reason,
  actor: { kind: row.actor_kind, id: row.actor_id },
  onBehalfOf: row.on_behalf_of,
  at: row.recorded_at,
  occurredAt: row.occurred_at,
  position: String(row.position),
  members: JSON.parse(row.members) as string[],
  undone: unmerged(row),
});

function unmerged(row: MergeRow): ShownUnmerge | null {
  const { undone_at: at, undone_actor_kind: kind, undone_actor_id: id } = row;
  if (at === null || kind === null || id === null) return null;
  return {
    at,
    actor: { kind, id },
    onBehalfOf: row.undone_on_behalf_of,
    reason: row.undone_reason,
    position: String(row.undone_position),
    members: JSON.parse(row.undone_members ?? '[]') as string[],
  };
}
