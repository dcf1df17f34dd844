import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { SqliteEventStore } from '@kith/adapters';
import { type ErasedProfile, erasedProfiles } from '@kith/application';

/** The place that should tell who is erased does not. */
export class ErasuresUnreadable extends Error {
  override readonly name = 'ErasuresUnreadable';
}

/**
 * Who is erased: by the log in a data folder or in a backup, or by a file with one JSON object a line, `{"tenant": …, "endUserId": …}`.
 * @throws ErasuresUnreadable
 */
export async function erasuresFrom(place: string, signal?: AbortSignal): Promise<readonly ErasedProfile[]> {
  if (!existsSync(place)) throw new ErasuresUnreadable(`there is nothing at ${place} that could tell who is erased`);
  return statSync(place).isDirectory() ? inLog(place, signal) : inFile(place);
}

async function inLog(folder: string, signal?: AbortSignal): Promise<readonly ErasedProfile[]> {
  if (!existsSync(join(folder, 'events.sqlite'))) throw new ErasuresUnreadable(`there is no log in ${folder} that could tell who is erased`);
  const store = SqliteEventStore.openReadOnly(folder);
  const profiles: ErasedProfile[] = [];
  try {
    for await (const profile of erasedProfiles(store, signal)) profiles.push(profile);
    return profiles;
  } finally {
    await store.close();
  }
}

async function inFile(path: string): Promise<readonly ErasedProfile[]> {
  const file = await open(path);
  const profiles: ErasedProfile[] = [];
  let number = 0;
  try {
    for await (const line of file.readLines()) {
      number += 1;
      if (line.trim() !== '') profiles.push(inLine(line) ?? unreadable(path, number));
    }
    return profiles;
  } finally {
    await file.close();
  }
}

function inLine(line: string): ErasedProfile | undefined {
  try {
    const { tenant, endUserId } = Object(JSON.parse(line)) as Record<string, unknown>;
    return typeof tenant === 'string' && typeof endUserId === 'string' ? { tenant, endUserId } : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(path: string, line: number): never {
  throw new ErasuresUnreadable(`line ${line} of ${path} is not {"tenant": …, "endUserId": …}`);
}
