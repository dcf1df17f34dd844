import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** Looks for what is wrong. */
export const declare: Declare = (command, session) => {
  handedOn(
    command,
    session,
    'doctor',
    'Looks at configuration, data folder, stores, keys, clock, projections and the running engine, and says what is wrong and what to do. Changes nothing. Exit code 1 when there is a problem',
  ).option('--json', 'print the findings as one JSON object');
};
