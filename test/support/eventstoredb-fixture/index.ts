export type { Endpoint } from './failures';
export type { ActiveFault, Fault, Faults, Stored, Target } from './faults';
export { EventStoreDbFixture, type FixtureOptions } from './fixture';
export { type ClusterOptions, FixtureCluster } from './fixture-cluster';
export type { FixtureNode } from './fixture-node';
export { FixtureProcess, fixtureProgram, type LoggedEvent } from './fixture-process';
export type { FixtureLog } from './log';
export type { AppendCounts } from './node';
export type { LogRecord, ProposedEvent } from './records';
