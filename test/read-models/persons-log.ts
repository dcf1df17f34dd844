import { type DomainEvent, eventCatalogue, idInStream, streamOf } from '@kith/domain';
import { type DataOf, TestLog, type Told } from './log';

type Data = Readonly<Record<string, unknown>>;

/** Somebody who is erased. */
export interface ErasedPerson {
  readonly tenant: string;
  readonly id: string;
}

/**
 * A log that is sealed as the engine seals it: what counts as the words of a person is under that person's key, in whatever stream it stands;
 * an interaction that was nobody's is under one of its own. Keys are in hand also after they were destroyed: what is appended then had been on
 * its way.
 */
export class PersonsLog extends TestLog {
  /** Everybody who was erased, in order. */
  readonly erased: ErasedPerson[] = [];
  /** Who was to be created and never was. */
  readonly lost: ErasedPerson[] = [];
  /** Digests of contact points that somebody holds, by the stream of the end user. */
  readonly held = new Map<string, Set<string>>();
  /** By ticket: whose key its first event is under. */
  private readonly openedFor = new Map<string, string>();
  /** Streams of interactions that were assigned, by the stream of the end user. */
  private readonly assigned = new Map<string, Set<string>>();

  /** @param marked whether every personal text says whose key it is under */
  constructor(private readonly marked = false) {
    super();
  }

  override append<T extends DomainEvent['type']>(stream: string, type: T, data: DataOf<T>, told: Told = {}): Promise<bigint> {
    const { tenant = 'acme' } = told;
    const owner = this.ownerOf(stream, type, data as Data, tenant);
    if (type === 'TicketOpened') this.openedFor.set(stream, owner);
    if (type === 'InteractionAssigned') setIn(this.assigned, owner).add(stream);
    if (type === 'ContactPointAttached') setIn(this.held, owner).add(idInStream(stream));
    if (type === 'ContactPointReleased') this.held.get(streamOf.endUser(tenant, (data as { endUserId: string }).endUserId))?.delete(idInStream(stream));
    if (type === 'EndUserErased') this.erased.push({ tenant, id: idInStream(stream) });
    return super.append(stream, type, this.marked ? marked(type, data, markOf(owner)) : data, told);
  }

  /** Nothing of the end user can be read again: the key is gone, and those of the interactions that were said to be theirs. */
  async destroyKeysOf(person: ErasedPerson): Promise<void> {
    for (const stream of this.streamsOf(person)) await this.erase(stream);
  }

  /** What marks the texts that are gone with an end user. */
  marksOf(person: ErasedPerson): readonly string[] {
    return this.streamsOf(person).map(markOf);
  }

  private streamsOf({ tenant, id }: ErasedPerson): readonly string[] {
    const stream = streamOf.endUser(tenant, id);
    return [stream, ...(this.assigned.get(stream) ?? [])];
  }

  protected override sealingStreamOf(stream: string, type: string, data: object, { tenant = 'acme' }: Told): string {
    return this.ownerOf(stream, type, data as Data, tenant);
  }

  private ownerOf(stream: string, type: string, data: Data, tenant: string): string {
    const endUser = (id: unknown) => streamOf.endUser(tenant, String(id));
    switch (type) {
      case 'ContactPointAttached':
      case 'InteractionAssigned':
        return endUser(data.endUserId);
      case 'InteractionRecorded':
        return data.endUserId === null ? stream : endUser(data.endUserId);
      case 'TicketOpened':
        return endUser(data.requesterId);
      case 'MergeReserved':
        return data.role === 'merged' ? stream : endUser(data.otherId);
      case 'EndUserSeparated':
        return endUser(data.mergedId);
      case 'EndUsersDeclaredDifferent':
      case 'DifferenceWithdrawn':
        return endUser([String(data.endUserId), String(data.otherId)].sort()[0]);
      default:
        return this.openedFor.get(stream) ?? stream;
    }
  }
}

const markOf = (stream: string): string => `zq${stream.replace(/[^a-z0-9]/gi, '').toLowerCase()}qz`;

/** The data with the mark at the end of each personal text. */
function marked<D>(type: string, data: D, mark: string): D {
  const personal: readonly string[] = eventCatalogue[type]?.personal ?? [];
  const withMark = (value: unknown): unknown => {
    if (typeof value === 'string') return `${value}${mark}`;
    if (Array.isArray(value)) return value.map(withMark);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [`${name}${mark}`, withMark(one)]));
  };
  return Object.fromEntries(Object.entries(data as object).map(([name, value]) => [name, personal.includes(name) ? withMark(value) : value])) as D;
}

function setIn(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key) ?? new Set<string>();
  map.set(key, known);
  return known;
}
