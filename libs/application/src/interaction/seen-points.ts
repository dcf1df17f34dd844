import { type Choice, isStanding, linksOf, type MetPair, mayHold, membersOf, type Reason, type SeenPoint } from '@kith/domain';
import type { IdentifiedPoint } from '../contact-point/contact-points';
import type { LivingHolder } from '../end-user/creations';

/** A given point as it was seen. */
export interface Seen extends SeenPoint {
  readonly point: IdentifiedPoint;
  /** Whether this very command wrote of it before, and was cut off then. */
  readonly isKnownToCommand: boolean;
  /** The living holders who have not shown that it is theirs. */
  readonly unverifiedHolders: readonly string[];
  /** Everybody who was met when looking at it. */
  readonly people: ReadonlyMap<string, LivingHolder>;
  /** Of the holders that are gone, the erased ones. */
  readonly erased: readonly string[];
}

/** Whoever was found or created, and how they are. */
export interface Found extends LivingHolder {
  readonly endUserId: string;
}

/** What was done for whoever was found, beside choosing. */
export interface Done {
  readonly why: Reason[];
  readonly met: MetPair[];
  readonly attached: string[];
  position: bigint | undefined;
}

/** Whoever was chosen, and how they are; undefined where somebody is to be created, or nobody can be told. */
export function winnerOf({ winner }: Choice<Seen>): Found | undefined {
  const person = winner?.by.people.get(winner.endUserId);
  return winner && person && { endUserId: winner.endUserId, ...person };
}

/** The profile that what is new for a person goes to: the canonical one; where that was erased by itself, the one that was found. */
export function takerOf(found: Found): Found {
  const { canonicalId, canonical } = found;
  return mayHold(canonical) ? { endUserId: canonicalId, own: canonical, canonicalId, canonical } : found;
}

/** The profile of a person that holds a point without having shown that it is theirs. */
export const unverifiedHolder = ({ unverifiedHolders, people }: Seen, canonicalId: string): string | undefined =>
  unverifiedHolders.find((id) => people.get(id)?.canonicalId === canonicalId);

/**
 * The points that became a profile's by this contact, or came to be verified as its own, now or before the same command was cut off;
 * without leave to write, those that would.
 */
export function gainedBy(endUserId: string, write: boolean, seen: readonly Seen[], { free }: Choice<Seen>, { attached }: Done): readonly IdentifiedPoint[] {
  const isAttached = (one: Seen) => (write ? attached.includes(one.pointId) : free.includes(one));
  const isVerified = ({ verified, unverifiedHolders }: Seen) => verified && unverifiedHolders.includes(endUserId);
  const wasGained = ({ isKnownToCommand, holders }: Seen) => isKnownToCommand && holders.includes(endUserId);
  return seen.filter((one) => isAttached(one) || isVerified(one) || wasGained(one)).map(({ point }) => point);
}

/** Whoever was declared not to be the same person makes no suggestion. */
export function withoutDeclared(done: Done, { canonicalId, canonical }: Found, seen: readonly Seen[], at: string): Done {
  const differences = linksOf(canonical).differences.filter((d) => isStanding(d, at));
  if (differences.length === 0) return done;
  const own = new Set(membersOf(canonicalId, canonical));
  const people = new Map(seen.flatMap((s) => [...s.people]));
  const isDeclared = (id: string) => {
    const other = people.get(id);
    const theirs = other ? membersOf(other.canonicalId, other.canonical) : [id];
    return !own.has(id) && differences.some((d) => theirs.includes(d.otherId));
  };
  return { ...done, met: done.met.filter(({ endUserIds }) => !endUserIds.some(isDeclared)) };
}

/** The point that the contact came by, if it belongs to whoever was found, and the profile of theirs that holds it. */
export function anchorOf(
  cameBy: string | undefined,
  seen: readonly Seen[],
  found: Found,
  attached: readonly string[],
): { pointId: string; holder: Found } | undefined {
  const { canonicalId } = found;
  for (const { channel, pointId, holders, people } of seen) {
    if (channel !== cameBy) continue;
    const endUserId = holders.find((id) => people.get(id)?.canonicalId === canonicalId);
    const holder = endUserId === undefined ? undefined : people.get(endUserId);
    if (endUserId !== undefined && holder) return { pointId, holder: { endUserId, ...holder } };
    if (attached.includes(pointId)) return { pointId, holder: takerOf(found) };
  }
  return undefined;
}
