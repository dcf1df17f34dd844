import { hash, timingSafeEqual } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { tenant } from '../fill/fill-log';
import { keyOf } from '../inputs';

interface Row {
  readonly end_user_id: string;
  readonly name: string | null;
  readonly since: string;
  readonly verified: number;
  readonly shared: number;
}

/** The engine's lookup as one prepared read of the same tables, with the same answer. */
export class BareLookup {
  private readonly reads: ReadonlyMap<string, StatementSync>;

  constructor(file: string) {
    const db = new DatabaseSync(file, { readOnly: true });
    db.exec('PRAGMA cache_size = -65536');
    this.reads = new Map(
      ['email', 'phone'].map((channel) => [
        channel,
        db.prepare(`
          SELECT held.end_user_id, holder.name, held.since, held.verified, held.shared FROM ${channel}_lookup AS held
          JOIN holder ON holder.tenant = held.tenant AND holder.id = held.end_user_id
          WHERE held.tenant = ? AND held.scope = ? AND held.key = ? AND holder.gone = 0`),
      ]),
    );
  }

  find(channel: string, value: string): object | undefined {
    const key = keyOf({ channel, value });
    const rows = this.reads.get(channel)?.all(tenant, '', key) as unknown as readonly Row[] | undefined;
    if (!rows || rows.length === 0) return undefined;
    const holders = rows.map(({ end_user_id: id, name, since, verified }) => ({ endUserId: id, canonicalId: id, name, since, verified: verified === 1 }));
    return { channel, scope: '', key, shared: rows.some(({ shared }) => shared === 1), holders };
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
