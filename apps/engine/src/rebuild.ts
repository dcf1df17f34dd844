import { rebuildCommand } from './rebuild-command';

void rebuildCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
