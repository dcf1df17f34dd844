/** The longest that a timer can wait, in milliseconds (2^31 - 1): later ends are waited for in steps. */
const longestTimer = 2_147_483_647;

/** Who is told when a key ends: by revocation in this process, or by its expiry. */
export class KeyEnds {
  private readonly waiting = new Map<string, Set<() => void>>();
  /** Revoked here. Who was let in before may ask to be told only after. */
  private readonly gone = new Set<string>();

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
    return forget;
  }

  revoked(keyId: string): void {
    this.gone.add(keyId);
    for (const end of [...(this.waiting.get(keyId) ?? [])]) end();
  }
}
