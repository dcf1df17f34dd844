import type { ErasedStore } from '@kith/domain';

/**
 * What is left in files of what was deleted from them: freed pages, room between the rows of a page, write-ahead logs. To delete a row only
 * says that its bytes may be used again.
 */
export abstract class DeletedBytes {
  /**
   * Resolves when no file of the stores that it answers holds any byte of what had been deleted from them before the call. Stores whose files
   * are not this engine's, such as those of a database server, are not among them.
   * @throws DeletedBytesInUse when a reader holds them for now; a later try may succeed
   */
  abstract overwrite(): Promise<readonly ErasedStore[]>;
}

/** Somebody reads a state from before the deletion. */
export class DeletedBytesInUse extends Error {
  override readonly name = 'DeletedBytesInUse';
}
