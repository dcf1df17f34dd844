import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BackupTaken, openDataFolder, openMasterKey, SqliteEventStore, SqliteKeyVault, takeBackup } from '@kith/adapters';
import { SystemClock, TimeOrderedIds } from '@kith/application';
import { type Config, loadConfig } from '@kith/config';
import { CreateEndUser, EraseEndUser, type GivenPoint, streamOf } from '@kith/domain';
import { type Restored, type RestoreWanted, restoreTo } from '../../apps/engine/src/parts/restore-places';
import { asking, type InMemoryEngine, inMemoryEngine } from './in-memory-engine';

/** A data folder with people in it, their backups, and what is restored from those. */
export class BackedUpDesk {
  private readonly root = mkdtempSync(join(tmpdir(), 'kith-backup-'));
  private readonly names = new Map<string, string>();
  private count = 0;
  private constructor(
    readonly folder: string,
    readonly store: SqliteEventStore,
    readonly vault: SqliteKeyVault,
    readonly engine: InMemoryEngine,
  ) {}

  static async open(): Promise<BackedUpDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'kith-data-'));
    const [store, vault] = [SqliteEventStore.open(folder), new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key })];
    const engine = await inMemoryEngine({ store, vault, clock: new SystemClock(), newIds: new TimeOrderedIds() });
    await engine.tenants.create(asking({ tenant: 'acme' }));
    return new BackedUpDesk(folder, store, vault, engine);
  }

  /** Somebody whose name is told by {@link named}. */
  create = async (...points: GivenPoint[]): Promise<string> => {
    const name = `name ${this.count++}`;
    const { endUserId } = await this.engine.create.execute(new CreateEndUser(asking(), 'api', { name }, points));
    this.names.set(endUserId, name);
    return endUserId;
  };
  named = (id: string): string => this.names.get(id) as string;
  erase = (id: string, scope: 'profile' | 'person' = 'person') => this.engine.erase.execute(new EraseEndUser(asking(), id, scope));

  /** A place that does not exist yet. */
  place = (): string => join(this.root, `place-${this.count++}`);

  backUp = (more: Partial<Parameters<typeof takeBackup>[0]> = {}): Promise<BackupTaken> =>
    takeBackup({ folder: this.folder, to: this.place(), readModels: false, now: Date.now, ...more });

  /** Into a new data folder, whose master key is that of this one. */
  restore = async (from: string, more: Partial<RestoreWanted> = {}): Promise<Restored & { readonly folder: string }> => {
    const folder = this.place();
    return { ...(await this.restoreInto(folder, from, more)), folder };
  };
  restoreInto = (folder: string, from: string, more: Partial<RestoreWanted> = {}): Promise<Restored> => {
    const masterKeyFrom = join(this.folder, 'master.key');
    return restoreTo(this.config(folder), { from, masterKeyFrom, erasuresFrom: [], acceptFindings: false, ...more });
  };

  /** Makes the manifest of a part fit its files, as if they had been backed up as they are. */
  describeAnew(part: string, more: object = {}): void {
    const path = join(part, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: { name: string }[] };
    const files = manifest.files.map(({ name }) => {
      const bytes = readFileSync(join(part, name));
      return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
    writeFileSync(path, JSON.stringify({ ...manifest, files, ...more }));
  }

  config = (folder: string): Config => loadConfig({ env: { KITH_DATA: folder }, argv: [], cwd: this.root });

  /** Looks into a data folder as an engine that starts on it would. */
  async inside<T>(folder: string, look: (engine: InMemoryEngine) => Promise<T>): Promise<T> {
    const held = openDataFolder(folder);
    const [store, vault] = [SqliteEventStore.openReadOnly(folder), new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key })];
    try {
      return await look(await inMemoryEngine({ store, vault, clock: new SystemClock(), newIds: new TimeOrderedIds(), ready: true }));
    } finally {
      await store.close();
      await vault.close();
      held.release();
    }
  }

  /** Names of people; undefined of those who are erased, or not there. */
  namesIn = (folder: string, ids: readonly string[]): Promise<readonly unknown[]> =>
    this.inside(folder, async ({ store, personal }) => {
      const created = await Promise.all(ids.map((id) => store.readStream(streamOf.endUser('acme', id), { limit: 1 })));
      return Promise.all(created.map(async ([first]) => first && ((await personal.open(first)).data as { name?: unknown }).name));
    });
  nameIn = async (folder: string, id: string): Promise<unknown> => (await this.namesIn(folder, [id]))[0];

  statusIn = (folder: string, id: string): Promise<string> => this.inside(folder, async ({ creations }) => (await creations.endUser('acme', id)).state.status);

  close = async (): Promise<void> => {
    await this.store.close();
    await this.vault.close();
    for (const folder of [this.folder, this.root]) rmSync(folder, { recursive: true, force: true });
  };
}
