import { runEngineProgram } from '../engine-program';
import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** How far the read models are. */
export const declare: Declare = (command, session) => {
  handedOn(
    command,
    session,
    'projections',
    'How far each projection has come, whether the engine runs or not; retry tries a stopped one again, rebuild is kith rebuild',
  )
    .argument('[verb]', 'list, retry or rebuild; list unless said otherwise')
    .argument('[name]', 'for retry: which projection')
    .option('--json', 'print the list as one JSON object')
    .option('--key <key>', 'for retry: an admin key; better by KITH_ADMIN_KEY')
    .action(() => {
      const { words, key } = withoutKey(session.words.slice(1));
      return runEngineProgram(session, 'projections', words, key === undefined ? {} : { KITH_ADMIN_KEY: key });
    });
};

/** The words without the key, which goes by the environment: every user of the machine can read the arguments of a program. */
export function withoutKey(words: readonly string[]): { readonly words: readonly string[]; readonly key: string | undefined } {
  const at = words.findIndex((word) => /^--key(?:=|$)/.test(word));
  const [, given] = /^--key=(.*)$/s.exec(words[at] ?? '') ?? [];
  const key = given ?? words[at + 1];
  if (at === -1 || key === undefined) return { words, key: undefined };
  return { words: words.toSpliced(at, given === undefined ? 2 : 1), key };
}
