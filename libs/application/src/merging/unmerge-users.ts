import { refuse, UnmergeUsers } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { MergeLedger } from './merge-ledger';
import { type UnmergedAnswer, Unmerging } from './unmerging';

@CommandHandler(UnmergeUsers)
export class UnmergeUsersHandler implements ICommandHandler<UnmergeUsers, UnmergedAnswer> {
  constructor(
    @Inject(Unmerging) private readonly unmerging: Unmerging,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(MergeLedger) private readonly ledger: MergeLedger,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, mergeId, alone, reason }: UnmergeUsers): Promise<UnmergedAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['UnmergeUsers', mergeId, alone, reason ?? null], () => this.newIds.next());
    const known = (await this.ledger.merge(tenant, mergeId, await this.store.head())) ?? refuse('merge-not-found');
    return this.unmerging.unmergeAll(step, { mergeId, mergedId: known.mergedId }, reason, alone);
  }
}
