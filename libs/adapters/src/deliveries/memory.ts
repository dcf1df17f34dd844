import {
  type AttemptsPage,
  type DeadLetter,
  Deliveries,
  type DeliveryAttempt,
  type DeliveryStanding,
  type DeliveryStep,
  maxAttemptsKept,
  type PendingDelivery,
  type ReplayCommand,
} from '@kith/application';

/** All about one webhook. */
class Known {
  reached: bigint | undefined;
  readonly pending = new Map<bigint, PendingDelivery>();
  readonly dead = new Map<bigint, DeadLetter>();
  /** The newest tries, each with its number. */
  attempts: { readonly no: number; readonly attempt: DeliveryAttempt }[] = [];
  lastSuccessAt: number | null = null;
  lastFailure: DeliveryStanding['lastFailure'] = null;
  readonly replays = new Map<string, { readonly payload: string; readonly replayed: number }>();
}

const byPosition = (one: { position: bigint }, other: { position: bigint }): number => (one.position < other.position ? -1 : 1);

/** Deliveries that end with their process, as its log does. */
export class MemoryDeliveries extends Deliveries {
  private readonly known = new Map<string, Known>();
  private lastNo = 0;

  override async webhooks(): Promise<readonly string[]> {
    return [...this.known.keys()];
  }

  override async standing(webhookId: string): Promise<DeliveryStanding> {
    const { reached, pending, dead, lastSuccessAt, lastFailure } = this.known.get(webhookId) ?? new Known();
    return { reached, pending: pending.size, deadLetters: dead.size, lastSuccessAt, lastFailure };
  }

  override async pending(webhookId: string): Promise<readonly PendingDelivery[]> {
    return [...(this.known.get(webhookId)?.pending.values() ?? [])].sort(byPosition);
  }

  override async deadLetters(webhookId: string, { after, limit }: { after: bigint; limit: number }): Promise<readonly DeadLetter[]> {
    const all = [...(this.known.get(webhookId)?.dead.values() ?? [])].filter(({ position }) => position > after);
    return all.sort(byPosition).slice(0, limit);
  }

  override async attempts(webhookId: string, { before = Number.POSITIVE_INFINITY, limit }: { before?: number; limit: number }): Promise<AttemptsPage> {
    const older = (this.known.get(webhookId)?.attempts ?? []).filter(({ no }) => no < before).reverse();
    const shown = older.slice(0, limit);
    return { attempts: shown.map(({ attempt }) => attempt), next: older.length > limit ? (shown.at(-1)?.no ?? null) : null };
  }

  override async step(webhookId: string, { reached, rewindTo, put = [], drop = [], bury = [], attempts = [] }: DeliveryStep): Promise<void> {
    const known = this.of(webhookId);
    if (rewindTo !== undefined) known.reached = rewindTo;
    if (reached !== undefined && reached > (known.reached ?? -1n)) known.reached = reached;
    for (const position of drop) known.pending.delete(position);
    for (const one of put) known.pending.set(one.position, one);
    for (const letter of bury) {
      known.pending.delete(letter.position);
      known.dead.set(letter.position, letter);
    }
    for (const attempt of attempts) {
      known.attempts.push({ no: ++this.lastNo, attempt });
      const { at, statusCode, error, outcome } = attempt;
      if (outcome === 'delivered') known.lastSuccessAt = at;
      else known.lastFailure = { at, statusCode, error };
    }
    known.attempts = known.attempts.slice(-maxAttemptsKept);
  }

  override async replay(webhookId: string, which: bigint | 'all', now: number, { commandId, payload }: ReplayCommand): Promise<number | undefined> {
    const known = this.of(webhookId);
    const before = known.replays.get(commandId);
    if (before) return before.payload === payload ? before.replayed : undefined;
    const again = [...known.dead.values()].filter(({ position }) => which === 'all' || position === which);
    for (const { position, eventId, type, lane, recordedAt } of again) {
      known.dead.delete(position);
      known.pending.set(position, { position, eventId, type, lane, attempts: 0, nextAt: now, recordedAt, replay: true });
    }
    if (again.length > 0) known.replays.set(commandId, { payload, replayed: again.length });
    return again.length;
  }

  override async forget(webhookId: string): Promise<void> {
    this.known.delete(webhookId);
  }

  override async close(): Promise<void> {}

  private of(webhookId: string): Known {
    const known = this.known.get(webhookId) ?? new Known();
    this.known.set(webhookId, known);
    return known;
  }
}
