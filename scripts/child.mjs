import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and hands it the signals that this process gets meanwhile.
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, interrupted: NodeJS.Signals | null }>}
 *   how it ended, and the signal that arrived while it ran
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    let interrupted = null;
    const forward = (signal) => {
      interrupted = signal;
      child.kill(signal);
    };
    const stopForwarding = () => {
      for (const signal of forwarded) process.off(signal, forward);
    };
    for (const signal of forwarded) process.on(signal, forward);
    child.once('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve({ code, signal, interrupted });
    });
  });
}

/** Ends this process the way the child ended: the same exit code, or the same signal. */
export function exitLike({ code, signal }) {
  if (signal === null) process.exit(code ?? 1);
  process.kill(process.pid, signal);
  // Reached only for a signal that this process survives.
  setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 100);
}

/** Runs one step of the set-up with its output on stderr, so that stdout stays the program's own. */
export async function runStep(command, args, options = {}) {
  const ended = await runChild(command, args, { ...options, stdio: ['ignore', 2, 2] });
  if (ended.interrupted !== null) {
    process.kill(process.pid, ended.interrupted);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return ended;
}
