import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** Makes a data folder of a backup. */
export const declare: Declare = (command, session) => {
  handedOn(command, session, 'restore', 'Makes an empty data folder of a backup, and verifies it; refused while an engine holds the folder')
    .option('--from <folder>', 'the backup')
    .option('--vault-from <folder>', 'where the keys are when they lie apart from the log')
    .option('--master-key-from <file>', 'a file with the master key; not needed with KITH_MASTER_KEY')
    .option('--erasures-from <place>', 'tells who was erased since, so that they are erased again: a data folder, a backup, or a file')
    .option('--no-erasures', 'nobody was erased since the backup, or nobody can tell who was')
    .option('--accept-findings', 'restore a log in which something is wrong as it is')
    .option('--dry-run', 'read and compare the whole backup, and write nothing')
    .option('--json', 'print the result as one JSON object');
};
