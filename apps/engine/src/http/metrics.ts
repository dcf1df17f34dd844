import type { WebhooksStatus } from '@kith/application';
import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Where one projection or reactor stands. */
export interface Lag {
  readonly name: string;
  readonly events: number;
  readonly seconds: number;
  readonly stopped: boolean;
}

/** What is asked of the engine when somebody reads its metrics. */
export interface Gauged {
  readonly projections: readonly Lag[];
  readonly reactors: readonly Pick<Lag, 'name' | 'stopped'>[];
  readonly requestsInFlight: number;
  readonly liveStreams: number;
  readonly appendsInFlight: number;
}

const latencyBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Durations in buckets, without the cost of looking labels up at each observation: every answer is observed. */
export class Durations {
  private readonly counts = new Array<number>(latencyBuckets.length + 1).fill(0);
  private sum = 0;

  constructor(
    readonly method: string,
    readonly route: string,
    readonly status: string,
  ) {}

  observe(seconds: number): void {
    let i = 0;
    while (i < latencyBuckets.length && seconds > (latencyBuckets[i] as number)) i++;
    this.counts[i] = (this.counts[i] as number) + 1;
    this.sum += seconds;
  }

  /** As a histogram in the Prometheus text format: buckets are cumulative. */
  lines(name: string): readonly string[] {
    const labels = `method="${this.method}",route="${this.route}",status="${this.status}"`;
    let total = 0;
    const buckets = this.counts.map((count, i) => {
      total += count;
      return `${name}_bucket{le="${latencyBuckets[i] ?? '+Inf'}",${labels}} ${total}`;
    });
    return [...buckets, `${name}_sum{${labels}} ${this.sum}`, `${name}_count{${labels}} ${total}`];
  }
}

function requestText(durations: readonly Durations[]): string {
  const name = 'kith_http_request_duration_seconds';
  const head = [`# HELP ${name} Time from the head of a request to the end of its answer, of a streamed one to its beginning.`, `# TYPE ${name} histogram`];
  return `${[...head, ...durations.flatMap((one) => one.lines(name))].join('\n')}\n`;
}

/** What the engine measures of itself, in the Prometheus text format. Labels are routes, codes and names of parts: nothing of a tenant. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Durations[] = [];
  private readonly appends = this.histogram('kith_append_duration_seconds', 'Time of an append, until it is durable.', ['result']);
  private readonly refusals = this.counter('kith_refusals_total', 'Requests and items that were refused or failed, by code.', ['code']);
  private readonly lostRaces = this.counter('kith_lost_races_total', 'Appends that found the stream elsewhere, each decided again.', []);
  private readonly restarts = this.counter('kith_thread_restarts_total', 'Threads that died, or whose work ended by itself, and were started again.', [
    'thread',
  ]);
  private readonly eventStoreDbOutcomes = this.counter(
    'kith_eventstoredb_total',
    'Retries, reconnections and appends whose outcome had to be found out, by what was done.',
    ['what'],
  );
  private readonly lagEvents = this.gauge('kith_projection_lag_events', 'Events that a projection has not applied yet.', ['projection']);
  private readonly lagSeconds = this.gauge('kith_projection_lag_seconds', 'Age of the oldest event that a projection has not applied yet; 0 when it has all.', [
    'projection',
  ]);
  private readonly stopped = this.gauge('kith_stopped', '1 while a projection or reactor is stopped by a failing event.', ['part', 'name']);
  private readonly requestsInFlight = this.gauge('kith_http_requests_in_flight', 'Requests that are not answered yet.', []);
  private readonly liveStreams = this.gauge('kith_live_streams', 'Streams that stay open until somebody ends them.', []);
  private readonly appendsInFlight = this.gauge('kith_append_queue_depth', 'Appends that are not durable yet.', []);

  private readonly webhookTries = this.counter('kith_webhook_deliveries_total', 'Deliveries that were tried, by what became of them.', ['outcome']);
  private readonly webhooksActive = this.gauge('kith_webhook_active', 'Webhooks that are being delivered to.', []);
  private readonly webhookPending = this.gauge('kith_webhook_pending', 'Events that are to be delivered to a webhook and are not yet.', []);
  private readonly webhookLag = this.gauge('kith_webhook_lag_seconds', 'Age of the oldest event that is still to be delivered; 0 when there is none.', []);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** The durations of one route and status class: found once, observed often. */
  durations(method: string, route: string, status: string): Durations {
    const known = this.requests.find((one) => one.method === method && one.route === route && one.status === status);
    if (known) return known;
    const made = new Durations(method, route, status);
    this.requests.push(made);
    return made;
  }

  appended(result: 'stored' | 'elsewhere' | 'failed', seconds: number): void {
    this.appends.observe({ result }, seconds);
    if (result === 'elsewhere') this.lostRaces.inc();
  }

  refused(code: string): void {
    this.refusals.inc({ code });
  }

  /** What webhooks have told of themselves since the last time. */
  webhooks({ active, pending, lagSeconds, tried }: WebhooksStatus): void {
    for (const [outcome, count] of Object.entries(tried)) this.webhookTries.inc({ outcome }, count);
    this.webhooksActive.set(active);
    this.webhookPending.set(pending);
    this.webhookLag.set(lagSeconds);
  }

  /** What the client of EventStoreDB had to do beside plain appends and reads. */
  eventStoreDb(what: string): void {
    this.eventStoreDbOutcomes.inc({ what });
  }

  restarted(thread: string): void {
    this.restarts.inc({ thread });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text({ projections, reactors, requestsInFlight, liveStreams, appendsInFlight }: Gauged): Promise<string> {
    for (const { name, events, seconds, stopped } of projections) {
      this.lagEvents.set({ projection: name }, events);
      this.lagSeconds.set({ projection: name }, seconds);
      this.stopped.set({ part: 'projection', name }, stopped ? 1 : 0);
    }
    for (const { name, stopped } of reactors) this.stopped.set({ part: 'reactor', name }, stopped ? 1 : 0);
    this.requestsInFlight.set(requestsInFlight);
    this.liveStreams.set(liveStreams);
    this.appendsInFlight.set(appendsInFlight);
    return `${await this.registry.metrics()}\n${requestText(this.requests)}`;
  }

  private histogram<L extends string>(name: string, help: string, labelNames: L[]): Histogram<L> {
    return new Histogram({ name, help, labelNames, buckets: latencyBuckets, registers: [this.registry] });
  }
  private counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
  private gauge<L extends string>(name: string, help: string, labelNames: L[]): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
