import { refuse, UnmergeUsers } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { MergeLedger } from './merge-ledger';
import { type Undone, Unmerging } from './unmerging';

/** The answer to an unmerge. */
export interface UnmergeUsersAnswer extends Undone {
  /** The merges into it that were undone with this one, because it was to come back alone. */
  readonly further: readonly { readonly mergeId: string; readonly mergedId: string }[];
}

/**
 * The protocol *unmerge*. A profile that comes back alone has the merges into it undone next, one by one: the first event says
 * so, and the reactor goes on with it.
 */
@CommandHandler(UnmergeUsers)
export class UnmergeUsersHandler implements ICommandHandler<UnmergeUsers, UnmergeUsersAnswer> {
  constructor(
    @Inject(Unmerging) private readonly unmerging: Unmerging,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(MergeLedger) private readonly ledger: MergeLedger,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, mergeId, alone, reason }: UnmergeUsers): Promise<UnmergeUsersAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['UnmergeUsers', mergeId, alone, reason ?? null], () => this.newIds.next());
    const known = (await this.ledger.merge(tenant, mergeId, await this.store.head())) ?? refuse('merge-not-found');
    const undone = await this.unmerging.unmerge(step, { mergeId, mergedId: known.mergedId }, reason, alone);
    const further = alone ? await this.unmerging.unmergeInto(step, undone, reason) : [];
    return {
      ...undone,
      position: further.at(-1)?.position ?? undone.position,
      members: alone ? [undone.mergedId] : undone.members,
      further: further.map(({ mergeId, mergedId }) => ({ mergeId, mergedId })),
    };
  }
}
