import { hash, timingSafeEqual } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { tenant } from '../fill/fill-log';
import { keyOf } from '../inputs';

/** A row of the read. Numbers are strings where the database sends them so. */
export interface LookedUp {
  readonly end_user_id: string;
  readonly name: string | null;
  readonly since: string;
  readonly verified: number | string;
  readonly shared: number | string;
}

/** The engine's lookup of one channel, with its own places for tenant, scope and key. */
export const lookupSql = (channel: string, [tenant, scope, key]: readonly [string, string, string] = ['?', '?', '?']): string => `
  SELECT held.end_user_id, holder.name, held.since, held.verified, held.shared FROM ${channel}_lookup AS held
  JOIN holder ON holder.tenant = held.tenant AND holder.id = held.end_user_id
  WHERE held.tenant = ${tenant} AND held.scope = ${scope} AND held.key = ${key} AND holder.gone = 0`;

/** The engine's answer; undefined when nobody is found. */
export function answerOf(channel: string, key: string, rows: readonly LookedUp[]): object | undefined {
  if (rows.length === 0) return undefined;
  const holders = rows.map(({ end_user_id: id, name, since, verified }) => ({ endUserId: id, canonicalId: id, name, since, verified: Number(verified) === 1 }));
  return { channel, scope: '', key, shared: rows.some(({ shared }) => Number(shared) === 1), holders };
}

/** That as one prepared read of the same tables. */
export class BareLookup {
  private readonly reads: ReadonlyMap<string, StatementSync>;

  constructor(file: string) {
    const db = new DatabaseSync(file, { readOnly: true });
    db.exec('PRAGMA cache_size = -65536');
    this.reads = new Map(['email', 'phone'].map((channel) => [channel, db.prepare(lookupSql(channel))]));
  }

  find(channel: string, value: string): object | undefined {
    const key = keyOf({ channel, value });
    return answerOf(channel, key, (this.reads.get(channel)?.all(tenant, '', key) ?? []) as unknown as readonly LookedUp[]);
  }
}

/** How long a key that was checked is believed, as in the engine. */
const believedMs = 1000;

/** The engine's key check: the digest of what is presented, compared in constant time once a second and remembered between. */
export class BareKeyCheck {
  private readonly remembered = new Map<string, number>();
  private readonly secretHash: Buffer;

  constructor(key: string) {
    this.secretHash = hash('sha256', secretOf(key), 'buffer');
  }

  passes(authorization: string | undefined): boolean {
    const presented = /^bearer +(kith_[A-Za-z0-9_-]+)$/i.exec(authorization ?? '')?.[1];
    if (presented === undefined) return false;
    const digest = hash('sha256', presented);
    const now = Date.now();
    if ((this.remembered.get(digest) ?? 0) > now) return true;
    if (!timingSafeEqual(hash('sha256', secretOf(presented), 'buffer'), this.secretHash)) return false;
    this.remembered.set(digest, now + believedMs);
    return true;
  }
}

const secretOf = (key: string): string => key.slice(key.indexOf('_', 5) + 1);
