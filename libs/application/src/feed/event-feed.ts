import type { EventMetadata } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent, type StoredText } from '../event-store';
import { PersonalData, withoutPersonal } from '../personal-data';
import { type FedEvent, fed, type PersonalShown, subjectOf } from './fed-event';
import { clearText, copiedText, type FedText, fedText } from './fed-text';
import { type FeedFilter, matching, onlyStream } from './feed-filter';
import { Tail } from './tail';

/** What somebody wants to read of the log. */
export interface FeedRequest {
  readonly tenant: string;
  /** Exclusive; 0n is the beginning. */
  readonly after: bigint;
  readonly filter: FeedFilter;
  /** Whether the reader may see personal fields. */
  readonly personal: boolean;
  /** Goes on with what is appended, until aborted; else it ends at `upTo`. */
  readonly live: boolean;
  /** Inclusive; the head as it is when asked when absent. */
  readonly upTo?: bigint;
  readonly signal: AbortSignal;
}

/** A stretch of the feed. */
export interface FedPage<Event = FedEvent> {
  readonly events: readonly Event[];
  /** Everything up to here was looked at, also what the filter left out: resume after it. */
  readonly upTo: bigint;
  /** Nothing that the request covers lay after `upTo` when the page was read. */
  readonly atHead: boolean;
}

/** An event with what may be seen of its data. */
interface Seen {
  readonly personal: PersonalShown;
  readonly data: object;
}

const pageSize = 512;

/** The log of one tenant as those outside the engine read it: in commit order, without gaps, personal fields only for who may see them. */
@Injectable()
export class EventFeed {
  private readonly tail: Tail;
  /** Texts without personal fields of what is followed at the moment. */
  private readonly sent = new WeakMap<StoredEvent, FedText>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personalData: PersonalData,
  ) {
    this.tail = new Tail(store);
  }

  /**
   * The event as a reader sees it who may see personal fields, or may not.
   * @throws Error for a type or version this program does not know: whoever reads it must stop, not skip it
   */
  async show(stored: StoredEvent, personal: boolean): Promise<FedEvent> {
    const seen = clear(stored, personal) ?? (await this.opened(stored));
    return fed(stored, seen.personal, seen.data);
  }

  /**
   * The pages that a request covers, those without events too: whoever resumes need not look again at what was left out.
   * @throws PositionUnknown, EventStoreUnavailable, KeyVaultUnavailable, and what {@link show} throws
   */
  async *pages(request: FeedRequest): AsyncGenerator<FedPage, void, undefined> {
    for await (const { events, ...page } of this.found(request)) {
      const shown: FedEvent[] = [];
      for (const stored of events) shown.push(await this.show(stored, request.personal));
      yield { ...page, events: shown };
    }
  }

  /** The same pages, their events ready to be sent. */
  async *texts(request: FeedRequest): AsyncGenerator<FedPage<FedText>, void, undefined> {
    if (!request.personal && !request.live && onlyStream(request.filter) === undefined) return yield* this.copied(request);
    for await (const { events, ...page } of this.found(request)) {
      const texts: FedText[] = [];
      for (const stored of events) texts.push(this.textOf(stored, request) ?? (await this.openedText(stored)));
      yield { ...page, events: texts };
    }
  }

  /** The texts of a stretch of the log, as they lie in the store wherever nothing of them must change. */
  private async *copied({ tenant, filter, after, upTo, signal }: FeedRequest): AsyncGenerator<FedPage<FedText>, void, undefined> {
    const wanted = matching(tenant, filter);
    const text = (stored: StoredText): FedText | undefined => {
      const { stream, revision, position, type, data } = stored;
      const about = { stream, revision, position, type, metadata: JSON.parse(stored.metadata) as EventMetadata };
      if (about.metadata.tenant !== tenant) return undefined;
      const clearly = clearText(stored, about.metadata);
      if (clearly && !wanted(about, clearly.subject)) return undefined;
      return (clearly && copiedText(about, clearly)) ?? this.parsedText({ ...about, data: JSON.parse(data) }, wanted);
    };
    const types = filter.types && { types: filter.types };
    const read = (position: bigint) => this.store.readTexts({ after: position, limit: pageSize, ...types });
    for await (const { events, ...page } of ofLog(read, after, upTo ?? (await this.store.head()))) {
      if (signal.aborted) return;
      yield { ...page, events: events.flatMap((stored) => text(stored) ?? []) };
      await turn();
    }
  }

  private parsedText(stored: StoredEvent, wanted: ReturnType<typeof matching>): FedText | undefined {
    if (!wanted(stored, subjectOf(stored))) return undefined;
    const seen = clear(stored, false) as Seen;
    return fedText(stored, seen.personal, seen.data);
  }

  /** Undefined for one that must be opened. Whoever follows without seeing personal fields is sent the same text as all others. */
  private textOf(stored: StoredEvent, { personal, live }: FeedRequest): FedText | undefined {
    const known = live ? this.sent.get(stored) : undefined;
    if (known && (!personal || stored.data.personal === undefined)) return known;
    const seen = clear(stored, personal);
    if (!seen) return undefined;
    const text = fedText(stored, seen.personal, seen.data);
    if (live) this.sent.set(stored, text);
    return text;
  }

  private async openedText(stored: StoredEvent): Promise<FedText> {
    const { personal, data } = await this.opened(stored);
    return fedText(stored, personal, data);
  }

  private async opened(stored: StoredEvent): Promise<Seen> {
    const { erased, data } = await this.personalData.open(stored);
    return { personal: erased ? 'erased' : 'shown', data };
  }

  private async *found(request: FeedRequest): AsyncGenerator<FedPage<StoredEvent>, void, undefined> {
    const { tenant, filter, after, live, signal } = request;
    const passes = matching(tenant, filter);
    const wanted = (stored: StoredEvent) => passes(stored, subjectOf(stored));
    if (live) {
      for await (const { events, ...page } of this.tail.follow(after, filter.types, signal)) yield { ...page, events: events.filter(wanted) };
      return;
    }
    const upTo = request.upTo ?? (await this.store.head());
    const stream = onlyStream(filter);
    const types = filter.types && { types: filter.types };
    const read = (position: bigint) => this.store.readAll({ after: position, limit: pageSize, ...types });
    for await (const page of stream === undefined ? ofLog(read, after, upTo) : this.ofStream(stream, after, upTo)) {
      if (signal.aborted) return;
      yield { ...page, events: page.events.filter(wanted) };
      await turn();
    }
  }

  /** A stream has an index of its own, so that its history costs what it holds, not what the log holds. */
  private async *ofStream(stream: string, after: bigint, head: bigint): AsyncGenerator<FedPage<StoredEvent>, void, undefined> {
    await this.store.assertKnows(after);
    for (let from = 0; ; from += pageSize) {
      const read = await this.store.readStream(stream, { from, limit: pageSize });
      const events = read.filter(({ position }) => position > after && position <= head);
      const last = read.at(-1);
      const atHead = read.length < pageSize || (last !== undefined && last.position >= head);
      yield { events, upTo: atHead ? larger(after, head) : larger(after, last?.position ?? after), atHead };
      if (atHead) return;
    }
  }
}

/** The pages behind a position, up to another one. */
async function* ofLog<Event extends { readonly position: bigint }>(
  read: (after: bigint) => Promise<FedPage<Event>>,
  after: bigint,
  head: bigint,
): AsyncGenerator<FedPage<Event>, void, undefined> {
  for (let position = after; ; ) {
    const page = await read(position);
    const atHead = page.upTo >= head || page.atHead;
    yield atHead ? { events: page.events.filter((event) => event.position <= head), upTo: larger(position, head), atHead } : page;
    if (atHead) return;
    position = page.upTo;
  }
}

/** Reading may be synchronous: without a turn of the event loop between pages, a long replay would starve everything else. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What is seen without opening anything; undefined for an event that must be opened. */
function clear(stored: StoredEvent, personal: boolean): Seen | undefined {
  const sealed = stored.data.personal !== undefined;
  if (sealed && personal) return undefined;
  return { personal: sealed ? 'withheld' : 'none', data: withoutPersonal(stored).data };
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
