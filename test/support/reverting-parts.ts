import {
  type DailyUse,
  type EventStore,
  RevertEndUser,
  RevertImportHandler,
  RevertOrganization,
  RevertWork,
  type StreamDirectory,
  TouchedPeople,
} from '@kith/application';
import { DailyUseInLog } from './daily-use-in-log';
import { CountedIds, type InMemoryEngine } from './in-memory-engine';
import { StreamDirectoryInLog } from './stream-directory-in-log';

/** Pages of so few that there are several, and little that is told with each. */
export class SmallRevertPages extends RevertWork {
  override readonly pageLimit = 7;
  override readonly atOnce: number = 2;
  override readonly keptLimit = 2;
}

export interface RevertPorts {
  readonly use?: DailyUse;
  readonly streams?: StreamDirectory;
  /** Where the undoing itself writes and reads, when that is not the store of the engine. */
  readonly store?: EventStore;
}

/** What undoes imports, on the parts of an engine in memory. */
export function revertingParts(engine: InMemoryEngine, { use, streams, store = engine.store }: RevertPorts = {}) {
  const { runner, personal, vault, linking, creations, identifiers, knownOrganizations, nameClaims, directory } = engine;
  const daily = use ?? new DailyUseInLog(store);
  const people = new TouchedPeople(store, creations, streams ?? new StreamDirectoryInLog(store), personal);
  const endUsers = new RevertEndUser(runner, vault, linking, people, daily);
  const organizations = new RevertOrganization(runner, store, knownOrganizations, nameClaims, directory, creations, daily);
  return {
    revert: new RevertImportHandler(runner, identifiers, new CountedIds()),
    work: new SmallRevertPages(runner, store, identifiers, daily, endUsers, organizations),
  };
}
