import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bashCompletion } from '../../apps/cli/src/completion/bash';
import { type CompletedCommand, treeOf } from '../../apps/cli/src/completion/tree';
import { zshCompletion } from '../../apps/cli/src/completion/zsh';
import { commandLine } from '../../apps/cli/src/program';
import { Session } from '../../apps/cli/src/session';
import { subcommands } from '../../apps/cli/src/subcommands';
import { Terminal } from '../../apps/cli/src/terminal';

let folder: string;
let tree: readonly CompletedCommand[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-completion-'));
  const session = new Session(new Terminal({ in: process.stdin, out: process.stdout, err: process.stderr }, true), []);
  tree = treeOf(await commandLine(session, undefined, true));
  writeFileSync(join(folder, 'kith.bash'), bashCompletion(tree));
  writeFileSync(join(folder, '_kith'), zshCompletion(tree));
  writeFileSync(join(folder, 'customers.csv'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What bash offers for the words so far, the last of which is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `source ./kith.bash; COMP_WORDS=(kith "$@"); COMP_CWORD=$#; _kith; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const said = execFileSync('bash', ['--norc', '--noprofile', '-c', script, 'bash', ...words], { cwd: folder, encoding: 'utf8' });
  return said.split('\n').filter((line) => line !== '');
}

it('bash registers the completion for kith', () => {
  const said = execFileSync('bash', ['--norc', '--noprofile', '-c', 'source ./kith.bash; complete -p kith'], { cwd: folder, encoding: 'utf8' });
  expect(said.trim()).toBe('complete -F _kith kith');
});

it('bash offers every command, and those of a group', () => {
  expect(offered('')).toEqual(expect.arrayContaining([...subcommands.map(({ name }) => name), 'help']));
  expect(offered('se')).toEqual(['settings']);
  expect(offered('settings', '')).toEqual(expect.arrayContaining(['get', 'set', 'history']));
  expect(offered('keys', 'rot')).toEqual(['rotate-master']);
});

it('bash offers the options of the command that was typed, the values of an option, and files', () => {
  expect(offered('lookup', '--as')).toEqual(['--as-of']);
  expect(offered('keys', 'create', '--role', 'a')).toEqual(['admin', 'agent', 'auditor']);
  expect(offered('--no-color', 'history', '--of', 'tick')).toEqual(['ticket']);
  expect(offered('settings', 'set', '--file', 'cust')).toEqual(['customers.csv']);
  expect(offered('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh']));
  expect(offered('merge', '--dry')).toEqual(['--dry-run']);
});

it('bash offers nothing where only the user knows', () => {
  expect(offered('lookup', '--url', 'x')).toEqual([]);
});

it('the script of zsh has a function for each command, and quotes what shells would read', () => {
  const script = zshCompletion(tree);
  expect(script.startsWith('#compdef kith\n')).toBe(true);
  for (const { path } of tree) expect(script).toContain(`${['_kith', ...path].join('_').replaceAll('-', '_')}() {`);
  // Every quote that is opened is closed: bash reads the same quoting, and would find the end of the script in a string.
  const quotes = script.replaceAll("'\\''", '').split("'").length - 1;
  expect(quotes % 2).toBe(0);
  expect(script).toContain("'(-n --dry-run)--dry-run[");
  expect(script).toContain(':value:(admin agent auditor service)');
});

/** A zsh in a terminal of its own, where each of the lines is typed with a tab behind it; what `kith` is called with then. */
const inZsh = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; bindkey "^I" complete-word; kith() { print -r -- "<$*>" }; print READ''Y'
zpty -r shell said '*READY*'
for line; do
  zpty -w -n shell "$line"$'\t\n'
  zpty -r shell said '*<*>*'
  print -r -- "\${\${said##*<}%%>*}"
done
zpty -d shell
`;
const hasZsh = spawnSync('zsh', ['--version']).status === 0;
/** Whoever has no zsh is not made to install one; CI tries to. */
(hasZsh ? it : it.skip)('zsh completes commands, options and their values', () => {
  const typed = [
    'kith his',
    'kith keys rot',
    'kith lookup --js',
    'kith keys create --role aud',
    'kith --no-col',
    'kith --no-color hist',
    'kith settings set --file cust',
  ];
  const said = execFileSync('zsh', ['-f', '-c', inZsh, 'zsh', ...typed], { cwd: folder, encoding: 'utf8', timeout: 50_000 });
  expect(
    said
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    'history',
    'keys rotate-master',
    'lookup --json',
    'keys create --role auditor',
    '--no-color',
    '--no-color history',
    'settings set --file customers.csv',
  ]);
});
