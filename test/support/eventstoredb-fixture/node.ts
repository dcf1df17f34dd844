import type { Connections } from './connections';
import type { Endpoint } from './failures';
import type { Faults } from './faults';
import type { FixtureLog } from './log';

/** How many appends came in, and how they were answered; repeats are idempotent ones. */
export interface AppendCounts {
  unary: number;
  batch: number;
  stored: number;
  repeated: number;
  refused: number;
}

/** What a server is in its cluster: the leader, one that knows the leader, or one without a leader, or a leader whose followers are gone. */
export type Standing = 'leader' | 'electing' | 'no-quorum' | Endpoint;

/** One server as its methods see it. */
export interface Node {
  readonly log: FixtureLog;
  readonly faults: Faults;
  readonly connections: Connections;
  readonly appends: AppendCounts;
  /** The names that clients gave their connections. */
  readonly connectionNames: Set<string>;
  /** The most bytes of one append. */
  readonly maxAppendBytes: number;
  /** How far its reads are behind while it is no leader, in milliseconds. */
  readonly followerLagMs: number;
  /** How long a leader that most nodes have left takes to say that an append timed out, in milliseconds. */
  readonly quorumTimeoutMs: number;
  standing(): Standing;
}
