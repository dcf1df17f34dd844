import { LikelyDuplicates, type Likeness, SystemClock } from '@kith/application';
import {
  CreateEndUser,
  CreateOrganization,
  DeclareDifferent,
  DeleteEndUser,
  type EndUserProfile,
  type GivenPoint,
  JoinOrganization,
  MergeUsers,
  RecordInteraction,
  ResolveEndUser,
  ShareContactPoint,
  UnmergeUsers,
  WithdrawDifference,
} from '@kith/domain';
import { ListDuplicates, ListDuplicatesHandler, ProjectedLikelyDuplicates, Projector, type ReadDatabase } from '@kith/read-models';
import { kinds } from '../read-models/databases';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';

const keyed = (idempotencyKey?: string) => asking(idempotencyKey === undefined ? {} : { idempotencyKey });
const mail = (value: string): GivenPoint => ({ channel: 'email', value });
const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };
const whatsapp: GivenPoint = { channel: 'whatsapp', value: '+33612345678' };

describe.each(kinds)('the duplicates that are suggested in answers, from $name', ({ make }) => {
  let database: ReadDatabase;
  let engine: InMemoryEngine;
  beforeEach(async () => {
    database = await make();
    engine = await inMemoryEngine({ likely: new ProjectedLikelyDuplicates(database) });
  });
  afterEach(() => database.close());

  /** Brings the read models to the head of the log. */
  async function read(): Promise<void> {
    const projector = new Projector(engine.store, engine.personal, database, new SystemClock());
    const head = await engine.store.head();
    await new Promise<void>((resolve) => {
      projector.onProgress((positions) => Object.values(positions).every((position) => position >= head) && projector.stop());
      void projector.run().then(resolve);
    });
  }
  const create = (points: readonly GivenPoint[], profile: EndUserProfile = {}, key?: string) =>
    engine.create.execute(new CreateEndUser(keyed(key), 'api', profile, points));
  const resolve = (points: readonly GivenPoint[], profile: EndUserProfile = {}, key?: string) =>
    engine.resolve.execute(new ResolveEndUser(keyed(key), points, true, profile));
  const record = (id: string, points: readonly GivenPoint[], profile?: EndUserProfile) =>
    engine.record.execute(
      new RecordInteraction(asking(), {
        source: 'desk',
        id,
        channel: points[0]?.channel ?? 'email',
        via: 'email',
        direction: 'inbound',
        points,
        ...(profile && { profile }),
      }),
    );

  it('name who has the same mailbox, or the same name at the same company, by the caller’s own points', async () => {
    const first = (await create([mail('ann.lee@gmail.com'), mail('ann@acme.example')], { name: 'Ann Lee' })).endUserId;
    await read();
    const again = await create([mail('annlee+shop@gmail.com'), mail('a.lee@acme.example')], { name: 'ANN LÉE' });
    expect(again.possibleDuplicates).toEqual([
      { endUserIds: [again.endUserId, first], rule: 'same-mailbox', points: [{ channel: 'email', scope: '', key: 'annlee+shop@gmail.com' }] },
      { endUserIds: [again.endUserId, first], rule: 'same-name-and-domain', points: [{ channel: 'email', scope: '', key: 'a.lee@acme.example' }] },
    ]);
  });

  it('name a member of the same name of the organization that the contact’s address belongs to', async () => {
    const { organizationId } = await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name: 'Acme' }, [{ domain: 'acme.example' }]));
    const first = (await create([phone], { name: 'Ann Lee' })).endUserId;
    await engine.join.execute(new JoinOrganization(asking(), first, organizationId));
    await read();
    const recorded = await record('m1', [mail('ann@acme.example')], { name: 'Ann LÉE' });
    expect(recorded.organizationId).toBe(organizationId);
    expect(recorded.possibleDuplicates).toEqual([{ endUserIds: [recorded.endUserId, first], rule: 'same-name-and-organization', points: [] }]);
  });

  it('are told of whom a contact created, too, and by a retry of it', async () => {
    const first = (await create([mail('ann.lee@gmail.com')])).endUserId;
    await read();
    const recorded = await record('m1', [mail('annlee+1@gmail.com')]);
    expect(recorded).toMatchObject({ outcome: 'created', possibleDuplicates: [{ endUserIds: [recorded.endUserId, first], rule: 'same-mailbox' }] });
    const resolved = await resolve([mail('annlee+2@gmail.com')], {}, 'key');
    expect(resolved).toMatchObject({ outcome: 'created', possibleDuplicates: [{ endUserIds: [resolved.endUserId, first], rule: 'same-mailbox' }] });
    await read();
    const again = await resolve([mail('annlee+2@gmail.com')], {}, 'key');
    expect(again.possibleDuplicates.map(({ endUserIds }) => endUserIds[1]).sort()).toEqual([first, recorded.endUserId].sort());
    expect(await record('m2', [mail('annlee+1@gmail.com')])).toMatchObject({ outcome: 'matched', possibleDuplicates: [] });
  });

  it('take a number on a sibling channel for the same person’s, unless several people share it', async () => {
    const first = (await create([phone])).endUserId;
    await read();
    expect((await create([whatsapp])).possibleDuplicates).toMatchObject([{ endUserIds: [expect.anything(), first], rule: 'same-number' }]);
    const family: GivenPoint = { channel: 'phone', value: '+33612345679' };
    await create([family]);
    for (const point of [phone, family]) await engine.share.execute(new ShareContactPoint(asking(), point));
    await read();
    expect((await create([{ ...family, channel: 'whatsapp' }])).possibleDuplicates).toEqual([]);
    expect((await create([phone])).possibleDuplicates).toEqual([]);
  });

  it('name nobody whom it was declared different from, merged with, or who is gone, until that is taken back', async () => {
    const first = (await create([mail('ann.lee@gmail.com')])).endUserId;
    const later = (await create([mail('annlee+1@gmail.com')], {}, 'key')).endUserId;
    const pair = [first, later].sort().join('.');
    /** What the same command is answered again, and what the list says: both know of what was done since. */
    const told = async () => {
      await read();
      const { possibleDuplicates } = await create([mail('annlee+1@gmail.com')], {}, 'key');
      const at = new Date(engine.clock.now()).toISOString();
      const { items } = await new ListDuplicatesHandler(database).execute(new ListDuplicates('acme', {}, at, { limit: 10 }));
      return [possibleDuplicates.map(({ endUserIds }) => endUserIds[1]), items.map(({ id }) => id)];
    };
    expect(await told()).toEqual([[first], [pair]]);
    const { declarationId } = await engine.declare.execute(new DeclareDifferent(asking(), later, first));
    expect(await told()).toEqual([[], []]);
    await engine.withdraw.execute(new WithdrawDifference(asking(), declarationId));
    expect(await told()).toEqual([[first], [pair]]);
    const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), first, later));
    expect(await told()).toEqual([[], []]);
    const third = await create([mail('ann.lee+3@gmail.com')]);
    expect(third.possibleDuplicates.map(({ endUserIds }) => endUserIds)).toEqual([[third.endUserId, first]]);
    await engine.remove.execute(new DeleteEndUser(asking(), third.endUserId));
    await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
    expect(await told()).toEqual([[first], [pair]]);
    await engine.remove.execute(new DeleteEndUser(asking(), first));
    expect(await told()).toEqual([[], []]);
  });
});

describe('suggestions that cannot be had', () => {
  it.each([
    ['fail', async (): Promise<readonly Likeness[]> => Promise.reject(new Error('away'))],
    ['never come', () => new Promise<readonly Likeness[]>(() => {})],
  ])('leave the answer as it is when they %s', async (_, of) => {
    class Away extends LikelyDuplicates {
      of = of;
    }
    const engine = await inMemoryEngine({ likely: new Away() });
    const began = performance.now();
    const answer = await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [mail('ann@acme.example')]));
    expect(answer.possibleDuplicates).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('are not looked for when nobody was created', async () => {
    let looks = 0;
    class Counted extends LikelyDuplicates {
      async of(): Promise<readonly Likeness[]> {
        looks += 1;
        return [];
      }
    }
    const engine = await inMemoryEngine({ likely: new Counted() });
    await engine.create.execute(new CreateEndUser(asking(), 'api', {}, [mail('ann@acme.example')]));
    expect(looks).toBe(1);
    await engine.resolve.execute(new ResolveEndUser(asking(), [mail('ann@acme.example')], true));
    await engine.resolve.execute(new ResolveEndUser(asking(), [mail('bo@acme.example')], false));
    expect(looks).toBe(1);
  });
});
