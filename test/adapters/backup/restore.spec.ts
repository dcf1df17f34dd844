import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderInUse, DataFolderNotEmpty, DataFolderUnfinished, KeyVaultUnusable, openDataFolder } from '@kith/adapters';
import { MergeUsers } from '@kith/domain';
import { RestoreRefused } from '../../../apps/engine/src/parts/restore-places';
import { BackedUpDesk } from '../../support/backed-up-desk';
import { asking } from '../../support/in-memory-engine';

jest.setTimeout(60_000); // files are made durable on a disk that others use

let desk: BackedUpDesk;
beforeAll(async () => {
  desk = await BackedUpDesk.open();
});
afterAll(() => desk.close());

const restoredTo = (folder: string, from: string) => desk.restoreInto(folder, from);
const left = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !/^(lock\.sqlite|holder\.json)/.test(name)) : [];

describe('a restore', () => {
  it('goes into no folder that holds something, or that an engine holds', async () => {
    const { log } = await desk.backUp();
    const full = desk.place();
    mkdirSync(full);
    writeFileSync(join(full, 'notes.txt'), 'mine');
    await expect(restoredTo(full, log)).rejects.toThrow(DataFolderNotEmpty);
    expect(left(full)).toEqual(['notes.txt']);
    const held = openDataFolder(desk.place());
    await expect(restoredTo(held.path, log)).rejects.toThrow(DataFolderInUse);
    held.release();
    expect(left(held.path)).toEqual([]);
  });

  it('leaves nothing when the master key is another one, or none', async () => {
    const { log } = await desk.backUp();
    const folder = desk.place();
    await expect(desk.restoreInto(folder, log, { masterKeyFrom: undefined })).rejects.toThrow(KeyVaultUnusable);
    const other = desk.place();
    writeFileSync(other, `${Buffer.alloc(32, 9).toString('base64')}\n`);
    await expect(desk.restoreInto(folder, log, { masterKeyFrom: other })).rejects.toThrow('is not the one');
    expect(left(folder)).toEqual([]);
    await restoredTo(folder, log);
  });

  it('takes the master key from the backup when it is there', async () => {
    const id = await desk.create();
    const { log } = await desk.backUp({ masterKey: Buffer.from(readFileSync(join(desk.folder, 'master.key'), 'utf8'), 'base64') });
    const { folder } = await desk.restore(log, { masterKeyFrom: undefined });
    expect(await desk.nameIn(folder, id)).toBe(desk.named(id));
  });

  it('lets no engine start on what one that was killed left, and begins anew there', async () => {
    const id = await desk.create();
    const { log } = await desk.backUp();
    const folder = desk.place();
    mkdirSync(folder);
    writeFileSync(join(folder, 'restore.unfinished'), '{}\n');
    writeFileSync(join(folder, 'events.sqlite'), 'half');
    writeFileSync(join(folder, 'reactors.sqlite'), 'of another backup');
    expect(() => openDataFolder(folder)).toThrow(DataFolderUnfinished);
    await restoredTo(folder, log);
    expect(left(folder).toSorted()).toEqual(['events.sqlite', 'keys.sqlite', 'master.key']);
    expect(await desk.nameIn(folder, id)).toBe(desk.named(id));
  });

  it('is refused with keys that are older than the log, and takes newer ones', async () => {
    const older = await desk.backUp();
    const id = await desk.create();
    const newer = await desk.backUp();
    await expect(desk.restore(newer.log, { vaultFrom: older.vault })).rejects.toThrow('Give keys of the same backup, or newer ones');
    await desk.restore(older.log, { vaultFrom: newer.vault });
    expect(await desk.nameIn((await desk.restore(newer.log)).folder, id)).toBe(desk.named(id));
  });

  it('refuses a log in which something is wrong, unless that is accepted', async () => {
    await desk.create();
    const { log } = await desk.backUp();
    const damaged = desk.place();
    cpSync(log, damaged, { recursive: true });
    const database = new DatabaseSync(join(damaged, 'events.sqlite'));
    database.exec(`UPDATE event SET data = replace(data, '"origin":"api"', '"origin":"agent"') WHERE position = (SELECT max(position) FROM event)`);
    database.close();
    desk.describeAnew(damaged);
    const folder = desk.place();
    await expect(restoredTo(folder, damaged)).rejects.toThrow(RestoreRefused);
    expect(left(folder)).toEqual([]);
    expect(await desk.restoreInto(folder, damaged, { acceptFindings: true })).toMatchObject({ log: { found: 1 } });
    expect(openDataFolder(folder).release()).toBeUndefined();
  });
});

describe('who was erased since the backup', () => {
  it('is erased again, told by a newer log, a newer backup or a list, and nobody else', async () => {
    const [lea, max, ann] = [await desk.create(), await desk.create(), await desk.create()];
    const before = await desk.backUp();
    await desk.erase(lea);
    const since = await desk.create();
    await desk.erase(since);
    const after = await desk.backUp();
    const list = desk.place();
    writeFileSync(list, `${JSON.stringify({ tenant: 'acme', endUserId: lea })}\n\n{"tenant":"acme","endUserId":"${since}"}\n`);
    for (const place of [desk.folder, after.log, list]) {
      const restored = await desk.restore(before.log, { erasuresFrom: [place] });
      expect(restored).toMatchObject({ erased: { again: 1, unknown: 1 }, log: { found: 0 } });
      expect(await desk.namesIn(restored.folder, [lea, max, ann])).toEqual(['erased', desk.named(max), desk.named(ann)]);
      expect(await desk.statusIn(restored.folder, lea)).toBe('erased');
    }
    expect((await desk.restore(before.log)).erased).toMatchObject({ again: 0, unknown: 0 });
    writeFileSync(list, 'lea\n');
    const folder = desk.place();
    await expect(desk.restoreInto(folder, before.log, { erasuresFrom: [list] })).rejects.toThrow(`line 1 of ${list}`);
    expect(left(folder)).toEqual([]);
  });

  it('takes nobody along who was merged with them then and parted since', async () => {
    const [lea, max, whole, part] = [await desk.create(), await desk.create(), await desk.create(), await desk.create()];
    await desk.engine.merge.execute(new MergeUsers(asking(), lea, max));
    await desk.engine.merge.execute(new MergeUsers(asking(), whole, part));
    const { log } = await desk.backUp();
    const list = desk.place();
    writeFileSync(list, [lea, whole, part].map((endUserId) => `${JSON.stringify({ tenant: 'acme', endUserId })}\n`).join(''));
    const { folder, erased } = await desk.restore(log, { erasuresFrom: [list] });
    expect(erased.again).toBe(3);
    expect(await desk.namesIn(folder, [lea, max, whole, part])).toEqual(['erased', desk.named(max), 'erased', 'erased']);
  });

  it('stays erased when the keys are newer than the log', async () => {
    const [lea, max] = [await desk.create(), await desk.create()];
    const before = await desk.backUp();
    await desk.erase(lea);
    const { vault } = await desk.backUp();
    for (const vaultFrom of [vault, desk.folder]) {
      const { folder, erased, log } = await desk.restore(before.log, { vaultFrom });
      expect([erased.again, log.found, await desk.statusIn(folder, lea), await desk.nameIn(folder, max)]).toEqual([1, 0, 'erased', desk.named(max)]);
    }
  });

  it('is brought to its end when the backup fell between the erasure and its key', async () => {
    const lea = await desk.create();
    const vault = (await desk.backUp()).vault;
    await desk.erase(lea);
    const { log } = await desk.backUp();
    rmSync(join(log, 'vault'), { recursive: true });
    const keys = desk.place();
    cpSync(vault, keys, { recursive: true });
    desk.describeAnew(keys, { takenAt: new Date(Date.now() + 60_000).toISOString() });
    const { folder, log: verified } = await desk.restore(log, { vaultFrom: keys });
    expect(verified.found).toBe(0);
    expect(await desk.nameIn(folder, lea)).toBe('erased');
  });
});
