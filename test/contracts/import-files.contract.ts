import { createHash, randomBytes } from 'node:crypto';
import { type DataKey, ImportFileMissing, type ImportFiles, ImportFileUnreadable } from '@kith/application';
import { v7 } from 'uuid';

/** A key as vaults give them. */
export const someKey = (): DataKey => ({ id: v7(), secret: randomBytes(64) });

/** The bytes as an upload, in chunks that fit no frame. */
export async function* uploadOf(bytes: Uint8Array, size = 10_007): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function readBack(files: ImportFiles, importId: string, key: DataKey): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.read(importId, key)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What every adapter of {@link ImportFiles} does. `reopen` gives the same files as after a restart. */
export function importFilesContract(name: string, make: () => { files: ImportFiles; reopen: () => ImportFiles }): void {
  describe(`${name} keeps imported files`, () => {
    let files: ImportFiles;
    let reopen: () => ImportFiles;
    beforeEach(() => {
      ({ files, reopen } = make());
    });

    it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('gives %d bytes back as they were sent, also after a restart', async (size) => {
      const [id, key, bytes] = [v7(), someKey(), randomBytes(size)];
      expect(await files.store(id, key, uploadOf(bytes))).toEqual({ bytes: size, sha256: createHash('sha256').update(bytes).digest('hex') });

      for (const one of [files, reopen()]) {
        expect((await readBack(one, id, key)).equals(bytes)).toBe(true);
        expect(await one.held()).toEqual([id]);
      }
    });

    it('keeps nothing of an upload that breaks off, and what was there before it', async () => {
      const [id, key] = [v7(), someKey()];
      async function* breaking() {
        yield* uploadOf(randomBytes(100_000));
        throw new Error('the sender went away');
      }
      await expect(files.store(id, key, breaking())).rejects.toThrow('the sender went away');
      expect(await files.held()).toEqual([]);

      await files.store(id, key, uploadOf(Buffer.from('before')));
      await expect(files.store(id, key, breaking())).rejects.toThrow('the sender went away');
      expect(String(await readBack(reopen(), id, key))).toBe('before');
    });

    it('has the latest of two uploads', async () => {
      const [id, one, two] = [v7(), someKey(), someKey()];
      await files.store(id, one, uploadOf(Buffer.from('one')));
      await files.store(id, two, uploadOf(Buffer.from('two')));
      expect(String(await readBack(files, id, two))).toBe('two');
      expect(await files.held()).toEqual([id]);
    });

    it('forgets a file, once and again, and no other', async () => {
      const [id, other, key] = [v7(), v7(), someKey()];
      await files.store(id, key, uploadOf(Buffer.from('a')));
      await files.store(other, key, uploadOf(Buffer.from('b')));
      await files.remove(id);
      await files.remove(id);

      expect(await files.held()).toEqual([other]);
      await expect(readBack(files, id, key)).rejects.toThrow(ImportFileMissing);
      await expect(readBack(files, v7(), key)).rejects.toThrow(ImportFileMissing);
    });

    it('opens a file with no key but its own', async () => {
      const id = v7();
      await files.store(id, someKey(), uploadOf(Buffer.from('sealed')));
      await expect(readBack(files, id, someKey())).rejects.toThrow(ImportFileUnreadable);
    });

    it('lets somebody read on who holds the file open while it is forgotten, or tells that it is missing', async () => {
      const [id, key, bytes] = [v7(), someKey(), randomBytes(200_000)];
      await files.store(id, key, uploadOf(bytes));
      const reading = files.read(id, key)[Symbol.asyncIterator]();
      await reading.next();
      await files.remove(id);
      await reading.return?.();
      await expect(readBack(files, id, key)).rejects.toThrow(ImportFileMissing);
    });
  });
}
