import { MemoryEventStore } from '@kith/adapters';
import type { ExportedFact } from '@kith/application';
import {
  AssignInteraction,
  ChangeEndUserProfile,
  ChoosePrimaryContactPoint,
  CreateEndUser,
  DeclareDifferent,
  DetachContactPoint,
  type GivenPoint,
  idInStream,
  MergeUsers,
  NoteEndUser,
  OpenTicket,
  RecordInteraction,
  ShareContactPoint,
  streamOf,
  TransferContactPoint,
  UnmergeUsers,
  VerifyContactPoint,
} from '@kith/domain';
import { accessExportJson } from '../../apps/engine/src/http/v1/access-export-json';
import { accessExportPage } from '../../apps/engine/src/http/v1/access-export-page';
import { Exporting } from '../support/exporting';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { reactTo } from '../support/reactions';

jest.setTimeout(60_000);

const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };
const email: GivenPoint = { channel: 'email', value: 'Lea@Example.org' };

let engine: InMemoryEngine;
let exporting: Exporting;
beforeEach(async () => {
  engine = await inMemoryEngine({ store: new MemoryEventStore() });
  exporting = await Exporting.of(engine);
});
afterEach(() => exporting.database.close());

const create = async (name: string, ...points: GivenPoint[]) => (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, points))).endUserId;
const interaction = (id: string, points: readonly GivenPoint[], summary = `summary of ${id}`) =>
  new RecordInteraction(asking(), { source: 'desk', id, channel: 'phone', via: 'voice', direction: 'inbound', points, summary });
const factOf = (facts: readonly ExportedFact[], type: string) => facts.find((one) => one.type === type) as ExportedFact;
const destroy = async (id: string) => {
  const [first] = await engine.store.readStream(streamOf.endUser('acme', id), { limit: 1 });
  await engine.vault.destroy((first as unknown as { data: { personal: { k: string } } }).data.personal.k);
};

describe('an access export', () => {
  it('says of each value where it comes from, and of each address since when it is theirs', async () => {
    const lea = await create('Lea', email);
    await engine.change.execute(new ChangeEndUserProfile(asking({ actor: { kind: 'agent', id: 'key-of-bob' }, onBehalfOf: 'bob' }), lea, { name: 'Léa' }));
    await engine.verify.execute(new VerifyContactPoint(asking(), lea, email));
    await engine.choosePrimary.execute(new ChoosePrimaryContactPoint(asking(), lea, email));
    const text = await exporting.json(lea);
    const { profiles, contactPoints, facts } = await exporting.read(lea);
    const changed = factOf(facts, 'EndUserProfileChanged');
    expect(profiles[0]).toMatchObject({
      id: lea,
      status: 'active',
      created: { type: 'EndUserCreated', actor: { kind: 'service', id: 'test' } },
      name: 'Léa',
      sources: { name: { position: changed.position, type: 'EndUserProfileChanged', actor: { kind: 'agent', id: null, name: null } } },
    });
    expect(contactPoints).toMatchObject([
      { profileId: lea, channel: 'email', key: 'lea@example.org', value: 'Lea@Example.org', primary: true, until: null, verifiedAt: expect.any(String) },
    ]);
    // Of people who work for the company it does not say who they are.
    expect(text).not.toMatch(/bob/);
    await engine.detach.execute(new DetachContactPoint(asking(), lea, email));
    expect((await exporting.read(lea)).contactPoints).toMatchObject([{ until: expect.any(String), endedBecause: 'detached', primary: false, released: {} }]);
  });

  it('is the union of both while two are one person, and of each its own after that is undone', async () => {
    const [lea, max] = [await create('Léa', email), await create('Max', phone)];
    await engine.record.execute(interaction('before', [phone]));
    const [own, others] = [await exporting.read(lea), await exporting.read(max)];
    const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), lea, max, 'same person'));
    const whole = await exporting.read(lea);
    const { askedFor: _, madeAt: __, ...same } = whole;
    expect(await exporting.read(max)).toMatchObject({ ...same, askedFor: max });
    expect(whole.profiles.map(({ id }) => id)).toEqual([lea, max]);
    const known = new Set(whole.facts.map(({ eventId }) => eventId));
    for (const { eventId } of [...own.facts, ...others.facts]) expect(known.has(eventId)).toBe(true);
    expect(whole.contactPoints).toEqual([...own.contactPoints, ...others.contactPoints]);
    expect(whole.interactions).toEqual(others.interactions);

    await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId, false, 'not the same at all'));
    await reactTo(engine, 0n);
    const [after, apart] = [await exporting.read(lea), await exporting.read(max)];
    expect([after.contactPoints, after.interactions]).toEqual([own.contactPoints, own.interactions]);
    expect([apart.contactPoints, apart.interactions]).toEqual([others.contactPoints, others.interactions]);
    expect(after.merges).toMatchObject([{ role: 'survivor', otherId: max, reason: null, undoneAt: expect.any(String) }]);
    expect(apart.merges).toMatchObject([{ role: 'merged', otherId: lea, reason: 'same person', undoneAt: expect.any(String) }]);
    // Why it was undone is kept as the words of the one who left.
    expect(factOf(after.facts, 'EndUserSeparated')).toMatchObject({ reason: null, withheld: true });
    expect(factOf(apart.facts, 'EndUserUnmerged')).toMatchObject({ reason: 'not the same at all', withheld: false });
  });

  it('has what was said of a profile while another one stood for it, and that one has it no more', async () => {
    const [first, second, third] = [await create('First'), await create('Second'), await create('Third')].sort() as [string, string, string];
    const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), third, first));
    await engine.declare.execute(new DeclareDifferent(asking(), first, second, 'her brother'));
    await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
    await reactTo(engine, 0n);
    const [theirs, formers] = [await exporting.read(first), await exporting.read(third)];
    expect(theirs.differences).toMatchObject([{ profileId: first, otherId: second, reason: 'her brother' }]);
    expect(factOf(theirs.facts, 'EndUsersDeclaredDifferent')).toMatchObject({ of: { id: third }, reason: 'her brother', changes: [] });
    expect(formers.differences).toEqual([]);
    expect(JSON.stringify(formers)).not.toContain('her brother');
    expect((await exporting.read(second)).differences).toMatchObject([{ profileId: second, otherId: first, reason: null }]);
  });

  it('names nobody who shares an address, or had it before or after', async () => {
    const [before, lea] = [await create('Before', { channel: 'email', value: 'LEA@example.ORG' }), await create('Léa')];
    await engine.transfer.execute(new TransferContactPoint(asking(), before, email, lea, 'reassigned'));
    await engine.share.execute(new ShareContactPoint(asking(), email, 'a family'));
    const sharer = await create('Sharer', { channel: 'email', value: 'lea@EXAMPLE.org' });
    const after = await create('After');
    await engine.transfer.execute(new TransferContactPoint(asking(), lea, email, after, 'reassigned'));
    const text = await exporting.json(lea);
    for (const one of ['Before', 'LEA@', 'Sharer', 'EXAMPLE.org', 'After', before, sharer, after]) expect([one, text.includes(one)]).toEqual([one, false]);
    expect(text).toContain('a family');
    const theirs = await exporting.read(sharer);
    expect(JSON.stringify(theirs)).not.toContain('a family');
    expect(theirs.contactPoints).toMatchObject([{ value: 'lea@EXAMPLE.org', until: null }]);
  });

  it('has what came by an address that was theirs all along, and not what turned out to be another’s', async () => {
    const [lea, max] = [await create('Léa', phone), await create('Max')];
    await engine.record.execute(interaction('call', [phone], 'asked for the colonel'));
    await engine.transfer.execute(new TransferContactPoint(asking(), lea, phone, max, 'corrected'));
    expect((await exporting.read(max)).interactions).toMatchObject([
      { sourceId: 'call', summary: 'asked for the colonel', contactPoint: { key: '+33612345678' } },
    ]);
    expect(await exporting.json(lea)).not.toContain('colonel');
  });

  it('does not say whose an interaction could have been', async () => {
    const [lea, max] = [await create('Léa', phone), await create('Max')];
    await engine.share.execute(new ShareContactPoint(asking(), phone));
    const { interactionId } = await engine.record.execute(interaction('shared', [phone]));
    await engine.assign.execute(new AssignInteraction(asking(), interactionId ?? '', max, 'said his name'));
    const { interactions } = await exporting.read(max);
    expect(interactions).toMatchObject([
      { outcome: 'ambiguous', assignedBecause: 'said his name', contactPoint: null, facts: [{}, { type: 'InteractionAssigned' }] },
    ]);
    expect(JSON.stringify(interactions)).not.toContain(lea);
    expect(JSON.stringify(interactions)).not.toContain('held-by-shared');
  });

  it('has the facts about who is erased, and nothing that they said', async () => {
    const lea = await create('Léa', email);
    await engine.note.execute(new NoteEndUser(asking(), lea, 'likes tea'));
    await engine.record.execute(
      new RecordInteraction(asking(), { source: 'desk', id: 'm1', channel: 'email', via: 'email', direction: 'inbound', points: [email] }),
    );
    await engine.openTicket.execute(new OpenTicket(asking(), { source: 'desk', id: 't1', channel: 'email', requesterId: lea, subject: 'tea is cold' }));
    await exporting.settle();
    await destroy(lea);
    const text = await exporting.json(lea);
    const read = JSON.parse(text);
    expect(read).toMatchObject({
      profiles: [{ id: lea, name: null, sources: {} }],
      contactPoints: [{ channel: 'email', key: null, value: null }],
      notes: [{ note: null }],
      interactions: [{ sourceId: null, summary: null, erased: true }],
      tickets: [{ sourceId: null, subject: null, tags: [], erased: true }],
      complete: true,
    });
    expect(factOf(read.facts, 'EndUserNoted')).toMatchObject({ erased: true, withheld: false, changes: [] });
  });

  it('has what was claimed for somebody who never came to be', async () => {
    const holder = await create('Holder', email);
    const points: GivenPoint[] = [phone, { channel: 'telegram', value: '@quicker' }, { channel: 'email', value: 'lost@example.org' }];
    const digests = await Promise.all(points.map(async (point) => (await engine.points.identify('acme', point, '')).digest));
    const last = points[digests.indexOf([...digests].sort().at(-1) as string)] as GivenPoint;
    const store = engine.store as MemoryEventStore;
    const append = store.append.bind(store);
    // Between looking and claiming, the address that is claimed last goes to somebody else.
    let isArmed = true;
    store.append = async (...given) => {
      if (!isArmed) return append(...given);
      isArmed = false;
      await create('Quicker', last);
      return append(...given);
    };
    await expect(engine.create.execute(new CreateEndUser(asking(), 'api', { name: 'Lost', details: 'too late' }, points))).rejects.toThrow();
    const abandoned = (await store.readAll({ after: 0n, limit: 1_000 })).events.find(({ type }) => type === 'EndUserCreationAbandoned');
    const { profiles, facts } = await exporting.read(idInStream(abandoned?.stream ?? ''));
    expect(profiles).toMatchObject([{ status: 'abandoned', name: null }]);
    expect(factOf(facts, 'ContactPointAttached').changes).toContainEqual({
      field: 'claimedFor',
      before: null,
      after: expect.objectContaining({ profile: { name: 'Lost', details: 'too late' } }),
    });
    expect(JSON.stringify(await exporting.read(holder))).not.toContain('Lost');
  });
});

describe('while it is written', () => {
  const written = async (pieces: AsyncIterable<string>): Promise<string> => {
    let text = '';
    for await (const piece of pieces) text += piece;
    return text;
  };

  it('an erasure ends it, and it was not made', async () => {
    for (const form of [accessExportJson, accessExportPage]) {
      const lea = await create('Léa');
      await exporting.settle();
      const made = await exporting.exports.of('acme', lea);
      const stream = streamOf.endUser('acme', lea);
      const events = await engine.store.readStream(stream);
      const { metadata } = events[0] as (typeof events)[number];
      const eventId = metadata.eventId.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
      await engine.store.append(stream, events.length - 1, [
        { type: 'EndUserErased', data: { scope: 'profile', members: [] }, metadata: { ...metadata, eventId } },
      ]);
      await expect(written(form(made))).rejects.toThrow('a profile was erased');
    }
  });

  it('nothing comes in that was recorded after it was asked for', async () => {
    const lea = await create('Léa', email);
    await engine.note.execute(new NoteEndUser(asking(), lea, 'early'));
    await exporting.settle();
    const made = await exporting.exports.of('acme', lea);
    await engine.note.execute(new NoteEndUser(asking(), lea, 'late'));
    const text = await written(accessExportJson(made));
    expect(text).toContain('early');
    expect(text).not.toContain('late"');
  });

  it('what cannot be read on the way breaks it off before it looks complete', async () => {
    const lea = await create('Léa', phone);
    for (let n = 0; n < 120; n++) await engine.record.execute(interaction(`call ${n}`, [phone]));
    await exporting.settle();
    const made = await exporting.exports.of('acme', lea);
    const readStream = engine.store.readStream.bind(engine.store);
    let left = 60;
    engine.store.readStream = async (stream, options) => {
      if (stream.startsWith('interaction-') && left-- === 0) throw new Error('the disk is gone');
      return readStream(stream, options);
    };
    let text = '';
    const reading = (async () => {
      for await (const piece of accessExportJson(made)) text += piece;
    })();
    await expect(reading).rejects.toThrow('the disk is gone');
    expect(text).toContain('"call 0"');
    expect(text).not.toContain('"complete":true');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});

it('the page shows whatever anybody typed as text, and loads and runs nothing', async () => {
  const hostile = `<script>alert(1)</script><img src=x onerror="alert(2)"> \u202egnp.exe\u202c & "quoted" 'too' \u0007`;
  const lea = (
    await engine.create.execute(
      new CreateEndUser(
        asking(),
        'api',
        { name: hostile, tags: ['</style><script>'], fields: { '<b>bold</b>': hostile, aCamelName: 'plain' }, details: 'x'.repeat(5_000) },
        [email],
      ),
    )
  ).endUserId;
  const page = await exporting.page(lea);
  expect(page).not.toMatch(/<(?:script|img|b|iframe|link|form|a)\b/);
  expect(page.match(/<\/?style>/g)).toHaveLength(2);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(2)&quot;&gt;');
  expect(page).toContain('<span class="control">U+202E</span>gnp.exe');
  expect(page).not.toMatch(/[\u0007\u202a-\u202e]/);
  expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;');
  expect(page).toContain('<bdi>aCamelName</bdi>');
  expect(page).toContain('x'.repeat(5_000));
  expect(page).not.toMatch(/(?:src|href|url\(|@import)\s*=?\s*["']?(?:https?:|\/\/)/);
  expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;/);
  expect(page).toMatch(/@media print/);
  expect(page.trimEnd().endsWith('</body></html>')).toBe(true);
  // Every element that is begun is ended: nothing that was typed got out of its place.
  for (const tag of ['dl', 'dt', 'dd', 'ul', 'li', 'article', 'bdi', 'span', 'p', 'h2', 'small'])
    expect([tag, page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0]).toEqual([tag, page.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0]);
});
