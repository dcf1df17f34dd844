import { linesOf } from './lines';
import { KithProblem, KithUnreachable } from './problem';
import { pause, pauseAfter } from './retrying';
import type { Problem } from './types';

/** How a stream is cut into requests. */
export interface StreamOptions {
  /** Lines of one request; a request begins when so many are there, or when no more come for a moment. */
  readonly linesPerRequest?: number;
  /** How long a line waits for company, in milliseconds. */
  readonly lingerMs?: number;
  readonly signal?: AbortSignal;
}

/** The engine ended a stream in between; what it did not answer is sent again. */
interface Stopped {
  readonly outcome: 'stopped';
  readonly problem: Problem;
}

interface Sending<In> extends StreamOptions {
  readonly attempts: number;
  readonly pauseMs: number;
  readonly send: (lines: readonly In[]) => Promise<ReadableStream<Uint8Array>>;
}

/**
 * Sends lines and yields their answers in order. Node's `fetch` hands an answer over only when the request has ended, so a stream
 * of any length goes as one request after the other; the next lines are taken when the answers before them were. Lines that a broken
 * connection left unanswered are sent again, which must do no harm.
 * @throws KithProblem when the engine refuses the whole; KithUnreachable when a line stays unanswered
 */
export async function* answersOf<In, Out>(items: Iterable<In> | AsyncIterable<In>, options: Sending<In>): AsyncGenerator<Out, void, undefined> {
  const { linesPerRequest = 500, lingerMs = 10 } = options;
  for await (const batch of batchesOf(items, linesPerRequest, lingerMs)) yield* answersOfBatch<In, Out>(batch, options);
}

async function* answersOfBatch<In, Out>(batch: readonly In[], { send, attempts, pauseMs, signal }: Sending<In>): AsyncGenerator<Out, void, undefined> {
  let left = batch;
  let failures = 0;
  while (left.length > 0) {
    const body = await send(left);
    let answered = 0;
    let why: unknown;
    const answers = linesOf<Out | Stopped>(body, signal);
    try {
      for (let next = await nextOf(answers); ; next = await nextOf(answers)) {
        if ('failed' in next) why = next.failed;
        else if (!next.done && isStopped(next.value)) why = new KithProblem(next.value.problem);
        else if (!next.done) {
          answered++;
          yield next.value as Out;
          continue;
        }
        break;
      }
    } finally {
      await answers.return();
    }
    signal?.throwIfAborted();
    left = left.slice(answered);
    if (left.length === 0) return;
    failures = answered > 0 ? 1 : failures + 1;
    if (failures >= attempts) throw new KithUnreachable(`${left.length} lines stay without an answer`, { cause: why });
    await pause(pauseAfter(failures, pauseMs), signal);
  }
}

/** Only what the connection throws is caught: an error of whoever takes the answers is theirs. */
async function nextOf<T>(answers: AsyncGenerator<T, void, undefined>): Promise<IteratorResult<T, void> | { readonly failed: unknown }> {
  try {
    return await answers.next();
  } catch (failed) {
    return { failed };
  }
}

const isStopped = (line: unknown): line is Stopped => (line as Stopped | null)?.outcome === 'stopped';

/** The items in arrays of at most `max`; a shorter one when the next item is not there in time. */
export async function* batchesOf<T>(items: Iterable<T> | AsyncIterable<T>, max: number, lingerMs: number): AsyncGenerator<readonly T[], void, undefined> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let ended = false;
  const next = () => {
    const result = Promise.resolve(iterator.next());
    // Whoever stops early leaves one item asked for.
    result.catch(() => undefined);
    return result;
  };
  try {
    for (let coming = next(); ; ) {
      const first = await coming;
      if (first.done) {
        ended = true;
        return;
      }
      const batch = [first.value];
      coming = next();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, lingerMs, 'late')));
      while (batch.length < max) {
        const result = await Promise.race([coming, late]);
        if (result === 'late' || result.done) break;
        batch.push(result.value);
        coming = next();
      }
      clearTimeout(timer);
      yield batch;
    }
  } finally {
    // Not waited for: a source that is waiting for its next item ends when that comes.
    if (!ended) Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
