import { interactionTally, type OnServer } from '../fill/server-log';
import type { Side } from '../side';
import type { Workload } from '../workload';
import { ComposedEngine } from './composed-engine';

/** What the engine is given of its servers, beside a folder in which nothing comes to lie. */
export interface EngineAtSize extends OnServer {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly workload: Workload;
}

/** The engine on EventStoreDB and PostgreSQL: a lap ends when everything is answered, which is when it is durable. */
export async function open({ folder, settings, workload, url, streamPrefix }: EngineAtSize): Promise<Side> {
  const engine = await ComposedEngine.start(folder, settings);
  await engine.caughtUp();
  return {
    work: (from, count) => engine.record(workload, from, count),
    async settle() {
      await engine.caughtUp();
      await engine.reacted();
    },
    tally: () => interactionTally({ url, streamPrefix }),
    close: () => engine.close(),
  };
}
