import type { ImportColumn, ImportedFile, ImportProblem } from '@kith/domain';
import type { DataKey } from '../key-vault';

/**
 * A value of a row, under what its column is read as: `name`, `email`, `fields.tier` …. A field can come more than once: cells of several values
 * (`splitCell`: e-mails, phones, tags, organizations, contact points, `verified`, `primary`) come apart already, and `fields.<key>:number` is
 * `fields.<key>` with a number. Only what a file says is here: of an empty cell there is nothing; an empty text is one that was written as such.
 */
export interface ImportedValue {
  readonly field: string;
  readonly value: string | number | boolean;
}

/** A row of a file, its columns mapped and nothing else understood. */
export interface ImportRow {
  /** From 1, without the header. */
  readonly row: number;
  /** So many bytes of the file were read when this row was: a little more than it takes. */
  readonly bytesRead: number;
  readonly values: readonly ImportedValue[];
  /** Why the row cannot be read as a whole; what follows it can. */
  readonly problems: readonly Omit<ImportProblem, 'row'>[];
}

/** What a file is, as far as its beginning tells; whoever sent it may have said some of it. */
export type FileDescription = Omit<ImportedFile, 'bytes' | 'digest'> & { readonly unknown: readonly string[] };

/** How a file is to be read, by whoever sends it; what is absent is found out. */
export interface SaidOfFile {
  readonly format?: ImportedFile['format'];
  readonly encoding?: ImportedFile['encoding'];
  readonly delimiter?: string;
  /** What columns are read as; null leaves one out. Goes before what their names say. */
  readonly mapping?: readonly ImportColumn[];
  readonly fileName?: string;
}

/** Uploaded files while they are read: sealed, in one place, gone when the import has ended. */
export abstract class ImportFiles {
  /**
   * Stores the upload under the key; durable when it resolves. Nothing is left of one that throws.
   * `sha256` is of the bytes as they were sent.
   * @throws ImportFilesUnavailable when there is no room, or no writing
   */
  abstract store(importId: string, key: DataKey, upload: AsyncIterable<Uint8Array>): Promise<{ readonly bytes: number; readonly sha256: string }>;

  /** The bytes as they were sent, from the start each time it is iterated. @throws ImportFileMissing, or ImportFileUnreadable `damaged` */
  abstract read(importId: string, key: DataKey): AsyncIterable<Uint8Array>;

  /** Forgets the file; done already when repeated. */
  abstract remove(importId: string): Promise<void>;

  /** The imports whose files are here. */
  abstract held(): Promise<readonly string[]>;
}

/** The file is not here: it was never stored, is forgotten, or lies with another engine. */
export class ImportFileMissing extends Error {
  override readonly name = 'ImportFileMissing';
}

/** Nothing could be stored at the moment. */
export class ImportFilesUnavailable extends Error {
  override readonly name = 'ImportFilesUnavailable';
}

/** Takes files apart: CSV (RFC 4180) and NDJSON. */
export abstract class ImportReader {
  /**
   * What the file is; it is iterated more than once. `unknown` are the columns that are read as nothing and that nobody said to leave out.
   * @throws ImportFileUnreadable for what is no such file
   */
  abstract describe(file: AsyncIterable<Uint8Array>, said: SaidOfFile): Promise<FileDescription>;

  /** The rows in order, behind the first `skip` of them. @throws ImportFileUnreadable behind the last row that can be read */
  abstract rows(file: AsyncIterable<Uint8Array>, description: Omit<FileDescription, 'unknown'>, skip: number): AsyncIterable<ImportRow>;
}

/** The file, or what is left of it, cannot be read as rows. */
export class ImportFileUnreadable extends Error {
  override readonly name = 'ImportFileUnreadable';
  constructor(
    /** Stable: `empty`, `compressed`, `binary`, `no-header`, `duplicate-column`, `unclosed-quote`, `encoding` …. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
