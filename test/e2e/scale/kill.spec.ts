import { reactorsAtRest } from '../../support/at-rest';
import { AtScale, type PartNames } from '../../support/at-scale';
import { type Ended, type Load, otherwiseNow, pause } from '../../support/at-scale-load';
import { tablesThatDiffer, until, wrongsAfterLoad } from '../../support/at-scale-log';
import { presetKey, RunningEngine } from '../../support/running-engine';

jest.setTimeout(180_000);

const rounds = Number(process.env['SCALE_KILL_ROUNDS'] ?? 1);
const long = rounds > 1;
/** In how many milliseconds another process is to go on; in the short form it may be that the machine is busy with other tests. */
const takeoverMs = long ? 10_000 : 30_000;
/** In the short form one process does what two do otherwise. */
const workers: readonly (readonly PartNames[])[] = long
  ? [['projector'], ['projector'], ['reactor'], ['reactor']]
  : [
      ['projector', 'reactor'],
      ['projector', 'reactor'],
    ];
const settings = { ...presetKey };

let scale: AtScale;
let apis: RunningEngine[] = [];
let working: RunningEngine[] = [];
const ended: Ended[] = [];
beforeAll(async () => {
  scale = await AtScale.start();
  apis = [await scale.engine(['api'], settings)];
  // The first one has all the work before anybody could share it.
  for (const parts of workers) {
    working.push(await scale.engine(parts, settings));
    for (const work of ['projector', 'reactor'] as const) if (parts.includes(work)) await doer(work);
  }
  apis.push(await scale.engine(['api'], settings));
  await Promise.all(apis.map((engine) => engine.ready()));
});
afterAll(() => scale.stop());

type Work = 'projector' | 'reactor';
const doing = async (work: Work, among = working): Promise<readonly RunningEngine[]> => {
  const standings = await Promise.all(
    among.map(async (engine) => {
      const { body } = await engine.get('/health/ready', { key: null });
      return body.work.find(({ name }: { name: string }) => name === work)?.standing as string;
    }),
  );
  return among.filter((_, i) => standings[i] === 'working');
};
/** Milliseconds until one of those that are left does the work. */
const takenOverIn = (work: Work, among = working): Promise<number> =>
  until(async () => (await doing(work, among)).length === 1, `nobody takes over the work of the ${work}`);
/** The process that does the work, once there is one. */
async function doer(work: Work): Promise<RunningEngine> {
  await until(async () => (await doing(work)).length === 1, `nobody does the work of the ${work}, or two do`);
  return (await doing(work))[0] as RunningEngine;
}

/** Deletes somebody with a contact point, which a reactor is to release. @returns their id */
async function deleted(name: string): Promise<string> {
  const [api] = apis as [RunningEngine];
  const { id } = (await api.post('/v1/end-users', { contactPoints: [{ channel: 'email', value: `${name}@example.org` }] })).body;
  expect((await api.call('DELETE', `/v1/end-users/${id}`)).status).toBe(204);
  return id;
}
/** Milliseconds until read models have what is in the log now. */
async function projectedIn(): Promise<number> {
  const [api] = apis as [RunningEngine];
  const after = (await api.post('/v1/end-users', { name: 'After' })).headers.get('kith-position') ?? '';
  const seen = async () => (await api.get('/v1/end-users?limit=1', { headers: { 'kith-after': after } })).status === 200;
  return until(seen, 'what was written is not projected', 40_000);
}
/** Milliseconds until a reactor has done what follows from the deletion; the log says so, whatever read models know. */
const releasedIn = (id: string): Promise<number> => {
  const [api] = apis as [RunningEngine];
  const released = async () => {
    const { status, text } = await api.get(`/v1/events?type=ContactPointReleased&subject=${id}`);
    return status === 200 && text !== '';
  };
  return until(released, 'the contact point of somebody deleted is not released', 40_000);
};

/** Lets a load end, and holds everything against everything else. */
async function settled(load: Load): Promise<void> {
  ended.push(...(await load.finish(apis[0] as RunningEngine)));
  await reactorsAtRest(apis[0] as RunningEngine);
  expect(wrongsAfterLoad(await scale.log(), ended)).toEqual([]);
  expect(await otherwiseNow(apis[1] as RunningEngine, load.ended)).toEqual([]);
}
const sameAsTheLog = async () => expect(await tablesThatDiffer(scale.places, await scale.servers.postgres.database())).toEqual([]);
const seconds = (ms: readonly number[]): string => ms.map((one) => (one / 1_000).toFixed(1)).join(', ');

it(
  `kill -9 of each part under load: nothing that was acknowledged is lost, and another process goes on (rounds: ${rounds})`,
  async () => {
    const [projected, reacting, released]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      const load = scale.load(`kill-${round}`, () => apis, long ? 32 : 16);
      await load.endsMore(long ? 200 : 50);
      const victims = new Set([await doer('projector'), await doer('reactor')]);
      expect(victims.size).toBe(long ? 2 : 1);
      const victim = apis[round % 2] as RunningEngine;
      apis = apis.filter((engine) => engine !== victim);
      await Promise.all([...victims, victim].map((engine) => engine.stop('SIGKILL')));
      working = working.filter((engine) => !victims.has(engine));
      const gone = await deleted(`left-${round}`);
      // What came meanwhile is reacted to in its order: how long the deletion waits for its turn depends on the load.
      const [projectorMs, reactorMs, releasedMs] = await Promise.all([projectedIn(), takenOverIn('reactor'), releasedIn(gone)]);
      projected.push(projectorMs);
      reacting.push(reactorMs);
      released.push(releasedMs);
      expect(Math.max(projectorMs, reactorMs)).toBeLessThan(takeoverMs);
      await load.endsMore(long ? 200 : 50);
      const again = workers.filter((_, i) => i < (long ? victims.size * 2 : 2) && i % 2 === 0);
      const [api, ...standby] = await Promise.all([scale.engine(['api'], settings), ...again.map((parts) => scale.engine(parts, settings))]);
      apis.push(api as RunningEngine);
      working.push(...standby);
      await settled(load);
    }
    await sameAsTheLog();
    console.log(
      `${rounds} rounds, ${ended.length} writes; projector taken over in ${seconds(projected)} s, reactors in ${seconds(reacting)} s, a deletion finished in ${seconds(released)} s`,
    );
  },
  120_000 + rounds * 90_000,
);

// Long, because nothing can be hurried: a lease has to run out.
if (long)
  it('a process that was frozen while another took over does nothing twice when it wakes', async () => {
    for (const work of ['projector', 'reactor'] as const) {
      const load = scale.load(`frozen-${work}`, () => apis);
      await load.endsMore(100);
      const frozen = await doer(work);
      frozen.process.kill('SIGSTOP');
      const gone = await deleted(`frozen-${work}`);
      const others = working.filter((engine) => engine !== frozen);
      const [takenOverMs] = await Promise.all([takenOverIn(work, others), projectedIn(), releasedIn(gone)]);
      expect(takenOverMs).toBeLessThan(takeoverMs);
      await pause(15_000 - takenOverMs);
      frozen.process.kill('SIGCONT');
      await load.endsMore(300);
      await until(async () => (await doing(work, [frozen])).length === 0, `the ${work} that was frozen still works`);
      expect(await doing(work)).toHaveLength(1);
      await settled(load);
      console.log(`${work} frozen: taken over in ${seconds([takenOverMs])} s`);
    }
    await sameAsTheLog();
  }, 300_000);
