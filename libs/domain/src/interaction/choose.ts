import type { MetPair, Reason } from './interaction.events';

/** A contact point of a resolution, and who holds it at the moment. */
export interface SeenPoint {
  readonly channel: string;
  readonly pointId: string;
  /** Known to be theirs, by whoever reports the contact. */
  readonly verified: boolean;
  /** The tenant attaches only verified points on this channel. */
  readonly verifiedOnly: boolean;
  /** Released lately: without being verified it starts no new profile, because it may be somebody else's by now. */
  readonly quarantined?: boolean;
  readonly shared: boolean;
  /** Living holders. */
  readonly holders: readonly string[];
  /** Who answers for a point without holder because they hold its sibling. */
  readonly siblingHolder?: string;
  /** Deleted or erased holders, who count as none. */
  readonly gone: readonly string[];
  /** Who stands for each of these profiles, where that is another one. */
  readonly canonical?: Readonly<Record<string, string>>;
}

/** What a resolution comes to before anything is written. */
export interface Choice<P extends SeenPoint> {
  /** Whose it is; undefined when nobody holds a point alone. */
  readonly winner?: { readonly endUserId: string; readonly by: P };
  /** The point that a new end user would be created for. */
  readonly createFor?: P;
  /** Points that go to whoever is found or created, if they can be had. */
  readonly free: readonly P[];
  /** Who it could be: the holders of shared points, when there is nothing better to go by. */
  readonly candidates: readonly string[];
  readonly met: readonly MetPair[];
  readonly why: readonly Reason[];
}

/**
 * The policy `resolve/1`: from points, strongest first, to the end user they mean. With several holders the strongest
 * point wins and the others keep theirs; a shared point alone decides nothing.
 */
export function choose<P extends SeenPoint>(seen: readonly P[]): Choice<P> {
  const claims = seen.flatMap((by) => claimOn(by).map((endUserId) => ({ endUserId, by, person: personOf(by, endUserId) })));
  const [winner] = claims;
  const rivals = claims.filter((c) => c.person !== winner?.person);
  const siblings = (p: P) => p.siblingHolder !== undefined && personOf(p, p.siblingHolder);
  const free = seen.filter((p) => p.holders.length === 0 && attachable(p) && (siblings(p) || winner?.person) === winner?.person && (winner || !heldBack(p)));
  const [createFor] = winner ? [] : free;
  const candidates = winner || createFor ? [] : [...new Set(seen.flatMap((p) => p.holders.map((id) => personOf(p, id))))];
  const conflict: Reason[] = winner && rivals.length > 0 ? [reason('wins-by-priority', winner.by, winner.endUserId)] : [];
  return {
    ...(winner && { winner: { endUserId: winner.endUserId, by: winner.by } }),
    ...(createFor && { createFor }),
    free,
    candidates,
    met: winner ? rivals.map(({ endUserId, by }) => ({ endUserIds: [winner.endUserId, endUserId], pointIds: [winner.by.pointId, by.pointId] })) : [],
    why: [...seen.flatMap((p) => reasonsOf(p, winner !== undefined)), ...conflict, ...rivals.map(({ endUserId, by }) => reason('outranked', by, endUserId))],
  };
}

const personOf = ({ canonical }: SeenPoint, endUserId: string): string => canonical?.[endUserId] ?? endUserId;
const attachable = (point: SeenPoint) => point.verified || !point.verifiedOnly;
/** Not for a new profile: whoever is found can have it all the same. */
const heldBack = ({ quarantined = false, verified }: SeenPoint) => quarantined && !verified;

/** Whom a point stands for by itself. */
function claimOn({ shared, holders, siblingHolder }: SeenPoint): readonly string[] {
  if (holders.length > 0) return shared ? [] : holders.slice(0, 1);
  return siblingHolder === undefined ? [] : [siblingHolder];
}

function reasonsOf(point: SeenPoint, isFound: boolean): readonly Reason[] {
  const { shared, holders, siblingHolder, gone } = point;
  const before = gone.map((endUserId) => reason('holder-gone', point, endUserId));
  if (holders.length > 0) return [...before, ...holders.map((endUserId) => reason(shared ? 'held-by-shared' : 'held-by', point, endUserId))];
  if (siblingHolder !== undefined) return [...before, reason('held-by-sibling', point, siblingHolder)];
  if (!attachable(point)) return [...before, reason('not-attached-unverified', point)];
  return [...before, reason(heldBack(point) && !isFound ? 'quarantined' : 'free', point)];
}

/** One step of the explanation. */
export const reason = (rule: Reason['rule'], { channel, pointId }: Pick<SeenPoint, 'channel' | 'pointId'>, endUserId?: string): Reason => ({
  rule,
  channel,
  pointId,
  ...(endUserId !== undefined && { endUserId }),
});
