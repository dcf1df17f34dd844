import { createParser } from 'eventsource-parser';
import { type Caller, fetched, read, signalOf, written } from './caller';
import { linesOf, textsOf } from './lines';
import { type Listed, listed } from './pages';
import { KithProblem } from './problem';
import { pause, pauseAfter } from './retrying';
import type { ImportJob, ImportKept, ImportProgress, ReadOptions, WriteOptions, Written } from './types';
import { type FileSource, uploaded } from './uploading';

/** How a file is to be read, and what is to become of it. What is left out is found out. */
export interface ImportOptions extends WriteOptions {
  /** `create` leaves alone who is there already; `upsert` gives them what the file says. */
  readonly mode?: 'create' | 'upsert';
  /** Tells everything and writes nothing. */
  readonly dryRun?: boolean;
  readonly format?: 'csv' | 'ndjson';
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter?: 'comma' | 'semicolon' | 'tab' | 'bar';
  /** What columns are read as; null leaves one out. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  /** Whether a file with columns that are not known is refused, or they are left out. */
  readonly unknownColumns?: 'refuse' | 'ignore';
  readonly fileName?: string;
}

/** A connection on which nothing arrives for so long is taken for dead, in milliseconds; the engine says something every 15 s. */
const silenceMs = 45_000;
const goingOn: readonly ImportProgress['status'][] = ['running', 'waiting', 'reverting'];

/** End users from files. */
export class Imports {
  constructor(private readonly caller: Caller) {}

  /**
   * Sends a file; its rows are applied as work of its own. With an idempotency key of one's own, the same file is the same import.
   * @example const { id } = await kith.imports.begin(() => createReadStream('people.csv'), { mode: 'upsert' });
   * @throws KithProblem `import-columns-unknown`, `import-file-unreadable`
   */
  async begin(source: FileSource, options: ImportOptions = {}): Promise<Written<ImportJob>> {
    const { mode, dryRun, format, encoding, delimiter, mapping, unknownColumns, fileName, signal } = options;
    const given = { mode, dryRun, format, encoding, delimiter, unknownColumns, fileName, mapping: mapping && JSON.stringify(mapping) };
    const query = new URLSearchParams(
      Object.entries(given).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]])),
    );
    const headers = { ...this.caller.writing(options), 'content-type': 'application/octet-stream' };
    const sent = await uploaded<ImportJob>(this.caller.options, { path: `/v1/imports?${query}`, headers, source, signal });
    return { ...sent.data, position: sent.headers.get('kith-position') };
  }

  /** How far an import is. @example const { status, rows, refused } = await kith.imports.find(id); */
  find(id: string, options?: ReadOptions): Promise<ImportJob> {
    return read(this.caller.api.GET('/v1/imports/{id}', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) }));
  }

  /** Lists imports, the latest first. @example for await (const { status, rows } of kith.imports.list()) console.log(status, rows); */
  list({ signal, limit }: ReadOptions & { readonly limit?: number } = {}): Listed<ImportProgress> {
    return listed((cursor) => {
      const query = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/imports', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /**
   * How far an import is, whenever that changes, until it goes no further; a connection that breaks is taken up again.
   * @example for await (const { rows, secondsLeft } of kith.imports.follow(id)) console.log(rows, secondsLeft);
   */
  async *follow(id: string, { signal }: ReadOptions = {}): AsyncGenerator<ImportProgress, void, undefined> {
    let last: string | undefined;
    for (let failures = 0; ; failures++) {
      for await (const { position, progress } of this.connected(id, last, signal)) {
        [last, failures] = [position, 0];
        yield progress;
        if (!goingOn.includes(progress.status)) return;
      }
      signal?.throwIfAborted();
      await pause(pauseAfter(failures + 1, this.caller.options.pauseMs), signal);
    }
  }

  /** Waits until an import goes no further, or until all of one is taken back that can be. @example const { created } = await kith.imports.finished(id); */
  async finished(id: string, options: ReadOptions & { readonly onProgress?: (progress: ImportProgress) => void } = {}): Promise<ImportProgress> {
    let latest: ImportProgress | undefined;
    for await (const progress of this.follow(id, options)) {
      latest = progress;
      options.onProgress?.(progress);
    }
    return latest ?? this.find(id, options);
  }

  /** The rows that were refused, as CSV, as it arrives. @example for await (const text of kith.imports.errors(id)) process.stdout.write(text); */
  async *errors(id: string, { signal }: ReadOptions = {}): AsyncGenerator<string, void, undefined> {
    const init = { params: { path: { id } }, parseAs: 'stream' as const, ...signalOf(signal ? { signal } : {}) };
    const { data } = await fetched(this.caller.streams.GET('/v1/imports/{id}/errors.csv', init));
    yield* textsOf(data as unknown as ReadableStream<Uint8Array>, signal);
  }

  /** What the taking back has kept, and why. @example for await (const { id, code } of kith.imports.kept(importId)) console.log(id, code); */
  async *kept(id: string, { signal }: ReadOptions = {}): AsyncGenerator<ImportKept, void, undefined> {
    const init = { params: { path: { id } }, parseAs: 'stream' as const, ...signalOf(signal ? { signal } : {}) };
    const { data } = await fetched(this.caller.streams.GET('/v1/imports/{id}/kept', init));
    yield* linesOf<ImportKept>(data as unknown as ReadableStream<Uint8Array>, signal);
  }

  /** Reads no more rows; what it has done stays. @example await kith.imports.cancel(id); */
  cancel(id: string, options?: WriteOptions): Promise<Written> {
    const init = { params: { path: { id } }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/imports/{id}/cancel', init));
  }

  /** Takes back all that an import did, but for what somebody has built on since. @example await kith.imports.revert(id); */
  revert(id: string, options?: WriteOptions): Promise<Written> {
    const init = { params: { path: { id } }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/imports/{id}/revert', init));
  }

  /** What one connection tells; it just ends when the connection does. */
  private async *connected(id: string, last: string | undefined, given: AbortSignal | undefined) {
    const silent = new AbortController();
    const signal = given ? AbortSignal.any([given, silent.signal]) : silent.signal;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silenceMs);
    };
    const arrived: { position: string | undefined; progress: ImportProgress }[] = [];
    const parser = createParser({ onEvent: ({ id: position, data }) => arrived.push({ position, progress: JSON.parse(data) as ImportProgress }) });
    try {
      heard();
      const headers = last === undefined ? {} : { 'last-event-id': last };
      const init = { params: { path: { id } }, headers, parseAs: 'stream' as const, signal };
      const { data } = await fetched(this.caller.streams.GET('/v1/imports/{id}/events', init));
      for await (const text of textsOf(data as unknown as ReadableStream<Uint8Array>, signal)) {
        heard();
        parser.feed(text);
        yield* arrived.splice(0);
      }
    } catch (error) {
      // Not the connection is at fault when the engine refused.
      if (error instanceof KithProblem || given?.aborted) throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
