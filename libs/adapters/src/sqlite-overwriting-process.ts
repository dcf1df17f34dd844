import type { ErasedStore } from '@kith/domain';
import { overwriteReadModels } from './read-db/sqlite-deleted';
import { sqliteReason } from './sqlite-error';
import { FileInUse, overwriteFile } from './sqlite-overwrite';

/** How a process that overwrites ended: a line of JSON on its standard output. */
export type OverwritingEnded = { readonly kind: 'done' } | { readonly kind: 'in-use' | 'failed'; readonly store: ErasedStore; readonly reason: string };

const ways: Readonly<Record<ErasedStore, (path: string) => Promise<unknown>>> = { 'key-vault': overwriteFile, 'read-models': overwriteReadModels };

/**
 * Arguments: stores, each with the path of its file or folder. It ends with whoever started it, whose end closes its standard input. It
 * imports little: it is started for every few erasures.
 */
async function main(stores: readonly string[]): Promise<OverwritingEnded> {
  for (let at = 0; at + 1 < stores.length; at += 2) {
    const [store, path] = stores.slice(at) as [ErasedStore, string];
    try {
      await ways[store](path);
    } catch (error) {
      return { kind: error instanceof FileInUse ? 'in-use' : 'failed', store, reason: why(error) };
    }
  }
  return { kind: 'done' };
}

/** SQLite's own words where it has any: its messages may quote what is stored. */
const why = (error: unknown): string => (error instanceof Error && !('errcode' in error) ? error.message : sqliteReason(error));

if (require.main === module) {
  process.stdin.on('end', () => process.exit(1)).resume();
  void main(process.argv.slice(2)).then((ended) => process.stdout.write(`${JSON.stringify(ended)}\n`, () => process.exit(0)));
}
