import { AdvanceImport, FailImport, type ImportJob, type ImportStarted, type ImportStep, importJob, type Recorded, streamOf } from '@kith/domain';
import type { Clock } from '../clock';
import type { EventStore } from '../event-store';
import type { HeldPoints } from '../held-points';
import type { Identifiers } from '../identifiers';
import type { NewIds } from '../ids';
import type { KeyVault } from '../key-vault';
import type { PersonalData } from '../personal-data';
import type { Runner } from '../run';
import { DryRunLog, DryRunVault, type ScratchLogs } from './dry-run-log';
import { type ImportFiles, ImportFileUnreadable, type ImportReader, type ImportRow } from './import-files';
import { type ApplyPage, partsOfPage } from './import-page';
import { type ImportUnderWay, rowWord } from './import-word';
import { pagesOver } from './pages-over';

/** What reads a file and applies its rows. */
export interface ImportRunParts {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly runner: Runner;
  readonly identifiers: Identifiers;
  readonly personal: PersonalData;
  readonly files: ImportFiles;
  readonly reader: ImportReader;
  readonly held: HeldPoints;
  readonly clock: Clock;
  readonly newIds: NewIds;
  /** Where dry runs write. */
  readonly scratch: ScratchLogs;
  /** Waits for its turn among all imports under way: each does a page at a time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Rows that are applied before it is told how far the import has come. */
  readonly pageRows?: number;
}

/** Rows of a page, unless it is said otherwise. */
const pageRows = 500;
/** A page ends with the row that makes it so many bytes of the file: a row can have a million. */
const pageBytes = 8 * 1024 * 1024;

/** A page of a file: with `end` it is the last; with `failure` what comes behind it cannot be read. */
interface FilePage {
  readonly rows: readonly ImportRow[];
  readonly end: boolean;
  readonly failure?: string;
}

/** One import as it goes on, page by page. */
export class ImportRun {
  /** Whether rows of the next page may have been tried before. */
  private isTriedAgain = true;
  /** Rows that were applied, here or before it was begun here. */
  private done = 0;

  constructor(
    private readonly parts: ImportRunParts,
    private readonly tenant: string,
    private readonly importId: string,
  ) {}

  /** How far it has come. */
  async job(): Promise<ImportJob> {
    return (await this.parts.runner.load(importJob, streamOf.import(this.tenant, this.importId))).state;
  }

  /**
   * Applies the rows that are left, until the end, or until it is aborted or cancelled.
   * @throws ImportFileMissing when the file is not here, and what stores throw that are away: then it goes on where it was when it is begun again
   */
  async work(signal: AbortSignal): Promise<void> {
    const { files, reader, vault, store, personal } = this.parts;
    const state = await this.job();
    const [first] = await store.readStream(streamOf.import(this.tenant, this.importId), { limit: 1 });
    const started = first && (await personal.open(first));
    const key = state.keyId === undefined ? undefined : await vault.find(state.keyId);
    if (started?.type !== 'ImportStarted') return;
    const run = await this.underWay(started);
    if (!key) return this.tell(new FailImport(this.tenant, this.importId, state.rows, 'key-destroyed'), run, state.rows);
    // A dry run leaves nothing behind that the rows behind could build on: it begins again.
    this.done = state.dryRun ? 0 : state.rows;
    this.isTriedAgain = true;
    const dry = state.dryRun ? await this.parts.scratch.open() : undefined;
    const { held, clock, newIds } = this.parts;
    const applying = pagesOver({ ...(dry ? this.dryPorts(started.position, dry.store) : { store, vault }), held, clock, newIds });
    const rows = reader.rows(files.read(this.importId, key), started.data, this.done)[Symbol.asyncIterator]();
    try {
      await this.pages(rows, run, applying, signal);
    } finally {
      await rows.return?.();
      await dry?.close();
    }
  }

  /** As the log was when it was asked for: so it comes to the same however often it is cut off. */
  private dryPorts(upTo: bigint, scratch: EventStore): { readonly store: EventStore; readonly vault: KeyVault } {
    return { store: new DryRunLog(this.parts.store, upTo, scratch), vault: new DryRunVault(this.parts.vault) };
  }

  private async pages(rows: AsyncIterator<ImportRow>, run: Omit<ImportUnderWay, 'settings'>, applying: ApplyPage, signal: AbortSignal): Promise<void> {
    let next = this.read(rows);
    try {
      for (let isOver = false; !isOver; ) {
        const page = await next;
        if (signal.aborted) return;
        // The next rows are read while these are on their way to the disk.
        if (!page.end && page.failure === undefined) next = this.read(rows);
        isOver = await this.parts.inTurn(() => this.page(page, run, applying));
      }
    } finally {
      // It may be under way: the reader is not to be closed under it.
      await next.catch(() => undefined);
    }
  }

  /** @returns whether it was the last, or nobody wants more */
  private async page({ rows, end, failure }: FilePage, of: Omit<ImportUnderWay, 'settings'>, applying: ApplyPage): Promise<boolean> {
    let state = await this.job();
    if (state.status !== 'running') return true;
    const run = { ...of, isTriedAgain: this.isTriedAgain };
    for await (const results of applying.apply(run, rows)) {
      // What a dry run has told before it is not told again.
      const news = results.slice(Math.max(0, state.rows - this.done));
      this.done += results.length;
      for (const { counts, problems, last } of partsOfPage(news)) {
        const { rows: from } = state;
        const bytesRead = rows.find(({ row }) => row === last)?.bytesRead ?? state.bytesRead;
        await this.tell(new AdvanceImport(this.tenant, this.importId, from, counts, problems, bytesRead, false), run, from);
        state = await this.job();
        if (state.status !== 'running' || state.rows !== from + counts.rows) return true;
      }
    }
    this.isTriedAgain = false;
    if (failure !== undefined) await this.tell(new FailImport(this.tenant, this.importId, state.rows, failure), run, state.rows, 'failed');
    else if (end) await this.tell(new AdvanceImport(this.tenant, this.importId, state.rows, noRows, [], state.bytesRead, true), run, state.rows, 'end');
    return end || failure !== undefined;
  }

  private async read(rows: AsyncIterator<ImportRow>): Promise<FilePage> {
    const page: ImportRow[] = [];
    const most = this.parts.pageRows ?? pageRows;
    try {
      while (page.length < most) {
        const { value, done } = await rows.next();
        if (done) return { rows: page, end: true };
        page.push(value);
        if (value.bytesRead - (page[0]?.bytesRead ?? 0) > pageBytes) break;
      }
      return { rows: page, end: false };
    } catch (error) {
      if (!(error instanceof ImportFileUnreadable)) throw error;
      return { rows: page, end: false, failure: error.code };
    }
  }

  private async tell(step: ImportStep, run: Omit<ImportUnderWay, 'settings'>, from: number, what = 'page'): Promise<void> {
    await this.parts.runner.run(importJob, step, rowWord(run, from, what));
  }

  private async underWay({ data, metadata }: Recorded<ImportStarted>): Promise<Omit<ImportUnderWay, 'settings'>> {
    const { tenant, importId } = this;
    const { mode, digest } = data;
    const { actor, onBehalfOf = actor.id, eventId: startedBy } = metadata;
    const ids = await this.parts.identifiers.of(tenant);
    return { tenant, importId, mode, digest, onBehalfOf, startedBy, ids, isTriedAgain: true };
  }
}

const noRows = { rows: 0, created: 0, changed: 0, unchanged: 0, refused: 0, organizations: 0 } as const;
