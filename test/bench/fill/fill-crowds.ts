import { openMasterKey, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { type DataKey, type EventStore, type KeyVault, TenantIdentifiers } from '@kith/application';
import { streamOf } from '@kith/domain';
import { v7 } from 'uuid';
import { inFlight } from '../in-flight';
import { interaction } from '../inputs';
import { type FirstEvent, first, reactorsHaveSeen, tenant } from './fill-log';

/**
 * Profiles that have so many contact points and interactions together. The n-th interaction says the same, and comes by the same
 * point, whatever the number of profiles; each point, with all that came by it, belongs to one of them, in turns.
 */
export interface Crowd {
  /** Part of every address: crowds have none in common. */
  readonly name: string;
  readonly profiles: number;
  readonly points: number;
  readonly interactions: number;
}

/** Appends under way at once. */
const most = 2000;

interface Profile {
  readonly endUserId: string;
  readonly key: DataKey;
}

interface Point {
  readonly digest: string;
  readonly value: string;
  readonly holder: Profile;
}

/** Fills the log of a data folder through its event store and its key vault; answers the ids of each crowd's profiles, lowest first. */
export async function fillCrowds<Name extends string>(
  folder: string,
  crowds: readonly (Crowd & { readonly name: Name })[],
): Promise<Readonly<Record<Name, readonly string[]>>> {
  const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const store = SqliteEventStore.open(folder, { appendDeadlineMs: 60_000 });
  try {
    const ids = new TenantIdentifiers(await vault.createTenantSecret(tenant));
    const filled: [string, readonly string[]][] = [];
    for (const crowd of crowds) filled.push([crowd.name, await fillCrowd({ store, vault, ids }, crowd)]);
    await reactorsHaveSeen(folder, await store.head());
    return Object.fromEntries(filled) as Record<Name, readonly string[]>;
  } finally {
    await store.close();
    await vault.close();
  }
}

interface Into {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly ids: TenantIdentifiers;
}

async function fillCrowd({ store, vault, ids }: Into, { name, profiles: howMany, points: pointCount, interactions }: Crowd): Promise<readonly string[]> {
  const append = async ({ stream, event }: FirstEvent) => void (await store.append(stream, -1, [event]));
  const profiles: Profile[] = [];
  for (let n = 0; n < howMany; n++) profiles.push({ endUserId: ids.endUser(v7(), 0), key: await vault.lease() });
  profiles.sort((one, other) => (one.endUserId < other.endUserId ? -1 : 1));
  for (const { endUserId, key } of profiles) {
    await append(first(streamOf.endUser(tenant, endUserId), 'EndUserCreated', { origin: 'api', name: `Profile of ${name}` }, v7(), key));
  }
  const points = Array.from({ length: pointCount }, (_, n): Point => {
    const value = `${name}-${n}@example.org`;
    return { digest: ids.contactPoint('email', '', value), value, holder: profiles[n % howMany] as Profile };
  });
  await inFlight(0, pointCount, most, (n) => append(attached(points[n] as Point)));
  await inFlight(0, interactions, most, (n) => append(interactionBy(ids, name, points[n % pointCount] as Point, n)));
  return profiles.map(({ endUserId }) => endUserId);
}

function attached({ digest, value, holder: { endUserId, key } }: Point): FirstEvent {
  const point = { endUserId, channel: 'email', scope: '', key: value, value, normaliser: 'email/1', verified: true } as const;
  return first(streamOf.contactPoint(tenant, digest), 'ContactPointAttached', point, v7(), key);
}

function interactionBy(ids: TenantIdentifiers, crowd: string, { digest, holder: { endUserId, key } }: Point, n: number): FirstEvent {
  const { source, id, summary, occurredAt } = interaction(n, n);
  const sourceId = `${crowd}-${id}`;
  const why = [{ rule: 'held-by', channel: 'email', pointId: digest, endUserId }] as const;
  const resolution = { policy: 'resolve/1', settingsVersion: 0, why, attached: [], candidates: [], possibleDuplicates: [] } as const;
  const came = { channel: 'email', contactPointId: digest, endUserId, via: 'email', direction: 'inbound' } as const;
  const facts = { source, sourceId, ...came, ...(summary && { summary }), outcome: 'matched', resolution } as const;
  return first(streamOf.interaction(tenant, ids.interaction(source, sourceId)), 'InteractionRecorded', facts, v7(), key, occurredAt);
}
