import { createHash } from 'node:crypto';
import { type DataKey, ImportFileMissing, ImportFiles, ImportFileUnreadable } from '@kith/application';

/** Uploads in the memory of this process. */
export class MemoryImportFiles extends ImportFiles {
  private readonly files = new Map<string, { readonly keyId: string; readonly bytes: Buffer }>();

  override async store(importId: string, key: DataKey, upload: AsyncIterable<Uint8Array>): Promise<{ readonly bytes: number; readonly sha256: string }> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of upload) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    this.files.set(importId, { keyId: key.id, bytes });
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  override read(importId: string, key: DataKey): AsyncIterable<Buffer> {
    return { [Symbol.asyncIterator]: () => this.plain(importId, key) };
  }

  override async remove(importId: string): Promise<void> {
    this.files.delete(importId);
  }

  override async held(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }

  private async *plain(importId: string, key: DataKey): AsyncGenerator<Buffer> {
    const file = this.files.get(importId);
    if (!file) throw new ImportFileMissing('the file is not here');
    if (file.keyId !== key.id) throw new ImportFileUnreadable('damaged', 'The file is stored under another key.');
    if (file.bytes.length > 0) yield file.bytes;
  }
}
