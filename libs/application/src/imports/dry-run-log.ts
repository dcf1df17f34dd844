import { createHmac, randomBytes } from 'node:crypto';
import { type Append, type Appended, EventStore, type NewEvent, type Page, type ReadAll, type StoredEvent, WrongExpectedRevision } from '../event-store';
import { type DataKey, KeyVault } from '../key-vault';
import { RecentlyUsed } from '../recently-used';
import { EventStoreUpTo } from '../replay/event-store-up-to';

/** A log for a while. */
export interface ScratchLog {
  readonly store: EventStore;
  /** It is gone then. */
  close(): Promise<void>;
}

/** Logs for a while, which nobody else reads. */
export abstract class ScratchLogs {
  abstract open(): Promise<ScratchLog>;
}

/** Streams of the log whose length is kept: the log is looked at as it was, so they do not grow. */
const maxLengths = 20_000;

/**
 * A log as it was at a position, and what a dry run would have appended to it since, which lies elsewhere and goes with it. So a dry run is
 * decided as the import would be, and the log holds nothing of it.
 */
export class DryRunLog extends EventStore {
  private readonly past: EventStoreUpTo;
  private readonly lengths = new RecentlyUsed<number>(maxLengths);

  /** @param upTo position of the last event that the dry run sees */
  constructor(
    log: EventStore,
    private readonly upTo: bigint,
    private readonly scratch: EventStore,
  ) {
    super();
    this.past = new EventStoreUpTo(log, upTo);
  }

  override async readStream(
    stream: string,
    { from = 0, limit = Number.MAX_SAFE_INTEGER }: { from?: number; limit?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    const length = await this.lengthOf(stream);
    const before = from < length ? await this.past.readStream(stream, { from, limit }) : [];
    if (before.length >= limit) return before;
    const since = await this.scratch.readStream(stream, { from: Math.max(0, from - length), limit: limit - before.length });
    return [...before, ...since.map((event) => ({ ...event, revision: event.revision + length, position: event.position + this.upTo }))];
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.appendInOrder([{ stream, expected, events }]);
  }

  override async appendInOrder(appends: readonly Append[]): Promise<Appended> {
    const since: Append[] = [];
    for (const { stream, expected, events } of appends) {
      const length = await this.lengthOf(stream);
      if (expected < length - 1) throw new WrongExpectedRevision(stream, expected, length - 1);
      since.push({ stream, expected: expected - length, events });
    }
    try {
      const { revision, position } = await this.scratch.appendInOrder(since);
      return { revision: revision + (await this.lengthOf(since.at(-1)?.stream ?? '')), position: position + this.upTo };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      const length = await this.lengthOf(error.stream);
      throw new WrongExpectedRevision(error.stream, error.expected + length, error.actual + length);
    }
  }

  /** What the dry run appends has no place in the order of all events. */
  override readAll(options: ReadAll): Promise<Page> {
    return this.past.readAll(options);
  }

  override subscribe(options: ReadAll & { signal: AbortSignal }): AsyncIterable<Page> {
    return this.past.subscribe(options);
  }

  override async head(): Promise<bigint> {
    return this.upTo + (await this.scratch.head());
  }

  override async close(): Promise<void> {
    // Neither log is its own.
  }

  private async lengthOf(stream: string): Promise<number> {
    const known = this.lengths.get(stream);
    if (known !== undefined) return known;
    const { length } = await this.past.readStream(stream);
    this.lengths.set(stream, length);
    return length;
  }
}

/** What keys of a dry run are called: no vault calls one so. */
const ownKey = 'dry-run-';

/** The vault, but that keys of new persons come from a secret of this run alone: nobody can read what it wrote once it is over. */
export class DryRunVault extends KeyVault {
  private readonly secret = randomBytes(32);
  private count = 0;

  constructor(private readonly vault: KeyVault) {
    super();
  }

  override async lease(): Promise<DataKey> {
    this.count += 1;
    return this.own(`${ownKey}${this.count}`);
  }

  override async find(keyId: string): Promise<DataKey | undefined> {
    return keyId.startsWith(ownKey) ? this.own(keyId) : this.vault.find(keyId);
  }

  override tenantSecret(tenant: string): Promise<Buffer | undefined> {
    return this.vault.tenantSecret(tenant);
  }

  override destroy(): Promise<void> {
    throw new Error('a dry run destroys no keys');
  }

  override createTenantSecret(): Promise<Buffer> {
    throw new Error('a dry run makes no tenants');
  }

  override async close(): Promise<void> {
    // The vault stays open: it is not the dry run's.
  }

  /** 64 bytes. */
  private own(id: string): DataKey {
    return { id, secret: createHmac('sha512', this.secret).update(id).digest() };
  }
}
