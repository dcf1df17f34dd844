import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DataFolderInUse, openDataFolder } from '@kith/adapters';

describe('the data folder', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'kith-folder-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('is made when it is missing, for this user only', () => {
    const folder = openDataFolder(join(parent, 'deep', 'data'));
    expect(folder.path).toBe(join(parent, 'deep', 'data'));
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    folder.release();
  });

  it('is refused while it is held, even to the process that holds it, saying by whom and since when', () => {
    const before = new Date().toISOString();
    const folder = openDataFolder(parent);
    const refusal = caught(() => openDataFolder(parent));
    expect(refusal).toBeInstanceOf(DataFolderInUse);
    const { holder, message } = refusal as DataFolderInUse;
    expect(holder).toMatchObject({ pid: process.pid, host: hostname() });
    expect(holder && holder.since >= before && holder.since <= new Date().toISOString()).toBe(true);
    for (const part of [parent, String(process.pid), hostname(), holder?.since ?? '?']) expect(message).toContain(part);
    expect(caught(() => openDataFolder(parent))).toBeInstanceOf(DataFolderInUse);
    folder.release();
  });

  it('can be had again once it is released, and is released once', () => {
    const first = openDataFolder(parent);
    first.release();
    const second = openDataFolder(parent);
    first.release();
    expect(caught(() => openDataFolder(parent))).toBeInstanceOf(DataFolderInUse);
    second.release();
    expect(existsSync(join(parent, 'holder.json'))).toBe(false);
  });

  it('does not believe the name that a crashed holder left behind', () => {
    writeFileSync(join(parent, 'holder.json'), JSON.stringify({ pid: 1, host: 'elsewhere', since: '2020-01-01T00:00:00.000Z' }));
    const folder = openDataFolder(parent);
    expect(JSON.parse(readFileSync(join(parent, 'holder.json'), 'utf8')).pid).toBe(process.pid);
    folder.release();
  });

  it('stays held when nobody keeps what opening it gave', async () => {
    openDataFolder(parent);
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    for (let round = 0; round < 5; round += 1) {
      await pause(5);
      collectGarbage();
    }
    expect(caught(() => openDataFolder(parent))).toBeInstanceOf(DataFolderInUse);
  });

  it('is refused also when its holder has not said who it is', () => {
    const folder = openDataFolder(parent);
    for (const text of [undefined, 'no JSON']) {
      if (text === undefined) rmSync(join(parent, 'holder.json'));
      else writeFileSync(join(parent, 'holder.json'), text);
      expect(caught(() => openDataFolder(parent))).toMatchObject({ name: 'DataFolderInUse', holder: undefined });
    }
    folder.release();
  });
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
