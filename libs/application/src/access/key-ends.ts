/** The longest that a timer can wait, in milliseconds (2^31 - 1): later ends are waited for in steps. */
const longestTimer = 2_147_483_647;

/** How often it is looked whether another process has revoked a key that somebody waits on, in milliseconds. */
const lookEveryMs = 2_000;

/** Who is told when a key ends: by revocation, in this process or another one, or by its expiry. */
export class KeyEnds {
  private readonly waiting = new Map<string, Set<() => void>>();
  /** Revoked here. Who was let in before may ask to be told only after. */
  private readonly gone = new Set<string>();
  private looking: NodeJS.Timeout | undefined;

  /** @param isRevoked asks the log; what it throws is no revocation */
  constructor(private readonly isRevoked: (keyId: string) => Promise<boolean>) {}

  /**
   * Calls back once, when the key is revoked or has expired; before it returns when that has happened. @returns how to end waiting
   * @param remainingMs how long the key still is valid, asked anew at each look; infinity for one that does not expire
   */
  when(keyId: string, remainingMs: () => number, ended: () => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    const forget = () => {
      clearTimeout(timer);
      const others = this.waiting.get(keyId);
      others?.delete(end);
      if (others?.size === 0) this.waiting.delete(keyId);
    };
    const end = () => {
      forget();
      ended();
    };
    const look = () => {
      const left = remainingMs();
      if (left <= 0 || this.gone.has(keyId)) end();
      else if (left !== Number.POSITIVE_INFINITY) timer = setTimeout(look, Math.min(left, longestTimer)).unref();
    };
    this.waiting.set(keyId, (this.waiting.get(keyId) ?? new Set()).add(end));
    look();
    this.lookLater();
    return forget;
  }

  revoked(keyId: string): void {
    this.gone.add(keyId);
    for (const end of [...(this.waiting.get(keyId) ?? [])]) end();
  }

  /** One timer for all keys, and none while nobody waits. */
  private lookLater(): void {
    if (this.waiting.size > 0) this.looking ??= setTimeout(() => void this.lookNow(), lookEveryMs).unref();
  }

  private async lookNow(): Promise<void> {
    for (const keyId of [...this.waiting.keys()]) if (await this.isRevoked(keyId).catch(() => false)) this.revoked(keyId);
    this.looking = undefined;
    this.lookLater();
  }
}
