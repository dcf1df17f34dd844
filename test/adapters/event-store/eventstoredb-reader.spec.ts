import type { Connection } from '../../../libs/adapters/src/event-store/eventstoredb-connection';
import { InFlight } from '../../../libs/adapters/src/event-store/eventstoredb-in-flight';
import { ServerReader } from '../../../libs/adapters/src/event-store/eventstoredb-reader';

/** As much of an answer as the reader looks at. */
const eventAt = (position: bigint) => ({
  getEvent: () => ({
    getEvent: () => ({
      getCommitPosition: () => String(position),
      getMetadataMap: () => new Map([['type', 'Thing']]),
      getStreamIdentifier: () => ({ getStreamName_asU8: () => Buffer.from('thing-acme.1') }),
      getStreamRevision: () => '0',
      getId: () => ({ getString: () => 'id' }),
      getData_asU8: () => Buffer.from('{}'),
      getCustomMetadata_asU8: () => Buffer.from('{}'),
    }),
  }),
});

describe('reading the last event of a server', () => {
  it('believes an answer that was true when it was asked for, whatever was appended meanwhile', async () => {
    let [head, asked] = [100n, 0];
    const connection = {
      read: async (_: unknown, { take }: { take(message: unknown): boolean }) => {
        asked += 1;
        const answer = head;
        // Another caller appends while the answer is on its way, each time.
        head += 10n;
        reader.saw(head);
        take(eventAt(answer));
      },
    } as unknown as Connection;
    const reader = new ServerReader(connection, '', new InFlight(1));
    expect((await reader.last(200))?.position).toBe(100n);
    expect(asked).toBe(1);
  });

  it('asks again when less is told than was known before', async () => {
    const answers = [90n, 100n];
    const connection = {
      read: async (_: unknown, { take }: { take(message: unknown): boolean }) => void take(eventAt(answers.shift() ?? 0n)),
    } as unknown as Connection;
    const reader = new ServerReader(connection, '', new InFlight(1));
    reader.saw(95n);
    expect((await reader.last())?.position).toBe(100n);
  });
});
