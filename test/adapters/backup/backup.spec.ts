import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BackupInProgress, BackupUnusable, backupAt, checkPart, NothingToBackUp, PlaceTaken } from '@kith/adapters';
import { SqliteSnapshot } from '../../../libs/adapters/src/backup/sqlite-snapshot';
import { BackedUpDesk } from '../../support/backed-up-desk';
import { phone } from '../../support/ticket-desk';

jest.setTimeout(60_000); // files are made durable on a disk that others use

let desk: BackedUpDesk;
beforeAll(async () => {
  desk = await BackedUpDesk.open();
});
afterAll(() => desk.close());

describe('a backup', () => {
  it('has every person of the moment it is taken, and is not touched by what comes after', async () => {
    const [before, position] = [await desk.create(phone), await desk.store.head()];
    const taken = await desk.backUp();
    const after = await desk.create();
    expect(taken.position).toBe(String(position));
    const restored = await desk.restore(taken.log);
    expect(restored).toMatchObject({ position: String(position), log: { found: 0, position } });
    expect([await desk.nameIn(restored.folder, before), await desk.nameIn(restored.folder, after)]).toEqual([desk.named(before), undefined]);
  });

  it('says what it is made of, for its owner alone, and has no master key unless that was asked for', async () => {
    await desk.create();
    const { log, vault } = await desk.backUp();
    expect(readdirSync(log).sort()).toEqual(['events.sqlite', 'manifest.json', 'vault']);
    expect(readdirSync(vault).sort()).toEqual(['keys.sqlite', 'manifest.json']);
    expect(JSON.parse(readFileSync(join(log, 'manifest.json'), 'utf8'))).toMatchObject({
      format: 'kith-backup/1',
      part: 'log',
      masterKey: false,
      files: [{ name: 'events.sqlite', bytes: statSync(join(log, 'events.sqlite')).size }],
    });
    for (const path of [log, vault]) expect(statSync(path).mode & 0o077).toBe(0);
    for (const path of [join(log, 'events.sqlite'), join(vault, 'keys.sqlite')]) expect(statSync(path).mode & 0o077).toBe(0);

    const masterKey = Buffer.alloc(32, 3);
    const { vault: withKey } = await desk.backUp({ masterKey });
    expect(readFileSync(join(withKey, 'master.key'), 'utf8')).toBe(`${masterKey.toString('base64')}\n`);
  });

  it('can have its keys in another place', async () => {
    const id = await desk.create();
    const [to, vaultTo] = [desk.place(), desk.place()];
    const taken = await desk.backUp({ to, vaultTo });
    expect([taken.log, taken.vault, readdirSync(to).sort()]).toEqual([to, vaultTo, ['events.sqlite', 'manifest.json']]);
    await expect(desk.restore(to)).rejects.toThrow('--vault-from');
    expect(await desk.nameIn((await desk.restore(to, { vaultFrom: vaultTo })).folder, id)).toBe(desk.named(id));
  });

  it('holds no byte of a key that was destroyed before', async () => {
    const id = await desk.create();
    const database = new DatabaseSync(join(desk.folder, 'keys.sqlite'));
    const keyId = (await desk.engine.creations.endUser('acme', id)).state.keyId as string;
    const wrapped = Buffer.from(database.prepare('SELECT wrapped FROM data_key WHERE id = ?').get(keyId)?.wrapped as Uint8Array);
    database.close();
    const earlier = readFileSync(join((await desk.backUp()).vault, 'keys.sqlite'));
    await desk.erase(id);
    const later = readFileSync(join((await desk.backUp()).vault, 'keys.sqlite'));
    expect([earlier.includes(wrapped), later.includes(wrapped), later.includes(wrapped.subarray(0, 30))]).toEqual([true, false, false]);
  });

  it('holds nothing of rows that were deleted, even what SQLite left of them in the file', async () => {
    const path = join(desk.place());
    const source = new DatabaseSync(path);
    source.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = OFF; CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)');
    const insert = source.prepare('INSERT INTO word (text) VALUES (?)');
    source.exec('BEGIN');
    for (let n = 0; n < 3_000; n++) insert.run(n % 2 === 0 ? `kept ${n} ${'k'.repeat(n % 90)}` : `gone-${n}-${'g'.repeat(n % 90)}`);
    source.exec("COMMIT; DELETE FROM word WHERE text LIKE 'gone%'; PRAGMA wal_checkpoint(TRUNCATE)");
    expect(readFileSync(path).includes('gone-')).toBe(true);
    const snapshot = SqliteSnapshot.open(path);
    const copy = desk.place();
    await snapshot.copyTo(copy);
    snapshot.close();
    source.close();
    expect(readFileSync(copy).includes('gone-')).toBe(false);
    const copied = new DatabaseSync(copy, { readOnly: true });
    expect(copied.prepare("SELECT count(*) AS count FROM word WHERE text LIKE 'kept%'").get()?.count).toBe(1_500);
    expect(copied.prepare('PRAGMA integrity_check').get()?.integrity_check).toBe('ok');
    copied.close();
  });

  it('ends while the log is written without a pause', async () => {
    const writing = { on: true, count: 0 };
    const writer = (async () => {
      for (; writing.on; writing.count++) await desk.create();
    })();
    const before = writing.count;
    const taken = await desk.backUp();
    for (const until = writing.count + 5; writing.count < until; ) await new Promise((resolve) => setTimeout(resolve, 5));
    writing.on = false;
    await writer;
    expect(BigInt(taken.position)).toBeLessThan(await desk.store.head());
    expect(before).toBeLessThan(writing.count);
    expect((await desk.restore(taken.log)).log).toMatchObject({ found: 0 });
  });

  it('leaves nothing behind when it is cut off, and tells how far it is', async () => {
    await desk.create();
    const [to, vaultTo, seen] = [desk.place(), desk.place(), [] as string[]];
    const cut = new AbortController();
    const asked = desk.backUp({
      to,
      vaultTo,
      signal: cut.signal,
      onProgress: ({ file, done, of }) => {
        expect(done).toBeLessThanOrEqual(of);
        seen.push(file);
        if (file === 'events.sqlite') cut.abort(new Error('enough'));
      },
    });
    await expect(asked).rejects.toThrow('enough');
    expect(seen).toContain('keys.sqlite');
    expect([to, vaultTo, `${to}.partial`, `${vaultTo}.partial`].filter((path) => existsSync(path))).toEqual([]);
  });

  it('is written to no place that is taken, nor to one where another is being written', async () => {
    const { log } = await desk.backUp();
    await expect(desk.backUp({ to: log })).rejects.toThrow(PlaceTaken);
    const to = desk.place();
    const [first, second] = [desk.backUp({ to }), desk.backUp({ to })];
    await expect(second).rejects.toThrow(BackupInProgress);
    await first;
    await desk.restore(to);
  });

  it('has a new folder of its own, whatever one that was killed left there', async () => {
    const to = desk.place();
    mkdirSync(`${to}.partial`);
    writeFileSync(join(`${to}.partial`, 'events.sqlite'), 'half');
    await expect(desk.restore(`${to}.partial`)).rejects.toThrow('is no backup');
    await desk.backUp({ to });
    expect(existsSync(`${to}.partial`)).toBe(false);
    await desk.restore(to);
  });

  it('is not made of a folder without log or keys', async () => {
    await expect(desk.backUp({ folder: desk.place() })).rejects.toThrow(NothingToBackUp);
  });

  it('is not used when a byte of it was changed, or a file is missing', async () => {
    await desk.create();
    const { log, vault } = await desk.backUp();
    const all = async () => {
      const source = backupAt(log);
      await checkPart(source.log, () => undefined);
      await checkPart({ folder: vault, manifest: backupAt(log).vault.manifest as never }, () => undefined);
    };
    await all();
    for (const path of [join(log, 'events.sqlite'), join(vault, 'keys.sqlite')]) {
      const bytes = readFileSync(path);
      const at = Math.floor(bytes.length / 2);
      writeFileSync(path, Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 1]), bytes.subarray(at + 1)]));
      await expect(all()).rejects.toThrow(/is not what was backed up: its digest/);
      await expect(desk.restore(log)).rejects.toThrow(BackupUnusable);
      writeFileSync(path, bytes.subarray(0, at));
      await expect(all()).rejects.toThrow(/its length is another one/);
      writeFileSync(path, bytes);
    }
    await all();
  });
});
