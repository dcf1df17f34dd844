import { parentPort, workerData } from 'node:worker_threads';
import { RebuildInProgress, reasonOf } from '@kith/read-models';
import { goAfterOthers } from './parts/after-others';
import type { Places } from './parts/places';
import type { FromRebuild } from './parts/rebuild-part';
import { rebuildPlaces } from './parts/rebuild-places';

/** Rebuilds the read models once, away from the threads that answer requests and keep the serving ones up to date. */
async function main(): Promise<void> {
  goAfterOthers();
  const tell = (message: FromRebuild) => parentPort?.postMessage(message);
  const stopping = new AbortController();
  parentPort?.on('message', () => stopping.abort(new Error('the engine is stopping')));
  try {
    const rebuilt = await rebuildPlaces(workerData as Places, { onProgress: (progress) => tell({ kind: 'progress', progress }), signal: stopping.signal });
    tell({ kind: 'offered', rebuilt });
  } catch (error) {
    tell(error instanceof RebuildInProgress ? { kind: 'elsewhere' } : { kind: 'failed', reason: reasonOf(error) });
  } finally {
    parentPort?.close();
  }
}

void main();
