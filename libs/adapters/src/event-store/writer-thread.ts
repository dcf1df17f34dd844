import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { workerFile } from '../worker-file';
import type { ToWriterThread, WriterThreadData } from './sqlite-protocol';

export interface WriterThreadOptions {
  /** Told when the writer thread died; a new one is on its way. */
  readonly onWriterDeath?: (reason: Error) => void;
  /** How a thread is started; tests that end it want to know it. */
  readonly startThread?: (file: string, data: WriterThreadData) => Worker;
}

/** A thread that dies again at once is started again only after this many milliseconds. */
const restartPauseMs = 250;

/** The one writer thread of an open event file: starts it, gives lines to it, and starts another when it dies. */
export class WriterThread {
  private worker?: Worker;
  private startedAt = 0;
  private closing = false;
  private restart?: NodeJS.Timeout;
  private readonly lines = new Set<(port: MessagePort) => void>();

  constructor(
    private readonly folder: string,
    private readonly options: WriterThreadOptions,
  ) {
    this.start();
  }

  /** Gives a port to the writer now, and another to each writer that follows. Returns how to end that. */
  connect(give: (port: MessagePort) => void): () => void {
    this.lines.add(give);
    if (this.worker) this.draw(this.worker, give);
    return () => this.lines.delete(give);
  }

  /** Lets the writer store what has reached it and close the file; ends it by force when it takes longer than `patienceMs`. */
  async close(patienceMs: number): Promise<void> {
    this.closing = true;
    clearTimeout(this.restart);
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage({ close: true } satisfies ToWriterThread);
    const force = setTimeout(() => void worker.terminate(), patienceMs);
    await ended;
    clearTimeout(force);
  }

  private start(): void {
    this.startedAt = Date.now();
    const file = workerFile('event-store/sqlite-writer');
    const data: WriterThreadData = { folder: this.folder };
    const worker = this.options.startThread?.(file, data) ?? new Worker(file, { workerData: data, name: 'event-writer' });
    this.worker = worker;
    let reason = new Error('the event writer thread was ended from outside');
    worker.on('error', (error) => {
      reason = error instanceof Error ? error : new Error('the event writer thread failed');
    });
    worker.on('exit', () => this.ended(reason));
    for (const give of this.lines) this.draw(worker, give);
  }

  /** The dead thread has let go of the file by now, so there are never two writers. */
  private ended(reason: Error): void {
    this.worker = undefined;
    if (this.closing) return;
    const pause = Date.now() - this.startedAt < restartPauseMs ? restartPauseMs : 0;
    this.restart = setTimeout(() => this.start(), pause);
    this.options.onWriterDeath?.(reason);
  }

  private draw(worker: Worker, give: (port: MessagePort) => void): void {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ client: port2 } satisfies ToWriterThread, [port2]);
    give(port1);
  }
}
