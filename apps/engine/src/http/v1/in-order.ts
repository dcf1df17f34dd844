/** How items are worked on. */
export interface Order<Item, Ready, Result> {
  /** The most items that were taken and whose result was not fetched yet. */
  readonly atOnce: number;
  /** Makes an item ready, before its place in the order is known. What it throws ends the work: the item was not begun. */
  readonly prepare: (item: Item, index: number) => Ready | Promise<Ready>;
  /** Items that have a lane in common are worked on one after the other. */
  readonly lanes: (item: Ready) => readonly string[];
  readonly work: (item: Ready, index: number) => Result | Promise<Result>;
  /** The result of an item that failed, and of one that was not begun because of a failure though a later one was. */
  readonly failed: (error: unknown, index: number, item: Ready) => Result;
  /** Begins nothing more once it is aborted; its reason is what ends the work. */
  readonly signal?: AbortSignal;
}

/** An item in its place. */
interface Ticket<Ready, Result> {
  readonly index: number;
  readonly ready: Ready;
  readonly lanes: readonly string[];
  /** Items that must end before this one begins, and those that wait for this one. */
  waitsFor: number;
  readonly followers: Ticket<Ready, Result>[];
  begun: boolean;
  result: { readonly is: Result } | undefined;
}

/**
 * Works on items side by side, but in their order where they share a lane. Results come in the order of the items, as many
 * at a time as are there; while nobody fetches them, no more items are taken than `atOnce`.
 * After a failure no further item is begun; those that were begun end and their results are given, then it is thrown.
 */
export async function* inOrder<Item, Ready, Result>(
  source: Iterable<Iterable<Item>> | AsyncIterable<Iterable<Item>>,
  order: Order<Item, Ready, Result>,
): AsyncGenerator<readonly Result[], void, undefined> {
  const work = new Work(order);
  void work.take(source);
  const onAbort = () => work.fail(order.signal?.reason);
  order.signal?.addEventListener('abort', onAbort);
  try {
    if (order.signal?.aborted) onAbort();
    for (;;) {
      const results = work.fetch();
      if (results.length > 0) yield results;
      else if (work.ended) break;
      else await work.change();
    }
    if (work.failure) throw work.failure.error;
  } finally {
    order.signal?.removeEventListener('abort', onAbort);
    work.fail(new Error('nobody fetches the results any more'));
  }
}

/** All results of items that are there from the start. @throws the first failure, once everything that was begun has ended */
export async function allInOrder<Item, Ready, Result>(items: readonly Item[], order: Order<Item, Ready, Result>): Promise<Result[]> {
  const results: Result[] = [];
  for await (const some of inOrder([items], order)) results.push(...some);
  return results;
}

class Work<Item, Ready, Result> {
  failure: { readonly error: unknown } | undefined;
  private readonly window: Ticket<Ready, Result>[] = [];
  private readonly lastInLane = new Map<string, Ticket<Ready, Result>>();
  private running = 0;
  private allTaken = false;
  private onChange: (() => void) | undefined;
  private onRoom: (() => void) | undefined;

  constructor(private readonly order: Order<Item, Ready, Result>) {}

  /** Nothing is left to fetch, and nothing more will come. */
  get ended(): boolean {
    return this.running === 0 && this.window.length === 0 && (this.allTaken || this.failure !== undefined);
  }

  /** Takes items while there is room. Never throws: what goes wrong is a failure of the work. */
  async take(source: Iterable<Iterable<Item>> | AsyncIterable<Iterable<Item>>): Promise<void> {
    let index = 0;
    try {
      for await (const items of source)
        for (const item of items) {
          while (this.window.length >= this.order.atOnce && !this.failure) await new Promise<void>((resolve) => (this.onRoom = resolve));
          if (this.failure) return;
          const ready = this.order.prepare(item, index);
          // Waiting for what is there already would cost a turn for each item.
          this.enter(ready instanceof Promise ? await ready : ready, index++);
        }
      this.allTaken = true;
    } catch (error) {
      this.fail(error);
    } finally {
      this.changed();
    }
  }

  /** The results that are next in order. */
  fetch(): readonly Result[] {
    let many = 0;
    while (this.window[many]?.result) many++;
    if (many === 0) return [];
    const results = this.window.splice(0, many).map(({ result }) => (result as { readonly is: Result }).is);
    this.onRoom?.();
    return results;
  }

  /** Resolves when {@link fetch} may find more: once a turn of the event loop, however many items end in it. */
  async change(): Promise<void> {
    await new Promise<void>((resolve) => (this.onChange = resolve));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** Begins nothing any more. Of what was not begun, the last in order are forgotten, as if they had never come. */
  fail(error: unknown): void {
    if (this.failure || this.ended) return;
    this.failure = { error };
    while (this.window.at(-1)?.begun === false) this.window.pop();
    for (const ticket of this.window) if (!ticket.begun) ticket.result = { is: this.order.failed(error, ticket.index, ticket.ready) };
    this.lastInLane.clear();
    this.onRoom?.();
    this.changed();
  }

  private enter(ready: Ready, index: number): void {
    if (this.failure) return;
    const ticket: Ticket<Ready, Result> = { index, ready, lanes: this.order.lanes(ready), waitsFor: 0, followers: [], begun: false, result: undefined };
    for (const lane of ticket.lanes) {
      const before = this.lastInLane.get(lane);
      if (before === ticket) continue;
      this.lastInLane.set(lane, ticket);
      if (!before) continue;
      before.followers.push(ticket);
      ticket.waitsFor++;
    }
    this.window.push(ticket);
    if (ticket.waitsFor === 0) this.begin(ticket);
  }

  private begin(ticket: Ticket<Ready, Result>): void {
    ticket.begun = true;
    this.running++;
    const failed = (error: unknown) => {
      this.fail(error);
      this.end(ticket, this.order.failed(error, ticket.index, ticket.ready));
    };
    try {
      const result = this.order.work(ticket.ready, ticket.index);
      if (result instanceof Promise) result.then((is) => this.end(ticket, is), failed);
      else this.end(ticket, result);
    } catch (error) {
      failed(error);
    }
  }

  private end(ticket: Ticket<Ready, Result>, is: Result): void {
    this.running--;
    ticket.result = { is };
    for (const lane of ticket.lanes) if (this.lastInLane.get(lane) === ticket) this.lastInLane.delete(lane);
    for (const follower of ticket.followers) {
      follower.waitsFor--;
      if (follower.waitsFor === 0 && !this.failure) this.begin(follower);
    }
    this.changed();
  }

  private changed(): void {
    this.onChange?.();
    this.onChange = undefined;
  }
}
