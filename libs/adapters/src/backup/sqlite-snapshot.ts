import { backup, DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { sync } from '../durable-file';
import { overwriteClosedFile } from '../sqlite-overwrite';

/** How long another connection's lock is waited for, in milliseconds. */
const busyMs = 5_000;
/** Pages between two looks at progress and signal: 16 MB. */
const stepPages = 4_000;

/** Who wants to know how far a copy is, in bytes, and may end it. */
export interface WatchedCopy {
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * An SQLite database as it is at one moment, whoever goes on writing it. While it is open, the write-ahead log of the database cannot be cut off.
 */
export class SqliteSnapshot {
  private constructor(
    private readonly database: DatabaseSync,
    /** Of the copy. */
    readonly bytes: number,
  ) {}

  /** @throws what SQLite says of a file that is missing, locked or none of its own */
  static open(path: string): SqliteSnapshot {
    const database = new DatabaseSync(path, { readOnly: true, timeout: busyMs });
    try {
      database.exec('BEGIN');
      const pages = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size');
      database.prepare('SELECT count(*) FROM sqlite_schema').get(); // the moment is that of the first look
      return new SqliteSnapshot(database, Number(pages.get()?.bytes));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** The only row of a question. */
  row(sql: string): Readonly<Record<string, SQLOutputValue>> | undefined {
    return this.database.prepare(sql).get();
  }

  /**
   * Copies it into a file, page by page, in a thread of its own, and closes it. What lies in the room of deleted rows is made zero in the copy, which
   * is durable when this resolves.
   * The transaction stays open from the first page to the last, so no writer makes it begin again.
   * @throws the signal's reason, and what SQLite says of a full or broken disk
   */
  async copyTo(path: string, { onProgress, signal }: WatchedCopy = {}): Promise<void> {
    signal?.throwIfAborted();
    await backup(this.database, path, {
      rate: stepPages,
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        onProgress?.(Math.round((this.bytes * (totalPages - remainingPages)) / totalPages));
      },
    });
    this.close();
    signal?.throwIfAborted();
    inOneFile(path);
    overwriteClosedFile(path);
    sync(path);
    onProgress?.(this.bytes);
  }

  /** Lets the log be cut off again; does nothing when repeated. */
  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}

/** Whoever opens it reads it as it is, and needs no right to write beside it. An engine that gets it turns the write-ahead log on again. */
function inOneFile(path: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } finally {
    database.close();
  }
}
