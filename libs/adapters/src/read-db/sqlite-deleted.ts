import { DatabaseSync } from 'node:sqlite';
import { sqliteCode } from '../sqlite-error';
import { FileInUse, overwriteFile } from '../sqlite-overwrite';
import { ReadModelsFolder } from './sqlite-folder';

/**
 * Overwrites what was deleted from the read models in a folder, and removes databases that crashed rebuilds left. To be called in a process
 * that has none of them open.
 * @throws FileInUse while a rebuild is at work, while readers change over to another database, and as {@link overwriteFile} does
 */
export async function overwriteReadModels(path: string): Promise<void> {
  const folder = new ReadModelsFolder(path);
  removeAbandoned(folder);
  const current = folder.current();
  if (current !== undefined) await overwriteFile(folder.file(current));
}

/** A database that is being built, or was when its process ended, may hold what was deleted from the one that serves. */
function removeAbandoned(folder: ReadModelsFolder): void {
  const lock = folder.lockUnlessRebuilding();
  if (!lock) throw new FileInUse('they are being built anew');
  try {
    for (const name of folder.besides(folder.current())) {
      if (isOpen(folder.file(name))) throw new FileInUse('readers change over to others');
      folder.remove(name);
    }
  } finally {
    lock.close();
  }
}

/** Result codes of SQLite. https://sqlite.org/rescode.html */
const [busy, corrupt, notADatabase] = [5, 11, 26];

/** Whether a connection of another process has the file open; one with a write-ahead log holds a lock on it as long as it lives. */
function isOpen(path: string): boolean {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return false;
  } catch (error) {
    const primary = (sqliteCode(error) ?? 0) & 0xff;
    if (primary === busy) return true;
    if (primary === corrupt || primary === notADatabase) return false;
    throw error;
  } finally {
    db.close();
  }
}
