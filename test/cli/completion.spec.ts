import { execFileSync } from 'node:child_process';
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
