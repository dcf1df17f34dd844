import { type CommandContext, EraseEndUser, membersOf } from '@kith/domain';
import type { Clusters } from '../merging/clusters';
import type { ErasedProfile } from './erased-profiles';
import type { ErasingAtRest } from './erasing-at-rest';

/** Whom of those who are erased elsewhere a log has to erase, too. */
export interface YetToErase {
  readonly profiles: readonly ErasedProfile[];
  /** How many are erased in the log. */
  readonly before: number;
  /** Of how many the log knows nothing. */
  readonly unknown: number;
}

/** Looks in a log at profiles that are erased elsewhere. @throws the signal's reason */
export async function yetToErase(elsewhere: readonly ErasedProfile[], clusters: Clusters, signal?: AbortSignal): Promise<YetToErase> {
  const [profiles, count]: [ErasedProfile[], { before: number; unknown: number }] = [[], { before: 0, unknown: 0 }];
  for (const profile of new Map(elsewhere.map((one) => [keyOf(one), one])).values()) {
    signal?.throwIfAborted();
    const { status } = (await clusters.load(profile.tenant, profile.endUserId)).state;
    if (status === 'unknown' || status === 'abandoned') count.unknown += 1;
    else if (status === 'erased') count.before += 1;
    else profiles.push(profile);
  }
  return { profiles, ...count };
}

/**
 * Erases in a log who is erased elsewhere. Nobody else is: where not all of a cluster are to go, each goes by itself, because who belonged
 * together in an older log may have been parted since.
 * @param elsewhere all who are erased there; those who are erased here are left as they are
 * @returns how many profiles were erased
 */
export async function eraseAgain(
  { profiles }: YetToErase,
  { elsewhere, ...context }: { readonly elsewhere: readonly ErasedProfile[] } & Omit<CommandContext, 'tenant' | 'seenPosition'>,
  { clusters, erase }: ErasingAtRest,
  signal?: AbortSignal,
): Promise<number> {
  const [wanted, gone] = [new Set(elsewhere.map(keyOf)), new Set<string>()];
  for (const { tenant, endUserId } of profiles) {
    signal?.throwIfAborted();
    if (gone.has(keyOf({ tenant, endUserId }))) continue;
    const { root } = await clusters.placeOf(tenant, endUserId);
    const whole = membersOf(root.id, root.loaded.state).every((member) => wanted.has(keyOf({ tenant, endUserId: member })));
    const erased = await erase(new EraseEndUser({ ...context, tenant }, endUserId, whole ? 'person' : 'profile'));
    for (const id of erased.profiles) gone.add(keyOf({ tenant, endUserId: id }));
  }
  return gone.size;
}

const keyOf = ({ tenant, endUserId }: ErasedProfile): string => `${tenant} ${endUserId}`;
