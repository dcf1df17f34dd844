import { contactPoint } from '@kith/domain';
import { folded, wholeLog, wrongsAtRest } from '../support/at-rest';
import { RunningEngine } from '../support/running-engine';

const clients = 64;
const points = Array.from({ length: 500 }, (_, i) => ({ channel: 'email', value: `contested-${i}@example.org` }));

/** The same order for the same seed (mulberry32). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

let engine: RunningEngine;
afterAll(() => engine.discard());

it('64 clients racing for 500 contact points leave exactly one holder each, and every answer named that one', async () => {
  engine = await RunningEngine.start();
  const told = new Map<string, Set<string>>();
  const tell = (point: string, endUserId: unknown) => told.set(point, (told.get(point) ?? new Set()).add(String(endUserId)));
  const statuses = new Map<number, number>();

  /** Creates by command, reports interactions and resolves, over a fifth of all points each, each client in an order of its own. */
  const client = async (n: number) => {
    for (const [i, point] of shuffled(points, n).slice(0, 100).entries()) {
      const kind = (n + i) % 3;
      const answer =
        kind === 0
          ? await engine.post('/v1/end-users', { contactPoints: [point] })
          : kind === 1
            ? await engine.post('/v1/interactions', {
                source: 'race',
                id: `${n}-${i}`,
                channel: 'email',
                via: 'email',
                direction: 'inbound',
                contactPoints: [point],
              })
            : await engine.post('/v1/resolve', { contactPoints: [point], create: true });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      tell(point.value, kind === 0 && answer.status === 201 ? answer.body['id'] : (answer.body['holderId'] ?? answer.body['endUserId']));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
  expect([...statuses.keys()].sort()).toEqual([200, 201, 409]);
  expect([...told.values()].filter((ids) => ids.size !== 1)).toEqual([]);
  expect(told.size).toBe(points.length);

  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await engine.stop()).toBe(0);
  const log = await wholeLog(engine.folder);
  expect(wrongsAtRest(log)).toEqual([]);
  const holders = [...folded(log, 'contactPoint', contactPoint).values()].map((p) => p.holders.map((h) => h.endUserId));
  expect(holders).toHaveLength(points.length);
  expect(new Set(holders.flat())).toEqual(new Set([...told.values()].flatMap((ids) => [...ids])));
}, 300_000);
