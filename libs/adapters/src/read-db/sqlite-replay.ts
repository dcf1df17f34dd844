import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type ReplayOf, ReplayPlace, ReplayUnusable } from '@kith/read-models';
import { readLabel, written } from './replay-label';
import { SqliteReadDatabase } from './sqlite';
import { ReadModelsFolder, readModelsFolder } from './sqlite-folder';
import { lockForRebuild } from './sqlite-rebuild-lock';

/** Says what the folder holds: the last file that is written when it is begun. */
const label = 'replay.json';
/** What may lie there before the label does: a replay that was ended in its first moment. */
const beginnings: ReadonlySet<string> = new Set(['read-models', `${label}.next`]);

/** A replay in a folder of its own, in files as the data folder has them. */
export class SqliteReplayPlace extends ReplayPlace {
  /** @param name path of the folder; it may not exist yet */
  constructor(readonly name: string) {
    super();
  }

  override async begun(): Promise<ReplayOf | undefined> {
    const names = namesIn(this.name);
    if (names.includes(label)) return readLabel(readFileSync(join(this.name, label), 'utf8'), join(this.name, label));
    if (names.every((one) => beginnings.has(one)) && namesIn(join(this.name, readModelsFolder)).every((one) => one.startsWith('rebuild.lock')))
      return undefined;
    throw new ReplayUnusable(`${this.name} is not empty, and what it holds is no replay: name a folder that is empty or does not exist`);
  }

  override async begin(of: ReplayOf): Promise<void> {
    const next = join(this.name, `${label}.next`);
    mkdirSync(this.name, { recursive: true, mode: 0o700 });
    const file = openSync(next, 'w', 0o600);
    try {
      writeSync(file, `${written(of)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, join(this.name, label));
  }

  override open(): Promise<SqliteReadDatabase> {
    return SqliteReadDatabase.open(this.name);
  }

  /** @throws RebuildInProgress */
  override async lock(): Promise<{ close(): Promise<void> }> {
    const lock = lockForRebuild(new ReadModelsFolder(join(this.name, readModelsFolder)));
    return { close: async () => lock.close() };
  }

  override async close(): Promise<void> {}
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
