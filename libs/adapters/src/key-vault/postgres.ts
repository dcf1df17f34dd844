import { createSecretKey, randomBytes } from 'node:crypto';
import { type DataKey, KeyVault, KeyVaultUnavailable, UnknownKey } from '@kith/application';
import type { PostgresOptions } from '../postgres';
import { damagedRow } from './damaged-row';
import { Destructions } from './postgres-destructions';
import { PostgresFoundKeys } from './postgres-found-keys';
import { PostgresMadeAheadKeys } from './postgres-made-ahead-keys';
import { openVault, translated, type Vault } from './postgres-vault';
import { unwrap, wrap, wrapOverhead } from './wrap';

const tenantSecretBytes = 32;
/** As the vault writes them; whatever looks different is none of its ids. */
const keyId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The vault in a schema of its own (`kith_keys`), shared by any number of processes: leases never meet, and a key destroyed by one is gone
 * for all at once.
 *
 * What PostgreSQL may keep of a destroyed key, wrapped by the master key as ever: its write-ahead log until that is recycled, archives of
 * the log and backups as long as they are kept, standby servers until they have followed, and the table's own page for as long as a
 * transaction that is older than the destruction goes on in this database (and then until the next VACUUM: this process makes one 10 s
 * later, and every destruction one; where many keys of one page were destroyed meanwhile, until that page's free space is used again).
 * VACUUM is for the role that owns the table, the one that made it. A vault that was restored from a backup holds the keys that were
 * destroyed since; they must be destroyed again.
 */
export class PostgresKeyVault extends KeyVault {
  private readonly madeAhead: PostgresMadeAheadKeys;
  private readonly found: PostgresFoundKeys;
  private readonly destructions: Destructions;
  private readonly tenantSecrets = new Map<string, Buffer>();

  private constructor(private readonly vault: Vault) {
    super();
    this.madeAhead = new PostgresMadeAheadKeys(vault);
    this.found = new PostgresFoundKeys(vault);
    this.destructions = new Destructions(vault.place, (id) => this.found.forget(id));
  }

  /**
   * @param options `masterKey`: 32 bytes
   * @throws KeyVaultUnusable when it is not this vault's master key, or the vault is damaged or of a later format
   * @throws KeyVaultUnavailable when the server cannot be reached at the moment
   */
  static async open({ masterKey, ...options }: PostgresOptions & { readonly masterKey: Uint8Array }): Promise<PostgresKeyVault> {
    return new PostgresKeyVault(await openVault(options, createSecretKey(masterKey)));
  }

  override async lease(): Promise<DataKey> {
    const key = await this.madeAhead.take();
    this.found.keep(key);
    return key;
  }

  override async find(id: string): Promise<DataKey | undefined> {
    this.refuseWhenClosed();
    if (!keyId.test(id)) throw new UnknownKey(id);
    return this.found.find(id);
  }

  /** Resolves when the table no longer holds the wrapped key, unless a longer transaction may still see it. @throws UnknownKey for an id that the vault never gave */
  override async destroy(id: string): Promise<void> {
    this.refuseWhenClosed();
    if (!keyId.test(id)) throw new UnknownKey(id);
    await translated(() => this.destructions.destroy(id));
  }

  override async tenantSecret(tenant: string): Promise<Buffer | undefined> {
    this.refuseWhenClosed();
    return translated(() => this.knownTenantSecret(tenant));
  }

  override async createTenantSecret(tenant: string): Promise<Buffer> {
    this.refuseWhenClosed();
    return translated(async () => {
      const known = await this.knownTenantSecret(tenant);
      if (known) return known;
      const { place, masterKey, masterKeyId } = this.vault;
      const wrapped = wrap(masterKey, 'tenantSecret', tenant, randomBytes(tenantSecretBytes));
      const text = 'INSERT INTO kith_keys.tenant_secret (tenant, master_key_id, wrapped) VALUES ($1, $2, $3) ON CONFLICT (tenant) DO NOTHING';
      await place.twice((pool) => pool.query(text, [tenant, masterKeyId, wrapped]));
      const stored = await this.knownTenantSecret(tenant); // another process's, when that was first
      if (!stored) throw damagedRow(`the secret of tenant ${tenant}`);
      return stored;
    });
  }

  override async close(): Promise<void> {
    const closing = this.vault.place.close();
    this.destructions.close();
    this.madeAhead.close();
    this.found.clear();
    await closing;
  }

  private refuseWhenClosed(): void {
    if (this.vault.place.closed) throw new KeyVaultUnavailable('the key vault is closed');
  }

  private async knownTenantSecret(tenant: string): Promise<Buffer | undefined> {
    const cached = this.tenantSecrets.get(tenant);
    if (cached) return cached;
    const text = 'SELECT wrapped FROM kith_keys.tenant_secret WHERE tenant = $1';
    const { rows } = await this.vault.place.twice((pool) => pool.query<{ wrapped: Buffer }>(text, [tenant]));
    const [row] = rows;
    if (!row) return undefined;
    const sound = row.wrapped.length === tenantSecretBytes + wrapOverhead;
    const secret = sound ? unwrap(this.vault.masterKey, 'tenantSecret', tenant, row.wrapped) : undefined;
    if (!secret) throw damagedRow(`the secret of tenant ${tenant}`);
    this.tenantSecrets.set(tenant, secret);
    return secret;
  }
}
