import { BeginRevert, importJob, RevertImport } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { Runner } from '../run';

/** The answer to the command that undoes an import. */
export interface RevertImportAnswer {
  readonly importId: string;
  /** Null when it is being undone, or was, already. */
  readonly position: bigint | null;
}

@CommandHandler(RevertImport)
export class RevertImportHandler implements ICommandHandler<RevertImport, RevertImportAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** @throws Refusal `import-not-found`, `import-running`, `import-was-dry-run` */
  async execute({ context, importId }: RevertImport): Promise<RevertImportAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['RevertImport', importId], () => this.newIds.next());
    const { position } = await this.runner.once(importJob, new BeginRevert(tenant, importId), step);
    return { importId, position: position ?? null };
  }
}
