import { doctorCommand } from './doctor/doctor-command';

void doctorCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
