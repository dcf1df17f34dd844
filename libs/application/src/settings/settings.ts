import { ChangeSettings, type Settings, settings, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { Runner } from '../run';

/** The settings of a tenant as they are now: every command reads them from the log, so a change holds from its position on. */
@Injectable()
export class SettingsReader {
  constructor(@Inject(Runner) private readonly runner: Runner) {}

  async of(tenant: string): Promise<Settings> {
    return (await this.runner.load(settings, streamOf.settings(tenant))).state;
  }
}

export interface SettingsAnswer {
  readonly settings: Settings;
  readonly position: bigint | null;
}

@CommandHandler(ChangeSettings)
export class ChangeSettingsHandler implements ICommandHandler<ChangeSettings, SettingsAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute(command: ChangeSettings): Promise<SettingsAnswer> {
    const { context, changes, expectedVersion } = command;
    const ids = await this.identifiers.of(context.tenant);
    const step = asked(ids, context, ['ChangeSettings', changes, expectedVersion ?? null], () => this.newIds.next());
    const { state, position } = await this.runner.once(settings, command, step);
    return { settings: state, position: position ?? null };
  }
}
