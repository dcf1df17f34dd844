import { type Organization, organization, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '../event-store';
import { type DataKey, KeyVault } from '../key-vault';
import { PersonalData } from '../personal-data';
import { type Loaded, Runner } from '../run';
import type { Born } from './organization-values';

/** Organizations by their own streams, wherever they were merged into. Reads only. */
@Injectable()
export class KnownOrganizations {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  load(tenant: string, organizationId: string): Promise<Loaded<Organization>> {
    return this.runner.load(organization, streamOf.organization(tenant, organizationId));
  }

  /** The key that seals what is written of it. @throws Error when it is gone */
  async keyOf({ keyId }: Organization): Promise<DataKey> {
    const key = keyId === undefined ? undefined : await this.vault.find(keyId);
    if (!key) throw new Error('the key of an organization is gone');
    return key;
  }

  /** What it was created with; nothing where that can be read no more. */
  async born(tenant: string, organizationId: string): Promise<Born> {
    const events = await this.store.readStream(streamOf.organization(tenant, organizationId), { limit: 1 });
    const created = events[0]?.type === 'OrganizationCreated' ? events[0] : undefined;
    const opened = created && (await this.personal.open(created));
    return opened?.type === 'OrganizationCreated' && !opened.erased ? opened.data : {};
  }
}
