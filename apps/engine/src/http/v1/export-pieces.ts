import { AccessLogUnavailable } from '@kith/application';
import type { ExportPage, ExportStretch } from '@kith/read-models';
import type { StreamOut } from '../stream-out';

/** So many items are looked at without a pause: some milliseconds. */
const atOnce = 100;

/** One list as it is exported. */
export interface ListExport<Item> {
  /** The next stretch. */
  readonly next: (stretch: ExportStretch) => Promise<ExportPage<Item>>;
  /** Notes who sees these; nothing is sent before. */
  readonly note: (items: readonly Item[]) => Promise<void>;
  readonly text: (items: readonly Item[]) => string;
}

/** Stretch by stretch, from an id on. Each is read when the one before is on its way, so that two of them are in memory. */
export async function* listPieces<Item>({ next, note, text }: ListExport<Item>, begin: string | undefined): AsyncGenerator<string, void, undefined> {
  for (let after = begin; ; ) {
    const page = await next({ after, limit: atOnce });
    if (page.items.length > 0) {
      await note(page.items);
      yield text(page.items);
    }
    if (page.after === null) return;
    after = page.after;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Writes an export as quickly as it is taken. What fails before the first piece is thrown while it can still be answered; what fails later
 * breaks the connection, because an answer that just ended would be taken for complete.
 * @param begin sends the head of the answer
 */
export async function sendPieces(out: StreamOut, pieces: AsyncGenerator<string, void, undefined>, begin: () => void, patienceMs: number): Promise<void> {
  let piece = await pieces.next();
  begin();
  try {
    for (; !piece.done && !out.signal.aborted; piece = await pieces.next()) await out.write(piece.value);
    // Whoever reads slowly gets the end of it, too.
    if (!out.signal.aborted) out.end(patienceMs);
  } catch (error) {
    out.cut();
    throw error;
  } finally {
    await pieces.return(undefined);
  }
}

/** How long an export waits until what it shows can be noted again, and how often it looks, in milliseconds. */
const forNotes = { longest: 30_000, every: 100 };

/** Tries again while the log of accesses is behind: an export shows more at once than anything else. @throws AccessLogUnavailable */
export async function onceNoted(admit: () => Promise<void>): Promise<void> {
  for (const until = performance.now() + forNotes.longest; ; ) {
    try {
      return await admit();
    } catch (error) {
      if (!(error instanceof AccessLogUnavailable) || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, forNotes.every));
    }
  }
}
