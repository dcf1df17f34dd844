import { type EventStoreConnection, MemoryCheckpoints } from '@kith/adapters';
import { completeProfile, type Reactor, ReactorRun, type ReactorStatus, releaseDeleted, restorePoints, SystemClock } from '@kith/application';
import { CommandBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import type { Opened, Shared } from './opened';
import { ReactorPart } from './running-parts';
import { Thread } from './thread';

/** Every reactor of the engine. */
export const reactors: readonly Reactor[] = [completeProfile as Reactor, releaseDeleted as Reactor, restorePoints as Reactor];

/** What the thread of the reactors is started with. */
export interface ReactorData {
  readonly connection: EventStoreConnection;
  readonly folder: string;
  readonly masterKey: Uint8Array;
}

/** What it tells, whenever it has got further or an event fails, and when it uses the database it was told to. */
export type FromReactor = { readonly kind: 'status'; readonly statuses: readonly ReactorStatus[] } | { readonly kind: 'swapped'; readonly name: string };

/** What it is told. */
export type ToReactor = { readonly kind: 'swap'; readonly name: string } | { readonly kind: 'stop' };

/** How long it may take to use another database; one that is being started again opens the new one anyway. Milliseconds. */
const swapMs = 5_000;

/** Runs the reactors in a thread of their own; in this one when the data is in this thread's memory. */
export function startReactors(opened: Opened, commands: CommandBus, log: Logger, metrics: Metrics): ReactorPart {
  return opened.shared ? new ReactorThread(opened.shared, log, metrics) : new ReactorsHere(opened, commands);
}

class ReactorThread extends ReactorPart {
  private latest: readonly ReactorStatus[] | undefined;
  private readonly thread: Thread<FromReactor>;
  private readonly swapped = new Map<string, () => void>();

  constructor({ store, folder, masterKey }: Shared, log: Logger, metrics: Metrics) {
    super();
    this.thread = new Thread<FromReactor>({
      name: 'reactor',
      file: 'reactor.worker',
      start: () => {
        const connection = store.connection();
        return { data: { connection, folder, masterKey } satisfies ReactorData, transfer: [connection.port] };
      },
      onMessage: (message) => {
        if (message.kind === 'status') this.latest = message.statuses;
        else this.swapped.get(message.name)?.();
      },
      log,
      metrics,
    });
  }

  override statuses(): readonly ReactorStatus[] | undefined {
    return this.thread.alive ? this.latest : undefined;
  }

  override async swap(name: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, swapMs);
      this.swapped.set(name, () => {
        clearTimeout(timer);
        resolve();
      });
      this.thread.send({ kind: 'swap', name } satisfies ToReactor);
    });
    this.swapped.delete(name);
  }

  override stop(): Promise<void> {
    return this.thread.stop();
  }
}

class ReactorsHere extends ReactorPart {
  private readonly stopping = new AbortController();
  private readonly runs: readonly ReactorRun[];
  private readonly running: Promise<unknown>;

  constructor({ store }: Opened, commands: CommandBus) {
    super();
    this.runs = reactors.map((reactor) => new ReactorRun(reactor, store, new MemoryCheckpoints(), new SystemClock(), (command) => commands.execute(command)));
    this.running = Promise.all(this.runs.map((run) => run.run(this.stopping.signal)));
  }

  override statuses(): readonly ReactorStatus[] {
    return this.runs.map((run) => run.status());
  }

  override async swap(): Promise<void> {
    // It reads through the handle of this thread.
  }

  override async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }
}
