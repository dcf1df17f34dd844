import type { Statement, Template, Value } from '@kith/read-models';
import type { Access } from './postgres-footprint';

type AnyTemplate = Template<never, unknown>;

/** Statements of one template that can be done at once. */
export interface Run {
  readonly template: AnyTemplate;
  readonly statements: Statement[];
}

/** The latest steps in which rows were touched, 0 for never, and by which template rows were inserted last. */
interface Touched {
  read: number;
  add: number;
  insert: number;
  inserter: AnyTemplate | undefined;
  write: number;
}
const untouched = (): Touched => ({ read: 0, add: 0, insert: 0, inserter: undefined, write: 0 });

/** What was done with one table so far: with all of it, with any of it, and with rows that something tells from all others. */
interface TableTouched {
  readonly whole: Touched;
  readonly any: Touched;
  readonly apart: Map<Value, Touched>;
}

/**
 * Puts statements of one template together, as far as the outcome stays that of one after the other: each is done in the earliest step
 * after all that it has to come after. Two statements can change places when no row that one of them writes is touched by the other.
 * Inserts of one template may share a step, because a run keeps their order.
 */
export function inRuns(statements: readonly Statement[], footprintOf: (template: AnyTemplate) => readonly Access[]): readonly Run[] {
  const tables = new Map<string, TableTouched>();
  const steps: Map<AnyTemplate, Run>[] = [];
  for (const statement of statements) {
    const { template, values } = statement;
    if (template.postgres?.nothing) continue;
    const accesses = footprintOf(template).map(({ table, mode, apart }) => ({
      mode,
      touched: touchedIn(tables, table),
      key: apart === undefined ? undefined : values[apart],
    }));
    let step = 1;
    for (const { mode, touched, key } of accesses) {
      if (key === undefined) step = Math.max(step, earliest(touched.any, mode, template));
      else step = Math.max(step, earliest(touched.whole, mode, template), earliest(touched.apart.get(key), mode, template));
    }
    for (const { mode, touched, key } of accesses) {
      touch(touched.any, mode, template, step);
      if (key === undefined) touch(touched.whole, mode, template, step);
      else touch(of(touched.apart, key), mode, template, step);
    }
    steps[step] ??= new Map();
    const run = steps[step]?.get(template);
    if (run) run.statements.push(statement);
    else steps[step]?.set(template, { template, statements: [statement] });
  }
  return steps.flatMap((runs) => [...runs.values()]);
}

function touchedIn(tables: Map<string, TableTouched>, name: string): TableTouched {
  let table = tables.get(name);
  if (!table) {
    table = { whole: untouched(), any: untouched(), apart: new Map() };
    tables.set(name, table);
  }
  return table;
}

function of(apart: Map<Value, Touched>, key: Value): Touched {
  let touched = apart.get(key);
  if (!touched) {
    touched = untouched();
    apart.set(key, touched);
  }
  return touched;
}

/** The first step in which it comes after what it must come after. */
function earliest(before: Touched | undefined, mode: Access['mode'], template: AnyTemplate): number {
  if (!before) return 1;
  const { read, add, insert, inserter, write } = before;
  if (mode === 'read') return Math.max(add, insert, write) + 1;
  if (mode === 'write') return Math.max(read, add, insert, write) + 1;
  if (mode === 'add') return Math.max(Math.max(read, insert, write) + 1, add);
  return Math.max(Math.max(read, add, write) + 1, inserter === template ? insert : insert + 1);
}

function touch(touched: Touched, mode: Access['mode'], template: AnyTemplate, step: number): void {
  if (mode === 'insert') touched.inserter = template;
  touched[mode] = Math.max(touched[mode], step);
}
