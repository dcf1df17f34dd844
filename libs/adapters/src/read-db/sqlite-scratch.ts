import { totalmem } from 'node:os';
import { createReadIndexes, dropReadIndexes, projectionNames, ScratchDatabase, type Statement, type Tables } from '@kith/read-models';
import type { Kysely } from 'kysely';
import { overwriteClosedFile } from '../sqlite-overwrite';
import { SqliteFile } from './sqlite-file';
import type { ReadModelsFolder } from './sqlite-folder';
import { lockForRebuild } from './sqlite-rebuild-lock';

const mebibyte = 2 ** 20;
/**
 * Rows come in the order of the log, whose ids are random to every index: what keeps a rebuild of millions fast is that at least the inner pages
 * of all indexes stay in memory, a fiftieth of the file or so. A sixteenth of the machine's memory, between 128 MiB and 1 GiB; small files take less.
 */
const cacheBytes = Math.min(Math.max(totalmem() / 16, 128 * mebibyte), 1024 * mebibyte);

/** Without journal and syncs: after a crash the file is worth nothing, and nobody knows its name. */
const pragmas = [
  'journal_mode = OFF',
  'synchronous = OFF',
  'secure_delete = ON',
  'locking_mode = EXCLUSIVE',
  `cache_size = -${Math.floor(cacheBytes / 1024)}`,
  'temp_store = FILE',
];

/** Statements between two commits: SQLite keeps the pages changed by an open transaction in memory. */
const statementsPerTransaction = 200_000;

/** A new file in the folder, filled in large transactions. */
export class SqliteScratchDatabase extends ScratchDatabase {
  private offered = false;
  private written = 0;

  private constructor(
    private readonly folder: ReadModelsFolder,
    readonly name: string,
    private readonly lock: { close(): void },
    private readonly file: SqliteFile,
  ) {
    super();
  }

  /** @throws RebuildInProgress */
  static async create(folder: ReadModelsFolder): Promise<SqliteScratchDatabase> {
    const lock = lockForRebuild(folder);
    const name = folder.newName();
    try {
      const file = new SqliteFile(folder.file(name), pragmas, { defensive: false });
      await file.migrate();
      await dropReadIndexes(file.kysely as never);
      file.begin();
      return new SqliteScratchDatabase(folder, name, lock, file);
    } catch (error) {
      folder.remove(name);
      lock.close();
      throw error;
    }
  }

  get kysely(): Kysely<Tables> {
    return this.file.kysely;
  }

  override write(statements: readonly Statement[]): void {
    this.file.run(statements);
    this.written += statements.length;
    if (this.written < statementsPerTransaction) return;
    this.file.commit();
    this.file.begin();
    this.written = 0;
  }

  override async finish(position: bigint): Promise<void> {
    this.file.commit();
    await createReadIndexes(this.file.kysely as never);
    const checkpoints = projectionNames.map((name) => ({ name, position: Number(position) }));
    await this.file.kysely.insertInto('checkpoint').values(checkpoints).execute();
    const verdict = this.file.value('PRAGMA quick_check(1)');
    if (verdict !== 'ok') throw new Error(`the rebuilt file is damaged: ${String(verdict)}`);
    this.file.close();
    // Rows that were moved from page to page, or replaced, are still there, and many at that: later it would be done beside readers.
    overwriteClosedFile(this.folder.file(this.name));
    this.folder.sync(this.name);
  }

  override async offer(): Promise<void> {
    this.folder.offer(this.name);
    this.offered = true;
  }

  override async close(): Promise<void> {
    this.file.close();
    if (!this.offered) this.folder.remove(this.name);
    this.lock.close();
  }
}
