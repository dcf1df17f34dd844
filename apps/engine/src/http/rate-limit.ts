import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './problems';

/** How many keys are looked after before those at rest are forgotten. */
const maxKept = 10_000;

/** What a key may still send at once, and when that was so. */
interface Bucket {
  tokens: number;
  /** Milliseconds, of a clock that never goes back. */
  at: number;
}

/**
 * How many requests each key may send (token bucket): so many a second, and a second's worth at once after a rest.
 * Counts requests, not what is in them: a stream of any length is one.
 */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** @param perSecond 1 or more */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Fastify hook, after the one that finds out who calls. Public routes, those of health and metrics among them, are open. */
  readonly enter = (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    done(request.caller === undefined || this.takes(request.caller.keyId) ? undefined : this.refusal());
  };

  /** Whether the key may send one more now; that one is counted then. */
  takes(keyId: string): boolean {
    const now = this.now();
    const bucket = this.buckets.get(keyId) ?? this.full(keyId, now);
    bucket.tokens = Math.min(this.perSecond, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  private full(keyId: string, now: number): Bucket {
    // A bucket that has rested for a second is full, and so is a new one.
    if (this.buckets.size >= maxKept) for (const [id, { at }] of this.buckets) if (now - at >= 1000) this.buckets.delete(id);
    const bucket = { tokens: this.perSecond, at: now };
    this.buckets.set(keyId, bucket);
    return bucket;
  }

  /** With the headers of draft-ietf-httpapi-ratelimit-headers-10; there is something to spend again within a second. */
  private refusal(): HttpProblem {
    const headers = { 'retry-after': '1', 'ratelimit-policy': `"key";q=${this.perSecond};w=1`, ratelimit: '"key";r=0;t=1' };
    return new HttpProblem(
      'rate-limited',
      `A key may send ${this.perSecond} requests a second: send less at a time, or many items as one stream.`,
      {},
      headers,
    );
  }
}
