import type { MessagePort } from 'node:worker_threads';
import { type Appended, AppendOutcomeUnknown, EventStoreUnavailable, type serialised, WrongExpectedRevision } from '@kith/application';
import type { FromWriter, Outcome, ToWriter, WrittenAppend } from './sqlite-protocol';

export interface WriterLinkOptions {
  /** Milliseconds after which an append without answer ends as unknown. */
  readonly appendDeadlineMs: number;
  /** More appends than this without answer, and the next is refused at once. */
  readonly maxBacklog: number;
}

/** The bytes (as UTF-16 code units) that appends without answer may hold in memory. */
const maxBacklogCharacters = 256 * 1024 * 1024;

/** An append whose events are JSON already. */
export interface SerialisedAppend {
  readonly stream: string;
  readonly expected: number;
  readonly written: ReturnType<typeof serialised>;
}

interface Waiting {
  readonly append: WrittenAppend;
  readonly characters: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
  readonly deadline: NodeJS.Timeout;
  settled: boolean;
}

/** One thread's side of the line to the writer: sends the appends of one turn together, and gives up on late answers. */
export class WriterLink {
  private port?: MessagePort;
  private nextId = 1;
  private outbox = new Map<number, Waiting>();
  /** Sent and not answered; those given up stay until they are, because they still fill the writer's queue. */
  private readonly sent = new Map<number, Waiting>();
  private characters = 0;
  /** Appends that have not ended for their callers. */
  private open = 0;
  private flushing = false;
  private askedAfter?: number;
  private readonly listeners = new Set<() => void>();
  private drained?: () => void;
  private gone?: string;

  /** @param onNews called before anybody hears of an answer: what was committed must be readable by then */
  constructor(
    private readonly options: WriterLinkOptions,
    private readonly onNews: () => void = () => undefined,
  ) {}

  /** @param next what is stored after the first, each only if all before it were */
  append(first: SerialisedAppend, ...next: readonly SerialisedAppend[]): Promise<Appended> {
    const [append, then] = [flat(first), next.map(flat)];
    const characters = [append, ...then].reduce((sum, { events }) => events.reduce((inner, text) => inner + text.length, sum), 0);
    if (this.gone) return Promise.reject(new EventStoreUnavailable(this.gone));
    if (this.outbox.size + this.sent.size >= this.options.maxBacklog || this.characters + characters > maxBacklogCharacters)
      return Promise.reject(new EventStoreUnavailable('too many appends are waiting for the disk'));
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      const deadline = setTimeout(() => this.giveUp(id), this.options.appendDeadlineMs);
      this.outbox.set(id, { append: { id, ...append, ...(then.length > 0 && { then }) }, characters, resolve, reject, deadline, settled: false });
      this.characters += characters;
      this.open += 1;
      this.flushSoon();
    });
  }

  /** From now on this port leads to the writer. What was sent by the one before and not answered is unknown. */
  attach(port: MessagePort): void {
    this.port?.close();
    this.lose();
    this.port = port;
    port.on('message', (message: FromWriter) => this.receive(message));
    port.on('close', () => {
      if (this.port !== port) return;
      this.port = undefined;
      this.lose();
    });
    this.flushSoon();
  }

  /** Calls back once, soon after something was committed after the position; now and then without that. */
  onCommitAfter(position: number, listener: () => void): void {
    this.listeners.add(listener);
    if (this.askedAfter === position) return;
    this.askedAfter = position;
    this.port?.postMessage({ wakeAfter: position } satisfies ToWriter);
  }

  forget(listener: () => void): void {
    this.listeners.delete(listener);
  }

  /** Refuses further appends, and resolves when all before have ended, one way or another. */
  async finish(reason: string): Promise<void> {
    this.gone ??= reason;
    if (this.open > 0) await new Promise<void>((resolve) => (this.drained = resolve));
    this.wakeListeners();
  }

  /** Lets go of the line; what was in flight ends at once. */
  detach(reason: string): void {
    this.gone ??= reason;
    this.port?.close();
    this.port = undefined;
    this.lose();
    for (const [id, waiting] of this.outbox) this.end(this.outbox, id, () => waiting.reject(new EventStoreUnavailable(reason)));
    this.wakeListeners();
  }

  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    setImmediate(() => {
      this.flushing = false;
      if (!this.port || this.outbox.size === 0) return;
      const leaving = this.outbox;
      this.outbox = new Map();
      for (const [id, waiting] of leaving) this.sent.set(id, waiting);
      this.port.postMessage({ appends: Array.from(leaving.values(), ({ append }) => append) } satisfies ToWriter);
    });
  }

  private receive({ outcomes }: FromWriter): void {
    this.onNews();
    for (const [id, outcome] of outcomes) {
      const waiting = this.sent.get(id);
      if (waiting) this.end(this.sent, id, () => settle(waiting, outcome));
    }
    this.wakeListeners();
  }

  private giveUp(id: number): void {
    const unsent = this.outbox.get(id);
    if (unsent) this.end(this.outbox, id, () => unsent.reject(new EventStoreUnavailable('the writer did not take the append in time')));
    const waiting = this.sent.get(id);
    if (waiting) this.settled(waiting, () => waiting.reject(new AppendOutcomeUnknown(`no answer within ${this.options.appendDeadlineMs} ms`)));
  }

  private lose(): void {
    for (const [id, waiting] of this.sent) this.end(this.sent, id, () => waiting.reject(new AppendOutcomeUnknown('the writer ended before it answered')));
    this.askedAfter = undefined;
    this.wakeListeners();
  }

  private end(where: Map<number, Waiting>, id: number, tell: () => void): void {
    const waiting = where.get(id);
    if (!waiting) return;
    where.delete(id);
    clearTimeout(waiting.deadline);
    this.characters -= waiting.characters;
    this.settled(waiting, tell);
  }

  private settled(waiting: Waiting, tell: () => void): void {
    if (waiting.settled) return;
    waiting.settled = true;
    tell();
    this.open -= 1;
    if (this.open === 0) this.drained?.();
  }

  private wakeListeners(): void {
    this.askedAfter = undefined;
    const woken = [...this.listeners];
    this.listeners.clear();
    for (const listener of woken) listener();
  }
}

const flat = ({ stream, expected, written }: SerialisedAppend): Omit<WrittenAppend, 'id' | 'then'> => ({
  stream,
  expected,
  events: written.flatMap(({ type, data, metadata }) => [type, data, metadata]),
});

function settle({ resolve, reject }: Waiting, outcome: Outcome): void {
  if (outcome.ended === 'stored') resolve({ revision: outcome.revision, position: BigInt(outcome.position) });
  else if (outcome.ended === 'elsewhere') reject(new WrongExpectedRevision(outcome.stream, outcome.expected, outcome.actual));
  else if (outcome.ended === 'unavailable') reject(new EventStoreUnavailable(`nothing was stored: ${outcome.reason}`));
  else reject(new AppendOutcomeUnknown(`the commit failed: ${outcome.reason}`));
}
