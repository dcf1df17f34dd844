import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigInvalid, HelpRequested, loadConfig } from '@kith/config';

/**
 * The configuration for a program beside the engine; or, after saying what is wrong or what was asked for, its exit code.
 * @param check what this program cannot work with, thrown as ConfigInvalid
 */
export function configurationOf(argv: readonly string[], check: (config: Config) => void): Config | number {
  try {
    const config = loadConfig({ argv });
    check(config);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigInvalid || error instanceof HelpRequested)) throw error;
    const asked = error instanceof HelpRequested;
    (asked ? process.stdout : process.stderr).write(`${error.message}\n`);
    return asked ? 0 : 2;
  }
}

/** @throws ConfigInvalid when the log should be in the data folder and is not */
export function logIn({ data, eventStore }: Config): void {
  if (eventStore === 'sqlite' && !existsSync(join(data, 'events.sqlite'))) throw new ConfigInvalid([`KITH_DATA: there is no log in ${data}`]);
}

/** @throws ConfigInvalid when log and keys should not both be in the data folder, so that their servers' own backups are to be used */
export function embedded({ eventStore, keyVault }: Config): void {
  const apart = [eventStore === 'sqlite' ? [] : ['KITH_EVENT_STORE'], keyVault === 'sqlite' ? [] : ['KITH_KEY_VAULT']].flat();
  if (apart.length > 0)
    throw new ConfigInvalid(apart.map((name) => `${name} must be sqlite: this is for a data folder; servers have backups of their own (docs/operations.md)`));
}

/** @throws ConfigInvalid when log and keys are not in the data folder */
export function embeddedIn(config: Config): void {
  embedded(config);
  logIn(config);
  if (!existsSync(join(config.data, 'keys.sqlite'))) throw new ConfigInvalid([`KITH_DATA: there is no key vault in ${config.data}`]);
}
