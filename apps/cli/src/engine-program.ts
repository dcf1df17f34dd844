import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { environmentWith } from '@kith/config';
import { exitCodes } from './exit-codes';
import { Failure } from './failure';
import type { Session } from './session';

/** Where the build leaves the programs of the engine, which are started and never imported. */
const programs = join(__dirname, '..', '..', 'engine', 'src');

/**
 * Runs a program of the engine to its end as if it had been called itself: it has this terminal, and its exit code is that of the command.
 * @param settings more of the environment, such as a key, which nobody can read there
 */
export async function runEngineProgram(
  session: Session,
  name: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const file = join(programs, `${name}.js`);
  if (!existsSync(file)) throw new Failure(exitCodes.failed, `this installation has no program ${name}; build it anew with npm run build`);
  const child = spawn(process.execPath, [file, ...words], { stdio: 'inherit', env: environmentWith(settings) });
  let told = false;
  session.handler = () => {
    // Ctrl-C at a terminal reaches the child as well. A second signal of the same kind would not let it end in order, so it gets another one, once.
    if (!told) child.kill('SIGTERM');
    told = true;
  };
  session.exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
