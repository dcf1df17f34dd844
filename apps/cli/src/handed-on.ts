import type { Command } from 'commander';
import { runEngineProgram } from './engine-program';
import type { Session } from './session';

/**
 * Makes a command of a program of the engine, which gets every word after the command's name as it was given, and reads them itself.
 * Options that are declared here too are for the help and for completion.
 */
export function handedOn(command: Command, session: Session, program: string, description: string): Command {
  return command
    .description(`${description}.`)
    .allowUnknownOption()
    .allowExcessArguments()
    .usage('[options] [settings]')
    .addHelpText('after', '\nSettings are those of the engine, such as --data <folder>: kith start --help lists them.\n')
    .action(() => runEngineProgram(session, program, session.words.slice(depthOf(command))));
}

/** How many words name the command. */
function depthOf(command: Command): number {
  let depth = 0;
  for (let at: Command | null = command; at.parent; at = at.parent) depth += 1;
  return depth;
}
