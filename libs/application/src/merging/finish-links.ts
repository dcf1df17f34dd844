import { type DifferenceWithdrawn, type EndUserSeparated, type EndUsersDeclaredDifferent, idInStream, linksOf, type MergeReserved } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../clock';
import type { Reactor, Seen } from '../react';
import { type StepContext, wordOf } from '../run';
import { Linking } from './linking';
import { Unmerging } from './unmerging';

/** Bring a merge to its end that waits on the lower id. */
export class FinishMerge {
  constructor(
    readonly step: StepContext,
    readonly endUserId: string,
    readonly attemptId: string,
    /** When it was reserved, RFC 3339 UTC. */
    readonly reservedAt: string,
  ) {}
}

/** Bring an unmerge to its end that this profile has decided, or passed on. */
export class FinishUnmerge {
  constructor(
    readonly step: StepContext,
    readonly endUserId: string,
    readonly mergeId: string,
  ) {}
}

/** Tell the second side of a declaration, or of its withdrawal. */
export class FinishDifference {
  constructor(
    readonly step: StepContext,
    readonly difference: Pick<EndUsersDeclaredDifferent['data'], 'declarationId' | 'endUserId' | 'otherId'>,
    readonly isWithdrawn: boolean,
  ) {}
}

/** After so long nobody is at work on a merge any more: it comes to nothing, unless the higher id has decided. Milliseconds. */
export const mergeTimeOutMs = 10_000;

/** The reactor behind *merge*, *unmerge* and *declared different*: what was begun is brought to its end. */
export const finishLinks: Reactor<MergeReserved | EndUserSeparated | EndUsersDeclaredDifferent | DifferenceWithdrawn> = {
  name: 'finish-links',
  graceMs: 1_000,
  on: {
    MergeReserved: ({ metadata, stream, data }) => [new FinishMerge(wordOf(metadata), idInStream(stream), data.attemptId, metadata.recordedAt)],
    EndUserSeparated: ({ metadata, stream, data }) => [new FinishUnmerge(wordOf(metadata), idInStream(stream), data.mergeId)],
    EndUsersDeclaredDifferent: (event) => second(event, false),
    DifferenceWithdrawn: (event) => second(event, true),
  },
};

/** Only from the first side to the second: it is the first one that counts. */
function second({ metadata, data }: Seen<EndUsersDeclaredDifferent | DifferenceWithdrawn>, isWithdrawn: boolean): readonly object[] {
  const { declarationId, endUserId, otherId } = data;
  return endUserId < otherId ? [new FinishDifference(wordOf(metadata), { declarationId, endUserId, otherId }, isWithdrawn)] : [];
}

@CommandHandler(FinishMerge)
export class FinishMergeHandler implements ICommandHandler<FinishMerge, void> {
  constructor(
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ step, endUserId, attemptId, reservedAt }: FinishMerge): Promise<void> {
    const { state } = await this.linking.load(step.tenant, endUserId);
    if (linksOf(state).reservation?.attemptId !== attemptId) return;
    const waiting = await this.linking.waiting(step.tenant, endUserId, attemptId);
    if (waiting) await this.linking.finish(waiting, this.clock.now() - Date.parse(reservedAt) >= mergeTimeOutMs);
  }
}

@CommandHandler(FinishUnmerge)
export class FinishUnmergeHandler implements ICommandHandler<FinishUnmerge, void> {
  constructor(@Inject(Unmerging) private readonly unmerging: Unmerging) {}

  async execute({ step, endUserId, mergeId }: FinishUnmerge): Promise<void> {
    await this.unmerging.finish(step.tenant, endUserId, mergeId);
  }
}

@CommandHandler(FinishDifference)
export class FinishDifferenceHandler implements ICommandHandler<FinishDifference, void> {
  constructor(@Inject(Linking) private readonly linking: Linking) {}

  async execute({ step, difference, isWithdrawn }: FinishDifference): Promise<void> {
    await (isWithdrawn ? this.linking.finishWithdrawal(step, difference) : this.linking.finishDifference(step, difference));
  }
}
