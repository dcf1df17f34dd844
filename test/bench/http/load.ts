import autocannon from 'autocannon';

/** One lap of load on one server. */
export interface Order {
  readonly url: string;
  readonly paths: readonly string[];
  readonly authorization: string;
  readonly connections: number;
  readonly seconds: number;
}

/** What came of it. */
export interface Delivered {
  /** Answers with 200 in a second. */
  readonly rate: number;
  readonly p99Ms: number;
  /** Answers that were not 200, and requests without an answer. */
  readonly wrong: number;
}

/** A process that makes load and nothing else: orders come over the channel of its parent, one after the other. */
process.on('disconnect', () => process.exit(0));
process.on('message', (order: Order) => {
  void deliver(order).then((delivered) => process.send?.(delivered));
});

async function deliver({ url, paths, authorization, connections, seconds }: Order): Promise<Delivered> {
  const result = await autocannon({ url, connections, duration: seconds, headers: { authorization }, requests: paths.map((path) => ({ method: 'GET', path })) });
  return { rate: result['2xx'] / result.duration, p99Ms: result.latency.p99, wrong: result.non2xx + result.errors + result.timeouts };
}
