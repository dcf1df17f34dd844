import type { DomainEvent, Recorded } from '@kith/domain';
import type { ToldFrom } from '../history/told-stream';
import type { RecordsOf } from './exported-records';
import type { Whose } from './own-events';
import type { PersonRecords, RecordOfProfile, RecordPlace, RecordsAsked } from './person-records';

/** Streams that are read side by side. */
const atOnce = 50;

/** What organizations are called, asked for as they come up. */
export class NamesOf {
  private readonly names = new Map<string, string | null>();

  constructor(
    private readonly records: PersonRecords,
    private readonly tenant: string,
  ) {}

  readonly of = (id: string | null): string | null => (id === null ? null : (this.names.get(id) ?? null));

  async learn(ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.names.has(id));
    if (unknown.length === 0) return;
    const names = await this.records.organizationNames(this.tenant, unknown);
    for (const id of unknown) this.names.set(id, names.get(id) ?? null);
  }
}

/** What the records of a person are read with. */
export interface RecordsFrom {
  readonly from: ToldFrom;
  readonly whose: Whose;
  readonly of: RecordsOf;
  readonly names: NamesOf;
}

/** One kind of record: which there are, the name of the stream of each, and what becomes of its events. */
export interface RecordKind<T> {
  readonly list: (asked: RecordsAsked) => Promise<readonly RecordOfProfile[]>;
  readonly stream: (tenant: string, id: string) => string;
  readonly exported: (of: RecordsOf, profileId: string, events: readonly Recorded<DomainEvent>[]) => T | undefined;
}

/** All records of one kind, profile by profile, oldest first; a page of them is in memory at a time. */
export async function* recordsOf<T>({ from, whose, of, names }: RecordsFrom, kind: RecordKind<T>): AsyncGenerator<T, void, undefined> {
  const { tenant } = whose;
  for (const profileId of whose.profileIds) {
    for (let after: RecordPlace | undefined; ; ) {
      const page = await kind.list({ tenant, profileId, limit: atOnce, ...(after && { after }) });
      const read = await Promise.all(page.map(({ id }) => opened(from, whose, kind.stream(tenant, id))));
      await names.learn(read.flat().flatMap(organizationsIn));
      for (const events of read) {
        const record = kind.exported(of, profileId, events);
        if (record) yield record;
      }
      after = page.at(-1);
      if (page.length < atOnce) break;
    }
  }
}

/** The whole stream, opened: records are the person's whoever they were kept for first. Few events make one. */
async function opened({ store, personalData }: ToldFrom, { upTo }: Whose, stream: string): Promise<readonly Recorded<DomainEvent>[]> {
  const events = (await store.readStream(stream)).filter(({ position }) => position <= upTo);
  return Promise.all(events.map((event) => personalData.open(event)));
}

const organizationsIn = ({ data }: DomainEvent): readonly string[] => ('organizationId' in data && data.organizationId ? [data.organizationId as string] : []);
