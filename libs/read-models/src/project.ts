import type { Clock, EventStore, PersonalData, StoredEvent } from '@kith/application';
import { type Lane, type Plan, type ProjectionStatus, pauseAfter, plan } from './lane';
import { type Opened, openEvents, reasonOf } from './open-events';
import type { Projection, ProjectionName } from './projection';
import { projections as allProjections } from './projections';
import { CheckpointMoved, type ReadDatabase } from './read-database';
import type { Positions } from './read-models';

/** Events that are applied in one transaction at most. */
const pageLimit = 1000;
/** From so many events at a time on the log is busy: then more are waited for, because a commit costs as much as many rows. */
const busyPage = 16;
/** How long is waited then, in milliseconds. */
const gatherMs = 40;

/**
 * Keeps read models up to date: reads the log once for all projections and applies each stretch of it, rows and
 * checkpoints together, in one transaction. A projection that cannot apply an event stops before it and is tried again
 * with growing pauses, while the others go on.
 */
export class Projector {
  private readonly lanes: readonly Lane[];
  private readonly listeners = new Set<(positions: Positions) => void>();
  private readonly timers = new Map<Lane, NodeJS.Timeout>();
  private readonly attempts = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  /** What the lanes in step have read up to. */
  private position = 0n;
  /** Ends when the last transaction that was asked for has ended. */
  private turn: Promise<unknown> = Promise.resolve();
  private displaced: CheckpointMoved | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly personalData: PersonalData,
    private readonly database: ReadDatabase,
    private readonly clock: Clock,
    private readonly projections: readonly Projection[] = allProjections,
  ) {
    this.lanes = projections.map((projection) => ({ projection, position: 0n, state: 'in-step', stop: undefined }));
  }

  /**
   * Works until the signal aborts or {@link stop} is called; resolves when nothing is under way any more.
   * @throws CheckpointMoved when another projector works on the same database: this one has stood back
   */
  async run(signal?: AbortSignal): Promise<void> {
    const stop = () => this.stopping.abort();
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await this.takeUp();
      for (let failures = 0; !this.stopping.signal.aborted; ) {
        const before = this.position;
        await this.follow();
        failures = this.position > before ? 1 : failures + 1;
        await this.pause(pauseAfter(failures));
      }
      if (this.displaced) throw this.displaced;
    } finally {
      stop();
      for (const timer of this.timers.values()) clearTimeout(timer);
      await Promise.all(this.attempts);
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Asks {@link run} to end. */
  stop(): void {
    this.stopping.abort();
  }

  /** Tries a stopped projection again without waiting; resolves when it is in step or has stopped again. */
  async retry(name: ProjectionName): Promise<void> {
    const lane = this.lanes.find(({ projection }) => projection.name === name);
    if (lane?.state === 'stopped') await this.attempt(lane);
  }

  /** Calls back after every step, with the positions of all projections. @returns how to end it */
  onProgress(listener: (positions: Positions) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** How far each projection has come. */
  positions(): Positions {
    return Object.fromEntries(this.lanes.map(({ projection, position }) => [projection.name, position]));
  }

  /** What each projection is doing, and how far behind the log it is. */
  async status(): Promise<readonly ProjectionStatus[]> {
    const head = await this.store.head();
    return Promise.all(
      this.lanes.map(async ({ projection: { name }, state, position, stop }) => {
        const behind = head > position ? head - position : 0n;
        const next = behind > 0n ? (await this.store.readAll({ after: position, limit: 1 })).events[0] : undefined;
        const seconds = next ? Math.max(0, (this.clock.now() - Date.parse(next.metadata.recordedAt)) / 1000) : 0;
        return { name, state, position, stopped: stop, lag: { events: behind, seconds } };
      }),
    );
  }

  private async takeUp(): Promise<void> {
    const checkpoints = await this.database.checkpoints();
    for (const lane of this.lanes) lane.position = checkpoints.get(lane.projection.name) ?? 0n;
    this.position = this.lanes.map(({ position }) => position).reduce((least, position) => (position < least ? position : least));
    this.tellProgress();
  }

  /** Until the log ends, or cannot be read: then it is asked again after a pause. */
  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    try {
      for await (const page of this.store.subscribe({ after: this.position, limit: pageLimit, signal })) {
        const opened = await openEvents(this.personalData, this.projections, page.events);
        await this.exclusively(async () => {
          await this.apply(this.inStep(), opened, page.upTo);
          this.position = page.upTo;
        });
        this.tellProgress();
        if (page.atHead && page.events.length >= busyPage) await this.pause(gatherMs);
        // Reading and applying may never leave the microtask queue: timers and messages want their turn.
        else if (!page.atHead) await new Promise((resolve) => setImmediate(resolve));
      }
    } catch (error) {
      if (error instanceof CheckpointMoved) throw error;
    }
  }

  private inStep(): readonly Lane[] {
    return this.lanes.filter(({ state }) => state === 'in-step');
  }

  /** Applies a stretch of the log to these lanes together; where that fails, to each alone, as far as it goes. */
  private async apply(lanes: readonly Lane[], opened: readonly Opened[], upTo: bigint): Promise<void> {
    const plans = lanes.map((lane) => plan(lane, opened, upTo));
    if (!(await this.commit(plans))) for (const one of plans) if (!(await this.commit([one]))) await this.applySingly(one.lane, opened);
  }

  /** Event by event, so that the one at fault is the one that is named. */
  private async applySingly(lane: Lane, opened: readonly Opened[]): Promise<void> {
    for (const one of opened) {
      if (one.stored.position <= lane.position) continue;
      const single = plan(lane, [one], one.stored.position);
      const error = await this.failureOf([single]);
      if (error !== undefined) return this.halt(lane, one.stored, error);
      this.committed(single);
      if (lane.state === 'stopped') return;
    }
  }

  private async commit(plans: readonly Plan[]): Promise<boolean> {
    if ((await this.failureOf(plans)) !== undefined) return false;
    for (const one of plans) this.committed(one);
    return true;
  }

  /** Undefined when all is committed. */
  private async failureOf(plans: readonly Plan[]): Promise<unknown> {
    const moved = plans.filter(({ move: { from, to } }) => to > from);
    if (moved.length === 0) return undefined;
    try {
      await this.database.apply(
        moved.flatMap(({ lane, statements }) => (statements.length > 0 ? [...statements, ...(lane.projection.settle ?? [])] : [])),
        moved.map(({ move }) => move),
      );
      return undefined;
    } catch (error) {
      if (error instanceof CheckpointMoved) throw this.standBack(error);
      return error;
    }
  }

  private committed({ lane, move, failure }: Plan): void {
    lane.position = move.to;
    if (lane.stop && lane.position >= lane.stop.position) lane.stop = undefined;
    if (failure) this.halt(lane, failure.stored, failure.error);
  }

  private halt(lane: Lane, { position, type, stream }: StoredEvent, error: unknown): void {
    const now = this.clock.now();
    const before = lane.stop?.position === position ? lane.stop : undefined;
    const attempts = (before?.attempts ?? 0) + 1;
    const pause = pauseAfter(attempts);
    lane.state = 'stopped';
    lane.stop = { position, type, stream, reason: reasonOf(error), since: before?.since ?? now, attempts, retryAt: now + pause };
    if (!this.stopping.signal.aborted)
      this.timers.set(
        lane,
        setTimeout(() => void this.attempt(lane), pause),
      );
  }

  private async attempt(lane: Lane): Promise<void> {
    clearTimeout(this.timers.get(lane));
    lane.state = 'catching-up';
    const attempt = this.catchUp(lane);
    this.attempts.add(attempt);
    await attempt;
    this.attempts.delete(attempt);
  }

  /** Reads the log for one lane until it is where the others are; what they have read but not applied yet is opened for all. */
  private async catchUp(lane: Lane): Promise<void> {
    while (lane.state === 'catching-up' && !this.stopping.signal.aborted) {
      try {
        // The event at fault first and alone: it may well fail again.
        const page = await this.store.readAll({ after: lane.position, limit: lane.stop ? 1 : pageLimit });
        const opened = await openEvents(this.personalData, this.projections, page.events);
        await this.exclusively(async () => {
          await this.apply([lane], opened, page.upTo);
          if (lane.state === 'catching-up' && lane.position >= this.position) lane.state = 'in-step';
        });
        this.tellProgress();
        await new Promise((resolve) => setImmediate(resolve));
      } catch (error) {
        if (error instanceof CheckpointMoved) return;
        await this.pause(pauseAfter(1));
      }
    }
  }

  private standBack(error: CheckpointMoved): CheckpointMoved {
    this.displaced = error;
    this.stopping.abort();
    return error;
  }

  /** One transaction after the other: a lane joins the others only between two of theirs. */
  private exclusively(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private tellProgress(): void {
    const positions = this.positions();
    for (const listener of this.listeners) listener(positions);
  }

  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
