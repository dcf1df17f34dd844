import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** Copies log and keys while the engine runs. */
export const declare: Declare = (command, session) => {
  handedOn(command, session, 'backup', 'Copies the log, the key vault and what belongs to them into a new folder; an engine may run meanwhile')
    .option('--to <folder>', 'a folder that does not exist yet; it has that name when it is complete')
    .option('--vault-to <folder>', 'another such folder for the keys, so that log and keys lie apart')
    .option('--read-models', 'take the read models along')
    .option('--with-master-key', 'put the master key beside the keys: whoever has both then reads everything')
    .option('--dry-run', 'say what would be copied, and copy nothing')
    .option('--json', 'print the result as one JSON object');
};
