import {
  AttachContactPoint,
  ChangeEndUserProfile,
  CreateEndUser,
  DeclareDifferent,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  MergeUsers,
  RecordInteraction,
  Refusal,
  RestoreEndUser,
  UnmergeUsers,
  WithdrawDifference,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine, inMemoryEngine } from './in-memory-engine';
import { wrongAnyTime, wrongAtRest } from './merging-log';
import { MergingModel } from './merging-model';
import { reactTo } from './reactions';

/** Strongest channel first, as the engine ranks them. */
export const addresses: readonly GivenPoint[] = [
  { channel: 'email', value: 'a@example.org' },
  { channel: 'email', value: 'b@example.org' },
  { channel: 'telegram', value: '@a_person' },
  { channel: 'telegram', value: '@b_person' },
];
/** One that is over when it is said, one that lasts. */
export const untils = { past: '2020-01-01T00:00:00.000Z', future: '2099-01-01T00:00:00.000Z', always: undefined } as const;

/** One command. */
export type Act =
  | { do: 'create'; points: number[] }
  | { do: 'record'; points: number[] }
  | { do: 'merge'; one: number; other: number }
  | { do: 'unmerge'; merge: number; alone: boolean }
  | { do: 'declare'; one: number; other: number; until: keyof typeof untils }
  | { do: 'withdraw'; declaration: number }
  | { do: 'attach' | 'detach'; person: number; point: number }
  | { do: 'edit' | 'delete' | 'restore'; person: number };

const point = fc.nat(addresses.length - 1);
const points = fc.uniqueArray(point, { maxLength: 2 }).map((given) => given.sort());
const person = fc.nat(5);
const action = <const T extends Act['do']>(name: T) => fc.constant(name);
/** Any command on a few profiles and addresses. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: action('create'), points }) },
  { weight: 2, arbitrary: fc.record({ do: action('record'), points }) },
  { weight: 8, arbitrary: fc.record({ do: action('merge'), one: person, other: person }) },
  { weight: 5, arbitrary: fc.record({ do: action('unmerge'), merge: fc.nat(7), alone: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: action('declare'), one: person, other: person, until: fc.constantFrom('past', 'future', 'always') }) },
  { weight: 1, arbitrary: fc.record({ do: action('withdraw'), declaration: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: action('attach'), person, point }) },
  { weight: 1, arbitrary: fc.record({ do: action('detach'), person, point }) },
  { weight: 1, arbitrary: fc.record({ do: action('edit'), person }) },
  { weight: 1, arbitrary: fc.record({ do: action('delete'), person }) },
  { weight: 1, arbitrary: fc.record({ do: action('restore'), person }) },
);
/** Some profiles to begin with, each with an address or without. */
export const beginning = [[0], [1], [2], []].map((given): Act => ({ do: 'create', points: given }));
const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (error instanceof Refusal) return error.code;
    throw error;
  });

/** The engine and the model, side by side: each command is done by both, and whatever can be asked is compared. */
export class Compared {
  readonly model = new MergingModel();
  readonly ids: string[] = [];
  private readonly mergeIds: string[] = [];
  private readonly declarations: { id: string; pair: string }[] = [];
  /** The declaration that stands for a pair. */
  private readonly standing = new Map<string, string>();
  engine!: InMemoryEngine;

  async all(acts: readonly Act[]): Promise<void> {
    this.engine = await inMemoryEngine();
    let reacted = 0n;
    for (const [n, one] of acts.entries()) {
      await this.perform(one, n);
      reacted = await reactTo(this.engine, reacted);
      await this.compare();
    }
    const { events } = await this.engine.store.readAll({ after: 0n, limit: 100_000 });
    const now = new Date(this.engine.clock.now()).toISOString();
    expect([wrongAnyTime(events, now), wrongAtRest(events, now)]).toEqual([undefined, undefined]);
  }

  private async compare(): Promise<void> {
    const { engine, model, ids } = this;
    for (const [i, id] of ids.entries()) {
      const { canonical, isSettled } = await engine.clusters.placeOf('acme', id);
      expect([i, canonical.id, isSettled]).toEqual([i, ids[model.root(i)], true]);
    }
    for (const [a, given] of addresses.entries()) {
      const { digest } = await engine.points.identify('acme', given, '');
      const { living } = await engine.creations.holders('acme', digest, (await engine.creations.point('acme', digest)).state);
      const holder = model.holder.get(a);
      const expected = holder === undefined ? [] : [[ids[holder], ids[model.root(holder)]]];
      expect([a, [...living].map(([id, { canonicalId }]) => [id, canonicalId])]).toEqual([a, expected]);
    }
  }

  private async perform(one: Act, n: number): Promise<void> {
    switch (one.do) {
      case 'create':
        return this.create(one.points);
      case 'record':
        return this.record(one.points, n);
      case 'merge':
        return this.merge(one.one, one.other);
      case 'unmerge':
        return this.unmerge(one.merge, one.alone);
      case 'declare':
        return this.declare(one.one, one.other, one.until);
      case 'withdraw':
        return this.withdraw(one.declaration);
      default:
        return this.onPerson(one);
    }
  }

  private given(indexes: readonly number[]): GivenPoint[] {
    return indexes.flatMap((i) => addresses[i] ?? []);
  }

  private async create(given: readonly number[]): Promise<void> {
    const expected = this.model.create(given);
    const answer = await outcome(this.engine.create.execute(new CreateEndUser(asking(), 'api', {}, this.given(given))));
    if (expected === undefined) return expect(answer).toBe('contact-point-taken');
    this.ids.push((answer as { endUserId: string }).endUserId);
  }

  private async record(given: readonly number[], n: number): Promise<void> {
    const expected = this.model.record(given);
    const interaction = { source: 'test', id: String(n), channel: 'email', via: 'email', direction: 'inbound' as const, points: this.given(given) };
    const answer = await this.engine.record.execute(new RecordInteraction(asking(), interaction));
    if (!expected) return expect(answer).toMatchObject({ outcome: 'unidentified', endUserId: null, canonicalId: null });
    if (expected.isNew) this.ids.push(answer.endUserId ?? '');
    expect(answer).toMatchObject({ outcome: expected.isNew ? 'created' : 'matched', canonicalId: this.ids[expected.root] });
  }

  private async merge(one: number, other: number): Promise<void> {
    const [survivorId, mergedId] = [this.ids[one], this.ids[other]];
    if (survivorId === undefined || mergedId === undefined) return;
    const refusals = this.model.refusals(one, other);
    const answer = await outcome(this.engine.merge.execute(new MergeUsers(asking(), survivorId, mergedId)));
    if (refusals.length > 0) return expect(refusals).toContain(answer);
    const { mergeId } = answer as { mergeId: string };
    const made = this.model.merges[this.model.merge(one, other)];
    expect(answer).toMatchObject({ survivorId: this.ids[made?.survivor ?? -1], mergedId: this.ids[made?.merged ?? -1] });
    this.mergeIds.push(mergeId);
  }

  private async unmerge(n: number, alone: boolean): Promise<void> {
    const [merge, mergeId] = [this.model.merges[n], this.mergeIds[n]];
    if (!merge || mergeId === undefined) return;
    const survivorId = this.ids[this.model.root(merge.merged)];
    const members = this.model.below(merge.merged).map((i) => this.ids[i]);
    const undone = this.model.unmerge(merge, alone);
    const isNews = undone[0] === merge;
    const answer = await this.engine.unmerge.execute(new UnmergeUsers(asking(), mergeId, alone));
    const further = undone.slice(isNews ? 1 : 0).map((m) => ({ mergeId: this.mergeIds[this.model.merges.indexOf(m)], mergedId: this.ids[m.merged] }));
    expect(answer).toMatchObject({ mergeId, mergedId: this.ids[merge.merged], further });
    if (undone.length === 0) expect(answer.position).toBeNull();
    if (!isNews) return;
    expect(answer.survivorId).toBe(survivorId);
    expect([...answer.members].sort()).toEqual(alone ? [this.ids[merge.merged]] : members.sort());
  }

  private async declare(one: number, other: number, until: keyof typeof untils): Promise<void> {
    const [endUserId, otherId] = [this.ids[one], this.ids[other]];
    if (endUserId === undefined || otherId === undefined) return;
    const answer = await outcome(this.engine.declare.execute(new DeclareDifferent(asking(), endUserId, otherId, undefined, untils[until])));
    if (one === other) return expect(answer).toBe('merge-with-itself');
    const expected = this.model.declare(one, other, until === 'past');
    if (expected !== 'ok') return expect(answer).toBe(expected);
    const { declarationId } = answer as { declarationId: string };
    const pair = [one, other].sort().join();
    this.declarations.push({ id: declarationId, pair });
    this.standing.set(pair, declarationId);
  }

  private async withdraw(n: number): Promise<void> {
    const declaration = this.declarations[n];
    if (!declaration) return;
    await this.engine.withdraw.execute(new WithdrawDifference(asking(), declaration.id));
    const { id, pair } = declaration;
    if (this.standing.get(pair) !== id) return;
    this.standing.delete(pair);
    for (const [key, { pair: people }] of this.model.differences) if ([...people].sort().join() === pair) this.model.differences.delete(key);
  }

  private async onPerson(one: Extract<Act, { person: number }>): Promise<void> {
    const { engine, model } = this;
    const id = this.ids[one.person];
    if (id === undefined) return;
    const canonicalId = this.ids[model.root(one.person)];
    if (one.do === 'attach' || one.do === 'detach') {
      const given = addresses[one.point] as GivenPoint;
      if (one.do === 'detach') {
        await outcome(engine.detach.execute(new DetachContactPoint(asking(), id, given)));
        return model.detach(one.person, one.point);
      }
      const expected = model.attach(one.person, one.point);
      const answer = await outcome(engine.attach.execute(new AttachContactPoint(asking(), id, given)));
      if (expected !== 'ok') return expect(answer).toBe(expected);
      return expect(answer).toMatchObject({ canonicalId, endUserId: this.ids[model.holder.get(one.point) ?? -1] });
    }
    if (one.do === 'edit') {
      const answer = await outcome(engine.change.execute(new ChangeEndUserProfile(asking(), id, { locale: 'fr' })));
      if (!model.lives(one.person)) return expect(answer).toBe('end-user-deleted');
      return expect(answer).toMatchObject({ endUserId: id, canonicalId });
    }
    if (one.do === 'delete') {
      await engine.remove.execute(new DeleteEndUser(asking(), id));
      return model.delete(one.person);
    }
    await engine.restore.execute(new RestoreEndUser(asking(), id));
    model.restore(one.person);
  }
}
