import type { ContactPoint } from '@kith/domain';
import type { ContactPointName, IdentifiedPoint } from './contact-points';

/** The answer to a command on a contact point of an end user. */
export interface AttachContactPointAnswer extends ContactPointName {
  readonly endUserId: string;
  readonly verified: boolean;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

/** The point as the end user has it now; as it was given when the end user has it no more. */
export function answerOf(
  endUserId: string,
  { channel, scope, key, verified: given }: IdentifiedPoint,
  { holders }: ContactPoint,
  position: bigint | undefined,
): AttachContactPointAnswer {
  const verified = holders.find((h) => h.endUserId === endUserId)?.verified ?? given;
  return { endUserId, channel, scope, key, verified, position: position ?? null };
}
