import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Fault, Faults } from './faults';
import { EventStoreDbFixture } from './fixture';
import type { FixtureCluster } from './fixture-cluster';

/** The most events of one answer of GET /log. */
const logPage = 10_000;

/**
 * The switches of a fixture over HTTP, for tests that run it as a process of its own: POST /faults (a fault as JSON; answers its id;
 * ?node=<number> of a cluster, its leader when absent), DELETE /faults and DELETE /faults/<id>, POST /restart ({downMs}),
 * GET /log?from=<number in $all> (its clients' events), GET /log.count, GET /appends; for a cluster GET /leader, POST /leader (moves it),
 * POST /nodes/<number>/kill and POST /nodes/<number>/revive.
 */
export class Control {
  readonly #fixture: EventStoreDbFixture | FixtureCluster;
  readonly #server: Server;
  readonly #lifts = new Map<string, () => void>();
  #lastId = 0;

  private constructor(fixture: EventStoreDbFixture | FixtureCluster) {
    this.#fixture = fixture;
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => answer(response, 400, { error: String(error) }));
    });
  }

  static async open(fixture: EventStoreDbFixture | FixtureCluster): Promise<Control> {
    const control = new Control(fixture);
    await new Promise<void>((resolve) => control.#server.listen(0, '127.0.0.1', resolve));
    return control;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the control listens on no port');
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, place, id, verb] = pathname.split('/');
    const { log, appends } = this.#fixture;
    switch (`${request.method} /${place}`) {
      case 'POST /faults': {
        const fault = JSON.parse(await text(request)) as Fault;
        const lifts = this.#faults(searchParams.get('node')).map((faults) => faults.begin(fault));
        this.#lastId += 1;
        this.#lifts.set(String(this.#lastId), () => {
          for (const lift of lifts) lift();
        });
        return answer(response, 201, { id: String(this.#lastId) });
      }
      case 'DELETE /faults':
        if (id === undefined) for (const faults of this.#faults('all')) faults.lift();
        else this.#lifts.get(id)?.();
        return answer(response, 200, {});
      case 'POST /restart':
        await this.#fixture.restart(JSON.parse((await text(request)) || '{}') as { downMs?: number });
        return answer(response, 200, {});
      case 'GET /log': {
        const from = Number(searchParams.get('from') ?? 0);
        const records = log.records.slice(from, from + logPage);
        const events = records
          .filter(({ stream }) => !stream.startsWith('$'))
          .map(({ stream, revision, position, id, type }) => ({ stream, revision, position, id, type }));
        return answer(response, 200, { events, next: from + records.length, atEnd: from + records.length >= log.records.length });
      }
      case 'GET /log.count':
        return answer(response, 200, { count: log.records.reduce((count, { stream }) => count + (stream.startsWith('$') ? 0 : 1), 0) });
      case 'GET /appends':
        return answer(response, 200, appends);
      case 'GET /leader':
        return answer(response, 200, { leader: this.#cluster().leader });
      case 'POST /leader':
        await this.#cluster().moveLeader();
        return answer(response, 200, { leader: this.#cluster().leader });
      case 'POST /nodes':
        if (verb === 'kill') await this.#cluster().killNode(Number(id));
        else await this.#cluster().reviveNode(Number(id));
        return answer(response, 200, { leader: this.#cluster().leader });
      default:
        return answer(response, 404, { error: `there is no ${request.method} ${pathname}` });
    }
  }

  /** The switches of a cluster's node, of its leader, or of all. */
  #faults(node: string | null): readonly Faults[] {
    if (this.#fixture instanceof EventStoreDbFixture) return [this.#fixture.faults];
    const { nodes, leader } = this.#fixture;
    return nodes.filter((_, number) => node === 'all' || number === Number(node ?? leader)).map(({ faults }) => faults);
  }

  #cluster(): FixtureCluster {
    if (this.#fixture instanceof EventStoreDbFixture) throw new Error('a single node has no cluster to lead');
    return this.#fixture;
  }
}

function answer(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
