import { Command } from 'commander';
import { exitCodeMeanings } from './exit-codes';
import type { Session } from './session';
import type { Subcommand } from './subcommand';
import { subcommands } from './subcommands';
import { version } from './version';

const examples = `
Examples:
  kith start                             an engine on ./data
  kith lookup +33639981234               who is behind this number
  kith import customers.csv --dry-run    what a file would bring in
  kith doctor                            what is wrong here

Commands that call an engine find it by --url or KITH_URL, else on KITH_HOST and KITH_PORT, and take a key from KITH_KEY or --key-file.
kith <command> --help tells the rest. Settings of the engine: kith start --help.
`;

/** The exit codes as they stand in the help. */
export const exitCodeHelp = (): string => `
Exit codes:
${exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`).join('\n')}
`;

/**
 * The command line with one subcommand in full, and the others as far as a list shows them.
 * @param named the subcommand that is called; `all` declares every one
 * @param width of the help, in characters, instead of that of the terminal
 */
export async function commandLine(session: Session, named: string | undefined, all = false, width?: number): Promise<Command> {
  const { out, err } = session.terminal.streams;
  const kith = new Command('kith')
    .description('The command line of Kith: one profile per customer, whatever channel they use.')
    .version(version(), '-V, --version', 'print the version')
    .option('--no-color', 'print no colours; NO_COLOR does the same')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      ...(width !== undefined && { getOutHelpWidth: () => width }),
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'kith: ')),
    })
    .showSuggestionAfterError()
    .addHelpText('after', examples + exitCodeHelp());
  for (const subcommand of subcommands) await add(kith, subcommand, session, all || subcommand.name === named);
  return kith;
}

async function add(kith: Command, { name, summary, group, load }: Subcommand, session: Session, whole: boolean): Promise<void> {
  const command = kith.command(name).summary(summary).description(summary).helpGroup(group);
  if (whole) (await load()).declare(command, session);
}

/** Which subcommand the words call, also when they ask for its help. */
export const namedIn = (words: readonly string[]): string | undefined => {
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  return first === 'help' ? second : first;
};
