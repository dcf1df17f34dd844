import { RebuildInProgress } from '@kith/read-models';
import type { ReadModelsFolder } from './sqlite-folder';

/** Keeps every other rebuild of the folder from beginning. @throws RebuildInProgress */
export function lockForRebuild(folder: ReadModelsFolder): { close(): void } {
  const lock = folder.lockUnlessRebuilding();
  if (!lock) throw new RebuildInProgress();
  return lock;
}
