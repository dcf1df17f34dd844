import { refuse, UnmergeOrganizations } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { MergeLedger } from './merge-ledger';
import { OrganizationUnmerging, type UnmergedAnswer } from './unmerging';

@CommandHandler(UnmergeOrganizations)
export class UnmergeOrganizationsHandler implements ICommandHandler<UnmergeOrganizations, UnmergedAnswer> {
  constructor(
    @Inject(OrganizationUnmerging) private readonly unmerging: OrganizationUnmerging,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(MergeLedger) private readonly ledger: MergeLedger,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, mergeId, alone, reason }: UnmergeOrganizations): Promise<UnmergedAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['UnmergeOrganizations', mergeId, alone, reason ?? null], () => this.newIds.next());
    const known =
      (await this.ledger.organizationMerge(tenant, mergeId, await this.store.head())) ?? refuse('merge-not-found', 'No merge of organizations has this id.');
    return this.unmerging.unmergeAll(step, { mergeId, mergedId: known.mergedId }, reason, alone);
  }
}
