import { hash, timingSafeEqual } from 'node:crypto';
import {
  type ApiKey,
  apiKey,
  type CommandContext,
  CreateApiKey,
  CreateTenant,
  RevokeApiKey,
  type Role,
  refuse,
  streamOf,
  tenant as tenantDecider,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { Clock } from '../clock';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { type Loaded, Runner, type StepContext } from '../run';

/** Who calls, as its key says. */
export interface Caller {
  readonly keyId: string;
  readonly tenant: string;
  readonly role: Role;
  readonly clientName: string;
}

/** A key as it is shown, once. */
export interface IssuedKey {
  readonly keyId: string;
  /** `kith_<keyId>_<secret>`; only a hash of the secret is kept. */
  readonly key: string;
  readonly position: bigint;
}

/** How long a key that was looked up is believed; a revocation elsewhere takes hold within it. */
const believedMs = 1_000;
/** Distinct presented keys remembered at once, right or wrong. */
const maxRemembered = 10_000;
const presentedPattern = /^kith_([a-z0-9]{8,32})_([A-Za-z0-9_-]{32,128})$/;

/** API keys: who may call, for which tenant, in which role. */
@Injectable()
export class Keys {
  private readonly remembered = new Map<string, { caller: Caller | undefined; until: number }>();

  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** Whether no key was ever made. */
  async isEmpty(): Promise<boolean> {
    return (await this.store.readAll({ after: 0n, limit: 1, types: ['ApiKeyCreated'] })).events.length === 0;
  }

  /** Makes a key. It is shown here, and again only to a retry under the same idempotency key. */
  async issue(context: CommandContext, wanted: { role: Role; clientName: string; expiresAt?: string }): Promise<IssuedKey> {
    const step = await this.step(context, ['CreateApiKey', wanted]);
    const { keyId, secret } = (await this.identifiers.of(context.tenant)).apiKey(step.commandId);
    const create = new CreateApiKey(context.tenant, keyId, wanted.role, wanted.clientName, hashed(secret), wanted.expiresAt);
    const { position } = await this.runner.once(apiKey, create, step);
    return { keyId, key: `kith_${keyId}_${secret}`, position: position ?? 0n };
  }

  /** Makes the key that configuration presets, unless it is there. @throws Error when the id stands for another key */
  async preset(presented: string, context: CommandContext, role: Role): Promise<void> {
    const [, keyId = '', secret = ''] = presentedPattern.exec(presented) ?? [];
    const { state } = await this.runner.run(
      apiKey,
      new CreateApiKey(context.tenant, keyId, role, 'preset', hashed(secret)),
      await this.step(context, ['preset', keyId]),
    );
    if (state.secretHash !== hashed(secret)) throw new Error(`the preset key ${keyId} was made before with another secret`);
  }

  /** @throws Refusal `key-not-found`, also for another tenant's key */
  async revoke(context: CommandContext, keyId: string): Promise<{ position: bigint | null }> {
    if ((await this.load(keyId)).tenant !== context.tenant) refuse('key-not-found');
    const { position } = await this.runner.run(apiKey, new RevokeApiKey(context.tenant, keyId), await this.step(context, ['RevokeApiKey', keyId]));
    this.remembered.clear();
    return { position: position ?? null };
  }

  /** Who presents this key; undefined for one that is wrong, unknown, revoked or expired. */
  async authenticate(presented: string): Promise<Caller | undefined> {
    const known = this.recall(presented);
    if (known) return known.caller;
    const now = this.clock.now();
    const caller = await this.lookUp(presented, now);
    if (this.remembered.size >= maxRemembered) this.remembered.clear();
    this.remembered.set(hash('sha256', presented), { caller, until: now + believedMs });
    return caller;
  }

  /** What {@link authenticate} found a moment ago, at once; undefined when it must look. */
  recall(presented: string): { readonly caller: Caller | undefined } | undefined {
    const known = this.remembered.get(hash('sha256', presented));
    return known && known.until > this.clock.now() ? known : undefined;
  }

  private async lookUp(presented: string, now: number): Promise<Caller | undefined> {
    const [, keyId, secret] = presentedPattern.exec(presented) ?? [];
    if (keyId === undefined || secret === undefined) return undefined;
    const { key, tenant } = await this.load(keyId);
    const { status, secretHash, role, clientName, expiresAt } = key.state;
    if (status !== 'active' || !secretHash || !role || !clientName || !tenant) return undefined;
    if (!timingSafeEqual(Buffer.from(hashed(secret)), Buffer.from(secretHash))) return undefined;
    if (expiresAt !== undefined && Date.parse(expiresAt) <= now) return undefined;
    return { keyId, tenant, role, clientName };
  }

  /** The key, and the tenant that its first event names: the stream's name holds none. */
  private async load(keyId: string): Promise<{ key: Loaded<ApiKey>; tenant: string | undefined }> {
    const stream = streamOf.apiKey(keyId);
    const [first] = await this.store.readStream(stream, { limit: 1 });
    return { key: await this.runner.load(apiKey, stream), tenant: first?.metadata.tenant };
  }

  private async step(context: CommandContext, payload: unknown): Promise<StepContext> {
    return asked(await this.identifiers.of(context.tenant), context, payload, () => this.newIds.next());
  }
}

/** The companies using the engine. */
@Injectable()
export class Tenants {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /**
   * Whether the log knows the tenant.
   * @throws Error when the vault has lost its secret: a new one would give every address another digest
   */
  async exists(name: string): Promise<boolean> {
    const { state: known } = await this.runner.load(tenantDecider, streamOf.tenant(name));
    if (known && !(await this.vault.tenantSecret(name)))
      throw new Error(`the key vault has lost the secret of tenant ${name}: restore the vault that belongs to this log`);
    return known;
  }

  /** Makes the tenant of the context: first its secret, then the fact. @throws Refusal `tenant-exists` */
  async create(context: CommandContext): Promise<{ position: bigint }> {
    await this.exists(context.tenant);
    await this.vault.createTenantSecret(context.tenant);
    const step = asked(await this.identifiers.of(context.tenant), context, ['CreateTenant'], () => this.newIds.next());
    const { position } = await this.runner.once(tenantDecider, new CreateTenant(context.tenant), step);
    return { position: position ?? 0n };
  }
}

/** SHA-256, base64url. The secret has 256 random bits, so no slow hash is needed. */
const hashed = (secret: string): string => hash('sha256', secret, 'base64url');
