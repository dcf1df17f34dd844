import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { AppendOutcomeUnknown, type StoredEvent } from '@kith/application';
import { ChangeOrganization, CreateOrganization, DeleteOrganization, MergeOrganizations, organization, Refusal, TagOrganization } from '@kith/domain';
import { states } from '../support/explored-engine';
import { asking, CountedIds, type InMemoryEngine, inMemoryEngine, TestClock } from '../support/in-memory-engine';
import { WrappedStore } from '../support/merging-store';
import { sharedName, wrongNames } from '../support/names-at-rest';
import { reactTo } from '../support/reactions';
import { choicesFrom } from '../support/seeded-choices';

const runs = Number(process.env.KITH_RUNS ?? 60);
const names = ['Acme', 'ACME', 'Beta', 'Gamma', 'gamma '];
const kinds = ['create', 'create', 'rename', 'rename', 'tag', 'delete', 'merge'] as const;

/** What becomes of a call. A read that is lost ends a command wherever it was. */
const appends = ['done', 'done', 'done', 'done', 'silent', 'lost'] as const;
const reads = [...Array.from({ length: 24 }, () => 'done' as const), 'lost'] as const;

type Act = (engine: InMemoryEngine) => Promise<object>;

describe('creations, renames, edits, merges and deletions at once', () => {
  it(`leave no name with two living organizations at any time, nor a claim that nobody rests on, and every answer stands (${runs} seeds)`, async () => {
    let answered = 0;
    for (let seed = 1; seed <= runs; seed++) answered += await new AtOnce(seed).all();
    // Of twenty commands a seed; the others are refused, do nothing, or have no answer.
    expect(answered).toBeGreaterThan(4 * runs);
  }, 600_000);
});

/** Several processes on one store whose calls take turns at random and now and then have no answer. */
class AtOnce {
  private readonly store = new MemoryEventStore();
  private readonly vault = new MemoryKeyVault({ seed: 'test' });
  private readonly clock = new TestClock();
  private readonly newIds = new CountedIds();
  private readonly choose: ReturnType<typeof choicesFrom>;
  private ids: string[] = [];
  private keys = 0;

  constructor(private readonly seed: number) {
    this.choose = choicesFrom(seed);
  }

  /** @returns how many commands were answered that they were done */
  async all(): Promise<number> {
    await this.vault.createTenantSecret('acme');
    const processes = [await this.process(true), await this.process(true)];
    const answered: [Act, object][] = [];
    let reacted = 0n;
    for (let batch = 0; batch < 5; batch++) {
      const acts = Array.from({ length: 4 }, () => this.act());
      const work = acts.map(async (act, i) => [act, await this.performed(act, processes[i % 2] as InMemoryEngine)] as const);
      // Each event is reacted to once, and it may be at once.
      const reacting = this.choose([true, false]) ? reactTo(await this.process(false), reacted) : undefined;
      for (const [act, answer] of await Promise.all(work)) if (answer) answered.push([act, answer]);
      reacted = (await reacting) ?? reacted;
      this.ids = [...states(await this.log(), 'organization', organization).keys()];
    }
    const alone = await inMemoryEngine(this.parts(this.store));
    await reactTo(alone, reacted);
    const log = await this.log();
    expect([this.seed, sharedName(log), wrongNames(log)]).toEqual([this.seed, undefined, undefined]);
    for (const [act, answer] of answered) expect([this.seed, await act(alone)]).toEqual([this.seed, answer]);
    expect(await this.log()).toHaveLength(log.length);
    return answered.length;
  }

  private async log(): Promise<readonly StoredEvent[]> {
    return (await this.store.readAll({ after: 0n, limit: 100_000 })).events;
  }

  private act(): Act {
    const context = asking({ idempotencyKey: `k${this.keys++}` });
    const name = this.choose(names);
    const [one, other] = [this.choose(this.ids), this.choose(this.ids)];
    const kind = this.choose(kinds);
    if (kind === 'create' || one === undefined || other === undefined)
      return (engine) => engine.createOrganization.execute(new CreateOrganization(context, 'api', { name }));
    if (kind === 'rename') return (engine) => engine.changeOrganization.execute(new ChangeOrganization(context, one, { name, notes: name }));
    if (kind === 'tag') return (engine) => engine.tagOrganization.execute(new TagOrganization(context, one, [name]));
    if (kind === 'delete') return (engine) => engine.deleteOrganization.execute(new DeleteOrganization(context, one));
    return (engine) => engine.mergeOrganizations.execute(new MergeOrganizations(context, one, other));
  }

  /** What it was answered if it appended; a refusal, or no answer at all, is an end like any other. */
  private async performed(act: Act, engine: InMemoryEngine): Promise<object | undefined> {
    try {
      const answer = await act(engine);
      return 'position' in answer && answer.position !== null ? answer : undefined;
    } catch (error) {
      if (error instanceof Refusal || error instanceof AppendOutcomeUnknown) return undefined;
      throw error;
    }
  }

  private process(faulty: boolean): Promise<InMemoryEngine> {
    const around = async <T>(call: () => Promise<T>, isAppend: boolean): Promise<T> => {
      for (let turns = this.choose([0, 1, 2, 5, 9]); turns > 0; turns--) await Promise.resolve();
      const fate = faulty ? this.choose(isAppend ? appends : reads) : 'done';
      if (fate === 'lost') throw new AppendOutcomeUnknown('no answer');
      const answer = await call();
      if (fate === 'silent') throw new AppendOutcomeUnknown('no answer');
      return answer;
    };
    return inMemoryEngine(this.parts(new WrappedStore(this.store, around)));
  }

  private parts(store: MemoryEventStore | WrappedStore) {
    return { store, vault: this.vault, clock: this.clock, newIds: this.newIds, ready: true };
  }
}
