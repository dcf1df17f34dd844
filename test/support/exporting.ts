import { SqliteReadDatabase } from '@kith/adapters';
import { AccessExports, type ExportedContactPoint, type ExportedFact, type ExportedProfile, Recipients, WebhookRegistry } from '@kith/application';
import { ProjectedPersonRecords, ProjectedStreamDirectory } from '@kith/read-models';
import { accessExportJson } from '../../apps/engine/src/http/v1/access-export-json';
import { accessExportPage } from '../../apps/engine/src/http/v1/access-export-page';
import { project } from '../read-models/projected';
import type { InMemoryEngine } from './in-memory-engine';

/** What specs look at in an export. */
export interface ReadExport {
  readonly [member: string]: unknown;
  readonly canonicalId: string;
  readonly person: Readonly<Record<string, unknown>>;
  readonly profiles: readonly ExportedProfile[];
  readonly contactPoints: readonly ExportedContactPoint[];
  readonly facts: readonly ExportedFact[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Makes exports of what an engine in memory has, on read models of its own. */
export class Exporting {
  readonly exports: AccessExports;

  private constructor(
    private readonly engine: InMemoryEngine,
    readonly database: SqliteReadDatabase,
  ) {
    const { store, personal, clock, settings } = engine;
    const records = new ProjectedPersonRecords(database, settings);
    const recipients = new Recipients(store, personal, new WebhookRegistry(store, personal), clock);
    this.exports = new AccessExports(store, personal, new ProjectedStreamDirectory(database), records, recipients, clock);
  }

  static async of(engine: InMemoryEngine): Promise<Exporting> {
    return new Exporting(engine, await SqliteReadDatabase.temporary());
  }

  /** Brings the read models to the end of the log. */
  async settle(): Promise<void> {
    await project({ store: this.engine.store, personalData: this.engine.personal }, this.database);
  }

  async json(id: string): Promise<string> {
    await this.settle();
    return joined(accessExportJson(await this.exports.of('acme', id)));
  }

  async page(id: string): Promise<string> {
    await this.settle();
    return joined(accessExportPage(await this.exports.of('acme', id)));
  }

  async read(id: string): Promise<ReadExport> {
    return JSON.parse(await this.json(id)) as ReadExport;
  }
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
