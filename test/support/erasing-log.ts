import type { StoredEvent } from '@kith/application';
import { type EndUser, endUser, idInStream, isErasedWhole } from '@kith/domain';
import { states } from './explored-engine';
import { rootOf } from './merging-log';

interface Told {
  readonly scope: 'profile' | 'person';
  readonly members: readonly string[];
}

/**
 * What is wrong with the erasures in a log at rest: one that is not certified or more than once, somebody who was to be erased and is not, was
 * erased with a person that it was no part of, came out of a person that was half erased, or is left of one that was.
 * @param from the first event of whose coming to rest anything is known
 */
export function wrongErasures(log: readonly StoredEvent[], from = 0): string | undefined {
  const profiles: ReadonlyMap<string, EndUser> = states(log, 'endUser', endUser);
  const named = new Set<string>();
  for (const [i, { type, data, stream, metadata, revision }] of log.entries()) {
    if (type !== 'EndUserErased') continue;
    const { scope, members } = data as unknown as Told;
    if (scope === 'person' && members.length === 0) continue;
    for (const id of members) named.add(id);
    if (i < from) continue;
    const own = log.filter((event) => event.stream === stream && event.revision > revision);
    const certificates = own.filter((event) => event.type === 'EndUserErasureCertified' && event.data.erasure === metadata.eventId);
    const all = scope === 'person' ? members : [idInStream(stream)];
    const [certificate] = certificates;
    if (!certificate || certificates.length > 1) return `an erasure of ${stream} was certified ${certificates.length} times`;
    if (JSON.stringify(certificate.data.profiles) !== JSON.stringify(all)) return `an erasure of ${stream} was certified for others`;
    const living = all.find((id) => profiles.get(id)?.status !== 'erased');
    if (living !== undefined) return `${living} was to be erased and is not`;
    const parted = scope === 'person' && own.find((event) => event.type === 'EndUserSeparated' && event.revision < certificate.revision);
    if (parted) return `${String(parted.data.mergedId)} came out of ${stream} while that was being erased`;
  }
  const alone = log.find(({ type, stream, data }) => type === 'EndUserErased' && isPart(data as unknown as Told) && !named.has(idInStream(stream)));
  if (alone) return `${alone.stream} was erased with a person that it was no part of`;
  const left = [...profiles].find(([id, { status }]) => status !== 'erased' && isErasedWhole(profiles.get(rootOf(id, profiles) ?? id) ?? endUser.initial));
  return left && `${left[0]} is left of a person that was erased`;
}

const isPart = ({ scope, members }: Told): boolean => scope === 'person' && members.length === 0;
