import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { SqliteDeletedBytes, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { DeletedBytesInUse } from '@kith/application';
import { builtFile } from '../../support/built-file';
import { choicesFrom } from '../../support/seeded-choices';
import { churn, churnedTables, contentOf, verdictOn, wordsIn } from './churned';

jest.setTimeout(60_000);

const name = '00000000-0000-4000-8000-000000000000.sqlite';
/** More and longer with KITH_WHOLE. */
const whole = Boolean(process.env.KITH_WHOLE);

describe('what was deleted from files of SQLite', () => {
  let folder: string;
  let path: string;
  let deletedBytes: SqliteDeletedBytes;
  const open: DatabaseSync[] = [];

  /** As the engine opens its files. */
  const connection = (at = path): DatabaseSync => {
    const db = new DatabaseSync(at, { timeout: 5_000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
    open.push(db);
    return db;
  };
  const everyFile = (): string =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
  const foundOf = (words: ReadonlySet<string>): readonly string[] => wordsIn(everyFile(), words);
  const movedIntoTheFile = (db: DatabaseSync) => db.exec('PRAGMA wal_checkpoint(TRUNCATE)');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-deleted-'));
    mkdirSync(join(folder, 'read-models'));
    writeFileSync(join(folder, 'read-models', 'current'), `${name}\n`);
    path = join(folder, 'read-models', name);
    deletedBytes = new SqliteDeletedBytes({ folder, stores: ['read-models'] });
  });
  afterEach(() => {
    for (const db of open.splice(0)) if (db.isOpen) db.close();
    rmSync(folder, { recursive: true });
  });

  it('is in none of them afterwards, and everything else is', async () => {
    const db = connection();
    db.exec(churnedTables);
    const { gone, there } = churn(db, { seed: 3, rounds: 25 });
    movedIntoTheFile(db);
    const content = contentOf(db);
    expect(foundOf(gone)).not.toEqual([]); // secure_delete alone leaves some
    expect(await deletedBytes.overwrite()).toEqual(['read-models']);
    expect(foundOf(gone)).toEqual([]);
    expect(foundOf(there)).toHaveLength(there.size);
    expect(contentOf(db)).toBe(content);
    expect(verdictOn(db)).toBe('ok');
  });

  it('is not in their write-ahead logs either, nor in pages that are free', async () => {
    const db = connection();
    db.exec(`PRAGMA secure_delete = OFF; ${churnedTables}`); // an older program's file
    const { gone } = churn(db, { seed: 2, rounds: 10 });
    db.exec('DELETE FROM numbered');
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    expect(foundOf(gone).length).toBeGreaterThan(gone.size / 2);
    await deletedBytes.overwrite();
    expect(foundOf(gone)).toEqual([]);
    expect(verdictOn(db)).toBe('ok');
  });

  it('does not come back with pages that a connection had read before', async () => {
    const db = connection();
    db.exec(churnedTables);
    const { gone } = churn(db, { seed: 3, rounds: 25 });
    movedIntoTheFile(db);
    db.prepare("SELECT name FROM kept INDEXED BY kept_name WHERE name >= ''").all();
    contentOf(db); // every page is in its cache now, as it is in the file
    // No look at the files before: to close one drops the locks of this connection, and all that it has read with them.
    await deletedBytes.overwrite();
    // Bytes in their place: pages are written again, and nothing on them is put in order.
    db.exec("UPDATE kept SET notes = upper(notes); UPDATE numbered SET name = upper(name); UPDATE kept SET name = substr(name, 1, length(name) - 1) || '!'");
    movedIntoTheFile(db);
    expect(foundOf(gone)).toEqual([]);
    expect(verdictOn(db)).toBe('ok');
  });

  it('may not be overwritten while a reader sees it, and may afterwards', async () => {
    const [writer, reader] = [connection(), connection()];
    writer.exec(`${churnedTables} INSERT INTO numbered VALUES (1, 'somebody')`);
    reader.exec('BEGIN; SELECT * FROM numbered');
    writer.exec('DELETE FROM numbered');
    await expect(deletedBytes.overwrite()).rejects.toThrow(DeletedBytesInUse);
    expect(reader.prepare('SELECT name FROM numbered').get()?.name).toBe('somebody');
    reader.exec('COMMIT');
    await deletedBytes.overwrite();
    expect(everyFile()).not.toContain('somebody');
  });

  it('is looked for again for whoever asks while it is being overwritten', async () => {
    const db = connection();
    db.exec(`${churnedTables} INSERT INTO numbered VALUES (1, 'somebody')`);
    const first = deletedBytes.overwrite();
    await pause(0);
    db.exec('DELETE FROM numbered');
    const [second, third] = [deletedBytes.overwrite(), deletedBytes.overwrite()];
    expect(second).toBe(third);
    await Promise.all([first, second]);
    expect(everyFile()).not.toContain('somebody');
  });

  it('is left on a page that is damaged, which is told', async () => {
    const db = connection();
    db.exec(churnedTables);
    churn(db, { seed: 4, rounds: 5 });
    movedIntoTheFile(db);
    const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'kept_name'").get()?.rootpage);
    db.close();
    const file = readFileSync(path);
    file.writeUInt16BE(4_000, (root - 1) * 4_096 + 5);
    writeFileSync(path, file);
    await expect(deletedBytes.overwrite()).rejects.toThrow(`read-models cannot be overwritten: page ${root} of`);
    expect(readFileSync(path).subarray((root - 1) * 4_096, root * 4_096)).toEqual(file.subarray((root - 1) * 4_096, root * 4_096));
  });

  it('is in no file of an unfinished rebuild, and waits for one that is at work', async () => {
    const database = await SqliteReadDatabase.open(folder);
    const scratch = await database.scratch();
    await expect(deletedBytes.overwrite()).rejects.toThrow('read-models cannot be overwritten: they are being built anew');
    await scratch.close();
    const abandoned = join(folder, 'read-models', '11111111-1111-4111-8111-111111111111.sqlite');
    writeFileSync(`${abandoned}-journal`, 'somebody');
    const inUse = connection(abandoned);
    inUse.exec(churnedTables);
    await expect(deletedBytes.overwrite()).rejects.toThrow('readers change over');
    inUse.close();
    writeFileSync(abandoned, 'somebody'); // a rebuild that was killed
    await deletedBytes.overwrite();
    expect(readdirSync(join(folder, 'read-models')).filter((one) => one.startsWith('1111'))).toEqual([]);
    await database.close();
  });

  it('is in no file of the key vault, where keys go on to open', async () => {
    const vault = new SqliteKeyVault({ folder, masterKey: Buffer.alloc(32, 1) });
    const keys = await Promise.all(Array.from({ length: 90 }, () => vault.lease()));
    const db = connection(join(folder, 'keys.sqlite'));
    const wrappedOf = (id: string) =>
      Buffer.from((db.prepare('SELECT wrapped FROM data_key WHERE id = ?').get(id)?.wrapped as Uint8Array) ?? []).toString('latin1');
    const found = () => [...wrapped].filter((bytes) => everyFile().includes(bytes));
    const [destroyed, kept] = [keys.filter((_, at) => at % 3 === 0), keys.filter((_, at) => at % 3 !== 0)];
    const wrapped = destroyed.map(({ id }) => wrappedOf(id));
    connection();
    expect(found()).toHaveLength(wrapped.length);
    for (const { id } of destroyed) await vault.destroy(id);
    const both = new SqliteDeletedBytes({ folder, stores: ['key-vault', 'read-models'] });
    expect(await both.overwrite()).toEqual(['key-vault', 'read-models']);
    expect(found()).toEqual([]);
    const again = new SqliteKeyVault({ folder, masterKey: Buffer.alloc(32, 1) });
    for (const { id, secret } of kept) expect((await again.find(id))?.secret).toEqual(secret);
    expect(await again.find(destroyed[0]?.id ?? '')).toBeUndefined();
    await Promise.all([vault.close(), again.close()]);
  });

  it('can be overwritten, and that be killed, while others read and write as ever', async () => {
    const db = connection();
    db.exec(churnedTables);
    const { gone, there } = churn(db, { seed: 5, rounds: whole ? 400 : 25 });
    const stormy = new Worker(storm, { eval: true, workerData: path });
    const calm = once(stormy, 'exit');
    const choose = choicesFrom(6);
    let killed = 0;
    for (let round = 0; round < (whole ? 100 : 10); round++) {
      const overwriting = spawn(process.execPath, [builtFile('libs', 'adapters', 'src', 'sqlite-overwriting-process.js'), folder, 'read-models'], {
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      const closed = once(overwriting, 'close') as Promise<[number | null]>;
      await Promise.race([closed, pause(choose([20, 40, 60, 80, 120, 200]))]);
      if (overwriting.kill('SIGKILL')) killed += 1;
      await closed;
    }
    stormy.postMessage('stop');
    const [{ wrong, commits }] = (await Promise.all([once(stormy, 'message').then(([told]) => told), calm])) as [{ wrong: number; commits: number }, unknown];
    expect(killed).toBeGreaterThan(0);
    expect(commits).toBeGreaterThan(10);
    expect(wrong).toBe(0);
    await deletedBytes.overwrite();
    expect(foundOf(gone)).toEqual([]);
    expect(foundOf(there)).toHaveLength(there.size);
    expect(verdictOn(db)).toBe('ok');
  });
});

/** A thread that writes and reads all the time, and counts what was not as it wrote it. */
const storm = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const open = () => {
    const db = new DatabaseSync(workerData, { timeout: 20000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -2000');
    return db;
  };
  const [writer, reader] = [open(), open()];
  writer.exec('CREATE TABLE storm (id TEXT PRIMARY KEY, text TEXT) STRICT, WITHOUT ROWID; CREATE INDEX storm_text ON storm (text)');
  const there = new Map();
  let [wrong, commits, stopped] = [0, 0, false];
  parentPort.on('message', () => { stopped = true; });
  const step = () => {
    if (stopped) {
      const rows = writer.prepare('SELECT id, text FROM storm').all();
      if (rows.length !== there.size || rows.some(({ id, text }) => there.get(id) !== text)) wrong += 1;
      writer.close(); reader.close();
      parentPort.postMessage({ wrong, commits });
      return parentPort.close();
    }
    writer.exec('BEGIN IMMEDIATE');
    for (let count = 0; count < 20; count++) {
      const [id, text] = [String(Math.floor(Math.random() * 1e6)), 't'.repeat(Math.floor(Math.random() * 300)) + Math.random()];
      writer.prepare('INSERT INTO storm VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text').run(id, text);
      there.set(id, text);
      const old = there.keys().next().value;
      if (there.size > 500) { writer.prepare('DELETE FROM storm WHERE id = ?').run(old); there.delete(old); }
    }
    writer.exec('COMMIT');
    commits += 1;
    for (const [id, text] of [...there].slice(0, 20)) if (reader.prepare('SELECT text FROM storm INDEXED BY storm_text WHERE text = ?').get(text)?.text !== text) wrong += 1;
    if (reader.prepare('SELECT count(*) AS n FROM storm').get().n !== there.size) wrong += 1;
    setImmediate(step);
  };
  step();
`;
