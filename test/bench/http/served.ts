import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How long a server may take to be ready and, asked to stop, to end. Milliseconds. */
const [startMs, stopMs] = [120_000, 20_000];

/** A server in a process of its own on the loopback interface. */
export class Served {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts a program that prints a line ending in its address when it is ready. @throws Error when it is not ready in time */
  static async start(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Served> {
    const options: ForkOptions = { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env, execArgv: [] };
    const child = fork(file, [...args], options);
    try {
      return new Served(child, await ready(child));
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), stopMs);
    await exited;
    clearTimeout(timer);
  }
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a server was not ready in time')), startMs);
    child.once('exit', (code) => reject(new Error(`a server ended with exit code ${code} before it was ready`)));
    if (!child.stdout) return reject(new Error('a server without output'));
    createInterface(child.stdout).on('line', (line) => {
      const url = /listening on (http:\S+)$/.exec(line)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}
