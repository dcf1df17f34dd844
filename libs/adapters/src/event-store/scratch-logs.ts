import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ScratchLog, ScratchLogs } from '@kith/application';
import { MemoryEventStore } from './memory';
import { SqliteEventStore } from './sqlite';

const beginning = 'dry-run-';

/** Logs for a while, each in a folder of its own: however much is appended, little of it is in memory. */
export class SqliteScratchLogs extends ScratchLogs {
  constructor(private readonly folder: string) {
    super();
  }

  /** For whoever uses the folder alone: removes what was left by a crash. */
  static tidy(folder: string): SqliteScratchLogs {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) if (name.startsWith(beginning)) rmSync(join(folder, name), { recursive: true, force: true });
    return new SqliteScratchLogs(folder);
  }

  override async open(): Promise<ScratchLog> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const place = mkdtempSync(join(this.folder, beginning));
    const store = SqliteEventStore.open(place);
    const close = async () => {
      await store.close();
      rmSync(place, { recursive: true, force: true });
    };
    return { store, close };
  }
}

/** The same in this process's memory. */
export class MemoryScratchLogs extends ScratchLogs {
  override async open(): Promise<ScratchLog> {
    const store = new MemoryEventStore();
    return { store, close: () => store.close() };
  }
}
