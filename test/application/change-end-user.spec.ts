import { ChangeEndUserProfileHandler, type DataKey, EndUserChanges, HeldPoints, markedTags, markedValues } from '@kith/application';
import {
  ChangeEndUserProfile,
  ChoosePrimaryContactPoint,
  type CommandContext,
  CreateEndUser,
  DeleteEndUser,
  type EndUserProfile,
  type GivenPoint,
  NoteEndUser,
  type ProfileChanges,
  ReinstateEndUser,
  RestoreEndUser,
  SuspendEndUser,
  streamOf,
  TagEndUser,
  UntagEndUser,
  VerifyContactPoint,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine, inMemoryEngine, typesIn } from '../support/in-memory-engine';

const email: GivenPoint = { channel: 'email', value: 'lea@example.org' };
const profile: EndUserProfile = { name: 'Léa Martin', locale: 'fr', tags: ['vip', 'Été'], fields: { plan: 'gold', seats: 3 } };

describe('changing an end user', () => {
  let engine: InMemoryEngine;
  let lea: string;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    lea = (await engine.create.execute(new CreateEndUser(asking(), 'api', profile, [email]))).endUserId;
  });
  const change = (changes: ProfileChanges, more: Partial<CommandContext> = {}) => engine.change.execute(new ChangeEndUserProfile(asking(more), lea, changes));
  const tag = (...tags: string[]) => engine.tag.execute(new TagEndUser(asking(), lea, tags));
  const untag = (...tags: string[]) => engine.untag.execute(new UntagEndUser(asking(), lea, tags));
  const own = () => engine.store.readStream(streamOf.endUser('acme', lea));
  const opened = async () => Promise.all((await own()).slice(1).map(async (e) => (await engine.personal.open(e)).data));
  const newEvents = async () => (await typesIn(engine.store)).slice(2);

  it('keeps what is new, sealed, and answers with its position', async () => {
    expect(await change({ name: 'Lea Durand', locale: 'fr', notes: null, fields: { plan: null, seats: 3, city: 'Lyon' } })).toEqual({
      endUserId: lea,
      canonicalId: lea,
      position: 3n,
    });
    expect(await opened()).toEqual([{ name: 'Lea Durand', fields: { plan: null, city: 'Lyon' }, marks: expect.anything() }]);
    const stored = JSON.stringify((await own())[1]?.data);
    for (const secret of ['Lea', 'Durand', 'Lyon', 'city', 'plan', 'gold']) expect(stored).not.toContain(secret);
  });

  it('appends nothing for what is so already: as created, as changed, or taken away before', async () => {
    const same: ProfileChanges[] = [
      { name: 'Léa Martin' },
      { locale: 'fr', fields: { seats: 3 } },
      { timeZone: null, details: null, notes: null },
      { fields: { nothing: null } },
    ];
    for (const changes of same) expect(await change(changes)).toEqual({ endUserId: lea, canonicalId: lea, position: null });
    await change({ name: 'Lea' });
    await change({ name: null });
    expect(await change({ name: null })).toEqual({ endUserId: lea, canonicalId: lea, position: null });
    expect((await change({ name: 'Léa Martin' })).position).not.toBeNull();
    expect(await newEvents()).toEqual(['EndUserProfileChanged', 'EndUserProfileChanged', 'EndUserProfileChanged']);
  });

  it('tells values apart by their kind', async () => {
    expect((await change({ fields: { seats: '3' } })).position).not.toBeNull();
    expect((await change({ fields: { seats: true } })).position).not.toBeNull();
    expect((await change({ fields: { seats: 'true' } })).position).not.toBeNull();
    expect((await change({ fields: { seats: 'true' } })).position).toBeNull();
  });

  it('comes to what the changes come to one after the other, and appends only what changes something', async () => {
    const value = fc.constantFrom<string | number | boolean | null>('a', 'b', '1', 1, true, null);
    const text = fc.constantFrom('a', 'b', null);
    const fields = fc.dictionary(fc.constantFrom('x', 'y', 'name', '__proto__'), value);
    const sequence = fc.array(fc.record({ name: text, notes: text, fields }, { requiredKeys: [] }), { maxLength: 6 });
    const born = { name: 'a', fields: { x: 'a' } };
    await fc.assert(
      fc.asyncProperty(sequence, async (all) => {
        const { endUserId } = await engine.create.execute(new CreateEndUser(asking(), 'api', born, []));
        const expected = new Map(flat(born));
        for (const one of all) {
          const news = flat(one).filter(([place, said]) => (expected.get(place) ?? null) !== said);
          const { position } = await engine.change.execute(new ChangeEndUserProfile(asking(), endUserId, one));
          expect(position === null).toBe(news.length === 0);
          for (const [place, said] of news) expected.set(place, said);
        }
        const events = await engine.store.readStream(streamOf.endUser('acme', endUserId));
        const told = await Promise.all(events.map(async (event) => flat((await engine.personal.open(event)).data)));
        expect(new Map(told.flat())).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('puts tags on and takes them off once, those of the creation too, equal after normalisation', async () => {
    expect((await tag('vip', 'E\u0301te\u0301')).position).toBeNull();
    await tag('new', 'new', 'vip');
    await untag('E\u0301te\u0301', 'nowhere');
    expect((await untag('Été')).position).toBeNull();
    expect(await opened()).toEqual([
      { tags: ['new'], marks: [expect.stringMatching(/^[\w-]{16}$/)] },
      { tags: ['Été'], marks: [expect.stringMatching(/^[\w-]{16}$/)] },
    ]);
    expect(JSON.stringify((await own()).map((e) => e.data))).not.toMatch(/new|vip|Été/);
  });

  it('names a tag as it was written at first, so that whoever reads finds it again', async () => {
    const { endUserId } = await engine.create.execute(new CreateEndUser(asking(), 'api', { tags: ['E\u0301te\u0301'] }, []));
    await engine.untag.execute(new UntagEndUser(asking(), endUserId, ['Été']));
    const event = (await engine.store.readStream(streamOf.endUser('acme', endUserId)))[1];
    expect(event && (await engine.personal.open(event)).data).toMatchObject({ tags: ['E\u0301te\u0301'] });
  });

  it('leaves nothing to compare between two people: the same value has another mark', async () => {
    const marksUnder = (key: DataKey) => [
      ...markedValues(key, { name: 'Léa', fields: { a: 1 } }).flatMap(({ slot, mark }) => [slot, mark]),
      ...markedTags(key, ['vip'], []).map(({ mark }) => mark),
    ];
    const [one, other] = [await engine.vault.lease(), await engine.vault.lease()];
    expect(marksUnder({ ...one })).toEqual(marksUnder(one));
    expect(new Set([...marksUnder(one), ...marksUnder(other)]).size).toBe(10);
  });

  it('folds and tells no value when the key is destroyed, and takes no further order', async () => {
    await change({ name: 'Lea Durand' });
    await tag('new');
    const keyId = (await engine.creations.endUser('acme', lea)).state.keyId ?? '';
    await engine.vault.destroy(keyId);
    const again = await inMemoryEngine({ store: engine.store, vault: engine.vault, ready: true });
    expect((await again.creations.endUser('acme', lea)).state).toMatchObject({ status: 'active', keyId });
    expect(await opened()).toMatchObject([{ name: 'erased' }, { tags: 'erased' }]);
    await expect(again.change.execute(new ChangeEndUserProfile(asking({ idempotencyKey: 'late' }), lea, { name: 'x' }))).rejects.toThrow(
      'The end user was erased',
    );
  });

  it('refuses an end user that nobody knows or that is not created yet', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'constructor'])
      await expect(engine.note.execute(new NoteEndUser(asking(), id, 'called'))).rejects.toMatchObject({ code: 'end-user-not-found' });
    await expect(engine.note.execute(new NoteEndUser({ ...asking(), tenant: 'other' }, lea, 'called'))).rejects.toMatchObject({ code: 'tenant-not-found' });
  });

  it('is suspended, reinstated, deleted and restored, each with its reason sealed', async () => {
    await engine.suspend.execute(new SuspendEndUser(asking(), lea, 'abuse by phone'));
    await engine.reinstate.execute(new ReinstateEndUser(asking(), lea));
    await engine.remove.execute(new DeleteEndUser(asking(), lea, 'asked for it'));
    await expect(engine.note.execute(new NoteEndUser(asking(), lea, 'called'))).rejects.toMatchObject({ code: 'end-user-deleted' });
    await engine.restore.execute(new RestoreEndUser(asking(), lea));
    expect(await newEvents()).toEqual(['EndUserSuspended', 'EndUserReinstated', 'EndUserDeleted', 'EndUserRestored']);
    expect(await opened()).toEqual([{ reason: 'abuse by phone' }, {}, { reason: 'asked for it' }, {}]);
    expect(JSON.stringify((await own()).map((e) => e.data))).not.toMatch(/abuse|asked/);
  });

  describe('each command', () => {
    const key = { idempotencyKey: 'key-1' };
    const commands: [string, (of: CommandContext, other?: boolean) => Promise<{ position: bigint | null }>][] = [
      ['change', (of, other) => engine.change.execute(new ChangeEndUserProfile(of, lea, { name: other ? 'Max' : 'Lea' }))],
      ['tag', (of, other) => engine.tag.execute(new TagEndUser(of, lea, [other ? 'b' : 'a']))],
      ['untag', (of, other) => engine.untag.execute(new UntagEndUser(of, lea, other ? ['vip', 'Été'] : ['vip']))],
      ['note', (of, other) => engine.note.execute(new NoteEndUser(of, lea, other ? 'wrote' : 'called'))],
      ['suspend', (of, other) => engine.suspend.execute(new SuspendEndUser(of, lea, other ? 'b' : 'a'))],
      ['delete', (of, other) => engine.remove.execute(new DeleteEndUser(of, lea, other ? 'b' : 'a'))],
      ['choose primary', (of, other) => engine.choosePrimary.execute(new ChoosePrimaryContactPoint(of, lea, { ...email, verified: other === true }))],
    ];
    for (const [name, run] of commands) {
      it(`${name}: a retry, also at once or after the end user was deleted, has the first answer and no second effect`, async () => {
        const [first, ...at] = await Promise.all([run(asking(key)), run(asking(key)), run(asking(key))]);
        expect(first?.position).toBe(3n);
        expect(at).toEqual([first, first]);
        await engine.remove.execute(new DeleteEndUser(asking(), lea));
        expect(await run(asking(key))).toEqual(first);
        expect((await own()).filter((e) => e.position === 3n || e.type !== 'EndUserDeleted')).toHaveLength(2);
      });
      it(`${name}: the same key with another payload is refused`, async () => {
        await run(asking(key));
        await expect(run(asking(key), true)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
      });
      it(`${name}: is refused when the end user has changed since the caller saw it, here or on its contact points`, async () => {
        await expect(run(asking({ seenPosition: 1n }))).rejects.toMatchObject({ code: 'state-changed' });
        await engine.verify.execute(new VerifyContactPoint(asking(), lea, email));
        await expect(run(asking({ seenPosition: 2n }))).rejects.toMatchObject({ code: 'state-changed' });
        expect(await newEvents()).toEqual(['ContactPointVerified']);
        const done = await run(asking({ ...key, seenPosition: 3n }));
        expect(done.position).toBe(4n);
        expect(await run(asking({ ...key, seenPosition: 3n }))).toEqual(done);
      });
    }
  });

  it('goes by its own stream when the read model does not know yet', async () => {
    class Behind extends HeldPoints {
      count = async () => 0;
      heldBy = async () => [];
      releasedFrom = async () => [];
      editedAt = async () => undefined;
    }
    const { runner, linking, store, identifiers, vault, personal } = engine;
    const ids = { next: () => '00000000-0000-4000-8000-000000000001' };
    const handler = new ChangeEndUserProfileHandler(new EndUserChanges(runner, linking, store, identifiers, vault, personal, new Behind(), ids));
    await expect(handler.execute(new ChangeEndUserProfile(asking({ seenPosition: 1n }), lea, { name: 'x' }))).rejects.toMatchObject({ code: 'state-changed' });
    expect((await handler.execute(new ChangeEndUserProfile(asking({ seenPosition: 2n }), lea, { name: 'x' }))).position).toBe(3n);
  });

  it('lets one of two changes through that were made from the same look', async () => {
    const both = await Promise.allSettled([change({ name: 'A' }, { seenPosition: 2n }), change({ name: 'B' }, { seenPosition: 2n })]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

/** What is said of each place of a profile. */
const flat = (said: object): [string, unknown][] => {
  const { name, notes, fields = {} } = said as ProfileChanges;
  const members = Object.entries(fields).map(([member, value]): [string, unknown] => [`fields/${member}`, value]);
  return [...Object.entries({ name, notes }).filter(([, value]) => value !== undefined), ...members];
};
