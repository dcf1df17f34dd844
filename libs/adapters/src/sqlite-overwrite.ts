import { closeSync, existsSync, fsyncSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode } from './sqlite-error';
import { type Freelist, PageFile } from './sqlite-page-file';
import { immediate } from './sqlite-transaction';

/** Others were in the way for longer than the patience; a later try may succeed. */
export class FileInUse extends Error {
  override readonly name = 'FileInUse';
}

/** What was found and overwritten. */
export interface Overwritten {
  /** Of the file. */
  readonly pages: number;
  /** Pages that held what had been deleted. */
  readonly cleared: number;
}

/** How long others may be in the way, in milliseconds: one statement, and all tries to begin a step together. */
export interface Patience {
  readonly statementMs: number;
  readonly stepMs: number;
}

const defaultPatience: Patience = { statementMs: 1_000, stepMs: 4_000 };
/** So few pages are cleared while writers wait; more of them while they do not, as often as this at most. */
const few = 1_000;
const roundsBeside = 4;
/** How long writers are kept waiting at a time, and how long they are let in after that. Milliseconds. */
const holdMs = 20;
const letInMs = 25;
/** Pages between two looks at the clock, or two turns of the event loop. */
const pagesAtOnce = 16;

/** Clears a file that no connection has open. @throws Error for a page that is not as SQLite's file format says, which is left as it is */
export function overwriteClosedFile(path: string): Overwritten {
  const file = new PageFile(path);
  try {
    const free = file.freelist();
    let cleared = 0;
    for (const chunk of file.inChunks())
      for (const { number, page } of chunk) if (file.isSuspect(number, page, free) && file.clear(number, page, free)) cleared += 1;
    return { pages: file.pages(), cleared };
  } finally {
    file.close();
  }
}

/**
 * Overwrites what was deleted from an SQLite file before the call, while others read and write it: the write-ahead log is moved into the file
 * and cut off, then all room that belongs to no row and the free pages are made zero, and that is durable. To be called in a process that
 * has no other connection to the file.
 * @throws FileInUse when a reader or writer is in the way for longer than the patience; Error for a page that is not as SQLite's
 * file format says, which is left as it is; ENOENT
 */
export async function overwriteFile(path: string, { statementMs, stepMs }: Patience = defaultPatience): Promise<Overwritten> {
  const file = new PageFile(path);
  try {
    const db = new DatabaseSync(path, { timeout: statementMs });
    try {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON');
      return await new Overwriting(file, db, stepMs).run();
    } finally {
      db.close(); // before the file: to close that would drop the locks of this connection
    }
  } finally {
    file.close();
  }
}

/**
 * Pages are written to the file by whoever moves the log into it, so nobody may do that meanwhile. Two ways: a reader that began when the log
 * was empty keeps everybody from moving it, and writers go on; what they write meanwhile comes with the room of pages as they had read them.
 * So the last ones are cleared while nobody writes either.
 */
class Overwriting {
  private cleared = 0;

  constructor(
    private readonly file: PageFile,
    private readonly db: DatabaseSync,
    private readonly stepMs: number,
  ) {}

  async run(): Promise<Overwritten> {
    let found = await this.suspects();
    for (let round = 0; found.length > few && round < roundsBeside; round++) {
      await this.besideWriters(found);
      found = await this.suspects();
    }
    while (found.length > 0) {
      await this.withoutWriters(() => this.clearSome(found));
      await after(letInMs);
    }
    this.file.sync();
    syncNames(this.file.path);
    return { pages: this.file.pages(), cleared: this.cleared };
  }

  /**
   * Looked for beside everybody. What was deleted before the log was emptied is in the file by then, and no writer moves what lies in the
   * room of a page to another place: a page has it at the first look, or has it overwritten.
   */
  private async suspects(): Promise<number[]> {
    // A run that was ended halfway has not made others forget the pages that it cleared.
    const free = await this.withoutWriters(() => this.file.freelist());
    const found: number[] = [];
    for (const chunk of this.file.inChunks()) {
      for (const { number, page } of chunk) if (this.file.isSuspect(number, page, free)) found.push(number);
      await after(0);
    }
    return found;
  }

  private async besideWriters(found: readonly number[]): Promise<void> {
    await this.begun(() => {
      this.db.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
      // Whoever reads the file alone holds WAL_READ_LOCK(0), without which nothing of the log may be moved. https://www.sqlite.org/walformat.html
      return walBytes(this.file.path) === 0 || undefined;
    });
    try {
      const free = this.file.freelist();
      for (let at = 0; at < found.length; at += pagesAtOnce) {
        this.clear(found.slice(at, at + pagesAtOnce), free);
        await after(0);
      }
    } finally {
      this.db.exec('ROLLBACK');
    }
  }

  /** Takes pages from the end, for as long as writers can wait. */
  private clearSome(numbers: number[]): void {
    const [free, until] = [this.file.freelist(), performance.now() + holdMs];
    while (numbers.length > 0 && performance.now() < until) this.clear(numbers.splice(-pagesAtOnce), free);
  }

  private clear(numbers: readonly number[], free: Freelist): void {
    for (const number of numbers) if (this.file.clear(number, this.file.page(number), free)) this.cleared += 1;
  }

  /** Runs the work while nobody writes. Its commit makes all others forget the pages they have read, which they would write back as they were. */
  private withoutWriters<T>(work: () => T): Promise<T> {
    return this.begun(() =>
      immediate(this.db, () => {
        if (walBytes(this.file.path) > 0) return undefined;
        const result = work();
        this.db.exec(`PRAGMA user_version = ${this.db.prepare('PRAGMA user_version').get()?.user_version}`);
        return { result };
      }),
    ).then(({ result }) => result);
  }

  /** Moves the log into the file, leaves nothing of it, and begins; again while others are quicker. */
  private async begun<T>(begin: () => T | undefined): Promise<T> {
    for (const until = performance.now() + this.stepMs; ; ) {
      const done = unlessBusy(() => (this.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0 ? begin() : undefined));
      if (done !== undefined) return done;
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      if (performance.now() > until) throw new FileInUse('the write-ahead log is read or written all the time');
      await after(5);
    }
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => (ms === 0 ? setImmediate(resolve) : setTimeout(resolve, ms)));

/** Undefined when another connection was in the way for longer than a statement waits. */
function unlessBusy<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    // SQLITE_BUSY, also with its extensions
    if (((sqliteCode(error) ?? 0) & 0xff) === 5) return undefined;
    throw error;
  }
}

function walBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** A log that was cut off stays so after a power cut. */
function syncNames(path: string): void {
  for (const name of [`${path}-wal`, dirname(path)]) {
    if (!existsSync(name)) continue;
    const file = openSync(name, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
