import type { Connection } from './eventstoredb-connection';
import { Failure } from './eventstoredb-failure';
import type { ServerReader } from './eventstoredb-reader';
import { eventOf, liveRequest } from './eventstoredb-requests';
import { backOff } from './eventstoredb-retrying';

/** What is committed is told at once; looking anyway after so many milliseconds needs no trust in that. */
const safetyPollMs = 1000;
const longestPauseMs = 1000;

/** Wakes those who wait for something new, by one subscription for all of them, as long as anybody follows. */
export class Live {
  private readonly waiting = new Set<{ readonly after: bigint; wake(): void }>();
  private followers = 0;
  private stop: AbortController | undefined;
  private newest = 0n;
  private waking = false;

  constructor(
    private readonly connection: Connection,
    private readonly reader: ServerReader,
    private readonly onResubscribed: () => void,
  ) {}

  /** Somebody follows, until what is returned is called. */
  join(): () => void {
    this.followers += 1;
    if (!this.stop) {
      this.stop = new AbortController();
      void this.listen(this.stop.signal);
    }
    return () => {
      this.followers -= 1;
      if (this.followers === 0) this.end();
    };
  }

  /** Resolves when something may lie after the server's position, and at the latest after a second. */
  moreThan(after: bigint, signal: AbortSignal): Promise<void> {
    if (this.newest > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(poll);
        this.waiting.delete(entry);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const entry = { after, wake };
      const poll = setTimeout(wake, safetyPollMs);
      this.waiting.add(entry);
      signal.addEventListener('abort', wake);
    });
  }

  /** Something was committed there. */
  saw(position: bigint): void {
    if (position <= this.newest) return;
    this.newest = position;
    if (this.waking || this.waiting.size === 0) return;
    this.waking = true;
    // One page for all that came in this turn.
    setImmediate(() => {
      this.waking = false;
      for (const { after, wake } of [...this.waiting]) if (this.newest > after) wake();
    });
  }

  /** Wakes everybody and listens no more. */
  end(): void {
    this.stop?.abort();
    this.stop = undefined;
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const { wake } of [...this.waiting]) wake();
  }

  /** One subscription after the other: none of them ever resumes by itself. */
  private async listen(signal: AbortSignal): Promise<void> {
    for (let tries = 0; !signal.aborted; tries += 1) {
      if (tries > 0) await backOff(tries - 1, longestPauseMs, signal);
      try {
        await this.connection.read(liveRequest(this.reader.filter), {
          signal,
          take: (message) => {
            if (message.hasConfirmation()) {
              if (tries > 0) this.onResubscribed();
              tries = 0;
              // What was committed before it began is not told.
              this.wakeAll();
            }
            const event = eventOf(message);
            if (event) {
              this.reader.saw(event.position);
              this.saw(event.position);
            }
            return true;
          },
        });
      } catch (error) {
        if (error instanceof Failure && error.kind === 'closed') return;
      }
    }
  }
}
