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
  /** Which of its organizations it counts for: the person's default at that moment; null when it had none. */
  readonly organizationId: string | null;
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
  readonly organizationId: string | null;
  readonly suspended: boolean;
  readonly resolution: Resolution;
  readonly position: bigint | undefined;
}

/** The explanation with the caller's own addresses in place of their digests. @param likely duplicates of whoever was created, beside those who met */
export function answered(made: Answerable, given: readonly GivenName[], likely: readonly PossibleDuplicate[] = []): ResolutionAnswer {
  const names = namesOf(given);
  const { outcome, interactionId, endUserId, canonicalId, organizationId, suspended, resolution, position } = made;
  const { attached, candidates, why } = resolution;
  return {
    outcome,
    interactionId,
    endUserId,
    canonicalId,
    organizationId,
    suspended,
    attached: named(names, attached),
    candidates,
    possibleDuplicates: [...whoMet(resolution, given), ...likely],
    question:
      candidates.length > 0 ? 'The contact point is shared: ask for a name, an e-mail address or a customer number, then assign the interaction.' : null,
    why: why.map(({ pointId, ...rest }) => ({ ...rest, key: names.get(pointId ?? '')?.key ?? null })),
    position: position ?? null,
  };
}

/** Who met in a resolution, with the caller's own addresses that brought them together. */
export function whoMet({ possibleDuplicates }: Resolution, given: readonly GivenName[]): readonly PossibleDuplicate[] {
  const names = namesOf(given);
  return possibleDuplicates.map(({ endUserIds, pointIds }) => ({ endUserIds, rule: 'met-in-interaction', points: named(names, pointIds) }));
}

type GivenName = ContactPointName & { readonly digest: string };

const namesOf = (given: readonly GivenName[]): ReadonlyMap<string, ContactPointName> =>
  new Map(given.map(({ digest, channel, scope, key }) => [digest, { channel, scope, key }]));

const named = (names: ReadonlyMap<string, ContactPointName>, digests: readonly string[]): readonly ContactPointName[] =>
  digests.flatMap((digest) => names.get(digest) ?? []);
