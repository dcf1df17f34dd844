import { type Clock, type EventStore, type LogProgress, logProgress, type PersonalData, type StoredEvent } from '@kith/application';
import type { Recorded } from '@kith/domain';
import { nextPage } from './log-pages';
import { reasonOf } from './open-events';
import type { Handler, Projection } from './projection';
import { projections as allProjections } from './projections';
import type { ReadDatabase, ScratchDatabase } from './read-database';
import type { Statement } from './statement';

export type RebuildProgress = LogProgress;

export interface RebuildParts {
  readonly store: EventStore;
  readonly personalData: PersonalData;
  /** Of the folder in which the new database is made; it goes on serving what it serves. */
  readonly database: ReadDatabase;
  readonly clock: Clock;
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a rebuild made. */
export interface Rebuilt {
  readonly name: string;
  /** Everything up to here is in it. */
  readonly position: bigint;
}

/** The log holds an event that the read models cannot be built over. Names no person. */
export class RebuildFailed extends Error {
  override readonly name = 'RebuildFailed';
  constructor(
    readonly event: Pick<StoredEvent, 'type' | 'stream' | 'position'>,
    cause: unknown,
  ) {
    super(`${event.type} at position ${event.position} in ${event.stream} cannot be applied: ${reasonOf(cause)}`);
  }
}

/**
 * Builds all read models from the beginning of the log into a new database, beside the one that serves, and then offers it.
 * What is appended meanwhile is read too; what is appended after that, the projector catches up on before readers change over.
 * @throws RebuildInProgress, RebuildFailed, or the signal's reason; then nothing has changed
 */
export async function rebuild(parts: RebuildParts): Promise<Rebuilt> {
  const scratch = await parts.database.scratch();
  try {
    const position = await build(scratch, parts);
    await scratch.offer();
    return { name: scratch.name, position };
  } finally {
    await scratch.close();
  }
}

/**
 * Fills and finishes a new database with all there is in the log; nobody is offered it.
 * @returns the position up to which everything is in it. @throws RebuildFailed, or the signal's reason
 */
export async function build(scratch: ScratchDatabase, parts: Omit<RebuildParts, 'database'>): Promise<bigint> {
  const position = await fill(scratch, parts);
  await scratch.write(allProjections.flatMap(({ settle }) => settle ?? []));
  await scratch.finish(position);
  return position;
}

async function fill(scratch: ScratchDatabase, parts: Omit<RebuildParts, 'database'>): Promise<bigint> {
  const { store, clock, onProgress } = parts;
  const started = clock.now();
  const [begin, head] = [await store.begin(), await store.head()];
  let events = 0;
  for (let done = 0n; ; ) {
    const page = await nextPage(parts, done);
    for (const { stored, event, unreadable } of page.opened) {
      try {
        if (unreadable !== undefined) throw unreadable;
        if (event) await scratch.write(statementsOf(event));
      } catch (error) {
        throw new RebuildFailed(stored, error);
      }
    }
    done = page.upTo;
    events += page.opened.length;
    onProgress?.(logProgress({ begin, done, total: page.atHead || head < done ? done : head, events, milliseconds: clock.now() - started }));
    if (page.atHead) return done;
    // Reading and writing may never leave the microtask queue: signals and messages want their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function statementsOf(event: Recorded): readonly Statement[] {
  return allProjections.flatMap(({ on }) => (on[event.type as keyof Projection['on']] as Handler<never> | undefined)?.(event as Recorded<never>) ?? []);
}
