import type { FedEvent } from '../feed/fed-event';
import type { PendingDelivery } from './deliveries';

/** An event on its way to a receiver. */
export interface Delivery extends Omit<PendingDelivery, 'attempts' | 'nextAt'> {
  attempts: number;
  nextAt: number;
  /** It is, or is about to be, kept as pending: reading on does not wait for it. */
  kept: boolean;
  /** As it was read; a kept one is read again when its turn comes. */
  event: FedEvent | undefined;
}

interface Lane {
  readonly name: string;
  /** By position; the first is the one whose turn it is. */
  readonly deliveries: Delivery[];
  sending: boolean;
}

/** The most of one lane that reading on waits for: what is beyond is kept as pending, so that a busy lane holds up no other. */
const maxFreshInLane = 32;

/**
 * What is to be delivered, by lane: one after the other within a lane, lanes side by side. Where one waits for its next try,
 * those behind it wait with it, and are kept.
 */
export class DeliveryLanes {
  private readonly lanes = new Map<string, Lane>();
  private readonly byPosition = new Map<bigint, Delivery>();
  /** What is not kept, by position: it is read in that order. */
  private readonly unkept = new Map<bigint, Delivery>();
  private ready = new Set<Lane>();
  private readonly waiting = new Set<Lane>();
  private wakeAt = Number.POSITIVE_INFINITY;

  /** How many are not kept. */
  get fresh(): number {
    return this.unkept.size;
  }

  /** How many are kept. */
  get kept(): number {
    return this.byPosition.size - this.unkept.size;
  }

  /** The least position of what is not kept. */
  get firstFresh(): bigint | undefined {
    return this.unkept.keys().next().value;
  }

  /** When one that waits is due; infinite when none waits. */
  get nextWake(): number {
    return this.wakeAt;
  }

  /** When the oldest event was recorded that is still to be delivered. */
  get oldest(): number | undefined {
    let oldest: number | undefined;
    for (const { recordedAt } of this.byPosition.values()) if (oldest === undefined || recordedAt < oldest) oldest = recordedAt;
    return oldest;
  }

  has(position: bigint): boolean {
    return this.byPosition.has(position);
  }

  /** Takes one in. @returns true when it has to be kept, because its turn does not come soon */
  add(delivery: Delivery, now: number): boolean {
    // What is delivered once more goes its own way: it must not hold up what is new.
    const name = delivery.replay ? `again ${delivery.lane}` : delivery.lane;
    const lane = this.lanes.get(name) ?? { name, deliveries: [], sending: false };
    this.lanes.set(name, lane);
    const [first] = lane.deliveries;
    const held = first !== undefined && (lane.deliveries.length >= maxFreshInLane || first.nextAt > now);
    this.byPosition.set(delivery.position, delivery);
    const keep = held && !delivery.kept;
    if (keep) Object.assign(delivery, { kept: true, event: undefined });
    else if (!delivery.kept) this.unkept.set(delivery.position, delivery);
    insert(lane, delivery);
    this.place(lane, now);
    return keep;
  }

  /** The next whose turn it is, from now on being sent; undefined when none is due. */
  take(now: number): Delivery | undefined {
    if (now >= this.wakeAt) this.wake(now);
    for (const lane of this.ready) {
      this.ready.delete(lane);
      lane.sending = true;
      return lane.deliveries[0];
    }
    return undefined;
  }

  /** It was delivered, or given up: the next in its lane has its turn. */
  done(delivery: Delivery, now: number): void {
    const lane = this.laneOf(delivery);
    lane.deliveries.splice(lane.deliveries.indexOf(delivery), 1);
    this.byPosition.delete(delivery.position);
    this.unkept.delete(delivery.position);
    lane.sending = false;
    if (lane.deliveries.length === 0) this.lanes.delete(lane.name);
    else this.place(lane, now);
  }

  /** It is tried again at `nextAt`. @returns what has to be kept from now on: itself and those behind it, unless they are already */
  postpone(delivery: Delivery, now: number): readonly Delivery[] {
    const lane = this.laneOf(delivery);
    lane.sending = false;
    const keep = lane.deliveries.filter(({ kept }) => !kept);
    for (const one of keep) {
      one.kept = true;
      this.unkept.delete(one.position);
      // Bounds what thousands of waiting lanes take.
      one.event = undefined;
    }
    this.place(lane, now);
    return keep;
  }

  /** It could not even be tried; nothing about it changes but its time. */
  later(delivery: Delivery, now: number): void {
    const lane = this.laneOf(delivery);
    lane.sending = false;
    this.place(lane, now);
  }

  private laneOf({ replay, lane }: Delivery): Lane {
    return this.lanes.get(replay ? `again ${lane}` : lane) as Lane;
  }

  private place(lane: Lane, now: number): void {
    this.ready.delete(lane);
    this.waiting.delete(lane);
    if (lane.sending) return;
    const { nextAt } = lane.deliveries[0] as Delivery;
    if (nextAt <= now) this.ready.add(lane);
    else {
      this.waiting.add(lane);
      this.wakeAt = Math.min(this.wakeAt, nextAt);
    }
  }

  private wake(now: number): void {
    this.wakeAt = Number.POSITIVE_INFINITY;
    for (const lane of [...this.waiting]) this.place(lane, now);
  }
}

/** Nearly always at the end. */
function insert({ deliveries }: Lane, delivery: Delivery): void {
  let at = deliveries.length;
  while (at > 0 && (deliveries[at - 1] as Delivery).position > delivery.position) at--;
  deliveries.splice(at, 0, delivery);
}
