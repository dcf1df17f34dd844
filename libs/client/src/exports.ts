import { type Caller, fetched, signalOf } from './caller';
import { textsOf } from './lines';
import { KithUnreachable } from './problem';
import { pause, pauseAfter } from './retrying';
import type { ReadOptions } from './types';

/** What can be taken away as a list. */
export type ExportedList = 'end-users' | 'organizations' | 'tickets';

/** Where an export of a list begins, and what its lines are. */
export interface ExportOptions extends ReadOptions {
  /** JSON a line when absent. */
  readonly format?: 'ndjson' | 'csv';
  /** The id of the last whole line of an export that is gone on with. */
  readonly after?: string;
  /** Of an export as CSV that is gone on with: what `onBegin` told of it. */
  readonly columns?: string;
  /** Told once, before the first line. */
  readonly onBegin?: (begun: ExportBegun) => void;
}

/** Which stretch of the log is exported. */
export interface LogExportOptions extends ReadOptions {
  /** Position after which to begin; the beginning of the log when absent. */
  readonly after?: string;
  /** Last position; the end of the log as it is now when absent. */
  readonly upTo?: string;
  /** Without personal fields. */
  readonly sealed?: boolean;
  readonly onBegin?: (begun: ExportBegun) => void;
}

/** What is known of an export when it begins. */
export interface ExportBegun {
  /** Everything that was recorded up to here is in it. */
  readonly position: string | null;
  /** Stands for the columns of CSV. */
  readonly columns: string | null;
}

/** One connection of an export. */
interface Connection {
  readonly body: ReadableStream<Uint8Array>;
  readonly begun: ExportBegun;
}

/** Everything of a kind, to take away. A connection that breaks is taken up again behind the last whole line, so that the lines together are one file. */
export class Exports {
  constructor(private readonly caller: Caller) {}

  /**
   * The lines of a list, each with its end.
   * @example for await (const line of kith.exports.list('end-users', { format: 'csv' })) file.write(line);
   * @throws KithProblem, also when the columns have changed before an export as CSV could be taken up again
   */
  async *list(kind: ExportedList, { format = 'ndjson', onBegin, ...options }: ExportOptions = {}): AsyncGenerator<string, void, undefined> {
    let { after, columns } = options;
    // Of CSV that begins at its beginning, the first line names the columns: of each connection, and once in the file.
    let [isHeader, isNamed] = [false, false];
    const open = async (): Promise<Connection> => {
      isHeader = format === 'csv' && after === undefined;
      const query = { format, ...(after !== undefined && { after }), ...(format === 'csv' && columns !== undefined && { columns }) };
      const init = { params: { query }, headers: this.caller.reading, parseAs: 'stream' as const, ...signalOf(options) };
      const { data, response } = await fetched(this.listed(kind, init));
      return { body: data as unknown as ReadableStream<Uint8Array>, begun: begunOf(response) };
    };
    const begin = (begun: ExportBegun) => {
      columns ??= begun.columns ?? undefined;
      onBegin?.(begun);
    };
    for await (const line of this.lines(open, format === 'csv' ? new CsvLines() : new JsonLines(), options.signal, begin)) {
      if (isHeader) {
        isHeader = false;
        if (!isNamed) yield line;
        isNamed = true;
        continue;
      }
      after = format === 'csv' ? line.slice(0, line.indexOf(',')) : (JSON.parse(line) as { readonly id: string }).id;
      yield line;
    }
  }

  /**
   * The log as CloudEvents 1.0: one event a line, each with the end of its line.
   * @example for await (const line of kith.exports.log({ after: lastPosition })) file.write(line);
   */
  async *log({ sealed, onBegin, ...options }: LogExportOptions = {}): AsyncGenerator<string, void, undefined> {
    let { after, upTo } = options;
    const open = async (): Promise<Connection> => {
      const query = {
        ...(after !== undefined && { after }),
        ...(upTo !== undefined && { upTo }),
        ...(sealed !== undefined && { sealed: sealed ? ('true' as const) : ('false' as const) }),
      };
      const init = { params: { query }, headers: this.caller.reading, parseAs: 'stream' as const, ...signalOf(options) };
      const { data, response } = await fetched(this.caller.streams.GET('/v1/exports/events', init));
      return { body: data as unknown as ReadableStream<Uint8Array>, begun: begunOf(response) };
    };
    const begin = (begun: ExportBegun) => {
      upTo = begun.position ?? upTo;
      onBegin?.(begun);
    };
    for await (const line of this.lines(open, new JsonLines(), options.signal, begin)) {
      after = positionIn(line);
      yield line;
    }
  }

  private listed(kind: ExportedList, init: { readonly params: { readonly query: { readonly format: 'ndjson' | 'csv' } }; readonly parseAs: 'stream' }) {
    if (kind === 'end-users') return this.caller.streams.GET('/v1/exports/end-users', init);
    return kind === 'organizations' ? this.caller.streams.GET('/v1/exports/organizations', init) : this.caller.streams.GET('/v1/exports/tickets', init);
  }

  /** All whole lines, over as many connections as it takes. Whoever is told how it begins is told of the first one. */
  private async *lines(
    open: () => Promise<Connection>,
    split: Split,
    signal: AbortSignal | undefined,
    begin: (begun: ExportBegun) => void,
  ): AsyncGenerator<string, void, undefined> {
    const { attempts, pauseMs } = this.caller.options;
    for (let [failures, isFirst] = [0, true]; ; isFirst = false) {
      const { body, begun } = await open();
      if (isFirst) begin(begun);
      const texts = textsOf(body, signal);
      split.forget();
      try {
        for (;;) {
          const next = await texts.next().catch((cut: unknown) => ({ cut }));
          if ('cut' in next) {
            signal?.throwIfAborted();
            if (++failures >= attempts) throw new KithUnreachable('the export breaks off again and again', { cause: next.cut });
            break;
          }
          if (next.done) return;
          for (const line of split.more(next.value)) {
            failures = 0;
            yield line;
          }
        }
      } finally {
        await texts.return();
      }
      await pause(pauseAfter(failures, pauseMs), signal);
    }
  }
}

const begunOf = ({ headers }: Response): ExportBegun => ({ position: headers.get('kith-position'), columns: headers.get('kith-columns') });

/** The position stands in front of all that a customer could have written. */
const positionIn = (line: string): string => /"kithposition":"(\d+)"/.exec(line)?.[1] ?? (JSON.parse(line) as { readonly kithposition: string }).kithposition;

/** Takes texts apart into whole lines. */
interface Split {
  more(text: string): readonly string[];
  /** What was begun is not gone on with. */
  forget(): void;
}

class JsonLines implements Split {
  private rest = '';

  more(text: string): readonly string[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.map((line) => `${line}\n`);
  }

  forget(): void {
    this.rest = '';
  }
}

/** A line of CSV ends where no quotes are open (RFC 4180). */
class CsvLines implements Split {
  private rest = '';
  private at = 0;
  private isQuoted = false;

  more(text: string): readonly string[] {
    this.rest += text;
    const lines: string[] = [];
    let begin = 0;
    for (; this.at < this.rest.length; this.at++) {
      const letter = this.rest.charCodeAt(this.at);
      if (letter === 0x22) this.isQuoted = !this.isQuoted;
      else if (letter === 0x0a && !this.isQuoted) {
        lines.push(this.rest.slice(begin, this.at + 1));
        begin = this.at + 1;
      }
    }
    this.rest = this.rest.slice(begin);
    this.at -= begin;
    return lines;
  }

  forget(): void {
    [this.rest, this.at, this.isQuoted] = ['', 0, false];
  }
}
