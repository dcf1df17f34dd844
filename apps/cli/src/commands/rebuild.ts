import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** Builds the read models anew. */
export const declare: Declare = (command, session) => {
  handedOn(
    command,
    session,
    'rebuild',
    'Builds all read models anew from the log, beside those that serve, and then puts them in their place; an engine may run meanwhile. With --to and --into, those of a past moment in a place of their own',
  )
    .option('--to <moment>', 'up to a position, or a time such as 2026-03-03T10:00:00Z')
    .option('--into <place>', 'an empty folder, or a name in PostgreSQL');
};
