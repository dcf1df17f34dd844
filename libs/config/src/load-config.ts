import { resolve } from 'node:path';
import type { Config } from './config';
import { settingsHelp } from './configuration-reference';
import { givenTexts } from './given-texts';
import { flagOf, NotAllowed, type Setting } from './setting';
import { settings } from './settings';

/** At least one setting is wrong; the message lists all of them, each with what is allowed and none with its text. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
  constructor(readonly problems: readonly string[]) {
    super(`the configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n--help shows every setting.`);
  }
}

/** `--help` was given: nothing is to be started; the message is what to print. */
export class HelpRequested extends Error {
  override readonly name = 'HelpRequested';
  constructor() {
    super(settingsHelp());
  }
}

/**
 * Every setting: from `.env` in the working directory, the environment, then flags, later ones instead of earlier ones.
 * @throws ConfigInvalid naming everything that is wrong
 * @throws HelpRequested when `--help` or `-h` is among the flags
 */
export function loadConfig({
  env = process.env,
  argv = process.argv.slice(2),
  cwd = process.cwd(),
}: {
  env?: Readonly<Record<string, string | undefined>>;
  argv?: readonly string[];
  cwd?: string;
} = {}): Config {
  if (argv.includes('--help') || argv.includes('-h')) throw new HelpRequested();
  const { texts, problems: earlier } = givenTexts(env, argv, cwd);
  const problems = [...earlier];

  const valueFor = <T>(setting: Setting<T>): T | undefined => {
    const given = texts.get(setting.variable);
    const text = given?.text ?? setting.fallback;
    if (text === undefined) return undefined;
    try {
      return setting.parse(text, cwd);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      const name = given?.source === 'command line' ? flagOf(setting) : `${setting.variable} (${given?.source})`;
      problems.push(`${name} must be ${error.message || setting.allowed}`);
      return undefined;
    }
  };
  // a setting with a fallback is undefined only after a problem, and then nothing is returned
  const values = Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, valueFor(setting as Setting<unknown>)])) as unknown as Config;
  problems.push(...conflicts(values));
  if (problems.length > 0) throw new ConfigInvalid(problems);
  if (values.eventStore === 'memory') return Object.freeze({ ...values, readDb: 'memory', keyVault: 'memory' });
  return Object.freeze(values.replay !== undefined && values.readDb === 'sqlite' ? { ...values, replay: resolve(cwd, values.replay) } : values);
}

/** What each setting alone allows and their combination does not. Settings that are wrong by themselves are undefined here. */
function conflicts({ parts, adminKey, operatorKey, eventStore, readDb, keyVault, masterKey, replay }: Partial<Config>): readonly string[] {
  const found: string[] = [];
  const isEmbedded = (place: string | undefined) => place === 'sqlite' || place === 'memory';
  if (parts && parts.length < 3 && [eventStore, readDb, keyVault].some(isEmbedded))
    found.push(
      'KITH_PARTS must name all of `api`, `projector` and `reactor` unless KITH_EVENT_STORE is EventStoreDB, and KITH_READ_DB and KITH_KEY_VAULT are PostgreSQL: what is in a data folder belongs to one process',
    );
  if (eventStore === 'memory' && [readDb, keyVault].some((place) => place !== undefined && !isEmbedded(place)))
    found.push('KITH_READ_DB and KITH_KEY_VAULT must not be given with the event store `memory`: what follows from a log never outlives it');
  if (keyVault?.startsWith('postgres') && masterKey === undefined)
    found.push('KITH_MASTER_KEY must be given with a key vault in PostgreSQL: every process needs the same one (`openssl rand -base64 32` makes one)');
  if (replay !== undefined && eventStore === 'memory') found.push('KITH_REPLAY must not be given with the event store `memory`: it has no past');
  if (replay !== undefined && readDb?.startsWith('postgres') && !/^[a-z0-9_]{1,32}$/.test(replay))
    found.push('KITH_REPLAY must be a name of 1 to 32 of `a-z0-9_` where KITH_READ_DB is PostgreSQL');
  if (adminKey && operatorKey && keyId(adminKey) === keyId(operatorKey)) {
    found.push('KITH_OPERATOR_KEY must be another key than KITH_ADMIN_KEY, with another key id');
  }
  return found;
}

function keyId(apiKey: string): string | undefined {
  return apiKey.split('_')[1];
}
