import createClient, { type Client } from 'openapi-fetch';
import { isProblem, KithProblem, KithUnreachable } from './problem';
import { type Patience, retrying } from './retrying';
import type { paths } from './schema';
import type { ConditionalWriteOptions, Written } from './types';

/** Where the engine is, and how to speak with it. */
export interface CallerOptions extends Patience {
  readonly url: string;
  readonly key: string;
  readonly fetch: typeof globalThis.fetch;
  /** Reads wait until the engine knows of what was written up to here. */
  readonly after: string | undefined;
  readonly onBehalfOf: string | undefined;
}

interface Fetched<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** Sends requests of one caller. Refusals become errors. */
export class Caller {
  /** Answers arrive whole. */
  readonly api: Client<paths>;
  /** Answers are read as they arrive. */
  readonly streams: Client<paths>;

  constructor(readonly options: CallerOptions) {
    const { url, key, fetch, onBehalfOf } = options;
    const headers = { authorization: `Bearer ${key}`, ...(onBehalfOf !== undefined && { 'kith-on-behalf-of': onBehalfOf }) };
    const baseUrl = url.replace(/\/+$/, '');
    this.api = createClient<paths>({ baseUrl, headers, fetch: retrying(fetch, options, false) });
    this.streams = createClient<paths>({ baseUrl, headers, fetch: retrying(fetch, options, true) });
  }

  /** A body of one JSON text a line, whose answer is read as it arrives. */
  lines<T>(body: readonly T[]) {
    const bodySerializer = (items: readonly T[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');
    return { body, bodySerializer, parseAs: 'stream' as const, headers: { 'content-type': 'application/x-ndjson' } };
  }

  /** Headers of a read. */
  get reading(): Record<string, string> {
    return this.options.after === undefined ? {} : { 'kith-after': this.options.after };
  }

  /** Headers of a write: the same for each of its attempts. */
  writing({ idempotencyKey = crypto.randomUUID(), ifMatch }: ConditionalWriteOptions = {}): Record<string, string> {
    return { 'idempotency-key': idempotencyKey, ...(ifMatch !== undefined && { 'if-match': ifMatch }) };
  }
}

/** What was read. @throws KithProblem, KithUnreachable */
export async function read<T>(call: Promise<Fetched<T>>): Promise<NonNullable<T>> {
  return (await fetched(call)).data as NonNullable<T>;
}

/** What was written, with its position. @throws KithProblem, KithUnreachable */
export async function written<T>(call: Promise<Fetched<T>>): Promise<Written<NonNullable<T> & object>> {
  const { data, response } = await fetched(call);
  return { ...(data as NonNullable<T> & object), position: response.headers.get('kith-position') };
}

/** The answer, once it is known to be none of a refusal. @throws KithProblem, KithUnreachable */
export async function fetched<T>(call: Promise<Fetched<T>>): Promise<Fetched<T>> {
  const answer = await call;
  if (answer.response.ok) return answer;
  if (isProblem(answer.error)) throw new KithProblem(answer.error);
  throw new KithUnreachable(`answered ${answer.response.status} by something that is not Kith`);
}

/** Of the options, the one that `fetch` takes. */
export const signalOf = ({ signal }: { readonly signal?: AbortSignal } = {}): { signal?: AbortSignal } => (signal ? { signal } : {});
