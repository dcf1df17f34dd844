import { type AccessEntry, type AccessLog, AccessLogUnavailable } from './access-log';

/** How notes are gathered. Weights count an entry, and each id in it, as one. */
export interface GatheringOptions {
  /** A note is written within so many milliseconds, unless the log cannot be written. */
  readonly everyMs?: number;
  /** What is written in one go, which on an embedded store holds everything else up. */
  readonly atOnce?: number;
  /** What waits to be written; more is not shown to anybody. */
  readonly most?: number;
  /** After a failure it is tried again so many milliseconds later. */
  readonly againMs?: number;
  /** The log cannot be written, and why; undefined once it can again. */
  readonly onTrouble?: (error: Error | undefined) => void;
}

/** Notes on their way to the log of accesses: written together, because one by one they would cost more than what they are about. */
export class AccessNotes {
  private readonly waiting: AccessEntry[] = [];
  private weight = 0;
  private taken = 0;
  private written = 0;
  private writing: Promise<void> | undefined;
  private timer: { readonly handle: NodeJS.Timeout; readonly at: number } | undefined;
  private isTroubled = false;
  private isClosed = false;
  private readonly options: Required<GatheringOptions>;

  constructor(
    private readonly log: AccessLog,
    { everyMs = 250, atOnce = 500, most = 20_000, againMs = 1_000, onTrouble = () => undefined }: GatheringOptions = {},
  ) {
    this.options = { everyMs, atOnce, most, againMs, onTrouble };
  }

  /** Nothing more may be shown until some of what waits is written. */
  get full(): boolean {
    return this.weight >= this.options.most;
  }

  /** Takes it in any case: what was let in while there was room may still be noted. */
  take(entry: AccessEntry): void {
    this.waiting.push(entry);
    this.weight += weightOf(entry);
    this.taken += 1;
    if (!this.isTroubled) this.writeIn(this.weight >= this.options.atOnce ? 0 : this.options.everyMs);
  }

  /** Resolves when all that was taken before is in the log. @throws AccessLogUnavailable */
  async flush(): Promise<void> {
    const upTo = this.taken;
    while (this.written < upTo) await this.write(upTo);
  }

  /** Writes what waits, once more if need be. @returns how many notes could not be written, and are lost */
  async close(): Promise<number> {
    this.isClosed = true;
    clearTimeout(this.timer?.handle);
    await this.flush().catch(() => undefined);
    return this.waiting.length;
  }

  private writeIn(ms: number): void {
    const at = performance.now() + ms;
    if (this.isClosed || (this.timer && this.timer.at <= at)) return;
    clearTimeout(this.timer?.handle);
    const handle = setTimeout(() => {
      this.timer = undefined;
      this.flush().catch(() => this.writeIn(this.options.againMs));
    }, ms);
    // Who stops the engine closes this, which writes what waits.
    handle.unref();
    this.timer = { handle, at };
  }

  /** One at a time; who comes meanwhile waits for that one, and looks again. */
  private write(upTo: number): Promise<void> {
    this.writing ??= this.writeUpTo(upTo).finally(() => {
      this.writing = undefined;
    });
    return this.writing;
  }

  private async writeUpTo(upTo: number): Promise<void> {
    while (this.written < upTo) {
      const batch = this.nextBatch();
      try {
        await this.log.note(batch);
      } catch (error) {
        this.troubled(error as Error);
        throw error instanceof AccessLogUnavailable ? error : new AccessLogUnavailable('the log of accesses could not be written', { cause: error });
      }
      this.waiting.splice(0, batch.length);
      this.written += batch.length;
      for (const entry of batch) this.weight -= weightOf(entry);
      this.troubled(undefined);
    }
  }

  private nextBatch(): readonly AccessEntry[] {
    let [count, weight] = [0, 0];
    for (const entry of this.waiting) {
      weight += weightOf(entry);
      if (count > 0 && weight > this.options.atOnce) break;
      count += 1;
    }
    return this.waiting.slice(0, count);
  }

  private troubled(error: Error | undefined): void {
    if (this.isTroubled === (error !== undefined)) return;
    this.isTroubled = error !== undefined;
    this.options.onTrouble(error);
  }
}

const weightOf = ({ endUserIds, contactPointIds }: AccessEntry): number => 1 + endUserIds.length + contactPointIds.length;
