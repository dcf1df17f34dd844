import { createHmac } from 'node:crypto';
import { Clock, type DataKey, type EventStore, HeldPoints, KeyVault, type ReleasedPoint, type StoredEvent, withoutPersonal } from '@kith/application';
import { idInStream } from '@kith/domain';
import type { Program } from './explore';
import { CountedIds, type InMemoryEngine, type InMemoryParts, inMemoryEngine } from './in-memory-engine';

/** Keys that follow from their ids, so that every program finds what another leased. */
export class DerivedVault extends KeyVault {
  /** Ids of the keys that this one destroyed; they are found all the same, because every program has a vault of its own. */
  readonly destroyed = new Set<string>();
  private leased = 0;
  constructor(private readonly owner: string) {
    super();
  }
  async lease(): Promise<DataKey> {
    return this.derived(`${this.owner}-${++this.leased}`);
  }
  async find(keyId: string): Promise<DataKey> {
    return this.derived(keyId);
  }
  async tenantSecret(tenant: string): Promise<Buffer> {
    return createHmac('sha256', 'secret').update(tenant).digest();
  }
  createTenantSecret(tenant: string): Promise<Buffer> {
    return this.tenantSecret(tenant);
  }
  async destroy(keyId: string): Promise<void> {
    this.destroyed.add(keyId);
  }
  async close(): Promise<void> {}
  private derived(id: string): DataKey {
    return { id, secret: createHmac('sha512', 'key').update(id).digest() };
  }
}

/** It is always the same time, `later` milliseconds after the beginning. */
export class StillClock extends Clock {
  constructor(private readonly later = 0) {
    super();
  }
  now(): number {
    return Date.parse('2026-03-03T10:00:00.000Z') + this.later;
  }
}

/** Far from every limit, and what the lists show is given. */
export class GivenLists extends HeldPoints {
  constructor(
    private readonly held: readonly string[] = [],
    private readonly released: () => Promise<readonly string[]> = async () => [],
  ) {
    super();
  }
  async count(): Promise<number> {
    return 1;
  }
  async heldBy(): Promise<readonly string[]> {
    return this.held;
  }
  async releasedFrom(): Promise<readonly ReleasedPoint[]> {
    return (await this.released()).map((digest) => ({ digest, position: 0n }));
  }
  async editedAt(): Promise<bigint | undefined> {
    return undefined;
  }
}

/** Makes an engine leave out a rule, to see that it is noticed. */
export type Change = (engine: InMemoryEngine) => void;

/** Work for the real handlers, deterministic: run again on the same answers it does the same. */
export const program = (
  name: string,
  work: (engine: InMemoryEngine) => Promise<unknown>,
  change: Change = () => undefined,
  held: (store: EventStore) => HeldPoints = () => new GivenLists(),
  erasing: InMemoryParts['erasing'] = {},
): Program => ({
  name,
  run: async (store: EventStore) => {
    const engine = await inMemoryEngine({
      store,
      vault: new DerivedVault(name),
      clock: new StillClock(),
      newIds: new CountedIds(),
      held: held(store),
      erasing,
      ready: true,
    });
    change(engine);
    return work(engine);
  },
});

/** The state of every stream of a category, by the id in its name. */
export function states<State>(
  log: readonly StoredEvent[],
  category: string,
  decider: { initial: State; evolve(state: State, event: never): State },
): Map<string, State> {
  const folded = new Map<string, State>();
  for (const event of log.filter((e) => e.stream.startsWith(`${category}-`)))
    folded.set(idInStream(event.stream), decider.evolve(folded.get(idInStream(event.stream)) ?? decider.initial, withoutPersonal(event) as never));
  return folded;
}
