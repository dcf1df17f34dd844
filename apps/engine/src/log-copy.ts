import { logCopyCommand } from './log-copy/log-copy-command';

void logCopyCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
