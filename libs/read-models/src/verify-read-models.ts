import { type Clock, type EventStore, EventStoreUpTo, type PersonalData } from '@kith/application';
import type { Kysely } from 'kysely';
import { compareTable, type TableCompared } from './compared-table';
import { type Lane, plan } from './lane';
import { nextPage } from './log-pages';
import { type ProjectionName, projectionNames, settlingOf } from './projection';
import { projections } from './projections';
import type { ReadDatabase } from './read-database';
import { build, RebuildFailed, type RebuildProgress } from './rebuild';
import { isPostgres } from './statement';
import { damageOf, TableRows } from './table-rows';
import type { TableName, Tables } from './tables';

/** What keeps tables from being compared, or is wrong with where projections stand. */
export interface ReadModelsFinding {
  readonly kind: 'other-log' | 'ahead-of-log' | 'behind' | 'not-rebuilt';
  /** Names no person. */
  readonly says: string;
}

/** What a check of the read models is doing: making what it compares with, or comparing, table after table. */
export type ReadModelsProgress =
  | ({ readonly phase: 'rebuilding' } & RebuildProgress)
  | { readonly phase: 'comparing'; readonly table: TableName; readonly done: number; readonly of: number };

export interface ReadModelsToVerify {
  readonly store: EventStore;
  readonly personalData: PersonalData;
  /** A handle of its own: an engine may go on serving with others. */
  readonly database: ReadDatabase;
  readonly clock: Clock;
  /** How long projections that stand apart are waited for until they are level, in milliseconds; half a minute when absent. */
  readonly levelWithinMs?: number;
  readonly onProgress?: (progress: ReadModelsProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a check of the read models came to. */
export interface ReadModelsVerified {
  /** Everything up to here is in what was compared. */
  readonly position: bigint;
  readonly findings: readonly ReadModelsFinding[];
  /** Every table that was compared. */
  readonly tables: readonly TableCompared[];
}

/** Whether a table is not what a rebuild makes. */
export const isDifferent = ({ serving, rebuilt, damage }: TableCompared): boolean => serving.digest !== rebuilt.digest || damage.length > 0;

const defaultLevelWithinMs = 30_000;
const lookEveryMs = 250;

/**
 * Builds all read models beside the ones that serve, brings both to one position, and compares them row by row; then throws away what it built.
 * The serving rows and their checkpoints are of one moment: they are read in one transaction, while an engine may go on writing.
 * @throws RebuildInProgress, what the databases throw, or the signal's reason
 */
export async function verifyReadModels(parts: ReadModelsToVerify): Promise<ReadModelsVerified> {
  const { database, store } = parts;
  const scratch = await database.scratch();
  try {
    // No other can be offered from here on; one may have been before.
    await database.swap(await database.offered());
    const [begin, head, reached] = [await store.begin(), await store.head(), furthest(await database.checkpoints())];
    if (reached > 0n && reached <= begin)
      return { position: reached, tables: [], findings: [{ kind: 'other-log', says: 'they were made from another log: npm run rebuild makes new ones' }] };
    const upTo = reached < head ? reached : head;
    await build(scratch, {
      ...parts,
      store: new EventStoreUpTo(store, upTo),
      onProgress: (progress) => parts.onProgress?.({ phase: 'rebuilding', ...progress }),
    });
    const rebuilt = await database.beside(scratch.name);
    try {
      return await whenLevel(parts, rebuilt, upTo);
    } finally {
      await rebuilt.close();
    }
  } catch (error) {
    if (!(error instanceof RebuildFailed)) throw error;
    const says = `no rebuild can be made to compare them with: ${error.message}`;
    return { position: 0n, tables: [], findings: [{ kind: 'not-rebuilt', says }] };
  } finally {
    await scratch.close();
  }
}

type Checkpoints = ReadonlyMap<ProjectionName, bigint>;

const furthest = (checkpoints: Checkpoints): bigint => [...checkpoints.values()].reduce((most, position) => (position > most ? position : most), 0n);

/** Projections that were stopped come after by themselves while an engine runs; what does not come in time is told, and the others are compared. */
async function whenLevel(parts: ReadModelsToVerify, rebuilt: ReadDatabase, builtUpTo: bigint): Promise<ReadModelsVerified> {
  let at = builtUpTo;
  for (const end = performance.now() + (parts.levelWithinMs ?? defaultLevelWithinMs); ; ) {
    const verified = await inOneMoment(parts.database.kysely, async (db) => {
      const checkpoints = await checkpointsIn(db);
      const position = furthest(checkpoints);
      const behind = projectionNames.filter((name) => (checkpoints.get(name) ?? 0n) < position);
      if (behind.length > 0 && performance.now() < end) return undefined;
      at = await bringUpTo(rebuilt, at, position, parts);
      const findings = behind.map((name): ReadModelsFinding => ({ kind: 'behind', says: behindAt(name, checkpoints.get(name) ?? 0n, position) }));
      if (at < position)
        findings.push({ kind: 'ahead-of-log', says: `they hold events up to position ${position}, and the log ends at ${at}: its end was lost` });
      return { position, findings, tables: await compareAll(parts, db, rebuilt.kysely, behind) };
    });
    if (verified) return verified;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    parts.signal?.throwIfAborted();
  }
}

const behindAt = (name: ProjectionName, position: bigint, others: bigint): string =>
  `${name} stands at position ${position} and the others at ${others}: npm run projections tells why; its tables were not compared`;

/** Everything that `read` reads is of the moment of its first look. */
function inOneMoment<T>(db: Kysely<Tables>, read: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  // In SQLite every transaction that only reads is of one moment.
  const transaction = isPostgres(db) ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only') : db.transaction();
  return transaction.execute(read);
}

async function checkpointsIn(db: Kysely<Tables>): Promise<Checkpoints> {
  const rows = await db.selectFrom('checkpoint').selectAll().execute();
  return new Map(rows.map(({ name, position }) => [name as ProjectionName, BigInt(position)]));
}

/** Applies what the serving ones have come to know meanwhile, as a projector does. @returns how far the log goes */
async function bringUpTo(rebuilt: ReadDatabase, from: bigint, upTo: bigint, { store, personalData, signal }: ReadModelsToVerify): Promise<bigint> {
  const log = { store: new EventStoreUpTo(store, upTo), personalData, ...(signal && { signal }) };
  for (let at = from; at < upTo; ) {
    const page = await nextPage(log, at);
    const plans = projections.map((projection) => plan({ projection, position: at, state: 'in-step', stop: undefined } satisfies Lane, page.opened, page.upTo));
    for (const { failure } of plans) if (failure) throw new RebuildFailed(failure.stored, failure.error);
    const moves = plans.map(({ move }) => move).filter((move) => move.to > move.from);
    await rebuilt.apply(
      plans.flatMap(({ lane, statements }) => [...statements, ...settlingOf(lane.projection, statements)]),
      moves,
    );
    if (page.atHead && page.upTo < upTo && page.opened.length === 0) return at;
    at = page.upTo;
  }
  return upTo;
}

async function compareAll(
  { onProgress, signal }: ReadModelsToVerify,
  serving: Kysely<Tables>,
  rebuilt: Kysely<Tables>,
  without: readonly ProjectionName[],
): Promise<readonly TableCompared[]> {
  const all = projections.filter(({ name }) => !without.includes(name)).flatMap(({ name, tables }) => tables.map((table) => ({ projection: name, table })));
  const compared: TableCompared[] = [];
  for (const { projection, table } of all) {
    signal?.throwIfAborted();
    onProgress?.({ phase: 'comparing', table, done: compared.length, of: all.length });
    const rows = await compareTable(await TableRows.of(serving, table, signal), await TableRows.of(rebuilt, table, signal));
    compared.push({ table, projection, ...rows, damage: await damageOf(serving, table) });
  }
  return compared;
}
