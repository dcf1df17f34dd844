import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DataKey, KeyVaultUnavailable } from '@kith/application';
import { batchAfter, largestBatch, smallestBatch } from './batch';
import { type Draft, draftKeys } from './draft-keys';
import { translated, type Vault } from './postgres-vault';

/** Keys made between two turns of the event loop: about 0.3 ms of work. */
const slice = 32;
/** How long after a failure the next try is made, in milliseconds. */
const pause = 100;

interface Waiting {
  readonly resolve: (key: DataKey) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Keys of this process alone, durable before anybody asks: made in batches, one statement each, the next one as soon as half of the
 * last is used. What is left over when the process ends stays in the vault and is never given to anyone.
 */
export class PostgresMadeAheadKeys {
  private readonly ready: DataKey[] = [];
  private waiting: Waiting[] = [];
  private batch = smallestBatch;
  private batchMadeAt = Number.NEGATIVE_INFINITY;
  private making = false;
  private failure: { readonly error: unknown; readonly at: number } | undefined;

  constructor(private readonly vault: Vault) {}

  /** @throws KeyVaultUnavailable when the keys made ahead are used up and no more can be stored */
  async take(): Promise<DataKey> {
    if (this.vault.place.closed) throw closed();
    const key = this.ready.pop();
    if (this.ready.length * 2 <= this.batch && !this.failedJustNow) void this.make();
    if (key) return key;
    if (this.failure && this.failedJustNow && !this.making) throw this.failure.error;
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  close(): void {
    this.ready.length = 0;
    this.refuse(closed());
  }

  private get failedJustNow(): boolean {
    return this.failure !== undefined && performance.now() - this.failure.at < pause;
  }

  private async make(): Promise<void> {
    if (this.making) return;
    this.making = true;
    try {
      do await this.makeBatch();
      while (this.waiting.length > 0);
      this.failure = undefined;
    } catch (error) {
      this.failure = { error, at: performance.now() };
      this.refuse(error);
    } finally {
      this.making = false;
    }
  }

  private async makeBatch(): Promise<void> {
    const now = performance.now();
    this.batch = batchAfter(this.batch, now - this.batchMadeAt);
    this.batchMadeAt = now;
    await nextTurn(); // whoever else asks in this turn is counted
    const drafts: Draft[] = [];
    for (const count = Math.max(this.batch, Math.min(this.waiting.length, largestBatch)); drafts.length < count; await nextTurn()) {
      drafts.push(...draftKeys(this.vault.masterKey, Math.min(slice, count - drafts.length)));
    }
    await this.store(drafts);
    if (this.vault.place.closed) throw closed();
    for (const { key } of drafts) {
      const first = this.waiting.shift();
      if (first) first.resolve(key);
      else this.ready.push(key);
    }
  }

  /** Drafts that may or may not have been stored are stored again over another connection; if that fails too, nobody is given them. */
  private async store(drafts: readonly Draft[]): Promise<void> {
    const { place, masterKeyId } = this.vault;
    const text = `
      INSERT INTO kith_keys.data_key (id, master_key_id, wrapped) SELECT id, $1, wrapped FROM unnest($2::uuid[], $3::bytea[]) AS draft (id, wrapped)
      ON CONFLICT (id) DO NOTHING`;
    const values = [masterKeyId, drafts.map(({ key }) => key.id), drafts.map(({ wrapped }) => wrapped)];
    await translated(() => place.twice((pool) => pool.query({ name: 'make-keys', text, values })));
  }

  private refuse(error: unknown): void {
    const refused = this.waiting;
    this.waiting = [];
    for (const { reject } of refused) reject(error);
  }
}

const closed = () => new KeyVaultUnavailable('the key vault is closed');
