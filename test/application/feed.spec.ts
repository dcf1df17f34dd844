import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import {
  type DataKey,
  EventFeed,
  type EventStore,
  EventStoreUnavailable,
  type FedEvent,
  type FeedFilter,
  type FeedRequest,
  PersonalData,
  type StoredEvent,
  schemaOf,
  sealed,
  subjectOf,
} from '@kith/application';
import type { Event, EventMetadata } from '@kith/domain';
import fc from 'fast-check';

const [lea, max] = ['0199b5f2-0000-7000-8000-00000000000a', '0199b5f2-0000-7000-8000-00000000000b'] as const;
const point = { channel: 'email', scope: '', key: 'lea@example.org', value: 'Lea@example.org', normaliser: 'email/1', verified: false };

/** One of each kind of event that the feed treats in its own way. */
const kinds: readonly ((who: string, tenant: string) => Event & { readonly stream: string })[] = [
  (who, tenant) => ({ stream: `endUser-${tenant}.${who}`, type: 'EndUserCreated', data: { origin: 'api', name: 'Léa "L" Martin' } }),
  (who, tenant) => ({ stream: `endUser-${tenant}.${who}`, type: 'EndUserSuspended', data: { reason: 'spam\nand more' } }),
  (who, tenant) => ({ stream: `contactPoint-${tenant}.p${who}`, type: 'ContactPointAttached', data: { ...point, endUserId: who } }),
  (who, tenant) => ({ stream: `contactPoint-${tenant}.p${who}`, type: 'ContactPointReleased', data: { endUserId: who, cause: 'detached' } }),
  (who, tenant) => ({ stream: `interaction-${tenant}.i${who}`, type: 'InteractionAssigned', data: { endUserId: who } }),
  (who, tenant) => ({
    stream: `interaction-${tenant}.i${who}`,
    type: 'InteractionRecorded',
    data: { source: 'desk', sourceId: 'é"1', contactPointId: 'd', endUserId: null, via: 'email', resolution: { why: [{ rule: 'held-by', endUserId: max }] } },
  }),
  (who, tenant) => ({ stream: `endUser-${tenant}.${who}`, type: 'EndUserCreated', data: { name: 'no clear field at all' } }),
  // Data that looks like something else to whoever looks at its text alone.
  (who, tenant) => ({ stream: `interaction-${tenant}.i${who}`, type: 'InteractionAssigned', data: { source: { endUserId: max }, endUserId: who } }),
  (who, tenant) => ({
    stream: `interaction-${tenant}.i${who}`,
    type: 'InteractionAssigned',
    data: { 'a"endUserId': max, endUserId: who, reason: '"endUserId":' },
  }),
  (_, tenant) => ({ stream: `settings-${tenant}`, type: 'SettingsChanged', data: { version: 1, changes: { personal: { v: 1, k: 'k', n: 'n', c: 'c' } } } }),
  (_, tenant) => ({ stream: `settings-${tenant}`, type: 'SettingsChanged', data: { version: 1, text: '"personal":{"v":1,"k":"k","n":"n","c":"c"}}' } }),
  (_, tenant) => ({ stream: `settings-${tenant}`, type: 'SettingsChanged', data: { version: 1, changes: { defaultRegion: 'FR' } } }),
  (who, tenant) => ({
    stream: `endUser-${tenant}.${who}`,
    type: 'EndUserMerged',
    data: { mergeId: 'm', survivorId: 'the survivor', reason: '"personal":', members: [who, 'é "quoted"'], differentFrom: [{ endUserId: max }] },
  }),
  (who, tenant) => ({ stream: `endUser-${tenant}.${who}`, type: 'EndUserMerged', data: { mergeId: 'm', survivorId: max, members: [who], differentFrom: [] } }),
  (who, tenant) => ({ stream: `endUser-${tenant}.${who}`, type: 'EndUserUnmerged', data: { mergeId: 'm', members: [who, max], differentFrom: [] } }),
  (who) => ({ stream: `apiKey-${who}`, type: 'ApiKeyCreated', data: { role: 'agent', clientName: 'desk', secretHash: 'never-to-be-seen' } }),
];

class Log {
  readonly vault = new MemoryKeyVault({ seed: 'test' });
  readonly revisions = new Map<string, number>();
  private key: DataKey | undefined;
  private count = 0;

  constructor(readonly store: EventStore = new MemoryEventStore()) {}

  get feed(): EventFeed {
    return new EventFeed(this.store, new PersonalData(this.vault));
  }

  async add({ stream, type, data }: Event & { readonly stream: string }, more: Partial<EventMetadata> = {}): Promise<void> {
    this.key ??= await this.vault.lease();
    const eventId = `0199b5f2-0000-8000-8000-${(++this.count).toString().padStart(12, '0')}`;
    const [time, id] = ['2026-03-03T10:00:00.000Z', '0199b5f2-0000-7000-8000-00000000000c'];
    const metadata: EventMetadata = {
      eventId,
      tenant: 'acme',
      actor: { kind: 'service', id: 'desk' },
      occurredAt: time,
      recordedAt: time,
      commandId: id,
      payloadMac: 'mac-of-the-payload',
      correlationId: id,
      causationId: id,
      schema: schemaOf(type),
      ...more,
    };
    const revision = (this.revisions.get(stream) ?? -1) + 1;
    this.revisions.set(stream, revision);
    await this.store.append(stream, revision - 1, [sealed(stream, { type, data }, metadata, this.key)]);
  }

  async addAny([kind, who, tenant, actor]: Step): Promise<void> {
    const event = (kinds[kind] as (typeof kinds)[number])(who, tenant);
    await this.add(event, { tenant, actor: { kind: 'agent', id: actor } });
  }
}

type Step = readonly [kind: number, who: string, tenant: string, actor: string];
const steps = (maxLength: number) =>
  fc.array(fc.tuple(fc.nat(kinds.length - 1), fc.constantFrom(lea, max), fc.constantFrom('acme', 'other'), fc.constantFrom('ann', 'bob "b"')), { maxLength });
const filters: fc.Arbitrary<FeedFilter> = fc.record(
  {
    types: fc.uniqueArray(fc.constantFrom('EndUserCreated', 'EndUserSuspended', 'ContactPointAttached', 'ApiKeyCreated'), { minLength: 1 }),
    streams: fc.uniqueArray(fc.constantFrom(`endUser-acme.${lea}`, `contactPoint-acme.p${max}`, 'endUser', 'settings', 'endUser-acme.nobody'), {
      minLength: 1,
      maxLength: 2,
    }),
    actor: fc.constantFrom('ann', 'bob "b"'),
    subject: fc.constantFrom(lea, max),
  },
  { requiredKeys: [] },
);

/** What a filter lets through, said in the plainest way. */
const lets = ({ types, streams, actor, subject }: FeedFilter, { type, stream, actor: by, subject: about }: FedEvent): boolean =>
  (!types || types.includes(type)) &&
  (!streams || streams.some((name) => stream === name || stream.startsWith(`${name}-`))) &&
  (!actor || by.id === actor) &&
  (!subject || about === subject);

const asked = (more: Partial<FeedRequest> = {}): FeedRequest => ({
  tenant: 'acme',
  after: 0n,
  filter: {},
  personal: false,
  live: false,
  signal: new AbortController().signal,
  ...more,
});
async function all(feed: EventFeed, more: Partial<FeedRequest> = {}): Promise<FedEvent[]> {
  const events: FedEvent[] = [];
  for await (const page of feed.pages(asked(more))) events.push(...page.events);
  return events;
}
const storedOf = async (store: EventStore): Promise<readonly StoredEvent[]> => (await store.readAll({ after: 0n, limit: 100_000 })).events;

describe('the feed of a log', () => {
  it('is what the filter lets through of the tenant’s events, in their order, wherever reading is cut', () =>
    fc.assert(
      fc.asyncProperty(steps(60), filters, fc.boolean(), fc.array(fc.nat(60)), async (happened, filter, personal, cuts) => {
        const log = new Log();
        for (const step of happened) await log.addAny(step);
        const { feed } = log;
        const shown = await Promise.all((await storedOf(log.store)).filter((e) => e.metadata.tenant === 'acme').map((e) => feed.show(e, personal)));
        const ends = [...new Set([...cuts.map((cut) => BigInt(Math.min(cut, happened.length))), BigInt(happened.length)])].sort((a, b) => Number(a - b));
        const read: FedEvent[] = [];
        const texts: string[] = [];
        let after = 0n;
        for (const upTo of ends) {
          read.push(...(await all(feed, { after, upTo, filter, personal })));
          for await (const page of feed.texts(asked({ after, upTo, filter, personal }))) {
            texts.push(...page.events.map(({ json }) => json));
            after = page.upTo;
          }
          expect(after).toBe(upTo);
        }
        expect(read).toEqual(shown.filter((event) => lets(filter, event)));
        expect(texts).toEqual(read.map((event) => JSON.stringify(event)));
      }),
      { numRuns: 300 },
    ));

  it('ends at the head as it was when asked, whatever is appended while it is read', async () => {
    const log = new Log();
    for (let i = 0; i < 600; i++) await log.addAny([1, lea, 'acme', 'ann']);
    const positions: string[] = [];
    for await (const { events } of log.feed.pages(asked())) {
      positions.push(...events.map(({ position }) => position));
      await log.addAny([0, max, 'acme', 'ann']);
    }
    expect(positions).toEqual(Array.from({ length: 600 }, (_, i) => String(i + 1)));
  });

  it('of one stream is read from that stream, in pages, also behind a position', async () => {
    const log = new Log();
    for (let i = 0; i < 700; i++) await log.addAny([i % 2, i % 7 === 0 ? lea : max, 'acme', 'ann']);
    const [whole, stream] = [await all(log.feed), `endUser-acme.${max}`];
    jest.spyOn(log.store, 'readAll').mockRejectedValue(new Error('the whole log was read'));
    for (const after of [0n, 1n, 333n, 698n, 700n, 900n])
      expect(await all(log.feed, { after, filter: { streams: [stream] } })).toEqual(whole.filter((e) => e.stream === stream && BigInt(e.position) > after));
    expect(await all(log.feed, { tenant: 'other', filter: { streams: [stream] } })).toEqual([]);
  });
});

describe('personal fields', () => {
  const names = async (log: Log, personal: boolean) => (await all(log.feed, { personal })).map(({ personal: shown, data }) => [shown, data.name ?? null]);

  it('are withheld or shown as asked, and read as erased once their person is, and the ciphertext is never shown', async () => {
    const log = new Log();
    await log.addAny([0, lea, 'acme', 'ann']);
    await log.addAny([3, lea, 'acme', 'ann']);
    expect(await names(log, false)).toEqual([
      ['withheld', null],
      ['none', null],
    ]);
    expect(await names(log, true)).toEqual([
      ['shown', 'Léa "L" Martin'],
      ['none', null],
    ]);
    const [{ data }] = (await storedOf(log.store)) as [StoredEvent];
    await log.vault.destroy((data.personal as { k: string }).k);
    expect(await names(log, true)).toEqual([
      ['erased', 'erased'],
      ['none', null],
    ]);
    for (const personal of [true, false]) for (const event of await all(log.feed, { personal })) expect(event.data).not.toHaveProperty('personal');
  });

  it('hide no secret: hashes and secrets of keys and webhooks, and MACs of payloads, are in no answer', async () => {
    const log = new Log();
    await log.addAny([kinds.length - 1, lea, 'acme', 'ann']);
    const [key] = await all(log.feed, { personal: true });
    expect(key).toMatchObject({ type: 'ApiKeyCreated', data: { role: 'agent', clientName: 'desk' } });
    const [stored] = (await storedOf(log.store)) as [StoredEvent];
    jest
      .spyOn(log.store, 'readAll')
      .mockResolvedValue({ events: [{ ...stored, type: 'WebhookCreated', data: { secret: 'whsec_never-to-be-seen' } }], upTo: 1n, atHead: true });
    const [webhook] = await all(log.feed, { personal: true });
    expect(webhook).toMatchObject({ type: 'WebhookCreated', data: {} });
    expect(JSON.stringify([key, webhook])).not.toMatch(/never-to-be-seen|mac-of-the-payload/);
  });
});

describe('an event', () => {
  const stored = (stream: string, data: Record<string, unknown>) => ({ stream, data });
  it('is about the end user whose stream it is in, or whom it names as holder', () => {
    expect(subjectOf(stored(`endUser-acme.${lea}`, { endUserId: max }))).toBe(lea);
    expect(subjectOf(stored('contactPoint-acme.d', { endUserId: max }))).toBe(max);
    expect(subjectOf(stored('interaction-acme.d', { endUserId: null }))).toBeNull();
    expect(subjectOf(stored('contactPoint-acme.d', {}))).toBeNull();
    expect(subjectOf(stored('settings-acme', { endUserId: max }))).toBeNull();
  });

  it('of a merge or an unmerge says which ids lead elsewhere from there on, and no other does', async () => {
    const log = new Log();
    const links = { mergeId: 'm', attemptId: 'm1', named: { survivorId: max, mergedId: lea }, differentFrom: [] };
    await log.add({ stream: `endUser-acme.${lea}`, type: 'EndUserMerged', data: { ...links, survivorId: max, members: [lea, 'below'] } });
    await log.add({ stream: `endUser-acme.${max}`, type: 'EndUserAbsorbed', data: { ...links, mergedId: lea, members: [lea, 'below'] } });
    await log.add({ stream: `endUser-acme.${lea}`, type: 'EndUserUnmerged', data: { mergeId: 'm', members: [lea, 'below'], differentFrom: [] } });
    expect((await all(log.feed)).map(({ rekey }) => rekey?.map(({ endUserId, canonicalId }) => [endUserId, canonicalId]) ?? null)).toEqual([
      [
        [lea, max],
        ['below', max],
      ],
      null,
      [
        [lea, lea],
        ['below', lea],
      ],
    ]);
  });

  it('of an older version is shown in the current shape, and says so', async () => {
    const log = new Log();
    await log.add({ stream: 'contactPoint-acme.d', type: 'ContactPointReleased', data: { endUserId: lea, cause: 'detached' } }, { schema: 1 });
    expect(await all(log.feed)).toMatchObject([{ schema: 2, data: { endUserId: lea, cause: 'detached' } }]);
  });

  it('of a type or version that this program does not know ends the feed, unless it is another tenant’s', async () => {
    for (const [change, schema] of [
      [{ type: 'EndUserTeleported' }, 1],
      [{ type: 'EndUserCreated' }, 9],
    ] as const) {
      const log = new Log();
      await log.addAny([0, lea, 'acme', 'ann']);
      await log.addAny([0, max, 'acme', 'ann']);
      const [first, second] = (await storedOf(log.store)) as [StoredEvent, StoredEvent];
      const newer: StoredEvent = { ...second, ...change, metadata: { ...second.metadata, schema } };
      jest.spyOn(log.store, 'readAll').mockResolvedValue({ events: [first, newer], upTo: 2n, atHead: true });
      for (const personal of [true, false]) await expect(all(log.feed, { personal })).rejects.toThrow();
      expect(await all(log.feed, { tenant: 'other' })).toEqual([]);
    }
  });
});

describe('a feed that is followed', () => {
  /** Follows until so many events were seen, from `after` on; what comes back is where to go on. */
  async function follow(feed: EventFeed, after: bigint, filter: FeedFilter, seen: FedEvent[], enough: (position: bigint) => boolean): Promise<bigint> {
    const stop = new AbortController();
    let position = after;
    for await (const page of feed.pages(asked({ after, filter, live: true, signal: stop.signal }))) {
      seen.push(...page.events);
      position = page.upTo;
      if (enough(position)) stop.abort();
    }
    return position;
  }

  it(
    'has every event once and in order, while others append and whoever follows comes and goes',
    () =>
      fc.assert(
        fc.asyncProperty(steps(80), filters, fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), async (happened, filter, patience) => {
          const log = new Log();
          const { feed } = log;
          const end = BigInt(happened.length + 1);
          const appending = (async () => {
            for (const [i, step] of happened.entries()) {
              await log.addAny(step);
              if (i % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
            }
            await log.addAny([5, lea, 'acme', 'the end']);
          })();
          const follower = async () => {
            const seen: FedEvent[] = [];
            let position = 0n;
            for (let turn = 0; position < end; turn++) {
              let pages = patience[turn % patience.length] ?? 0;
              position = await follow(feed, position, filter, seen, (reached) => pages-- <= 0 || reached === end);
              await new Promise((resolve) => setImmediate(resolve));
            }
            return seen;
          };
          const [, ...each] = await Promise.all([appending, follower(), follower(), follower()]);
          const whole = (await all(feed)).filter((event) => lets(filter, event));
          for (const seen of each) expect(seen).toEqual(whole);
        }),
        { numRuns: 200 },
      ),
    60_000,
  );

  it('waits for whoever is slow, however much is appended meanwhile', async () => {
    const log = new Log();
    const { feed } = log;
    const stop = new AbortController();
    const slow = feed.pages(asked({ live: true, signal: stop.signal }));
    await log.addAny([0, lea, 'acme', 'ann']);
    const seen = [...((await slow.next()).value?.events ?? [])];
    for (let i = 0; i < 10_000; i++) {
      await log.addAny([1, lea, 'acme', 'ann']);
      if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    while (seen.length < 10_001) seen.push(...((await slow.next()).value?.events ?? []));
    stop.abort();
    expect((await slow.next()).done).toBe(true);
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: 10_001 }, (_, i) => String(i + 1)));
  });

  it('begins right behind the position that was named, also in the middle of what others are being sent', async () => {
    const log = new Log();
    const { feed } = log;
    await log.addAny([0, lea, 'acme', 'ann']);
    const stop = new AbortController();
    const first = feed.pages(asked({ after: 1n, live: true, signal: stop.signal }));
    await first.next();
    await Promise.all(Array.from({ length: 10 }, () => log.addAny([1, lea, 'acme', 'ann'])));
    const positions = (page: { readonly events: readonly FedEvent[] } | undefined) => page?.events.map(({ position }) => position);
    expect(positions((await first.next()).value ?? undefined)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
    const seen: FedEvent[] = [];
    expect(await follow(feed, 6n, {}, seen, () => true)).toBe(11n);
    expect(positions({ events: seen })).toEqual(['7', '8', '9', '10', '11']);
    stop.abort();
  });

  it('is read from the store once for all who follow it', async () => {
    const log = new Log();
    const reads = jest.spyOn(log.store, 'subscribe');
    const stop = new AbortController();
    const { feed } = log;
    const counts = Array.from({ length: 20 }, async () => {
      let count = 0;
      for await (const { events } of feed.pages(asked({ live: true, signal: stop.signal }))) {
        count += events.length;
        if (count === 50) return count;
      }
      return count;
    });
    for (let i = 0; i < 50; i++) await log.addAny([1, lea, 'acme', 'ann']);
    expect(await Promise.all(counts)).toEqual(counts.map(() => 50));
    expect(reads).toHaveBeenCalledTimes(1);
    expect(reads.mock.calls[0]?.[0].signal.aborted).toBe(true);
  });

  it('ends with the error when the store fails, and begins afresh for the next who follows', async () => {
    const log = new Log();
    const { feed } = log;
    await log.addAny([0, lea, 'acme', 'ann']);
    const failing = jest.spyOn(log.store, 'subscribe').mockImplementationOnce(() => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new EventStoreUnavailable('away')) }),
    }));
    const followed = async () => {
      for await (const { events } of feed.pages(asked({ live: true }))) if (events.length === 0) throw new Error('nothing came');
    };
    await expect(Promise.all([followed(), followed()])).rejects.toThrow(EventStoreUnavailable);
    expect(failing).toHaveBeenCalledTimes(1);
    const [seen, stop] = [[] as FedEvent[], () => seen.length === 1];
    await follow(feed, 0n, {}, seen, stop);
    expect(seen).toMatchObject([{ type: 'EndUserCreated' }]);
  });
});
