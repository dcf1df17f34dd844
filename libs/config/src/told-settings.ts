import { givenTexts, type Source } from './given-texts';
import type { Setting } from './setting';
import { callerSettings, settings } from './settings';

/** A setting as it may be shown, and where it came from. */
export interface ToldSetting {
  readonly variable: string;
  /** Null where there is none; of a secret only what tells places apart. */
  readonly value: string | null;
  readonly from: Source | 'default' | 'nowhere';
}

/** Every setting as it was given, right or wrong, for whoever looks for a mistake. Tells no secret. */
export function toldSettings({
  env = process.env,
  argv = process.argv.slice(2),
  cwd = process.cwd(),
}: {
  env?: Readonly<Record<string, string | undefined>>;
  argv?: readonly string[];
  cwd?: string;
} = {}): readonly ToldSetting[] {
  const { texts } = givenTexts(env, argv, cwd);
  const all: readonly Setting<unknown>[] = [...Object.values(settings), ...Object.values(callerSettings)];
  return all.map((setting) => {
    const given = texts.get(setting.variable);
    if (given) return { variable: setting.variable, value: shown(setting, given.text), from: given.source };
    return { variable: setting.variable, value: setting.fallback || null, from: setting.fallback === undefined ? 'nowhere' : 'default' };
  });
}

/** Of an address its scheme, because the rest may hold a password. */
function shown({ secret, fallback }: Setting<unknown>, text: string): string {
  if (!secret || text === fallback || text === 'memory') return text;
  const [scheme] = /^[a-z+]{1,20}:\/\//.exec(text) ?? [];
  return scheme === undefined ? '(not shown)' : `${scheme}(not shown)`;
}
