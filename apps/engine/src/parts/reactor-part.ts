import { CommandBus } from '@nestjs/cqrs';
import { MemoryCheckpoints, type EventStoreConnection } from '@kith/adapters';
import { completeProfile, type Reactor, ReactorRun, type ReactorStatus, SystemClock } from '@kith/application';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import type { Opened, Shared } from './opened';
import { ReactorPart } from './running-parts';
import { Thread } from './thread';

/** Every reactor of the engine. */
export const reactors: readonly Reactor[] = [completeProfile as Reactor];

/** What the thread of the reactors is started with. */
export interface ReactorData {
  readonly connection: EventStoreConnection;
  readonly folder: string;
  readonly masterKey: Uint8Array;
}

/** What it tells, whenever it has got further or an event fails. */
export interface FromReactor {
  readonly kind: 'status';
  readonly statuses: readonly ReactorStatus[];
}

/** Runs the reactors in a thread of their own; in this one when the data is in this thread's memory. */
export function startReactors(opened: Opened, commands: CommandBus, log: Logger, metrics: Metrics): ReactorPart {
  return opened.shared ? new ReactorThread(opened.shared, log, metrics) : new ReactorsHere(opened, commands);
}

class ReactorThread extends ReactorPart {
  private latest: readonly ReactorStatus[] | undefined;
  private readonly thread: Thread<FromReactor>;

  constructor({ store, folder, masterKey }: Shared, log: Logger, metrics: Metrics) {
    super();
    this.thread = new Thread<FromReactor>({
      name: 'reactor',
      file: 'reactor.worker',
      start: () => {
        const connection = store.connection();
        return { data: { connection, folder, masterKey } satisfies ReactorData, transfer: [connection.port] };
      },
      onMessage: ({ statuses }) => {
        this.latest = statuses;
      },
      log,
      metrics,
    });
  }

  override statuses(): readonly ReactorStatus[] | undefined {
    return this.thread.alive ? this.latest : undefined;
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

  override async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }
}
