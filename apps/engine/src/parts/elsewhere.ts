import type { Leases } from '@kith/application';
import { readModelsVersion } from '@kith/read-models';
import { understood } from './told';

/** Pieces of work that one process alone does at a time. */
export const sharedWork = ['projector', 'reactor', 'webhooks'] as const;
export type SharedWork = (typeof sharedWork)[number];

/** Name of its lease. Read models of two versions lie side by side during an upgrade, and each needs a projector. */
export const leaseOf = (work: SharedWork): string => (work === 'projector' ? `projector/${readModelsVersion}` : work);

/** What the process that does a piece of work last said of it. */
export interface Said<Status> {
  readonly holder: string;
  readonly status: Status;
  /** Milliseconds since it said so. */
  readonly ageMs: number;
}

/** How often it is looked, in milliseconds. */
const lookEveryMs = 1_000;

/** What other processes do on the same data: which of them does what, and how it goes. What was last heard is kept when nobody does it any more. */
export class Elsewhere {
  private readonly heard = new Map<SharedWork, { readonly holder: string; readonly status: object; readonly at: number }>();
  private readonly timer: NodeJS.Timeout;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;
  private busy = false;

  constructor(private readonly leases: Leases) {
    this.timer = setInterval(() => this.look(), lookEveryMs);
    this.look();
  }

  said<Status>(work: SharedWork): Said<Status> | undefined {
    const heard = this.heard.get(work);
    return heard && { holder: heard.holder, status: understood<Status>(heard.status), ageMs: performance.now() - heard.at };
  }

  /** Leaves word for whoever does the work; nobody may. */
  async ask(work: SharedWork, request: string): Promise<void> {
    await this.leases.ask(leaseOf(work), request);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking;
  }

  /** One look after the other: a database that is slow must not be asked more and more. */
  private look(): void {
    if (this.busy) return;
    this.busy = true;
    this.looking = this.lookNow().finally(() => {
      this.busy = false;
    });
  }

  private async lookNow(): Promise<void> {
    for (const work of sharedWork) {
      // A database that is away says nothing about the work: what was heard before only gets older.
      const found = this.stopped ? undefined : await this.leases.find(leaseOf(work)).catch(() => undefined);
      if (found?.status) this.heard.set(work, { holder: found.holder, status: found.status, at: performance.now() - found.ageMs });
    }
  }
}
