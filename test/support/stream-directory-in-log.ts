import { type EventStore, StreamDirectory, type StreamsOfPerson } from '@kith/application';
import { idInStream } from '@kith/domain';

/** The directory, read from the log itself: every event, one by one. */
export class StreamDirectoryInLog extends StreamDirectory {
  constructor(private readonly store: EventStore) {
    super();
  }

  async ofPerson(tenant: string, endUserId: string): Promise<StreamsOfPerson> {
    const { events } = await this.store.readAll({ after: 0n, limit: 1_000_000 });
    const links = new Map<string, string>();
    const ids = new Set([endUserId]);
    const attached: [string, string][] = [];
    for (const { type, stream, data, metadata } of events) {
      if (metadata.tenant !== tenant) continue;
      if (stream.startsWith('endUser-')) ids.add(idInStream(stream));
      if (type === 'EndUserMerged') links.set(idInStream(stream), data.survivorId as string);
      if (type === 'EndUserUnmerged') links.delete(idInStream(stream));
      if (type === 'ContactPointAttached') attached.push([idInStream(stream), data.endUserId as string]);
    }
    const canonical = (id: string): string => (links.has(id) ? canonical(links.get(id) as string) : id);
    const profileIds = [...ids].filter((id) => canonical(id) === canonical(endUserId));
    return { profileIds, pointIds: [...new Set(attached.filter(([, holder]) => profileIds.includes(holder)).map(([digest]) => digest))] };
  }
}
