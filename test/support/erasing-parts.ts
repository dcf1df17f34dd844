import {
  AssignedInteractions,
  CertifyErasuresHandler,
  type Clusters,
  type DeletedBytes,
  EraseEndUserHandler,
  Erasures,
  type EventStore,
  EverythingShown,
  FinishErasureHandler,
  ForgetAssignedHandler,
  GiveBack,
  type HeldPoints,
  type Identifiers,
  type KeyVault,
  type Linking,
  type NewIds,
  NoFiles,
  type Runner,
  StreamDirectory,
  type StreamsOfPerson,
} from '@kith/application';
import { idInStream } from '@kith/domain';
import { StreamDirectoryInLog } from './stream-directory-in-log';

/** The interactions that were assigned, read from the log itself. */
class AssignedInLog extends AssignedInteractions {
  constructor(private readonly store: EventStore) {
    super();
  }
  async to(tenant: string, endUserId: string): Promise<readonly string[]> {
    const { events } = await this.store.readAll({ after: 0n, limit: 1_000_000, types: ['InteractionAssigned'] });
    return events.filter(({ metadata, data }) => metadata.tenant === tenant && data.endUserId === endUserId).map(({ stream }) => idInStream(stream));
  }
}

/** No read models, so none behind. */
class NothingShown extends EverythingShown {
  async upTo(): Promise<void> {}
}

export interface ErasingPorts {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly runner: Runner;
  readonly linking: Linking;
  readonly clusters: Clusters;
  readonly held: HeldPoints;
  readonly identifiers: Identifiers;
  readonly newIds: NewIds;
  readonly directory?: StreamDirectory | undefined;
  readonly assigned?: AssignedInteractions | undefined;
  readonly deletedBytes?: DeletedBytes | undefined;
}

/** What the directory shows is given. */
class GivenDirectory extends StreamDirectory {
  constructor(private readonly pointIds: readonly string[]) {
    super();
  }
  async ofPerson(_: string, endUserId: string): Promise<StreamsOfPerson> {
    return { profileIds: [endUserId], pointIds: this.pointIds };
  }
}
class NothingAssigned extends AssignedInteractions {
  async to(): Promise<readonly string[]> {
    return [];
  }
}

/** For worlds in which nothing was assigned, and nobody ever held another point than these. */
export const erasingWith = (pointIds: readonly string[]) => ({ directory: new GivenDirectory(pointIds), assigned: new NothingAssigned() });

/** For worlds of profiles alone. */
export const erasingNothingElse = erasingWith([]);

/** What erases, on given ports. */
export function erasingParts({ store, vault, runner, linking, clusters, held, identifiers, newIds, directory, assigned, deletedBytes }: ErasingPorts) {
  const erasures = new Erasures(runner, store, vault, linking);
  const giveBack = new GiveBack(runner, store, vault, erasures, directory ?? new StreamDirectoryInLog(store), assigned ?? new AssignedInLog(store));
  return {
    erasures,
    giveBack,
    erase: new EraseEndUserHandler(runner, erasures, linking, clusters, held, identifiers, newIds),
    finishErasure: new FinishErasureHandler(erasures, giveBack),
    forgetAssigned: new ForgetAssignedHandler(giveBack),
    certifyErasures: new CertifyErasuresHandler(runner, store, erasures, giveBack, new NothingShown(), deletedBytes ?? new NoFiles()),
  };
}
