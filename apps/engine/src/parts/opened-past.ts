import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryAccessLog, MemoryDeliveries, MemoryImportFiles, openMasterKey, SoleLeases } from '@kith/adapters';
import { EventStoreUpTo } from '@kith/application';
import type { Config } from '@kith/config';
import { openReplay, ReplayUnusable } from '@kith/read-models';
import { type Opened, webhookParts } from './opened';
import { eventStoreAt, keyVaultAt, placesOf } from './places';
import { replayPlaceAt } from './replay-places';

/**
 * Opens a past moment: the log up to there, and the read models that a replay made of it. Takes no lock of the data folder and writes nothing
 * into it, so that it can be looked at beside the engine that serves.
 * @throws ReplayUnusable, also where there is no log, and what says that a server is away
 */
export async function openPast(config: Config, name: string): Promise<Opened> {
  // Nothing is made where nothing is.
  if (config.eventStore === 'sqlite' && !existsSync(join(config.data, 'events.sqlite'))) throw new ReplayUnusable(`there is no log in ${config.data}`);
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const one of closers.splice(0)) await one();
  };
  try {
    const places = placesOf(config, openMasterKey(config.data, config.masterKey).key);
    const vault = await keyVaultAt(places, 'replay');
    closers.unshift(() => vault.close());
    const today = eventStoreAt(places, 'replay');
    closers.unshift(() => today.close());
    const place = replayPlaceAt(places, name);
    closers.unshift(() => place.close());
    const { database: readDatabase, of } = await openReplay(today, place);
    closers.unshift(() => readDatabase.close());
    const webhooks = webhookParts(config);
    closers.unshift(() => webhooks.webhookSender.close());
    return {
      store: new EventStoreUpTo(today, of.position),
      vault,
      readDatabase,
      // What was delivered when is not in the log, and nothing is delivered from here.
      deliveries: new MemoryDeliveries(),
      // Who may start this engine can read everything without it, and it writes nowhere: what it shows is not noted.
      accessLog: new MemoryAccessLog(),
      leases: new SoleLeases(),
      importFiles: new MemoryImportFiles(),
      ...webhooks,
      shared: undefined,
      past: { of, today },
      masterKeyMade: false,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
