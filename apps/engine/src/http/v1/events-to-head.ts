import type { FedPage, FedText } from '@kith/application';
import type { StreamOut } from '../stream-out';

/**
 * Writes pages of the feed as NDJSON, at most `limit` lines. What fails before the first page is thrown while it can still be
 * answered; what fails later breaks the connection, because an answer that just ended would be taken for complete.
 */
export async function eventsToHead(out: StreamOut, pages: AsyncGenerator<FedPage<FedText>>, limit = Number.POSITIVE_INFINITY, method: string): Promise<void> {
  let page = await pages.next();
  out.begin('application/x-ndjson');
  // While the client takes one page, the next is read; more than these two are never in memory.
  let taken: Promise<void> = Promise.resolve();
  try {
    for (let left = method === 'HEAD' ? 0 : limit; !page.done && left > 0; page = await pages.next()) {
      const events = page.value.events.slice(0, left);
      left -= events.length;
      await taken;
      // Adding up copies each text once, joining a list of them twice.
      let text = '';
      for (const { json } of events) text += `${json}\n`;
      if (text !== '') taken = out.write(text);
    }
    await taken;
    if (!out.signal.aborted) out.end();
  } catch (error) {
    out.cut();
    throw error;
  } finally {
    await pages.return(undefined);
  }
}
