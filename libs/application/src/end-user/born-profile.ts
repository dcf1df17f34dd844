import { type EndUserProfile, streamOf } from '@kith/domain';
import type { EventStore } from '../event-store';
import type { PersonalData } from '../personal-data';

/** What an end user was created with; nothing once that is erased. */
export async function bornProfile(store: EventStore, personal: PersonalData, tenant: string, endUserId: string): Promise<EndUserProfile> {
  const [first] = await store.readStream(streamOf.endUser(tenant, endUserId), { limit: 1 });
  const opened = first && (await personal.open(first));
  return opened?.type === 'EndUserCreated' && !opened.erased ? opened.data : {};
}
