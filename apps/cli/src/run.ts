import { constants } from 'node:os';
import { commandLine, namedIn } from './program';
import { type Environment, Session } from './session';
import { type Streams, Terminal } from './terminal';
import { told } from './told';

/** How a command can be interrupted: told to the session, and answered with the signal that did it first. */
export interface Interruption {
  begin(session: Session): void;
  readonly signal: NodeJS.Signals | undefined;
}

/**
 * Runs one command.
 * @param given its words, without `kith`
 * @param environment instead of that of this process
 * @returns the exit code
 */
export async function run(given: readonly string[], streams: Streams, interruption?: Interruption, environment?: Environment): Promise<number> {
  const words = given.filter((word) => word !== '--no-color');
  const session = new Session(new Terminal(streams, words.length < given.length), words, environment);
  session.whole = () => commandLine(session, undefined, true);
  interruption?.begin(session);
  try {
    const kith = await commandLine(session, namedIn(words));
    await kith.parseAsync([...words], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    const signal = interruption?.signal;
    return signal === undefined ? told(error, session) : 128 + constants.signals[signal];
  }
}
