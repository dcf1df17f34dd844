import { rotateCommand } from './rotate-command';

void rotateCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
