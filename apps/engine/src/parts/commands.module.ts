import {
  AssignedInteractions,
  Clock,
  commandHandlers,
  DailyUse,
  DeletedBytes,
  EventStore,
  EverythingShown,
  HeldPoints,
  Identifiers,
  Keys,
  KeyVault,
  LikelyDuplicates,
  MembershipDirectory,
  MergeLedger,
  NewIds,
  NoFiles,
  Runner,
  StreamDirectory,
  SystemClock,
  services,
  TimeOrderedIds,
  WithoutContact,
} from '@kith/application';
import {
  ProjectedAssignedInteractions,
  ProjectedDailyUse,
  ProjectedEverythingShown,
  ProjectedHeldPoints,
  ProjectedLikelyDuplicates,
  ProjectedMembershipDirectory,
  ProjectedMergeLedger,
  ProjectedStreamDirectory,
  ProjectedWithoutContact,
  ReadDatabase,
} from '@kith/read-models';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** The ports that commands need, bound. */
export interface CommandPorts {
  readonly store: Provider<EventStore>;
  readonly vault: KeyVault;
  readonly readDatabase: ReadDatabase;
  /** The log that says who may call, where that is another one than the store. */
  readonly keysIn?: EventStore;
  /** Who overwrites what was deleted; absent where nothing lies in files of this engine. */
  readonly deletedBytes?: DeletedBytes;
}

/** Everything that decides, on given ports: the same for whoever answers requests and whoever reacts. */
@Module({})
export class CommandsModule {
  static over({ store, vault, readDatabase, keysIn, deletedBytes = new NoFiles() }: CommandPorts): DynamicModule {
    const ports: Provider[] = [
      store,
      { provide: KeyVault, useValue: vault },
      { provide: ReadDatabase, useValue: readDatabase },
      { provide: Clock, useClass: SystemClock },
      { provide: NewIds, useClass: TimeOrderedIds },
      { provide: DeletedBytes, useValue: deletedBytes },
      { provide: AssignedInteractions, useClass: ProjectedAssignedInteractions },
      { provide: DailyUse, useClass: ProjectedDailyUse },
      { provide: EverythingShown, useClass: ProjectedEverythingShown },
      { provide: HeldPoints, useClass: ProjectedHeldPoints },
      { provide: LikelyDuplicates, useClass: ProjectedLikelyDuplicates },
      { provide: MembershipDirectory, useClass: ProjectedMembershipDirectory },
      { provide: MergeLedger, useClass: ProjectedMergeLedger },
      { provide: StreamDirectory, useClass: ProjectedStreamDirectory },
      { provide: WithoutContact, useClass: ProjectedWithoutContact },
    ];
    return {
      module: CommandsModule,
      imports: [CqrsModule.forRoot()],
      providers: [...ports, ...services, ...(keysIn ? [keysOf(keysIn)] : []), ...commandHandlers],
      exports: [EventStore, KeyVault, ReadDatabase, Clock, NewIds, HeldPoints, LikelyDuplicates, MergeLedger, StreamDirectory, CqrsModule, ...services],
    };
  }
}

/** Keys as a log has them, whatever the commands see of it. Goes before what {@link services} says. */
const keysOf = (log: EventStore): Provider<Keys> => ({
  provide: Keys,
  useFactory: (identifiers: Identifiers, clock: Clock, newIds: NewIds) => new Keys(new Runner(log, clock), log, identifiers, clock, newIds),
  inject: [Identifiers, Clock, NewIds],
});
