import type { FedEvent } from '../feed/fed-event';
import type { PendingDelivery } from './deliveries';
import { placeInCopy } from './place-in-copy';
import { pause } from './timers';
import type { RegisteredWebhook } from './webhook-registry';
import { ownTroubleMs, troubleOf, WebhookSending, type WebhookSendingParts } from './webhook-sending';

/** What a run stands on. */
export type WebhookRunParts = Omit<WebhookSendingParts, 'webhook' | 'readTo' | 'onMove' | 'onTrouble'>;

/** Delivers the events of one webhook: reads on in the feed, and hands what it finds to what sends. */
export class WebhookRun {
  private readonly sending: WebhookSending;
  private readonly stopping = new AbortController();
  private reading = new AbortController();
  private readTo: bigint;
  /** Pending or given up beyond where reading begins: not to be taken from the feed again. */
  private readonly known = new Map<bigint, string>();
  private moved: (() => void)[] = [];
  private readonly ended: Promise<void>;
  private trouble: string | undefined;

  /** @param atOnce what waits for its next try need not wait longer */
  constructor(
    private webhook: RegisteredWebhook,
    private readonly parts: WebhookRunParts,
    atOnce: boolean,
  ) {
    this.readTo = webhook.after;
    this.sending = new WebhookSending({
      ...parts,
      webhook: () => this.webhook,
      readTo: () => this.readTo,
      onMove: () => this.wake(),
      onTrouble: (trouble) => {
        this.trouble = trouble;
      },
    });
    this.ended = this.run(atOnce);
  }

  status(): { readonly pending: number; readonly oldest: number | undefined; readonly trouble: string | undefined } {
    return { ...this.sending.status(), trouble: this.trouble };
  }

  /** Goes on as the webhook is from now on. */
  use(webhook: RegisteredWebhook): void {
    const { types, personalData } = this.webhook;
    this.webhook = webhook;
    if (types.join() !== webhook.types.join() || personalData !== webhook.personalData) this.reading.abort();
  }

  /** Somebody has asked for dead letters again. */
  look(): Promise<void> {
    return this.sending.look();
  }

  /** Ends reading at once, and what is being sent within a few seconds; durable when it resolves. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.reading.abort();
    this.wake();
    await this.sending.stop(this.ended);
  }

  private async run(atOnce: boolean): Promise<void> {
    const { signal } = this.stopping;
    let begun = false;
    while (!signal.aborted) {
      try {
        if (!begun) await this.begin(atOnce);
        begun = true;
        await this.read();
      } catch (error) {
        if (signal.aborted) return;
        this.trouble = troubleOf(error);
        await pause(this.parts.timers, ownTroubleMs, signal);
      }
    }
  }

  private async begin(atOnce: boolean): Promise<void> {
    const { deliveries } = this.parts;
    const { id } = this.webhook;
    const head = await this.parts.store.head();
    this.readTo = await this.placeIn(head);
    for (let from = this.readTo; ; ) {
      const letters = await deliveries.deadLetters(id, { after: from, limit: 1_000 });
      for (const { position, eventId } of letters) this.known.set(position, eventId);
      const last = letters.at(-1);
      if (!last) break;
      from = last.position;
    }
    const pending = await deliveries.pending(id);
    for (const one of pending) if (one.position > this.readTo) this.known.set(one.position, one.eventId);
    this.sending.resume(pending.map((one): PendingDelivery => (atOnce ? { ...one, nextAt: 0 } : one)));
  }

  /** A log that was restored from a backup is shorter than what was delivered of it; what is appended now is new. */
  private async placeIn(head: bigint): Promise<bigint> {
    const { deliveries, store } = this.parts;
    const { id, after } = this.webhook;
    const standing = await deliveries.standing(id);
    const reached = standing.reached ?? after;
    const begin = await store.begin();
    if (begin > 0n && reached <= begin && standing.reached !== 0n) return this.placeInCopy(standing.reached);
    if (reached <= head) return reached;
    const lost = (await deliveries.pending(id)).filter(({ position }) => position > head);
    await deliveries.step(id, { rewindTo: head, drop: lost.map(({ position }) => position) });
    return head;
  }

  /** A log that was copied has the same events elsewhere. Where nothing is known of deliveries, what was copied is not sent again. */
  private async placeInCopy(reached: bigint | undefined): Promise<bigint> {
    const { deliveries, store } = this.parts;
    const { id } = this.webhook;
    const pending = await deliveries.pending(id);
    const { place, moved } = await placeInCopy(store, reached, new Set(pending.map(({ position }) => position)));
    // Made here, not copied, and from the beginning because somebody wants it so.
    if (reached === undefined && this.webhook.after === 0n && this.webhook.position > place) return 0n;
    const put = pending.flatMap((one) => {
      const position = moved.get(one.position);
      return position === undefined ? [] : [{ ...one, position }];
    });
    await deliveries.step(id, { reached: place, put, drop: pending.map(({ position }) => position) });
    return place;
  }

  /** Reads on until the run stops, or the webhook wants other events. */
  private async read(): Promise<void> {
    const { tenant, types, personalData } = this.webhook;
    this.reading = new AbortController();
    const { signal } = this.reading;
    if (this.stopping.signal.aborted) return;
    const filter = types.length > 0 ? { types } : {};
    for await (const page of this.parts.feed.pages({ tenant, after: this.readTo, filter, personal: personalData, live: true, signal })) {
      this.trouble = undefined;
      for (const event of page.events) {
        while (this.sending.isFull && !signal.aborted) await new Promise<void>((resolve) => this.moved.push(resolve));
        if (signal.aborted) return;
        if (!this.isKnown(event)) this.sending.take(event);
        this.readTo = BigInt(event.position);
      }
      this.readTo = page.upTo;
      this.sending.writeSoon();
    }
  }

  private isKnown({ id, position }: FedEvent): boolean {
    return this.known.get(BigInt(position)) === id;
  }

  private wake(): void {
    const waiting = this.moved;
    this.moved = [];
    for (const go of waiting) go();
  }
}
