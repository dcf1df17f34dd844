import type { Migration, MigrationProvider } from 'kysely/migration';
import { everythingAnew } from './everything';

/** Every version that the tables have had. A database of an older one is emptied; what the older ones were is of no interest any more. */
const versions = ['0001-first', '0002-search', '0003-merges', '0004-organizations', '0005-erasure', '0006-imports'];

/** Every step from an empty read database to today's. */
export class ReadModelMigrations implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    return Object.fromEntries(versions.map((name, i) => [name, { up: i === versions.length - 1 ? everythingAnew : async () => {} }]));
  }
}

/** Counts the versions: databases of different ones lie side by side where several engines share a server. */
export const readModelsVersion = versions.length;

export { createEverything, createReadIndexes, dropReadIndexes, passingTables } from './everything';
