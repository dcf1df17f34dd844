import { restoreCommand } from './restore-command';

void restoreCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
