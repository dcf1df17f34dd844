import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Checkpoints } from '@kith/application';
import { dataFiles } from '../data-files';

/** Name of the file in the data folder. It holds positions only; losing it means that reactors look at the whole log again. */
export const checkpointFile = dataFiles.reactors;
const format = 1;
/** How long a write waits for another connection's, in milliseconds. */
const busyTimeout = 1000;

/** Checkpoints in a file of their own, apart from the read models, which can be thrown away. */
export class SqliteCheckpoints extends Checkpoints {
  private readonly db: DatabaseSync;
  private readonly select: StatementSync;
  private readonly begin: StatementSync;
  private readonly update: StatementSync;

  /** @throws Error when the file was written by a later version */
  constructor(folder: string) {
    super();
    this.db = new DatabaseSync(join(folder, checkpointFile), { timeout: busyTimeout });
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const found = Number(this.db.prepare('PRAGMA user_version').get()?.user_version);
    if (found > format) throw new Error(`${checkpointFile} was written by a later version (format ${found}; this one knows up to ${format})`);
    this.db.exec(`CREATE TABLE IF NOT EXISTS reactor_checkpoint (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT; PRAGMA user_version = ${format};`);
    this.select = this.db.prepare('SELECT position FROM reactor_checkpoint WHERE name = ?');
    this.select.setReadBigInts(true);
    this.begin = this.db.prepare('INSERT INTO reactor_checkpoint (name, position) VALUES (?, 0) ON CONFLICT (name) DO NOTHING');
    this.update = this.db.prepare('UPDATE reactor_checkpoint SET position = ? WHERE name = ? AND position = ?');
  }

  override async read(name: string): Promise<bigint> {
    return (this.select.get(name)?.position as bigint | undefined) ?? 0n;
  }

  override async move(name: string, from: bigint, to: bigint): Promise<boolean> {
    if (from === 0n) this.begin.run(name);
    return this.update.run(to, name, from).changes === 1;
  }

  override async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }
}
