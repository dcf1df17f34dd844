import type { Certificate, EraseEndUserAnswer, Erasure } from '@kith/application';
import type { ErasedAnswer, ErasureAnswer, ErasureCertificateAnswer } from './erasure.dto';

/** Who is erased. */
export const erasedAnswer = ({ endUserId: id, scope, profiles }: EraseEndUserAnswer): ErasedAnswer => ({ id, scope, profiles: [...profiles] });

/** How far the erasure is of the one that was asked for. */
export function erasureAnswer(id: string, { scope, profiles, committedAt: erasedAt, certificate }: Erasure): ErasureAnswer {
  const state = certificate ? 'certified' : 'pending';
  return { id, scope, profiles: [...profiles], state, erasedAt, certificate: certificate ? certificateAnswer(certificate) : null };
}

const certificateAnswer = ({ at, keys, contactPoints, overwritten, position }: Certificate): ErasureCertificateAnswer => ({
  at,
  keys: [...keys],
  contactPoints: [...contactPoints],
  overwritten: [...overwritten],
  position: position.toString(),
});
