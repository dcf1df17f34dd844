import type { Kysely } from 'kysely';
import type { ProjectionName } from './projection';
import type { Statement, Template } from './statement';
import type { Tables } from './tables';

/** A prepared read. On an embedded database it answers at once. */
export type Prepared<P, Row> = (values: P) => readonly Row[] | Promise<readonly Row[]>;

/** A projection's step from one position of the log to another. */
export interface CheckpointMove {
  readonly name: ProjectionName;
  /** Where it must be before; elsewhere, another projector is at work. */
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * The database of all read models: holds nothing that the log does not, so it can be thrown away and built anew.
 * One handle for each thread; several databases may lie side by side, of which one is offered to readers.
 */
export abstract class ReadDatabase {
  /** For reads that are not worth preparing. Belongs to the database that serves at the moment: do not keep it. */
  abstract get kysely(): Kysely<Tables>;

  /** Whether other processes may write to it: then what they have applied, and which database they offer, is only seen by looking. */
  abstract readonly shared: boolean;

  /** Name of the database that this handle reads. */
  abstract get serving(): string;

  /** Compiles a read once; it goes on working after {@link swap}. */
  abstract prepare<P, Row>(template: Template<P, Row>): Prepared<P, Row>;

  /**
   * Runs the statements and moves the checkpoints, all or nothing.
   * @throws CheckpointMoved when a checkpoint is not where its move starts; then nothing was written
   */
  abstract apply(statements: readonly Statement[], moves: readonly CheckpointMove[]): Promise<void> | void;

  /** How far each projection has come; 0n for one that has not begun. */
  abstract checkpoints(): Promise<ReadonlyMap<ProjectionName, bigint>>;

  /** Name of the database that readers should use: another one than {@link serving} once a rebuild is done. */
  abstract offered(): Promise<string>;

  /** Another database beside this one, with its own handle. */
  abstract beside(name: string): Promise<ReadDatabase>;

  /** Reads the named database from here on. */
  abstract swap(name: string): Promise<void>;

  /** Removes a database that nobody reads any more. */
  abstract remove(name: string): Promise<void>;

  /**
   * A new, empty database to build into.
   * @throws RebuildInProgress while another one is being built, by whatever process
   */
  abstract scratch(): Promise<ScratchDatabase>;

  abstract close(): Promise<void>;
}

/** A database under construction: quick to write, worth nothing after a crash, unknown to readers until offered. */
export abstract class ScratchDatabase {
  abstract get name(): string;
  abstract get kysely(): Kysely<Tables>;
  /** Runs the statements. Nothing is durable before {@link finish}. */
  abstract write(statements: readonly Statement[]): Promise<void> | void;
  /** Makes the indexes that only readers need, sets all checkpoints, checks the file and makes it durable. */
  abstract finish(position: bigint): Promise<void>;
  /** Offers the finished database to readers, durably, in one step. */
  abstract offer(): Promise<void>;
  /** Removes it, unless it was offered, and lets the next rebuild begin. */
  abstract close(): Promise<void>;
}

/** Somebody else moved the checkpoint: another projector works on the same database. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
  constructor(readonly projection: ProjectionName) {
    super(`another projector has moved ${projection}`);
  }
}

/** A database is being built already. */
export class RebuildInProgress extends Error {
  override readonly name = 'RebuildInProgress';
  constructor() {
    super('the read models are being rebuilt already');
  }
}
