import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealedImportFiles } from '@kith/adapters';
import { ImportFilesUnavailable, ImportFileUnreadable } from '@kith/application';
import { v7 } from 'uuid';
import { importFilesContract, readBack, someKey, uploadOf } from '../../contracts/import-files.contract';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'kith-imports-'));
  folders.push(made);
  return join(made, 'imports');
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

importFilesContract('SealedImportFiles', () => {
  const place = folder();
  return { files: SealedImportFiles.tidy(place), reopen: () => new SealedImportFiles(place) };
});

const frame = 65_536 + 16;
const header = 24;

describe('a sealed file', () => {
  const key = someKey();
  const plain = Buffer.from('Léa Martin,lea@example.org\n'.repeat(8_000));

  /** A stored file, what it is stored as, and how it reads once its bytes are others. */
  async function stored() {
    const [place, id] = [folder(), v7()];
    const files = SealedImportFiles.tidy(place);
    await files.store(id, key, uploadOf(plain));
    const path = join(place, `${id}.sealed`);
    const reread = (bytes: Buffer) => {
      writeFileSync(path, bytes);
      return readBack(files, id, key);
    };
    return { place, id, files, path, sealed: readFileSync(path), reread };
  }

  it('tells nothing of what it holds, and is for this user alone', async () => {
    const { path, sealed } = await stored();
    expect(sealed.includes('Martin')).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is known to be damaged when a bit is flipped, anywhere', async () => {
    const { sealed, reread } = await stored();
    for (const at of [0, header - 1, header, header + frame - 1, header + frame + 5, sealed.length - 1]) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      await expect(reread(flipped)).rejects.toThrow(ImportFileUnreadable);
    }
  });

  it('is known to be damaged when frames are missing, swapped or added', async () => {
    const { sealed, reread } = await stored();
    const [front, one, two, rest] = [
      sealed.subarray(0, header),
      sealed.subarray(header, header + frame),
      sealed.subarray(header + frame, header + 2 * frame),
      sealed.subarray(header + 2 * frame),
    ];
    for (const parts of [
      [front, one],
      [front, one, two],
      [front, two, one, rest],
      [front, one, rest],
      [front, one, two, rest, rest],
      [front],
      [],
      [one, two, rest],
    ])
      await expect(reread(Buffer.concat(parts))).rejects.toThrow(ImportFileUnreadable);
    expect((await reread(sealed)).equals(plain)).toBe(true);
  });

  it('is known to be another import’s', async () => {
    const { place, files, sealed } = await stored();
    const other = v7();
    writeFileSync(join(place, `${other}.sealed`), sealed);
    await expect(readBack(files, other, key)).rejects.toThrow(ImportFileUnreadable);
  });

  it('opens no more once it is forgotten, whoever has kept its bytes', async () => {
    const { place, id, files, path, sealed, reread } = await stored();
    const kept = join(place, 'kept');
    linkSync(path, kept);
    await files.remove(id);
    const left = readFileSync(kept);
    expect(left.subarray(header).equals(sealed.subarray(header))).toBe(true);
    await expect(reread(left)).rejects.toThrow(ImportFileUnreadable);
  });

  it('is gone at the next start when its upload was cut off by a crash', async () => {
    const { place, id } = await stored();
    writeFileSync(join(place, `${v7()}.ab12.upload`), 'half');
    const again = SealedImportFiles.tidy(place);
    expect(readdirSync(place)).toEqual([`${id}.sealed`]);
    expect(await again.held()).toEqual([id]);
  });
});

it('tells that nothing can be kept where there is no folder to be had', async () => {
  const place = folder();
  writeFileSync(place, 'a file stands where the folder should');
  const files = new SealedImportFiles(place);
  await expect(files.store(v7(), someKey(), uploadOf(Buffer.alloc(1)))).rejects.toThrow(ImportFilesUnavailable);
});
