import {
  Clock,
  commandHandlers,
  EventStore,
  HeldPoints,
  KeyVault,
  LikelyDuplicates,
  MembershipDirectory,
  MergeLedger,
  NewIds,
  SystemClock,
  services,
  Runner,
  StreamDirectory,
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
}

/** Everything that decides, on given ports: the same for whoever answers requests and whoever reacts. */
@Module({})
export class CommandsModule {
  static over({ store, vault, readDatabase }: CommandPorts): DynamicModule {
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
    ];
    return {
      module: CommandsModule,
      imports: [CqrsModule.forRoot()],
      { provide: StreamDirectory, useClass: ProjectedStreamDirectory },
      providers: [...ports, ...services, ...commandHandlers],
      exports: [EventStore, KeyVault, ReadDatabase, Clock, NewIds, HeldPoints, LikelyDuplicates, MergeLedger, CqrsModule, ...services],
    };
  }
}
