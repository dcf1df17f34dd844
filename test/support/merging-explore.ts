import { MemoryEventStore, type MemorySnapshot } from '@kith/adapters';
import { AppendOutcomeUnknown, type StoredEvent, WrongExpectedRevision } from '@kith/application';
import { type Answer, type Call, describeCall, eventText, hashed, type NextCall, nextCall, type Program, performed, type Running } from './explore';

/**
 * Explicit-state exploration where only appends are states: breadth first, states hashed. What a program reads between two of
 * its appends is chosen among all versions that a stream had since the program last learnt anything, in the order of time;
 * so every interleaving of reads is there, though none of them is a state. A program that goes on no more has crashed: as
 * every log on the way is brought to rest and judged, crashes are anywhere and any number of them.
 */
export interface Race {
  /** What is in the log before anything begins. */
  readonly start: MemorySnapshot;
  readonly programs: readonly Program[];
  /** What an event may set off at any time from then on, late and more than once: the steps of reactors. */
  readonly reactions: (event: StoredEvent) => readonly Program[];
  /**
   * How many such steps may append something while the programs are under way, how many appends get no answer, and how often
   * somebody else may get in between the reads that a program makes for one append.
   */
  readonly allow: { readonly reactions: number; readonly unknown: number; readonly between: number };
  /** Says what is wrong with a log, whether at rest or not, and with what becomes of it; undefined when nothing is. */
  readonly judge: (log: MemorySnapshot) => Promise<string | undefined>;
  /** States are told apart by all that a program was ever told, and not only since its last append: slow, to see that it finds no more. */
  readonly exact?: boolean;
}

/** What an exploration found. */
export interface Found {
  readonly states: number;
  /** Distinct logs, each brought to rest. */
  readonly logs: number;
  /** The first bad one: what is wrong, and what was appended on the way there. */
  readonly violation?: { readonly what: string; readonly trace: readonly string[] };
}

type Append = Extract<Call, { kind: 'append' }>;
type Read = Extract<Call, { kind: 'read' }>;

/** A program under way. */
interface Under extends Running {
  /** How many events there were when it last learnt something. */
  readonly since: number;
  /** What it appended last, and whether it heard of it: what it does then hangs on what it reads from there on, not on how it came there. */
  readonly last: string;
  /** How often something got in between since then. */
  readonly between: number;
}

/** A program that is about to append. */
interface Move {
  readonly one: Under;
  readonly call: Append;
}

interface State {
  readonly log: MemorySnapshot;
  readonly running: readonly Under[];
  readonly reactions: number;
  readonly unknown: number;
  /** An append whose caller was told nothing and that may still arrive. */
  readonly late: readonly Append[];
  readonly trace: { readonly step: string; readonly before: State['trace'] } | undefined;
}

/** Explores every state, up to a bound that is an error when reached. */
export async function exploreRace(race: Race, maxStates = 2_000_000): Promise<Found> {
  const search = new Search(race);
  const begin: State = {
    log: race.start,
    running: race.programs.map((program) => started(program, race.start.events.length)),
    reactions: 0,
    unknown: 0,
    late: [],
    trace: undefined,
  };
  const seen = new Set([search.keyOf(begin)]);
  const logs = new Set<string>();
  for (let frontier = [begin]; frontier.length > 0; ) {
    const following: State[] = [];
    for (const state of frontier) {
      const text = search.contentOf(state.log);
      if (!logs.has(text)) {
        logs.add(text);
        const what = await race.judge(state.log);
        if (what !== undefined) return { states: seen.size, logs: logs.size, violation: { what, trace: stepsTo(state) } };
      }
      for (const next of await search.after(state)) {
        const key = search.keyOf(next);
        if (seen.has(key)) continue;
        seen.add(key);
        if (seen.size > maxStates) throw new Error(`more than ${maxStates} states`);
        following.push(next);
      }
    }
    frontier = following;
  }
  return { states: seen.size, logs: logs.size };
}

const started = (program: Program, since: number): Under => ({ program, answers: [], local: hashed(program.name), since, last: program.name, between: -1 });

function stepsTo(state: State): string[] {
  const steps: string[] = [];
  for (let at = state.trace; at; at = at.before) steps.unshift(at.step);
  return steps;
}

class Search {
  private readonly calls = new Map<string, NextCall>();
  private readonly moves = new Map<string, readonly Move[]>();
  private readonly began: number;

  constructor(private readonly race: Race) {
    this.began = race.start.events.length;
  }

  async after(state: State): Promise<State[]> {
    const { allow } = this.race;
    const all: State[] = [];
    const to = (step: string, change: Partial<State>) => all.push({ ...state, ...change, trace: { step, before: state.trace } });
    for (const [i, one] of state.running.entries()) {
      const others = state.running.filter((_, j) => j !== i);
      for (const move of await this.appendsOf(one, state.log)) await this.made(move, state, others, to);
    }
    if (state.reactions < allow.reactions)
      for (const move of await this.reactionsTo(state)) await this.made(move, { ...state, reactions: state.reactions + 1 }, state.running, to);
    for (const [i, call] of state.late.entries()) {
      const { log } = await performed(state.log, call);
      if (log.events.length > state.log.events.length) to(`late: ${describeCall(call)}`, { log, late: state.late.filter((_, j) => j !== i) });
    }
    return all;
  }

  /** An append that is stored, heard of or not, or still under way. */
  private async made({ one, call }: Move, state: State, others: readonly Under[], to: (step: string, change: Partial<State>) => void): Promise<void> {
    const { reactions, unknown, late } = state;
    const { answer, log } = await performed(state.log, call);
    const step = `${one.program.name}: ${describeCall(call)}`;
    const going = async (given: Answer, now: MemorySnapshot) => {
      const next = { ...told(one, given, now.events.length), last: `${textOfCall(one, call)} ${'error' in given}`, between: 0 };
      const isOver = typeof (await nextCall(next, this.calls)) === 'string';
      return isOver ? others : [...others, next];
    };
    to(step, { log, reactions, running: await going(answer, log) });
    if (unknown >= this.race.allow.unknown) return;
    const silence: Answer = { error: new AppendOutcomeUnknown('no answer') };
    to(`${step}, stored, no answer`, { log, reactions, unknown: unknown + 1, running: await going(silence, log) });
    to(`${step}, under way, no answer`, { reactions, unknown: unknown + 1, late: [...late, call], running: await going(silence, state.log) });
  }

  private async reactionsTo({ log }: State): Promise<Move[]> {
    const moves = new Map<string, Move>();
    for (const [i, event] of log.events.entries())
      for (const program of i < this.began ? [] : this.race.reactions(event))
        for (const move of await this.appendsOf(started(program, i + 1), log)) moves.set(this.textOf(move), move);
    return [...moves.values()];
  }

  /** Every append that a program may make next, whatever it reads before. One that comes too late tells it so, and it goes on. */
  private async appendsOf(from: Under, log: MemorySnapshot): Promise<readonly Move[]> {
    const text = `${from.local} ${from.since} ${this.contentOf(log)} ${orderOf(log, from.since)}`;
    const known = this.moves.get(text) ?? (await this.soughtAppends(from, log));
    this.moves.set(text, known);
    return known;
  }

  private async soughtAppends(from: Under, log: MemorySnapshot): Promise<readonly Move[]> {
    const moves = new Map<string, Move>();
    const seen = new Map<string, number>();
    const open = [from];
    const goOn = (next: Under, text: string) => {
      if ((seen.get(text) ?? Number.MAX_SAFE_INTEGER) <= next.since) return;
      seen.set(text, next.since);
      open.push(next);
    };
    for (let one = open.pop(); one; one = open.pop()) {
      const call = await nextCall(one, this.calls);
      if (typeof call === 'string') continue;
      if (call.kind === 'read') {
        for (const { answer, since } of readings(log, call, one.since)) {
          const next = told(one, answer, since);
          if (next.between <= this.race.allow.between) goOn(next, next.local);
        }
        continue;
      }
      const made = await performed(log, call);
      if (made.log.events.length > log.events.length) moves.set(this.textOf({ one, call }), { one, call });
      else {
        const since = Math.max(one.since, timesOf(log, call.stream)[call.expected + 1] ?? 0);
        const next = told(one, 'error' in made.answer ? tooLate(call) : made.answer, since);
        goOn(next, this.race.exact ? next.local : textOfCall(one, call));
      }
    }
    return [...moves.values()];
  }

  private textOf({ one, call }: Move): string {
    return this.race.exact ? one.local : textOfCall(one, call);
  }

  /** The order of events matters as far back as somebody may still look. */
  keyOf({ log, running, reactions, unknown, late }: State): string {
    const back = reactions < this.race.allow.reactions ? this.began : Math.min(log.events.length, ...running.map(({ since }) => since));
    return hashed(
      [
        this.contentOf(log),
        orderOf(log, back),
        ...running.map((r) => `${this.race.exact ? r.local : r.last} ${log.events.length - r.since}`).sort(),
        reactions,
        unknown,
        ...late.map((l) => `${l.stream} ${l.expected} ${l.events.map((e) => e.metadata.eventId).join(' ')}`),
      ].join('\n'),
    );
  }

  contentOf({ events }: MemorySnapshot): string {
    return events
      .slice(this.began)
      .map((event) => `${event.stream} ${event.revision} ${eventText(event)}`)
      .sort()
      .join('\n');
  }
}

const orderOf = ({ events }: MemorySnapshot, since: number) => events.slice(since).map(eventText).join(' ');

const textOfCall = ({ program }: Under, { stream, expected, events }: Append) =>
  `${program.name} ${stream} ${expected} ${events.map((e) => `${e.metadata.eventId} ${hashed(JSON.stringify(e.data))}`).join(' ')}`;

const told = ({ program, answers, local, last, between, since: before }: Under, answer: Answer, since: number): Under => ({
  program,
  answers: [...answers, answer],
  local: hashed(`${local} ${textOf(answer)}`),
  last,
  between: between + (since > before ? 1 : 0),
  since,
});

const tooLate = ({ stream, expected }: Append): Answer => ({ error: new WrongExpectedRevision(stream, expected, expected + 1) });

const texts = new WeakMap<Answer, string>();
function textOf(answer: Answer): string {
  const known = texts.get(answer);
  if (known !== undefined) return known;
  const text = 'error' in answer ? answer.error.name : hashed(JSON.stringify(answer.value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)));
  texts.set(answer, text);
  return text;
}

const times = new WeakMap<readonly StoredEvent[], Map<string, readonly number[]>>();
/** How many events there were in all when each event of a stream was there. */
function timesOf({ events }: MemorySnapshot, stream: string): readonly number[] {
  const known = times.get(events) ?? new Map<string, readonly number[]>();
  times.set(events, known);
  const found = known.get(stream) ?? events.flatMap((event, i) => (event.stream === stream ? [i + 1] : []));
  known.set(stream, found);
  return found;
}

const answers = new Map<string, Answer>();
/** What a read may answer: the stream as it was at any time from `since` on. */
function readings(log: MemorySnapshot, { stream, from, limit }: Read, since: number): { answer: Answer; since: number }[] {
  const there = timesOf(log, stream);
  const events = log.streams.get(stream) ?? [];
  const oldest = there.findIndex((time) => time > since);
  const found: { answer: Answer; since: number }[] = [];
  for (let length = oldest === -1 ? there.length : oldest; length <= there.length; length++) {
    const seen = events.slice(from, Math.min(length, from + limit));
    const text = `${stream} ${from} ${seen.map(eventText).join(' ')}`;
    const answer = answers.get(text) ?? { value: seen.map((event) => ({ ...event, position: 0n })) };
    answers.set(text, answer);
    found.push({ answer, since: Math.max(since, there[length - 1] ?? 0) });
  }
  return found;
}

/** A log that goes on from a snapshot. */
export const logFrom = (snapshot: MemorySnapshot): MemoryEventStore => MemoryEventStore.from(snapshot);
