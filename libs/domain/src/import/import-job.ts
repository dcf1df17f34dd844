import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import type { ImportedFile } from './import.commands';
import type { ImportCounts, ImportEvent, ImportKept, ImportMode, ImportProblem } from './import.events';

/** How far an import has come. */
export interface ImportJob extends ImportCounts {
  readonly status: 'unknown' | 'running' | 'cancelled' | 'ended' | 'failed' | 'reverting' | 'reverted';
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  /** Of the file. */
  readonly bytes: number;
  readonly bytesRead: number;
  /** Why the rest of the file cannot be read. */
  readonly failure?: string;
  /** Of the undoing: the last position that was looked at, in decimal, and what came of it. */
  readonly revertedTo: string;
  readonly undone: number;
  readonly kept: number;
  /** The key of the file and of what is personal in the first event. */
  readonly keyId?: string;
}

/** A step on the stream of an import. */
export abstract class OnImport {
  constructor(
    readonly tenant: string,
    readonly importId: string,
  ) {}
}

/** Step: the file is stored and its columns are understood. */
export class BeginImport extends OnImport {
  constructor(
    tenant: string,
    importId: string,
    readonly mode: ImportMode,
    readonly dryRun: boolean,
    readonly file: ImportedFile,
  ) {
    super(tenant, importId);
  }
}

/** Step: the rows behind the first `from` are done; `counts` are of these rows alone. With `end` they were the last. */
export class AdvanceImport extends OnImport {
  constructor(
    tenant: string,
    importId: string,
    readonly from: number,
    readonly counts: ImportCounts,
    readonly problems: readonly ImportProblem[],
    readonly bytesRead: number,
    readonly end: boolean,
  ) {
    super(tenant, importId);
  }
}

/** Step: no more rows. */
export class StopImport extends OnImport {}

/** Step: what follows the first `from` rows cannot be read. */
export class FailImport extends OnImport {
  constructor(
    tenant: string,
    importId: string,
    readonly from: number,
    readonly code: string,
  ) {
    super(tenant, importId);
  }
}

/** Step: what it did is to be undone. */
export class BeginRevert extends OnImport {}

/** Step: what lies behind `from` in the log is undone up to and with `to`; null: that was all. */
export class AdvanceRevert extends OnImport {
  constructor(
    tenant: string,
    importId: string,
    readonly from: string,
    readonly to: string | null,
    readonly undone: number,
    readonly kept: readonly ImportKept[],
  ) {
    super(tenant, importId);
  }
}

export type ImportStep = BeginImport | AdvanceImport | StopImport | FailImport | BeginRevert | AdvanceRevert;

const none: ImportCounts = { rows: 0, created: 0, changed: 0, unchanged: 0, refused: 0, organizations: 0 };

/** Each page counts once, whoever does it again. */
export const importJob: Decider<ImportJob, ImportStep, ImportEvent> = {
  stream: ({ tenant, importId }) => streamOf.import(tenant, importId),
  initial: { status: 'unknown', mode: 'create', dryRun: false, bytes: 0, bytesRead: 0, revertedTo: '0', undone: 0, kept: 0, ...none },

  evolve(state, event) {
    switch (event.type) {
      case 'ImportStarted': {
        const { mode, dryRun, bytes } = event.data;
        return { ...state, status: 'running', mode, dryRun, bytes, ...(event.keyId !== undefined && { keyId: event.keyId }) };
      }
      case 'ImportAdvanced': {
        const { problems: _, ...sums } = event.data;
        return { ...state, ...sums };
      }
      case 'ImportCancelled':
        return { ...state, status: 'cancelled' };
      case 'ImportEnded':
        return { ...state, ...event.data, bytesRead: state.bytes, status: 'ended' };
      case 'ImportFailed':
        return { ...state, status: 'failed', failure: event.data.code };
      case 'ImportRevertStarted':
        return { ...state, status: 'reverting' };
      case 'ImportRevertAdvanced':
        return { ...state, revertedTo: event.data.upTo, undone: event.data.undone, kept: event.data.keptSoFar };
      case 'ImportReverted':
        return { ...state, ...event.data, status: 'reverted' };
    }
  },

  decide(step, state) {
    if (step instanceof BeginImport) {
      const { mode, dryRun, file } = step;
      return state.status === 'unknown' ? [{ type: 'ImportStarted', data: { mode, dryRun, ...file } }] : [];
    }
    if (state.status === 'unknown') refuse('import-not-found');
    if (step instanceof StopImport) return state.status === 'running' ? [{ type: 'ImportCancelled', data: {} }] : [];
    if (step instanceof BeginRevert) return beginRevert(state);
    if (step instanceof AdvanceRevert) return advanceRevert(step, state);
    if (state.status !== 'running' || step.from !== state.rows) return [];
    if (step instanceof FailImport) return [{ type: 'ImportFailed', data: { code: step.code } }];
    return advance(step, state);
  },
};

function advance({ counts, problems, bytesRead, end }: AdvanceImport, state: ImportJob): readonly ImportEvent[] {
  const sum = (what: keyof ImportCounts) => state[what] + counts[what];
  const sums: ImportCounts = {
    rows: sum('rows'),
    created: sum('created'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
    organizations: sum('organizations'),
  };
  const advanced: readonly ImportEvent[] = counts.rows > 0 ? [{ type: 'ImportAdvanced', data: { ...sums, bytesRead, problems } }] : [];
  return end ? [...advanced, { type: 'ImportEnded', data: sums }] : advanced;
}

function beginRevert({ status, dryRun }: ImportJob): readonly ImportEvent[] {
  if (dryRun) refuse('import-was-dry-run');
  if (status === 'running') refuse('import-running');
  return status === 'reverting' || status === 'reverted' ? [] : [{ type: 'ImportRevertStarted', data: {} }];
}

function advanceRevert({ from, to, undone, kept }: AdvanceRevert, state: ImportJob): readonly ImportEvent[] {
  if (state.status !== 'reverting' || from !== state.revertedTo) return [];
  const sums = { undone: state.undone + undone, kept: state.kept + kept.length };
  const advanced = (upTo: string): ImportEvent => ({ type: 'ImportRevertAdvanced', data: { upTo, undone: sums.undone, keptSoFar: sums.kept, kept } });
  if (to !== null) return [advanced(to)];
  return [...(kept.length > 0 ? [advanced(from)] : []), { type: 'ImportReverted', data: sums }];
}
