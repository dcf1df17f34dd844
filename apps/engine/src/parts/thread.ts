import { join } from 'node:path';
import { type TransferListItem, Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import { whereabouts } from '../http/problem.filter';

/** Pauses before a thread that died is started again, in milliseconds. */
const pauses = { first: 250, most: 30_000 };
/** A thread that lived so long was well: the next death is its first. */
const wellMs = 60_000;

/** What a thread is started with. */
export interface ThreadData {
  readonly data: object;
  readonly transfer: readonly TransferListItem[];
}

interface ThreadOptions<Message> {
  readonly name: string;
  /** File beside the entry of the engine, without extension. */
  readonly file: string;
  /** Called for each start: what is transferred can be given away only once. */
  readonly start: () => ThreadData;
  readonly onMessage: (message: Message) => void;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/**
 * What the heap of a thread may take, in MiB. Where V8 is given more it collects later than a process of eight heaps should: an old generation of
 * up to 1 GiB is let grow by 1.6 times before it is collected, without a limit by 4 times (`MemoryController::MaxGrowingFactor`), and the young one
 * alone takes up to 128 MiB.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 1024 } as const;

/** Told to a thread: end what is under way, and go. */
export const stopMessage = { kind: 'stop' } as const;

/** A thread of the engine: started again with growing pauses when it dies, until it is stopped. */
export class Thread<Message> {
  private worker: Worker | undefined;
  private restart: NodeJS.Timeout | undefined;
  private stopping = false;
  private deaths = 0;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: ThreadOptions<Message>) {
    this.begin();
  }

  /** Whether it is running at the moment. */
  get alive(): boolean {
    return this.worker !== undefined;
  }

  send(message: object): void {
    this.worker?.postMessage(message);
  }

  /** Asks the thread to end, and makes it end when it takes too long. */
  async stop(withinMs = 5_000): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    this.send(stopMessage);
    const timer = setTimeout(() => void this.worker?.terminate(), withinMs);
    await this.ended;
    clearTimeout(timer);
  }

  private begin(): void {
    const { file, start, onMessage, name } = this.options;
    const { data, transfer } = start();
    const worker = new Worker(join(__dirname, '..', `${file}.js`), { name, resourceLimits: threadLimits, workerData: data, transferList: [...transfer] });
    const began = performance.now();
    this.worker = worker;
    worker.on('message', onMessage);
    worker.on('error', (error) => this.options.log.error({ thread: name, error: whereabouts(error).name, at: whereabouts(error).at }, 'a thread failed'));
    this.ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.worker = undefined;
        resolve();
        if (!this.stopping) this.beginAgain(performance.now() - began);
      });
    });
  }

  private beginAgain(livedMs: number): void {
    this.deaths = livedMs > wellMs ? 1 : this.deaths + 1;
    const pause = Math.min(pauses.first * 2 ** (this.deaths - 1), pauses.most);
    this.options.log.error({ thread: this.options.name, pauseMs: pause }, 'a thread ended and is started again');
    this.options.metrics.restarted(this.options.name);
    this.restart = setTimeout(() => this.begin(), pause);
  }
}
