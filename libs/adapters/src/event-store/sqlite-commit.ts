import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { sqliteCode, sqliteReason } from '../sqlite-error';
import { beforeFirst, beginOf } from './begin';
import { blockSize, openForWriting, streamKey } from './sqlite-file';
import type { Outcome, WrittenAppend } from './sqlite-protocol';

type OneAppend = Omit<WrittenAppend, 'id' | 'then'>;

/** SQLITE_FULL, and SQLITE_IOERR_WRITE: writing a frame of the write-ahead log failed. The frame that commits is the last one written. */
const nothingCommitted = new Set([13, 778]);

/** Stores groups of appends, each group in one durable transaction. Synchronous: it lives in the writer thread. */
export class GroupCommit {
  /** Position of the last event known to be committed. */
  head = 0;
  private connection?: Connection;

  constructor(private readonly folder: string) {}

  /** One outcome for each append, in their order. Never throws: what fails is an outcome, and the next group starts afresh. */
  commit(appends: readonly WrittenAppend[]): readonly Outcome[] {
    let committing = false;
    try {
      const connection = this.open();
      const transaction = connection.begin();
      const outcomes = appends.map((append) => transaction.storeInOrder(append));
      committing = true;
      connection.commit();
      this.head = transaction.position;
      return outcomes;
    } catch (error) {
      this.letGo();
      const reason = sqliteReason(error);
      const ended = committing && !nothingCommitted.has(sqliteCode(error) ?? -1) ? 'unknown' : 'unavailable';
      return appends.map(() => ({ ended, reason }));
    }
  }

  /** Opens the file ahead of the first group, so that `head` is known; a failure is met again, and told, by that group. */
  prepare(): void {
    try {
      this.head = this.open().head();
    } catch {
      this.letGo();
    }
  }

  /** Moves everything from the write-ahead log into the file itself, as far as readers allow, and closes it. */
  close(): void {
    try {
      this.connection?.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // The write-ahead log is durable as it is; the next start moves it.
    }
    this.letGo();
  }

  private open(): Connection {
    this.connection ??= new Connection(openForWriting(this.folder));
    return this.connection;
  }

  /** Closing rolls back. After a fault a fresh connection is the one state that is surely good. */
  private letGo(): void {
    try {
      this.connection?.database.close();
    } catch {
      // It was broken; it is dropped either way.
    }
    this.connection = undefined;
  }
}

/** The writer's open file with its prepared statements. */
class Connection {
  private readonly begun: StatementSync;
  private readonly committed: StatementSync;
  private readonly last: StatementSync;
  readonly insert: StatementSync;
  readonly lastRevision: StatementSync;
  readonly stretch: StatementSync;
  readonly markBlock: StatementSync;
  /** Types already marked in the block being written. */
  readonly marked = new Set<string>();
  block = -1;

  constructor(readonly database: DatabaseSync) {
    this.begun = database.prepare('BEGIN IMMEDIATE');
    this.committed = database.prepare('COMMIT');
    this.last = database.prepare('SELECT max(position) AS position FROM event');
    this.insert = database.prepare(
      'INSERT INTO event (position, stream_key, revision, type, stream, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stream_key, revision) DO NOTHING',
    );
    this.lastRevision = database.prepare('SELECT revision FROM event WHERE stream_key = ? ORDER BY revision DESC LIMIT 1');
    this.stretch = database.prepare('SELECT position, metadata FROM event WHERE stream_key = ? AND revision BETWEEN ? AND ? ORDER BY revision');
    this.markBlock = database.prepare('INSERT INTO event_type_block (type, block) VALUES (?, ?) ON CONFLICT DO NOTHING');
  }

  head(): number {
    return Number(this.last.get()?.position ?? 0);
  }

  begin(): Transaction {
    this.begun.run();
    return new Transaction(this, this.head());
  }

  commit(): void {
    this.committed.run();
  }
}

/** One group being stored; positions go on from the last committed one, so a group that fails leaves no gap. */
class Transaction {
  constructor(
    private readonly connection: Connection,
    public position: number,
  ) {}

  storeInOrder(append: WrittenAppend): Outcome {
    let outcome = this.store(append);
    for (const next of append.then ?? []) {
      if (outcome.ended !== 'stored') break;
      outcome = this.store(next);
    }
    return outcome;
  }

  private store(append: OneAppend): Outcome {
    const key = streamKey(append.stream);
    // A new stream needs no look: the unique index refuses its first event when there is one already.
    if (append.expected >= 0 && this.revisionOf(key) !== append.expected) return this.whyNot(append, key);
    const count = append.events.length / 3;
    if (this.position === 0) this.position = beforeFirstOf(append);
    for (let i = 0; i < count; i++) {
      const [type, data, metadata] = append.events.slice(i * 3, i * 3 + 3) as [string, string, string];
      const { changes } = this.connection.insert.run(this.position + 1, key, append.expected + 1 + i, type, append.stream, data, metadata);
      if (changes === 0) return this.whyNot(append, key);
      this.position += 1;
      this.mark(type);
    }
    return { ended: 'stored', revision: append.expected + count, position: this.position };
  }

  /** The stream is elsewhere, unless the very same events lie there already: then this is a repetition and has its first answer. */
  private whyNot({ stream, expected, events }: OneAppend, key: Uint8Array): Outcome {
    const count = events.length / 3;
    const there = this.connection.stretch.all(key, expected + 1, expected + count);
    const same = there.length === count && there.every((row, i) => eventId(row.metadata) === eventId(events[i * 3 + 2]));
    if (same) return { ended: 'stored', revision: expected + count, position: Number(there[count - 1]?.position) };
    return { ended: 'elsewhere', stream, expected, actual: this.revisionOf(key) };
  }

  private revisionOf(key: Uint8Array): number {
    return Number(this.connection.lastRevision.get(key)?.revision ?? -1);
  }

  private mark(type: string): void {
    const block = Math.floor(this.position / blockSize);
    if (block !== this.connection.block) this.connection.marked.clear();
    this.connection.block = block;
    if (this.connection.marked.has(type)) return;
    this.connection.markBlock.run(type, block);
    this.connection.marked.add(type);
  }
}

/** The position that the first event of a log follows, when this is it. */
function beforeFirstOf({ events }: OneAppend): number {
  return Number(beforeFirst(beginOf({ metadata: JSON.parse(String(events[2])) })));
}

function eventId(metadata: unknown): unknown {
  return JSON.parse(String(metadata)).eventId;
}
