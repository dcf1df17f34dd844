import { type DataKey, RecentlyUsed, UnknownKey } from '@kith/application';
import { damagedRow } from './damaged-row';
import { dataKeyBytes } from './draft-keys';
import { translated, type Vault } from './postgres-vault';
import { unwrap, wrapOverhead } from './wrap';

/** About 5 MB. */
const cachedKeys = 15_000;
/** How many looks are under way at once; whoever asks meanwhile shares the next one. */
const mostLooks = 2;

/**
 * One look at the vault, as it was at one moment: the keys that are asked for and not known, which of those are destroyed, which others
 * were destroyed since the last look, and the number of the newest destruction.
 */
const look = `
  SELECT 'key' AS what, id::text, wrapped, NULL::int8 AS no FROM kith_keys.data_key WHERE id = ANY($1::uuid[])
  UNION ALL SELECT 'destroyed', id::text, NULL, no FROM kith_keys.destroyed_key WHERE id = ANY($1::uuid[])
  UNION ALL SELECT 'destroyed', id::text, NULL, no FROM kith_keys.destroyed_key WHERE no > $2
  UNION ALL SELECT 'newest', NULL, NULL, last_no FROM kith_keys.destruction
`;
type Row =
  | { readonly what: 'key'; readonly id: string; readonly wrapped: Buffer }
  | { readonly what: 'destroyed'; readonly id: string }
  | { readonly what: 'newest'; readonly no: number };

interface Asked {
  readonly id: string;
  readonly resolve: (key: DataKey | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Keys of other processes, and of this one's past. Every answer is as fresh as the moment it was asked for, since a key may be destroyed
 * by any process: all that is asked for in one turn of the event loop shares one look at the vault.
 */
export class PostgresFoundKeys {
  private readonly cache = new RecentlyUsed<DataKey>(cachedKeys);
  private asked: Asked[] = [];
  private looks = 0;
  private scheduled = false;
  /** Number of the newest destruction that the cache knows of: destructions are numbered in the order in which they are committed. */
  private seen = 0;

  constructor(private readonly vault: Vault) {}

  /** @throws UnknownKey and what {@link translated} throws */
  find(id: string): Promise<DataKey | undefined> {
    return new Promise((resolve, reject) => {
      this.asked.push({ id, resolve, reject });
      this.schedule();
    });
  }

  /** A key that nobody can have destroyed yet. */
  keep(key: DataKey): void {
    this.cache.set(key.id, key);
  }

  forget(id: string): void {
    this.cache.delete(id);
  }

  clear(): void {
    this.cache.clear();
  }

  private schedule(): void {
    if (this.scheduled || this.looks >= mostLooks || this.asked.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      const asked = this.asked;
      this.asked = [];
      void this.answer(asked);
    });
  }

  private async answer(asked: readonly Asked[]): Promise<void> {
    this.looks += 1;
    try {
      const answers = await translated(() => this.look(new Set(asked.map(({ id }) => id))));
      for (const { id, resolve, reject } of asked) {
        const answer = answers.get(id);
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      this.looks -= 1;
      this.schedule();
    }
  }

  private async look(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, DataKey | undefined | Error>> {
    const before = this.seen;
    const known = new Map<string, DataKey | undefined>();
    for (const id of ids) known.set(id, this.cache.get(id));
    const missing = [...ids].filter((id) => !known.get(id));
    const { rows } = await this.vault.place.twice((pool) => pool.query<Row>({ name: 'look', text: look, values: [missing, before] }));
    const newest = rows.find((row) => row.what === 'newest')?.no ?? 0;
    if (newest < before) return this.lookAnew(ids);
    const destroyed = new Set(rows.filter((row) => row.what === 'destroyed').map(({ id }) => id));
    for (const id of destroyed) this.cache.delete(id);
    this.seen = Math.max(this.seen, newest);
    const found = new Map(rows.filter((row) => row.what === 'key').map(({ id, wrapped }) => [id, wrapped]));
    return new Map(
      [...ids].map((id) => {
        if (destroyed.has(id)) return [id, undefined];
        return [id, known.get(id) ?? this.opened(id, found.get(id), newest)];
      }),
    );
  }

  /** The vault is an older one than it was: it was restored from a backup. */
  private lookAnew(ids: ReadonlySet<string>): ReturnType<PostgresFoundKeys['look']> {
    this.cache.clear();
    this.seen = 0;
    return this.look(ids);
  }

  /** @param newest what this look knows of: when another one knows more by now, the key may be destroyed already */
  private opened(id: string, wrapped: Buffer | undefined, newest: number): DataKey | Error {
    if (!wrapped) return new UnknownKey(id);
    const secret = wrapped.length === dataKeyBytes + wrapOverhead ? unwrap(this.vault.masterKey, 'dataKey', id, wrapped) : undefined;
    if (!secret) return damagedRow(`key ${id}`);
    const key = { id, secret };
    if (newest >= this.seen) this.cache.set(id, key);
    return key;
  }
}
