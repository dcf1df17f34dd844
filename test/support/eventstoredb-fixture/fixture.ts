import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from './faults';
import { type ClusterOptions, FixtureCluster } from './fixture-cluster';
import { FixtureNode } from './fixture-node';
import { FixtureLog } from './log';
import type { AppendCounts } from './node';

/** How a fixture is started. */
export interface FixtureOptions {
  /** 0 takes any that is free. */
  readonly port?: number;
  /** Whether the server writes events of its own between those of its clients; true when absent. */
  readonly systemEvents?: boolean;
  /** The most bytes of one append; 1,048,576 when absent. */
  readonly maxAppendBytes?: number;
  /** The most bytes of one message: what is larger ends the call that carries it. 16 MiB when absent. */
  readonly maxMessageBytes?: number;
  /** Hides the batch method, so that clients append one call at a time. */
  readonly unaryOnly?: boolean;
}

/** An event store in this process that speaks EventStoreDB's protocol, keeps its log in memory, and fails on demand. */
export class EventStoreDbFixture {
  readonly log: FixtureLog;
  readonly appends: AppendCounts = { unary: 0, batch: 0, stored: 0, repeated: 0, refused: 0 };
  readonly #node: FixtureNode;

  private constructor({ systemEvents = true, maxAppendBytes = 1_048_576, maxMessageBytes = 16_777_216, unaryOnly = false }: FixtureOptions) {
    this.log = new FixtureLog(systemEvents);
    this.#node = new FixtureNode({
      log: this.log,
      appends: this.appends,
      maxAppendBytes,
      maxMessageBytes,
      unaryOnly,
      followerLagMs: 0,
      quorumTimeoutMs: 0,
      leader: () => this.#node,
      members: () => [{ id: this.#node.id, host: '127.0.0.1', port: this.#node.connections.port, state: 'leader', isAlive: this.#node.alive }],
    });
  }

  static async start(options: FixtureOptions = {}): Promise<EventStoreDbFixture> {
    const fixture = new EventStoreDbFixture(options);
    await fixture.#node.open(options.port ?? 0);
    return fixture;
  }

  get url(): string {
    return `esdb://${this.#node.address}?tls=false`;
  }

  get faults(): Faults {
    return this.#node.faults;
  }

  /** How many clients are connected. */
  get connections(): number {
    return this.#node.connections.count;
  }

  /** Names that clients gave their connections since the start. */
  get connectionNames(): ReadonlySet<string> {
    return this.#node.connectionNames;
  }

  /** Ends like a killed server and comes back on the same port after so many milliseconds: the log is kept, what was remembered of recent ids is not. */
  async restart({ downMs = 0 }: { readonly downMs?: number } = {}): Promise<void> {
    await this.#node.close();
    this.log.forgetRecent();
    await pause(downMs);
    await this.#node.open();
  }

  /** Several servers over one log, of which one leads. */
  static cluster(nodes = 3, options: ClusterOptions = {}): Promise<FixtureCluster> {
    return FixtureCluster.start(nodes, options);
  }

  async stop(): Promise<void> {
    await this.#node.stop();
  }
}
