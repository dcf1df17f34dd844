import { backupCommand } from './backup-command';

void backupCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
