import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbFixture, type FixtureCluster } from '../../support/eventstoredb-fixture';
import { bareClient, type EventStoreDBClient, NO_STREAM, reachable, readAllOf, someEvent } from '../../support/eventstoredb-fixture/bare-client';

describe('the EventStoreDB fixture as a cluster', () => {
  let cluster: FixtureCluster;
  let client: EventStoreDBClient;

  beforeEach(async () => {
    cluster = await EventStoreDbFixture.cluster(3, { followerLagMs: 400, quorumTimeoutMs: 300 });
    client = bareClient(cluster.url);
  });
  afterEach(async () => {
    await client.dispose();
    await cluster.stop();
  });
  const append = (name = `thing-${randomUUID()}`) => client.appendToStream(name, someEvent(), { expectedRevision: NO_STREAM, requiresLeader: true });
  const leader = () => cluster.nodes[cluster.leader];

  it('leads a client that knows all nodes to the leader', async () => {
    for (let n = 0; n < 3; n += 1) {
      await client.dispose();
      client = bareClient(cluster.url);
      await append();
    }
    expect(cluster.nodes.map(({ connectionNames }) => connectionNames.size > 0)).toEqual([0, 1, 2].map((n) => n === cluster.leader));
  });

  it('is found by one seed with esdb+discover', async () => {
    const other = bareClient(`esdb+discover://${cluster.nodes[1]?.address}?tls=false`);
    await other.appendToStream('thing-1', someEvent(), { requiresLeader: true });
    expect(leader()?.connectionNames).toContain(other.connectionName);
    await other.dispose();
  });

  it('refuses appends during an election, then sends those who want the leader to the new one', async () => {
    await append();
    const elected = cluster.moveLeader({ electionMs: 100 });
    await expect(append()).rejects.toMatchObject({ message: 'Could not recognize Server Is Not Ready' });
    await elected;
    await expect(append()).rejects.toMatchObject({ type: 'not-leader', leader: { address: '127.0.0.1', port: leader()?.connections.port } });
    await pause(20);
    await append();
    expect(leader()?.connectionNames).toContain(client.connectionName);
  });

  it('lets a follower hand on an append of a client that does not ask for the leader, and read what it knows by then', async () => {
    const follower = bareClient(`esdb://${cluster.nodes[(cluster.leader + 1) % 3]?.address}?tls=false`);
    await reachable(follower);
    const { position } = await follower.appendToStream('thing-1', someEvent());
    const seenBy = async (reader: EventStoreDBClient) => (await readAllOf(reader)).find(({ stream }) => stream === 'thing-1')?.position;
    expect(await seenBy(follower)).toBeUndefined();
    expect(await seenBy(client)).toBe(position?.commit);
    await pause(420);
    expect(await seenBy(follower)).toBe(position?.commit);
    await follower.dispose();
  });

  it('forgets recent ids with a new leader, so that a repeat that expects anything is appended again', async () => {
    const id = randomUUID();
    await client.appendToStream('thing-1', someEvent(id));
    expect((await client.appendToStream('thing-1', someEvent(id))).nextExpectedRevision).toBe(0n);
    await cluster.moveLeader({ electionMs: 0 });
    expect((await client.appendToStream('thing-1', someEvent(id))).nextExpectedRevision).toBe(1n);
  });

  it('goes on with another leader when the leader is killed, and with the same events', async () => {
    for (let n = 0; n < 10; n += 1) await append();
    const killed = cluster.leader;
    const election = cluster.killNode(killed, { electionMs: 200 });
    await expect(append()).rejects.toThrow();
    await election;
    expect(cluster.leader).not.toBe(killed);
    await reachable(client);
    await append();
    expect((await readAllOf(client)).filter(({ stream }) => stream.startsWith('thing-')).length).toBe(11);
    await cluster.reviveNode(killed);
    expect(cluster.nodes[killed]?.alive).toBe(true);
  });

  it('has no leader while most nodes are gone, and has one again when one of them comes back', async () => {
    const [first = 0, second = 0] = [0, 1, 2].filter((number) => number !== cluster.leader);
    await append();
    await cluster.killNode(first);
    await append();
    await cluster.killNode(second);
    const started = performance.now();
    await expect(append()).rejects.toMatchObject({ type: 'deadline-exceeded' });
    expect(performance.now() - started).toBeGreaterThan(290);
    await cluster.reviveNode(first);
    await append();
  });

  it('cannot be found when no seed is there', async () => {
    await Promise.all(cluster.nodes.map((_, number) => cluster.killNode(number, { electionMs: 0 })));
    await expect(append()).rejects.toThrow('Failed to discover after 10 attempts.');
  });
});
