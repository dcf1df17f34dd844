import { type EndUser, endUser, linksOf, membersOf, type Separation, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { type Loaded, Runner } from '../run';

/** A profile as it was read. */
export interface Profile {
  readonly id: string;
  readonly loaded: Loaded<EndUser>;
}

/** Where a profile stands: the way from itself to the profile that stands for its cluster, both included. */
export interface Place {
  readonly path: readonly Profile[];
  /** The end of the links. */
  readonly root: Profile;
  /**
   * The canonical profile: the root; or, when the root has let go of a part of the cluster and not all of it knows yet, the profile
   * that stands for this part.
   */
  readonly canonical: Profile;
  /** The root counts the profile as its own: nothing that would change where it stands is under way. */
  readonly isSettled: boolean;
}

/** A chain of links that is longer is no chain but a cycle. */
const longestPath = 10_000;

/** Where profiles stand by the log, as their streams tell it. Reads only. */
@Injectable()
export class Clusters {
  constructor(@Inject(Runner) private readonly runner: Runner) {}

  load(tenant: string, endUserId: string): Promise<Loaded<EndUser>> {
    return this.runner.load(endUser, streamOf.endUser(tenant, endUserId));
  }

  /** @param known the profile as it was read just now */
  async placeOf(tenant: string, endUserId: string, known?: Loaded<EndUser>): Promise<Place> {
    let root: Profile = { id: endUserId, loaded: known ?? (await this.load(tenant, endUserId)) };
    const path = [root];
    for (let next = linksOf(root.loaded.state).survivor; next; next = linksOf(root.loaded.state).survivor) {
      if (path.length > longestPath) throw new Error(`the links of end user ${endUserId} run in a circle`);
      root = { id: next.id, loaded: await this.load(tenant, next.id) };
      path.push(root);
    }
    const isSettled = membersOf(root.id, root.loaded.state).includes(endUserId);
    return { path, root, canonical: (isSettled ? undefined : separatedOn(path)) ?? root, isSettled };
  }
}

/** The nearest profile on the way whose part has left, although its own stream does not say so yet. */
const separatedOn = (path: readonly Profile[]): Profile | undefined => path.find((one) => pendingSeparation(one, path) !== undefined);

/** The separation of this profile that some profile above it has decided, and that it has not come to know of. */
export function pendingSeparation({ id, loaded }: Profile, above: readonly Profile[]): { readonly at: Profile; readonly separation: Separation } | undefined {
  const mergeId = linksOf(loaded.state).survivor?.mergeId;
  if (mergeId === undefined) return undefined;
  for (const at of above.toReversed()) {
    const separation = linksOf(at.loaded.state).separations.find((s) => s.mergeId === mergeId && s.mergedId === id);
    if (separation) return { at, separation };
  }
  return undefined;
}
