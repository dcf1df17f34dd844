import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get as getPlain } from 'node:http';
import { type ClientHttp2Session, connect, createServer, type Http2Server, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { get as getSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The server or cluster that tests are to run against as well; a connection string. */
export const namedEventStoreDb: string | undefined = process.env.KITH_TEST_EVENTSTOREDB || undefined;

/** A name that no other test uses for its streams. */
export const ownPrefix = (): string => `kith${Array.from({ length: 12 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')}`;

const appends = '/event_store.client.streams.Streams/BatchAppend';

/** Stands between a store and a server that nobody may break: freezes appends, and breaks connections. */
export class EventStoreDbProxy {
  private readonly sessions = new Set<ServerHttp2Session>();
  private readonly upstreams = new Set<ClientHttp2Session>();
  private readonly frozen = new Set<ServerHttp2Stream>();
  private readonly appending = new Set<ServerHttp2Stream>();
  private holding = false;

  private constructor(
    private readonly server: Http2Server,
    private readonly upstream: { readonly origin: string; readonly ca?: Buffer; readonly authorization?: string },
  ) {
    server.on('session', (session) => this.join(session));
    server.on('sessionError', () => undefined);
  }

  /** Listens, for the leader of what the connection string names. */
  static async start(connectionString: string): Promise<EventStoreDbProxy> {
    const [, credentials, hosts = '', query = ''] = /^[a-z+]+:\/\/(?:([^@]*)@)?([^?]*)\??(.*)$/i.exec(connectionString) ?? [];
    const options = new Map(
      query
        .split('&')
        .map((pair) =>
          pair.toLowerCase().split('=')[0] === 'tlscafile'
            ? ['tlscafile', pair.split('=')[1] ?? '']
            : ([...pair.toLowerCase().split('='), ''] as [string, string]),
        ),
    );
    const secure = options.get('tls') !== 'false';
    const caFile = options.get('tlscafile');
    const ca = caFile ? readFileSync(decodeURIComponent(caFile)) : undefined;
    const leader = await leaderOf(hosts.replace(/\/+$/, '').split(','), secure, ca);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new EventStoreDbProxy(server, {
      origin: `${secure ? 'https' : 'http'}://${leader}`,
      ...(ca && { ca }),
      ...(credentials && { authorization: `Basic ${Buffer.from(credentials.split(':').map(decodeURIComponent).join(':')).toString('base64')}` }),
    });
  }

  get url(): string {
    return `esdb://127.0.0.1:${(this.server.address() as AddressInfo).port}?tls=false`;
  }

  /** Keeps appends from the server until thawed. Everything else goes through. */
  freeze(): { thaw(): void } {
    this.holding = true;
    for (const stream of this.appending) this.hold(stream);
    return {
      thaw: () => {
        this.holding = false;
        for (const stream of this.frozen) stream.resume();
        this.frozen.clear();
      },
    };
  }

  /** Breaks every connection. */
  drop(): void {
    for (const session of this.sessions) session.destroy();
  }

  async stop(): Promise<void> {
    this.drop();
    for (const upstream of this.upstreams) upstream.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private hold(stream: ServerHttp2Stream): void {
    stream.pause();
    this.frozen.add(stream);
  }

  private join(session: ServerHttp2Session): void {
    const upstream = connect(this.upstream.origin, { ...(this.upstream.ca && { ca: this.upstream.ca }) });
    this.sessions.add(session);
    this.upstreams.add(upstream);
    const end = () => {
      this.sessions.delete(session);
      this.upstreams.delete(upstream);
      session.destroy();
      upstream.destroy();
    };
    for (const each of [session, upstream]) each.on('error', end).on('close', end);
    session.on('stream', (stream, headers) => this.pass(stream, headers, upstream));
  }

  private pass(stream: ServerHttp2Stream, headers: Record<string, unknown>, upstream: ClientHttp2Session): void {
    const { ':authority': _, ...rest } = headers as Record<string, string>;
    const request = upstream.request({ ...rest, ...(this.upstream.authorization && { authorization: this.upstream.authorization }) });
    let trailers: Record<string, string> | undefined;
    request.on('response', (response) => stream.headersSent || stream.destroyed || stream.respond(response, { waitForTrailers: true }));
    request.on('trailers', (received) => {
      trailers = received as Record<string, string>;
    });
    stream.on('wantTrailers', () => (stream.destroyed ? undefined : stream.sendTrailers(trailers ?? {})));
    for (const [one, other] of [
      [stream, request],
      [request, stream],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('aborted', () => other.close());
    }
    stream.on('close', () => {
      this.appending.delete(stream);
      this.frozen.delete(stream);
      request.close();
    });
    stream.on('data', (chunk) => request.write(chunk)).on('end', () => request.end());
    request.pipe(stream);
    if (headers[':path'] !== appends) return;
    this.appending.add(stream);
    if (this.holding) this.hold(stream);
  }
}

/** Who leads, as any of the hosts tells. */
async function leaderOf(hosts: readonly string[], secure: boolean, ca: Buffer | undefined): Promise<string> {
  for (const host of hosts) {
    const [name = '', port = '2113'] = host.split(':');
    const gossip = await gossipOf(`${secure ? 'https' : 'http'}://${name}:${port}/gossip`, ca).catch(() => undefined);
    const leader = gossip?.members.find(({ state, isAlive }) => state === 'Leader' && isAlive);
    if (leader) return `${leader.httpEndPointIp}:${leader.httpEndPointPort}`;
    if (hosts.length === 1) return `${name}:${port}`;
  }
  throw new Error('no host of the connection string says who leads');
}

interface Gossip {
  readonly members: readonly { readonly state: string; readonly isAlive: boolean; readonly httpEndPointIp: string; readonly httpEndPointPort: number }[];
}

async function gossipOf(url: string, ca: Buffer | undefined): Promise<Gossip> {
  const request = url.startsWith('https:') ? getSecure(url, { ...(ca && { ca }), timeout: 3000 }) : getPlain(url, { timeout: 3000 });
  request.on('timeout', () => request.destroy(new Error('no answer')));
  const [response] = await once(request, 'response');
  return JSON.parse(await text(response)) as Gossip;
}
