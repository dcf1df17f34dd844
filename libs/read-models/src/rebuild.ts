import type { Clock, EventStore, PersonalData, StoredEvent } from '@kith/application';
import type { Recorded } from '@kith/domain';
import { openEvents, reasonOf } from './open-events';
import type { Handler, Projection } from './projection';
import { projections as allProjections } from './projections';
import type { ReadDatabase, ScratchDatabase } from './read-database';
import type { Statement } from './statement';

/** How far a rebuild has come. Positions stand for events: where a log has gaps it is a little off. */
export interface RebuildProgress {
  readonly done: bigint;
  readonly total: bigint;
  readonly perSecond: number;
  /** Infinity before the first event. */
  readonly secondsLeft: number;
}

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

const pageLimit = 1000;

/**
 * Builds all read models from the beginning of the log into a new database, beside the one that serves, and then offers it.
 * What is appended meanwhile is read too; what is appended after that, the projector catches up on before readers change over.
 * @throws RebuildInProgress, RebuildFailed, or the signal's reason; then nothing has changed
 */
export async function rebuild(parts: RebuildParts): Promise<Rebuilt> {
  const scratch = await parts.database.scratch();
  try {
    const position = await fill(scratch, parts);
    await scratch.write(allProjections.flatMap(({ settle }) => settle ?? []));
    await scratch.finish(position);
    await scratch.offer();
    return { name: scratch.name, position };
  } finally {
    await scratch.close();
  }
}

async function fill(scratch: ScratchDatabase, { store, personalData, clock, onProgress, signal }: RebuildParts): Promise<bigint> {
  const started = clock.now();
  const total = await store.head();
  for (let done = 0n; ; ) {
    signal?.throwIfAborted();
    const page = await store.readAll({ after: done, limit: pageLimit });
    for (const { stored, event, unreadable } of await openEvents(personalData, allProjections, page.events)) {
      try {
        if (unreadable !== undefined) throw unreadable;
        if (event) await scratch.write(statementsOf(event));
      } catch (error) {
        throw new RebuildFailed(stored, error);
      }
    }
    done = page.upTo;
    onProgress?.(progress(done, total, clock.now() - started));
    if (page.atHead) return done;
    // Reading and writing may never leave the microtask queue: signals and messages want their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function statementsOf(event: Recorded): readonly Statement[] {
  return allProjections.flatMap(({ on }) => (on[event.type as keyof Projection['on']] as Handler<never> | undefined)?.(event as Recorded<never>) ?? []);
}

function progress(done: bigint, head: bigint, milliseconds: number): RebuildProgress {
  const total = head > done ? head : done;
  const perSecond = milliseconds > 0 ? (Number(done) * 1000) / milliseconds : 0;
  const secondsLeft = done === total ? 0 : perSecond > 0 ? Number(total - done) / perSecond : Number.POSITIVE_INFINITY;
  return { done, total, perSecond, secondsLeft };
}
