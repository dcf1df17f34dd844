import { type CommandContext, CreateTenant, streamOf, tenant as tenantDecider } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { Runner } from '../run';

/** The companies using the engine. */
@Injectable()
export class Tenants {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /**
   * Whether the log knows the tenant.
   * @throws Error when the vault has lost its secret: a new one would give every address another digest
   */
  async exists(name: string): Promise<boolean> {
    const { state: known } = await this.runner.load(tenantDecider, streamOf.tenant(name));
    if (known && !(await this.vault.tenantSecret(name)))
      throw new Error(`the key vault has lost the secret of tenant ${name}: restore the vault that belongs to this log`);
    return known;
  }

  /** Makes the tenant of the context: first its secret, then the fact. @throws Refusal `tenant-exists` */
  async create(context: CommandContext): Promise<{ position: bigint }> {
    await this.exists(context.tenant);
    await this.vault.createTenantSecret(context.tenant);
    const step = asked(await this.identifiers.of(context.tenant), context, ['CreateTenant'], () => this.newIds.next());
    const { position } = await this.runner.once(tenantDecider, new CreateTenant(context.tenant), step);
    return { position: position ?? 0n };
  }
}
