import { type EndUserErased, type EndUserErasureCertified, idInStream } from '@kith/domain';
import type { EventStore, StoredEvent } from '../event-store';
import { isPart } from './erasures';

/** A profile that is to read as erased. */
export interface ErasedProfile {
  readonly tenant: string;
  readonly endUserId: string;
}

const pageLimit = 1000;

/** Every profile that a log says is erased; one that was erased with its person comes with that person. */
export async function* erasedProfiles(store: EventStore, signal?: AbortSignal): AsyncGenerator<ErasedProfile> {
  for await (const { stream, data, metadata } of ofType(store, 'EndUserErased', signal)) {
    const { scope, members } = data as EndUserErased['data'];
    if (isPart({ scope, members })) continue;
    for (const endUserId of new Set([idInStream(stream), ...members])) yield { tenant: metadata.tenant, endUserId };
  }
}

/** An erasure of which nothing says yet that all of it is done. */
export interface OpenErasure extends ErasedProfile {
  readonly scope: 'profile' | 'person';
}

/** The erasures of a log that have no certificate. */
export async function uncertifiedErasures(store: EventStore, signal?: AbortSignal): Promise<readonly OpenErasure[]> {
  const open = new Map<string, OpenErasure>();
  for await (const { stream, data, metadata } of ofType(store, 'EndUserErased', signal)) {
    const { scope, members } = data as EndUserErased['data'];
    if (!isPart({ scope, members })) open.set(metadata.eventId, { tenant: metadata.tenant, endUserId: idInStream(stream), scope });
  }
  for await (const { data } of ofType(store, 'EndUserErasureCertified', signal)) open.delete((data as EndUserErasureCertified['data']).erasure);
  return [...open.values()];
}

/** Profiles whose key is among those that are destroyed: their vault knows of erasures that the log may not know of. */
export async function* profilesWithout(keyIds: ReadonlySet<string>, store: EventStore, signal?: AbortSignal): AsyncGenerator<ErasedProfile> {
  if (keyIds.size === 0) return;
  for await (const { stream, data, metadata } of ofType(store, 'EndUserCreated', signal)) {
    const { k } = Object(data.personal) as { k?: unknown };
    if (typeof k === 'string' && keyIds.has(k)) yield { tenant: metadata.tenant, endUserId: idInStream(stream) };
  }
}

async function* ofType(store: EventStore, type: string, signal?: AbortSignal): AsyncGenerator<StoredEvent> {
  for (let after = 0n; ; ) {
    signal?.throwIfAborted();
    const { events, upTo, atHead } = await store.readAll({ after, limit: pageLimit, types: [type] });
    yield* events;
    if (atHead) return;
    after = upTo;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
