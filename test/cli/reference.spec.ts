import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { exitCodeMeanings, exitCodes } from '../../apps/cli/src/exit-codes';
import { commandLine } from '../../apps/cli/src/program';
import { commandLineReference, referenceWidth } from '../../apps/cli/src/reference';
import { Session } from '../../apps/cli/src/session';
import { Terminal } from '../../apps/cli/src/terminal';

const docs = join(__dirname, '..', '..', 'docs');
let kith: Command;
beforeAll(async () => {
  const session = new Session(new Terminal({ in: process.stdin, out: process.stdout, err: process.stderr }, true), []);
  kith = await commandLine(session, undefined, true, referenceWidth);
});

it('is described by docs/command-line.md as it is: when this fails, run `npm run docs:commands`', () => {
  expect(readFileSync(join(docs, 'command-line.md'), 'utf8')).toBe(commandLineReference(kith));
});

it('every exit code has a meaning, once', () => {
  expect(exitCodeMeanings.map(([code]) => code)).toEqual(Object.values(exitCodes));
});

/** The commands that a page shows, one a line: `kith …`, up to a pipe, a redirection or a comment. */
const shownIn = (page: string): readonly string[] =>
  [...page.matchAll(/^```sh\n(.*?)^```$/gms)]
    .flatMap(([, text = '']) => text.split('\n'))
    .flatMap((line) => [...line.matchAll(/(?:^|\| |\()(?:npx )?kith ([^|>#)]*)/g)].map(([, words = '']) => words.trim()));

/** The command that the words call, and those of its options that do not exist. */
function unknownIn(words: readonly string[]): readonly string[] {
  let command = kith;
  let at = 0;
  for (let next: Command | undefined = kith; next !== undefined; at += 1) {
    command = next;
    next = command.commands.find((each) => each.name() === words[at]);
  }
  const rest = words.slice(at - 1);
  if (command === kith) return /^(?:-|help$|$)/.test(rest[0] ?? '') ? [] : [`no command ${rest[0]}`];
  const flags = rest.flatMap((word) => (word.startsWith('--') ? [word.split('=', 1)[0] as string] : []));
  // Programs of the engine take its settings as well.
  const isHandedOn = command.usage().endsWith('[settings]');
  return isHandedOn ? [] : flags.filter((flag) => flag !== '--help' && !command.options.some(({ long, negate }) => long === flag || (negate && long === flag)));
}

it('every command that the documentation shows exists, with its options', () => {
  const pages = ['how-to', 'adr', '.'].flatMap((folder) =>
    readdirSync(join(docs, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(docs, folder, name)),
  );
  const shown = [...pages, join(docs, '..', 'README.md')].flatMap((file) => shownIn(readFileSync(file, 'utf8')).map((words) => ({ file, words })));
  expect(shown.length).toBeGreaterThan(20);
  const wrong = shown.flatMap(({ file, words }) => unknownIn(words.split(/\s+/)).map((what) => `${file}: kith ${words}: ${what}`));
  expect(wrong).toEqual([]);
});
