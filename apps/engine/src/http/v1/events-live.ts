import type { FedPage, FedText } from '@kith/application';
import type { StreamOut } from '../stream-out';

/** Milliseconds between two lines that only tell how far the log was read; proxies close connections that are silent for longer. */
const heartbeatMs = 15_000;
/** After which a client should connect again, in milliseconds. */
const retryMs = 2_000;

/** Writes the pages of a live feed as server-sent events (WHATWG HTML, 9.2) until one side ends it. */
export async function eventsLive(out: StreamOut, pages: AsyncGenerator<FedPage<FedText>>, after: bigint, method: string): Promise<void> {
  out.begin('text/event-stream');
  if (method === 'HEAD') return out.end();
  let position = after;
  // With an id from the start, a client that loses the connection before the first event still misses none.
  await out.write(`retry: ${retryMs}\nid: ${after}\n\n`);
  const heartbeat = setInterval(() => {
    if (!out.full) void out.write(`id: ${position}\n\n`);
  }, heartbeatMs);
  try {
    for await (const { events, upTo } of pages) {
      // The id of a heartbeat must never be older than an event that was sent.
      position = upTo;
      if (events.length > 0) await out.write(events.map(({ position: id, type, json }) => `id: ${id}\nevent: ${type}\ndata: ${json}\n\n`).join(''));
    }
    out.end();
  } catch (error) {
    out.cut();
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
