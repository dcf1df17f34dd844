/** How long an answer may take before what waits on its route counts as a queue. Milliseconds. */
const longMs = 1_000;
/** So many requests of a route are always let in together, however slow it is. */
const leastLimit = 250;

/**
 * How many requests of one route are let in together. As many as come, until more than half of its answers take long: then
 * only as many as were lately answered in that time (Little's law), so that what is let in waits no longer than that. The
 * limit goes once far fewer are inside. Each route by itself: a disk that writes slowly must not keep lookups out.
 */
export class RouteLoad {
  private count = 0;
  private quick = 0;
  private slow = 0;
  private limit = Number.POSITIVE_INFINITY;

  /** Lets one in, unless there are enough inside. @param always lets it in however many there are */
  enter(always = false): boolean {
    if (!always && this.count >= this.limit) return false;
    this.count++;
    return true;
  }

  leave(): void {
    this.count--;
  }

  /** One that was let in was answered well after so many milliseconds. */
  answered(milliseconds: number): void {
    if (milliseconds > longMs) this.slow++;
    else this.quick++;
  }

  /** To be called regularly. @param sinceMs milliseconds since it was called before */
  look(sinceMs: number): void {
    const answers = this.quick + this.slow;
    if (this.slow > this.quick) this.limit = Math.max(leastLimit, (answers / sinceMs) * longMs);
    else if (answers > 0 && this.count < this.limit / 2) this.limit = Number.POSITIVE_INFINITY;
    this.quick = 0;
    this.slow = 0;
  }
}
