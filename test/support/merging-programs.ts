import { createHash } from 'node:crypto';
import { MemoryEventStore, type MemorySnapshot } from '@kith/adapters';
import {
  certifyErasures,
  type EventStore,
  finishErasure,
  finishLinks,
  type KnownDifference,
  type KnownMerge,
  MergeLedger,
  mergeTimeOutMs,
  NewIds,
  type Reactor,
  type StoredEvent,
  type TenantIdentifiers,
} from '@kith/application';
import { DeclareDifferent, type EndUser, EraseEndUser, idInStream, RestoreEndUser, WithdrawDifference } from '@kith/domain';
import { wrongErasures } from './erasing-log';
import { erasingNothingElse } from './erasing-parts';
import type { Program } from './explore';
import { DerivedVault, GivenLists, StillClock } from './explored-engine';
import { asking, type InMemoryEngine, inMemoryEngine } from './in-memory-engine';
import { logFrom } from './merging-explore';
import { endUsers, type Kind } from './merging-kinds';
import { profilesIn, told, wrongAnyTime, wrongAtRest } from './merging-log';
import { commandsOf, executeOn } from './reactions';

/** A profile by one letter, a to f; the ids are in the order of the letters. */
export const profile = (letter: string) => `00000000-0000-7000-8000-00000000000${letter}`;
/** What finishes what programs leave half done. */
const reactors = [finishLinks, finishErasure, certifyErasures];
/** The time of everything that is explored. */
const now = new StillClock();

/** A rule that is left out, to see that it is noticed; and what would stand in for it. */
export interface Fault {
  readonly change?: (engine: InMemoryEngine) => void;
  /** A step that an event of this type sets off beside those of the reactors. */
  readonly instead?: { readonly type: string; readonly react: (engine: InMemoryEngine, event: StoredEvent) => Promise<unknown> };
}

/** Ids that nobody else makes, the same in every run. */
class OwnIds extends NewIds {
  private count = 0;
  constructor(private readonly name: string) {
    super();
  }
  next(): string {
    const digest = createHash('sha1')
      .update(`${this.name} ${++this.count}`)
      .digest('hex');
    return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(12, 15)}-8${digest.slice(15, 18)}-${digest.slice(18, 30)}`;
  }
}

/** Knows what the log knew when everything began: never newer. */
class GivenLedger extends MergeLedger {
  constructor(private readonly log: readonly StoredEvent[]) {
    super();
  }
  async merge(_: string, mergeId: string): Promise<KnownMerge | undefined> {
    const sealed = this.log.find(({ type, data }) => type === 'EndUserMerged' && data.mergeId === mergeId);
    return sealed && { mergeId, survivorId: sealed.data.survivorId as string, mergedId: idInStream(sealed.stream), isUndone: false };
  }
  async organizationMerge(_: string, mergeId: string): Promise<KnownMerge | undefined> {
    const sealed = this.log.find(({ type, data }) => type === 'OrganizationMerged' && data.mergeId === mergeId);
    return sealed && { mergeId, survivorId: sealed.data.survivorId as string, mergedId: idInStream(sealed.stream), isUndone: false };
  }
  async declaration(_: string, declarationId: string): Promise<KnownDifference | undefined> {
    const said = this.log.find(({ type, data }) => type === 'EndUsersDeclaredDifferent' && data.declarationId === declarationId);
    const { endUserId, otherId } = (said?.data ?? {}) as { endUserId: string; otherId: string };
    return said && { declarationId, ...(endUserId < otherId ? { endUserId, otherId } : { endUserId: otherId, otherId: endUserId }) };
  }
}

let identifiers: Promise<TenantIdentifiers> | undefined;

/** An engine that does the same on the same answers. */
async function engineOn(store: EventStore, name: string, ledger: readonly StoredEvent[], fault: Fault = {}, clock = now): Promise<InMemoryEngine> {
  const engine = await inMemoryEngine({
    store,
    vault: new DerivedVault(name),
    clock,
    newIds: new OwnIds(name),
    held: new GivenLists(),
    ledger: new GivenLedger(ledger),
    erasing: erasingNothingElse,
    ready: true,
  });
  // Derived from the secret of the tenant, which is the same for all: once is enough.
  identifiers ??= engine.identifiers.of('acme');
  Object.assign(engine.identifiers, { of: () => identifiers });
  // Programs read single streams only: each erasure is certified for itself.
  Object.assign(engine.certifyErasures, { waitingBehind: async () => [], everyMs: 0 });
  fault.change?.(engine);
  return engine;
}

/** The beginning of scenarios: profiles, and what happened to them. */
export class Beginning {
  private constructor(
    private readonly store: MemoryEventStore,
    private readonly fault: Fault | undefined,
    private readonly kind: Kind,
  ) {}

  static async of(letters: string, fault?: Fault, kind = endUsers): Promise<Beginning> {
    const beginning = new Beginning(new MemoryEventStore(), fault, kind);
    for (const letter of letters) await kind.create(await engineOn(beginning.store, letter, []), profile(letter), new OwnIds(`create ${letter}`).next());
    return beginning;
  }

  /** Every profile of a log, by id; organizations as if they were such. */
  profilesIn(log: readonly StoredEvent[]): Map<string, EndUser> {
    return profilesIn(this.kind.asEndUsers(log));
  }

  get log(): MemorySnapshot {
    return this.store.snapshot();
  }

  program(name: string, work: (engine: InMemoryEngine) => Promise<unknown>): Program {
    const { events } = this.log;
    return { name, run: async (store) => work(await engineOn(store, name, events, this.fault)) };
  }

  /** `two` letters: the second profile into the first. */
  merge(two: string, name = `merge ${two}`): Program {
    const [survivor = '', merged = ''] = two;
    return this.program(name, async (engine) => {
      const { mergeId, mergedId } = await this.kind.merge(engine, as(name), profile(survivor), profile(merged));
      const { merges } = await this.kind.links(engine, mergedId);
      if (!merges[mergeId]) throw new Error(`${name} was answered, and is not there`);
    });
  }

  unmerge(mergeId: string, alone = false, name = `unmerge ${mergeId}`): Program {
    return this.program(name, async (engine) => {
      const { mergedId } = await this.kind.unmerge(engine, as(name), mergeId, alone);
      const { merges, survivor } = await this.kind.links(engine, mergedId);
      if (merges[mergeId] !== 'undone' || survivor?.mergeId === mergeId) throw new Error(`${name} was answered, and is not there`);
    });
  }

  declare(two: string, until?: string, name = `declare ${two} ${until ?? ''}`): Program {
    const [one = '', other = ''] = two;
    return this.program(name, (engine) => engine.declare.execute(new DeclareDifferent(as(name), profile(one), profile(other), undefined, until)));
  }

  withdraw(declarationId: string, name = `withdraw ${declarationId}`): Program {
    return this.program(name, (engine) => engine.withdraw.execute(new WithdrawDifference(as(name), declarationId)));
  }

  remove(letter: string, name = `delete ${letter}`): Program {
    return this.program(name, (engine) => this.kind.remove(engine, as(name), profile(letter), new OwnIds(name).next()));
  }

  restore(letter: string, name = `restore ${letter}`): Program {
    return this.program(name, (engine) => engine.restore.execute(new RestoreEndUser(as(name), profile(letter))));
  }

  erase(letter: string, scope: 'profile' | 'person' = 'profile', name = `erase ${letter}`): Program {
    return this.program(name, async (engine) => {
      const { profiles } = await engine.erase.execute(new EraseEndUser(as(name), profile(letter), scope));
      for (const id of profiles) {
        const { state } = await engine.linking.load('acme', id);
        const isGone = state.status === 'erased' && (engine.vault as DerivedVault).destroyed.has(state.keyId ?? '');
        if (!isGone) throw new Error(`${name} was answered, and ${id} is still there`);
      }
    });
  }

  /** Does it at once; answers with the id of the merge or declaration, if it made one. */
  async done(program: Program): Promise<string> {
    const before = this.log.events.length;
    await program.run(this.store);
    const { data } = this.log.events[before] ?? {};
    return String(data?.mergeId ?? data?.declarationId ?? '');
  }

  /** The steps that an event sets off, the time-out too. */
  reactionsTo(event: StoredEvent): Program[] {
    const times = event.type.endsWith('MergeReserved') ? [0, mergeTimeOutMs] : [0];
    return times.flatMap((later) => {
      const name = `reactor on ${event.type} ${event.metadata.eventId}${later > 0 ? ', late' : ''}`;
      const steps = this.stepsOf(event);
      return steps.map((step, i) => ({ name: `${name}, ${i}`, run: async (store) => step(await this.reactor(store, later)) }));
    });
  }

  private stepsOf(event: StoredEvent): ((engine: InMemoryEngine) => Promise<unknown>)[] {
    const { instead } = this.fault ?? {};
    const commands = reactors.flatMap((reactor) => commandsOf(reactor as Reactor, event));
    const own = commands.map((command) => (engine: InMemoryEngine) => executeOn(engine, command));
    return instead?.type === event.type ? [...own, (engine) => instead.react(engine, event)] : own;
  }

  private reactor(store: EventStore, later: number): Promise<InMemoryEngine> {
    return engineOn(store, 'reactor', this.log.events, this.fault, new StillClock(later));
  }

  /** What is wrong with a log, now or after the reactors alone have brought it to rest, in time or after the time-out. */
  async judge(log: MemorySnapshot): Promise<string | undefined> {
    const at = new Date(now.now()).toISOString();
    const wrong = wrongAnyTime(this.kind.asEndUsers(log.events), at);
    if (wrong !== undefined) return wrong;
    for (const later of [0, mergeTimeOutMs]) {
      const store = logFrom(log);
      await this.settle(store, later);
      const events = this.kind.asEndUsers(store.snapshot().events);
      const what = wrongAnyTime(events, at) ?? wrongAtRest(events, at) ?? wrongErasures(events, this.log.events.length);
      if (what !== undefined) return [what, ...told(events.slice(this.log.events.length))].join('\n');
    }
    return undefined;
  }

  /** Lets the reactors see everything in order, and then everything once more, the last first. */
  async settle(store: MemoryEventStore, later: number): Promise<void> {
    const engine = await this.reactor(store, later);
    const began = this.log.events.length;
    for (let i = began; i < store.snapshot().events.length; i++) await this.all(engine, store.snapshot().events[i]);
    for (const event of store.snapshot().events.slice(began).reverse()) await this.all(engine, event);
  }

  private async all(engine: InMemoryEngine, event: StoredEvent | undefined): Promise<void> {
    for (const step of event ? this.stepsOf(event) : []) await step(engine);
  }
}

const as = (name: string) => asking({ client: name, idempotencyKey: name });
