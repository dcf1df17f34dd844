import type { Command } from 'commander';

/** A command, as far as a shell completes it. */
export interface CompletedCommand {
  /** The words that call it, without `kith`; empty for `kith` itself. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly commands: readonly { readonly name: string; readonly summary: string }[];
  readonly options: readonly CompletedOption[];
  /** What its arguments may be, where that is a list; undefined where they are files, addresses, ids. */
  readonly choices: readonly string[] | undefined;
  /** Whether an argument of it is a file. */
  readonly takesFile: boolean;
}

/** An option, as far as a shell completes it. */
export interface CompletedOption {
  /** `-n` and `--dry-run`. */
  readonly flags: readonly string[];
  readonly summary: string;
  /** What is expected after it: one of a list, a file or folder, anything, or nothing. */
  readonly value: readonly string[] | 'file' | 'any' | 'none';
}

/** Every command of the command line, the outermost first. */
export function treeOf(command: Command, path: readonly string[] = []): readonly CompletedCommand[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).filter((each) => path.length === 0 || each.name() !== 'help');
  const own: CompletedCommand = {
    path,
    summary: command.summary() || command.description(),
    commands: commands.map((each) => ({ name: each.name(), summary: firstClause(each.summary() || each.description()) })),
    options: help.visibleOptions(command).map((option) => ({
      flags: [option.short, option.long].filter((flag) => flag !== undefined),
      summary: firstClause(option.description),
      value: option.isBoolean() || option.negate ? 'none' : (option.argChoices ?? (isFile(option.flags) ? 'file' : 'any')),
    })),
    choices: path[0] === 'help' ? undefined : command.registeredArguments.find(({ argChoices }) => argChoices)?.argChoices,
    takesFile: command.registeredArguments.some((argument) => isFile(argument.name())),
  };
  return [own, ...commands.flatMap((each) => treeOf(each, [...path, each.name()]))];
}

const isFile = (text: string): boolean => /\b(?:file|folder)\b/.test(text);

/** Up to the first stop that ends a clause: a menu has one line for it. */
const firstClause = (text: string): string => text.split(/[;.:](?:\s|$)/, 1)[0] ?? text;
