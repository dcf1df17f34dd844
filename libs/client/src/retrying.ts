import { isProblem, KithUnreachable } from './problem';

/** How often and how patiently a request is tried. */
export interface Patience {
  /** How often a request is sent at most; 1 never tries again. */
  readonly attempts: number;
  /** How long one attempt may take, in milliseconds: until its answer is complete, or of a stream, until it begins. */
  readonly timeoutMs: number;
  /** The longest first pause, in milliseconds; each later one is up to twice as long. */
  readonly pauseMs: number;
}

/** The longest pause between two attempts, in milliseconds. */
const maxPauseMs = 10_000;
/** A server that wants a longer pause is not waited for, in milliseconds. */
const maxRetryAfterMs = 60_000;

/** An exponential back-off with full jitter: between nothing and the whole of it, so that many clients do not come back at once. Milliseconds. */
export const pauseAfter = (failures: number, pauseMs: number): number => Math.random() * Math.min(maxPauseMs, pauseMs * 2 ** Math.min(failures - 1, 20));

/** Waits, unless the caller does not want to any more. @throws the reason of the signal */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/**
 * A `fetch` that tries again what may succeed later: no connection, no answer in time, 429, 502, 503, 504, and the answer that
 * the same command is still running. Writes carry an idempotency key, so sending one twice does it once.
 * @param streamed the body is handed over as it arrives, instead of whole
 */
export function retrying(
  fetch: typeof globalThis.fetch,
  { attempts, timeoutMs, pauseMs }: Patience,
  streamed: boolean,
): (request: Request) => Promise<Response> {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= attempts;
      const outcome = await once(fetch, request, timeoutMs, streamed);
      request.signal.throwIfAborted();
      if (outcome instanceof Response) {
        const wait = await waitFor(outcome);
        if (last || wait === undefined || wait > maxRetryAfterMs) return outcome;
        await outcome.body?.cancel();
        await pause(wait + pauseAfter(attempt, pauseMs), request.signal);
      } else {
        if (last) throw new KithUnreachable(`no answer to ${request.method} ${new URL(request.url).pathname} after ${attempt} attempts`, { cause: outcome });
        await pause(pauseAfter(attempt, pauseMs), request.signal);
      }
    }
  };
}

/** The answer, or the error that kept it from arriving. */
async function once(fetch: typeof globalThis.fetch, request: Request, timeoutMs: number, streamed: boolean): Promise<Response | Error> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    // The signal of the request itself: that of a copy can be collected as garbage while the answer is waited for.
    const response = await fetch(request.clone(), { signal: AbortSignal.any([request.signal, late.signal]) });
    // Read here, so that an answer which breaks off is tried again like one that never came.
    return streamed && response.ok ? response : whole(response, await response.arrayBuffer());
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The same answer with its body at hand, to be read more than once. */
function whole({ status, statusText, headers }: Response, body: ArrayBuffer): Response {
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
}

/** How long to wait at least before trying again, in milliseconds; undefined when it would not help. */
async function waitFor(response: Response): Promise<number | undefined> {
  if (response.status === 409) return (await codeOf(response)) === 'command-in-progress' ? 0 : undefined;
  if (![429, 502, 503, 504].includes(response.status)) return undefined;
  const after = response.headers.get('retry-after') ?? '';
  return /^\d+$/.test(after) ? Number(after) * 1000 : Math.max(0, Date.parse(after) - Date.now()) || 0;
}

async function codeOf(response: Response): Promise<string | undefined> {
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return isProblem(problem) ? problem.code : undefined;
}
