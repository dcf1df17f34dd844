import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './problems';

/** The most requests that are worked on at once; one more is told to come back. */
const maxInFlight = 2_000;
/** Median delay of the event loop, two looks in a row, that means more work than the engine can do. Milliseconds. */
const maxDelayMs = 500;
const lookMs = 1_000;

/** Decides which requests are let in: none while stopping, and no more than can be answered in time. */
export class Admission {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly look: NodeJS.Timeout;
  private late = false;
  private slowBefore = false;
  private closing = false;
  private whenIdle: (() => void) | undefined;
  private count = 0;

  constructor() {
    this.delay.enable();
    this.look = setInterval(() => {
      const slow = this.delay.percentile(50) / 1e6 > maxDelayMs;
      this.late = slow && this.slowBefore;
      this.slowBefore = slow;
      this.delay.reset();
    }, lookMs);
    this.look.unref();
  }

  /** Requests let in and not answered yet. */
  get inFlight(): number {
    return this.count;
  }

  /** Fastify hook. Routes of health and metrics stay open, because that is when they are needed. */
  readonly enter = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const why = this.whyNot(request);
    if (!why) {
      this.count++;
      // `close` comes also when the client goes away before its answer, which Fastify's own hook after the answer does not see.
      reply.raw.on('close', this.leave);
    } else if (this.closing) void reply.header('connection', 'close');
    done(why);
  };

  /** Lets nobody in any more; resolves when all are answered, or when the time is up. */
  async close(withinMs: number): Promise<void> {
    this.closing = true;
    clearInterval(this.look);
    this.delay.disable();
    if (this.count === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.whenIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private whyNot({ route }: FastifyRequest): HttpProblem | undefined {
    if (this.closing) return new HttpProblem('stopping', 'The engine is stopping: send the request again, to another instance or when this one is back.');
    if (route.alwaysOpen) return undefined;
    if (this.count >= maxInFlight) return new HttpProblem('overloaded', `More than ${maxInFlight} requests are being worked on; try again.`);
    return this.late ? new HttpProblem('overloaded') : undefined;
  }

  private readonly leave = (): void => {
    this.count--;
    if (this.count === 0) this.whenIdle?.();
  };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered also under overload. */
    alwaysOpen?: boolean;
  }
}
