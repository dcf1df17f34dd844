import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModelsVersion } from '@kith/read-models';
import { rebuildReadModels } from './read-models';

interface Kept {
  readonly filled: readonly string[];
  /** Version of the read models that were built. */
  readonly readModels?: number;
}

/**
 * A data folder that is filled and built where it was not before: what takes an hour is done once, for as many runs as its folder is kept.
 * @param fill answers ids that are told again
 */
export async function filledOnce(folder: string, fill: () => Promise<readonly string[]>, tell: (line: string) => void): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'filled.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : undefined;
  const filled = known?.filled ?? (await fill());
  if (!known) writeFileSync(file, JSON.stringify({ filled } satisfies Kept));
  if (known?.readModels === readModelsVersion) return filled;
  tell('building the read models');
  const began = performance.now();
  await rebuildReadModels(folder);
  tell(`built in ${Math.round((performance.now() - began) / 1000)} s`);
  writeFileSync(file, JSON.stringify({ filled, readModels: readModelsVersion } satisfies Kept));
  return filled;
}
