import { createSecretKey, randomBytes } from 'node:crypto';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataKey, KeyVault, KeyVaultUnavailable, RecentlyUsed, UnknownKey } from '@kith/application';
import { immediate } from '../sqlite-transaction';
import { damagedRow } from './damaged-row';
import { dataKeyBytes } from './draft-keys';
import { MadeAheadKeys } from './made-ahead-keys';
import { openVaultFile, translated, type VaultFile } from './vault-file';
import { unwrap, type Wrapped, wrap, wrapOverhead } from './wrap';

const tenantSecretBytes = 32;
/** About 5 MB. */
const cachedKeys = 15_000;

/** How long a destroyed key waits for others who use the write-ahead log, in milliseconds. */
const cutOffMs = 2_000;

type Row = Record<string, SQLOutputValue>;

/**
 * The vault in a SQLite file of its own (`keys.sqlite` in the data folder). Every thread of a process opens it for itself:
 * leases never meet, and a key destroyed by one is gone for all.
 */
export class SqliteKeyVault extends KeyVault {
  private readonly file: VaultFile;
  private readonly madeAhead: MadeAheadKeys;
  private readonly cache = new RecentlyUsed<DataKey>(cachedKeys);
  private readonly tenantSecrets = new Map<string, Buffer>();
  private seenVersion: SQLOutputValue | undefined;
  private seenDestroyed: SQLOutputValue | undefined;
  private readonly selectVersion: StatementSync;
  private readonly selectLastDestroyed: StatementSync;
  private readonly selectKey: StatementSync;
  private readonly selectDestroyed: StatementSync;
  private readonly selectTenantSecret: StatementSync;

  /**
   * @param masterKey 32 bytes
   * @throws KeyVaultUnusable when it is not this vault's master key, or the file is damaged or of a later format
   */
  constructor({ folder, masterKey }: { folder: string; masterKey: Uint8Array }) {
    super();
    this.file = openVaultFile(folder, createSecretKey(masterKey));
    const { db } = this.file;
    this.madeAhead = new MadeAheadKeys(this.file);
    this.selectVersion = db.prepare('PRAGMA data_version');
    this.selectLastDestroyed = db.prepare('SELECT max(no) AS last FROM destroyed_key');
    this.selectKey = db.prepare('SELECT wrapped FROM data_key WHERE id = ?');
    this.selectDestroyed = db.prepare('SELECT 1 FROM destroyed_key WHERE id = ?');
    this.selectTenantSecret = db.prepare('SELECT wrapped FROM tenant_secret WHERE tenant = ?');
  }

  override async lease(): Promise<DataKey> {
    const key = this.madeAhead.take();
    this.cache.set(key.id, key);
    return key;
  }

  override async find(keyId: string): Promise<DataKey | undefined> {
    return this.using(() => {
      this.forgetDestroyedElsewhere();
      return this.known(keyId);
    });
  }

  /** In one look at what was destroyed elsewhere: nothing else is done meanwhile. */
  override async findAll(keyIds: Iterable<string>): Promise<Map<string, DataKey | undefined>> {
    return this.using(() => {
      this.forgetDestroyedElsewhere();
      const found = new Map<string, DataKey | undefined>();
      for (const id of keyIds) found.set(id, this.known(id));
      return found;
    });
  }

  private known(keyId: string): DataKey | undefined {
    const cached = this.cache.get(keyId);
    if (cached) return cached;
    const row = this.selectKey.get(keyId);
    if (!row) throw new UnknownKey(keyId);
    const secret = this.opened('dataKey', keyId, row, dataKeyBytes);
    if (!secret) {
      if (this.selectDestroyed.get(keyId)) return undefined;
      throw damagedRow(`key ${keyId}`);
    }
    const key = { id: keyId, secret };
    this.cache.set(key.id, key);
    return key;
  }

  /** Resolves when no file of the vault holds the wrapped key any more. @throws UnknownKey for an id that the vault never gave */
  override async destroy(keyId: string): Promise<void> {
    this.using(() => {
      const { db } = this.file;
      immediate(db, () => {
        if (!this.selectKey.get(keyId)) throw new UnknownKey(keyId);
        db.prepare("INSERT OR IGNORE INTO destroyed_key (id, destroyed_at) VALUES (?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))").run(keyId);
        db.prepare('UPDATE data_key SET wrapped = zeroblob(length(wrapped)) WHERE id = ?').run(keyId);
      });
      this.cache.delete(keyId);
    });
    // Older frames of the write-ahead log still hold the wrapped key until they are cut off, which two cannot do at once.
    for (const until = performance.now() + cutOffMs; !this.using(() => this.cutOff()); await pause(5))
      if (performance.now() > until)
        throw new KeyVaultUnavailable('the key is destroyed, but its wrapped bytes are still in the write-ahead log, which a reader holds open');
  }

  private cutOff(): boolean {
    return this.file.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
  }

  override async tenantSecret(tenant: string): Promise<Buffer | undefined> {
    return this.using(() => this.knownTenantSecret(tenant));
  }

  override async createTenantSecret(tenant: string): Promise<Buffer> {
    return this.using(() => {
      const known = this.knownTenantSecret(tenant);
      if (known) return known;
      const { db, masterKey, masterKeyId } = this.file;
      const wrapped = wrap(masterKey, 'tenantSecret', tenant, randomBytes(tenantSecretBytes));
      immediate(db, () =>
        db.prepare('INSERT OR IGNORE INTO tenant_secret (tenant, master_key_id, wrapped) VALUES (?, ?, ?)').run(tenant, masterKeyId, wrapped),
      );
      const stored = this.knownTenantSecret(tenant); // another connection's, when that was first
      if (!stored) throw damagedRow(`the secret of tenant ${tenant}`);
      return stored;
    });
  }

  override async close(): Promise<void> {
    this.madeAhead.close();
    this.cache.clear();
    if (this.file.db.isOpen) this.file.db.close();
  }

  private using<T>(work: () => T): T {
    if (!this.file.db.isOpen) throw new KeyVaultUnavailable('the key vault is closed');
    return translated(work);
  }

  private knownTenantSecret(tenant: string): Buffer | undefined {
    const cached = this.tenantSecrets.get(tenant);
    if (cached) return cached;
    const row = this.selectTenantSecret.get(tenant);
    if (!row) return undefined;
    const secret = this.opened('tenantSecret', tenant, row, tenantSecretBytes);
    if (!secret) throw damagedRow(`the secret of tenant ${tenant}`);
    this.tenantSecrets.set(tenant, secret);
    return secret;
  }

  /** `data_version` moves whenever another connection commits, mostly a batch of leases; only then is it worth asking for destroyed keys. */
  private forgetDestroyedElsewhere(): void {
    const version = this.selectVersion.get()?.data_version;
    if (version === this.seenVersion) return;
    const last = this.selectLastDestroyed.get()?.last;
    if (last !== this.seenDestroyed) this.cache.clear();
    this.seenVersion = version;
    this.seenDestroyed = last;
  }

  private opened(what: Wrapped, name: string, row: Row, bytes: number): Buffer | undefined {
    const wrapped = row.wrapped as Uint8Array;
    return wrapped.length === bytes + wrapOverhead ? unwrap(this.file.masterKey, what, name, wrapped) : undefined;
  }
}
