import {
  AttachContactPoint,
  ChangeLifecycle,
  CreateEndUser,
  contactPoint,
  DetachContactPoint,
  endUser,
  type GivenPoint,
  RecordInteraction,
  Refusal,
  SharePoint,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine, inMemoryEngine, step } from '../support/in-memory-engine';

/** Few addresses, so that sequences keep running into each other. Strongest channel first, as the engine ranks them. */
const addresses: readonly GivenPoint[] = [
  { channel: 'email', value: 'a@example.org' },
  { channel: 'email', value: 'b@example.org' },
  { channel: 'phone', value: '+33612345678' },
  { channel: 'phone', value: '+33612345679' },
  { channel: 'whatsapp', value: '33612345678' },
  { channel: 'telegram', value: '@a_person' },
];
const rank = (i: number) => ['email', 'phone', 'whatsapp', 'telegram'].indexOf(addresses[i]?.channel ?? '');
/** The same number on the sibling channel. */
const siblings = new Map([
  [2, 4],
  [4, 2],
]);

/** Everything there is to know, written down as plainly as possible: who holds which address, and who is how. */
class Model {
  readonly holders = new Map<number, number[]>();
  readonly shared = new Set<number>();
  readonly people: ('active' | 'suspended' | 'deleted')[] = [];

  living(address: number): number[] {
    return (this.holders.get(address) ?? []).filter((p) => this.people[p] !== 'deleted');
  }
  create(points: number[]): number | 'taken' {
    if (points.some((a) => this.living(a).length > 0 && !this.shared.has(a))) return 'taken';
    this.people.push('active');
    const person = this.people.length - 1;
    for (const a of points) this.holders.set(a, [...this.living(a), person]);
    return person;
  }
  attach(person: number, a: number): 'ok' | 'taken' | 'deleted' {
    if (this.people[person] === 'deleted') return 'deleted';
    if (this.living(a).includes(person)) return 'ok';
    if (this.living(a).length > 0 && !this.shared.has(a)) return 'taken';
    this.holders.set(a, [...this.living(a), person]);
    return 'ok';
  }
  /** Who an interaction by these addresses belongs to. */
  record(given: number[]): number | 'ambiguous' | 'unidentified' {
    const points = [...new Set(given)].sort((x, y) => rank(x) - rank(y) || given.indexOf(x) - given.indexOf(y));
    const claims = points.map((a) => {
      const own = this.living(a);
      if (own.length > 0) return this.shared.has(a) ? undefined : own[0];
      const sibling = siblings.get(a);
      return sibling === undefined || this.shared.has(sibling) ? undefined : this.living(sibling)[0];
    });
    let winner = claims.find((c) => c !== undefined);
    const free = points.filter((a, i) => this.living(a).length === 0 && (claims[i] === undefined || claims[i] === winner));
    if (winner === undefined) {
      if (free.length === 0) return points.length > 0 ? 'ambiguous' : 'unidentified';
      this.people.push('active');
      winner = this.people.length - 1;
    }
    for (const a of free) this.holders.set(a, [winner]);
    return winner;
  }
}

type Act =
  | { do: 'create'; points: number[] }
  | { do: 'record'; points: number[] }
  | { do: 'attach'; person: number; point: number }
  | { do: 'detach'; person: number; point: number }
  | { do: 'share'; point: number }
  | { do: 'suspend'; person: number }
  | { do: 'delete'; person: number };

const address = fc.integer({ min: 0, max: addresses.length - 1 });
const points = fc.uniqueArray(address, { maxLength: 3 });
const person = fc.nat(6);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create' as const), points }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('record' as const), points }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('attach' as const), person, point: address }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('detach' as const), person, point: address }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('share' as const), point: address }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('suspend' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), person }) },
);

describe('any sequence of commands', () => {
  it('leaves every address with the holder that the naive model says, and answers alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), (acts) => compare(acts)),
      { numRuns: Number(process.env['KITH_RUNS'] ?? 300) },
    );
  }, 600_000);
});

async function compare(acts: readonly Act[]): Promise<void> {
  const engine = await inMemoryEngine();
  const model = new Model();
  const ids: string[] = [];
  for (const [n, one] of acts.entries()) await perform(engine, model, ids, one, n);
  for (const [i, given] of addresses.entries()) {
    const { digest } = await engine.points.identify('acme', given, '');
    const { state } = await engine.creations.point('acme', digest);
    const { living } = await engine.creations.holders('acme', digest, state);
    expect([i, [...living.keys()]]).toEqual([i, model.living(i).map((p) => ids[p])]);
    expect(living.size).toBeLessThanOrEqual(model.shared.has(i) ? living.size : 1);
  }
}

async function perform(engine: InMemoryEngine, model: Model, ids: string[], one: Act, n: number): Promise<void> {
  const given = (indexes: readonly number[]) => indexes.flatMap((i) => addresses[i] ?? []);
  if (one.do === 'create') {
    const expected = model.create(one.points);
    const answer = await outcome(engine.create.execute(new CreateEndUser(asking(), 'api', {}, given(one.points))));
    if (expected === 'taken') return expect(answer).toBe('contact-point-taken');
    ids.push((answer as { endUserId: string }).endUserId);
    return;
  }
  if (one.do === 'record') {
    const before = model.people.length;
    const expected = model.record(one.points);
    const interaction = { source: 'test', id: String(n), channel: 'email', via: 'email', direction: 'inbound' as const, points: given(one.points) };
    const answer = await engine.record.execute(new RecordInteraction(asking(), interaction));
    if (typeof expected === 'string') return expect([answer.outcome, answer.endUserId]).toEqual([expected, null]);
    if (model.people.length > before) ids.push(answer.endUserId ?? '');
    return expect([answer.outcome, answer.endUserId]).toEqual([model.people.length > before ? 'created' : 'matched', ids[expected]]);
  }
  const key = await engine.vault.lease();
  if (one.do === 'share') {
    model.shared.add(one.point);
    const { digest } = await engine.points.identify('acme', addresses[one.point] as GivenPoint, '');
    await engine.runner.run(contactPoint, new SharePoint('acme', digest), step(`share ${n}`), key);
    return;
  }
  const id = ids[one.person];
  if (id === undefined) return;
  if (one.do === 'attach') {
    const expected = model.attach(one.person, one.point);
    const answer = await outcome(engine.attach.execute(new AttachContactPoint(asking(), id, addresses[one.point] as GivenPoint)));
    return expect(typeof answer === 'string' ? answer : 'ok').toBe({ ok: 'ok', taken: 'contact-point-taken', deleted: 'end-user-deleted' }[expected]);
  }
  if (one.do === 'detach') {
    const held = model.people[one.person] !== 'deleted' && model.living(one.point).includes(one.person);
    await outcome(engine.detach.execute(new DetachContactPoint(asking(), id, addresses[one.point] as GivenPoint)));
    if (held)
      model.holders.set(
        one.point,
        model.living(one.point).filter((p) => p !== one.person),
      );
    return;
  }
  if (model.people[one.person] === 'deleted') return;
  model.people[one.person] = one.do === 'delete' ? 'deleted' : 'suspended';
  const change = one.do === 'delete' ? new ChangeLifecycle('acme', id, 'delete') : new ChangeLifecycle('acme', id, 'suspend');
  await engine.runner.run(endUser, change, step(`${one.do} ${n}`), key);
}

const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (error instanceof Refusal) return error.code;
    throw error;
  });
