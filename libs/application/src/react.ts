import type { DomainEvent, Event, EventMetadata } from '@kith/domain';
import type { Checkpoints } from './checkpoints';
import type { Clock } from './clock';
import { type EventStore, PositionUnknown, type StoredEvent } from './event-store';
import { withoutPersonal } from './personal-data';

/** An event as a reactor sees it: personal fields left out, because what must be done never hangs on them. */
export type Seen<E extends Event> = E & { readonly metadata: EventMetadata; readonly stream: string; readonly position: bigint };

/** Event → commands. It is delivered at least once, in the order of the log. */
export interface Reactor<E extends DomainEvent = DomainEvent> {
  readonly name: string;
  /** Leave an event alone until it is so old: whoever caused it is probably still at work. Milliseconds. */
  readonly graceMs: number;
  readonly on: { readonly [T in E['type']]?: (event: Seen<Extract<E, { type: T }>>) => readonly object[] };
}

/** Where a reactor stands, as readiness and metrics show it. */
export interface ReactorStatus {
  readonly name: string;
  readonly position: bigint;
  /** Set while an event keeps failing: it is tried again, never skipped. */
  readonly stopped?: { readonly position: bigint; readonly type: string; readonly reason: string; readonly attempts: number };
}

const pageSize = 500;
/** A checkpoint is written at most so often: what is reacted to again after a crash was reacted to before. Milliseconds. */
const checkpointEveryMs = 1_000;
/** Whatever was away, work goes on within seconds after it is back. */
const backOffMs = { first: 200, most: 5_000 };

/** Somebody else moved the checkpoint: another process runs the same reactor. */
export class ReactorDisplaced extends Error {
  override readonly name = 'ReactorDisplaced';
  constructor(readonly reactor: string) {
    super(`another process has moved the checkpoint of ${reactor}`);
  }
}

/**
 * Runs one reactor: durable checkpoint, commands through the bus, a failing event tried again with back-off. It may be run
 * again after it ended: each run begins at the checkpoint as it is stored then.
 */
export class ReactorRun {
  private current: ReactorStatus;
  /** Where a move of the checkpoint was to go of which it is not known whether it was made. */
  private unanswered: bigint | undefined;

  constructor(
    private readonly reactor: Reactor,
    private readonly store: EventStore,
    private readonly checkpoints: Checkpoints,
    private readonly clock: Clock,
    private readonly execute: (command: object) => Promise<unknown>,
    private readonly onChange: (status: ReactorStatus) => void = () => undefined,
  ) {
    this.current = { name: reactor.name, position: 0n };
  }

  status(): ReactorStatus {
    return this.current;
  }

  /**
   * Reacts from the checkpoint on until aborted; a store that is away is waited for.
   * @throws ReactorDisplaced when another process moves the checkpoint: this one has stood back
   */
  async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await this.follow(signal, () => {
          failures = 0;
        });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ReactorDisplaced) throw error;
        await sleep(backOff(failures), signal);
      }
    }
  }

  private async follow(signal: AbortSignal, alive: () => void): Promise<void> {
    const { name } = this.reactor;
    let kept = await this.checkpoints.read(name);
    this.moved({ name, position: kept });
    const keep = async (position: bigint) => {
      if (position === kept) return;
      await this.keep(kept, position);
      kept = position;
    };
    const progress = { done: kept };
    try {
      await this.reactFrom(progress, keep, signal, alive);
    } catch (error) {
      if (!(error instanceof PositionUnknown)) throw error;
      // The log was copied here from elsewhere. What was reacted to there is reacted to again: that does nothing twice.
      progress.done = 0n;
    } finally {
      await keep(progress.done);
    }
  }

  /** @param progress how far it has come, also when it throws */
  private async reactFrom(progress: { done: bigint }, keep: (position: bigint) => Promise<void>, signal: AbortSignal, alive: () => void): Promise<void> {
    const { name, on } = this.reactor;
    let keptAt = 0;
    for await (const page of this.store.subscribe({ after: progress.done, limit: pageSize, types: Object.keys(on), signal })) {
      alive();
      for (const event of page.events) {
        await this.untilDone(event, signal);
        if (signal.aborted) return;
        progress.done = event.position;
      }
      if (signal.aborted) return;
      progress.done = page.upTo;
      if (this.clock.now() - keptAt >= checkpointEveryMs) {
        await keep(progress.done);
        keptAt = this.clock.now();
      }
      this.moved({ name, position: progress.done });
    }
  }

  /** @throws ReactorDisplaced */
  private async keep(from: bigint, to: bigint): Promise<void> {
    const { name } = this.reactor;
    const { unanswered } = this;
    this.unanswered = to;
    const moved = await this.checkpoints.move(name, from, to);
    this.unanswered = undefined;
    // A move whose answer was lost has moved it nevertheless.
    if (!moved && (unanswered !== to || (await this.checkpoints.read(name)) !== to)) throw new ReactorDisplaced(name);
  }

  private async untilDone(stored: StoredEvent, signal: AbortSignal): Promise<void> {
    const due = Date.parse(stored.metadata.recordedAt) + this.reactor.graceMs;
    await sleep(due - this.clock.now(), signal);
    for (let attempts = 1; !signal.aborted; attempts++) {
      try {
        for (const command of this.commandsFor(stored)) await this.execute(command);
        return;
      } catch (error) {
        const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown reason';
        this.moved({ ...this.current, stopped: { position: stored.position, type: stored.type, reason, attempts } });
        await sleep(backOff(attempts - 1), signal);
      }
    }
  }

  private commandsFor(stored: StoredEvent): readonly object[] {
    const { stream, position, metadata, type } = stored;
    const react = this.reactor.on[type as DomainEvent['type']] as ((event: Seen<Event>) => readonly object[]) | undefined;
    return react?.({ ...withoutPersonal(stored), metadata, stream, position }) ?? [];
  }

  private moved(status: ReactorStatus): void {
    this.current = status;
    this.onChange(status);
  }
}

const backOff = (failures: number) => Math.min(backOffMs.first * 2 ** failures, backOffMs.most) * (0.5 + Math.random() / 2);

/** Waits so long, or until aborted. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
