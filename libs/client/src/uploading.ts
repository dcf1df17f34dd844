import type { CallerOptions } from './caller';
import { isProblem, KithProblem, KithUnreachable } from './problem';
import { pause, pauseAfter } from './retrying';

/** The bytes of a file. A stream is sent once; what makes one can be sent again when the connection breaks. */
export type FileSource = Blob | Uint8Array<ArrayBuffer> | string | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>);

/** What is sent, and how. */
export interface Upload {
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly source: FileSource;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends a file as it is read, of any length and for as long as it takes. Where its bytes can be had again, a connection that breaks is no end of it.
 * @throws KithProblem, KithUnreachable
 */
export async function uploaded<T>({ url, key, fetch, attempts, pauseMs, onBehalfOf }: CallerOptions, upload: Upload): Promise<{ data: T; headers: Headers }> {
  const { path, source, signal } = upload;
  const headers = { authorization: `Bearer ${key}`, ...(onBehalfOf !== undefined && { 'kith-on-behalf-of': onBehalfOf }), ...upload.headers };
  const most = isSentOnce(source) ? 1 : attempts;
  for (let attempt = 1; ; attempt++) {
    let failure: unknown;
    try {
      // Without `duplex` no stream is sent (WHATWG Fetch, half duplex).
      const init = { method: 'POST', headers, body: bodyOf(source), duplex: 'half', ...(signal && { signal }) } as RequestInit;
      const response = await fetch(new Request(url.replace(/\/+$/, '') + path, init));
      const answer: unknown = await response.json().catch(() => undefined);
      if (response.ok) return { data: answer as T, headers: response.headers };
      failure = isProblem(answer) ? new KithProblem(answer) : new KithUnreachable(`answered ${response.status} by something that is not Kith`);
      if (!mayPass.has(response.status)) throw failure;
    } catch (error) {
      signal?.throwIfAborted();
      if (error === failure) throw error;
      failure = error;
    }
    if (attempt >= most) throw failure instanceof KithProblem ? failure : new KithUnreachable('the file could not be sent', { cause: failure });
    await pause(pauseAfter(attempt, pauseMs), signal);
  }
}

/** What may be over in a moment. */
const mayPass = new Set([429, 502, 503, 504]);

const isSentOnce = (source: FileSource): boolean =>
  typeof source === 'object' &&
  !(source instanceof Blob) &&
  !(source instanceof Uint8Array) &&
  (source instanceof ReadableStream || Symbol.asyncIterator in source);

function bodyOf(source: FileSource): NonNullable<RequestInit['body']> {
  if (typeof source === 'string' || source instanceof Blob || source instanceof Uint8Array || source instanceof ReadableStream) return source;
  const pieces = (typeof source === 'function' ? source() : source)[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
