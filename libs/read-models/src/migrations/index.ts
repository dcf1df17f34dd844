import type { Migration, MigrationProvider } from 'kysely/migration';
import * as first from './0001-first';

const migrations: Readonly<Record<string, Migration>> = { '0001-first': first };

/** Every step from an empty read database to today's. */
export class ReadModelMigrations implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    return { ...migrations };
  }
}

export { createReadIndexes, dropReadIndexes } from './0001-first';
