import { createHash } from 'node:crypto';
import { MemoryEventStore, type MemorySnapshot } from '@kith/adapters';
import {
  type Appended,
  AppendOutcomeUnknown,
  EventStore,
  type NewEvent,
  type Page,
  type ReadAll,
  type StoredEvent,
  WrongExpectedRevision,
} from '@kith/application';

/**
 * Explicit-state exploration of programs that talk to one event store: breadth first, states hashed. A program is the real,
 * deterministic code; it is replayed on the answers it got so far up to its next call, so a state is the log and, for each
 * program, its answers. Between any two calls anything else may happen that a scenario allows.
 */
export interface Program {
  readonly name: string;
  /** Runs on the store; its own ids and clock are the same in every run. */
  readonly run: (store: EventStore) => Promise<unknown>;
}

export interface Scenario {
  /** What is in the log before anything begins; nothing when absent. */
  readonly start?: MemorySnapshot;
  /** The order of events in different streams matters to what is started: states are told apart by it. */
  readonly ordered?: boolean;
  readonly programs: readonly Program[];
  /** What may be started at any time, given the log: reactor steps, late and repeated ones too. */
  readonly spawn: (log: readonly StoredEvent[]) => readonly Program[];
  /** How many programs may be started that way, crash, and get no answer to an append. */
  readonly allow: { readonly spawned: number; readonly crashes: number; readonly unknown: number };
  /** Brings what is left behind to rest, as reactors do after everything else has ended. `done` names the programs that came to their end. */
  readonly settle: (store: EventStore, log: readonly StoredEvent[], done: ReadonlySet<string>) => Promise<void>;
  /** Says what is wrong with a log at rest; undefined when nothing is. */
  readonly violation: (log: readonly StoredEvent[]) => string | undefined;
}

/** What an exploration found. */
export interface Exploration {
  readonly states: number;
  /** Distinct logs in which every program had ended. */
  readonly endings: number;
  /** The first bad ending: what is wrong, and the way there. */
  readonly violation?: { readonly what: string; readonly trace: readonly string[] };
}

export type Call =
  | { readonly kind: 'append'; readonly stream: string; readonly expected: number; readonly events: readonly NewEvent[] }
  | { readonly kind: 'read'; readonly stream: string; readonly from: number; readonly limit: number };
export type Answer = { readonly value: unknown } | { readonly error: Error };

/** A program and what it was told so far. */
export interface Running {
  readonly program: Program;
  readonly answers: readonly Answer[];
  /** Identifies program and answers. */
  readonly local: string;
}

interface State {
  readonly log: MemorySnapshot;
  readonly running: readonly Running[];
  /** Names of the programs that were started and came to their end without an error; kept only where order matters. */
  readonly done: readonly string[];
  readonly spawned: number;
  readonly crashes: number;
  readonly unknown: number;
  /** An append whose caller was told nothing and that may still arrive. */
  readonly late: readonly Extract<Call, { kind: 'append' }>[];
  readonly trace: { readonly step: string; readonly before: State['trace'] } | undefined;
}

/** Answers from a list, then stops for good at the first call that has none, handing it out. */
class ReplayedStore extends EventStore {
  private used = 0;
  constructor(
    private readonly answers: readonly Answer[],
    private readonly next: (call: Call) => void,
  ) {
    super();
  }
  readStream(stream: string, { from = 0, limit = Number.MAX_SAFE_INTEGER }: { from?: number; limit?: number } = {}): Promise<readonly StoredEvent[]> {
    return this.answer({ kind: 'read', stream, from, limit });
  }
  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.answer({ kind: 'append', stream, expected, events });
  }
  private async answer<T>(call: Call): Promise<T> {
    const known = this.answers[this.used++];
    if (!known) {
      this.next(call);
      return new Promise<T>(() => undefined);
    }
    if ('error' in known) throw known.error;
    return known.value as T;
  }
  readAll(_: ReadAll): Promise<Page> {
    throw new Error('programs under exploration read streams only');
  }
  subscribe(): AsyncIterable<Page> {
    throw new Error('programs under exploration do not subscribe');
  }
  /** Programs are told no positions: every append answers 0, which is after this. */
  async head(): Promise<bigint> {
    return -1n;
  }
  async close(): Promise<void> {}
}

export const hashed = (text: string) => createHash('sha1').update(text).digest('base64');
const plain = (value: unknown) => JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));

/** Explores every state of a scenario, up to a bound that is an error when reached. */
export async function explore(scenario: Scenario, maxStates = 20_000_000): Promise<Exploration> {
  const nextCalls = new Map<string, NextCall>();
  const seen = new Set<string>();
  const endings = new Map<string, State>();
  const start = (program: Program): Running => ({ program, answers: [], local: hashed(program.name) });
  let frontier: State[] = [
    {
      log: scenario.start ?? new MemoryEventStore().snapshot(),
      running: scenario.programs.map(start),
      done: [],
      spawned: 0,
      crashes: 0,
      unknown: 0,
      late: [],
      trace: undefined,
    },
  ];
  while (frontier.length > 0) {
    const following: State[] = [];
    for (const state of frontier) {
      for (const next of await successors(state, scenario, nextCalls, start)) {
        const key = keyOf(next, scenario);
        if (seen.has(key)) continue;
        seen.add(key);
        if (seen.size > maxStates) throw new Error(`more than ${maxStates} states`);
        following.push(next);
      }
      if (state.running.length === 0 && state.late.length === 0) endings.set(endingKey(state, scenario), state);
    }
    frontier = following;
  }
  for (const state of endings.values()) {
    const store = MemoryEventStore.from(state.log);
    await scenario.settle(store, state.log.events, new Set(state.done));
    const what = scenario.violation(store.snapshot().events);
    if (what !== undefined) return { states: seen.size, endings: endings.size, violation: { what, trace: stepsTo(state) } };
  }
  return { states: seen.size, endings: endings.size };
}

function stepsTo(state: State): string[] {
  const steps: string[] = [];
  for (let at = state.trace; at; at = at.before) steps.unshift(at.step);
  return steps;
}

/** What a value is told apart by, worked out once: events and answers are shared by very many states. */
const texts = new WeakMap<object, string>();
function textOf(value: object, write: () => string): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = write();
  texts.set(value, text);
  return text;
}

export const eventText = (event: StoredEvent) => textOf(event, () => hashed(`${event.metadata.eventId} ${plain(event.data)}`));
const streamText = (name: string, events: readonly StoredEvent[]) => textOf(events, () => hashed(`${name} ${events.map(eventText).join(' ')}`));

/** Positions are left out: only what streams hold can be seen by programs. */
const logKey = ({ streams }: MemorySnapshot): string =>
  textOf(streams, () =>
    hashed(
      [...streams]
        .map(([name, events]) => streamText(name, events))
        .sort()
        .join(' '),
    ),
  );

const orderText = ({ events }: MemorySnapshot): string => textOf(events, () => hashed(events.map((e) => e.metadata.eventId).join(' ')));

const endingKey = ({ log, done }: State, { ordered = false }: Scenario): string =>
  ordered ? [logKey(log), orderText(log), ...[...done].sort()].join(' ') : logKey(log);

const keyOf = (state: State, scenario: Scenario): string => {
  const { running, spawned, crashes, unknown, late } = state;
  return hashed(
    [
      endingKey(state, scenario),
      ...running.map((r) => r.local).sort(),
      spawned,
      crashes,
      unknown,
      ...late.map((l) => plain([l.stream, l.expected, l.events.map((e) => e.metadata.eventId)])),
    ].join(' '),
  );
};

async function successors(
  state: State,
  { spawn, allow, ordered = false }: Scenario,
  nextCalls: Map<string, NextCall>,
  start: (p: Program) => Running,
): Promise<State[]> {
  const all: State[] = [];
  const to = (step: string, change: Partial<State>) => all.push({ ...state, ...change, trace: { step, before: state.trace } });
  for (const [i, one] of state.running.entries()) {
    const others = state.running.filter((_, j) => j !== i);
    const call = await nextCall(one, nextCalls);
    if (call === 'ended') return [{ ...state, running: others, done: ordered ? [...new Set([...state.done, one.program.name])] : state.done }];
    if (call === 'failed') return [{ ...state, running: others }];
    if (state.crashes < allow.crashes) to(`${one.program.name} crashes`, { running: others, crashes: state.crashes + 1 });
    const { answer, log } = await performed(state.log, call);
    to(`${one.program.name}: ${describeCall(call)}`, { log, running: [...others, told(one, answer)] });
    if (call.kind !== 'append' || state.unknown >= allow.unknown) continue;
    const silent = { running: [...others, told(one, { error: new AppendOutcomeUnknown('no answer') })], unknown: state.unknown + 1 };
    to(`${one.program.name}: ${describeCall(call)}, stored, no answer`, { ...silent, log });
    to(`${one.program.name}: ${describeCall(call)}, under way, no answer`, { ...silent, late: [...state.late, call] });
  }
  for (const [i, call] of state.late.entries()) {
    const rest = state.late.filter((_, j) => j !== i);
    to(`late: ${describeCall(call)}`, { late: rest, log: (await performed(state.log, call)).log });
    to(`never: ${describeCall(call)}`, { late: rest });
  }
  if (state.spawned < allow.spawned)
    for (const program of spawn(state.log.events)) to(`start ${program.name}`, { running: [...state.running, start(program)], spawned: state.spawned + 1 });
  return all;
}

const told = (one: Running, answer: Answer): Running => ({
  program: one.program,
  answers: [...one.answers, answer],
  local: hashed(one.local + answerText(answer)),
});

const answerText = (answer: Answer) => textOf(answer, () => ('error' in answer ? `${answer.error.name} ${answer.error.message}` : hashed(plain(answer.value))));

export const describeCall = (call: Call) =>
  call.kind === 'read'
    ? `reads ${short(call.stream)} from ${call.from}`
    : `appends ${call.events.map((e) => e.type).join('+')} to ${short(call.stream)} at ${call.expected}`;
const short = (stream: string) => `${stream.slice(0, 12)}…${stream.slice(-4)}`;

export type NextCall = Call | 'ended' | 'failed';

/** The call that a program makes after the answers it has; known once per program and answers. */
export async function nextCall(one: Running, known: Map<string, NextCall>): Promise<NextCall> {
  const before = known.get(one.local);
  if (before) return before;
  const call = await new Promise<NextCall>((resolve, reject) => {
    const store = new ReplayedStore(one.answers, resolve);
    // A refusal or an unknown outcome is an end like any other; a bug is not.
    one.program.run(store).then(
      () => resolve('ended'),
      (error: unknown) => (error instanceof Error && /^(Refusal|AppendOutcomeUnknown)$/.test(error.name) ? resolve('failed') : reject(error)),
    );
  });
  known.set(one.local, call);
  return call;
}

const nothing: readonly StoredEvent[] = [];
const reads = new WeakMap<object, Map<number, Answer>>();

/** The answer to a read of a stream as it is: one object for all states that see the same. */
function read(events: readonly StoredEvent[], { from, limit }: Extract<Call, { kind: 'read' }>): Answer {
  const known = reads.get(events) ?? new Map<number, Answer>();
  reads.set(events, known);
  const at = limit === Number.MAX_SAFE_INTEGER ? from : -1 - from;
  const answer = known.get(at) ?? { value: events.slice(from, from + limit).map((e) => ({ ...e, position: 0n })) };
  known.set(at, answer);
  return answer;
}

export async function performed(log: MemorySnapshot, call: Call): Promise<{ answer: Answer; log: MemorySnapshot }> {
  if (call.kind === 'read') {
    return { answer: read(log.streams.get(call.stream) ?? nothing, call), log };
  }
  const store = MemoryEventStore.from(log);
  try {
    const { revision } = await store.append(call.stream, call.expected, call.events);
    return { answer: { value: { revision, position: 0n } }, log: store.snapshot() };
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return { answer: { error }, log };
  }
}
