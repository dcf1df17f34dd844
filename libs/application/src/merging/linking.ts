import { type Difference, type EndUser, type Event, ForgetDifference, linksOf, membersOf, RememberDifference } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Named } from '../contact-point/point-answer';
import { EventStore } from '../event-store';
import { type DataKey, KeyVault } from '../key-vault';
import { PersonalData } from '../personal-data';
import { type Loaded, Runner, type StepContext, type Taken } from '../run';
import { Clusters } from './clusters';
import { LinkingOf, maxLooks } from './linking-of';

/** The steps after the first one for end users, those of *declared different* among them. */
@Injectable()
export class Linking extends LinkingOf<EndUser> {
  constructor(
    @Inject(Runner) runner: Runner,
    @Inject(Clusters) clusters: Clusters,
    @Inject(EventStore) store: EventStore,
    @Inject(KeyVault) vault: KeyVault,
    @Inject(PersonalData) personal: PersonalData,
    @Inject(Clock) clock: Clock,
  ) {
    super(runner, clusters, store, vault, personal, clock);
  }

  /** Whom a command names, with all that are one person with it, and the state of the one that stands for them. */
  async named(tenant: string, endUserId: string): Promise<{ readonly named: Named; readonly root: Loaded<EndUser> }> {
    const { root } = await this.settled(tenant, endUserId);
    return { named: { endUserId, canonicalId: root.id, members: membersOf(root.id, root.loaded.state) }, root: root.loaded };
  }

  /** The second side of a declaration remembers it as long as the first one does. */
  async finishDifference(step: StepContext, { declarationId, endUserId, otherId }: Difference): Promise<bigint | undefined> {
    const { tenant } = step;
    for (let look = 0; look < maxLooks; look++) {
      // In this order: whoever takes the declaration back comes to the second side after the first.
      const second = await this.settled(tenant, otherId);
      const first = await this.settled(tenant, endUserId);
      const standing = linksOf(first.root.loaded.state).differences.find((d) => d.declarationId === declarationId);
      if (!standing) return undefined;
      const theirs = { ...standing, endUserId: otherId, otherId: endUserId };
      const done = await this.tryAt(tenant, second, (at) => this.stepAt(at, new RememberDifference(tenant, at.id, theirs), step));
      if (done) return done.position;
    }
    return this.noun.refuse('merge-in-progress');
  }

  /** Likewise of a withdrawal: written down also where the declaration never came to be known, because it may be on its way. */
  async finishWithdrawal(step: StepContext, { declarationId, endUserId, otherId }: ForgetDifference['difference']): Promise<bigint | undefined> {
    const { path } = await this.settled(step.tenant, otherId);
    if (path.some(({ loaded }) => linksOf(loaded.state).withdrawn.includes(declarationId))) return undefined;
    const theirs = { declarationId, endUserId: otherId, otherId: endUserId };
    return (await this.onRootOf(step, otherId, (id) => new ForgetDifference(step.tenant, id, theirs))).position;
  }

  /** Takes a step on the profile that stands for a named one, wherever that is by then. */
  async onRootOf<T extends RememberDifference | ForgetDifference>(
    step: StepContext,
    named: string,
    make: (rootId: string) => T,
    key?: DataKey,
  ): Promise<Taken<EndUser, Event>> {
    for (let look = 0; look < maxLooks; look++) {
      const place = await this.settled(step.tenant, named);
      const done = await this.tryAt(step.tenant, place, (at) => this.stepAt(at, make(at.id), step, key));
      if (done) return done;
    }
    return this.noun.refuse('merge-in-progress');
  }
}
