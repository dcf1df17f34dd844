import { BeginRetentionRun, CancelRetentionRun, refuse, retentionRun, StartRetentionRun, StopRetentionRun, streamOf } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { before, Runner } from '../run';
import { WithoutContact } from './without-contact';

/** The answer to a command on a retention run. */
export interface RetentionRunAnswer {
  readonly runId: string;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

@CommandHandler(StartRetentionRun)
export class StartRetentionRunHandler implements ICommandHandler<StartRetentionRun, RetentionRunAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
    @Inject(WithoutContact) private readonly withoutContact: WithoutContact,
  ) {}

  /** @throws Refusal `state-changed` when it would concern another number of persons; HeldPointsBehind while that is not known */
  async execute({ context, withoutContactSince, expected }: StartRetentionRun): Promise<RetentionRunAnswer> {
    const { tenant } = context;
    const ids = await this.identifiers.of(tenant);
    const step = asked(ids, context, ['StartRetentionRun', withoutContactSince, expected], () => this.newIds.next());
    const runId = ids.retentionRun(step.commandId);
    const known = await this.runner.load(retentionRun, streamOf.retentionRun(tenant, runId));
    const trace = before(known, step);
    if (trace) return { runId, position: trace.position };
    const { persons } = await this.withoutContact.count(tenant, withoutContactSince, await this.runner.head());
    if (persons !== expected)
      refuse('state-changed', `By now ${persons} persons would be erased, not ${expected}: look at the preview again.`, { pointer: '/expected', persons });
    const { position } = await this.runner.once(retentionRun, new BeginRetentionRun(tenant, runId, withoutContactSince, expected), step, undefined, known);
    return { runId, position: position ?? null };
  }
}

@CommandHandler(CancelRetentionRun)
export class CancelRetentionRunHandler implements ICommandHandler<CancelRetentionRun, RetentionRunAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** One that has ended, or was cancelled before, is answered as it is. @throws Refusal `retention-run-not-found` */
  async execute({ context, runId }: CancelRetentionRun): Promise<RetentionRunAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['CancelRetentionRun', runId], () => this.newIds.next());
    const { position } = await this.runner.once(retentionRun, new StopRetentionRun(tenant, runId), step);
    return { runId, position: position ?? null };
  }
}
