import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Delivered, Order } from './load';

/** The process that makes load, apart from servers and from the benchmark itself. */
export class LoadProcess {
  private readonly child: ChildProcess = fork(join(__dirname, 'load.js'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

  async deliver(order: Order): Promise<Delivered> {
    const answered = once(this.child, 'message');
    this.child.send(order);
    const [delivered] = (await answered) as [Delivered];
    return delivered;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
  }
}
