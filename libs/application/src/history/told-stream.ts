import type { DomainEvent, Recorded } from '@kith/domain';
import type { EventStore } from '../event-store';
import type { PersonalData } from '../personal-data';
import { entryOf, type HistoryEntry } from './history-entry';
import { type Fields, listIn } from './telling';
import { inWords } from './words';

/** A stream to be told of. */
export interface ToldStream {
  readonly stream: string;
  /** Of a contact point, only what concerns one of these holders. */
  readonly holders?: ReadonlySet<string>;
}

/** The stores that a history is read from. */
export interface ToldFrom {
  readonly store: EventStore;
  readonly personalData: PersonalData;
}

/**
 * Every fact of a stream in its order, each with what it changed. Read as far as somebody goes on asking.
 * @param chunk events that are read at a time
 */
export async function* toldIn(
  { store, personalData }: ToldFrom,
  { stream, holders }: ToldStream,
  chunk: number,
): AsyncGenerator<HistoryEntry, void, undefined> {
  let fields: Fields = {};
  for (let from = 0; ; from += chunk) {
    const events = await store.readStream(stream, { from, limit: chunk });
    for (const stored of events) {
      const event = await personalData.open(stored);
      const told = inWords(event, fields);
      const before = fields;
      fields = { ...before, ...told.sets };
      if (!holders || concerns(event, before, holders)) yield entryOf(event, told, before);
    }
    if (events.length < chunk) return;
  }
}

/** Whether an event of a contact point is about one of these holders: names it, or comes while it holds the point. */
function concerns({ data }: Recorded<DomainEvent>, before: Fields, holders: ReadonlySet<string>): boolean {
  if ('endUserId' in data && data.endUserId !== null) return holders.has(data.endUserId);
  return listIn(before, 'holders').some((id) => holders.has(id));
}

/** Facts of several streams in the order of the log. */
export async function* inLogOrder<Fact extends Pick<HistoryEntry, 'position'>>(
  streams: readonly AsyncGenerator<Fact, void, undefined>[],
): AsyncGenerator<Fact, void, undefined> {
  const heads = await Promise.all(streams.map(async (entries) => ({ entries, next: await entries.next() })));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) if (!head.next.done && (!first || head.next.value.position < (first.next.value as Fact).position)) first = head;
    if (!first || first.next.done) return;
    yield first.next.value;
    first.next = await first.entries.next();
  }
}
