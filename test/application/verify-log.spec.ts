import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { copyLog, type EventStore, eventIdAt, type LogVerified, PersonalData, type StoredText, SystemClock, verifyLog } from '@kith/application';
import { CertifyErasure, EraseProfile, type EventMetadata, endUser, GiveInteraction, interaction, KeepInteraction, streamOf } from '@kith/domain';
import fc from 'fast-check';
import { busyLog } from '../support/busy-log';
import { inMemoryEngine, step } from '../support/in-memory-engine';
import { StoredTexts } from '../support/stored-texts';

const clock = new SystemClock();

/** One log for all tests, as text, and what opens it. */
const made = (async () => {
  const engine = await inMemoryEngine();
  const people = await busyLog(engine);
  return { engine, people, texts: await StoredTexts.of(engine.store) };
})();

const verified = async (events: readonly StoredText[], more: { vault?: MemoryKeyVault; gapless?: boolean; most?: number } = {}): Promise<LogVerified> => {
  const { vault = (await made).engine.vault, gapless = true, ...rest } = more;
  return verifyLog({ store: new StoredTexts(events), personalData: new PersonalData(vault), clock, gapless, ...rest });
};
const kindsIn = async (...given: Parameters<typeof verified>) => [...new Set((await verified(...given)).findings.map(({ kind }) => kind))];

type Damage = (events: StoredText[]) => StoredText[];
/** The log after the damage, every other byte as it was. */
const damaged = async (damage: Damage) => damage([...(await made).texts]);

const at = (events: readonly StoredText[], type: string): number => {
  const found = events.findIndex((event) => event.type === type);
  if (found < 0) throw new Error(`the log has no ${type}`);
  return found;
};
/** The first event of the type, another one. */
const change =
  (type: string, how: (event: StoredText) => Partial<StoredText>): Damage =>
  (events) => {
    const n = at(events, type);
    const event = events[n] as StoredText;
    return events.with(n, { ...event, ...how(event) });
  };
const inMetadata = (type: string, members: Partial<Record<keyof EventMetadata, unknown>>): Damage =>
  change(type, ({ metadata }) => ({ metadata: JSON.stringify({ ...JSON.parse(metadata), ...members }) }));
const inData = (type: string, members: object): Damage => change(type, ({ data }) => ({ data: JSON.stringify({ ...JSON.parse(data), ...members }) }));
/** A change by somebody who also knows how ids are made. */
const rehashed = (type: string, members: object): Damage =>
  change(type, ({ data, metadata, stream, revision, type: of }) => {
    const { personal, ...clear } = { ...JSON.parse(data), ...members };
    const told = JSON.parse(metadata) as EventMetadata;
    const eventId = eventIdAt(told.commandId, stream, revision, of, JSON.stringify(clear));
    return { data: JSON.stringify({ ...clear, ...(personal && { personal }) }), metadata: JSON.stringify({ ...told, eventId }) };
  });
/** Takes the place of another, and counts on from there. */
const renumbered = (events: readonly StoredText[]): StoredText[] => events.map((event, n) => ({ ...event, position: BigInt(n + 1) }));
const swapSealed =
  (one: string, other: string): Damage =>
  (events) => {
    const [a, b] = [at(events, one), at(events, other)];
    const [first, second] = [JSON.parse((events[a] as StoredText).data), JSON.parse((events[b] as StoredText).data)];
    const withPart = (n: number, data: object, personal: object) => ({ ...(events[n] as StoredText), data: JSON.stringify({ ...data, personal }) });
    return events.with(a, withPart(a, first, second.personal)).with(b, withPart(b, second, first.personal));
  };
const exchanged =
  (a: number, b: number): Damage =>
  (events) =>
    renumbered(events.with(a, events[b] as StoredText).with(b, events[a] as StoredText));

describe('a log that is as it was written', () => {
  it('has nothing wrong with it, whatever happened', async () => {
    const { texts } = await made;
    const streams = new Set(texts.map(({ stream }) => stream)).size;
    expect(await verified(texts)).toEqual({ events: texts.length, streams, position: BigInt(texts.length), findings: [], found: 0 });
    expect(new Set(texts.map(({ type }) => type)).size).toBeGreaterThanOrEqual(30);
  });

  it('has nothing wrong with it as a copy, whose positions leave those of the first one free', async () => {
    const [target, { engine }] = [new MemoryEventStore(), await made];
    await copyLog({ source: engine.store, target, clock });
    const copy = await StoredTexts.of(target);
    expect(await verifyLog({ store: target, personalData: engine.personal, clock, gapless: true })).toMatchObject({ found: 0, events: copy.length });
  });

  it('is looked at up to where it ended when the check began, and tells how far that is', async () => {
    const { engine } = await made;
    const progress: number[] = [];
    const result = await verifyLog({ ...engine, personalData: engine.personal, gapless: true, onProgress: ({ share }) => void progress.push(share) });
    expect([result.found, progress.at(-1)]).toEqual([0, 1]);
    expect(await verifyLog({ store: new MemoryEventStore(), personalData: engine.personal, clock, gapless: true })).toMatchObject({ events: 0, found: 0 });
  });

  it('is no longer looked at when that is asked', async () => {
    const { engine } = await made;
    const asked = verifyLog({ store: engine.store, personalData: engine.personal, clock, gapless: true, signal: AbortSignal.abort(new Error('enough')) });
    await expect(asked).rejects.toThrow('enough');
  });
});

describe('a log that was damaged', () => {
  const found: readonly (readonly [what: string, damage: Damage, kinds: readonly string[]])[] = [
    ['a changed word in the clear data', inData('EndUserCreated', { origin: 'agent' }), ['event-id']],
    ['a changed word in the clear data of an event that nothing is sealed in', inData('OrganizationJoined', { cause: 'domain' }), ['event-id']],
    ['a changed word in the clear data, and the id made anew, where something is sealed', rehashed('EndUserCreated', { origin: 'agent' }), ['sealed-part']],
    ['data cut off', change('TicketRouted', ({ data }) => ({ data: data.slice(0, -3) })), ['not-json']],
    ['data that is no object', change('TicketRouted', () => ({ data: '[]' })), ['not-json']],
    ['metadata cut off', change('TicketRouted', ({ metadata }) => ({ metadata: metadata.slice(0, 40) })), ['not-json']],
    ['a changed byte in the sealed part', change('EndUserNoted', ({ data }) => ({ data: data.replace(/"c":"./, '"c":"-') })), ['sealed-part']],
    ['a sealed part without its nonce', change('EndUserNoted', ({ data }) => ({ data: data.replace('"n":', '"m":') })), ['sealed-part']],
    ['a sealed part where none belongs', inData('OrganizationJoined', { personal: { v: 1, k: 'a', n: 'b', c: 'c' } }), ['sealed-part']],
    ['sealed parts of two events of one person, exchanged', swapSealed('EndUserNoted', 'EndUserTagged'), ['sealed-part']],
    ['personal data in clear', inData('EndUserNoted', { note: 'tea' }), ['event-id', 'personal-in-clear']],
    ['another id', inMetadata('TicketRouted', { eventId: '00000000-0000-8000-8000-000000000000' }), ['event-id', 'sealed-part']],
    ['another command', inMetadata('TicketStatusChanged', { commandId: '00000000-0000-8000-8000-000000000000' }), ['event-id']],
    ['another tenant', inMetadata('TicketStatusChanged', { tenant: 'globex' }), ['wrong-tenant']],
    ['another tenant of a key', inMetadata('ApiKeyRevoked', { tenant: 'globex' }), ['wrong-tenant']],
    ['a time that goes back', inMetadata('TicketStatusChanged', { recordedAt: '2020-01-01T00:00:00.000Z' }), ['time-goes-back']],
    ['a time that is none', inMetadata('TicketStatusChanged', { occurredAt: 'yesterday' }), ['metadata']],
    ['an actor of no kind', inMetadata('TicketStatusChanged', { actor: { kind: 'ghost', id: 'x' } }), ['metadata']],
    ['metadata that misses members', inMetadata('TicketStatusChanged', { correlationId: undefined }), ['metadata']],
    ['metadata with strange members', inMetadata('TicketStatusChanged', { corelationId: 'x' } as never), ['metadata']],
    ['a version that nobody has written yet', inMetadata('TicketStatusChanged', { schema: 9 }), ['newer-schema']],
    ['a type that nobody knows', change('TicketStatusChanged', () => ({ type: 'TicketTeleported' })), ['unknown-type']],
    ['a type of other streams', change('TicketStatusChanged', () => ({ type: 'EndUserSuspended' })), ['wrong-stream', 'event-id']],
    ['another type of the same stream', change('EndUserSuspended', () => ({ type: 'EndUserReinstated' })), ['event-id', 'sealed-part']],
    ['a stream of no kind', change('SettingsChanged', () => ({ stream: 'weather-acme.x' })), ['wrong-stream', 'event-id']],
    ['another stream', change('EndUserNoted', () => ({ stream: streamOf.endUser('acme', 'somebody') })), ['revision', 'event-id', 'sealed-part']],
    ['an event taken out of a stream', (events) => renumbered(events.toSpliced(at(events, 'EndUserTagged'), 1)), ['revision']],
    ['an event taken out of the log, the only one of its stream', (events) => events.toSpliced(at(events, 'SettingsChanged'), 1), ['position']],
    ['the first event of a stream taken out', (events) => renumbered(events.toSpliced(at(events, 'TicketOpened'), 1)), ['revision']],
    ['an event that is there twice', (events) => renumbered([...events, events[at(events, 'EndUserNoted')] as StoredText]), ['revision', 'time-goes-back']],
    [
      'two events of one stream, exchanged',
      (events) => exchanged(at(events, 'EndUserTagged'), at(events, 'EndUserNoted'))(events),
      ['revision', 'time-goes-back'],
    ],
    ['a position that goes back', change('EndUserNoted', () => ({ position: 1n })), ['position']],
    ['data that rules cannot go on from', rehashed('SettingsChanged', { changes: null }), ['not-foldable']],
    ['a word of a copy that does not go with the others', inMetadata('EndUserNoted', { copied: { position: '3', upTo: '8' } }), ['copied']],
  ];

  it.each(found)('is found out: %s', async (_, damage, kinds) => {
    expect([...(await kindsIn(await damaged(damage)))].sort()).toEqual(expect.arrayContaining([...kinds].sort()));
  });

  it('is told by what stands where, and names no person', async () => {
    const { people, texts } = await made;
    const note = texts[at(texts, 'EndUserNoted')] as StoredText;
    const { findings } = await verified(await damaged(inData('EndUserNoted', { note: 'likes tea' })));
    expect(findings.map(({ kind, says, ...place }) => place)).toContainEqual({
      stream: streamOf.endUser('acme', people.lea),
      revision: note.revision,
      position: note.position.toString(),
      type: 'EndUserNoted',
    });
    expect(JSON.stringify(findings)).not.toContain('likes tea');
  });

  it('has its findings counted where there are too many to tell', async () => {
    const { texts } = await made;
    const all = texts.map((event) => ({ ...event, type: 'Gone' }));
    const { found, findings } = await verified(all, { most: 3 });
    expect([findings.length, found >= texts.length]).toEqual([3, true]);
  });

  it('is not read on when its first event cannot say where positions begin', async () => {
    const store = new StoredTexts((await made).texts);
    store.begin = () => Promise.reject(new SyntaxError('Unexpected end of JSON input'));
    const { findings } = await verifyLog({ store, personalData: (await made).engine.personal, clock, gapless: true });
    expect(findings).toMatchObject([{ kind: 'unreadable' }]);
  });

  it('is found out by any byte of data or metadata that is another one, but for what only a signature can vouch for', async () => {
    const { texts } = await made;
    const places = fc.record({
      event: fc.nat(texts.length - 1),
      where: fc.constantFrom('data' as const, 'metadata' as const),
      at: fc.nat(),
      byte: fc.integer({ min: 32, max: 126 }),
    });
    await fc.assert(
      fc.asyncProperty(places, async ({ event, where, at: place, byte }) => {
        const given = texts[event] as StoredText;
        const text = given[where];
        const n = place % text.length;
        const other = text.slice(0, n) + String.fromCharCode(byte) + text.slice(n + 1);
        if ((await verified(texts.with(event, { ...given, [where]: other }))).found > 0) return;
        const [before, after] = [JSON.parse(text), JSON.parse(other)];
        // Base64url ends in bits that mean nothing.
        if (where === 'data') expect(bytesOf(after)).toEqual(bytesOf(before));
        else
          for (const name of Object.keys(before))
            if (!unsigned.has(name) && !(name === 'tenant' && given.stream.startsWith('apiKey-'))) expect(after[name]).toEqual(before[name]);
      }),
      { numRuns: Number(process.env.VERIFY_FLIPS ?? 400) },
    );
  });
});

/** Members of metadata that no other part of the log vouches for; nor for the tenant of an API key, which its stream does not name. */
const unsigned = new Set(['actor', 'onBehalfOf', 'occurredAt', 'recordedAt', 'correlationId', 'causationId', 'payloadMac', 'traceparent', 'schema']);
const bytesOf = ({ personal, ...clear }: { personal?: { v: number; k: string; n: string; c: string } }) => ({
  ...clear,
  ...(personal && { ...personal, n: Buffer.from(personal.n, 'base64url'), c: Buffer.from(personal.c, 'base64url') }),
});

describe('what needs a signature over the log', () => {
  const unfound: readonly (readonly [what: string, Damage])[] = [
    ['events taken off its end', (events) => events.slice(0, -2)],
    ['who did it, changed', inMetadata('TicketStatusChanged', { actor: { kind: 'agent', id: 'somebody-else' } })],
    [
      'the tenant of an API key, changed in all of its events',
      (events) => inMetadata('ApiKeyRevoked', { tenant: 'globex' })(inMetadata('ApiKeyCreated', { tenant: 'globex' })(events)),
    ],
    ['when it happened, changed', inMetadata('TicketStatusChanged', { occurredAt: '2026-03-01T00:00:00.000Z' })],
    ['clear data, and the id made anew, where nothing is sealed', rehashed('OrganizationJoined', { default: false })],
    ['the order of events of two streams', (events) => exchanged(at(events, 'SettingsChanged'), at(events, 'TenantCreated'))(events)],
    ['a whole stream taken out, and positions counted anew', (events) => renumbered(events.toSpliced(at(events, 'SettingsChanged'), 1))],
  ];

  it.each(unfound)('is not found out: %s', async (_, damage) => {
    const events = await damaged(damage);
    expect(events).not.toEqual((await made).texts);
    expect(await verified(events)).toMatchObject({ found: 0 });
  });

  it('is a gap, too, in a store whose positions are offsets', async () => {
    const events = await damaged((all) => all.toSpliced(at(all, 'SettingsChanged'), 1));
    expect(await verified(events, { gapless: false })).toMatchObject({ found: 0 });
  });
});

describe('keys', () => {
  const erasedLog = async (erase: boolean) => {
    const engine = await inMemoryEngine();
    const { lea } = await busyLog(engine);
    const [first] = await engine.store.readStream(streamOf.endUser('acme', lea));
    const keyId = (first?.data.personal as { k: string } | undefined)?.k ?? (await keyOf(engine.store, lea));
    if (erase) await engine.runner.run(endUser, new EraseProfile('acme', lea, 'profile', []), step());
    return { engine, keyId, lea, check: () => verifyLog({ store: engine.store, personalData: engine.personal, clock, gapless: true }) };
  };
  const keyOf = async (store: EventStore, endUserId: string): Promise<string> => {
    const { events } = await store.readAll({ after: 0n, limit: 10_000 });
    const point = events.find(({ type, data }) => type === 'ContactPointAttached' && data.endUserId === endUserId);
    if (!point) throw new Error('nothing was attached');
    return (point.data.personal as { k: string }).k;
  };

  it('that were destroyed because their person was erased are as they must be', async () => {
    const { engine, keyId, check } = await erasedLog(true);
    await engine.vault.destroy(keyId);
    expect(await check()).toMatchObject({ found: 0 });
  });

  it('that are destroyed though nobody was erased are found, once for each', async () => {
    const { engine, keyId, check } = await erasedLog(false);
    await engine.vault.destroy(keyId);
    expect((await check()).findings).toMatchObject([{ kind: 'key-destroyed' }]);
  });

  /** What came from nobody, and was said to be somebody's: the key of its own. */
  const assignedTo = async ({ runner, vault }: Awaited<ReturnType<typeof erasedLog>>['engine'], id: string, endUserId: string): Promise<string> => {
    const key = await vault.lease();
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why: [], attached: [], candidates: [], possibleDuplicates: [] } as const;
    const facts = { source: 'desk', sourceId: id, channel: 'email', contactPointId: null, endUserId: null, via: 'email', direction: 'inbound' } as const;
    await runner.run(interaction, new KeepInteraction('acme', id, { ...facts, outcome: 'unidentified', resolution }), step(), key);
    await runner.run(interaction, new GiveInteraction('acme', id, endUserId, undefined, []), step(), await vault.lease());
    return key.id;
  };

  it('of what was nobody’s go with whom it was said to be of, and with nobody else', async () => {
    const { engine, keyId, lea, check } = await erasedLog(true);
    await engine.vault.destroy(keyId);
    await engine.vault.destroy(await assignedTo(engine, 'i1', lea));
    expect(await check()).toMatchObject({ found: 0 });
    await engine.vault.destroy(await assignedTo(engine, 'i2', 'somebody-else'));
    expect((await check()).findings).toMatchObject([{ kind: 'key-destroyed', stream: streamOf.interaction('acme', 'i2') }]);
  });

  it('that a certificate names were destroyed with the erasure', async () => {
    const { engine, keyId, lea, check } = await erasedLog(true);
    await engine.vault.destroy(keyId);
    const other = await assignedTo(engine, 'i2', 'somebody-else');
    await engine.vault.destroy(other);
    expect((await check()).found).toBe(1);
    const told = { erasure: 'e', scope: 'profile', profiles: [lea], contactPoints: [], overwritten: [] } as const;
    await engine.runner.run(endUser, new CertifyErasure('acme', lea, { ...told, keys: [keyId, other] }), step());
    expect(await check()).toMatchObject({ found: 0 });
  });

  it('that open again what was erased are found', async () => {
    const { check } = await erasedLog(true);
    expect((await check()).findings).toMatchObject([{ kind: 'not-erased', type: 'EndUserErased' }]);
  });

  it('whose rows in the vault are damaged are found', async () => {
    const { engine, check } = await erasedLog(false);
    engine.vault.find = () => Promise.reject(Object.assign(new Error('key 7 does not open'), { name: 'KeyVaultUnusable' }));
    expect((await check()).findings[0]).toMatchObject({ kind: 'unknown-key', says: 'its key cannot be had: key 7 does not open' });
  });

  it('that the vault never gave are found with each event that they sealed', async () => {
    const { texts } = await made;
    expect(await kindsIn(texts, { vault: new MemoryKeyVault({ seed: 'another' }) })).toEqual(['unknown-key']);
  });
});
