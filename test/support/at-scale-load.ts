import type { Answer, RunningEngine } from './running-engine';

/** A write, asked for under an idempotency key of its own. */
export interface Write {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/** How a write ended: acknowledged, or refused for good by a rule. */
export interface Ended extends Write {
  readonly status: number;
  readonly id: string | undefined;
  readonly position: string;
  readonly code: string | undefined;
}

/** A write that got no answer, or was asked to come again. */
export interface Failed extends Write {
  /** Undefined when the connection broke. */
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
}

/** Refusals that stay: they tell of the state, not of a trouble. */
const forGood: ReadonlySet<string | undefined> = new Set(['contact-point-taken', 'contact-point-limit-reached']);

/**
 * Writes to engines without a pause, so many at a time, each client to the next engine in turn: creations with two points, first and
 * later contacts, some of them of the same people at the same time.
 */
export class Load {
  readonly ended: Ended[] = [];
  readonly failed: Failed[] = [];
  private next = 0;
  private stopped = false;
  private readonly clients: readonly Promise<void>[];

  /** @param engines asked for before each write, so that the load goes on elsewhere when one is gone */
  constructor(
    readonly name: string,
    private readonly engines: () => readonly RunningEngine[],
    clients = 32,
  ) {
    this.clients = Array.from({ length: clients }, (_, n) => this.client(n));
  }

  /** Resolves when so many more writes have ended. @returns milliseconds until then @throws Error when they do not */
  async endsMore(count: number, withinMs = 30_000): Promise<number> {
    const [began, before] = [performance.now(), this.ended.length];
    for (; this.ended.length < before + count; await pause(5))
      if (performance.now() - began > withinMs)
        throw new Error(`${this.ended.length - before} of ${count} writes ended in ${withinMs} ms; lately ${JSON.stringify(this.failed.slice(-2))}`);
    return performance.now() - began;
  }

  /** Sends nothing more. */
  cancel(): void {
    this.stopped = true;
    for (const client of this.clients) client.catch(() => undefined);
  }

  /** Lets what is under way end. @throws Error when an answer was not as described */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.clients);
  }

  /** Stops, then asks again for every write that failed, until it has ended. @throws Error when one does not */
  async finish(engine: RunningEngine): Promise<readonly Ended[]> {
    await this.stop();
    const done = new Set(this.ended.map(({ key }) => key));
    const open = [...new Map(this.failed.map((one) => [one.key, one])).values()].filter(({ key }) => !done.has(key));
    await inGroups(open, 16, async (write) => {
      for (let left = 200; !(await this.attempt(engine, write)); left--) {
        if (left === 0) throw new Error(`${write.key} does not end: ${JSON.stringify(this.failed.at(-1))}`);
        await pause(100);
      }
    });
    return this.ended;
  }

  private async client(n: number): Promise<void> {
    while (!this.stopped) {
      const write = this.write(this.next++);
      const engines = this.engines();
      const engine = engines[n % engines.length];
      if (!engine || !(await this.attempt(engine, write))) await pause(100);
    }
  }

  private async attempt(engine: RunningEngine, { path, body, key }: Write): Promise<boolean> {
    const write = { path, body, key };
    const answer = await engine.post(path, body, { headers: { 'idempotency-key': key } }).catch((error: unknown) => {
      // What fetch says of a connection that broke; it comes from another realm than the tests' own errors.
      if ((error as Error).name === 'TypeError') return undefined;
      throw error;
    });
    const code = answer?.body?.code as string | undefined;
    if (answer?.status === 400 || answer?.status === 422) throw new Error(`the load is wrong: ${answer.text}`);
    if (!answer || (answer.status >= 300 && !forGood.has(code))) {
      this.failed.push({ ...write, status: answer?.status, code, retryAfter: answer?.headers.get('retry-after') ?? null });
      return false;
    }
    this.ended.push({ ...write, code, ...told(answer) });
    return true;
  }

  /** The n-th write. */
  private write(n: number): Write {
    const person = Math.floor(n / 4);
    const key = `${this.name}-${n}`;
    const email = { channel: 'email', value: `${this.name}-${person}@example.org` };
    const telegram = { channel: 'telegram', value: `@${this.name.replaceAll('-', '_')}_${person}` };
    if (n % 4 === 0) return { path: '/v1/end-users', key, body: { name: `Person ${person}`, contactPoints: [email, telegram] } };
    const contactPoints = n % 4 === 1 ? [telegram] : n % 4 === 2 ? [email, telegram] : [{ channel: 'email', value: `${this.name}-only-${n}@example.org` }];
    const channel = contactPoints[0]?.channel;
    return { path: '/v1/interactions', key, body: { source: 'load', id: key, channel, via: 'chat', direction: 'inbound', contactPoints, summary: 'hello' } };
  }
}

/** What a retry must be told again. */
export const told = ({ status, headers, body }: Answer) => ({
  status,
  position: headers.get('kith-position') ?? '',
  id: (body?.id ?? body?.endUserId ?? body?.holderId) as string | undefined,
});

/** Asks again for writes that were acknowledged. @returns what is answered otherwise than the first time */
export async function otherwiseNow(engine: RunningEngine, ended: readonly Ended[]): Promise<readonly object[]> {
  const wrong: object[] = [];
  await inGroups(
    ended.filter(({ status }) => status < 300),
    16,
    async ({ path, body, key, status, position, id }) => {
      const now = told(await engine.post(path, body, { headers: { 'idempotency-key': key } }));
      if (now.status !== status || now.position !== position || now.id !== id) wrong.push({ key, first: { status, position, id }, now });
    },
  );
  return wrong;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** So many at a time. */
export async function inGroups<T>(items: readonly T[], atATime: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
