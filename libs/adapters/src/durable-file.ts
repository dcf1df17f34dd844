import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Makes the content of a file durable, or the names in a folder; Windows has no such call for folders and needs none. */
export function sync(path: string, kind: 'file' | 'folder' = 'file'): void {
  if (kind === 'folder' && process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a new file for its owner alone, durable when this returns. @throws EEXIST when there is one */
export function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
