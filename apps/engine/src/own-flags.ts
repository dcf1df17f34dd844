/** What a program was told beside the settings of the engine. */
export interface OwnFlags<Text extends string, Switch extends string> {
  /** Of a flag that was given several times, all texts. */
  readonly texts: Readonly<Record<Text, readonly string[]>>;
  readonly switches: Readonly<Record<Switch, boolean>>;
  /** What is left for the settings. */
  readonly settings: readonly string[];
  /** Flags without the text that belongs to them. */
  readonly incomplete: readonly string[];
}

/**
 * Takes a program's own flags out of its arguments.
 * @param texts names of flags with a text behind them (`--to x`, `--to=x`) @param switches names of those without
 */
export function ownFlags<Text extends string, Switch extends string>(
  argv: readonly string[],
  texts: readonly Text[],
  switches: readonly Switch[],
): OwnFlags<Text, Switch> {
  const found = Object.fromEntries(texts.map((name) => [name, [] as string[]])) as Record<Text, string[]>;
  const set = Object.fromEntries(switches.map((name) => [name, false])) as Record<Switch, boolean>;
  const [settings, incomplete]: [string[], string[]] = [[], []];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const [flag = '', ...rest] = word.startsWith('--') ? word.slice(2).split('=') : [];
    if (includes(switches, flag) && rest.length === 0) set[flag] = true;
    else if (!includes(texts, flag)) settings.push(word);
    else {
      const apart = rest.length === 0;
      const text = apart ? argv[at + 1] : rest.join('=');
      if (text === undefined || text === '' || (apart && text.startsWith('--'))) incomplete.push(`--${flag}`);
      else found[flag].push(text);
      if (apart && text !== undefined && !text.startsWith('--')) at += 1;
    }
  }
  return { texts: found, switches: set, settings, incomplete };
}

const includes = <Name extends string>(names: readonly Name[], name: string): name is Name => (names as readonly string[]).includes(name);
