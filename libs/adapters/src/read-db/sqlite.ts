import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CheckpointMove,
  CheckpointMoved,
  type Params,
  type Prepared,
  type ProjectionName,
  projectionNames,
  ReadDatabase,
  type ScratchDatabase,
  type Statement,
  statement,
  type Tables,
  type Template,
  type Value,
} from '@kith/read-models';
import type { Kysely } from 'kysely';
import { SqliteFile } from './sqlite-file';
import { ReadModelsFolder, readModelsFolder } from './sqlite-folder';
import { SqliteScratchDatabase } from './sqlite-scratch';

/** In MiB, of the pages of the file: for who reads, and for the projector, whose rows go to random pages of many indexes. */
const [readingCache, writingCache] = [16, 64];

/** NORMAL may lose the last transactions in a power cut, rows and checkpoint alike: the projector applies them again. */
const pragmas = (cache: number) => [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'secure_delete = ON',
  // What is sorted, and what a statement would undo, would else be in files elsewhere.
  'temp_store = MEMORY',
  'wal_autocheckpoint = 20000',
  `cache_size = -${cache * 1024}`,
];

const move = statement((db, p: Params<{ name: string; from: number; to: number }>) =>
  db.updateTable('checkpoint').set({ position: p.to }).where('name', '=', p.name).where('position', '=', p.from),
);
/** A projection that is new to this database begins at the beginning. */
const begin = statement((db, p: Params<{ name: string }>) =>
  db
    .insertInto('checkpoint')
    .values({ name: p.name, position: 0 })
    .onConflict((c) => c.doNothing()),
);

/** Read models in files of SQLite, in a folder `read-models` of the data folder. Several threads and processes may have handles. */
export class SqliteReadDatabase extends ReadDatabase {
  override readonly shared = false;
  /** Rises with every swap: prepared reads see by it that they must be prepared again. */
  private generation = 0;

  private constructor(
    private readonly folder: ReadModelsFolder,
    private file: SqliteFile,
    private name: string,
    private readonly temporary: string | undefined,
    private readonly cache: number,
  ) {
    super();
  }

  /**
   * Opens the database that serves, and makes it when there is none.
   * @param tidy for the one process that holds the data folder, when it starts: removes what crashed rebuilds left
   * @param writes for who writes all of it
   */
  static async open(dataFolder: string, { tidy = false, writes = false } = {}): Promise<SqliteReadDatabase> {
    return SqliteReadDatabase.in(dataFolder, tidy, undefined, writes ? writingCache : readingCache);
  }

  /** Lives as long as this handle, in a temporary folder, so that other threads can open {@link dataFolder} too. */
  static async temporary(): Promise<SqliteReadDatabase> {
    const folder = mkdtempSync(join(tmpdir(), 'kith-read-models-'));
    return SqliteReadDatabase.in(folder, false, folder, readingCache);
  }

  private static async in(dataFolder: string, tidy: boolean, temporary: string | undefined, cache: number): Promise<SqliteReadDatabase> {
    const folder = new ReadModelsFolder(join(dataFolder, readModelsFolder));
    if (tidy) folder.removeStrays();
    const current = folder.current();
    const name = current ?? folder.newName();
    const file = await opened(folder, name, cache);
    if (current === undefined) folder.offer(name);
    return new SqliteReadDatabase(folder, file, name, temporary, cache);
  }

  /** The folder to open for a handle in another thread. */
  get dataFolder(): string {
    return join(this.folder.path, '..');
  }

  get kysely(): Kysely<Tables> {
    return this.file.kysely;
  }

  get serving(): string {
    return this.name;
  }

  override prepare<P, Row>(template: Template<P, Row>): Prepared<P, Row> {
    const prepared = () => this.file.prepare(template as Template<never, unknown>);
    let { generation } = this;
    let bound = prepared();
    return (values) => {
      if (generation !== this.generation) {
        bound = prepared();
        ({ generation } = this);
      }
      return bound.all<Row>(values as Readonly<Record<string, Value>>);
    };
  }

  override apply(statements: readonly Statement[], moves: readonly CheckpointMove[]): void {
    this.file.transaction(() => {
      for (const { name, from, to } of moves) {
        const { template, values } = move({ name, from: Number(from), to: Number(to) });
        if (this.file.prepare(template).run(values) !== 1) throw new CheckpointMoved(name);
      }
      this.file.run(statements);
    });
  }

  override async checkpoints(): Promise<ReadonlyMap<ProjectionName, bigint>> {
    const rows = await this.kysely.selectFrom('checkpoint').selectAll().execute();
    const positions = new Map(rows.map(({ name, position }) => [name, BigInt(position)]));
    return new Map(projectionNames.map((name) => [name, positions.get(name) ?? 0n]));
  }

  override async offered(): Promise<string> {
    return this.folder.current() ?? this.name;
  }

  override async beside(name: string): Promise<ReadDatabase> {
    return new SqliteReadDatabase(this.folder, await opened(this.folder, name, this.cache), name, undefined, this.cache);
  }

  override async swap(name: string): Promise<void> {
    if (name === this.name) return;
    const next = await opened(this.folder, name, this.cache);
    const before = this.file;
    this.file = next;
    this.name = name;
    this.generation += 1;
    before.close();
  }

  override async remove(name: string): Promise<void> {
    this.folder.remove(name);
  }

  override scratch(): Promise<ScratchDatabase> {
    return SqliteScratchDatabase.create(this.folder);
  }

  override async close(): Promise<void> {
    this.file.close();
    if (this.temporary !== undefined) rmSync(this.temporary, { recursive: true, force: true });
  }
}

async function opened(folder: ReadModelsFolder, name: string, cache: number): Promise<SqliteFile> {
  const file = new SqliteFile(folder.file(name), pragmas(cache));
  try {
    await file.migrate();
    file.run(projectionNames.map((projection) => begin({ name: projection })));
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}
