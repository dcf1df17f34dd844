import { type LeaseHolder, Leases } from '@kith/application';

interface Held {
  readonly holder: string;
  /** By `performance.now()`, as `saidAt`. */
  readonly until: number;
  readonly status: string;
  readonly saidAt: number;
}

/** Leases among whatever runs in one process, which is the only one there is: they end with it. */
export class SoleLeases extends Leases {
  private readonly held = new Map<string, Held>();
  private readonly requests = new Map<string, string[]>();

  override async hold(name: string, holder: string, forMs: number, status: object | null): Promise<readonly string[] | undefined> {
    const held = this.current(name);
    if (held && held.holder !== holder) return undefined;
    const now = performance.now();
    this.held.set(name, { holder, until: now + forMs, status: JSON.stringify(status), saidAt: now });
    const asked = this.requests.get(name) ?? [];
    this.requests.delete(name);
    return asked;
  }

  override async release(name: string, holder: string): Promise<void> {
    if (this.held.get(name)?.holder === holder) this.held.delete(name);
  }

  override async find(name: string): Promise<LeaseHolder | undefined> {
    const held = this.current(name);
    return held && { holder: held.holder, status: JSON.parse(held.status) as object | null, ageMs: performance.now() - held.saidAt };
  }

  override async ask(name: string, request: string): Promise<boolean> {
    if (!this.current(name)) return false;
    this.requests.set(name, [...(this.requests.get(name) ?? []), request]);
    return true;
  }

  override async close(): Promise<void> {}

  private current(name: string): Held | undefined {
    const held = this.held.get(name);
    return held && held.until > performance.now() ? held : undefined;
  }
}
