import type { Command } from 'commander';
import type { Session } from './session';

/** What the file of a subcommand exports: it adds arguments, options and what is to be done to the command of its name. */
export type Declare = (command: Command, session: Session) => void;

/** A subcommand: what a list of all says of it, and where the rest is. */
export interface Subcommand {
  readonly name: string;
  readonly summary: string;
  /** Under which heading it is listed. */
  readonly group: string;
  /** Only the file of the subcommand that is called is read: the command line starts in a moment. */
  load(): Promise<{ readonly declare: Declare }>;
}
