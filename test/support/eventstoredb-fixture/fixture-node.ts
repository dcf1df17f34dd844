import { randomUUID } from 'node:crypto';
import type { Server } from '@grpc/grpc-js';
import { Connections } from './connections';
import { Faults } from './faults';
import type { FixtureLog } from './log';
import type { AppendCounts, Node, Standing } from './node';
import { addMethods, type Member, newServer } from './server';

/** What the nodes of a cluster have in common. */
export interface Shared {
  readonly log: FixtureLog;
  readonly appends: AppendCounts;
  readonly maxAppendBytes: number;
  readonly maxMessageBytes: number;
  readonly unaryOnly: boolean;
  /** How far the reads of followers are behind, in milliseconds. */
  readonly followerLagMs: number;
  readonly quorumTimeoutMs: number;
  /** The leader as this moment has it, or why there is none to write to. */
  leader(): FixtureNode | 'electing' | 'no-quorum';
  members(): readonly Member[];
}

/** One listening server over the log that it shares with others. */
export class FixtureNode implements Node {
  readonly id = randomUUID();
  readonly faults = new Faults();
  readonly connections: Connections;
  readonly connectionNames = new Set<string>();
  readonly log: FixtureLog;
  readonly appends: AppendCounts;
  readonly maxAppendBytes: number;
  readonly followerLagMs: number;
  readonly quorumTimeoutMs: number;
  readonly #server: Server;
  readonly #shared: Shared;
  #alive = false;

  constructor(shared: Shared) {
    this.#shared = shared;
    this.log = shared.log;
    this.appends = shared.appends;
    this.maxAppendBytes = shared.maxAppendBytes;
    this.followerLagMs = shared.followerLagMs;
    this.quorumTimeoutMs = shared.quorumTimeoutMs;
    this.#server = newServer(shared.maxMessageBytes);
    this.connections = new Connections(this.#server);
    addMethods(this.#server, this, () => shared.members(), shared.unaryOnly);
  }

  get alive(): boolean {
    return this.#alive;
  }

  get address(): string {
    return `127.0.0.1:${this.connections.port}`;
  }

  standing(): Standing {
    const leader = this.#shared.leader();
    if (typeof leader === 'string') return leader;
    return leader === this ? 'leader' : { host: '127.0.0.1', port: leader.connections.port };
  }

  /** Listens, the first time on the port given, later on the one it had. */
  async open(port?: number): Promise<void> {
    await this.connections.open(port);
    this.#alive = true;
  }

  /** Breaks all connections and listens no more, as a killed process does. */
  async close(): Promise<void> {
    this.#alive = false;
    await this.connections.close();
  }

  /** Lets go of everything. */
  async stop(): Promise<void> {
    this.faults.lift();
    await this.close();
    this.#server.forceShutdown();
  }
}
