import { importsKept } from '@kith/application';
import {
  AdvanceImport,
  AttachContactPoint,
  BeginImport,
  ChangeEndUserProfile,
  ChoosePrimaryContactPoint,
  type CommandContext,
  CreateEndUser,
  CreateOrganization,
  type EndUserProfile,
  type GivenPoint,
  type ImportJob,
  type ImportKept,
  importJob,
  JoinOrganization,
  type ProfileChanges,
  ReinstateEndUser,
  RevertImport,
  SuspendEndUser,
  streamOf,
  TagEndUser,
} from '@kith/domain';
import { asking, type InMemoryEngine, step } from './in-memory-engine';
import { type RevertPorts, revertingParts } from './reverting-parts';

/** An import under way, whose commands tests send themselves as its rows would. */
export class ImportingDesk {
  private sent = 0;

  private constructor(
    readonly engine: InMemoryEngine,
    readonly importId: string,
  ) {}

  static async begun(engine: InMemoryEngine, importId = 'import-1'): Promise<ImportingDesk> {
    const file = { format: 'csv', encoding: 'utf-8', delimiter: ',', columns: [], bytes: 1, digest: '0'.repeat(64) } as const;
    await engine.runner.run(importJob, new BeginImport('acme', importId, 'upsert', false, file), step(importId), await engine.vault.lease());
    return new ImportingDesk(engine, importId);
  }

  /** An import that was begun before. */
  static on(engine: InMemoryEngine, importId: string): ImportingDesk {
    return new ImportingDesk(engine, importId);
  }

  /** In its name. */
  private as(): CommandContext {
    this.sent += 1;
    const { importId } = this;
    return asking({ actor: { kind: 'import', id: importId }, client: `import:${importId}`, idempotencyKey: String(this.sent), causationId: importId });
  }

  async create(profile: EndUserProfile, ...points: readonly GivenPoint[]): Promise<string> {
    return (await this.engine.create.execute(new CreateEndUser(this.as(), 'import', profile, points))).endUserId;
  }
  change = (id: string, changes: ProfileChanges) => this.engine.change.execute(new ChangeEndUserProfile(this.as(), id, changes));
  tag = (id: string, ...tags: readonly string[]) => this.engine.tag.execute(new TagEndUser(this.as(), id, tags));
  attach = (id: string, point: GivenPoint) => this.engine.attach.execute(new AttachContactPoint(this.as(), id, point));
  choose = (id: string, point: GivenPoint) => this.engine.choosePrimary.execute(new ChoosePrimaryContactPoint(this.as(), id, point));
  suspend = (id: string) => this.engine.suspend.execute(new SuspendEndUser(this.as(), id));
  reinstate = (id: string) => this.engine.reinstate.execute(new ReinstateEndUser(this.as(), id));
  join = (id: string, organizationId: string) => this.engine.join.execute(new JoinOrganization(this.as(), id, organizationId, false, 'import'));
  async createOrganization(name: string): Promise<string> {
    return (await this.engine.createOrganization.execute(new CreateOrganization(this.as(), 'import', { name }))).organizationId;
  }

  async end(): Promise<void> {
    const none = { rows: 0, created: 0, changed: 0, unchanged: 0, refused: 0, organizations: 0 };
    await this.engine.runner.run(importJob, new AdvanceImport('acme', this.importId, 0, none, [], 1, true), step(`${this.importId}-end`));
  }

  /** Asks for the undoing. */
  askBack(ports?: RevertPorts) {
    return revertingParts(this.engine, ports).revert.execute(new RevertImport(asking(), this.importId));
  }

  /** Undoes it to its end. */
  async takeBack(ports?: RevertPorts): Promise<ImportKept[]> {
    await this.askBack(ports);
    const { work } = revertingParts(this.engine, ports);
    while ((await work.advance('acme', this.importId)) === 'more');
    return this.kept();
  }

  async kept(): Promise<ImportKept[]> {
    const all: ImportKept[] = [];
    for await (const one of importsKept(this.engine.store, 'acme', this.importId)) all.push(one);
    return all;
  }

  async job(): Promise<ImportJob> {
    return (await this.engine.runner.load(importJob, streamOf.import('acme', this.importId))).state;
  }
}
