import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFiles } from '../data-files';
import { SqliteSnapshot } from './sqlite-snapshot';

/** How long the vault's writers are waited for, in milliseconds; their transactions take a few. */
const busyMs = 5_000;

/** A database of a data folder, held still. */
export interface HeldDatabase {
  /** Path in the data folder, with slashes. */
  readonly name: string;
  readonly snapshot: SqliteSnapshot;
}

/** What a data folder holds, at one moment. */
export interface DataSnapshot {
  /** RFC 3339 UTC. */
  readonly takenAt: string;
  /** Where the log ends. */
  readonly position: string;
  readonly vault: HeldDatabase;
  /** The log, and what follows from it and is no later than it. */
  readonly others: readonly HeldDatabase[];
  /** Files that are never written again, by their path in the data folder. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  close(): void;
}

/** The folder has no log or no vault in files. */
export class NothingToBackUp extends Error {
  override readonly name = 'NothingToBackUp';
}

/**
 * Holds the databases of a data folder still, whoever goes on writing them.
 *
 * A key is durable before the first event that it seals, and destroyed only after the event that says so. So log and vault must be of one
 * moment: a vault that is older lacks keys, one that is newer lacks keys of persons who are not erased in the log. Nobody writes the vault
 * while both moments are chosen, which takes a millisecond.
 *
 * What follows from the log is held before it, so that no checkpoint is behind the log's end.
 * @throws NothingToBackUp, and what SQLite says
 */
export function holdStill(folder: string, { readModels, now }: { readonly readModels: boolean; readonly now: () => number }): DataSnapshot {
  for (const name of [dataFiles.events, dataFiles.keys])
    if (!existsSync(join(folder, name))) throw new NothingToBackUp(`there is no ${name} in ${folder}: this is for the data folder of an embedded engine`);
  const held: HeldDatabase[] = [];
  const hold = (name: string): HeldDatabase => {
    const one = { name, snapshot: SqliteSnapshot.open(join(folder, name)) };
    held.push(one);
    return one;
  };
  try {
    for (const name of followingFiles(folder, readModels)) hold(name);
    const others = [...held];
    const [log, vault] = atOneMoment(folder, () => [hold(dataFiles.events), hold(dataFiles.keys)] as const);
    return {
      takenAt: new Date(now()).toISOString(),
      position: String(log.snapshot.row('SELECT coalesce(max(position), 0) AS position FROM event')?.position),
      vault,
      others: [...others, log],
      files: uploads(folder),
      close: () => closeAll(held),
    };
  } catch (error) {
    closeAll(held);
    throw error;
  }
}

function closeAll(held: readonly HeldDatabase[]): void {
  for (const { snapshot } of held) snapshot.close();
}

/** Nobody writes the vault while it works. */
function atOneMoment<T>(folder: string, choose: () => T): T {
  const vault = new DatabaseSync(join(folder, dataFiles.keys), { timeout: busyMs });
  try {
    vault.exec('BEGIN IMMEDIATE');
    return choose();
  } finally {
    if (vault.isTransaction) vault.exec('ROLLBACK');
    vault.close();
  }
}

function followingFiles(folder: string, readModels: boolean): readonly string[] {
  const names: readonly string[] = [dataFiles.deliveries, dataFiles.accessLog, dataFiles.reactors];
  const serving = readModels ? servingDatabase(folder) : undefined;
  return [...(serving === undefined ? [] : [serving]), ...names.filter((name) => existsSync(join(folder, name)))];
}

function servingDatabase(folder: string): string | undefined {
  const pointer = join(folder, dataFiles.readModels, 'current');
  const name = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : '';
  return /^[0-9a-f-]{36}\.sqlite$/.test(name) ? `${dataFiles.readModels}/${name}` : undefined;
}

/** Uploads of imports that have not ended. They are written under other names until they are whole. */
function uploads(folder: string): readonly { name: string; bytes: number }[] {
  const path = join(folder, dataFiles.imports);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => /^[\w-]+\.sealed$/.test(name))
    .map((name) => ({ name: `${dataFiles.imports}/${name}`, bytes: statSync(join(path, name), { throwIfNoEntry: false })?.size ?? 0 }));
}
