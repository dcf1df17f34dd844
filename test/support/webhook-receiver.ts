import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';

/** A message as it came in. */
export interface Message {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Number of the connection that it came by. */
  readonly connection: number;
}

/** An HTTP server that receives webhooks as a customer's would: with the packages that check signatures and read CloudEvents. */
export class WebhookReceiver {
  readonly messages: Message[] = [];
  /** What each message was answered; undefined while it is not. */
  readonly statuses: (number | undefined)[] = [];
  url = '';
  private readonly connections = new Map<Socket, number>();

  private constructor(
    private readonly server: Server,
    /** How it answers; 204 when it says nothing. */
    public answer: (message: Message, response: ServerResponse) => unknown,
  ) {}

  static async start(answer: WebhookReceiver['answer'] = () => undefined): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server, answer);
    server.on('connection', (socket) => receiver.connections.set(socket, receiver.connections.size + 1));
    server.on('request', (request, response) => void receiver.receive(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Waits until so many messages are there. @throws Error when they do not come */
  async has(count: number, withinMs = 10_000): Promise<readonly Message[]> {
    for (const end = Date.now() + withinMs; this.messages.length < count; await new Promise((resolve) => setTimeout(resolve, 5)))
      if (Date.now() > end) throw new Error(`${this.messages.length} messages came, not ${count}`);
    return this.messages;
  }

  /** Ends the connections that are open, as a server that is restarted does. */
  cut(): void {
    for (const socket of this.connections.keys()) socket.destroy();
  }

  async stop(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const message = {
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      connection: this.connections.get(request.socket) ?? 0,
    };
    const index = this.messages.push(message) - 1;
    const status = await this.answer(message, response);
    if (typeof status === 'number') response.statusCode = status;
    else if (!response.headersSent) response.statusCode = 204;
    if (status !== 'open') this.statuses[index] = response.statusCode;
    if (!response.writableEnded && status !== 'open') response.end();
  }
}

/** The event in a message. @throws Error when the signature is wrong, or it is no CloudEvent */
export function accepted({ headers, body }: Pick<Message, 'headers' | 'body'>, secret: string): CloudEvent<Record<string, unknown>> {
  new Webhook(secret).verify(body, headers as Record<string, string>);
  const event = HTTP.toEvent<Record<string, unknown>>({ headers, body });
  if (!(event instanceof CloudEvent) || !event.validate()) throw new Error('one valid event was expected');
  return event;
}
