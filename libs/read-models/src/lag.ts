import { type Clock, type EventStore, PositionUnknown } from '@kith/application';

/** How far a projection is behind the log. */
export interface Lag {
  /** Events that it has not applied: exact below {@link mostCounted}, at least so many from there on. */
  readonly events: bigint;
  /** Age of the oldest of them, 0 at the head. */
  readonly seconds: number;
}

/** How many events are counted: where a log has gaps between its positions, counting is reading. */
export const mostCounted = 10_000;
/** Counting that took long, in milliseconds, is not done again for so many times as long. */
const [long, rest] = [10, 20];

/** Measures how far projections are behind the log, without reading it more than that is worth. */
export class LagMeter {
  /** Events after positions, as counted last. */
  private counted: ReadonlyMap<bigint, bigint> = new Map();
  private restUntil = 0;

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Of each position; what several projections share is measured once. @throws whatever reading the log throws */
  async measure(positions: Iterable<bigint>): Promise<ReadonlyMap<bigint, Lag>> {
    const head = await this.store.head();
    const distinct = [...new Set(positions)];
    const behind = distinct.filter((position) => position < head);
    const oldest = new Map(await Promise.all(behind.map(async (position) => [position, await this.secondsAfter(position)] as const)));
    const counts = await this.countAfter(behind.filter((position) => oldest.get(position) !== undefined));
    return new Map(distinct.map((position) => [position, { events: counts.get(position) ?? 0n, seconds: oldest.get(position) ?? 0 }]));
  }

  /** Age of the first event after the position; undefined when there is none. */
  private async secondsAfter(position: bigint): Promise<number | undefined> {
    const [next] = await this.known(position, async (after) => (await this.store.readAll({ after, limit: 1 })).events);
    return next && Math.max(0, (this.clock.now() - Date.parse(next.metadata.recordedAt)) / 1000);
  }

  private async countAfter(positions: readonly bigint[]): Promise<ReadonlyMap<bigint, bigint>> {
    const began = performance.now();
    if (began < this.restUntil) return new Map(positions.map((position) => [position, this.countedAbout(position)]));
    const count = async (position: bigint) => BigInt(await this.known(position, (after) => this.store.countAfter(after, mostCounted)));
    this.counted = new Map(await Promise.all(positions.map(async (position) => [position, await count(position)] as const)));
    const took = performance.now() - began;
    this.restUntil = took > long ? performance.now() + took * rest : 0;
    return this.counted;
  }

  /** While it moved on: what was counted at the nearest position before. */
  private countedAbout(position: bigint): bigint {
    const before = [...this.counted].filter(([at]) => at <= position).sort(([one], [other]) => (one < other ? 1 : -1));
    return before[0]?.[1] ?? BigInt(mostCounted);
  }

  /** After a position of the log that this one was copied from: nothing of this one was applied. */
  private async known<T>(position: bigint, read: (after: bigint) => Promise<T>): Promise<T> {
    try {
      return await read(position);
    } catch (error) {
      if (error instanceof PositionUnknown) return read(0n);
      throw error;
    }
  }
}
