import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { FixtureProcess, fixtureProgram } from '../../support/eventstoredb-fixture';
import { bareClient, type EventStoreDBClient, NO_STREAM, reachable, readAllOf, someEvent } from '../../support/eventstoredb-fixture/bare-client';

describe('the EventStoreDB fixture as a process of its own', () => {
  let fixture: FixtureProcess;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    fixture = await FixtureProcess.start();
    client = bareClient(fixture.url);
  });
  afterAll(async () => {
    await client.dispose();
    await fixture.stop();
  });

  it('tells what is stored, in commit order and without its own events', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const event = someEvent();
      ids.push(event.id);
      await client.appendToStream('thing-1', event);
    }
    expect((await fixture.log()).map(({ id }) => id)).toEqual(ids);
    expect(await fixture.count()).toBe(10);
    expect(await fixture.appends()).toMatchObject({ batch: 10, stored: 10 });
    expect((await readAllOf(client)).length).toBeGreaterThan(10);
  });

  it('takes faults over HTTP and lifts one or all', async () => {
    const lift = await fixture.fault({ kind: 'wrong-revision' });
    await fixture.fault({ kind: 'not-ready', on: ['reads'] });
    await expect(client.appendToStream('thing-2', someEvent())).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await lift();
    await client.appendToStream('thing-2', someEvent());
    await expect(readAllOf(client)).rejects.toMatchObject({ type: 'unavailable' });
    await fixture.lift();
    await reachable(client);
  });

  it('restarts on its port with the same log', async () => {
    const before = await fixture.log();
    await fixture.restart(20);
    await reachable(client);
    expect(await fixture.log()).toEqual(before);
  });

  it('can be stopped where it is, and goes on with what had come in', async () => {
    fixture.freeze();
    let answered = false;
    const appended = client.appendToStream('thing-3', someEvent(), { expectedRevision: NO_STREAM }).then(() => {
      answered = true;
    });
    await pause(200);
    expect(answered).toBe(false);
    fixture.thaw();
    await appended;
    expect(answered).toBe(true);
  });

  it('can be a cluster, whose leader moves, dies and comes back', async () => {
    const cluster = await FixtureProcess.start(['--nodes', '3']);
    const other = bareClient(cluster.url);
    const append = () => other.appendToStream('thing-1', someEvent(), { requiresLeader: true });
    await append();
    const first = await cluster.leader();
    const second = await cluster.moveLeader();
    expect(second).not.toBe(first);
    await expect(append()).rejects.toMatchObject({ type: 'not-leader' });
    await reachable(other);
    await append();
    await cluster.killNode(second);
    expect(await cluster.leader()).not.toBe(second);
    await reachable(other);
    await append();
    await cluster.reviveNode(second);
    await cluster.fault({ kind: 'wrong-revision', times: 1 });
    await expect(append()).rejects.toMatchObject({ type: 'wrong-expected-version' });
    expect(await cluster.count()).toBe(3);
    await other.dispose();
    await cluster.stop();
  });

  it.each<[string, (child: ChildProcess) => void]>([
    ['its parent goes away', (child) => child.stdin?.end()],
    ['it is told to', (child) => child.kill('SIGTERM')],
  ])('ends when %s, whatever is held', async (_, end) => {
    const child = spawn(process.execPath, [fixtureProgram], { stdio: ['pipe', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /esdb:\S+/.exec(said.toString())?.[0] ?? '';
    const held = bareClient(url);
    const subscription = held.subscribeToAll().on('error', () => undefined);
    await once(subscription, 'confirmation');
    end(child);
    expect(await exited).toEqual([0, null]);
    await held.dispose();
  });
});
