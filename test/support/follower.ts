import { get, type IncomingMessage } from 'node:http';
import { createParser } from 'eventsource-parser';

/** An event of GET /v1/events and /v1/events/live. */
export interface SentEvent {
  readonly type: string;
  readonly stream: string;
  readonly position: string;
  readonly subject: string | null;
  readonly personal: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client of GET /v1/events/live, which remembers its last id as a browser does. */
export class Follower {
  readonly events: SentEvent[] = [];
  /** `event` of each, beside the event itself. */
  readonly types: string[] = [];
  readonly ids: string[] = [];
  retryMs = 0;
  status = 0;
  /** Resolves when the connection has ended: whether the server ended it in order. */
  readonly ended: Promise<boolean>;
  private answer: IncomingMessage | undefined;
  private readonly request;

  constructor(url: string, key: string, query = '', lastEventId?: string) {
    const headers = { authorization: `Bearer ${key}`, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    this.request = get(`${url}/v1/events/live${query}`, { headers, agent: false });
    this.ended = new Promise((resolve) => {
      this.request.on('error', () => resolve(false));
      this.request.on('response', (answer) => {
        this.answer = answer;
        this.status = answer.statusCode ?? 0;
        answer.on('error', () => resolve(false));
        answer.on('close', () => resolve(answer.complete));
        this.read(answer);
      });
    });
  }

  get lastId(): string | undefined {
    return this.ids.at(-1);
  }

  get headers(): IncomingMessage['headers'] {
    return this.answer?.headers ?? {};
  }

  /** Resolves when it is so. @throws Error when it does not get so */
  async until(so: (follower: this) => boolean, withinMs = 10_000): Promise<this> {
    for (const end = Date.now() + withinMs; !so(this); ) {
      if (Date.now() > end) throw new Error(`not so after ${this.events.length} events and id ${this.lastId}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this;
  }

  close(): void {
    this.request.destroy();
  }

  private read(answer: IncomingMessage): void {
    const parser = createParser({
      onId: (id) => this.ids.push(id),
      onRetry: (ms) => {
        this.retryMs = ms;
      },
      onEvent: ({ event, data }) => {
        this.types.push(event ?? 'message');
        this.events.push(JSON.parse(data) as SentEvent);
      },
    });
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => parser.feed(text));
  }
}
