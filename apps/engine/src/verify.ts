import { verifyCommand } from './verify-command';

void verifyCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
