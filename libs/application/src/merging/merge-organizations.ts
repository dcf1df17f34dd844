import { MergeOrganizations, type Organization, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { EarlierOrganizationMerges, type MergedAnswer } from './earlier-merges';
import { MergingOf } from './merging-of';
import { OrganizationLinking } from './organization-linking';

/** The protocol *merge* for organizations. */
@Injectable()
export class OrganizationMerging extends MergingOf<Organization> {
  constructor(
    @Inject(OrganizationLinking) linking: OrganizationLinking,
    @Inject(NewIds) newIds: NewIds,
    @Inject(EarlierOrganizationMerges) earlier: EarlierOrganizationMerges,
  ) {
    super(linking, newIds, earlier);
  }
}

@CommandHandler(MergeOrganizations)
export class MergeOrganizationsHandler implements ICommandHandler<MergeOrganizations, MergedAnswer> {
  constructor(
    @Inject(OrganizationMerging) private readonly merging: OrganizationMerging,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, survivorId, mergedId, reason }: MergeOrganizations): Promise<MergedAnswer> {
    const ids = await this.identifiers.of(context.tenant);
    const step = asked(ids, context, ['MergeOrganizations', survivorId, mergedId, reason ?? null], () => this.newIds.next());
    if (survivorId === mergedId) refuse('merge-with-itself', 'An organization cannot be merged with itself.');
    return this.merging.merge(step, ids.merge(step.commandId), { survivorId, mergedId }, reason === undefined ? {} : { reason });
  }
}
