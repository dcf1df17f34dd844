import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** Checks the log, and the read models against it. */
export const declare: Declare = (command, session) => {
  handedOn(
    command,
    session,
    'verify',
    'Reads the whole log and says everything that is wrong with it, then compares all read models with a rebuild. Changes nothing; an engine may run meanwhile. Exit code 1 when something is wrong',
  ).option('--json', 'print the result as one JSON object');
};
