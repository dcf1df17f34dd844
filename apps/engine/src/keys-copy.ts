import { keysCopyCommand } from './log-copy/keys-copy-command';

void keysCopyCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
