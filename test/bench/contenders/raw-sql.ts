import { createHmac, createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { GivenInteraction } from '@kith/domain';
import { v7 } from 'uuid';
import { tenant } from '../fill/fill-log';
import { eventTally, rowTally } from '../fill/tally';
import { keyOf } from '../inputs';
import type { Side } from '../side';
import { interactionOf, type Workload } from '../workload';
import { type RawKey, randomBytesOf, rawKey, sealedPersonal, unwrapped, wrapped } from './raw-sealing';
import { duplicateStatements, recordStatements, rowStatements, searchedName, searchStatements, sharedDomain } from './raw-statements';

/** Interactions in one durable transaction. */
const group = 64;

interface Holder {
  readonly end_user_id: string;
  readonly point_id: string;
  readonly key_id: string;
}

/** What an experienced hand would write without an engine: one file, one connection, prepared statements, no layers. */
export async function open({
  file,
  masterKeyFile,
  workload,
}: {
  readonly file: string;
  readonly masterKeyFile: string;
  readonly workload: Workload;
}): Promise<Side> {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -65536');
  const raw = new RawRecorder(db, createSecretKey(Buffer.from(readFileSync(masterKeyFile, 'utf8').trim(), 'base64')));
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  return {
    async work(from, count) {
      for (let n = from; n < from + count; ) {
        begin.run();
        for (const end = Math.min(n + group, from + count); n < end; n++) raw.record(interactionOf(workload, n));
        raw.search();
        commit.run();
      }
    },
    tally: async () => ({ ...eventTally(db), ...rowTally(db) }),
    close: async () => db.close(),
  };
}

class RawRecorder {
  private readonly sql;
  private readonly keys = new Map<string, RawKey>();
  private readonly digestKey = createSecretKey(randomBytesOf(32));
  private readonly searchFrom;
  private position: number;
  private number: number;
  private searched: number;

  constructor(
    db: DatabaseSync,
    private readonly masterKey: KeyObject,
  ) {
    this.sql = { ...rowStatements(db), ...recordStatements(db) };
    this.searchFrom = [...searchStatements(db), ...duplicateStatements(db)];
    this.number = Number(db.prepare('SELECT number FROM last_number').get()?.number);
    this.searched = this.number;
    this.position = Number(db.prepare('SELECT max(position) AS last FROM event').get()?.last ?? 0);
  }

  record(given: GivenInteraction): void {
    const [point] = given.points;
    if (!point) throw new Error('an interaction comes by a contact point');
    const key = keyOf(point);
    const now = new Date().toISOString();
    const holder = (this.sql.holder(point.channel).get(tenant, '', key) ?? this.siblingHolder(point.channel, key)) as Holder | undefined;
    if (holder) this.interaction(given, 'matched', holder.end_user_id, holder.point_id, this.keyOf(holder.key_id), now);
    else this.firstContact(given, key, now);
  }

  /** Those who are new since the last time can be found from now on. */
  search(): void {
    if (this.number === this.searched) return;
    this.sql.lastNumber.run(tenant, this.number);
    for (const statement of this.searchFrom) statement.run(this.searched + 1);
    this.searched = this.number;
  }

  private siblingHolder(channel: string, key: string): unknown {
    return channel === 'phone' ? this.sql.holder('whatsapp').get(tenant, '', key) : undefined;
  }

  private firstContact(given: GivenInteraction, key: string, now: string): void {
    const [{ channel, value, verified = false } = { channel: '', value: '' }] = given.points;
    const occurredAt = given.occurredAt ?? now;
    // Not in order of time: the engine's ids of end users are derived, and land anywhere in an index, too.
    const [endUserId, pointId, dataKey] = [randomUUID(), this.digest('contactPoint', channel, key), this.newKey()];
    const { name = '' } = given.profile ?? {};
    this.number += 1;
    const identity = { channel, scope: '', key, value, normaliser: channel === 'email' ? 'email/1' : 'e164/1' };
    const creates = { origin: 'contacted', profile: { name }, points: [{ ...identity, digest: pointId, verified }] };
    const clear = { endUserId, channel, scope: '', normaliser: identity.normaliser, verified };
    const attached = this.event('ContactPointAttached', `contactPoint-${tenant}.${pointId}`, clear, { key, value, creates }, dataKey, occurredAt, now);
    const flag = verified ? 1 : 0;
    this.sql.hold(channel).run(tenant, '', key, endUserId, pointId, flag, occurredAt, attached);
    this.sql.attach.run(tenant, endUserId, pointId, channel, '', key, value, flag, occurredAt, attached);
    this.sql.holding.run(tenant, pointId, endUserId, attached, channel, '', key, occurredAt, now, verified ? occurredAt : null);
    this.sql.entry.run(tenant, endUserId, occurredAt, attached, 'contact-point-attached', null, pointId, null, channel, null, null, null, null);
    const created = this.event('EndUserCreated', `endUser-${tenant}.${endUserId}`, { origin: 'contacted' }, { name }, dataKey, occurredAt, now);
    this.sql.introduce.run(tenant, endUserId, name);
    const domain = sharedDomain(channel, key);
    this.sql.sharedName.run(tenant, endUserId, searchedName(name), created);
    this.sql.sharedPoint.run(tenant, endUserId, pointId, channel, key, domain, attached, domain === null ? null : `${searchedName(name)}@${domain}`);
    this.sql.endUser.run(tenant, endUserId, this.number, name, searchedName(name), now, occurredAt, created, dataKey.id);
    this.sql.entry.run(tenant, endUserId, occurredAt, created, 'created', null, null, null, null, null, null, null, null);
    this.interaction(given, 'created', endUserId, pointId, dataKey, now);
  }

  private interaction(given: GivenInteraction, outcome: 'matched' | 'created', endUserId: string, pointId: string, key: RawKey, now: string): void {
    const { source, id, channel, via, direction, summary, occurredAt = now } = given;
    const digest = this.digest('interaction', source, id);
    const attached = outcome === 'created' ? [pointId] : [];
    const why = [{ rule: outcome === 'created' ? 'created-for' : 'held-by', channel, pointId, endUserId }];
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why, attached, candidates: [], possibleDuplicates: [] };
    const clear = { source, channel, contactPointId: pointId, endUserId, via, direction, outcome, resolution };
    const position = this.event('InteractionRecorded', `interaction-${tenant}.${digest}`, clear, { sourceId: id, summary }, key, occurredAt, now);
    this.sql.entry.run(tenant, endUserId, occurredAt, position, 'interaction', digest, pointId, source, channel, via, direction, summary ?? null, outcome);
    if (outcome === 'matched') this.sql.seen.run(occurredAt, position, tenant, endUserId);
  }

  /** The unique index over the stream refuses what was recorded before. */
  private event(type: string, stream: string, clear: object, personal: object, key: RawKey, occurredAt: string, recordedAt: string): number {
    const eventId = v7();
    const data = { ...clear, personal: sealedPersonal(key, JSON.stringify([tenant, stream, type, 1, eventId]), personal) };
    const actor = { kind: 'service', id: 'bench' };
    const metadata = { eventId, tenant, actor, commandId: eventId, correlationId: eventId, causationId: eventId, occurredAt, recordedAt, schema: 1 };
    this.position += 1;
    // The last half of a stream's name is a digest or random, as good a key as a hash of the name.
    const streamKey = Buffer.from(stream.slice(-32));
    this.sql.event.run(this.position, streamKey, type, stream, JSON.stringify(data), JSON.stringify(metadata));
    return this.position;
  }

  private newKey(): RawKey {
    const [id, secret] = [v7(), randomBytesOf(64)];
    this.sql.newKey.run(id, wrapped(this.masterKey, id, secret));
    return rawKey(id, secret);
  }

  private keyOf(id: string): RawKey {
    const known = this.keys.get(id);
    if (known) return known;
    const row = this.sql.dataKey.get(id);
    const key = rawKey(id, unwrapped(this.masterKey, id, row?.wrapped as Uint8Array));
    this.keys.set(id, key);
    return key;
  }

  /** 64 hex digits that stand for what must not be seen. */
  private digest(...parts: readonly string[]): string {
    return createHmac('sha256', this.digestKey).update(JSON.stringify(parts)).digest('hex');
  }
}
