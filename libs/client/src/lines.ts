/**
 * The texts of a body as they arrive, decoded. Whoever stops early ends the request. The signal is listened to here: the request
 * that carried it can be collected as garbage before its answer has ended.
 * @throws what ended the connection, or the reason of the signal
 */
export async function* textsOf(body: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let ended = false;
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      ended = done;
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}

/** The lines of an NDJSON body, parsed. A last line without its end was cut off, and is left out. @throws what ended the connection */
export async function* linesOf<T>(body: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<T, void, undefined> {
  let rest = '';
  for await (const text of textsOf(body, signal)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as T;
  }
}
