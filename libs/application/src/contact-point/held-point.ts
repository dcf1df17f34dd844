import { type ContactPoint, refuse } from '@kith/domain';
import type { Creations } from '../end-user/creations';
import { type Loaded, MovedOn } from '../run';

/** Looks at a contested point again at most so often before giving up. */
const maxLooks = 30;

/**
 * Does something to a point that hangs on which profile of an end user holds it: when the point has moved on meanwhile, it is
 * looked again who holds it, and who belongs to the end user.
 */
export async function onHeldPoint<T>(creations: Creations, tenant: string, digest: string, take: (loaded: Loaded<ContactPoint>) => Promise<T>): Promise<T> {
  for (let look = 0; look < maxLooks; look++) {
    try {
      return await take(await creations.point(tenant, digest));
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error;
    }
  }
  return refuse('too-contested');
}
