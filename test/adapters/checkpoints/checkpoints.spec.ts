import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkpointFile, MemoryCheckpoints, SqliteCheckpoints } from '@kith/adapters';
import { checkpointsContract } from '../../contracts/checkpoints.contract';

checkpointsContract('MemoryCheckpoints', () => {
  const checkpoints = new MemoryCheckpoints();
  return { checkpoints, reopen: () => checkpoints };
});

describe('SqliteCheckpoints', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'kith-checkpoints-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true });
  });

  checkpointsContract('SqliteCheckpoints', () => {
    const at = folder();
    return { checkpoints: new SqliteCheckpoints(at), reopen: () => new SqliteCheckpoints(at) };
  });

  it('refuses a file of a later version', () => {
    const at = folder();
    const db = new DatabaseSync(join(at, checkpointFile));
    db.exec('PRAGMA user_version = 2');
    db.close();
    expect(() => new SqliteCheckpoints(at)).toThrow('later version');
  });
});
