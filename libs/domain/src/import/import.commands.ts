import type { CommandContext } from '../command';
import type { ImportColumn, ImportEncoding, ImportFormat, ImportMode } from './import.events';

/** What is known of a file before its first row is read. */
export interface ImportedFile {
  readonly format: ImportFormat;
  readonly encoding: ImportEncoding;
  /** Of CSV; null for NDJSON. */
  readonly delimiter: string | null;
  readonly columns: readonly ImportColumn[];
  /** As it was sent. */
  readonly bytes: number;
  /** As in `ImportStarted`. */
  readonly digest: string;
  readonly fileName?: string;
}

/** Bring in the end users of a file that is stored already, under this id. */
export class StartImport {
  constructor(
    readonly context: CommandContext,
    readonly importId: string,
    readonly mode: ImportMode,
    readonly dryRun: boolean,
    readonly file: ImportedFile,
    /** The id of the key that seals the stored file, and what is personal in the first event. */
    readonly keyId: string,
  ) {}
}

/** Read no more rows; what was done stays. */
export class CancelImport {
  constructor(
    readonly context: CommandContext,
    readonly importId: string,
  ) {}
}

/** Undo all that an import did, but for what was changed since. */
export class RevertImport {
  constructor(
    readonly context: CommandContext,
    readonly importId: string,
  ) {}
}
