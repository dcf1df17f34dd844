import { RecentlyUsed } from '@kith/application';
import { headBudgetMs, type ServerReader } from './eventstoredb-reader';
import type { ServerEvent } from './eventstoredb-requests';

/** Streams whose end is known. */
const mostStreams = 50_000;
/** When more was appended since the last look, asking the streams themselves costs less. */
const mostNew = 2_000;

/**
 * Where streams end. Whoever has read a stream to its end and asks what came after it is mostly told that nothing did; for that the
 * stream need not be read: one look at the end of the log tells it of all streams, and of all who ask at the same time. A look begins
 * after it was asked for, so an answer is never older than its question.
 */
export class Tails {
  private readonly ends = new RecentlyUsed<{ revision: number }>(mostStreams);
  /** Whatever was committed up to here is in the ends that are known; undefined while none is. */
  private upTo: bigint | undefined;
  private newest = 0n;
  private current: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(private readonly reader: ServerReader) {}

  /** The server's position of the last event of all. */
  async head(): Promise<bigint> {
    await this.look();
    return this.newest;
  }

  /** Whether nothing comes after the revision; false when the stream has to be asked. */
  async endsAt(stream: string, revision: number): Promise<boolean> {
    if (this.ends.get(stream)?.revision !== revision) return false;
    try {
      await this.look();
    } catch {
      return false;
    }
    return this.ends.get(stream)?.revision === revision;
  }

  /** Reads the stream from a revision to its end, which is known from then on. */
  async reading(stream: string, from: number, read: () => Promise<readonly ServerEvent[]>): Promise<readonly ServerEvent[]> {
    if (this.upTo === undefined) await this.look().catch(() => undefined);
    if (this.upTo === undefined) return read();
    // Known before it is read: what is appended meanwhile is seen by a look, or by this reading.
    const end = this.ends.get(stream) ?? { revision: -1 };
    this.ends.set(stream, end);
    try {
      const events = await read();
      end.revision = Math.max(end.revision, events.at(-1)?.revision ?? from - 1);
      return events;
    } catch (error) {
      this.ends.delete(stream);
      throw error;
    }
  }

  /** Resolves when a look that began after this call has ended: whoever asks while one is under way shares the next. */
  private look(): Promise<void> {
    this.next ??= this.current
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        this.current = this.lookNow();
        return this.current;
      });
    return this.next;
  }

  private async lookNow(): Promise<void> {
    const head = (await this.reader.last(headBudgetMs))?.position ?? 0n;
    this.newest = head;
    if (this.upTo === undefined) this.upTo = head;
    else if (head > this.upTo) await this.catchUp(this.upTo);
  }

  private async catchUp(after: bigint): Promise<void> {
    const take = ({ stream, revision }: ServerEvent) => {
      const end = this.ends.get(stream);
      if (end && revision > end.revision) end.revision = revision;
      return true;
    };
    const { upTo, atHead } = await this.reader.scan({ after, limit: mostNew, take });
    if (atHead) this.upTo = upTo;
    else {
      this.ends.clear();
      this.upTo = undefined;
    }
  }
}
