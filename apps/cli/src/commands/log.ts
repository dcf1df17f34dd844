import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** What is done with the log as a whole. */
export const declare: Declare = (command, session) => {
  command.description('What is done with the event log as a whole.');
  handedOn(
    command.command('copy'),
    session,
    'log-copy',
    'copies the event log into another, empty store, and compares both at the end; refused while an engine holds either',
  )
    .option('--from <log>', 'a data folder, esdb://…, or the word configured')
    .option('--to <log>', 'the same')
    .option('--from-prefix <prefix>', 'what the names of streams begin with in EventStoreDB')
    .option('--to-prefix <prefix>', 'the same');
};
