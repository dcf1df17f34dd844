import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What must be undone, latest first: processes end before the folders go that they use. */
export class Scratch {
  private readonly undo: (() => void | Promise<void>)[] = [];

  /** A new folder that goes when all goes. */
  folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'kith-bench-'));
    this.undo.push(() => rmSync(path, { recursive: true, force: true }));
    return path;
  }

  /** Closes it when all goes. */
  closing<T extends { close(): Promise<void> }>(one: T): T {
    this.undo.push(() => one.close());
    return one;
  }

  async clear(): Promise<void> {
    for (let undo = this.undo.pop(); undo; undo = this.undo.pop()) await undo();
  }
}

/** Runs the work with a scratch that is cleared however it ends. */
export async function withScratch<T>(work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = new Scratch();
  const interrupted = () => void scratch.clear().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    return await work(scratch);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await scratch.clear();
  }
}
