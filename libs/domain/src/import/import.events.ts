import { type Event, events } from '../event';

/** What becomes of end users that are there already: they are left alone, or get what the file says of them. */
export type ImportMode = 'create' | 'upsert';
export type ImportFormat = 'csv' | 'ndjson';
export type ImportEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a column (CSV) or a member (NDJSON) is read as; null: it is left out. */
export interface ImportColumn {
  readonly column: string;
  readonly to: string | null;
}

/** Why a row, or a part of the undoing, came to nothing: no value of anybody is in it. `row` counts from 1, without the header. */
export interface ImportProblem {
  readonly row: number;
  /** What the column is read as; empty: the row as a whole. */
  readonly field: string;
  readonly code: string;
}

/** What the rows so far came to; each counts once, as created, changed, unchanged or refused. `organizations` were created for them. */
export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly organizations: number;
}

/** Something that an import did and that was left as it is, because somebody has built on it since. */
export interface ImportKept {
  readonly kind: 'end-user' | 'organization';
  readonly id: string;
  /** What of it: a field of the profile, `contactPoint`, `tags`, `organization`; empty: all of it. */
  readonly field: string;
  readonly code: string;
}

/**
 * A file of end users is read row by row, page by page: each page is an event, so that the work is seen, survives a crash and is never in a
 * request. A dry run tells the same and writes nothing else. `digest` stands for the bytes of the file as they were sent: a MAC under the tenant's
 * secret, in lower-case hex; `bytes` is its length.
 */
export type ImportStarted = Event<
  'ImportStarted',
  {
    mode: ImportMode;
    dryRun: boolean;
    format: ImportFormat;
    encoding: ImportEncoding;
    /** Of CSV; null for NDJSON. */
    delimiter: string | null;
    bytes: number;
    digest: string;
    columns: readonly ImportColumn[];
    fileName?: string;
  }
>;
/** Counts are of all pages so far, `problems` of this one. `bytesRead` is about how far in the file that is. */
export type ImportAdvanced = Event<'ImportAdvanced', ImportCounts & { bytesRead: number; problems: readonly ImportProblem[] }>;
/** Somebody stopped it. What it has done stays, until it is reverted. */
export type ImportCancelled = Event<'ImportCancelled', object>;
export type ImportEnded = Event<'ImportEnded', ImportCounts>;
/** The rest of the file cannot be read: behind the rows that were done. */
export type ImportFailed = Event<'ImportFailed', { code: string }>;

/** What the import did is undone from here on, by events of its own. */
export type ImportRevertStarted = Event<'ImportRevertStarted', object>;
/** `upTo` is the position of the last event of the import that was looked at, in decimal; `undone` counts the end users and organizations so far, `kept` is of this page. */
export type ImportRevertAdvanced = Event<'ImportRevertAdvanced', { upTo: string; undone: number; keptSoFar: number; kept: readonly ImportKept[] }>;
export type ImportReverted = Event<'ImportReverted', { undone: number; kept: number }>;

export type ImportEvent =
  | ImportStarted
  | ImportAdvanced
  | ImportCancelled
  | ImportEnded
  | ImportFailed
  | ImportRevertStarted
  | ImportRevertAdvanced
  | ImportReverted;

/** Sealed under the import's own key: a file without a header row has a person where the columns are named. */
export const importEvents = events<ImportEvent>({
  ImportStarted: { personal: ['columns', 'fileName'], lifts: [] },
  ImportAdvanced: { personal: [], lifts: [] },
  ImportCancelled: { personal: [], lifts: [] },
  ImportEnded: { personal: [], lifts: [] },
  ImportFailed: { personal: [], lifts: [] },
  ImportRevertStarted: { personal: [], lifts: [] },
  ImportRevertAdvanced: { personal: [], lifts: [] },
  ImportReverted: { personal: [], lifts: [] },
});
