import { type EndUser, MergeUsers, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { EarlierMerges, type MergedAnswer } from './earlier-merges';
import { Linking } from './linking';
import { MergingOf } from './merging-of';

/** The protocol *merge* for end users. */
@Injectable()
export class Merging extends MergingOf<EndUser> {
  constructor(@Inject(Linking) linking: Linking, @Inject(NewIds) newIds: NewIds, @Inject(EarlierMerges) earlier: EarlierMerges) {
    super(linking, newIds, earlier);
  }
}

@CommandHandler(MergeUsers)
export class MergeUsersHandler implements ICommandHandler<MergeUsers, MergedAnswer> {
  constructor(
    @Inject(Merging) private readonly merging: Merging,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, survivorId, mergedId, reason, rule }: MergeUsers): Promise<MergedAnswer> {
    const ids = await this.identifiers.of(context.tenant);
    const step = asked(ids, context, ['MergeUsers', survivorId, mergedId, reason ?? null, rule ?? null], () => this.newIds.next());
    if (survivorId === mergedId) refuse('merge-with-itself');
    const words = { ...(rule !== undefined && { rule }), ...(reason !== undefined && { reason }) };
    return this.merging.merge(step, ids.merge(step.commandId), { survivorId, mergedId }, words);
  }
}
