import {
  AttachContactPoint,
  CreateEndUser,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  RecordInteraction,
  Refusal,
  RestoreEndUser,
  ShareContactPoint,
  SuspendEndUser,
  TransferContactPoint,
  UnshareContactPoint,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { reactTo } from '../support/reactions';

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
  readonly before = new Map<number, 'active' | 'suspended'>();
  /** Who lost an address by being deleted, and would have it back. */
  readonly lost = new Map<number, number[]>();

  living(address: number): number[] {
    return this.holders.get(address) ?? [];
  }
  private isFree(a: number): boolean {
    return this.shared.has(a) || this.living(a).length === 0;
  }
  private give(a: number, person: number): void {
    this.holders.set(a, [...this.living(a), person]);
    this.lost.set(
      a,
      (this.lost.get(a) ?? []).filter((p) => p !== person),
    );
  }
  private giveBack(a: number, people = this.lost.get(a) ?? []): void {
    for (const p of people) if (this.people[p] !== 'deleted' && this.isFree(a) && !this.living(a).includes(p)) this.give(a, p);
  }
  release(a: number, person: number, isDeletion = false): void {
    this.holders.set(
      a,
      this.living(a).filter((p) => p !== person),
    );
    this.lost.set(a, [...(this.shared.has(a) ? (this.lost.get(a) ?? []) : []), ...(isDeletion ? [person] : [])]);
    this.giveBack(a);
  }
  create(points: number[]): number | 'taken' {
    if (points.some((a) => !this.isFree(a))) return 'taken';
    this.people.push('active');
    const person = this.people.length - 1;
    for (const a of points) this.give(a, person);
    return person;
  }
  attach(person: number, a: number): 'ok' | 'taken' | 'deleted' {
    if (this.people[person] === 'deleted') return 'deleted';
    if (this.living(a).includes(person)) return 'ok';
    if (!this.isFree(a)) return 'taken';
    this.give(a, person);
    return 'ok';
  }
  transfer(from: number, to: number, a: number): 'ok' | 'deleted' | 'not-held' {
    if (this.people[to] === 'deleted') return 'deleted';
    if (from === to) return 'ok';
    if (!this.living(a).includes(from)) return 'not-held';
    // In one append: nobody else has it back in between.
    if (!this.living(a).includes(to)) this.give(a, to);
    this.release(a, from);
    return 'ok';
  }
  delete(person: number): void {
    const is = this.people[person];
    if (is === undefined || is === 'deleted') return;
    this.before.set(person, is);
    this.people[person] = 'deleted';
    for (const a of this.holders.keys()) if (this.living(a).includes(person)) this.release(a, person, true);
  }
  restore(person: number): void {
    if (this.people[person] !== 'deleted') return;
    this.people[person] = this.before.get(person) ?? 'active';
    for (const [a, people] of this.lost) if (people.includes(person)) this.giveBack(a, [person]);
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
    for (const a of free) this.give(a, winner);
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
  | { do: 'unshare'; point: number }
  | { do: 'transfer'; person: number; to: number; point: number }
  | { do: 'delete'; person: number }
  | { do: 'restore'; person: number };

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
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unshare' as const), point: address }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('transfer' as const), person, to: person, point: address }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), person }) },
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
  let reacted = 0n;
  for (const [n, one] of acts.entries()) {
    await perform(engine, model, ids, one, n);
    reacted = await reactTo(engine, reacted);
  }
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
  const point = 'point' in one ? (addresses[one.point] as GivenPoint) : undefined;
  if (one.do === 'share' || one.do === 'unshare') return sharing(engine, model, one, point as GivenPoint);
  const id = ids[one.person];
  if (id === undefined) return;
  if (point) return moving(engine, model, ids, one as Moving, id, point);
  const { execute, Command } = {
    suspend: { execute: (c: SuspendEndUser) => engine.suspend.execute(c), Command: SuspendEndUser },
    delete: { execute: (c: DeleteEndUser) => engine.remove.execute(c), Command: DeleteEndUser },
    restore: { execute: (c: RestoreEndUser) => engine.restore.execute(c), Command: RestoreEndUser },
  }[one.do as 'suspend' | 'delete' | 'restore'];
  await outcome(execute(new Command(asking(), id)));
  if (one.do === 'delete') model.delete(one.person);
  else if (one.do === 'restore') model.restore(one.person);
  else if (model.people[one.person] !== 'deleted') model.people[one.person] = 'suspended';
}

async function sharing(engine: InMemoryEngine, model: Model, one: Extract<Act, { do: 'share' | 'unshare' }>, point: GivenPoint): Promise<void> {
  if (one.do === 'share') {
    model.shared.add(one.point);
    await engine.share.execute(new ShareContactPoint(asking(), point));
    return;
  }
  const isCrowded = model.shared.has(one.point) && model.living(one.point).length > 1;
  const answer = await outcome(engine.unshare.execute(new UnshareContactPoint(asking(), point)));
  expect(answer === 'contact-point-still-shared').toBe(isCrowded);
  if (!isCrowded) model.shared.delete(one.point);
}

type Moving = Extract<Act, { do: 'attach' | 'detach' | 'transfer' }>;

async function moving(engine: InMemoryEngine, model: Model, ids: string[], one: Moving, id: string, point: GivenPoint): Promise<void> {
  if (one.do === 'attach') {
    const expected = model.attach(one.person, one.point);
    const answer = await outcome(engine.attach.execute(new AttachContactPoint(asking(), id, point)));
    return expect(typeof answer === 'string' ? answer : 'ok').toBe({ ok: 'ok', taken: 'contact-point-taken', deleted: 'end-user-deleted' }[expected]);
  }
  if (one.do === 'detach') {
    const isHeld = model.people[one.person] !== 'deleted' && model.living(one.point).includes(one.person);
    await outcome(engine.detach.execute(new DetachContactPoint(asking(), id, point)));
    if (isHeld) model.release(one.point, one.person);
    return;
  }
  const to = ids[one.to];
  if (to === undefined) return;
  const expected = model.transfer(one.person, one.to, one.point);
  const answer = await outcome(engine.transfer.execute(new TransferContactPoint(asking(), id, point, to, 'corrected')));
  // Whoever held it once and gave it to who has it now is told that it is done.
  if (expected === 'not-held' && typeof answer !== 'string') return expect(answer).toMatchObject({ position: null });
  return expect(typeof answer === 'string' ? answer : 'ok').toBe({ ok: 'ok', 'not-held': 'contact-point-not-held', deleted: 'end-user-deleted' }[expected]);
}

const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (error instanceof Refusal) return error.code;
    throw error;
  });
