import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DeletedBytes, DeletedBytesInUse } from '@kith/application';
import type { ErasedStore } from '@kith/domain';
import { vaultFile } from './key-vault/vault-file';
import { readModelsFolder } from './read-db/sqlite-folder';
import type { OverwritingEnded } from './sqlite-overwriting-process';
import { workerFile } from './worker-file';

/** In the data folder. */
const places: Readonly<Record<ErasedStore, string>> = { 'key-vault': vaultFile, 'read-models': readModelsFolder };

/**
 * Overwrites files of SQLite in a data folder, in a process of its own: what reads a file past SQLite drops, when it closes it, every lock
 * that its process has on the file (POSIX, fcntl).
 */
export class SqliteDeletedBytes extends DeletedBytes {
  private atWork: Promise<readonly ErasedStore[]> | undefined;
  private next: Promise<readonly ErasedStore[]> | undefined;

  /** @param stores those that lie in the folder */
  constructor(private readonly at: { readonly folder: string; readonly stores: readonly ErasedStore[] }) {
    super();
  }

  override overwrite(): Promise<readonly ErasedStore[]> {
    if (!this.atWork) {
      this.atWork = this.overwriteNow().finally(() => {
        this.atWork = undefined;
      });
      return this.atWork;
    }
    // What is deleted by now may be where the one at work has been.
    this.next ??= this.atWork
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.overwrite();
      });
    return this.next;
  }

  private async overwriteNow(): Promise<readonly ErasedStore[]> {
    const { folder, stores } = this.at;
    if (stores.length === 0) return [];
    const ended = await overwritten(stores.flatMap((store) => [store, join(folder, places[store])]));
    if (ended.kind === 'done') return stores;
    const told = `what was deleted from ${ended.store} cannot be overwritten: ${ended.reason}`;
    throw ended.kind === 'in-use' ? new DeletedBytesInUse(told) : new Error(told);
  }
}

async function overwritten(stores: readonly string[]): Promise<OverwritingEnded> {
  // Nothing of this process's settings, which hold secrets.
  const child = spawn(process.execPath, [workerFile('sqlite-overwriting-process'), ...stores], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  // It may be gone before the pipe is; that it ended is told below.
  child.stdin.on('error', () => undefined);
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null, string | null]>]);
  if (said === '') throw new Error(`the process that overwrites what was deleted ended early (${signal ?? code})`);
  return JSON.parse(said);
}
