import type { Resolution, ResolutionOutcome } from '@kith/domain';
import type { ContactPointName } from '../contact-point/contact-points';
import type { PossibleDuplicate } from '../duplicates/suggestions';

/** Why: a rule, applied to a contact point of the caller's or to an end user. */
export interface ReasonAnswer {
  readonly rule: string;
  readonly channel: string;
  /** The caller's own address as it was understood; null where it makes no contact point or was not given this time. */
  readonly key: string | null;
  readonly endUserId?: string;
  readonly detail?: string;
}

/** The answer to "who is this?". Nobody is told another person's data: ids only. */
export interface ResolutionAnswer {
  readonly outcome: ResolutionOutcome | 'repeated';
  readonly interactionId: string | null;
  /** The profile that the contact point belongs to. */
  readonly endUserId: string | null;
  /** The one that stands for it. */
  readonly canonicalId: string | null;
  readonly organizationId: null;
  /** The end user is suspended; contacts are matched all the same. */
  readonly suspended: boolean;
  readonly attached: readonly ContactPointName[];
  readonly candidates: readonly string[];
  readonly possibleDuplicates: readonly PossibleDuplicate[];
  /** What to ask the customer when nobody can be chosen. */
  readonly question: string | null;
  readonly why: readonly ReasonAnswer[];
  /** Position of the last event this answer rests on; null when nothing was written. */
  readonly position: bigint | null;
}

/** What an answer is made of. */
export interface Answerable {
  readonly outcome: ResolutionAnswer['outcome'];
  readonly interactionId: string | null;
  readonly endUserId: string | null;
  readonly canonicalId: string | null;
  readonly suspended: boolean;
  readonly resolution: Resolution;
  readonly position: bigint | undefined;
}

/** The explanation with the caller's own addresses in place of their digests. @param likely duplicates of whoever was created, beside those who met */
export function answered(
  made: Answerable,
  given: readonly (ContactPointName & { digest: string })[],
  likely: readonly PossibleDuplicate[] = [],
): ResolutionAnswer {
  const names = new Map(given.map(({ digest, channel, scope, key }) => [digest, { channel, scope, key }]));
  const named = (digests: readonly string[]) => digests.flatMap((digest) => names.get(digest) ?? []);
  const { outcome, interactionId, endUserId, canonicalId, suspended, resolution, position } = made;
  const { attached, candidates, possibleDuplicates, why } = resolution;
  const met = possibleDuplicates.map(({ endUserIds, pointIds }) => ({ endUserIds, rule: 'met-in-interaction' as const, points: named(pointIds) }));
  return {
    outcome,
    interactionId,
    endUserId,
    canonicalId,
    organizationId: null,
    suspended,
    attached: named(attached),
    candidates,
    possibleDuplicates: [...met, ...likely],
    question:
      candidates.length > 0 ? 'The contact point is shared: ask for a name, an e-mail address or a customer number, then assign the interaction.' : null,
    why: why.map(({ pointId, ...rest }) => ({ ...rest, key: names.get(pointId ?? '')?.key ?? null })),
    position: position ?? null,
  };
}
