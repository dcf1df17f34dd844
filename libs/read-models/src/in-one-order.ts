import { type QueryCreator, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from './tables';

/** Where something stands in a list of what happened: its business time and its position in the log. */
export interface AtPlace {
  readonly at: string;
  readonly position: number;
}

type Arm<TB extends keyof Tables, Row extends AtPlace> = SelectQueryBuilder<Tables, TB, Row>;

const [at, position] = [sql.ref<string>('at'), sql.ref<number>('position')];

/**
 * Rows of several reads as one, the latest first: each read is in the order of an index already, and of each only one row is read that is
 * not taken. For SQLite, which merges reads that it is asked to sort together.
 */
export const inOneOrder = <TB extends keyof Tables, Row extends AtPlace>([first, ...others]: readonly Arm<TB, Row>[]) =>
  (others.length === 0 ? (first as Arm<TB, Row>) : (first as Arm<TB, Row>).unionAll(others)).orderBy(at, 'desc').orderBy(position, 'desc');

/** The same for PostgreSQL, which merges what it is told to sort, one by one and as a whole. */
export function inOneOrderInPostgres<TB extends keyof Tables, Row extends AtPlace>(db: QueryCreator<Tables>, arms: readonly Arm<TB, Row>[]) {
  if (arms.length === 1) return inOneOrder(arms);
  const sorted = arms.map((arm) => db.selectFrom(inOneOrder([arm]).as('one')).selectAll()) as unknown as readonly Arm<TB, Row>[];
  const [first, ...others] = sorted;
  const all = (first as Arm<TB, Row>).unionAll(others).as('each_one');
  return db.selectFrom(all).selectAll().orderBy(at, 'desc').orderBy(position, 'desc') as unknown as Arm<TB, Row>;
}

/** Compares places, the latest first. */
export const latestFirst = (one: AtPlace, other: AtPlace): number => (one.at === other.at ? other.position - one.position : one.at < other.at ? 1 : -1);
