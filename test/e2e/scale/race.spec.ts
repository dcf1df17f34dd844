import { Identifiers } from '@kith/application';
import { contactPoint } from '@kith/domain';
import { folded, reactorsAtRest, vaultIn, wrongsAtRest } from '../../support/at-rest';
import { AtScale } from '../../support/at-scale';
import { inGroups, pause } from '../../support/at-scale-load';
import type { Answer, RunningEngine } from '../../support/running-engine';
import { choicesFrom } from '../../support/seeded-choices';

jest.setTimeout(60_000);

const clients = 64;
const commands = Number(process.env['RACE_COMMANDS'] ?? 768);
const seed = Number(process.env['KITH_SEED'] ?? Date.now() % 100_000);
const perClient = Math.ceil(commands / clients);
const addresses = Array.from({ length: Math.ceil(commands / 12) }, (_, i) => `raced-${i}@example.org`);
const email = (value: string) => ({ channel: 'email', value });

let scale: AtScale;
afterAll(() => scale.stop());

it(
  `64 clients of two engines, ${perClient * clients} contested commands, leave one holder of each contact point (KITH_SEED=${seed})`,
  async () => {
    scale = await AtScale.start();
    const engines = await Promise.all([scale.engine(), scale.engine()]);
    const [first, second] = engines as [RunningEngine, RunningEngine];
    const people = await Promise.all(Array.from({ length: 32 }, async (_, i) => (await first.post('/v1/end-users', { name: `P${i}` })).body.id as string));
    const [acknowledged, refusals] = [new Map<string, string>(), new Map<string, number>()];
    const again: string[] = [];

    const send = async (engine: RunningEngine, path: string, body: object, key: string): Promise<Answer> => {
      for (;;) {
        const answer = await engine.post(path, body, { headers: { 'idempotency-key': key } });
        if (answer.status !== 503) return answer;
        again.push(answer.body.code);
        await pause(50);
      }
    };
    const client = async (n: number) => {
      const choose = choicesFrom(seed * clients + n);
      for (let i = 0; i < perClient; i++) {
        const engine = choose([first, second]);
        const [one, other, value] = [choose(people), choose(people), choose(addresses)];
        const both = [email(value), email(choose(addresses))];
        const interaction = { source: 'race', id: `${n}-${i}`, channel: 'email', via: 'email', direction: 'inbound' };
        const [path, body] = choose<readonly [string, object]>([
          ['/v1/end-users', { contactPoints: [email(value)] }],
          ['/v1/end-users', { name: 'Both', contactPoints: both[0]?.value === both[1]?.value ? [email(value)] : both }],
          ['/v1/interactions', { ...interaction, contactPoints: [email(value)] }],
          ['/v1/interactions', { ...interaction, contactPoints: both }],
          ['/v1/resolve', { contactPoints: both, create: true }],
          [`/v1/end-users/${one}/contact-points`, email(value)],
          [`/v1/end-users/${one}/contact-points/email/${value}/transfer`, { toEndUserId: other, cause: choose(['corrected', 'reassigned']) }],
        ]);
        const { status, headers, body: answer } = await send(engine, path, body, `race-${n}-${i}`);
        if (status < 300) acknowledged.set(`race-${n}-${i}`, headers.get('kith-position') ?? '');
        else refusals.set(`${status} ${answer.code}`, (refusals.get(`${status} ${answer.code}`) ?? 0) + 1);
      }
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
    const tookMs = performance.now() - began;
    for (const refusal of refusals.keys())
      expect(refusal).toMatch(/^(404 contact-point-not-held|409 contact-point-taken|422 contact-point-(quarantined|limit-reached))$/);

    await reactorsAtRest(first);
    const log = await scale.log();
    expect(wrongsAtRest(log)).toEqual([]);
    const positions = new Set(log.map(({ position }) => position.toString()));
    expect([...acknowledged].filter(([, position]) => position !== '' && !positions.has(position))).toEqual([]);
    expect(log.filter(({ type }) => type === 'InteractionRecorded').length).toBeGreaterThan(commands / 5);

    const head = log.at(-1)?.position.toString() ?? '';
    const lookedUp = async (engine: RunningEngine) => {
      const found = new Map<string, string | undefined>();
      await inGroups(addresses, 16, async (value) => {
        const { body } = await engine.get(`/v1/contact-points/email/${value}`, { headers: { 'kith-after': head } });
        found.set(value, body.holders?.[0]?.endUserId);
      });
      return found;
    };
    const digests = await digestsOf(addresses);
    const points = folded(log, 'contactPoint', contactPoint);
    const expected = new Map(addresses.map((value) => [value, points.get(digests.get(value) ?? '')?.holders[0]?.endUserId]));
    for (const engine of engines) {
      const found = await lookedUp(engine);
      expect(addresses.filter((value) => found.get(value) !== expected.get(value))).toEqual([]);
    }
    expect([...expected.values()].filter((id) => id !== undefined).length).toBeGreaterThan(addresses.length / 2);
    console.log(
      `${perClient * clients} commands in ${(tookMs / 1000).toFixed(1)} s: ${acknowledged.size} done, ${again.length} asked to come again, refused ${JSON.stringify(Object.fromEntries(refusals))}, ${log.length} events`,
    );
  },
  120_000 + commands * 30,
);

/** The names of contact points in the log, which hold no address. */
async function digestsOf(values: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const vault = await vaultIn(scale.places);
  try {
    const ids = await new Identifiers(vault).of('default');
    return new Map(values.map((value) => [value, ids.contactPoint('email', '', value)]));
  } finally {
    await vault.close();
  }
}
