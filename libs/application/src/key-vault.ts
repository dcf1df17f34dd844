/** A person's key. Destroying it makes what it sealed unreadable for ever. */
export interface DataKey {
  readonly id: string;
  /** 64 random bytes: the first 32 encrypt, the last 32 derive nonces. */
  readonly secret: Buffer;
}

/**
 * Keys of persons and secrets of tenants, wrapped by the master key, apart from the log and its backups.
 */
export abstract class KeyVault {
  /**
   * A key that nobody was ever given before, and nobody will be again, crash or not. It is durable when this resolves:
   * keys are made ahead in batches and leased to one process.
   * @throws KeyVaultUnavailable when no key can be made durable at the moment
   */
  abstract lease(): Promise<DataKey>;

  /** The key, or undefined once destroyed. @throws UnknownKey for an id that the vault never gave */
  abstract find(keyId: string): Promise<DataKey | undefined>;

  /** Each of these keys, undefined where it is destroyed. @throws UnknownKey */
  async findAll(keyIds: Iterable<string>): Promise<Map<string, DataKey | undefined>> {
    const found = new Map<string, DataKey | undefined>();
    for (const id of keyIds) found.set(id, await this.find(id));
    return found;
  }

  /** Destroys the key; durable when it resolves, and done already when repeated. */
  abstract destroy(keyId: string): Promise<void>;

  /** The tenant's secret (32 bytes), which never changes; undefined for a tenant that has none. */
  abstract tenantSecret(tenant: string): Promise<Buffer | undefined>;

  /** Makes the tenant's secret if it has none; durable when it resolves. */
  abstract createTenantSecret(tenant: string): Promise<Buffer>;

  abstract close(): Promise<void>;
}

/** The vault never gave this id: the log and the vault do not belong together, or the vault is older than the log. */
export class UnknownKey extends Error {
  override readonly name = 'UnknownKey';
  constructor(readonly keyId: string) {
    super(`the key vault knows no key ${keyId}`);
  }
}

/** The vault cannot write or read at the moment; a later try may succeed. */
export class KeyVaultUnavailable extends Error {
  override readonly name = 'KeyVaultUnavailable';
}
