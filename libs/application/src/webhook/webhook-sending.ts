import type { Clock } from '../clock';
import type { EventStore } from '../event-store';
import type { EventFeed } from '../feed/event-feed';
import type { FedEvent } from '../feed/fed-event';
import { nextTry } from './back-off';
import { cloudEvent } from './cloud-event';
import type { Deliveries, DeliveryOutcome, PendingDelivery } from './deliveries';
import { DeliveryJournal } from './delivery-journal';
import { type Delivery, DeliveryLanes } from './delivery-lanes';
import type { Timers } from './timers';
import { type RegisteredWebhook, secretsAt } from './webhook-registry';
import { isDelivered, type WebhookAnswer, type WebhookSender } from './webhook-sender';

/** What sending stands on. */
export interface WebhookSendingParts {
  readonly store: EventStore;
  readonly feed: EventFeed;
  readonly deliveries: Deliveries;
  readonly sender: WebhookSender;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly backOffMs: readonly number[];
  /** From 0 to 1, for the spread of the back-off. */
  readonly chance: () => number;
  /** The receiver says that it is gone for good; `eventId` is what it was sent. */
  readonly onGone: (webhook: RegisteredWebhook, eventId: string) => void;
  readonly onTried: (outcome: DeliveryOutcome) => void;
  /** As it is now. */
  readonly webhook: () => RegisteredWebhook;
  /** Everything up to here was handed over. */
  readonly readTo: () => bigint;
  /** There may be room for more. */
  readonly onMove: () => void;
  /** Something of the engine's own does not work; undefined when it does again. */
  readonly onTrouble: (trouble: string | undefined) => void;
}

/** Requests to one receiver at once. */
const maxSending = 8;
/** Events in hand that are neither delivered nor kept. */
const maxFresh = 256;
/** Events kept as pending; with more, reading waits. */
export const maxPending = 10_000;
/** What was delivered is durable within this time, and how far reading is when nothing else happens. Milliseconds. */
const [writeWithinMs, idleWriteWithinMs] = [50, 2_000];
/** Pause after an error of the engine's own: log, vault or disk are away. Milliseconds. */
export const ownTroubleMs = 1_000;
/** How long requests under way may take to end when it is stopped, before they are cut off. Milliseconds. */
const graceMs = 3_000;

/** Sends what it is handed, lane by lane, and keeps what could not be delivered. */
export class WebhookSending {
  private readonly lanes = new DeliveryLanes();
  private readonly journal: DeliveryJournal;
  private readonly cutting = new AbortController();
  private stopped = false;
  private underWay = 0;
  private whenIdle: (() => void) | undefined;
  private cancelWake: (() => void) | undefined;
  private writing: { readonly cancel: () => void; readonly idle: boolean } | undefined;

  constructor(private readonly parts: WebhookSendingParts) {
    this.journal = new DeliveryJournal(parts.deliveries, parts.webhook().id, () => this.reached);
  }

  /** Everything up to here was delivered, or is kept, or was given up. */
  private get reached(): bigint {
    const first = this.lanes.firstFresh;
    return first === undefined ? this.parts.readTo() : first - 1n;
  }

  /** Whether no more should be handed over for now. */
  get isFull(): boolean {
    return this.lanes.fresh >= maxFresh || this.lanes.kept >= maxPending;
  }

  status(): { readonly pending: number; readonly oldest: number | undefined } {
    return { pending: this.lanes.kept + this.lanes.fresh, oldest: this.lanes.oldest };
  }

  /** Takes what was read. */
  take(event: FedEvent): void {
    const position = BigInt(event.position);
    if (this.lanes.has(position)) return;
    const { id: eventId, type, subject, stream } = event;
    const recordedAt = Date.parse(event.recordedAt);
    const fresh: Delivery = { position, eventId, type, lane: subject ?? stream, attempts: 0, nextAt: 0, recordedAt, replay: false, kept: false, event };
    if (this.lanes.add(fresh, this.parts.clock.now())) this.journal.keep(pendingOf(fresh));
    this.pump();
  }

  /** Takes what is kept already. */
  resume(pending: readonly PendingDelivery[]): void {
    for (const one of pending) if (!this.lanes.has(one.position)) this.lanes.add({ ...one, kept: true, event: undefined }, this.parts.clock.now());
    this.pump();
  }

  /** Takes what somebody else has made pending. */
  async look(): Promise<void> {
    const pending = await this.journal.whenWritten(() => this.parts.deliveries.pending(this.parts.webhook().id));
    this.resume(pending.filter(({ position }) => !this.journal.hasLeft(position)));
  }

  /** Results soon; a mere move of the place of reading when nothing else was written for a while. */
  writeSoon(): void {
    const idle = this.journal.isIdle;
    if (this.stopped || (this.writing && (idle || !this.writing.idle))) return;
    this.writing?.cancel();
    const cancel = this.parts.timers.after(idle ? idleWriteWithinMs : writeWithinMs, () => {
      this.writing = undefined;
      this.journal.write().then(
        () => this.parts.onTrouble(undefined),
        (error: unknown) => {
          // What could not be written is still there, and is tried again.
          this.parts.onTrouble(troubleOf(error));
          this.writeSoon();
        },
      );
    });
    this.writing = { cancel, idle };
  }

  /** Lets what is being sent end within a few seconds; durable when it resolves. @param reading ends when nothing more is handed over */
  async stop(reading: Promise<void>): Promise<void> {
    this.stopped = true;
    this.cancelWake?.();
    this.writing?.cancel();
    const cancel = this.parts.timers.after(graceMs, () => this.cutting.abort());
    await reading;
    while (this.underWay > 0)
      await new Promise<void>((resolve) => {
        this.whenIdle = resolve;
      });
    cancel();
    await this.journal.write();
  }

  /** Sends what is due, as far as there is room, and sees to it that it is called again. */
  private pump(): void {
    if (this.stopped) return;
    const { clock, timers } = this.parts;
    while (this.underWay < maxSending) {
      const next = this.lanes.take(clock.now());
      if (!next) break;
      this.underWay++;
      void this.deliver(next).finally(() => this.ended());
    }
    this.cancelWake?.();
    const wakeAt = this.lanes.nextWake;
    // With no room to send, the end of a request calls it.
    this.cancelWake = Number.isFinite(wakeAt) && this.underWay < maxSending ? timers.after(wakeAt - clock.now(), () => this.pump()) : undefined;
  }

  private ended(): void {
    this.underWay--;
    if (this.underWay === 0) this.whenIdle?.();
    this.pump();
    this.parts.onMove();
    this.writeSoon();
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const { clock, sender, webhook, onTrouble } = this.parts;
    try {
      const event = delivery.event ?? (await this.read(delivery.position));
      // A log that was restored from a backup no longer has it.
      if (event?.id !== delivery.eventId) return this.settle(delivery);
      const { id: webhookId, tenant, url } = webhook();
      const at = clock.now();
      const message = { webhookId, url, secrets: secretsAt(webhook(), at), id: event.id, at, body: cloudEvent(tenant, event, delivery.replay) };
      this.answered(delivery, at, await sender.send(message, this.cutting.signal));
      onTrouble(undefined);
    } catch (error) {
      // The engine's own trouble, or the end of this run: not a try that the receiver is blamed for.
      if (!this.cutting.signal.aborted) onTrouble(troubleOf(error));
      delivery.nextAt = clock.now() + ownTroubleMs;
      this.lanes.later(delivery, clock.now());
    }
  }

  private async read(position: bigint): Promise<FedEvent | undefined> {
    const { store, feed, webhook } = this.parts;
    // What lies before the first event of a copied log, and a dead letter of the log that it was copied from, are no positions of it.
    const after = position - 1n > (await store.begin()) ? position - 1n : 0n;
    const [stored] = (await store.readAll({ after, limit: 1 })).events;
    return stored?.position === position ? feed.show(stored, webhook().personalData) : undefined;
  }

  private answered(delivery: Delivery, at: number, answer: WebhookAnswer): void {
    const { clock, backOffMs, chance, onGone, onTried, webhook } = this.parts;
    const now = clock.now();
    delivery.attempts++;
    const { position, eventId, type, lane, attempts, recordedAt, replay } = delivery;
    const { statusCode, error, durationMs } = answer;
    const next = isDelivered(answer) ? undefined : nextTry(attempts, now, answer, backOffMs, chance());
    const outcome = isDelivered(answer) ? 'delivered' : next === undefined ? 'dead' : 'failed';
    this.journal.tried({ position, eventId, type, attempt: attempts, replay, at, durationMs, statusCode, error, outcome });
    if (next !== undefined) {
      delivery.nextAt = next;
      const keep = this.lanes.postpone(delivery, now);
      for (const one of new Set([delivery, ...keep])) this.journal.keep(pendingOf(one));
    } else if (outcome === 'dead') {
      this.journal.bury({ position, eventId, type, lane, attempts, recordedAt, diedAt: now, statusCode, error });
      this.lanes.done(delivery, now);
    } else this.settle(delivery);
    onTried(outcome);
    if (statusCode === 410) onGone(webhook(), eventId);
  }

  private settle(delivery: Delivery): void {
    if (delivery.kept) this.journal.delivered(delivery.position);
    this.lanes.done(delivery, this.parts.clock.now());
  }
}

const pendingOf = ({ position, eventId, type, lane, attempts, nextAt, recordedAt, replay }: Delivery): PendingDelivery => ({
  position,
  eventId,
  type,
  lane,
  attempts,
  nextAt,
  recordedAt,
  replay,
});

/** What an operator is told of an error of the engine's own: what it is, never what it says, which may quote what it choked on. */
export const troubleOf = (error: unknown): string => {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown error';
};
