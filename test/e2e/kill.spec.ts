import { rmSync } from 'node:fs';
import { wholeLog, wrongsAtRest } from '../support/at-rest';
import { type Answer, presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 1);
const inFlight = 48;

/** A write that was acknowledged, and how to ask for it again. */
interface Acknowledged {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly key: string;
  readonly status: number;
  readonly answer: Record<string, unknown>;
  readonly position: string;
}

const address = (n: number) => ({ channel: 'email', value: `person-${n}@example.org` });
const number = (n: number) => ({ channel: 'phone', value: `+336398${String(n).padStart(5, '0')}` });

/** The n-th write of a round: creations with two points, first and later contacts, some of them for the same people. */
function writeOf(round: number, n: number): { path: string; body: Record<string, unknown> } {
  const person = round * 10_000 + Math.floor(n / 3);
  if (n % 3 === 0) return { path: '/v1/end-users', body: { name: `Person ${person}`, contactPoints: [address(person), number(person % 100_000)] } };
  const contactPoints = n % 3 === 1 ? [number(person % 100_000)] : [address(person), { channel: 'telegram', value: `@person_${person}` }];
  return {
    path: '/v1/interactions',
    body: { source: 'kill', id: `${round}-${n}`, channel: contactPoints[0]?.channel, via: 'chat', direction: 'inbound', contactPoints, summary: 'hello' },
  };
}

/** Writes until the engine is gone; adds what it acknowledged. */
async function load(engine: RunningEngine, round: number, until: () => boolean, acknowledged: Acknowledged[], refused: unknown[]): Promise<void> {
  let n = 0;
  const worker = async () => {
    while (!until()) {
      const mine = n++;
      const { path, body } = writeOf(round, mine);
      const key = `kill-${round}-${mine}`;
      const answer = await engine.post(path, body, { headers: { 'idempotency-key': key } }).catch(() => undefined);
      if (answer && answer.status < 300)
        acknowledged.push({ path, body, key, status: answer.status, answer: answer.body, position: answer.headers.get('kith-position') ?? '' });
      else refused.push(answer?.body);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

const holderOf = async (engine: RunningEngine, point: { channel: string; value: string }, after: string): Promise<string | undefined> => {
  const found = await engine.get(`/v1/contact-points/${point.channel}/${encodeURIComponent(point.value)}`, { headers: { 'kith-after': after } });
  return found.body.holders?.[0]?.endUserId;
};

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 32) await Promise.all(items.slice(i, i + 32).map(work));
}

const folder = scratchFolder();
let running: RunningEngine | undefined;
const start = async () => {
  running = await RunningEngine.start({ folder, settings: { ...presetKey, KITH_LOG_LEVEL: 'warn' } });
  return running;
};
afterAll(async () => {
  await running?.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it(
  `every acknowledged write is there after kill -9 under load, ${rounds} rounds`,
  async () => {
    const everything: Acknowledged[] = [];
    for (let round = 0; round < rounds; round++) {
      const engine = await start();
      let killed = false;
      const acknowledged: Acknowledged[] = [];
      const refused: unknown[] = [];
      const loading = load(engine, round, () => killed, acknowledged, refused);
      // In the middle of the load, at another place in each round.
      const enough = 50 + ((round * 137) % 400);
      for (const end = Date.now() + 30_000; acknowledged.length < enough; await new Promise((resolve) => setTimeout(resolve, 3)))
        if (Date.now() > end)
          throw new Error(
            `only ${acknowledged.length} of ${enough} writes were acknowledged: ${JSON.stringify(refused.slice(-3))} ${[...engine.lines, ...engine.errors].slice(-20).join()}`,
          );
      await engine.stop('SIGKILL');
      killed = true;
      await loading;
      everything.push(...acknowledged);

      const again = await start();
      const last = acknowledged.reduce((most, { position }) => (BigInt(position) > most ? BigInt(position) : most), 0n).toString();
      await inGroups(acknowledged, async (write) => {
        // Asked again under its key, it is the same write: same status, ids and position.
        const retried = await again.post(write.path, write.body, { headers: { 'idempotency-key': write.key } });
        expect(summaryOf(retried)).toEqual({ status: write.status, position: write.position, id: idIn(write.answer) });
        const [point] = write.body['contactPoints'] as { channel: string; value: string }[];
        if (point) expect(await holderOf(again, point, last)).toBe(idIn(write.answer));
      });
      await again.stop('SIGKILL');
    }
    const engine = await start();
    await engine.ready();
    // What was cut off in the last round is finished once it is a second old.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await engine.stop()).toBe(0);
    const log = await wholeLog(folder);
    expect(wrongsAtRest(log)).toEqual([]);
    console.log(`${rounds} rounds: ${everything.length} acknowledged writes, ${log.length} events`);
  },
  60_000 + rounds * 60_000,
);

const idIn = (answer: Record<string, unknown>) => answer['id'] ?? answer['endUserId'];
const summaryOf = ({ status, headers, body }: Answer) => ({ status, position: headers.get('kith-position'), id: idIn(body) });
