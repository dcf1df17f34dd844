import type { ContactPoint, Holder } from '@kith/domain';
import type { ContactPointName, IdentifiedPoint } from './contact-points';

/** The answer to a command on a contact point of an end user. */
export interface AttachContactPointAnswer extends ContactPointName {
  /** The profile that holds it. */
  readonly endUserId: string;
  /** The one that stands for it. */
  readonly canonicalId: string;
  readonly verified: boolean;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

/** Whom a command on a contact point is about: the profile that it names, and all that are one person with it. */
export interface Named {
  readonly endUserId: string;
  readonly canonicalId: string;
  readonly members: readonly string[];
}

/** The one of the end user's profiles that holds the point. */
export const holderAmong = ({ members }: Pick<Named, 'members'>, { holders }: ContactPoint): Holder | undefined =>
  holders.find((h) => members.includes(h.endUserId));

/** The point as the end user has it now; as it was given when the end user has it no more. */
export function answerOf(
  named: Named,
  { channel, scope, key, verified: given }: IdentifiedPoint,
  state: ContactPoint,
  position: bigint | undefined,
): AttachContactPointAnswer {
  const holder = holderAmong(named, state);
  const { canonicalId, endUserId } = named;
  return { endUserId: holder?.endUserId ?? endUserId, canonicalId, channel, scope, key, verified: holder?.verified ?? given, position: position ?? null };
}
