import { constants } from 'node:os';
import { type Interruption, run } from './run';
import type { Session } from './session';

/** One Ctrl-C can arrive as several signals, from the terminal and from the programs in between. Milliseconds. */
const sameRequestMs = 1_000;

/** The first signal ends what is under way in order, a later one at once. */
class Signals implements Interruption {
  signal: NodeJS.Signals | undefined;

  begin(session: Session): void {
    let at = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (this.signal && session.handler === undefined && performance.now() - at > sameRequestMs) process.exit(128 + constants.signals[signal]);
        if (this.signal === undefined) at = performance.now();
        this.signal ??= signal;
        session.interrupt(signal);
      });
  }
}

/** Whoever read the result through a pipe has seen enough: `kith history … | head`. */
function endQuietlyWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

endQuietlyWithReader(process.stdout);
void run(process.argv.slice(2), { in: process.stdin, out: process.stdout, err: process.stderr }, new Signals()).then((code) => {
  process.exitCode = code;
});
