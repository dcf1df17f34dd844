import type { CommandContext } from '../command';
import type { SettingsChanges } from './settings.events';

/** Change some settings of a tenant; they are checked as a whole. */
export class ChangeSettings {
  constructor(
    readonly context: CommandContext,
    readonly changes: SettingsChanges,
    /** The version the caller saw; refused when it is another by now. */
    readonly expectedVersion?: number,
  ) {}
}
