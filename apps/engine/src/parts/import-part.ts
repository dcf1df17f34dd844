import { CsvParseImportReader, MemoryScratchLogs } from '@kith/adapters';
import {
  Clock,
  type EventStore,
  HeldPoints,
  Identifiers,
  type ImportFiles,
  ImportRuns,
  type KeyVault,
  type Leases,
  NewIds,
  PersonalData,
  RevertWork,
  Runner,
  type ScratchLogs,
  SystemTimers,
} from '@kith/application';
import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import { whereabouts } from '../http/problem.filter';
import type { Opened } from './opened';
import type { SharedPlaces } from './places';
import { ImportsPart } from './running-parts';
import { Thread } from './thread';
import { type Swap, type Swapped, ThreadSwaps } from './thread-swaps';

/** What imports stand on beside what decides. */
export interface ImportPorts {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly files: ImportFiles;
  readonly scratch: ScratchLogs;
  readonly leases: Leases;
  /** Names this process among those that work on the same data. */
  readonly process: string;
}

/** What tells that work was cut off, and goes on later. */
export type OnCutOff = (importId: string, error: unknown) => void;

/** What does imports, in whatever thread. @param app everything that decides, on the same store and vault */
export function importRunsOver(app: INestApplicationContext, ports: ImportPorts, onFailure: OnCutOff): ImportRuns {
  const decides = { runner: app.get(Runner), identifiers: app.get(Identifiers), personal: app.get(PersonalData), revert: app.get(RevertWork) };
  const around = { held: app.get(HeldPoints), clock: app.get(Clock), newIds: app.get(NewIds), timers: new SystemTimers() };
  return new ImportRuns({ ...ports, ...decides, ...around, reader: new CsvParseImportReader(), onFailure });
}

/** What the thread tells: that work was cut off, and when it uses the database it was told to. */
export type FromImports = { readonly kind: 'cut-off'; readonly importId: string; readonly error: string; readonly at: readonly string[] } | Swapped;

/** What it is told. */
export type ToImports = Swap | { readonly kind: 'stop' };

/**
 * Does imports in a thread of their own; in this one when the data is in this thread's memory. They are done where requests are answered,
 * because an upload lies with the process that took it.
 */
export function startImports(app: INestApplicationContext, opened: Opened, log: Logger, metrics: Metrics): ImportsPart {
  return opened.shared ? new ImportsThread(opened.shared, log, metrics) : new ImportsHere(app, opened, log);
}

const tellCutOff = (log: Logger, importId: string, error: string, at: readonly string[]): void =>
  log.warn({ importId, error, at }, 'an import was cut off, and goes on where it was');

class ImportsThread extends ImportsPart {
  private readonly thread: Thread<FromImports>;
  private readonly swaps = new ThreadSwaps((message) => this.thread.send(message));

  constructor(
    shared: SharedPlaces,
    private readonly log: Logger,
    metrics: Metrics,
  ) {
    super();
    const start = () => shared.forThread({});
    this.thread = new Thread<FromImports>({ name: 'imports', file: 'import.worker', start, onMessage: (message) => this.hear(message), log, metrics });
  }

  override swap(name: string): Promise<void> {
    return this.swaps.to(name);
  }

  override stop(): Promise<void> {
    return this.thread.stop();
  }

  private hear(message: FromImports): void {
    if (message.kind === 'swapped') this.swaps.heard(message);
    else tellCutOff(this.log, message.importId, message.error, message.at);
  }
}

class ImportsHere extends ImportsPart {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(app: INestApplicationContext, { store, vault, importFiles: files, leases }: Opened, log: Logger) {
    super();
    const onCutOff: OnCutOff = (importId, error) => tellCutOff(log, importId, whereabouts(error).name, whereabouts(error).at);
    const ports = { store, vault, files, scratch: new MemoryScratchLogs(), leases, process: 'here' };
    this.running = importRunsOver(app, ports, onCutOff).run(this.stopping.signal);
  }

  override async swap(): Promise<void> {
    // It reads through the handle of this thread.
  }

  override async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }
}
