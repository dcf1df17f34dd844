import autocannon, { type Client } from 'autocannon';

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

/** Each connection asks for paths of its own: one long list for all of them would be copied for each before the first request. */
async function deliver({ url, paths, authorization, connections, seconds }: Order): Promise<Delivered> {
  const each = Math.ceil(paths.length / connections);
  let next = 0;
  const setupClient = (client: Client): void => {
    const own = Array.from({ length: each }, (_, i) => ({
      method: 'GET' as const,
      path: paths[(next + i) % paths.length] as string,
      headers: { authorization },
    }));
    next += each;
    client.setRequests(own);
  };
  const result = await autocannon({ url, connections, duration: seconds, setupClient });
  return { rate: result['2xx'] / result.duration, p99Ms: result.latency.p99, wrong: result.non2xx + result.errors + result.timeouts };
}
