import { type Clock, type EventStore, type PersonalData, PositionUnknown } from '@kith/application';
import { type Lag, LagMeter } from './lag';
import { type Lane, type Plan, type ProjectionStatus, pauseAfter, plan, type Stop } from './lane';
import { type Opened, openEvents, reasonOf } from './open-events';
import { type Projection, type ProjectionName, settlingOf } from './projection';
import { projections as allProjections } from './projections';
import { CheckpointMoved, type ReadDatabase } from './read-database';
import { type Positions, ReadModelsUnavailable } from './read-models';

/** Events that are applied in one transaction at most: of a log that it is behind, a commit writes the same pages of a file for 4,000 as for 1,000. */
const pageLimit = 4000;
/** From so many events at a time on the log is busy: then more are waited for, because a commit costs as much as many rows. */
const busyPage = 16;
/** How long is waited then, in milliseconds. */
const gatherMs = 40;
/** What an operator is told of rows that were made from a log which this one was copied from. */
const otherLog = 'these read models were made from another log: npm run rebuild makes new ones';

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
  /** Whether {@link position} and those of the lanes in step are known to be what the database says. */
  private takenUp = false;
  private known = false;
  /** Ends when the last transaction that was asked for has ended. */
  private turn: Promise<unknown> = Promise.resolve();
  /** What it cannot go on after. */
  private broken: Error | undefined;
  private readonly meter: LagMeter;
  private lags: ReadonlyMap<bigint, Lag> = new Map();

  constructor(
    private readonly store: EventStore,
    private readonly personalData: PersonalData,
    private readonly database: ReadDatabase,
    private readonly clock: Clock,
    private readonly projections: readonly Projection[] = allProjections,
  ) {
    this.lanes = projections.map((projection) => ({ projection, position: 0n, state: 'in-step', stop: undefined }));
    this.meter = new LagMeter(store, clock);
  }

  /**
   * Works until the signal aborts or {@link stop} is called; resolves when nothing is under way any more.
   * @throws CheckpointMoved when another projector works on the same database: this one has stood back. What the database
   * cannot say of its checkpoints ends it too; a log or a database that is away is waited for.
   */
  async run(signal?: AbortSignal): Promise<void> {
    const stop = () => this.stopping.abort();
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      for (let failures = 0; !this.stopping.signal.aborted; ) {
        const before = this.position;
        await this.follow();
        failures = this.position > before ? 1 : failures + 1;
        await this.pause(pauseAfter(failures));
      }
      if (this.broken) throw this.broken;
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

  /** False until the database has said where the projections are; until then {@link positions} are all 0. */
  get knowsPositions(): boolean {
    return this.known;
  }

  /** How far each projection has come. */
  positions(): Positions {
    return Object.fromEntries(this.lanes.map(({ projection, position }) => [projection.name, position]));
  }

  /** What each projection is doing, and how far behind the log it is: as measured last, while the log cannot be read. */
  async status(): Promise<readonly ProjectionStatus[]> {
    this.lags = await this.meter.measure(this.lanes.map(({ position }) => position)).catch(() => this.lags);
    return this.lanes.map(({ projection: { name }, state, position, stop }) => {
      return { name, state, position, stopped: stop, lag: this.lags.get(position) ?? { events: 0n, seconds: 0 } };
    });
  }

  /** Takes the lanes in step to where the database says they are. Those that were made from another log stand still. */
  private async takeUp(): Promise<void> {
    const begin = await this.store.begin();
    await this.exclusively(async () => {
      const checkpoints = await this.checkpoints();
      for (const lane of this.inStep()) {
        lane.position = checkpoints.get(lane.projection.name) ?? 0n;
        if (lane.position > 0n && lane.position <= begin) this.halt(lane, standstill(lane), otherLog);
      }
      const positions = this.inStep().map(({ position }) => position);
      this.known = true;
      this.takenUp = positions.length > 0;
      if (this.takenUp) this.position = positions.reduce((least, position) => (position < least ? position : least));
    });
    this.tellProgress();
  }

  private async checkpoints(): Promise<ReadonlyMap<ProjectionName, bigint>> {
    try {
      return await this.database.checkpoints();
    } catch (error) {
      throw error instanceof ReadModelsUnavailable ? error : this.giveUp(error);
    }
  }

  /** Until the log ends, or it or the database cannot be used: then it is asked again after a pause. */
  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    try {
      if (!this.takenUp) await this.takeUp();
      if (!this.takenUp) return;
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
      // Whether the last transaction was stored is not known, or the log is another one now.
      if (error instanceof ReadModelsUnavailable || error instanceof PositionUnknown) this.takenUp = false;
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
      if (error !== undefined) return this.halt(lane, one.stored, reasonOf(error));
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
        moved.flatMap(({ lane, statements }) => [...statements, ...settlingOf(lane.projection, statements)]),
        moved.map(({ move }) => move),
      );
      return undefined;
    } catch (error) {
      if (error instanceof CheckpointMoved) throw this.giveUp(error);
      if (error instanceof ReadModelsUnavailable) throw error;
      return error;
    }
  }

  private committed({ lane, move, failure }: Plan): void {
    lane.position = move.to;
    if (lane.stop && lane.position >= lane.stop.position) lane.stop = undefined;
    if (failure) this.halt(lane, failure.stored, reasonOf(failure.error));
  }

  private halt(lane: Lane, { position, type, stream }: Pick<Stop, 'position' | 'type' | 'stream'>, reason: string): void {
    const now = this.clock.now();
    const before = lane.stop?.position === position ? lane.stop : undefined;
    const attempts = (before?.attempts ?? 0) + 1;
    const pause = pauseAfter(attempts);
    lane.state = 'stopped';
    lane.stop = { position, type, stream, reason, since: before?.since ?? now, attempts, retryAt: now + pause };
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
        if (this.stopping.signal.aborted) return;
        if (error instanceof PositionUnknown) return this.halt(lane, standstill(lane), otherLog);
        await this.pause(pauseAfter(1));
      }
    }
  }

  private giveUp(error: unknown): Error {
    this.broken ??= error instanceof Error ? error : new Error(reasonOf(error));
    this.stopping.abort();
    return this.broken;
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

const standstill = ({ position }: Lane) => ({ position, type: '', stream: '' });
