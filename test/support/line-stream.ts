import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { RunningEngine } from './running-engine';

/** What a line of an answer holds. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type AnswerLine = any;

/** A stream of lines to an engine, whose answers are read while it is sent. */
export class LineStream {
  readonly answers: AnswerLine[] = [];
  /** Why the answer ended before its end; undefined while all is well. */
  broken: Error | undefined;
  response: IncomingMessage | undefined;
  /** Whether the engine does not take what was sent to it. */
  stuck = false;
  private readonly sending: ClientRequest;
  private ended = false;
  private wake: () => void = () => undefined;
  private onRoom: () => void = () => undefined;

  /** @param reading whether answers are read as they come, or only once {@link read} is called */
  constructor({ url, key }: Pick<RunningEngine, 'url' | 'key'>, path: string, headers: Readonly<Record<string, string>> = {}, reading = true) {
    this.sending = request(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson', ...headers },
      agent: false,
    });
    this.sending.on('error', (error) => this.end(error));
    this.sending.on('drain', () => this.onRoom()).on('close', () => this.onRoom());
    this.sending.on('response', (response) => {
      this.response = response;
      if (reading) this.read();
      this.wake();
    });
    this.sending.flushHeaders();
  }

  read(): void {
    const { response } = this;
    if (!response) return;
    response.on('error', (error) => this.end(error)).on('close', () => this.end(response.complete ? undefined : new Error('cut off')));
    createInterface({ input: response })
      .on('error', (error) => this.end(error))
      .on('line', (line) => {
        this.answers.push(JSON.parse(line));
        this.wake();
      });
  }

  /** The status of the answer, once its head is there. */
  async status(): Promise<number | undefined> {
    await this.until(() => this.response !== undefined);
    return this.response?.statusCode;
  }

  /** Sends a value as a line; resolves when there is room for more. */
  line(value: unknown): Promise<void> {
    return this.bytes(`${JSON.stringify(value)}\n`);
  }

  async bytes(bytes: string | Uint8Array): Promise<void> {
    if (this.ended || this.sending.destroyed || this.sending.write(bytes)) return;
    this.stuck = true;
    await new Promise<void>((resolve) => (this.onRoom = resolve));
    this.stuck = false;
  }

  get bytesSent(): number {
    return this.sending.socket?.bytesWritten ?? 0;
  }

  /** The n-th answer and those before it, once they are there. */
  async answered(many: number): Promise<AnswerLine[]> {
    await this.until(() => this.answers.length >= many);
    return this.answers.slice(0, many);
  }

  /** Ends the input. @returns all answers, once the answer has ended */
  async all(): Promise<AnswerLine[]> {
    this.sending.end();
    return this.rest();
  }

  /** All answers, once the answer has ended, whatever else was to be sent. */
  async rest(): Promise<AnswerLine[]> {
    await this.until(() => this.ended);
    return this.answers;
  }

  /** Goes away. */
  abort(): void {
    this.sending.destroy();
  }

  private end(error: Error | undefined): void {
    this.broken ??= error;
    // readline hands over its last lines a little later.
    setTimeout(() => {
      this.ended = true;
      this.wake();
    }, 20);
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.ended) throw new Error(`the stream ended: ${this.broken?.message ?? 'in order'}, with ${this.answers.length} answers`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
