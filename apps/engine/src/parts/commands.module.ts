import {
  Clock,
  commandHandlers,
  EventStore,
  HeldPoints,
  Identifiers,
  Keys,
  KeyVault,
  LikelyDuplicates,
  MembershipDirectory,
  MergeLedger,
  NewIds,
  Runner,
  StreamDirectory,
  SystemClock,
  services,
  TimeOrderedIds,
} from '@kith/application';
import {
  ProjectedHeldPoints,
  ProjectedLikelyDuplicates,
  ProjectedMembershipDirectory,
  ProjectedMergeLedger,
  ProjectedStreamDirectory,
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
}

/** Everything that decides, on given ports: the same for whoever answers requests and whoever reacts. */
@Module({})
export class CommandsModule {
  static over({ store, vault, readDatabase, keysIn }: CommandPorts): DynamicModule {
    const ports: Provider[] = [
      store,
      { provide: KeyVault, useValue: vault },
      { provide: ReadDatabase, useValue: readDatabase },
      { provide: Clock, useClass: SystemClock },
      { provide: NewIds, useClass: TimeOrderedIds },
      { provide: HeldPoints, useClass: ProjectedHeldPoints },
      { provide: LikelyDuplicates, useClass: ProjectedLikelyDuplicates },
      { provide: MembershipDirectory, useClass: ProjectedMembershipDirectory },
      { provide: MergeLedger, useClass: ProjectedMergeLedger },
      { provide: StreamDirectory, useClass: ProjectedStreamDirectory },
    ];
    return {
      module: CommandsModule,
      imports: [CqrsModule.forRoot()],
      providers: [...ports, ...services, ...(keysIn ? [keysOf(keysIn)] : []), ...commandHandlers],
      exports: [EventStore, KeyVault, ReadDatabase, Clock, NewIds, HeldPoints, LikelyDuplicates, MergeLedger, CqrsModule, ...services],
    };
  }
}

/** Keys as a log has them, whatever the commands see of it. Goes before what {@link services} says. */
const keysOf = (log: EventStore): Provider<Keys> => ({
  provide: Keys,
  useFactory: (identifiers: Identifiers, clock: Clock, newIds: NewIds) => new Keys(new Runner(log, clock), log, identifiers, clock, newIds),
  inject: [Identifiers, Clock, NewIds],
});
