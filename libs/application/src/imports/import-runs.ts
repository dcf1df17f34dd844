import { idInStream } from '@kith/domain';
import type { Leases } from '../leases';
import { pause, type Timers } from '../webhook/timers';
import { whileHolding } from '../while-holding';
import { ImportFileMissing } from './import-files';
import { ImportRun, type ImportRunParts } from './import-run';

/** What undoes imports, page by page; `done` when nothing is left to undo. */
export interface RevertPages {
  advance(tenant: string, importId: string): Promise<'more' | 'done'>;
}

export interface ImportRunsParts extends Omit<ImportRunParts, 'inTurn'> {
  readonly revert: RevertPages;
  readonly leases: Leases;
  /** Names this process among those that work on the same data. */
  readonly process: string;
  readonly timers: Timers;
  /** Told what cut off work that goes on by itself later. */
  readonly onFailure?: (importId: string, error: unknown) => void;
}

const pageSize = 500;
/** Pause after the log could not be read. Milliseconds. */
const troubleMs = 1_000;
/** After so long nobody sends the command any more that was to follow a file. Milliseconds. */
const orphanMs = 3_600_000;

/**
 * Does every import whose file is here, and every undoing, each under a lease of its own; several at once take turns page by page. What a
 * crash, or a store that was away, has cut off goes on where it was.
 */
export class ImportRuns {
  private readonly running = new Map<string, Promise<void>>();
  /** Imports of which something was heard while they were under way. */
  private readonly heardOf = new Set<string>();
  private readonly known = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ImportRunsParts) {}

  /** Works until aborted; then it lets the pages under way end. */
  async run(signal: AbortSignal): Promise<void> {
    const tidying = this.tidy(signal);
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        this.parts.onFailure?.('', error);
        if (!signal.aborted) await pause(this.parts.timers, troubleMs, signal);
      }
    }
    await Promise.all([tidying, ...this.running.values()]);
  }

  /** How many are under way. */
  get underWay(): number {
    return this.running.size;
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const types = ['ImportStarted', 'ImportRevertStarted'];
    for await (const { events } of this.parts.store.subscribe({ after: 0n, limit: pageSize, types, signal }))
      for (const { stream, metadata } of events) {
        this.known.add(idInStream(stream));
        await this.settle(metadata.tenant, idInStream(stream), signal);
      }
  }

  /** Begins what is to be done for an import. */
  private async settle(tenant: string, importId: string, signal: AbortSignal): Promise<void> {
    if (this.running.has(importId)) {
      this.heardOf.add(importId);
      return;
    }
    const run = new ImportRun({ ...this.parts, inTurn: (work) => this.inTurn(work) }, tenant, importId);
    const { status } = await run.job();
    if (status !== 'reverting' && !(await this.parts.files.held()).includes(importId)) return;
    const work = this.hold(importId, signal, (held) => this.work(run, tenant, importId, held));
    this.running.set(
      importId,
      work.then(async () => {
        this.running.delete(importId);
        if (this.heardOf.delete(importId) && !signal.aborted) await this.settle(tenant, importId, signal);
      }),
    );
  }

  /** Under a lease, until there is no more to do; again after a pause when it was cut off. */
  private async hold(importId: string, signal: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void> {
    const { leases, process, onFailure } = this.parts;
    const done = new AbortController();
    const ending = AbortSignal.any([signal, done.signal]);
    const holding = async (held: { readonly signal: AbortSignal }) => {
      await work(held.signal);
      if (!held.signal.aborted) done.abort();
    };
    await whileHolding(leases, `import.${importId}`, process, holding, { signal: ending, onFailure: (error) => onFailure?.(importId, error) });
  }

  private async work(run: ImportRun, tenant: string, importId: string, signal: AbortSignal): Promise<void> {
    const { files, revert } = this.parts;
    try {
      if ((await run.job()).status === 'running') await run.work(signal);
    } catch (error) {
      // It lies with another engine, or nobody needs it any more.
      if (!(error instanceof ImportFileMissing)) throw error;
    }
    if (signal.aborted) return;
    if ((await run.job()).status !== 'running') await files.remove(importId);
    while (!signal.aborted && (await run.job()).status === 'reverting') if ((await this.inTurn(() => revert.advance(tenant, importId))) === 'done') return;
  }

  /** One page after the other, whichever import it is of. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Forgets files that lay here already when it began, and that no import ever came for. */
  private async tidy(signal: AbortSignal): Promise<void> {
    try {
      const before = await this.parts.files.held();
      await pause(this.parts.timers, orphanMs, signal);
      if (signal.aborted) return;
      for (const importId of before) if (!this.known.has(importId)) await this.parts.files.remove(importId);
    } catch (error) {
      this.parts.onFailure?.('', error);
    }
  }
}
