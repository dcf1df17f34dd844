import { createHmac, randomBytes } from 'node:crypto';
import { type DataKey, KeyVault, UnknownKey } from '@kith/application';
import { v7 } from 'uuid';

/** The whole content of a {@link MemoryKeyVault} at one moment; later changes of the vault do not reach it. */
export interface MemoryKeyVaultSnapshot {
  readonly seed: string | undefined;
  /** How many keys were leased, destroyed ones included. */
  readonly leased: number;
  /** By key id; undefined once destroyed. */
  readonly keys: ReadonlyMap<string, DataKey | undefined>;
  readonly tenantSecrets: ReadonlyMap<string, Buffer>;
}

/**
 * A vault that lives and ends with its process. With a seed, the n-th key and each tenant's secret are the same in every run:
 * for tests only, since whoever knows the seed knows the keys.
 */
export class MemoryKeyVault extends KeyVault {
  private readonly seed: string | undefined;
  private leased = 0;
  private readonly keys = new Map<string, DataKey | undefined>();
  private readonly tenantSecrets = new Map<string, Buffer>();

  constructor({ seed }: { seed?: string } = {}) {
    super();
    this.seed = seed;
  }

  /** A vault of its own that goes on from the snapshot. */
  static from(snapshot: MemoryKeyVaultSnapshot): MemoryKeyVault {
    const vault = new MemoryKeyVault({ seed: snapshot.seed });
    vault.leased = snapshot.leased;
    for (const [id, key] of snapshot.keys) vault.keys.set(id, key);
    for (const [tenant, secret] of snapshot.tenantSecrets) vault.tenantSecrets.set(tenant, secret);
    return vault;
  }

  snapshot(): MemoryKeyVaultSnapshot {
    return { seed: this.seed, leased: this.leased, keys: new Map(this.keys), tenantSecrets: new Map(this.tenantSecrets) };
  }

  override async lease(): Promise<DataKey> {
    this.leased += 1;
    const id = this.seed === undefined ? v7() : seededId(this.leased);
    const key = { id, secret: this.secret(64, 'dataKey', id) };
    this.keys.set(id, key);
    return key;
  }

  override async find(keyId: string): Promise<DataKey | undefined> {
    if (!this.keys.has(keyId)) throw new UnknownKey(keyId);
    return this.keys.get(keyId);
  }

  override async destroy(keyId: string): Promise<void> {
    if (!this.keys.has(keyId)) throw new UnknownKey(keyId);
    this.keys.set(keyId, undefined);
  }

  override async tenantSecret(tenant: string): Promise<Buffer | undefined> {
    return this.tenantSecrets.get(tenant);
  }

  override async createTenantSecret(tenant: string): Promise<Buffer> {
    const secret = this.tenantSecrets.get(tenant) ?? this.secret(32, 'tenantSecret', tenant);
    this.tenantSecrets.set(tenant, secret);
    return secret;
  }

  override async close(): Promise<void> {}

  /** 1 to 64 bytes: random, or drawn from the seed. */
  private secret(bytes: number, purpose: string, name: string): Buffer {
    if (this.seed === undefined) return randomBytes(bytes);
    return createHmac('sha512', this.seed)
      .update(JSON.stringify([purpose, 1, name]))
      .digest()
      .subarray(0, bytes);
  }
}

/** A UUIDv7 whose time is the count: in order of leasing, and the same in every run. */
function seededId(count: number): string {
  const time = count.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
