import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EventStoreDbEventStore, openDataFolder, SqliteEventStore } from '@kith/adapters';
import { type EventStore, EventStoreUnavailable } from '@kith/application';
import type { Config, EventStoreDbUrl } from '@kith/config';

/** Where a log lies. */
export type LogPlace =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'eventstoredb'; readonly url: EventStoreDbUrl; readonly streamPrefix: string };

/** What was named cannot be copied from, or into. Says why and what to do; holds no password. */
export class PlaceUnfit extends Error {
  override readonly name = 'PlaceUnfit';
}

/** A log that nobody else uses through this place, until it is closed. */
export interface OpenLog {
  readonly store: EventStore;
  close(): Promise<void>;
}

/**
 * The place that somebody named: a data folder by its path, also as `sqlite:<folder>`, a connection string of EventStoreDB or
 * KurrentDB, or `configured` for the place that the engine's own settings name.
 * @throws PlaceUnfit for what is none of these
 */
export function placeOf(text: string, streamPrefix: string | undefined, configured: () => Config): LogPlace {
  if (text === 'configured') return placeIn(configured());
  if (/^(?:esdb|kurrentdb)(?:\+discover)?:\/\//.test(text)) return { kind: 'eventstoredb', url: text as EventStoreDbUrl, streamPrefix: streamPrefix ?? '' };
  const folder = text.replace(/^sqlite:/, '');
  if (folder === '' || /^[a-z+]+:\/\//i.test(folder))
    throw new PlaceUnfit(`${withoutPassword(text)} names no log: give a data folder, esdb://… (or esdb+discover://…, kurrentdb://…), or the word configured`);
  if (streamPrefix !== undefined) throw new PlaceUnfit('stream prefixes are for EventStoreDB only');
  return { kind: 'sqlite', folder: resolve(folder) };
}

function placeIn({ eventStore, streamPrefix, data }: Config): LogPlace {
  if (eventStore === 'memory') throw new PlaceUnfit('KITH_EVENT_STORE is memory: such a log ends with its engine, and cannot be copied');
  return eventStore === 'sqlite' ? { kind: 'sqlite', folder: data } : { kind: 'eventstoredb', url: eventStore, streamPrefix };
}

/** The place as it may be printed. */
export const shown = (place: LogPlace): string =>
  place.kind === 'sqlite' ? place.folder : `${withoutPassword(place.url)}${place.streamPrefix && ` (streams ${place.streamPrefix}…)`}`;

const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//');

/** @throws PlaceUnfit, DataFolderInUse, UnknownEventFileFormat */
export async function openSource(place: LogPlace): Promise<OpenLog> {
  if (place.kind === 'eventstoredb') return inEventStoreDb(place);
  if (!existsSync(join(place.folder, 'events.sqlite'))) throw new PlaceUnfit(`there is no log in ${place.folder}`);
  return inFolder(place.folder, (folder) => SqliteEventStore.openReadOnly(folder));
}

/** @throws PlaceUnfit, DataFolderInUse, UnknownEventFileFormat */
export async function openTarget(place: LogPlace): Promise<OpenLog> {
  if (place.kind === 'eventstoredb') return inEventStoreDb(place);
  const log = await inFolder(place.folder, (folder) => SqliteEventStore.open(folder));
  const leftOver = (await log.store.head()) === 0n ? derivedIn(place.folder) : [];
  if (leftOver.length === 0) return log;
  await log.close();
  throw new PlaceUnfit(`${place.folder} holds ${leftOver.join(', ')} of another log, whose positions mean something else here: copy into another folder`);
}

/** @throws PlaceUnfit when both are the same */
export function assertApart(from: LogPlace, to: LogPlace): void {
  const [one, other] = [from, to].map((place) => (place.kind === 'sqlite' ? real(place.folder) : `${withoutPassword(place.url)} ${place.streamPrefix}`));
  if (one === other) throw new PlaceUnfit('source and target are the same log');
}

const real = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

/** What an engine keeps in a data folder that follows from its log, position by position, and finds no way in another one. */
const derivedIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => /^(?:read-models|reactors)/.test(name));

async function inFolder(folder: string, open: (folder: string) => EventStore): Promise<OpenLog> {
  const held = openDataFolder(folder);
  try {
    const store = open(folder);
    const close = async () => {
      await store.close();
      held.release();
    };
    return { store, close };
  } catch (error) {
    held.release();
    throw error;
  }
}

async function inEventStoreDb(place: Extract<LogPlace, { kind: 'eventstoredb' }>): Promise<OpenLog> {
  const store = client(place);
  try {
    await store.head();
  } catch (error) {
    await store.close();
    if (error instanceof EventStoreUnavailable) throw new PlaceUnfit(`${shown(place)} cannot be reached: ${error.message}`);
    throw error;
  }
  return { store, close: () => store.close() };
}

function client({ url, streamPrefix }: Extract<LogPlace, { kind: 'eventstoredb' }>): EventStoreDbEventStore {
  try {
    return EventStoreDbEventStore.open({ url, streamPrefix, connectionName: `kith-log-copy-${process.pid}` });
  } catch (error) {
    throw new PlaceUnfit(`${withoutPassword(url)}: ${error instanceof Error ? error.message : 'no connection string'}`);
  }
}
