import {
  type DifferenceWithdrawn,
  type EndUserSeparated,
  type EndUsersDeclaredDifferent,
  idInStream,
  type MergeReserved,
  type OrganizationMergeReserved,
  type OrganizationSeparated,
} from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Reactor, Seen } from '../react';
import { type StepContext, wordOf } from '../run';
import { Linking } from './linking';
import { OrganizationLinking } from './organization-linking';
import { OrganizationUnmerging, Unmerging } from './unmerging';

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

/** The same for organizations. */
export class FinishOrganizationMerge {
  constructor(
    readonly step: StepContext,
    readonly organizationId: string,
    readonly attemptId: string,
    /** When it was reserved, RFC 3339 UTC. */
    readonly reservedAt: string,
  ) {}
}

/** The same for organizations. */
export class FinishOrganizationUnmerge {
  constructor(
    readonly step: StepContext,
    readonly organizationId: string,
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

type OfEndUsers = MergeReserved | EndUserSeparated | EndUsersDeclaredDifferent | DifferenceWithdrawn;

/** The reactor behind *merge*, *unmerge* and *declared different*: what was begun is brought to its end. */
export const finishLinks: Reactor<OfEndUsers | OrganizationMergeReserved | OrganizationSeparated> = {
  name: 'finish-links',
  graceMs: 1_000,
  on: {
    MergeReserved: ({ metadata, stream, data }) => [new FinishMerge(wordOf(metadata), idInStream(stream), data.attemptId, metadata.recordedAt)],
    EndUserSeparated: ({ metadata, stream, data }) => [new FinishUnmerge(wordOf(metadata), idInStream(stream), data.mergeId)],
    EndUsersDeclaredDifferent: (event) => second(event, false),
    DifferenceWithdrawn: (event) => second(event, true),
    OrganizationMergeReserved: ({ metadata, stream, data }) => [
      new FinishOrganizationMerge(wordOf(metadata), idInStream(stream), data.attemptId, metadata.recordedAt),
    ],
    OrganizationSeparated: ({ metadata, stream, data }) => [new FinishOrganizationUnmerge(wordOf(metadata), idInStream(stream), data.mergeId)],
  },
};

/** Only from the first side to the second: it is the first one that counts. */
function second({ metadata, data }: Seen<EndUsersDeclaredDifferent | DifferenceWithdrawn>, isWithdrawn: boolean): readonly object[] {
  const { declarationId, endUserId, otherId } = data;
  return endUserId < otherId ? [new FinishDifference(wordOf(metadata), { declarationId, endUserId, otherId }, isWithdrawn)] : [];
}

@CommandHandler(FinishMerge)
export class FinishMergeHandler implements ICommandHandler<FinishMerge, void> {
  constructor(@Inject(Linking) private readonly linking: Linking) {}

  async execute({ step, endUserId, attemptId, reservedAt }: FinishMerge): Promise<void> {
    await this.linking.finishAttempt(step.tenant, endUserId, attemptId, reservedAt);
  }
}

@CommandHandler(FinishUnmerge)
export class FinishUnmergeHandler implements ICommandHandler<FinishUnmerge, void> {
  constructor(@Inject(Unmerging) private readonly unmerging: Unmerging) {}

  async execute({ step, endUserId, mergeId }: FinishUnmerge): Promise<void> {
    await this.unmerging.finish(step.tenant, endUserId, mergeId);
  }
}

@CommandHandler(FinishOrganizationMerge)
export class FinishOrganizationMergeHandler implements ICommandHandler<FinishOrganizationMerge, void> {
  constructor(@Inject(OrganizationLinking) private readonly linking: OrganizationLinking) {}

  async execute({ step, organizationId, attemptId, reservedAt }: FinishOrganizationMerge): Promise<void> {
    await this.linking.finishAttempt(step.tenant, organizationId, attemptId, reservedAt);
  }
}

@CommandHandler(FinishOrganizationUnmerge)
export class FinishOrganizationUnmergeHandler implements ICommandHandler<FinishOrganizationUnmerge, void> {
  constructor(@Inject(OrganizationUnmerging) private readonly unmerging: OrganizationUnmerging) {}

  async execute({ step, organizationId, mergeId }: FinishOrganizationUnmerge): Promise<void> {
    await this.unmerging.finish(step.tenant, organizationId, mergeId);
  }
}

@CommandHandler(FinishDifference)
export class FinishDifferenceHandler implements ICommandHandler<FinishDifference, void> {
  constructor(@Inject(Linking) private readonly linking: Linking) {}

  async execute({ step, difference, isWithdrawn }: FinishDifference): Promise<void> {
    await (isWithdrawn ? this.linking.finishWithdrawal(step, difference) : this.linking.finishDifference(step, difference));
  }
}
