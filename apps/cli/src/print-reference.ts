import { commandLine } from './program';
import { commandLineReference, referenceWidth } from './reference';
import { Session } from './session';
import { Terminal } from './terminal';

const session = new Session(new Terminal({ in: process.stdin, out: process.stdout, err: process.stderr }, true), []);
void commandLine(session, undefined, true, referenceWidth).then((kith) => process.stdout.write(commandLineReference(kith)));
