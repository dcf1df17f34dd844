import type { Command } from 'commander';
import { exitCodeMeanings } from './exit-codes';

/** As wide as a page of documentation can show without a scroll bar. */
export const referenceWidth = 110;

/** The text of docs/command-line.md, which `npm run docs:commands` writes: the help of every command. @param kith with every subcommand in full */
export function commandLineReference(kith: Command): string {
  return `# The command line: every command

<!-- Generated from apps/cli by \`npm run docs:commands\`: do not edit. -->

[How to use it](how-to/use-the-command-line.md) tells the rest. This is what \`kith <command> --help\` prints.

## Exit codes

| Code | Meaning |
| --- | --- |
${exitCodeMeanings.map(([code, meaning]) => `| ${code} | ${meaning} |`).join('\n')}

${sections(kith, []).join('\n')}`;
}

function sections(command: Command, path: readonly string[]): readonly string[] {
  const commands = command.commands.flatMap((each) => sections(each, [...path, each.name()]));
  // What a list of commands says stands at each of them as well.
  if (path.length === 0) return commands;
  return [`## kith ${path.join(' ')}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\`\n`, ...commands];
}
