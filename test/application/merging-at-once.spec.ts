import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import type { StoredEvent } from '@kith/application';
import {
  AttachContactPoint,
  ChangeEndUserProfile,
  CreateEndUser,
  contactPoint,
  DeclareDifferent,
  DeleteEndUser,
  DetachContactPoint,
  idInStream,
  MergeUsers,
  RecordInteraction,
  Refusal,
  RestoreEndUser,
  UnmergeUsers,
  WithdrawDifference,
} from '@kith/domain';
import fc from 'fast-check';
import { states } from '../support/explored-engine';
import { asking, CountedIds, type InMemoryEngine, inMemoryEngine, TestClock } from '../support/in-memory-engine';
import { type Act, act, addresses, beginning, untils } from '../support/merging-compared';
import { profilesIn, rootOf, wrongAnyTime, wrongAtRest } from '../support/merging-log';
import { WrappedStore } from '../support/merging-store';
import { reactTo } from '../support/reactions';
import { choicesFrom } from '../support/seeded-choices';

const runs = Number(process.env.KITH_RUNS ?? 1_000);
const everything = { after: 0n, limit: 100_000 };

describe('merges, unmerges and whatever else at once', () => {
  it('end with links that fit, each answer kept, and every address with somebody who lives, as a naive model of the facts says', async () => {
    const batches = fc.array(fc.array(act, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(), (given, seed) => new AtOnce(seed).all(given)),
      { numRuns: runs },
    );
  }, 600_000);
});

/** What a command was answered: how it went on from there is not asked. */
interface Answered {
  readonly one: Act;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Several processes on one store, whose calls take turns at random. */
class AtOnce {
  private readonly store = new MemoryEventStore();
  private readonly vault = new MemoryKeyVault({ seed: 'test' });
  private readonly clock = new TestClock();
  private readonly newIds = new CountedIds();
  private readonly choose: ReturnType<typeof choicesFrom>;
  private readonly ids: string[] = [];
  private readonly mergeIds: string[] = [];
  private readonly declarationIds: string[] = [];

  constructor(seed: number) {
    this.choose = choicesFrom(seed);
  }

  async all(batches: readonly (readonly Act[])[]): Promise<void> {
    await this.vault.createTenantSecret('acme');
    for (const one of beginning) this.keep([{ one, answer: (await this.perform(one)) ?? {} }]);
    const processes = [await this.process(), await this.process()];
    const answered: Answered[] = [];
    let reacted = 0n;
    for (const batch of batches) {
      const from = this.choose([0n, reacted]);
      const work = batch.map(async (one, i) => ({ one, answer: await this.perform(one, processes[i % 2]) }));
      const reacting = this.choose([true, false]) ? reactTo(await this.process(), from) : undefined;
      const made = (await Promise.all(work)).flatMap(({ one, answer }) => (answer ? [{ one, answer }] : []));
      this.keep(made);
      answered.push(...made);
      reacted = (await reacting) ?? reacted;
    }
    await reactTo(await inMemoryEngine(this.parts(this.store)), 0n);
    await this.check(answered);
  }

  private parts(store: WrappedStore | MemoryEventStore) {
    return { store, vault: this.vault, clock: this.clock, newIds: this.newIds, ready: true };
  }

  private process(): Promise<InMemoryEngine> {
    const turns = [0, 0, 1, 2, 5, 9];
    return inMemoryEngine(
      this.parts(
        new WrappedStore(this.store, async (call) => {
          for (let turn = this.choose(turns); turn > 0; turn--) await Promise.resolve();
          return call();
        }),
      ),
    );
  }

  private keep(made: readonly Answered[]): void {
    for (const { one, answer } of made) {
      if (one.do === 'create' || answer.outcome === 'created') this.ids.push(String(answer.endUserId));
      if (one.do === 'merge') this.mergeIds.push(String(answer.mergeId));
      if (one.do === 'declare') this.declarationIds.push(String(answer.declarationId));
    }
  }

  /** The answer; undefined when it was refused, or is about nothing that there is. */
  private async perform(one: Act, known?: InMemoryEngine): Promise<Readonly<Record<string, unknown>> | undefined> {
    const engine = known ?? (await this.process());
    try {
      return (await this.commandOf(one, engine)) as Readonly<Record<string, unknown>> | undefined;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  private commandOf(one: Act, engine: InMemoryEngine): Promise<unknown> | undefined {
    const points = 'points' in one ? one.points.flatMap((i) => addresses[i] ?? []) : [];
    const [id, other] = 'person' in one ? [this.ids[one.person]] : 'one' in one ? [this.ids[one.one], this.ids[one.other]] : [];
    const point = 'point' in one ? addresses[one.point] : undefined;
    if (one.do === 'create') return engine.create.execute(new CreateEndUser(asking(), 'api', {}, points));
    if (one.do === 'record') {
      const interaction = { source: 'test', id: this.newIds.next(), channel: 'email', via: 'email', direction: 'inbound' as const, points };
      return engine.record.execute(new RecordInteraction(asking(), interaction));
    }
    if (one.do === 'unmerge') {
      const mergeId = this.mergeIds[one.merge];
      return mergeId === undefined ? undefined : engine.unmerge.execute(new UnmergeUsers(asking(), mergeId, one.alone));
    }
    if (one.do === 'withdraw') {
      const declarationId = this.declarationIds[one.declaration];
      return declarationId === undefined ? undefined : engine.withdraw.execute(new WithdrawDifference(asking(), declarationId));
    }
    if (id === undefined) return undefined;
    if (one.do === 'merge') return other === undefined ? undefined : engine.merge.execute(new MergeUsers(asking(), id, other));
    if (one.do === 'declare')
      return other === undefined ? undefined : engine.declare.execute(new DeclareDifferent(asking(), id, other, undefined, untils[one.until]));
    if (one.do === 'edit') return engine.change.execute(new ChangeEndUserProfile(asking(), id, { locale: 'fr' }));
    if (one.do === 'delete') return engine.remove.execute(new DeleteEndUser(asking(), id));
    if (one.do === 'restore') return engine.restore.execute(new RestoreEndUser(asking(), id));
    if (one.do === 'attach') return point && engine.attach.execute(new AttachContactPoint(asking(), id, point));
    return point && engine.detach.execute(new DetachContactPoint(asking(), id, point));
  }

  private async check(answered: readonly Answered[]): Promise<void> {
    const { events } = await this.store.readAll(everything);
    const now = new Date(this.clock.now()).toISOString();
    expect([wrongAnyTime(events, now), wrongAtRest(events, now)]).toEqual([undefined, undefined]);
    expect(wrongAddress(events)).toBeUndefined();
    const sealed = new Map(events.filter((e) => e.type === 'EndUserMerged').map((e) => [e.data.mergeId, e]));
    const undone = new Set(events.filter((e) => e.type === 'EndUserUnmerged').map((e) => e.data.mergeId));
    for (const { one, answer } of answered) {
      if (one.do === 'merge')
        expect([idInStream(sealed.get(answer.mergeId)?.stream ?? ''), sealed.get(answer.mergeId)?.data.survivorId]).toEqual([
          answer.mergedId,
          answer.survivorId,
        ]);
      if (one.do === 'unmerge') expect(undone).toContain(answer.mergeId);
      if (one.do === 'declare')
        expect(events.some(({ type, data }) => type === 'EndUsersDeclaredDifferent' && data.declarationId === answer.declarationId)).toBe(true);
    }
    const engine = await inMemoryEngine(this.parts(this.store));
    const facts = [...sealed.values()].filter(({ data }) => !undone.has(data.mergeId)).map((e) => [idInStream(e.stream), String(e.data.survivorId)] as const);
    const links = new Map(facts);
    expect(links.size).toBe(facts.length);
    for (const id of this.ids) expect((await engine.clusters.placeOf('acme', id)).canonical.id).toBe(endOf(id, links));
  }
}

function endOf(id: string, links: ReadonlyMap<string, string>): string {
  const next = links.get(id);
  return next === undefined ? id : endOf(next, links);
}

/** One holder at most, who lives as the one that stands for it does; and none free that somebody who lives lost by a deletion. */
function wrongAddress(log: readonly StoredEvent[]): string | undefined {
  const people = profilesIn(log);
  const lives = (id: string) => [id, rootOf(id, people) ?? ''].every((one) => people.get(one)?.status === 'active');
  for (const [digest, { holders }] of states(log, 'contactPoint', contactPoint)) {
    const [holder, another] = holders;
    if (another) return `${digest} has ${holders.length} holders`;
    if (holder && !lives(holder.endUserId)) return `${digest} belongs to ${holder.endUserId}, who does not live`;
    const last = log.findLast((e) => e.type === 'ContactPointReleased' && idInStream(e.stream) === digest && e.data.cause !== 'lost-race')?.data;
    if (!holder && last?.cause === 'deleted' && lives(String(last.endUserId)))
      return `${digest} is free, and ${String(last.endUserId)} lives, who lost it by a deletion`;
  }
  return undefined;
}
