import { type PassingDatabase, PassingDatabases, type Prepared, type Statement, type Template, type Value } from '@kith/read-models';
import { SqliteFile } from './sqlite-file';

/** So many are kept to be used again: making tables takes much longer than what is done with them. */
const mostIdle = 2;

/** Databases of SQLite in memory: nothing of a person is ever written to a disk. */
export class SqlitePassingDatabases extends PassingDatabases {
  private readonly idle: SqliteFile[] = [];

  override async make(): Promise<PassingDatabase> {
    const file = this.idle.pop() ?? (await empty());
    return new SqlitePassingDatabase(file, () => {
      if (this.idle.length < mostIdle) this.idle.push(file);
      else file.close();
    });
  }
}

async function empty(): Promise<SqliteFile> {
  const file = new SqliteFile(':memory:', []);
  await file.migrate();
  return file;
}

/** One transaction that is never committed: with its end, what was written is gone. */
class SqlitePassingDatabase implements PassingDatabase {
  constructor(
    private readonly file: SqliteFile,
    private readonly giveBack: () => void,
  ) {
    file.begin();
  }

  prepare<P, Row>(template: Template<P, Row>): Prepared<P, Row> {
    const prepared = this.file.prepare(template as Template<never, unknown>);
    return (values) => prepared.all<Row>(values as Readonly<Record<string, Value>>);
  }

  write(statements: readonly Statement[]): void {
    this.file.run(statements);
  }

  close(): void {
    this.file.exec('ROLLBACK');
    this.giveBack();
  }
}
