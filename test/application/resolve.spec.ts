import {
  AssignInteraction,
  builtInChannels,
  ChangeLifecycle,
  ChangeSettings,
  CreateEndUser,
  contactPoint,
  type EndUserProfile,
  endUser,
  type GivenInteraction,
  type GivenPoint,
  RecordInteraction,
  Refusal,
  ResolveEndUser,
  SharePoint,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';

const email: GivenPoint = { channel: 'email', value: 'lea@example.org', verified: true };
const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };
const whatsapp: GivenPoint = { channel: 'whatsapp', value: '33612345678' };

describe('resolving contact points', () => {
  let engine: InMemoryEngine;
  let count = 0;
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });
  const create = async (points: GivenPoint[]) => (await engine.create.execute(new CreateEndUser(asking(), 'api', {}, points))).endUserId;
  const resolve = (points: GivenPoint[], write = true, idempotencyKey?: string, profile: EndUserProfile = {}) =>
    engine.resolve.execute(new ResolveEndUser(asking(idempotencyKey === undefined ? {} : { idempotencyKey }), points, write, profile));
  const record = (points: GivenPoint[], more: Partial<GivenInteraction> = {}, idempotencyKey?: string) =>
    engine.record.execute(
      new RecordInteraction(asking(idempotencyKey === undefined ? {} : { idempotencyKey }), {
        source: 'helpdesk',
        id: `mail-${++count}`,
        channel: points[0]?.channel ?? 'phone',
        via: 'email',
        direction: 'inbound',
        points,
        ...more,
      }),
    );
  const share = async (point: GivenPoint) =>
    engine.runner.run(
      contactPoint,
      new SharePoint('acme', (await engine.points.identify('acme', point, '')).digest),
      step(`share ${++count}`),
      await engine.vault.lease(),
    );
  const remove = async (id: string) =>
    engine.runner.run(endUser, new ChangeLifecycle('acme', id, 'delete'), step(`delete ${++count}`), await engine.vault.lease());
  const rules = (answer: { why: readonly { rule: string; channel: string }[] }) => answer.why.map((r) => `${r.rule} ${r.channel}`);

  it('creates an end user at first contact and remembers the interaction', async () => {
    const answer = await record([email], { profile: { name: 'Léa' }, summary: 'Where is my order?' });
    expect(answer).toMatchObject({ outcome: 'created', attached: [{ channel: 'email', scope: '', key: 'lea@example.org' }], candidates: [], position: 3n });
    expect(rules(answer)).toEqual(['free email', 'created-for email']);
    expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'EndUserCreated', 'InteractionRecorded']);
  });

  it('finds the same end user at the next contact', async () => {
    const first = await record([email]);
    const second = await record([{ channel: 'email', value: ' LEA@example.org' }]);
    expect(second).toMatchObject({ outcome: 'matched', endUserId: first.endUserId, attached: [] });
    expect(second.why).toEqual([{ rule: 'held-by', channel: 'email', key: 'lea@example.org', endUserId: first.endUserId }]);
  });

  it('attaches what else it learns to whoever it found', async () => {
    const { endUserId } = await record([email]);
    const answer = await record([phone, email]);
    expect(answer).toMatchObject({ outcome: 'matched', endUserId, attached: [{ channel: 'phone', key: '+33612345678' }] });
    expect((await record([phone])).endUserId).toBe(endUserId);
  });

  it('creates for the strongest point and attaches the rest', async () => {
    const answer = await record([whatsapp, phone, email]);
    expect(answer.attached.map((p) => p.channel)).toEqual(['email', 'phone', 'whatsapp']);
    expect(await typesIn(engine.store)).toEqual([
      'ContactPointAttached',
      'EndUserCreated',
      'ContactPointAttached',
      'ContactPointAttached',
      'InteractionRecorded',
    ]);
  });

  it('takes the holder of the same number on a sibling channel', async () => {
    const { endUserId } = await record([phone]);
    const answer = await record([whatsapp]);
    expect(answer).toMatchObject({ outcome: 'matched', endUserId, attached: [{ channel: 'whatsapp', key: '+33612345678' }] });
    expect(rules(answer)).toEqual(['held-by-sibling whatsapp', 'attached whatsapp']);
  });

  it('keeps siblings apart where the tenant says so', async () => {
    await engine.changeSettings.execute(new ChangeSettings(asking(), { siblings: [] }));
    const one = await record([phone]);
    expect((await record([whatsapp])).endUserId).not.toBe(one.endUserId);
  });

  it('lets the strongest point win between two holders, and reports the pair', async () => {
    const [lea, max] = [await create([email]), await create([phone])];
    const answer = await record([phone, email]);
    expect(answer).toMatchObject({ outcome: 'matched', endUserId: lea });
    expect(answer.possibleDuplicates).toEqual([
      {
        endUserIds: [lea, max],
        rule: 'met-in-interaction',
        points: [expect.objectContaining({ channel: 'email' }), expect.objectContaining({ channel: 'phone' })],
      },
    ]);
    expect((await record([phone])).endUserId).toBe(max);
  });

  it('stays anchored to the point it came by when that is its end user’s', async () => {
    const lea = await create([email, phone]);
    await record([email, phone], { channel: 'phone', via: 'voice' });
    const { events } = await engine.store.readAll({ after: 0n, limit: 99, types: ['InteractionRecorded'] });
    expect(events[0]?.data).toMatchObject({ endUserId: lea, contactPointId: (await engine.points.identify('acme', phone, '')).digest });
  });

  it('asks who it is when the point is shared, and takes the answer later', async () => {
    const [lea, max] = [await create([phone]), await create([email])];
    await share(phone);
    const answer = await record([phone]);
    expect(answer).toMatchObject({ outcome: 'ambiguous', endUserId: null, candidates: [lea] });
    expect(answer.question).toContain('ask');
    const assigned = await engine.assign.execute(new AssignInteraction(asking(), answer.interactionId ?? '', max));
    expect(assigned.endUserId).toBe(max);
    await expect(engine.assign.execute(new AssignInteraction(asking(), answer.interactionId ?? '', lea))).rejects.toMatchObject({
      code: 'interaction-already-assigned',
    });
  });

  it('keeps a contact that leaves no address as unidentified, with the reason', async () => {
    const answer = await record([{ channel: 'phone', value: 'anonymous' }], { via: 'voice' });
    expect(answer).toMatchObject({ outcome: 'unidentified', endUserId: null });
    expect(answer.why).toEqual([{ rule: 'blocked', channel: 'phone', key: null, detail: 'blocklist' }]);
    expect((await record([])).outcome).toBe('unidentified');
    expect(await typesIn(engine.store)).toEqual(['InteractionRecorded', 'InteractionRecorded']);
  });

  it('goes by the usable points when others are not', async () => {
    const lea = await create([email]);
    expect(await record([{ channel: 'phone', value: '+266696687' }, email])).toMatchObject({ outcome: 'matched', endUserId: lea });
  });

  it('refuses what cannot be an address, naming the field, and stores nothing', async () => {
    await expect(record([email, { channel: 'phone', value: 'not a number at all' }])).rejects.toMatchObject({
      code: 'contact-point-invalid',
      details: { pointer: '/contactPoints/1/value' },
    });
    expect(await typesIn(engine.store)).toEqual([]);
  });

  it('matches a suspended end user and says so', async () => {
    const lea = await create([email]);
    await engine.runner.run(endUser, new ChangeLifecycle('acme', lea, 'suspend'), step(), await engine.vault.lease());
    const answer = await record([email]);
    expect(answer).toMatchObject({ outcome: 'matched', endUserId: lea, suspended: true });
    expect(rules(answer)).toContain('holder-suspended email');
  });

  it('counts a deleted holder as none', async () => {
    const lea = await create([email]);
    await remove(lea);
    const answer = await record([email]);
    expect(answer.outcome).toBe('created');
    expect(rules(answer)).toEqual(['holder-gone email', 'free email', 'created-for email']);
    expect((await typesIn(engine.store)).slice(-4)).toEqual(['ContactPointReleased', 'ContactPointAttached', 'EndUserCreated', 'InteractionRecorded']);
  });

  it('attaches only verified points where the tenant says so', async () => {
    await engine.changeSettings.execute(new ChangeSettings(asking(), { channels: { email: { ...builtInChannels.email, verifiedOnly: true } } }));
    expect((await record([{ channel: 'email', value: 'lea@example.org' }])).outcome).toBe('unidentified');
    expect((await record([email])).outcome).toBe('created');
  });

  it('attaches no more points of a channel than the tenant allows', async () => {
    await engine.changeSettings.execute(new ChangeSettings(asking(), { channels: { phone: { ...builtInChannels.phone, limit: 1 } } }));
    await record([email, phone]);
    const answer = await record([email, { channel: 'phone', value: '+33612345679' }]);
    expect(rules(answer)).toContain('not-attached-limit phone');
    expect(answer.attached).toEqual([]);
  });

  it('learns that a known point is verified', async () => {
    await record([{ ...email, verified: false }]);
    await record([email]);
    expect(await typesIn(engine.store)).toContain('ContactPointVerified');
  });

  it('reads national numbers in the tenant’s region', async () => {
    await engine.changeSettings.execute(new ChangeSettings(asking(), { defaultRegion: 'FR' }));
    const { endUserId } = await record([phone]);
    expect((await record([{ channel: 'phone', value: '06 12 34 56 78' }])).endUserId).toBe(endUserId);
  });

  it('never writes when it must not', async () => {
    expect(await resolve([email], false)).toMatchObject({ outcome: 'unidentified', endUserId: null, position: null });
    const lea = await create([email]);
    expect(await resolve([email, phone], false)).toMatchObject({ outcome: 'matched', endUserId: lea, attached: [], position: null });
    expect(await typesIn(engine.store)).toHaveLength(2);
  });

  it('resolves without recording', async () => {
    const answer = await resolve([email], true, undefined, { name: 'Léa' });
    expect(answer).toMatchObject({ outcome: 'created', interactionId: null, position: 2n });
    expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'EndUserCreated']);
  });

  it('makes one end user of many first contacts at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => record([email, phone])));
    expect(new Set(answers.map((a) => a.endUserId)).size).toBe(1);
    const types = await typesIn(engine.store);
    expect(types.filter((t) => t === 'EndUserCreated')).toHaveLength(1);
    expect(types).not.toContain('EndUserCreationAbandoned');
  });

  describe('told the same again', () => {
    it('says that it knows the interaction, and whose it is, and stores nothing', async () => {
      const first = await record([email], { id: 'mail-x' });
      const again = await record([email], { id: 'mail-x', summary: 'edited' });
      expect(again).toMatchObject({ outcome: 'repeated', interactionId: first.interactionId, endUserId: first.endUserId, position: first.position });
      expect(await typesIn(engine.store)).toHaveLength(3);
    });

    it('takes the same id from another system for another interaction', async () => {
      await record([email], { id: 'mail-x' });
      expect((await record([email], { id: 'mail-x', source: 'shop' })).outcome).toBe('matched');
    });

    it('gives the retry of a keyed record its first answer', async () => {
      const first = await record([email], { id: 'mail-x' }, 'key-1');
      expect(await record([email], { id: 'mail-x' }, 'key-1')).toEqual(first);
      await expect(record([email], { id: 'mail-x', summary: 'other' }, 'key-1')).rejects.toThrow(Refusal);
    });

    it('gives the retry of a keyed resolve its first answer, also after the point went to somebody else', async () => {
      const first = await resolve([email, phone], true, 'key-1');
      await remove(first.endUserId ?? '');
      const other = await resolve([email], true, 'key-2');
      const again = await resolve([email, phone], true, 'key-1');
      expect([again.outcome, again.endUserId, again.position, again.attached.length]).toEqual([first.outcome, first.endUserId, first.position, 2]);
      expect(other.endUserId).not.toBe(first.endUserId);
    });

    it('gives the retry of a keyed resolve that only attached its first answer', async () => {
      const lea = await create([email]);
      const first = await resolve([email, phone], true, 'key-1');
      expect(first).toMatchObject({ outcome: 'matched', endUserId: lea });
      const again = await resolve([email, phone], true, 'key-1');
      expect([again.outcome, again.endUserId, again.position, again.attached]).toEqual([first.outcome, first.endUserId, first.position, first.attached]);
    });
  });
});
