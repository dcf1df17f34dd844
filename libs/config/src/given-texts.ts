import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { nearest } from './nearest';
import { flagOf } from './setting';
import { callerSettings, settings } from './settings';

/** Where a text came from, as a person would look for it. */
export type Source = '.env' | 'environment' | 'command line';

/** A text by the variable that it sets, and what was wrong before any text was looked at. */
export interface GivenTexts {
  readonly texts: ReadonlyMap<string, { readonly text: string; readonly source: Source }>;
  readonly problems: readonly string[];
}

/** The engine knows those of its callers too, so that one environment can do for both. */
const known = [...Object.values(settings), ...Object.values(callerSettings)];
const variables: readonly string[] = known.map(({ variable }) => variable);
/** Secrets may lie in a file, as container platforms hand them over: `KITH_MASTER_KEY_FILE` names it. */
const secrets: readonly string[] = known.flatMap(({ variable, secret }) => (secret ? [variable] : []));
const fileSuffix = '_FILE';
const variableOfFlag: ReadonlyMap<string, string> = new Map(Object.values(settings).map((setting) => [flagOf(setting), setting.variable]));

/**
 * Texts from `.env`, environment and flags, later ones instead of earlier ones. An empty text counts as not given.
 * @param wanted the secrets whose files are read: those of the engine may be for its own user alone
 */
export function givenTexts(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
  cwd: string,
  wanted: readonly string[] = secrets,
): GivenTexts {
  const texts = new Map<string, { text: string; source: Source }>();
  const problems: string[] = [];
  const take = (variable: string, text: string | undefined, source: Source): void => {
    if (text) texts.set(variable, { text, source });
  };
  const takeVariables = (from: Readonly<Record<string, string | undefined>>, source: Source): void => {
    for (const [variable, text] of Object.entries(from)) {
      if (!variable.startsWith('KITH_')) continue;
      const named = variable.slice(0, -fileSuffix.length);
      if (variables.includes(variable)) take(variable, text, source);
      else if (variable.endsWith(fileSuffix) && secrets.includes(named)) {
        if (text && wanted.includes(named)) take(named, secretIn(resolve(cwd, text), variable, source, problems), source);
      } else problems.push(`${variable} (${source}) is no setting${suggestion(variable, variables)}`);
    }
  };
  takeVariables(envFile(cwd, problems), '.env');
  takeVariables(env, 'environment');
  for (const [variable, text] of flags(argv, problems)) take(variable, text, 'command line');
  return { texts, problems };
}

function envFile(cwd: string, problems: string[]): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readFileSync(join(cwd, '.env'), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') problems.push(`.env in the working directory cannot be read (${code})`);
    return {};
  }
}

/** The first line of the file: editors and `echo` end it with a line break. */
function secretIn(path: string, variable: string, source: Source, problems: string[]): string | undefined {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0];
  } catch (error) {
    problems.push(`${variable} (${source}) names a file that cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return undefined;
  }
}

/** `--port 0` and `--port=0`. What is not understood is named by its place or flag alone: it may be a secret that slipped. */
function flags(argv: readonly string[], problems: string[]): readonly (readonly [variable: string, text: string])[] {
  const found: [string, string][] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const [flag = '', ...rest] = (argv[at] ?? '').split('=');
    if (!flag.startsWith('--')) {
      problems.push(`argument ${at + 1} belongs to no flag`);
      continue;
    }
    const next = argv[at + 1];
    const apart = rest.length === 0 && next !== undefined && !next.startsWith('--');
    if (apart) at += 1;
    const variable = variableOfFlag.get(flag);
    if (variable === undefined) problems.push(`${flag} is no flag${suggestion(flag, [...variableOfFlag.keys(), '--help'])}`);
    else if (rest.length === 0 && !apart) problems.push(`${flag} lacks a value`);
    else found.push([variable, apart ? next : rest.join('=')]);
  }
  return found;
}

function suggestion(name: string, known: readonly string[]): string {
  return `; did you mean ${nearest(name, known)}?`;
}
