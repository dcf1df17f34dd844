import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './problems';
import { RouteLoad } from './route-load';

/** The most requests that are worked on at once; one more is told to come back. */
const maxInFlight = 2_000;
/** Median delay of the event loop, two looks in a row, that means more work than the engine can do. Milliseconds. */
const maxDelayMs = 500;
const lookMs = 1_000;

/** A route's load, and what is called when a request of it ends. */
interface Door {
  readonly load: RouteLoad;
  readonly leave: () => void;
}

/** Decides which requests are let in: none while stopping, and no more than can be answered in time. */
export class Admission {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly timer: NodeJS.Timeout;
  private readonly doors: Door[] = [];
  /** What matches no route has no route to keep its load. */
  private readonly nowhere = this.newDoor();
  private late = false;
  private slowBefore = false;
  private readonly stopping = new AbortController();
  private whenIdle: (() => void) | undefined;
  private count = 0;
  private streams = 0;
  private refused = 0;
  private lookedAt = performance.now();

  /** @param tell is told once a second how many were turned away, if any: a line of the log for each would be more work still */
  constructor(private readonly tell: (refused: number) => void = () => {}) {
    this.delay.enable();
    this.timer = setInterval(() => this.look(), lookMs);
    this.timer.unref();
  }

  /** Requests let in and not answered yet; streams that stay open are not among them. */
  get inFlight(): number {
    return this.count;
  }

  /** Aborts when nobody is let in any more: what would stay open for ever must end itself. */
  get closing(): AbortSignal {
    return this.stopping.signal;
  }

  /** Fastify hook. Routes of health and metrics stay open, because that is when they are needed. */
  readonly enter = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const door = this.doorOf(request);
    const why = this.whyNot(request, door.load);
    if (!why) {
      this.count++;
      // `close` comes also when the client goes away before its answer, which Fastify's own hook after the answer does not see.
      reply.raw.on('close', door.leave);
    } else {
      request.turnedAway = true;
      if (this.closing.aborted) void reply.header('connection', 'close');
    }
    done(why);
  };

  /** The answer is a stream that its client may read for days: it takes none of the places of requests. */
  staysOpen(reply: FastifyReply): void {
    const door = this.doorOf(reply.request);
    reply.raw.off('close', door.leave);
    this.count--;
    door.load.leave();
    this.streams++;
    reply.raw.on('close', () => {
      this.streams--;
      this.tellIdle();
    });
  }

  /** Lets nobody in any more; resolves when all are answered, or when the time is up. */
  async close(withinMs: number): Promise<void> {
    this.stopping.abort();
    clearInterval(this.timer);
    this.delay.disable();
    if (this.count + this.streams === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.whenIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private whyNot({ route }: FastifyRequest, load: RouteLoad): HttpProblem | undefined {
    if (this.closing.aborted)
      return new HttpProblem('stopping', 'The engine is stopping: send the request again, to another instance or when this one is back.');
    if (!route.alwaysOpen && this.count >= maxInFlight) return this.overloaded(`More than ${maxInFlight} requests are being worked on; try again.`);
    if (!route.alwaysOpen && this.late) return this.overloaded();
    if (!load.enter(route.alwaysOpen)) return this.overloaded('More requests of this kind are waiting than can be answered in time; try again.');
    return undefined;
  }

  private overloaded(detail?: string): HttpProblem {
    this.refused++;
    return new HttpProblem('overloaded', detail);
  }

  private doorOf({ route, is404 }: FastifyRequest): Door {
    if (is404) return this.nowhere;
    route.door ??= this.newDoor();
    return route.door;
  }

  private newDoor(): Door {
    const load = new RouteLoad();
    const leave = () => {
      load.leave();
      this.count--;
      this.tellIdle();
    };
    const door = { load, leave };
    this.doors.push(door);
    return door;
  }

  private look(): void {
    const slow = this.delay.percentile(50) / 1e6 > maxDelayMs;
    this.late = slow && this.slowBefore;
    this.slowBefore = slow;
    this.delay.reset();
    const now = performance.now();
    for (const { load } of this.doors) load.look(now - this.lookedAt);
    this.lookedAt = now;
    if (this.refused > 0) this.tell(this.refused);
    this.refused = 0;
  }

  private tellIdle(): void {
    if (this.count + this.streams === 0) this.whenIdle?.();
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered also under overload. */
    alwaysOpen?: boolean;
    /** How many are inside; made with the first request. */
    door?: Door;
  }
  interface FastifyRequest {
    /** It was not let in. */
    turnedAway?: boolean;
  }
}
