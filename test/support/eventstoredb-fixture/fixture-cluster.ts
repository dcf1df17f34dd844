import { setTimeout as pause } from 'node:timers/promises';
import { FixtureNode } from './fixture-node';
import { FixtureLog } from './log';
import type { AppendCounts } from './node';
import type { Member } from './server';

/** How long nodes go without a leader; real ones took 0.2 to 1.7 s. */
interface Election {
  readonly electionMs?: number;
}

/** How a cluster is started. */
export interface ClusterOptions {
  readonly systemEvents?: boolean;
  readonly maxAppendBytes?: number;
  readonly unaryOnly?: boolean;
  /** How far the reads of followers are behind, in milliseconds; 25 when absent. */
  readonly followerLagMs?: number;
  /** How long an append waits while most nodes are gone, in milliseconds; 2,700 when absent, as measured. */
  readonly quorumTimeoutMs?: number;
}

/**
 * Several servers in this process over one log, with gossip. What was acknowledged is with all of them; what a follower gets it hands to the leader.
 * Reads of a follower are behind those of the leader.
 */
export class FixtureCluster {
  readonly log: FixtureLog;
  readonly appends: AppendCounts = { unary: 0, batch: 0, stored: 0, repeated: 0, refused: 0 };
  readonly nodes: readonly FixtureNode[];
  #leader = 0;
  #electing = false;
  /** A node that died and that the others still believe to be there. */
  #believedAlive: FixtureNode | undefined;

  private constructor(
    count: number,
    { systemEvents = true, maxAppendBytes = 1_048_576, unaryOnly = false, followerLagMs = 25, quorumTimeoutMs = 2_700 }: ClusterOptions,
  ) {
    this.log = new FixtureLog(systemEvents);
    const shared = {
      log: this.log,
      appends: this.appends,
      maxAppendBytes,
      maxMessageBytes: 16_777_216,
      unaryOnly,
      followerLagMs,
      quorumTimeoutMs,
      leader: () => this.#led(),
      members: () => this.#members(),
    };
    this.nodes = Array.from({ length: count }, () => new FixtureNode(shared));
  }

  static async start(count: number, options: ClusterOptions): Promise<FixtureCluster> {
    const cluster = new FixtureCluster(count, options);
    for (const node of cluster.nodes) await node.open(0);
    return cluster;
  }

  /** A connection string with all nodes as seeds. */
  get url(): string {
    return `esdb://${this.nodes.map(({ address }) => address).join(',')}?tls=false`;
  }

  /** Number of the leader; during an election, of the last one. */
  get leader(): number {
    return this.#leader;
  }

  /** Elects another leader: for a while nobody takes appends, then the old one is a follower and what was remembered of recent ids is gone. */
  async moveLeader({ to, electionMs = 300 }: Election & { readonly to?: number } = {}): Promise<void> {
    this.#electing = true;
    await pause(electionMs);
    this.#elect(to);
  }

  /** Kills a node; when it led, the others elect a new leader, which they can as long as most of them are there. */
  async killNode(number: number, { electionMs = 300 }: Election = {}): Promise<void> {
    const node = this.#node(number);
    if (number !== this.#leader) return node.close();
    this.#electing = true;
    this.#believedAlive = node;
    await node.close();
    await pause(electionMs / 2);
    this.#believedAlive = undefined;
    await pause(electionMs / 2);
    this.#elect();
  }

  /** Brings a killed node back on its port, as a follower unless it is the one that completes a quorum. */
  async reviveNode(number: number): Promise<void> {
    await this.#node(number).open();
    if (!this.#node(this.#leader).alive) this.#elect();
  }

  /** Ends all nodes like killed ones and brings them back after so many milliseconds, with the same leader. */
  async restart({ downMs = 0 }: { readonly downMs?: number } = {}): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.close()));
    this.log.forgetRecent();
    await pause(downMs);
    await Promise.all(this.nodes.map((node) => node.open()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  #led(): FixtureNode | 'electing' | 'no-quorum' {
    if (this.#electing) return 'electing';
    if (2 * this.nodes.filter(({ alive }) => alive).length <= this.nodes.length) return 'no-quorum';
    return this.#node(this.#leader);
  }

  #elect(to?: number): void {
    const candidates = this.nodes.flatMap(({ alive }, number) => (alive && number !== this.#leader ? [number] : []));
    this.#leader = to ?? candidates[Math.floor(Math.random() * candidates.length)] ?? this.#leader;
    this.log.forgetRecent();
    this.#electing = false;
  }

  #members(): readonly Member[] {
    const stale = this.#believedAlive;
    return this.nodes.map((node, number) => ({
      id: node.id,
      host: '127.0.0.1',
      port: node.connections.port,
      state: this.#electing && stale === undefined ? 'unknown' : number === this.#leader ? 'leader' : 'follower',
      isAlive: node.alive || node === stale,
    }));
  }

  #node(number: number): FixtureNode {
    const node = this.nodes[number];
    if (node === undefined) throw new RangeError(`the cluster has no node ${number}`);
    return node;
  }
}
