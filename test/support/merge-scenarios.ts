import { CreateEndUser, DeclareDifferent, DeleteEndUser, MergeUsers, Refusal, type RefusalCode, UnmergeUsers, WithdrawDifference } from '@kith/domain';
import { asking, type InMemoryEngine } from './in-memory-engine';

type Choose = <T>(items: readonly T[]) => T;

/** What came of a command. */
export interface Outcome {
  readonly command: string;
  /** Null when it was so already. */
  readonly position?: bigint | null;
  readonly refused?: RefusalCode;
}

interface Merged {
  readonly mergeId: string;
  readonly position: bigint;
}

/** Four new people, and commands about them that go to either of two engines, each a moment later or earlier than it could. */
export class Cast {
  readonly outcomes: Outcome[] = [];

  private constructor(
    private readonly engines: readonly InMemoryEngine[],
    private readonly choose: Choose,
    readonly people: readonly [string, string, string, string],
  ) {}

  static async of(engines: readonly InMemoryEngine[], choose: Choose): Promise<Cast> {
    const [engine] = engines as readonly [InMemoryEngine];
    const ids = await Promise.all(
      ['A', 'B', 'C', 'D'].map(async (name) => (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, []))).endUserId),
    );
    // By chance, the lower id is now the one to survive and now the other.
    const [a = '', b = '', c = '', d = ''] = choose([true, false]) ? ids : ids.toReversed();
    return new Cast(engines, choose, [a, b, c, d]);
  }

  merge(survivorId: string, mergedId: string, key?: string): Promise<Merged | undefined> {
    const context = asking({ ...(key !== undefined && { idempotencyKey: `${key} ${survivorId}` }) });
    return this.told('merge', (engine) => engine.merge.execute(new MergeUsers(context, survivorId, mergedId)));
  }

  unmerge(mergeId: string | undefined, alone = false): Promise<unknown> {
    if (mergeId === undefined) return Promise.resolve();
    return this.told('unmerge', (engine) => engine.unmerge.execute(new UnmergeUsers(asking(), mergeId, alone)));
  }

  declare(one: string, other: string): Promise<{ readonly declarationId: string; readonly position: bigint | null } | undefined> {
    return this.told('declare', (engine) => engine.declare.execute(new DeclareDifferent(asking(), one, other)));
  }

  withdraw(declarationId: string | undefined): Promise<unknown> {
    if (declarationId === undefined) return Promise.resolve();
    return this.told('withdraw', (engine) => engine.withdraw.execute(new WithdrawDifference(asking(), declarationId)));
  }

  remove(endUserId: string): Promise<unknown> {
    return this.told('delete', (engine) => engine.remove.execute(new DeleteEndUser(asking(), endUserId)));
  }

  /** Undefined when it was refused. */
  private async told<Answer extends { readonly position: bigint | null }>(
    command: string,
    send: (engine: InMemoryEngine) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    await new Promise((resolve) => setTimeout(resolve, this.choose([0, 0, 1, 2, 4])));
    try {
      const answer = await send(this.choose(this.engines));
      this.outcomes.push({ command, position: answer.position });
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.outcomes.push({ command, refused: error.code });
      return undefined;
    }
  }
}

/** What is fired at once. */
export interface Scenario {
  readonly name: string;
  readonly play: (cast: Cast) => Promise<unknown>;
}

const scenario = (name: string, play: Scenario['play']): Scenario => ({ name, play });
const all = (...commands: readonly Promise<unknown>[]): Promise<unknown> => Promise.all(commands);

/** What can get in each other's way, as the protocols of merging name it. */
export const mergeScenarios: readonly Scenario[] = [
  scenario('opposite merges and a retry', async (cast) => {
    const [a, b] = cast.people;
    const [one, , again] = (await all(cast.merge(a, b, 'one'), cast.merge(b, a), cast.merge(a, b, 'one'))) as (Merged | undefined)[];
    if (one && again && one.mergeId !== again.mergeId) throw new Error('a retry of a merge made another one');
    if (one && (await cast.merge(a, b, 'one'))?.position !== one.position) throw new Error('a late retry was answered otherwise');
  }),
  scenario('a ring of three', (cast) => {
    const [a, b, c] = cast.people;
    return all(cast.merge(a, b), cast.merge(b, c), cast.merge(c, a));
  }),
  scenario('a ring of three the other way', (cast) => {
    const [a, b, c] = cast.people;
    return all(cast.merge(b, a), cast.merge(c, b), cast.merge(a, c));
  }),
  scenario('merge against delete of the survivor', (cast) => {
    const [a, b] = cast.people;
    return all(cast.merge(a, b), cast.remove(a));
  }),
  scenario('merge against delete of the merged', (cast) => {
    const [a, b] = cast.people;
    return all(cast.merge(a, b), cast.remove(b));
  }),
  scenario('unmerge racing a further merge', async (cast) => {
    const [a, b, c] = cast.people;
    const first = await cast.merge(a, b);
    await all(cast.unmerge(first?.mergeId), cast.merge(c, a));
  }),
  scenario('merged again both ways while it is undone', async (cast) => {
    const [a, b] = cast.people;
    const first = await cast.merge(a, b);
    await all(cast.unmerge(first?.mergeId), cast.merge(b, a), cast.merge(a, b), cast.unmerge(first?.mergeId));
  }),
  scenario('unmerges in the middle and at the top of a chain', async (cast) => {
    const [a, b, c, d] = cast.people;
    const [low, high] = [await cast.merge(b, a), await cast.merge(c, b)];
    await all(cast.unmerge(low?.mergeId), cast.unmerge(high?.mergeId, true), cast.merge(d, c));
  }),
  scenario('declared different against merges', (cast) => {
    const [a, b, c] = cast.people;
    return all(cast.declare(a, b), cast.merge(a, c), cast.merge(b, c));
  }),
  scenario('withdrawn and declared against merges', async (cast) => {
    const [a, b, c] = cast.people;
    const declared = await cast.declare(a, b);
    await all(cast.withdraw(declared?.declarationId), cast.merge(a, b), cast.declare(b, c), cast.merge(c, b));
  }),
  scenario('declared different against a chain and its unmerge', async (cast) => {
    const [a, b, c, d] = cast.people;
    const first = await cast.merge(a, b);
    await all(cast.declare(b, c), cast.unmerge(first?.mergeId), cast.merge(c, a), cast.merge(d, b));
  }),
];
