import { membersOf, RestoreEndUser, streamOf } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ContactPointName } from '../contact-point/contact-points';
import { EventStore } from '../event-store';
import { HeldPoints, HeldPointsBehind } from '../held-points';
import type { StepContext } from '../run';
import { type ChangedEndUserAnswer, lifecycle } from './change-end-user';
import { EndUserChanges } from './end-user-changes';
import { Restorations } from './restorations';

export interface RestoreEndUserAnswer extends ChangedEndUserAnswer {
  /** What the deletion had taken from the end user and it has again. */
  readonly restored: readonly ContactPointName[];
  /** What somebody else has had since: it stays with them. */
  readonly taken: readonly (ContactPointName & { readonly holderId: string })[];
  /** False when the read models were too far behind to list all; what is missing comes back all the same. */
  readonly complete: boolean;
}

type Lists = Pick<RestoreEndUserAnswer, 'restored' | 'taken' | 'complete'>;

@CommandHandler(RestoreEndUser)
export class RestoreEndUserHandler implements ICommandHandler<RestoreEndUser, RestoreEndUserAnswer> {
  constructor(
    @Inject(EndUserChanges) private readonly changes: EndUserChanges,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(Restorations) private readonly restorations: Restorations,
  ) {}

  async execute(command: RestoreEndUser): Promise<RestoreEndUserAnswer> {
    const { endUserId } = command;
    const { step, canonicalId, state, position } = await this.changes.take(command, ({ id }) => lifecycle(command, id, 'restore'));
    const lists = await this.bringBack(step, canonicalId, membersOf(canonicalId, state), position);
    return { endUserId, canonicalId, position: position ?? null, ...lists };
  }

  private async bringBack(step: StepContext, canonicalId: string, members: readonly string[], position: bigint | undefined): Promise<Lists> {
    const restored: ContactPointName[] = [];
    const taken: (ContactPointName & { holderId: string })[] = [];
    const deletedAt = position === undefined ? undefined : await this.undone(step, canonicalId);
    if (position === undefined || deletedAt === undefined) return { restored, taken, complete: true };
    try {
      for (const member of members) {
        const released = await this.held.releasedFrom(step.tenant, member, position);
        const lost = new Set(released.filter((point) => point.position >= deletedAt).map(({ digest }) => digest));
        const kept = await this.held.heldBy(step.tenant, member, position);
        for (const digest of new Set([...lost, ...kept])) {
          const back = await this.restorations.bringBack(step, member, digest);
          // What the deletion had not come to yet is told like the rest: when it does is no matter of the caller's. Later ones are.
          if (!lost.has(digest) && back && back.since > deletedAt) continue;
          const [holderId] = back?.holders ?? [];
          if (back?.holders.includes(member)) restored.push(back.point);
          else if (back && holderId !== undefined) taken.push({ ...back.point, holderId });
        }
      }
      return { restored, taken, complete: true };
    } catch (error) {
      if (!(error instanceof HeldPointsBehind)) throw error;
      return { restored, taken, complete: false };
    }
  }

  /** Position of the deletion that this command undid. */
  private async undone({ tenant, commandId }: StepContext, endUserId: string): Promise<bigint | undefined> {
    const events = await this.store.readStream(streamOf.endUser(tenant, endUserId));
    const restoration = events.findLastIndex(({ metadata }) => metadata.commandId === commandId);
    return events.slice(0, restoration).findLast(({ type }) => type === 'EndUserDeleted')?.position;
  }
}
