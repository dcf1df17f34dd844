import type { StatementSync } from 'node:sqlite';
import { type DataKey, KeyVaultUnavailable } from '@kith/application';
import { immediate } from '../sqlite-transaction';
import { batchAfter, smallestBatch } from './batch';
import { type Draft, draftKeys } from './draft-keys';
import { translated, type VaultFile } from './vault-file';

/** Keys made between two turns of the event loop: about 0.3 ms of work. */
const slice = 32;
/** How long after a failure the next try is made, in milliseconds. */
const pause = 100;

/**
 * Keys of this process alone, durable before anybody asks: made in batches, one transaction each, the next one between other work
 * as soon as half of the last is used. What is left over when the process ends stays in the vault and is never given to anyone.
 */
export class MadeAheadKeys {
  private readonly ready: DataKey[] = [];
  private drafts: Draft[] = [];
  private batch = smallestBatch;
  private batchMadeAt = Number.NEGATIVE_INFINITY;
  private making = false;
  private closed = false;
  private failure: { readonly error: unknown; readonly at: number } | undefined;
  private readonly insert: StatementSync;

  constructor(private readonly file: VaultFile) {
    this.insert = file.db.prepare('INSERT INTO data_key (id, master_key_id, wrapped) VALUES (?, ?, ?)');
  }

  /** @throws KeyVaultUnavailable when the keys made ahead are used up and no more can be stored */
  take(): DataKey {
    if (this.ready.length === 0) this.makeNow();
    const key = this.ready.pop();
    if (!key) throw new KeyVaultUnavailable('the key vault is closed');
    if (this.ready.length * 2 <= this.batch) this.makeAhead();
    return key;
  }

  close(): void {
    this.closed = true;
    this.ready.length = 0;
    this.drafts = [];
  }

  private makeNow(): void {
    if (this.closed) return;
    if (this.failure && performance.now() - this.failure.at < pause) throw this.failure.error;
    if (this.drafts.length === 0) this.draft(Math.min(slice, this.batch));
    this.store();
  }

  private makeAhead(): void {
    if (this.making) return;
    if (this.failure && performance.now() - this.failure.at < pause) return;
    this.making = true;
    const now = performance.now();
    this.batch = batchAfter(this.batch, now - this.batchMadeAt);
    this.batchMadeAt = now;
    setImmediate(() => this.makeSlice());
  }

  private makeSlice(): void {
    if (this.closed) return;
    this.draft(Math.min(slice, this.batch - this.drafts.length));
    if (this.drafts.length < this.batch) {
      setImmediate(() => this.makeSlice());
      return;
    }
    this.making = false;
    try {
      this.store();
    } catch {
      // kept in `failure`; whoever finds no key left makes the next try and hears of it
    }
  }

  private draft(count: number): void {
    this.drafts.push(...draftKeys(this.file.masterKey, count));
  }

  /** Drafts whose commit failed are dropped: whether they reached the disk is not known. */
  private store(): void {
    const drafts = this.drafts;
    this.drafts = [];
    try {
      translated(() =>
        immediate(this.file.db, () => {
          for (const { key, wrapped } of drafts) this.insert.run(key.id, this.file.masterKeyId, wrapped);
        }),
      );
    } catch (error) {
      this.failure = { error, at: performance.now() };
      throw error;
    }
    this.failure = undefined;
    for (const { key } of drafts) this.ready.push(key);
  }
}
