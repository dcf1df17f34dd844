import { BeginImport, CancelImport, importJob, refuse, StartImport, StopImport } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { Runner } from '../run';

/** The answer to a command on an import. */
export interface ImportAnswer {
  readonly importId: string;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

@CommandHandler(StartImport)
export class StartImportHandler implements ICommandHandler<StartImport, ImportAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** The id makes it one: of an import that was started before, nothing is appended. @throws Refusal `idempotency-key-reused` */
  async execute({ context, importId, mode, dryRun, file, keyId }: StartImport): Promise<ImportAnswer> {
    const { tenant } = context;
    const { columns, fileName, digest, bytes } = file;
    const payload = ['StartImport', mode, dryRun, digest, bytes, columns, fileName ?? null];
    const step = asked(await this.identifiers.of(tenant), context, payload, () => this.newIds.next());
    const key = (await this.vault.find(keyId)) ?? refuse('import-not-found', 'The key of the file exists no more.');
    const { position } = await this.runner.once(importJob, new BeginImport(tenant, importId, mode, dryRun, file), step, key);
    return { importId, position: position ?? null };
  }
}

@CommandHandler(CancelImport)
export class CancelImportHandler implements ICommandHandler<CancelImport, ImportAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** One that has ended, or was cancelled before, is answered as it is. @throws Refusal `import-not-found` */
  async execute({ context, importId }: CancelImport): Promise<ImportAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['CancelImport', importId], () => this.newIds.next());
    const { position } = await this.runner.once(importJob, new StopImport(tenant, importId), step);
    return { importId, position: position ?? null };
  }
}
