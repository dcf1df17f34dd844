import { contactPoint, endUser } from '@kith/domain';
import { folded, reactorsAtRest, wholeLog, wrongsAtRest } from '../support/at-rest';
import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

const clients = 16;
const turns = Number(process.env.RACE_TURNS ?? 25);
const seed = Number(process.env.KITH_SEED ?? Date.now() % 100_000);
const points = Array.from({ length: 6 }, (_, i) => `raced-${i}@example.org`);

/** The same choices for the same seed (mulberry32). */
function choicesFrom(start: number): <T>(items: readonly T[]) => T {
  let state = start;
  return <T>(items: readonly T[]) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return items[((t ^ (t >>> 14)) >>> 0) % items.length] as T;
  };
}

let engine: RunningEngine;
afterAll(() => engine.discard());

it(`16 clients who attach, move, delete and restore leave every contact point where it belongs (KITH_SEED=${seed})`, async () => {
  engine = await RunningEngine.start();
  const people = await Promise.all(Array.from({ length: 5 }, async (_, i) => (await engine.post('/v1/end-users', { name: `P${i}` })).body.id as string));
  const client = async (n: number, often: number, late: boolean): Promise<Answer[]> => {
    const choose = choicesFrom((seed * clients + n) * often);
    const answers: Answer[] = [];
    for (let turn = 0; turn < often; turn++) {
      const [one, other, value] = [choose(people), choose(people), choose(points)];
      const point = { channel: 'email', value };
      const path = `/v1/end-users/${one}`;
      const attach = () => engine.post(`${path}/contact-points`, point);
      const moving = [
        () => engine.post(`${path}/contact-points/email/${value}/transfer`, { toEndUserId: other, cause: choose(['corrected', 'reassigned']) }),
        () => engine.call('DELETE', path),
        () => engine.call('POST', `${path}/restore`),
      ];
      const mixed = [
        ...moving,
        attach,
        attach,
        () => engine.call('DELETE', `${path}/contact-points/email/${value}`),
        () => engine.post('/v1/resolve', { contactPoints: [point], create: choose([true, false, false]) }),
      ];
      answers.push(await choose(late ? moving : mixed)());
    }
    return answers;
  };
  const race = async (often: number, late: boolean) => {
    const answers = (await Promise.all(Array.from({ length: clients }, (_, n) => client(n, often, late)))).flat();
    expect(answers.filter(({ status }) => status >= 500).map(({ body }) => body.code)).toEqual([]);
    await reactorsAtRest(engine);
  };
  await race(turns, false);
  // Whoever looks at each attach has looked by now: what is deleted from here on is released by its deletion.
  await race(3, true);
  expect(await engine.stop()).toBe(0);

  const log = await wholeLog(engine.folder);
  expect(wrongsAtRest(log)).toEqual([]);
  const now = folded(log, 'endUser', endUser);
  const living = (id: string) => ['active', 'suspended'].includes(now.get(id)?.status ?? '');
  const missed = [...folded(log, 'contactPoint', contactPoint).values()].flatMap(({ holders, restorable = [] }) =>
    holders.length === 0 ? restorable.filter(living) : [],
  );
  expect(missed).toEqual([]);
  // All of it happened, or nothing was shown.
  const types = new Set(log.map(({ type }) => type));
  for (const type of ['ContactPointAttached', 'ContactPointReleased', 'EndUserDeleted', 'EndUserRestored'])
    expect([type, types.has(type)]).toEqual([type, true]);
});
