import { randomBytes } from 'node:crypto';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyVaultUnusable, openMasterKey, SqliteKeyVault } from '@kith/adapters';

describe('the master key', () => {
  let folder: string;
  const file = () => join(folder, 'master.key');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-master-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made at the first start and says so, and is the same at the next', () => {
    const first = openMasterKey(folder);
    expect(first.made).toBe(true);
    expect(first.key).toHaveLength(32);
    expect(openMasterKey(folder)).toEqual({ key: first.key, made: false });
  });

  it('is made together with a data folder that does not exist yet', () => {
    const deeper = join(folder, 'a', 'b');
    expect(openMasterKey(deeper).made).toBe(true);
    expect(openMasterKey(deeper).made).toBe(false);
  });

  it('is readable by its owner alone, as base64 on one line, with nothing else left in the folder', () => {
    const { key } = openMasterKey(folder);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readFileSync(file(), 'utf8')).toBe(`${key.toString('base64')}\n`);
    expect(readdirSync(folder)).toEqual(['master.key']);
  });

  it('is the one that somebody else made in between, which may have wrapped a key already', () => {
    const { fsyncSync } = fs;
    let theirs: Buffer | undefined;
    const spy = jest.spyOn(fs, 'fsyncSync').mockImplementationOnce((file) => {
      theirs = openMasterKey(folder).key; // all of it happens here, before our own key has its name
      fsyncSync(file);
    });
    const ours = openMasterKey(folder);
    spy.mockRestore();
    expect(theirs).toHaveLength(32);
    expect(ours).toEqual({ key: theirs, made: false });
    expect(openMasterKey(folder).key).toEqual(theirs);
    expect(readdirSync(folder)).toEqual(['master.key']);
  });

  it('is taken from configuration when that gives one, and then nothing is written', () => {
    const key = randomBytes(32);
    expect(openMasterKey(folder, key.toString('base64'))).toEqual({ key, made: false });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is never made beside a vault that another one wrapped', async () => {
    const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
    await vault.close();
    rmSync(file());
    expect(() => openMasterKey(folder)).toThrow(expect.objectContaining({ name: 'KeyVaultUnusable', reason: 'master-key-missing' }));
    expect(readdirSync(folder)).toEqual(['keys.sqlite']);
  });

  it.each([
    ['empty', ''],
    ['a byte short', randomBytes(31).toString('base64')],
    ['a byte long', randomBytes(33).toString('base64')],
    ['cut', randomBytes(32).toString('base64').slice(0, 30)],
    ['hexadecimal', randomBytes(32).toString('hex')],
    ['followed by something', `${randomBytes(32).toString('base64')}\nmore`],
  ])('is refused when the file is %s, without showing what it holds', (_, text) => {
    writeFileSync(file(), text);
    let refusal: unknown;
    try {
      openMasterKey(folder);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(KeyVaultUnusable);
    const { message } = refusal as KeyVaultUnusable;
    expect(message).toContain('master.key');
    if (text !== '') expect(message).not.toContain(text.slice(0, 20));
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  it('is refused when configuration gives no 32 bytes', () => {
    expect(() => openMasterKey(folder, 'c2hvcnQ=')).toThrow(KeyVaultUnusable);
  });
});
