import { relative } from 'node:path';
import { openMasterKey, PostgresReplayPlace, SqliteReplayPlace } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import type { Config } from '@kith/config';
import { type Replayed, type ReplayParts, type ReplayPlace, ReplayUnusable, replay } from '@kith/read-models';
import { eventStoreAt, keyVaultAt, type Places, placesOf } from './places';

/** Where a replay of that name lies. @param name path of a folder, or with read models in PostgreSQL the name of a replay. @throws ReplayUnusable */
export function replayPlaceAt({ readDb: url, data }: Places, name: string): ReplayPlace {
  if (url !== 'sqlite') return new PostgresReplayPlace({ url, applicationName: 'kith replay', connections: 8 }, name);
  const from = relative(data, name);
  if (!from.startsWith('..') && from !== name)
    throw new ReplayUnusable(`${name} lies in the data folder, which holds the present alone: name a folder elsewhere`);
  return new SqliteReplayPlace(name);
}

/** Replays a past moment with handles of its own: an engine on the same data goes on serving, and notices nothing. @throws as `replay` does */
export async function replayAt(config: Config, name: string, asked: Omit<ReplayParts, 'store' | 'personalData' | 'place' | 'clock'>): Promise<Replayed> {
  const places = placesOf(config, openMasterKey(config.data, config.masterKey).key);
  const place = replayPlaceAt(places, name);
  try {
    const store = eventStoreAt(places, 'replay');
    try {
      const vault = await keyVaultAt(places, 'replay');
      try {
        return await replay({ store, personalData: new PersonalData(vault), place, clock: new SystemClock(), ...asked });
      } finally {
        await vault.close();
      }
    } finally {
      await store.close();
    }
  } finally {
    await place.close();
  }
}
