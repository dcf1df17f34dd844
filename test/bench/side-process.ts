import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Lap } from './rounds';
import type { FromSide, Tally, ToSide } from './side';

/** How long a side may take to answer, in milliseconds. */
const patience = 15 * 60_000;

/** A side in its own process: heap, threads and caches of one never weigh on the other. */
export class SideProcess {
  private readonly answers: FromSide[] = [];
  private wake: () => void = () => {};

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message: FromSide) => {
      this.answers.push(message);
      this.wake();
    });
    child.on('exit', (code) => {
      this.answers.push({ answer: 'failed', reason: `the process ended with exit code ${code}` });
      this.wake();
    });
  }

  /** Starts the module of that name in `contenders`. @throws Error with the side's own words when it cannot open */
  static async start(module: string, options: object): Promise<SideProcess> {
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    const side = new SideProcess(fork(join(__dirname, 'run-side.js'), [module, JSON.stringify(options)], { stdio: [...stdio] }));
    try {
      await side.next('open');
      return side;
    } catch (error) {
      await side.end();
      throw error;
    }
  }

  /** Items in a second and processor time over these inputs; `rssMiB` after them. */
  async work(from: number, count: number): Promise<Lap & { readonly rssMiB: number }> {
    const { seconds, cpuMicros, rssMiB, waits } = await this.ask('work', { ask: 'work', from, count });
    return { rate: count / seconds, cpuMicros, rssMiB, ...(waits && { waits }) };
  }

  async tally(): Promise<Tally> {
    return (await this.ask('tally', { ask: 'tally' })).tally;
  }

  async close(): Promise<void> {
    if (this.child.exitCode === null && this.child.connected) await this.ask('closed', { ask: 'close' }).catch(() => undefined);
    await this.end();
  }

  private async ask<A extends FromSide['answer']>(expected: A, message: ToSide): Promise<Extract<FromSide, { answer: A }>> {
    this.child.send(message);
    return this.next(expected);
  }

  private async next<A extends FromSide['answer']>(expected: A): Promise<Extract<FromSide, { answer: A }>> {
    if (this.answers.length === 0) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`a side did not answer within ${patience / 60_000} minutes`)), patience);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const answer = this.answers.shift();
    if (answer?.answer === 'failed') throw new Error(answer.reason);
    if (answer?.answer !== expected) throw new Error(`a side answered ${answer?.answer} instead of ${expected}`);
    return answer as Extract<FromSide, { answer: A }>;
  }

  private async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}
