import type { Reason } from '@kith/domain';
import type { Holders, ListPage, ShownEndUser, TimelineItem } from '@kith/read-models';

/** An interaction as the sample file holds it: the body of `POST /v1/interactions`. */
export interface SampleInteraction {
  readonly source: string;
  readonly id: string;
  readonly channel: string;
  readonly via?: string;
  readonly occurredAt: string;
  readonly contactPoints: readonly { readonly channel: string; readonly value: unknown }[];
  readonly summary?: string;
}

/** One step of an answer's explanation. */
export interface Why extends Omit<Reason, 'pointId'> {
  /** The address as it was understood; null where it makes none. */
  readonly key: string | null;
}

/** What the engine answers to an interaction that it took. */
export interface Recorded {
  readonly outcome: 'matched' | 'created' | 'ambiguous' | 'unidentified' | 'repeated';
  readonly endUserId: string | null;
  readonly candidates: readonly string[];
  readonly question: string | null;
  readonly why: readonly Why[];
}

/** What it answers to one that it did not take. */
export interface Refused {
  readonly outcome: 'refused';
  readonly problem: { readonly code: string; readonly detail: string; readonly errors?: readonly { readonly pointer?: string; readonly detail: string }[] };
}

export type Answer = Recorded | Refused;

/** Speaks to an engine over HTTP, and reads what it wrote itself. */
export class EngineClient {
  private position: string | undefined;

  constructor(
    private readonly url: string,
    private readonly key: string,
    private readonly signal: AbortSignal,
  ) {}

  /** The same engine with another key. */
  as(key: string): EngineClient {
    return new EngineClient(this.url, key, this.signal);
  }

  async makeServiceKey(clientName: string): Promise<string> {
    const { key } = await this.send<{ key: string }>('POST', '/v1/keys', { role: 'service', clientName });
    return key;
  }

  /** Lets several end users hold an address. */
  async share(channel: string, value: string, reason: string): Promise<void> {
    await this.send('POST', '/v1/contact-points/share', { channel, value, reason });
  }

  async createEndUser(name: string, contactPoints: readonly { readonly channel: string; readonly value: string }[]): Promise<void> {
    await this.send('POST', '/v1/end-users', { name, contactPoints });
  }

  /** One answer for each interaction, in their order. */
  record(interactions: readonly SampleInteraction[]): Promise<readonly Answer[]> {
    return this.send('POST', '/v1/interactions', interactions);
  }

  async lookUp(channel: string, value: string): Promise<Holders | null> {
    const { items } = await this.send<{ items: readonly (Holders | null)[] }>('POST', '/v1/contact-points/lookup', { contactPoints: [{ channel, value }] });
    return items[0] ?? null;
  }

  endUser(id: string): Promise<ShownEndUser> {
    return this.send('GET', `/v1/end-users/${id}`);
  }

  timeline(id: string): Promise<ListPage<TimelineItem>> {
    return this.send('GET', `/v1/end-users/${id}/timeline`);
  }

  /** @throws Error with the problem's detail for any status but 2xx */
  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      signal: this.signal,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        // What this client wrote must be in what it reads.
        ...(this.position !== undefined && { 'kith-after': this.position }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { readonly detail?: string };
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.detail}`);
    this.position = response.headers.get('kith-position') ?? this.position;
    return answer;
  }
}
