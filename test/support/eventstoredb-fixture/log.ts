import { type LogRecord, type ProposedEvent, proposed } from './records';
import { SystemEvents } from './system-events';

/** The revision that the stream must be at: -1 for a stream that has no events. */
export type Expected = number | 'any' | 'exists';

/** What became of an append. `repeated` tells an idempotent repeat, which the server answers like the first one. */
export type Decision =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: number; readonly repeated: boolean }
  | { readonly kind: 'wrong-revision'; readonly current: number }
  | { readonly kind: 'deleted' };

interface Stream {
  readonly records: LogRecord[];
  /** Events before this revision are hidden; set by a soft delete. */
  truncateBefore: number;
  softDeleted: boolean;
  tombstoned: boolean;
}

/** Where a real log begins after the server wrote its own first records. */
const firstPosition = 2_891;
/** Bytes of a record beside its texts: header, lengths before and after, ids, time. */
const recordOverhead = 121;

/** The log of the fixture: all events in arrays, with the positions and the rules of expected revisions of EventStoreDB's IndexWriter.CheckCommit. */
export class FixtureLog {
  /** $all, in commit order. */
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, Stream>();
  /** What the server remembers of recent event ids: the only guard of appends that expect nothing exact. */
  readonly #recent = new Map<string, { stream: string; revision: number; position: number }>();
  readonly #listeners = new Set<() => void>();
  readonly #system: SystemEvents | undefined;
  #end = firstPosition;

  constructor(systemEvents: boolean) {
    if (!systemEvents) return;
    this.#system = new SystemEvents();
    for (const { stream, event } of this.#system.first()) this.#put(stream, event);
  }

  /** Position after the last record. */
  get end(): number {
    return this.#end;
  }

  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): Decision {
    const decision = this.#check(stream, expected, events);
    if (decision !== undefined) return decision;
    let last: LogRecord | undefined;
    for (const event of events) last = this.#put(stream, event);
    const written = last ?? this.#streams.get(stream)?.records.at(-1);
    if (last !== undefined && this.#system !== undefined) for (const { stream: name, event } of this.#system.after(last)) this.#put(name, event);
    for (const listener of this.#listeners) listener();
    return { kind: 'stored', revision: written?.revision ?? -1, position: written?.position ?? 0, repeated: false };
  }

  /** Visible events of a stream; undefined when there is no such stream, or it is soft deleted. */
  stream(name: string): readonly LogRecord[] | 'deleted' | undefined {
    const stream = this.#streams.get(name);
    if (stream?.tombstoned) return 'deleted';
    if (stream === undefined || stream.softDeleted || stream.records.length === 0) return undefined;
    return stream.truncateBefore === 0 ? stream.records : stream.records.slice(stream.truncateBefore);
  }

  /** The events of a stream as a list that grows with it; there need be none yet. */
  growing(name: string): readonly LogRecord[] {
    return this.#stream(name).records;
  }

  /** Revision of a stream's last event, -1 when there is none. */
  revision(name: string): number {
    return (this.#streams.get(name)?.records.length ?? 0) - 1;
  }

  /** Hides what the stream holds; later events go on counting. Answers the position of the metadata that says so. */
  softDelete(name: string, expected: Expected): Decision {
    const decision = this.#mayDelete(name, expected);
    if (decision !== undefined) return decision;
    const stream = this.#stream(name);
    stream.softDeleted = true;
    stream.truncateBefore = stream.records.length;
    return this.append(`$$${name}`, 'any', [proposed('$metadata', '{"$tb":9223372036854775807}')]);
  }

  /** Ends the stream for ever. */
  tombstone(name: string, expected: Expected): Decision {
    const decision = this.#mayDelete(name, expected);
    if (decision !== undefined) return decision;
    const stored = this.append(name, 'any', [proposed('$streamDeleted', '{}')]);
    this.#stream(name).tombstoned = true;
    return stored;
  }

  /** Number in $all of the first event at or after a position. */
  indexAt(position: number): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.records[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a reader may start there: the server refuses what lies within a record. */
  isBoundary(position: number): boolean {
    return position === 0 || position >= this.#end || this.records[this.indexAt(position)]?.position === position;
  }

  /** Calls back after each append until told to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What a restart or a new leader costs: the ids of recent appends. */
  forgetRecent(): void {
    this.#recent.clear();
  }

  #mayDelete(name: string, expected: Expected): Decision | undefined {
    const current = this.revision(name);
    const stream = this.#streams.get(name);
    if (stream?.tombstoned) return { kind: 'deleted' };
    if (stream === undefined || current < 0 || stream.softDeleted || (typeof expected === 'number' && expected !== current))
      return { kind: 'wrong-revision', current };
    return undefined;
  }

  /** Undefined when the events may be stored. */
  #check(name: string, expected: Expected, events: readonly ProposedEvent[]): Decision | undefined {
    const stream = this.#streams.get(name);
    const current = this.revision(name);
    if (stream?.tombstoned) return { kind: 'deleted' };
    if (expected === 'exists' && stream?.softDeleted) return { kind: 'deleted' };
    if (expected === 'exists' && current < 0) return { kind: 'wrong-revision', current };
    if (typeof expected !== 'number') return this.#repeatByMemory(name, current, events);
    if (expected > current) return { kind: 'wrong-revision', current };
    if (expected === current) return undefined;
    for (const [offset, event] of events.entries()) {
      if (stream?.records[expected + 1 + offset]?.id === event.id) continue;
      // A stream that was soft deleted takes a first event again.
      return offset === 0 && expected === -1 && stream?.softDeleted ? undefined : { kind: 'wrong-revision', current };
    }
    const last = events.length === 0 ? undefined : stream?.records[expected + events.length];
    return last === undefined ? { kind: 'wrong-revision', current } : { kind: 'stored', revision: last.revision, position: last.position, repeated: true };
  }

  #repeatByMemory(name: string, current: number, events: readonly ProposedEvent[]): Decision | undefined {
    let last: { revision: number; position: number } | undefined;
    for (const { id } of events) {
      const known = this.#recent.get(id);
      if (known?.stream !== name) return last === undefined ? undefined : { kind: 'wrong-revision', current };
      last = known;
    }
    return last && { kind: 'stored', revision: last.revision, position: last.position, repeated: true };
  }

  #put(name: string, event: ProposedEvent): LogRecord {
    const stream = this.#stream(name);
    const revision = stream.records.length;
    const ticks = (BigInt(Date.now()) * 10_000n).toString();
    const record: LogRecord = { ...event, stream: name, revision, position: this.#end, index: this.records.length, ticks };
    this.#end += recordOverhead + 2 * (name.length + event.type.length) + event.data.length + event.metadata.length;
    stream.records.push(record);
    stream.softDeleted = false;
    this.records.push(record);
    this.#recent.set(event.id, { stream: name, revision, position: record.position });
    return record;
  }

  #stream(name: string): Stream {
    let stream = this.#streams.get(name);
    if (stream === undefined) {
      stream = { records: [], truncateBefore: 0, softDeleted: false, tombstoned: false };
      this.#streams.set(name, stream);
    }
    return stream;
  }
}
