import type { RunOptions } from '../benchmark';
import { startEngine } from '../http/engine';
import type { Scratch } from '../scratch';
import { fillLog } from './fill-log';
import { rebuildReadModels } from './read-models';

/** The built engine on a log that holds three events of each customer for every seven interactions, half a million in all (`--size`). */
export async function engineOnLog(scratch: Scratch, { tell, size = 500_000 }: RunOptions): Promise<{ readonly folder: string; readonly url: string }> {
  const customers = Math.ceil(size / 10);
  const folder = scratch.folder();
  tell(`filling in ${size} events`);
  await fillLog(folder, { customers, interactions: Math.max(0, size - customers * 3), tell });
  await rebuildReadModels(folder);
  const { url } = scratch.closing(await startEngine(folder));
  return { folder, url };
}
