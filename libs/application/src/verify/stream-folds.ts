import type { EventStore, StoredEvent } from '../event-store';
import { patiently } from '../patience';
import { withoutPersonal } from '../personal-data';
import { RecentlyUsed } from '../recently-used';
import type { StreamNamed } from './stream-kinds';

/** A stream as far as it was folded. */
interface Folded {
  readonly revision: number;
  readonly state: unknown;
}

/** Streams whose state is kept; others are read again when they go on. */
const maxKept = 10_000;
/** Events of a stream that are read at once. */
const pageLimit = 500;

/** Folds streams as deciders do, event by event in the order of the log, and keeps the states of those used last. */
export class StreamFolds {
  private readonly kept = new RecentlyUsed<Folded>(maxKept);

  constructor(
    private readonly store: EventStore,
    private readonly signal?: AbortSignal,
  ) {}

  /** False when the event cannot be lifted or folded. What comes after a damaged beginning is not judged. */
  async goesOn({ kind }: StreamNamed, stored: StoredEvent): Promise<boolean> {
    const before = await this.before(kind, stored);
    if (!before) return true;
    try {
      const state = kind.evolve(before.state, withoutPersonal(stored));
      this.kept.set(stored.stream, { revision: stored.revision, state });
      return true;
    } catch {
      return false;
    }
  }

  /** The stream right before the event; undefined when it cannot be had, because what is damaged lies before: that was found where it stands. */
  private async before({ initial, evolve }: StreamNamed['kind'], { stream, revision }: StoredEvent): Promise<Folded | undefined> {
    const kept = this.kept.get(stream);
    if (kept?.revision === revision - 1) return kept;
    let folded: Folded = { revision: -1, state: initial };
    while (folded.revision < revision - 1) {
      const page = await this.read(stream, folded.revision + 1, revision);
      if (page.length === 0) return undefined;
      try {
        for (const event of page) folded = { revision: event.revision, state: evolve(folded.state, withoutPersonal(event)) };
      } catch {
        return undefined;
      }
    }
    return folded.revision === revision - 1 ? folded : undefined;
  }

  /** Empty, too, when their JSON cannot be read. */
  private async read(stream: string, from: number, before: number): Promise<readonly StoredEvent[]> {
    try {
      return await patiently(() => this.store.readStream(stream, { from, limit: Math.min(pageLimit, before - from) }), this.signal);
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }
}
