import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { compiled, ReadModelMigrations, Slot, type Statement, type Tables, type Template, type Value } from '@kith/read-models';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { kyselyOn } from './sqlite-dialect';

type AnyTemplate = Template<never, unknown>;
type AnyValues = Readonly<Record<string, Value>>;

/** A prepared statement, and which value goes to which of its places. */
class Bound {
  private readonly names: readonly (string | undefined)[];
  private readonly constants: readonly Value[];

  constructor(
    private readonly statement: StatementSync,
    parameters: readonly (Slot | Value)[],
  ) {
    this.names = parameters.map((parameter) => (parameter instanceof Slot ? parameter.name : undefined));
    this.constants = parameters.map((parameter) => (parameter instanceof Slot ? null : parameter));
  }

  run(values: AnyValues): number {
    return Number(this.statement.run(...this.inPlace(values)).changes);
  }

  all<Row>(values: AnyValues): readonly Row[] {
    return this.statement.all(...this.inPlace(values)) as Row[];
  }

  private inPlace(values: AnyValues): Value[] {
    const { names, constants } = this;
    const placed = new Array<Value>(names.length);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      // A name that the values lack is undefined here and refused by the driver.
      placed[i] = (name === undefined ? constants[i] : values[name]) as Value;
    }
    return placed;
  }
}

/** One open database file: Kysely, and statements that are compiled and prepared once. */
export class SqliteFile {
  readonly kysely: Kysely<Tables>;
  private readonly database: DatabaseSync;
  private readonly bound = new Map<AnyTemplate, Bound>();

  /** Opens the file, or makes it. @param pragmas run first, in order @param defensive false to let them turn off what keeps the file whole in a crash */
  constructor(path: string, pragmas: readonly string[], { defensive = true } = {}) {
    this.database = new DatabaseSync(path, { defensive });
    for (const pragma of pragmas) this.database.exec(`PRAGMA ${pragma}`);
    this.kysely = kyselyOn(this.database);
  }

  /** Brings the tables up to date. @throws Error when the file is newer than this program */
  async migrate(): Promise<void> {
    const { error } = await new Migrator({ db: this.kysely, provider: new ReadModelMigrations() }).migrateToLatest();
    if (error) throw new Error('the read models cannot be brought up to date; rebuild them', { cause: error });
  }

  prepare(template: AnyTemplate): Bound {
    const known = this.bound.get(template);
    if (known) return known;
    const { sql, parameters } = compiled(this.kysely, template);
    const bound = new Bound(this.database.prepare(sql), parameters);
    this.bound.set(template, bound);
    return bound;
  }

  run(statements: readonly Statement[]): void {
    for (const { template, values } of statements) this.prepare(template).run(values);
  }

  /** All that `work` does, or nothing of it. */
  transaction(work: () => void): void {
    this.begin();
    try {
      work();
      this.commit();
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  begin(): void {
    this.database.exec('BEGIN IMMEDIATE');
  }

  commit(): void {
    this.database.exec('COMMIT');
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  /** The only value of the only row. */
  value(sql: string): unknown {
    return Object.values(this.database.prepare(sql).get() ?? {})[0];
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}
