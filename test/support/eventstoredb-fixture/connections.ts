import { createServer, type Server as Listener, type Socket } from 'node:net';
import { type Server, ServerCredentials } from '@grpc/grpc-js';

/** The sockets of one server, its own so that faults can break them: gRPC alone offers only polite ends. */
export class Connections {
  readonly #sockets = new Map<string, Socket>();
  readonly #inject: (socket: Socket) => void;
  #listener: Listener | undefined;
  #port = 0;

  constructor(server: Server) {
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
    this.#inject = (socket) => injector.injectConnection(socket);
  }

  get port(): number {
    return this.#port;
  }

  get count(): number {
    return this.#sockets.size;
  }

  /** Listens on a port, or on the one it had; 0 takes any. */
  async open(port = this.#port): Promise<void> {
    const listener = createServer((socket) => this.#accept(socket));
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, '127.0.0.1', resolve);
    });
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('the fixture listens on no port');
    this.#port = address.port;
    this.#listener = listener;
  }

  /** Breaks all connections and takes no more. */
  async close(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    if (listener === undefined) return;
    const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
    this.dropAll();
    await closed;
  }

  /** Breaks the connection with a peer, named as gRPC names it. */
  drop(peer: string): void {
    this.#sockets.get(peer)?.resetAndDestroy();
  }

  dropAll(): void {
    for (const socket of this.#sockets.values()) socket.resetAndDestroy();
  }

  #accept(socket: Socket): void {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    this.#sockets.set(peer, socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(peer));
    this.#inject(socket);
  }
}
