import { AttachPoint, CompleteEndUser, type Creation, contactPoint, type EndUser, endUser } from '@kith/domain';
import { claimedOf, identityOf } from '../contact-point/contact-points';
import type { Underway } from '../end-user/creations';
import { type Loaded, type StepInOrder, stepInOrder } from '../run';
import { type ImportUnderWay, rowWord } from './import-word';
import type { PlannedOrganization } from './page-organizations';
import type { SightedRow } from './row-sight';
import { personSteps, sharing } from './row-steps';
import type { UnderstoodRow } from './understood-row';

const byDigest = (one: { readonly digest: string }, other: { readonly digest: string }): number => (one.digest < other.digest ? -1 : 1);

/** What a row creates. */
export const creationOf = ({ profile, points }: UnderstoodRow): Creation => ({ origin: 'import', profile, points: points.map(claimedOf).sort(byDigest) });

/** The steps of the protocol *create* on what was read just now, and what follows them: all points are claimed, then the profile comes to life. */
export function birthSteps(
  run: ImportUnderWay,
  { row, points }: SightedRow,
  organizations: readonly PlannedOrganization[],
  { endUserId: id, creation, key, step: word }: Underway,
  loaded: Loaded<EndUser>,
): readonly StepInOrder[] {
  const { tenant } = run;
  const claims = points
    .toSorted((one, other) => byDigest(one.point, other.point))
    .flatMap(({ point, loaded: read, gone, erased }) => [
      ...sharing(run, row.row, point, read, key),
      stepInOrder(contactPoint, new AttachPoint(tenant, point.digest, id, identityOf(point), point.verified, creation, gone, erased), word, read, key),
    ]);
  const life = stepInOrder(endUser, new CompleteEndUser(tenant, id, creation.origin, creation.profile), word, loaded, key);
  const after = personSteps(tenant, row, organizations).map(({ what, on }) => stepInOrder(endUser, on(id), rowWord(run, row.row, what), loaded, key));
  return [...claims, life, ...after];
}
