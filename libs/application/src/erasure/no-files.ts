import type { ErasedStore } from '@kith/domain';
import { DeletedBytes } from './deleted-bytes';

/** For an engine that has no files of its own: nothing to overwrite. */
export class NoFiles extends DeletedBytes {
  async overwrite(): Promise<readonly ErasedStore[]> {
    return [];
  }
}
