import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One connection that posts one body after the other: written by hand, because a client library would cost more than what is measured. */
export class PostConnection {
  private got = '';
  private answered: ((answer: string) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly head: string,
  ) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.take(text));
    socket.on('close', () => this.failed?.(new Error('the engine closed a connection')));
    socket.on('error', () => undefined);
  }

  static async open(url: URL, authorization: string): Promise<PostConnection> {
    const socket = connect(Number(url.port), url.hostname);
    socket.setNoDelay(true);
    await once(socket, 'connect');
    const head = `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: `;
    return new PostConnection(socket, head);
  }

  /** The whole answer, head and body, in Latin 1. */
  post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      [this.answered, this.failed] = [resolve, reject];
      this.socket.write(`${this.head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }

  private take(text: string): void {
    this.got += text;
    const body = this.got.indexOf('\r\n\r\n') + 4;
    const length = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(this.got)?.[1]);
    if (body < 4 || this.got.length < body + length) return;
    const answer = this.got;
    this.got = '';
    this.answered?.(answer);
  }
}
