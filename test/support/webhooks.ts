import { randomUUID } from 'node:crypto';
import { MemoryDeliveries, MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import {
  Clock,
  CreateWebhookHandler,
  DeleteWebhookHandler,
  type Deliveries,
  type DeliveryOutcome,
  EventFeed,
  type EventStore,
  Identifiers,
  type KeyVault,
  PauseWebhookHandler,
  PersonalData,
  ResumeWebhookHandler,
  Runner,
  type Timers,
  type WebhookAnswer,
  WebhookDispatcher,
  type WebhookMessage,
  WebhookOperations,
  WebhookRegistry,
  WebhookSender,
  WebhookSteps,
} from '@kith/application';
import { CreateWebhook, DeleteWebhook, PauseWebhook, ResumeWebhook, type WebhookTarget } from '@kith/domain';
import { asking, CountedIds } from './in-memory-engine';

/** Time that passes only when it is told to. */
export class VirtualTime extends Clock implements Timers {
  private timers: { at: number; work: () => void }[] = [];
  constructor(private time = Date.parse('2026-03-03T10:00:00.000Z')) {
    super();
  }

  now(): number {
    return this.time;
  }

  after(ms: number, work: () => void): () => void {
    const timer = { at: this.time + Math.max(ms, 0), work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  /** Lets so much time pass, and everything that is due in it happen. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (await turns(); ; await turns()) {
      const next = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.work();
    }
    this.time = end;
  }
}

/** Lets everything happen that waits for no time. */
async function turns(): Promise<void> {
  for (let i = 0; i < 6; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** What a receiver was sent. */
export interface Received {
  readonly url: string;
  readonly id: string;
  readonly at: number;
  readonly event: Readonly<Record<string, unknown>> & { readonly subject?: string; readonly kithposition: string; readonly kithreplay?: boolean };
  readonly delivered: boolean;
}

/** Answers as it is told to, and remembers. */
export class ScriptedSender extends WebhookSender {
  readonly received: Received[] = [];
  readonly forgotten: string[] = [];
  /** The most requests that were under way at once. */
  most = 0;
  private underWay = 0;

  /** @param script the status of an answer, or undefined when there is none; it may take its time */
  constructor(
    private readonly time: VirtualTime,
    public script: (message: WebhookMessage & { readonly event: Received['event'] }) => Promise<number | undefined | Partial<WebhookAnswer>>,
  ) {
    super();
  }

  async whyRefused(url: string): Promise<string | undefined> {
    return url.startsWith('https://') ? undefined : 'The URL must begin with https://.';
  }

  async send(message: WebhookMessage, signal?: AbortSignal): Promise<WebhookAnswer> {
    const event = JSON.parse(message.body) as Received['event'];
    this.most = Math.max(this.most, ++this.underWay);
    try {
      const said = await Promise.race([this.script({ ...message, event }), aborted(signal)]);
      const answer = { statusCode: null, error: null, durationMs: 1, retryAfterMs: null, ...(typeof said === 'object' ? said : { statusCode: said ?? null }) };
      const delivered = answer.statusCode !== null && answer.statusCode < 300;
      this.received.push({ url: message.url, id: message.id, at: this.time.now(), event, delivered });
      return answer.statusCode === null ? { ...answer, error: answer.error ?? 'unreachable' } : answer;
    } finally {
      this.underWay--;
    }
  }

  forget(webhookId: string): void {
    this.forgotten.push(webhookId);
  }
  close(): void {}
}

const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

/** The same until its process has died: what is called from then on never happens, and never ends. */
const whileAlive = <T extends object>(real: T, life: { readonly over: boolean }): T =>
  new Proxy(real, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => (life.over ? new Promise(() => undefined) : (member as (...all: unknown[]) => unknown).apply(target, given));
    },
  });

interface WorldParts {
  readonly store?: EventStore;
  readonly vault?: KeyVault;
  readonly deliveries?: Deliveries;
  readonly backOffMs?: readonly number[];
  readonly chance?: () => number;
}

/** Webhooks over memory, or over what is given, in virtual time. */
export function webhookWorld({
  store = new MemoryEventStore(),
  vault = new MemoryKeyVault({ seed: 'webhooks' }),
  deliveries = new MemoryDeliveries(),
  ...parts
}: WorldParts = {}) {
  const time = new VirtualTime();
  const sender = new ScriptedSender(time, async () => 204);
  const personalData = new PersonalData(vault);
  const runner = new Runner(store, time);
  const identifiers = new Identifiers(vault);
  const registry = new WebhookRegistry(store, personalData);
  const steps = new WebhookSteps(runner, identifiers, vault, registry, sender, new CountedIds());
  const operations = new WebhookOperations(registry, deliveries, sender, identifiers, time, new CountedIds());
  const gone: string[] = [];
  const tried: DeliveryOutcome[] = [];
  const handlers = {
    create: new CreateWebhookHandler(steps, store),
    pause: new PauseWebhookHandler(steps),
    resume: new ResumeWebhookHandler(steps),
    delete: new DeleteWebhookHandler(steps),
  };
  return {
    store,
    vault,
    deliveries,
    time,
    sender,
    registry,
    operations,
    steps,
    gone,
    tried,
    /** Starts delivering, as an engine that starts does. */
    start: () => {
      const stopping = new AbortController();
      const life = { over: false };
      const dispatcher = new WebhookDispatcher({
        store,
        feed: new EventFeed(store, personalData),
        registry: new WebhookRegistry(store, personalData),
        deliveries: whileAlive(deliveries, life),
        sender: whileAlive(sender, life),
        clock: time,
        timers: time,
        backOffMs: parts.backOffMs ?? [5_000, 30_000, 120_000],
        chance: parts.chance ?? (() => 0.5),
        onGone: ({ id }) => gone.push(id),
      });
      const run = dispatcher.run(stopping.signal);
      const stop = async () => {
        stopping.abort();
        let ended = false;
        void run.then(() => {
          ended = true;
        });
        while (!ended) await time.pass(1_000);
      };
      const crash = () => {
        life.over = true;
      };
      return { dispatcher, stop, crash };
    },
    create: async (target: Partial<WebhookTarget> = {}, from: 'now' | bigint = 'now') =>
      (
        await handlers.create.execute(
          new CreateWebhook(asking(), { url: 'https://hooks.example.org/', types: ['ContactPointVerified'], personalData: false, ...target }, from),
        )
      ).webhook,
    pause: (id: string) => handlers.pause.execute(new PauseWebhook(asking(), id, 'asked')),
    resume: (id: string) => handlers.resume.execute(new ResumeWebhook(asking(), id)),
    delete: (id: string) => handlers.delete.execute(new DeleteWebhook(asking(), id)),
    /** Something about an end user happens. @returns the position of its event */
    happens: (endUserId: string) => happens(store, time.now(), endUserId),
  };
}

/** An event about an end user, in a stream of its own. */
export async function happens(store: EventStore, now: number, endUserId: string, tenant = 'acme'): Promise<bigint> {
  const at = new Date(now).toISOString();
  const [eventId, commandId] = [randomUUID(), randomUUID()];
  const metadata = {
    eventId,
    tenant,
    actor: { kind: 'service', id: 'test' } as const,
    occurredAt: at,
    recordedAt: at,
    commandId,
    correlationId: commandId,
    causationId: commandId,
    schema: 1,
  };
  return (await store.append(`contactPoint-${tenant}.${eventId}`, -1, [{ type: 'ContactPointVerified', data: { endUserId }, metadata }])).position;
}
