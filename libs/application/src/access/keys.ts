import { hash, timingSafeEqual } from 'node:crypto';
import { type ApiKey, apiKey, type CommandContext, CreateApiKey, RevokeApiKey, type Role, refuse, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { Clock } from '../clock';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { before, type Loaded, Runner, type StepContext } from '../run';
import { KeyEnds } from './key-ends';
import { RememberedCallers } from './remembered-callers';

/** Who calls, as its key says. */
export interface Caller {
  readonly keyId: string;
  readonly tenant: string;
  readonly role: Role;
  readonly clientName: string;
  /** RFC 3339 UTC; absent for a key that does not expire. */
  readonly expiresAt?: string;
  /** It sees only what is of these organizations; absent for one that sees everything. */
  readonly organizations?: readonly string[];
}

/** What a new key is to be. */
export interface WantedKey {
  readonly role: Role;
  readonly clientName: string;
  readonly expiresAt?: string;
  readonly organizations?: readonly string[];
}

/** A key as it is shown, once. */
export interface IssuedKey {
  readonly keyId: string;
  /** `kith_<keyId>_<secret>`; only a hash of the secret is kept. */
  readonly key: string;
  readonly position: bigint;
}

const presentedPattern = /^kith_([a-z0-9]{8,32})_([A-Za-z0-9_-]{32,128})$/;
/** Who can make keys: a tenant without one of these needs an operator to get in again. */
const managers: ReadonlySet<Role | undefined> = new Set(['admin', 'operator']);

/** API keys: who may call, for which tenant, in which role. */
@Injectable()
export class Keys {
  private readonly remembered = new RememberedCallers<Caller>();
  private readonly ends = new KeyEnds(async (keyId) => (await this.runner.load(apiKey, streamOf.apiKey(keyId))).state.status === 'revoked');
  /**
   * Revocations come one after the other: two at once could each rely on the key that the other one takes. Two processes at
   * once still may: then an operator makes the tenant a new one.
   */
  private turn: Promise<unknown> = Promise.resolve();

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

  /**
   * Makes a key. It is shown here, and again only to a retry under the same idempotency key.
   * @throws Refusal `key-expiry-passed`, but not to a retry that comes after the expiry
   */
  async issue(context: CommandContext, wanted: WantedKey): Promise<IssuedKey> {
    const step = await this.step(context, ['CreateApiKey', wanted]);
    const { keyId, secret } = (await this.identifiers.of(context.tenant)).apiKey(step.commandId);
    const made = before((await this.load(keyId)).key, step);
    if (!made && hasPassed(wanted.expiresAt, this.clock.now()))
      refuse('key-expiry-passed', 'The time has passed already: give one that is to come, or none.', { pointer: '/expiresAt' });
    const create = new CreateApiKey(context.tenant, keyId, wanted.role, wanted.clientName, hashed(secret), wanted.expiresAt, wanted.organizations);
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

  /** Whose key it is and what it may do; undefined for an id that no key has. */
  async find(keyId: string): Promise<{ readonly tenant: string; readonly role: Role } | undefined> {
    const { key, tenant } = await this.load(keyId);
    const { role } = key.state;
    return tenant !== undefined && role !== undefined ? { tenant, role } : undefined;
  }

  /**
   * From when this resolves on, the key lets nobody in here, and what {@link onEnd} was asked for has been told; other processes
   * let it in for a second at most.
   * @param evenTheLast take also the last key that manages the tenant: for who can make it another one
   * @throws Refusal `key-not-found`, also for another tenant's key; `last-admin-key`
   */
  revoke(context: CommandContext, keyId: string, { evenTheLast = false } = {}): Promise<{ position: bigint | null }> {
    const done = this.turn.then(() => this.revokeNow(context, keyId, evenTheLast));
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async revokeNow(context: CommandContext, keyId: string, evenTheLast: boolean): Promise<{ position: bigint | null }> {
    const { key, tenant } = await this.load(keyId);
    if (tenant !== context.tenant) refuse('key-not-found');
    const step = await this.step(context, ['RevokeApiKey', keyId]);
    if (!before(key, step) && !evenTheLast && this.manages(key.state) && !(await this.anotherManages(tenant, keyId)))
      refuse('last-admin-key', 'Make another admin key first: without this one nobody could make keys for the tenant, but an operator.');
    const { position } = await this.runner.once(apiKey, new RevokeApiKey(tenant, keyId), step);
    this.remembered.forget();
    this.ends.revoked(keyId);
    return { position: position ?? null };
  }

  /** Who presents this key; undefined for one that is wrong, unknown, revoked or expired. */
  async authenticate(presented: string): Promise<Caller | undefined> {
    const known = this.recall(presented);
    if (known) return known.caller;
    const [time, era] = [this.clock.now(), this.remembered.now];
    const caller = await this.lookUp(presented, time);
    this.remembered.remember(presented, caller, { era, time, ...(caller?.expiresAt !== undefined && { expiresAt: Date.parse(caller.expiresAt) }) });
    return caller;
  }

  /** What {@link authenticate} found a moment ago, at once; undefined when it must look. */
  recall(presented: string): { readonly caller: Caller | undefined } | undefined {
    const known = this.remembered.recall(presented, this.clock.now());
    return known && { caller: known.found };
  }

  /**
   * Calls back once when the caller's key is revoked, or expires: for requests that last. A revocation in another process is
   * noticed within a few seconds.
   * @returns how to end waiting, which whoever asked must do
   */
  onEnd({ keyId, expiresAt }: Caller, ended: () => void): () => void {
    const end = expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
    return this.ends.when(keyId, () => end - this.clock.now(), ended);
  }

  private async lookUp(presented: string, now: number): Promise<Caller | undefined> {
    const [, keyId, secret] = presentedPattern.exec(presented) ?? [];
    if (keyId === undefined || secret === undefined) return undefined;
    const { key, tenant } = await this.load(keyId);
    const { status, secretHash, role, clientName, expiresAt, organizations } = key.state;
    if (status !== 'active' || !secretHash || !role || !clientName || !tenant) return undefined;
    if (!timingSafeEqual(Buffer.from(hashed(secret)), Buffer.from(secretHash))) return undefined;
    if (hasPassed(expiresAt, now)) return undefined;
    return { keyId, tenant, role, clientName, ...(expiresAt !== undefined && { expiresAt }), ...(organizations && { organizations }) };
  }

  private manages({ status, role, expiresAt }: ApiKey): boolean {
    return status === 'active' && managers.has(role) && !hasPassed(expiresAt, this.clock.now());
  }

  /** Asked of the log, because a list that lags could show a key that is revoked. */
  private async anotherManages(tenant: string, keyId: string): Promise<boolean> {
    const own = streamOf.apiKey(keyId);
    for (let after = 0n; ; ) {
      const page = await this.store.readAll({ after, limit: 500, types: ['ApiKeyCreated'] });
      for (const { stream, metadata } of page.events)
        if (metadata.tenant === tenant && stream !== own && this.manages((await this.runner.load(apiKey, stream)).state)) return true;
      if (page.atHead) return false;
      after = page.upTo;
    }
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

/** Whether the time is over, to the millisecond. */
const hasPassed = (expiresAt: string | undefined, now: number): boolean => expiresAt !== undefined && Date.parse(expiresAt) <= now;

/** SHA-256, base64url. The secret has 256 random bits, so no slow hash is needed. */
const hashed = (secret: string): string => hash('sha256', secret, 'base64url');
