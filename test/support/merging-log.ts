import type { StoredEvent } from '@kith/application';
import { type Difference, type EndUser, endUser, idInStream, isStanding, linksOf, membersOf } from '@kith/domain';
import { states } from './explored-engine';

/** Every profile of a log, by id. */
export const profilesIn = (log: readonly StoredEvent[]): Map<string, EndUser> => states(log, 'endUser', endUser);

type Profiles = ReadonlyMap<string, EndUser>;

const linksIn = (profiles: Profiles, id: string) => linksOf(profiles.get(id) ?? endUser.initial);

/** From a profile to the one at the end of the links, both included; undefined when they run in a circle. */
function pathFrom(id: string, profiles: Profiles): readonly string[] | undefined {
  const path = [id];
  for (let next = linksIn(profiles, id).survivor; next; next = linksIn(profiles, next.id).survivor) {
    if (path.push(next.id) > profiles.size) return undefined;
  }
  return path;
}

/** The profile at the end of the links; undefined when they run in a circle. */
export const rootOf = (id: string, profiles: Profiles): string | undefined => pathFrom(id, profiles)?.at(-1);

/** Of a profile its letter. */
const short = (id: string) => id.replaceAll('00000000-0000-7000-8000-00000000000', '');

/** What must never be so, at rest or not: a circle, somebody sealed who was deleted, or counted where they do not belong, declared-different profiles in one cluster. */
export function wrongAnyTime(log: readonly StoredEvent[], now: string): string | undefined {
  const profiles = profilesIn(log);
  for (const [id, profile] of profiles) {
    if (rootOf(id, profiles) === undefined) return `the links of ${short(id)} run in a circle`;
    const { survivor, differences } = linksOf(profile);
    if (survivor && profile.status === 'deleted') return `${short(id)} is deleted and merged`;
    const members = membersOf(id, profile);
    const free = members.find((member) => !isBelow(member, id, profiles));
    if (free !== undefined) return `${short(id)} counts ${short(free)}, which does not stand below it`;
    if (survivor) continue;
    if (new Set(members).size < members.length) return `${short(id)} counts somebody twice`;
    const met = differences.find((d) => isStanding(d, now) && members.includes(d.endUserId) && members.includes(d.otherId));
    if (met) return `${short(met.endUserId)} and ${short(met.otherId)} were declared different and are in one cluster`;
  }
  return undefined;
}

/** Whether the links lead from one to the other, or will as soon as a merge that was decided is known to both. */
function isBelow(member: string, id: string, profiles: Profiles): boolean {
  const path = pathFrom(member, profiles) ?? [];
  return path.includes(id) || linksIn(profiles, path.at(-1) ?? member).reservation !== undefined;
}

/** What must not be so when everything that was begun has been brought to its end. */
export function wrongAtRest(log: readonly StoredEvent[], now: string): string | undefined {
  const profiles = profilesIn(log);
  for (const [id, profile] of profiles) {
    const wrong = wrongLinks(id, profile, profiles);
    if (wrong !== undefined) return wrong;
  }
  return wrongDifferences(log, profiles, now);
}

function wrongLinks(id: string, profile: EndUser, profiles: Profiles): string | undefined {
  const { reservation, survivor, absorbed } = linksOf(profile);
  if (reservation) return `${short(id)} waits for ${short(reservation.otherId)}`;
  if (survivor) {
    const known = linksIn(profiles, survivor.id).absorbed.find((a) => a.mergeId === survivor.mergeId);
    if (known?.mergedId !== id) return `${short(id)} is merged into ${short(survivor.id)}, which does not count it`;
  }
  for (const { mergeId, mergedId, members } of absorbed) {
    const below = profiles.get(mergedId) ?? endUser.initial;
    const seal = linksOf(below).survivor;
    if (seal?.id !== id || seal.mergeId !== mergeId) return `${short(id)} counts ${short(mergedId)}, which is not merged into it`;
    if ([...members].sort().join() !== [...membersOf(mergedId, below)].sort().join())
      return `${short(id)} counts others of ${short(mergedId)} than it does itself`;
  }
  return undefined;
}

/** Each pair that was declared different and not taken back is known on both sides, and nothing else is. */
function wrongDifferences(log: readonly StoredEvent[], profiles: Profiles, now: string): string | undefined {
  const said = new Map<string, Difference>();
  for (const { type, data } of log) {
    const difference = data as unknown as Difference;
    const { endUserId, otherId, declarationId } = difference;
    if (type === 'EndUsersDeclaredDifferent' && endUserId < otherId) said.set(`${endUserId} ${otherId}`, difference);
    const pair = [endUserId, otherId].sort().join(' ');
    if (type === 'DifferenceWithdrawn' && said.get(pair)?.declarationId === declarationId) said.delete(pair);
  }
  const expected = [...said.values()]
    .flatMap((d) => [`${d.endUserId} ${d.otherId} ${d.declarationId}`, `${d.otherId} ${d.endUserId} ${d.declarationId}`])
    .sort();
  const known = [...profiles].flatMap(([id, profile]) => (linksOf(profile).survivor ? [] : differencesOf(id, profile))).sort();
  if (expected.join() !== known.join()) return `different: said ${short(expected.join())}, known ${short(known.join())}`;
  for (const { endUserId, otherId, until } of said.values())
    if (isStanding(until === undefined ? {} : { until }, now) && rootOf(endUserId, profiles) === rootOf(otherId, profiles))
      return `${short(endUserId)} and ${short(otherId)} were declared different and are in one cluster`;
  return undefined;
}

const differencesOf = (id: string, profile: EndUser): string[] => {
  const members = membersOf(id, profile);
  return linksOf(profile).differences.map((d) => `${d.endUserId} ${d.otherId} ${d.declarationId}${members.includes(d.endUserId) ? '' : ' of no member'}`);
};

/** A log for people to read: who did what on which profile. */
export const told = (log: readonly StoredEvent[]): string[] =>
  log.map(({ stream, type, data }) => `${short(idInStream(stream))} ${type} ${short(JSON.stringify(data))}`);
