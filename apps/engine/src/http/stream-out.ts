import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds until the answer began, for one that goes on for as long as its reader likes. */
    beganAfterMs?: number;
  }
}

/** An answer that is written piece by piece, no faster than the client reads: what it has not taken waits outside of memory. */
export class StreamOut {
  private readonly raw: ServerResponse;
  private readonly ending = new AbortController();

  /** @param patienceMs how long a client may leave what was sent to it unread before the connection is cut */
  constructor(
    private readonly reply: FastifyReply,
    private readonly patienceMs: number,
  ) {
    this.raw = reply.raw;
    this.raw.once('close', () => this.ending.abort());
  }

  /** Aborts when the client has gone or the stream was ended: there is no use in reading on. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /** Sends the head of the answer at once. From here on only the connection itself can tell the client of a failure. */
  begin(contentType: string): void {
    this.reply.request.beganAfterMs = this.reply.elapsedTime;
    this.reply.header('content-type', contentType).header('x-accel-buffering', 'no');
    for (const [name, value] of Object.entries(this.reply.getHeaders())) if (value !== undefined) this.raw.setHeader(name, value);
    this.reply.hijack();
    this.raw.flushHeaders();
  }

  /** The client has taken less than it was sent: more would only fill memory. */
  get full(): boolean {
    return this.raw.writableNeedDrain;
  }

  /** Resolves when there is room for more, or when nobody is there any more. */
  async write(text: string): Promise<void> {
    if (this.signal.aborted || this.raw.write(text)) return;
    await this.drained();
  }

  /** The answer is complete. A client that does not take the end of it in time is not waited for. */
  end(withinMs: number = Math.min(this.patienceMs, 1_000)): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    this.ending.abort();
    this.raw.end();
    const timer = setTimeout(() => this.cut(), withinMs);
    this.raw.once('close', () => clearTimeout(timer));
  }

  /** The answer will never be complete: without the end of its chunks, no client takes it for whole. */
  cut(): void {
    this.ending.abort();
    this.raw.destroy();
  }

  private async drained(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.cut(), this.patienceMs);
      const done = () => {
        clearTimeout(timer);
        this.raw.off('drain', done).off('close', done);
        resolve();
      };
      this.raw.on('drain', done).on('close', done);
    });
  }
}
