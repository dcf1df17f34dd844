import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a client and a server, and can keep an answer from arriving. */
export class CuttingProxy {
  private readonly sockets = new Set<Socket>();
  private cutAfter: string | undefined;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async before(url: string): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(server, new URL(url));
    server.on('connection', (client) => proxy.connected(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  /** The same connection string, through here. */
  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Once, when these words were sent: the server gets them, and its answer is lost with the connection. */
  loseTheAnswerTo(words: string): void {
    this.cutAfter = words;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private connected(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    let isCut = false;
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (bytes) => {
      if (this.cutAfter !== undefined && bytes.includes(this.cutAfter)) {
        this.cutAfter = undefined;
        isCut = true;
      }
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (isCut) client.destroy();
      else client.write(bytes);
    });
  }
}
