import { MemoryEventStore, MemoryKeyVault, MemoryScratchLogs, SoleLeases } from '@kith/adapters';
import {
  type Appended,
  CancelImportHandler,
  type DataKey,
  EventStoreUnavailable,
  type FileDescription,
  ImportFileMissing,
  ImportFiles,
  ImportFileUnreadable,
  ImportReader,
  type ImportRow,
  ImportRun,
  type ImportRunParts,
  ImportRuns,
  type ImportUnderWay,
  type NewEvent,
  pagesOver,
  type RevertPages,
  type RowResult,
  StartImportHandler,
  SystemTimers,
} from '@kith/application';
import { type ImportedFile, type ImportJob, type ImportMode, importJob, StartImport, streamOf } from '@kith/domain';
import { asking, type InMemoryEngine, type InMemoryParts, inMemoryEngine } from './in-memory-engine';

/** A row as a test writes it: values by field; several of one field as a list. */
export type WrittenRow = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** The rows that a reader would give. */
export const rowsOf = (rows: readonly WrittenRow[]): readonly ImportRow[] =>
  rows.map((values, i) => ({
    row: i + 1,
    bytesRead: (i + 1) * 10,
    values: Object.entries(values).flatMap(([field, value]) =>
      value === undefined
        ? []
        : Array.isArray(value)
          ? (value as readonly string[]).map((one) => ({ field, value: one }))
          : [{ field, value: value as string }],
    ),
    problems: [],
  }));

/** Files in memory, as rows. Row `unreadableFrom` and all behind it cannot be read. */
export class WrittenFiles extends ImportFiles {
  readonly files = new Map<string, { readonly rows: readonly ImportRow[]; readonly unreadableFrom?: number }>();

  async store(): Promise<never> {
    throw new Error('tests put their rows here themselves');
  }
  async *read(importId: string): AsyncGenerator<Uint8Array> {
    if (!this.files.has(importId)) throw new ImportFileMissing(importId);
    yield new TextEncoder().encode(importId);
  }
  async remove(importId: string): Promise<void> {
    this.files.delete(importId);
  }
  async held(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }
}

/** Reads what {@link WrittenFiles} holds. */
export class WrittenReader extends ImportReader {
  constructor(private readonly files: WrittenFiles) {
    super();
  }
  async describe(): Promise<FileDescription> {
    throw new Error('tests describe their files themselves');
  }
  async *rows(file: AsyncIterable<Uint8Array>, _: unknown, skip: number): AsyncGenerator<ImportRow> {
    for await (const bytes of file) {
      const found = this.files.files.get(new TextDecoder().decode(bytes));
      for (const row of found?.rows ?? []) {
        if (row.row === found?.unreadableFrom) throw new ImportFileUnreadable('unclosed-quote', 'for the test');
        if (row.row > skip) yield row;
      }
    }
  }
}

export const writtenFile: ImportedFile = { format: 'csv', encoding: 'utf-8', delimiter: ',', columns: [], bytes: 1000, digest: 'd'.repeat(64) };

/** A log in memory that goes away at some append. */
export class BrittleEventStore extends MemoryEventStore {
  private left = Number.POSITIVE_INFINITY;
  private isLastStored = false;

  /** It is away from the n-th append on, counted from now; that one may be stored without anybody hearing of it. */
  breakAt(n: number, isLastStored = false): void {
    [this.left, this.isLastStored] = [n, isLastStored];
  }

  mend(): void {
    this.left = Number.POSITIVE_INFINITY;
  }

  /** Does work that is cut off at the n-th append, if it comes to that. */
  async cutOff(n: number, isLastStored: boolean, work: () => Promise<void>): Promise<void> {
    this.breakAt(n, isLastStored);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
    }
    this.mend();
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    this.left -= 1;
    if (this.left > 0) return super.append(stream, expected, events);
    if (this.left === 0 && this.isLastStored) await super.append(stream, expected, events);
    throw new EventStoreUnavailable('cut off');
  }
}

/** An engine in memory that imports. */
export async function importWorld(parts: Omit<InMemoryParts, 'store'> = {}) {
  const store = new BrittleEventStore();
  const vault = parts.vault ?? new MemoryKeyVault({ seed: 'test' });
  const engine = await inMemoryEngine({ ...parts, store, vault });
  return { ...importing(engine), engine, store, vault };
}

/** What imports into an engine in memory. */
export function importing(engine: InMemoryEngine, files = new WrittenFiles(), revert: RevertPages = { advance: async () => 'done' }) {
  const { store, vault, clock, runner, identifiers, personal, newIds, held } = engine;
  const ports = { held, clock, newIds };
  const pages = pagesOver({ store, vault, ...ports });
  const reader = new WrittenReader(files);
  const parts: Omit<ImportRunParts, 'inTurn'> = {
    store,
    vault,
    runner,
    identifiers,
    personal,
    files,
    reader,
    ...ports,
    scratch: new MemoryScratchLogs(),
    pageRows: 3,
  };
  const starting = new StartImportHandler(runner, identifiers, vault, newIds);
  /** Starts an import of these rows; nobody works on it yet. */
  const start = async (
    importId: string,
    rows: readonly WrittenRow[],
    mode: ImportMode = 'upsert',
    dryRun = false,
    digest = writtenFile.digest,
  ): Promise<void> => {
    files.files.set(importId, { rows: rowsOf(rows) });
    const key: DataKey = await vault.lease();
    await starting.execute(new StartImport(asking(), importId, mode, dryRun, { ...writtenFile, digest }, key.id));
  };
  const job = async (importId: string): Promise<ImportJob> => (await runner.load(importJob, streamOf.import('acme', importId))).state;
  const work = (importId: string, signal = new AbortController().signal): Promise<void> =>
    new ImportRun({ ...parts, inTurn: (one) => one() }, 'acme', importId).work(signal);
  const whole = async (importId: string, rows: readonly WrittenRow[], mode?: ImportMode, dryRun?: boolean): Promise<ImportJob> => {
    await start(importId, rows, mode, dryRun);
    await work(importId);
    return job(importId);
  };
  const runs = (onFailure?: (importId: string, error: unknown) => void): ImportRuns =>
    new ImportRuns({ ...parts, revert, leases: new SoleLeases(), process: 'test', timers: new SystemTimers(), ...(onFailure && { onFailure }) });
  let applied = 0;
  /** One page of rows, without a job; an import of its own unless one is named. */
  const apply = async (rows: readonly WrittenRow[], mode: ImportMode = 'upsert', more: Partial<ImportUnderWay> = {}): Promise<readonly RowResult[]> => {
    const ids = await identifiers.of('acme');
    applied += 1;
    const importId = `00000000-0000-8000-8000-1${applied.toString().padStart(11, '0')}`;
    const run = { tenant: 'acme', importId, mode, digest: 'd', onBehalfOf: 'lea', startedBy: importIds[0], ids, isTriedAgain: false, ...more };
    const results: RowResult[] = [];
    for await (const some of pages.apply(run, rowsOf(rows))) results.push(...some);
    return results;
  };
  return { files, reader, pages, parts, starting, cancelling: new CancelImportHandler(runner, identifiers, newIds), start, job, work, whole, runs, apply };
}

export const importIds = ['00000000-0000-8000-8000-000000000001', '00000000-0000-8000-8000-000000000002', '00000000-0000-8000-8000-000000000003'] as const;
