import { createHash } from 'node:crypto';

/** A digest in the making: SHA-256 over texts, each ended by a line feed. */
export class TextDigest {
  private readonly hash = createHash('sha256');

  add(text: string): void {
    this.hash.update(text).update('\n');
  }

  /** 64 lower-case hex digits; nothing can be added afterwards. */
  end(): string {
    return this.hash.digest('hex');
  }
}
