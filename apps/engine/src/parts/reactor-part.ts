import { MemoryCheckpoints } from '@kith/adapters';
import {
  certifyErasures,
  completeOrganization,
  completeProfile,
  eraseWithoutContact,
  finishErasure,
  finishLinks,
  joinByDomain,
  type Reactor,
  ReactorRun,
  type ReactorStatus,
  releaseDeleted,
  restorePoints,
  SystemClock,
  sweepMemberships,
} from '@kith/application';
import { CommandBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import type { Elsewhere } from './elsewhere';
import type { Opened } from './opened';
import type { SharedPlaces } from './places';
import { ReactorPart, type WorkStatus } from './running-parts';
import { type Swap, type Swapped, ThreadSwaps } from './thread-swaps';
import { type FromWork, WorkInThread } from './work-in-thread';

/** Every reactor of the engine. */
export const reactors: readonly Reactor[] = [
  completeProfile as Reactor,
  releaseDeleted as Reactor,
  restorePoints as Reactor,
  finishLinks as Reactor,
  finishErasure as Reactor,
  certifyErasures as Reactor,
  completeOrganization as Reactor,
  joinByDomain as Reactor,
  sweepMemberships as Reactor,
  eraseWithoutContact as Reactor,
];

/** What the thread of the reactors tells, whenever one has got further or an event fails, and when it uses the database it was told to. */
export type FromReactor = FromWork<readonly ReactorStatus[]> | Swapped;

/** What it is told. */
export type ToReactor = Swap | { readonly kind: 'stop' };

/** Runs the reactors in a thread of their own; in this one when the data is in this thread's memory. */
export function startReactors(opened: Opened, commands: CommandBus, elsewhere: Elsewhere, log: Logger, metrics: Metrics): ReactorPart {
  return opened.shared ? new ReactorThread(opened.shared, elsewhere, log, metrics) : new ReactorsHere(opened, commands);
}

class ReactorThread extends ReactorPart {
  private readonly thread: WorkInThread<readonly ReactorStatus[], Swapped>;
  private readonly swaps = new ThreadSwaps((message) => this.thread.send(message));

  constructor(shared: SharedPlaces, elsewhere: Elsewhere, log: Logger, metrics: Metrics) {
    super();
    this.thread = new WorkInThread({
      name: 'reactor',
      file: 'reactor.worker',
      shared,
      elsewhere,
      onMessage: (message) => this.swaps.heard(message),
      log,
      metrics,
    });
  }

  override work(): WorkStatus<readonly ReactorStatus[]> {
    return this.thread.work();
  }

  override swap(name: string): Promise<void> {
    return this.swaps.to(name);
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

  override work(): WorkStatus<readonly ReactorStatus[]> {
    return { standing: 'working', status: this.runs.map((run) => run.status()), ageMs: 0 };
  }

  override async swap(): Promise<void> {
    // It reads through the handle of this thread.
  }

  override async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }
}
