import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import {
  cloudEvent,
  type DataKey,
  EventFeed,
  ExportedLog,
  type KeyVault,
  PersonalData,
  type StoredEvent,
  schemaOf,
  sealed,
  UnknownKey,
} from '@kith/application';
import type { Event, EventMetadata } from '@kith/domain';

const golden = (version: string, file: string) => readFileSync(join(__dirname, '..', 'golden', version, file), 'utf8');

/** The keys of a golden log; those that were destroyed are known as such. */
class GoldenKeys extends MemoryKeyVault {
  constructor(private readonly secrets: Readonly<Record<string, string | null>>) {
    super({ seed: 'golden' });
  }
  override async find(id: string): Promise<DataKey | undefined> {
    const secret = this.secrets[id];
    if (secret === undefined) throw new UnknownKey(id);
    return secret === null ? undefined : { id, secret: Buffer.from(secret, 'base64') };
  }
}

const signal = new AbortController().signal;

/** What is exported, and what the feed tells of the same events one by one. */
async function both(store: MemoryEventStore, vault: KeyVault, tenant: string, isSealed: boolean) {
  const feed = new EventFeed(store, new PersonalData(vault));
  const exported: string[] = [];
  for await (const { events } of new ExportedLog(store, vault, feed).pages({ tenant, after: 0n, upTo: await store.head(), sealed: isSealed, signal }))
    exported.push(...events);
  const own = (await store.readAll({ after: 0n, limit: 100_000 })).events.filter(({ metadata }) => metadata.tenant === tenant);
  const told = await Promise.all(own.map(async (event) => cloudEvent(tenant, await feed.show(event, !isSealed), false)));
  return { exported, told };
}

describe.each(['v1', 'v2', 'v3', 'v4', 'v5', 'v6'])('the golden log %s', (version) => {
  const events = golden(version, 'events.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEvent);
  const { keys } = JSON.parse(golden(version, 'keys.json')) as { keys: Record<string, string | null> };

  it.each([false, true])('is exported byte for byte as each event is told; without personal data: %s', async (isSealed) => {
    const store = new MemoryEventStore();
    for (const { stream, revision, type, data, metadata } of events) await store.append(stream, revision - 1, [{ type, data, metadata }]);
    for (const tenant of new Set(events.map(({ metadata }) => metadata.tenant))) {
      const { exported, told } = await both(store, new GoldenKeys(keys), tenant, isSealed);
      expect(exported).toEqual(told);
    }
  });
});

describe('an export of the log', () => {
  const vault = new MemoryKeyVault({ seed: 'test' });
  const store = new MemoryEventStore();
  const [time, id] = ['2026-03-03T10:00:00.000Z', '0199b5f2-0000-7000-8000-00000000000c'];
  const who = '0199b5f2-0000-7000-8000-00000000000a';
  const stream = `endUser-acme.${who}`;
  let key: DataKey;
  let revision = -1;
  const add = async (event: Event, more: Partial<EventMetadata> = {}, on = stream) => {
    const eventId = `0199b5f2-0000-8000-8000-${String(++revision).padStart(12, '0')}`;
    const actor = { kind: 'service', id: 'desk' } as const;
    const metadata = {
      eventId,
      tenant: 'acme',
      actor,
      occurredAt: time,
      recordedAt: time,
      commandId: id,
      correlationId: id,
      causationId: id,
      schema: schemaOf(event.type),
      ...more,
    };
    const at = on === stream ? revision - 1 : -1;
    await store.append(on, at, [sealed(on, event, metadata, key)]);
    if (on !== stream) revision--;
  };
  const pages = async (of: { after?: bigint; upTo?: bigint; sealed?: boolean; tenant?: string }) => {
    const log = new ExportedLog(store, vault, new EventFeed(store, new PersonalData(vault)));
    const events: string[] = [];
    let upTo = 0n;
    for await (const page of log.pages({ tenant: 'acme', after: 0n, upTo: await store.head(), sealed: false, ...of, signal })) {
      events.push(...page.events);
      upTo = page.upTo;
    }
    return { events, upTo };
  };

  beforeAll(async () => {
    key = await vault.lease();
    await add({ type: 'EndUserCreated', data: { origin: 'api', name: 'Léa "L" \u2028 Martin', tags: ['a,b'] } });
    await add(
      { type: 'EndUserTagged', data: { tags: ['"personal":{"v":1,"k":"k","n":"n","c":"c"}}'], marks: ['m'] } },
      { actor: { kind: 'agent', id: 'bob "b"' } },
    );
    await add({ type: 'EndUserSuspended', data: {} }, { onBehalfOf: 'ann' });
    await add({ type: 'EndUserCreated', data: { origin: 'api', name: 'of somebody else' } }, { tenant: 'other' }, `endUser-other.${who}`);
    for (let n = 0; n < 600; n++) await add({ type: 'EndUserNoted', data: { note: `note ${n}` } });
  });

  it('says of each event what webhooks say of it', async () => {
    for (const isSealed of [false, true]) {
      const { exported, told } = await both(store, vault, 'acme', isSealed);
      expect(exported).toEqual(told);
      expect(exported).toHaveLength(603);
    }
    const [first, , third] = (await pages({})).events.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({
      specversion: '1.0',
      type: 'kith.EndUserCreated.v1',
      subject: who,
      kithpersonal: 'shown',
      data: { name: 'Léa "L" \u2028 Martin' },
    });
    expect(third).toMatchObject({ kithonbehalfof: 'ann' });
  });

  it('holds one event a line, and nothing of another tenant', async () => {
    const { events } = await pages({});
    for (const line of events) expect(line).not.toMatch(/\n|of somebody else/);
  });

  it('goes on behind a position, and ends at one, with nothing twice and nothing left out', async () => {
    const { events: all } = await pages({});
    const first = await pages({ upTo: 300n });
    expect(first.upTo).toBe(300n);
    const rest = await pages({ after: first.upTo });
    expect([...first.events, ...rest.events]).toEqual(all);
    expect((await pages({ after: await store.head() })).events).toEqual([]);
  });

  it('has nothing personal when it is to be sealed', async () => {
    const { events } = await pages({ sealed: true });
    expect(events.join()).not.toMatch(/Martin|note 1|a,b/);
    expect(JSON.parse(events[0] as string)).toMatchObject({ kithpersonal: 'withheld', data: { origin: 'api' } });
  });

  it('tells what is erased as erased', async () => {
    await vault.destroy(key.id);
    const { exported, told } = await both(store, vault, 'acme', false);
    expect(exported).toEqual(told);
    expect(JSON.parse(exported[0] as string)).toMatchObject({ kithpersonal: 'erased', data: { origin: 'api', name: 'erased' } });
    expect(exported.join()).not.toMatch(/Martin|note 1/);
  });
});
