import type { Organization } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { EventStore } from '../event-store';
import { KeyVault } from '../key-vault';
import { PersonalData } from '../personal-data';
import { Runner } from '../run';
import { OrganizationClusters } from './clusters';
import { LinkingOf } from './linking-of';

/** The steps after the first one for organizations. */
@Injectable()
export class OrganizationLinking extends LinkingOf<Organization> {
  constructor(
    @Inject(Runner) runner: Runner,
    @Inject(OrganizationClusters) clusters: OrganizationClusters,
    @Inject(EventStore) store: EventStore,
    @Inject(KeyVault) vault: KeyVault,
    @Inject(PersonalData) personal: PersonalData,
    @Inject(Clock) clock: Clock,
  ) {
    super(runner, clusters, store, vault, personal, clock);
  }
}
