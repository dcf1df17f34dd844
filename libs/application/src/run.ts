import { type Actor, type Decider, type Event, type EventMetadata, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from './clock';
import { type Append, type Appended, AppendOutcomeUnknown, EventStore, type NewEvent, type StoredEvent, WrongExpectedRevision } from './event-store';
import { eventIdAt } from './identifiers';
import type { DataKey } from './key-vault';
import { clearPart, hasPersonal, schemaOf, sealed, withoutPersonal } from './personal-data';
import { RecentlyUsed } from './recently-used';

/** On whose word, and as which command, a step is taken: the part of an event's metadata that the step does not decide. */
export interface StepContext {
  readonly tenant: string;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly commandId: string;
  readonly payloadMac?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly occurredAt?: string;
  /** As {@link Runner.once} is told by a caller that sends what it saw. */
  readonly seenPosition?: bigint;
  readonly traceparent?: string;
}

/** What a command left in a stream. */
export interface Trace {
  readonly revision: number;
  readonly position: bigint;
  readonly payloadMac?: string;
}

/** A stream, folded. */
export interface Loaded<State> {
  readonly state: State;
  /** -1 for a stream without events. */
  readonly revision: number;
  /** Of the last event; 0n for a stream without events. */
  readonly position: bigint;
  readonly recordedAt: string;
  /** The last event that each command appended here. */
  readonly commands: ReadonlyMap<string, Trace>;
}

/** A step that was taken: the state it left, and where its events ended (undefined when there was nothing to do). */
export interface Taken<State, E extends Event> {
  readonly state: State;
  readonly events: readonly E[];
  readonly position: bigint | undefined;
}

/** A step as one of several on different streams: {@link stepInOrder} makes one. */
export interface StepInOrder {
  readonly stream: string;
  readonly context: StepContext;
  readonly known: Loaded<unknown>;
  /** The events of the step on a state of its stream, and the state that they leave. */
  readonly decided: (state: unknown) => { readonly events: readonly Event[]; readonly state: unknown };
  readonly key?: DataKey;
}

/** @param known the stream as it was read just now */
export const stepInOrder = <State, Step, E extends Event>(
  decider: Decider<State, Step, E>,
  step: Step,
  context: StepContext,
  known: Loaded<State>,
  key?: DataKey,
): StepInOrder => ({
  stream: decider.stream(step),
  context,
  known,
  decided(state) {
    const events = decider.decide(step, state as State);
    return { events, state: keyed(events, key).reduce((left, event) => decider.evolve(left, event), state as State) };
  },
  ...(key && { key }),
});

/** How often a step is decided again after a lost race before it gives up. */
const maxDecisions = 30;
/** How often an append without an answer is sent again; each try has the store's own deadline. */
const maxSends = 3;
/** Streams whose fold is kept. A kept fold is never trusted alone: what came after it is read every time. */
const maxKept = 20_000;

/** Runs deciders on their streams: reads, decides, appends; on a lost race reads and decides again. */
@Injectable()
export class Runner {
  private readonly kept = new RecentlyUsed<Loaded<unknown>>(maxKept);

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Position of the last event of all; whatever is appended after this was asked has a greater one. */
  head(): Promise<bigint> {
    return this.store.head();
  }

  /** The present state of a stream. */
  async load<State, E extends Event>(decider: Pick<Decider<State, never, E>, 'initial' | 'evolve'>, stream: string): Promise<Loaded<State>> {
    const kept = this.kept.get(stream) as Loaded<State> | undefined;
    const events = await this.store.readStream(stream, { from: (kept?.revision ?? -1) + 1 });
    const start = kept ?? { state: decider.initial, revision: -1, position: 0n, recordedAt: '', commands: new Map<string, Trace>() };
    if (events.length === 0) return start;
    const loaded = fold(decider, start, events);
    this.kept.set(stream, loaded);
    return loaded;
  }

  /**
   * Takes one step. With `key`, personal fields of its events are sealed under it. Whoever has just loaded the stream
   * hands it over as `known`: if it has moved on since, the append loses and the step is decided again.
   * @throws Refusal from the decider, or `too-contested` when the race is lost too often
   */
  run<State, Step, E extends Event>(
    decider: Decider<State, Step, E>,
    step: Step,
    context: StepContext,
    key?: DataKey,
    known?: Loaded<State>,
  ): Promise<Taken<State, E>> {
    return this.take(decider, step, context, key, known, () => undefined);
  }

  /**
   * Takes the one step of a command: when the command was asked before and left its trace in the stream, that is the answer,
   * also when the same command is asked twice at once. A stream that has moved on since `seenPosition` is not decided on.
   * @throws Refusal `idempotency-key-reused` when it was asked with another payload, `state-changed`
   */
  once<State, Step, E extends Event>(
    decider: Decider<State, Step, E>,
    step: Step,
    context: StepContext,
    key?: DataKey,
    known?: Loaded<State>,
  ): Promise<Taken<State, E>> {
    return this.take(decider, step, context, key, known, (loaded) => {
      const trace = before(loaded, context);
      if (!trace) assertAsSeen(loaded.position, context);
      return trace;
    });
  }

  /**
   * Takes steps one after another, each only if all before it were, in as few goes as the store can. Those on one stream build on each other,
   * from what the first of them knows.
   * @returns how many events were appended; undefined when a stream has moved on since it was read: then some of the first steps may be taken
   * @throws Refusal from a decider, before anything is appended
   */
  async inOrder(steps: readonly StepInOrder[]): Promise<number | undefined> {
    const reached = new Map<string, Loaded<unknown>>();
    const appends: Append[] = [];
    for (const { stream, context, known, decided, key } of steps) {
      const loaded = reached.get(stream) ?? known;
      const { events, state } = decided(loaded.state);
      if (events.length === 0) continue;
      appends.push({ stream, expected: loaded.revision, events: this.written(stream, loaded, events, context, key) });
      reached.set(stream, { ...loaded, state, revision: loaded.revision + events.length });
    }
    if (appends.length === 0) return 0;
    try {
      await this.sent(() => this.store.appendInOrder(appends));
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
    return appends.reduce((sum, { events }) => sum + events.length, 0);
  }

  /** Decides until an append wins. `asked` looks at what each decision would rest on: a trace that it finds is the answer. */
  private async take<State, Step, E extends Event>(
    decider: Decider<State, Step, E>,
    step: Step,
    context: StepContext,
    key: DataKey | undefined,
    known: Loaded<State> | undefined,
    asked: (loaded: Loaded<State>) => Trace | undefined,
  ): Promise<Taken<State, E>> {
    const stream = decider.stream(step);
    for (let decision = 0; decision < maxDecisions; decision++) {
      const loaded = (decision === 0 ? known : undefined) ?? (await this.load(decider, stream));
      const trace = asked(loaded);
      if (trace) return { state: loaded.state, events: [], position: trace.position };
      const events = decider.decide(step, loaded.state);
      if (events.length === 0) return { state: loaded.state, events, position: undefined };
      try {
        const { position } = await this.append(stream, loaded, events, context, key);
        return { state: keyed(events, key).reduce((state, event) => decider.evolve(state, event), loaded.state), events, position };
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
      }
    }
    return refuse('too-contested');
  }

  private append(stream: string, loaded: Loaded<unknown>, events: readonly Event[], context: StepContext, key?: DataKey): Promise<Appended> {
    const news = this.written(stream, loaded, events, context, key);
    return this.sent(() => this.store.append(stream, loaded.revision, news));
  }

  /** The events as they are stored behind what was read of the stream. */
  private written(
    stream: string,
    { revision, recordedAt }: Loaded<unknown>,
    events: readonly Event[],
    context: StepContext,
    key?: DataKey,
  ): readonly NewEvent[] {
    const now = new Date(this.clock.now()).toISOString();
    const recorded = now > recordedAt ? now : recordedAt;
    return events.map((event, i) => {
      const eventId = eventIdAt(context.commandId, stream, revision + 1 + i, event.type, JSON.stringify(clearPart(event)));
      const metadata = { eventId, ...word(context), occurredAt: context.occurredAt ?? recorded, recordedAt: recorded, schema: schemaOf(event.type) };
      return sealed(stream, event, metadata, key);
    });
  }

  /** An append that had no answer is sent again as it was: a store that has it answers with the first result. */
  private async sent(append: () => Promise<Appended>): Promise<Appended> {
    for (let send = 1; ; send++) {
      try {
        return await append();
      } catch (error) {
        if (!(error instanceof AppendOutcomeUnknown) || send === maxSends) throw error;
      }
    }
  }
}

/** Events as a fold sees them once they are stored: those with personal fields name the key. */
const keyed = <E extends Event>(events: readonly E[], key: DataKey | undefined): readonly E[] =>
  key ? events.map((event) => (hasPersonal(event.type) ? { ...event, keyId: key.id } : event)) : events;

/** The word on which an event was appended: whoever finishes what it began goes on in the same name. */
export const wordOf = (metadata: EventMetadata): StepContext => ({ ...word(metadata), occurredAt: metadata.occurredAt });

function word({ tenant, actor, onBehalfOf, commandId, payloadMac, correlationId, causationId, traceparent }: StepContext) {
  return {
    tenant,
    actor,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    commandId,
    ...(payloadMac !== undefined && { payloadMac }),
    correlationId,
    causationId,
    ...(traceparent !== undefined && { traceparent }),
  };
}

function fold<State, E extends Event>(decider: Pick<Decider<State, never, E>, 'evolve'>, start: Loaded<State>, events: readonly StoredEvent[]): Loaded<State> {
  let { state, revision, position, recordedAt } = start;
  // Shared with the fold before: commands are only ever added, and copying them for each event would make long streams quadratic.
  const commands = start.commands as Map<string, Trace>;
  for (const stored of events) {
    state = decider.evolve(state, withoutPersonal(stored) as E);
    ({ revision, position } = stored);
    ({ recordedAt } = stored.metadata);
    const { commandId, payloadMac } = stored.metadata;
    commands.set(commandId, { revision, position, ...(payloadMac && { payloadMac }) });
  }
  return { state, revision, position, recordedAt, commands };
}

/**
 * What this very command left in a stream when it was asked before; undefined when it never was.
 * @throws Refusal `idempotency-key-reused` when the payload was another one
 */
export function before({ commands }: Loaded<unknown>, { commandId, payloadMac }: StepContext): Trace | undefined {
  const trace = commands.get(commandId);
  if (trace && trace.payloadMac !== payloadMac)
    refuse('idempotency-key-reused', 'The idempotency key was used before with another payload: use a new key for a new write.');
  return trace;
}

/**
 * Who sent what they saw decides on nothing that has changed since.
 * @param changedAt position of the last change
 * @throws Refusal `state-changed`
 */
export function assertAsSeen(changedAt: bigint, { seenPosition }: StepContext): void {
  if (seenPosition !== undefined && changedAt > seenPosition) refuse('state-changed', 'It has changed since you read it: read it again.');
}

/** Decided on a stream that has moved on since it was read: what else was looked at must be looked at again. */
export class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

/** The same rules for who decides on what was read, or not at all. */
export const onlyOn = <State, Step, E extends Event>(decider: Decider<State, Step, E>, { state: read }: Loaded<State>): Decider<State, Step, E> => ({
  ...decider,
  decide(step, state) {
    if (state !== read) throw new MovedOn();
    return decider.decide(step, state);
  },
});
