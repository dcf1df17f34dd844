import type { StoredEvent } from '@kith/application';
import { type Difference, type EndUser, endUser, idInStream, isStanding, linksOf, membersOf } from '@kith/domain';
import { folded } from './at-rest';

/** Where everybody stands by a log, computed from the links alone. */
class Standing {
  readonly wrongs: string[] = [];
  private readonly roots = new Map<string, string>();

  constructor(readonly people: ReadonlyMap<string, EndUser>) {
    for (const id of people.keys()) this.roots.set(id, this.rootOf(id));
  }

  stateOf(id: string): EndUser {
    return this.people.get(id) ?? endUser.initial;
  }

  canonical(id: string): string {
    return this.roots.get(id) ?? id;
  }

  /** Everybody below a profile, itself included. */
  below(id: string): readonly string[] {
    return [...this.people.keys()].filter((one) => this.path(one).includes(id)).sort();
  }

  isRoot(id: string): boolean {
    return this.canonical(id) === id;
  }

  private rootOf(id: string): string {
    const path = this.path(id);
    const last = path.at(-1) as string;
    if (linksOf(this.stateOf(last)).survivor) this.wrongs.push(`the links of ${id} run in a circle: ${path.join(' → ')}`);
    return last;
  }

  private path(id: string): readonly string[] {
    const path = [id];
    for (let next = linksOf(this.stateOf(id)).survivor?.id; next !== undefined && !path.includes(next); next = linksOf(this.stateOf(next)).survivor?.id)
      path.push(next);
    return path;
  }
}

/**
 * What is wrong with the links in a log at rest: a circle, a merge that waits, a seal without its counterpart or the other way round, a cluster
 * that is counted otherwise than it is linked, an attempt that ended differently on its two sides, half a difference, or two in one cluster who were declared different.
 * @param at the time that differences are looked at, RFC 3339 UTC
 */
export function wrongLinks(log: readonly StoredEvent[], at: string): readonly string[] {
  const standing = new Standing(folded(log, 'endUser', endUser));
  const wrongs = [...standing.wrongs];
  if (wrongs.length > 0) return wrongs;
  for (const id of standing.people.keys()) wrongs.push(...wrongLinksOf(id, standing), ...wrongDifferencesOf(id, standing, at));
  return [...wrongs, ...wrongAttempts(log)];
}

function wrongLinksOf(id: string, standing: Standing): readonly string[] {
  const { reservation, survivor, absorbed } = linksOf(standing.stateOf(id));
  const wrongs: string[] = [];
  if (reservation) wrongs.push(`${id} still waits for ${reservation.otherId}`);
  if (survivor && !linksOf(standing.stateOf(survivor.id)).absorbed.some((one) => one.mergeId === survivor.mergeId && one.mergedId === id))
    wrongs.push(`${id} was merged into ${survivor.id}, which does not know`);
  for (const { mergeId, mergedId, members } of absorbed) {
    const back = linksOf(standing.stateOf(mergedId)).survivor;
    if (back?.id !== id || back.mergeId !== mergeId) wrongs.push(`${id} counts ${mergedId}, which is not linked to it by that merge`);
    else if (!isSame(members, standing.below(mergedId)))
      wrongs.push(`${id} counts ${members.length} by ${mergedId}, below which are ${standing.below(mergedId).length}`);
  }
  if (standing.isRoot(id) && !isSame(membersOf(id, standing.stateOf(id)), standing.below(id))) wrongs.push(`${id} stands for others than it counts`);
  return wrongs;
}

/** Only who stands for a cluster tells its differences. */
function wrongDifferencesOf(id: string, standing: Standing, at: string): readonly string[] {
  if (!standing.isRoot(id)) return [];
  return linksOf(standing.stateOf(id)).differences.flatMap((difference) => {
    const { declarationId, endUserId, otherId } = difference;
    const other = standing.canonical(otherId);
    const isMirrored = linksOf(standing.stateOf(other)).differences.some((one) => isMirror(one, difference));
    return [
      ...(standing.canonical(endUserId) === id ? [] : [`${id} remembers a difference of ${endUserId}, who is not with it`]),
      ...(isMirrored ? [] : [`${other} does not know of ${declarationId}, which ${id} remembers`]),
      ...(other === id && isStanding(difference, at) ? [`${endUserId} and ${otherId} were declared different, and are one`] : []),
    ];
  });
}

const isMirror = (one: Difference, other: Difference): boolean =>
  one.declarationId === other.declarationId && one.endUserId === other.otherId && one.otherId === other.endUserId;

/** Each attempt that was reserved ended once on either side, and alike. */
function wrongAttempts(log: readonly StoredEvent[]): readonly string[] {
  const ends = new Map<string, { readonly id: string; readonly merged: boolean }[]>();
  const reserved = new Map<string, string>();
  for (const { type, stream, data } of log) {
    const attemptId = data.attemptId as string;
    if (type === 'MergeReserved') reserved.set(attemptId, idInStream(stream));
    else if (['EndUserMerged', 'EndUserAbsorbed', 'MergeRefused', 'MergeReservationReleased'].includes(type))
      ends.set(attemptId, [...(ends.get(attemptId) ?? []), { id: idInStream(stream), merged: type.startsWith('EndUser') }]);
  }
  return [...new Set([...reserved.keys(), ...ends.keys()])].flatMap((attemptId) => {
    const [one, other, ...more] = ends.get(attemptId) ?? [];
    const isWhole = one && other && more.length === 0 && one.id !== other.id && one.merged === other.merged && reserved.has(attemptId);
    return isWhole ? [] : [`attempt ${attemptId} of ${reserved.get(attemptId)} ended as ${JSON.stringify(ends.get(attemptId) ?? [])}`];
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((id) => other.includes(id));
