import { hash } from 'node:crypto';

/** How long a key that was looked up is believed, in milliseconds. */
const believedMs = 1_000;
/** Distinct presented keys remembered at once, right or wrong. */
const maxRemembered = 10_000;

/** What was found. */
interface Remembered<Found> {
  readonly found: Found | undefined;
  readonly until: number;
}

/**
 * Who presented keys a moment ago, so that not every request looks it up. Keys are kept as hashes. What was found out before
 * {@link forget} is never remembered after it: a look-up that was under way when a key was revoked may have seen it valid.
 */
export class RememberedCallers<Found> {
  private readonly known = new Map<string, Remembered<Found>>();
  private era = 0;

  /** To be asked before looking up, and handed to {@link remember} with what came of it. */
  get now(): number {
    return this.era;
  }

  /** @param time milliseconds since 1970 UTC */
  recall(presented: string, time: number): { readonly found: Found | undefined } | undefined {
    const known = this.known.get(hash('sha256', presented));
    return known && known.until > time ? known : undefined;
  }

  /** @param expiresAt when what was found ends of itself, in milliseconds since 1970 UTC: believed until then at most */
  remember(
    presented: string,
    found: Found | undefined,
    { era, time, expiresAt = Number.POSITIVE_INFINITY }: { era: number; time: number; expiresAt?: number },
  ): void {
    if (era !== this.era) return;
    if (this.known.size >= maxRemembered) this.known.clear();
    this.known.set(hash('sha256', presented), { found, until: Math.min(time + believedMs, expiresAt) });
  }

  forget(): void {
    this.era += 1;
    this.known.clear();
  }
}
