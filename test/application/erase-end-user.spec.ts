import { certifyErasures, DeletedBytesInUse } from '@kith/application';
import {
  AbandonEndUser,
  AttachContactPoint,
  AttachPoint,
  ChangeEndUserProfile,
  contactPoint,
  DeleteEndUser,
  endUser,
  membersOf,
  ReleasePoint,
  RestoreEndUser,
} from '@kith/domain';
import { ErasingDesk, email, other, phone, refusal, third } from '../support/erasing-desk';
import { asking, step, typesIn } from '../support/in-memory-engine';
import { commandsOf } from '../support/reactions';

const desk = new ErasingDesk();
const { create, erase, merge, unmerge, stateOf, keyOf, digestOf, holders, record, opened, settle, found } = desk;
beforeEach(() => desk.begin());

describe('erasing an end user', () => {
  it('leaves no key that opens what was written of them when it is answered', async () => {
    await merge(desk.lea, desk.max);
    const answer = await erase(desk.max);
    expect(answer).toMatchObject({ endUserId: desk.max, scope: 'person', profiles: [desk.lea, desk.max] });
    expect([await keyOf(desk.lea), await keyOf(desk.max)]).toEqual([undefined, undefined]);
    expect([(await stateOf(desk.lea)).status, (await stateOf(desk.max)).status]).toEqual(['erased', 'erased']);
    expect(answer.position).toBe(await desk.engine.store.head());
  });

  it('gives back their contact points, and certifies that once with all that is gone', async () => {
    await settle();
    const key = (await stateOf(desk.lea)).keyId;
    await erase(desk.lea);
    await settle();
    expect([await holders(email), await holders(phone)]).toEqual([[], []]);
    const released = (await desk.engine.store.readAll({ after: 0n, limit: 99, types: ['ContactPointReleased'] })).events;
    expect(released.map((e) => [e.data.cause, e.metadata.actor.id])).toEqual(Array(2).fill(['erased', 'finish-erasure']));
    const { certificate, erasureId } = await found(desk.lea);
    expect(certificate).toMatchObject({
      erasure: erasureId,
      scope: 'person',
      profiles: [desk.lea],
      keys: [key],
      contactPoints: [await digestOf(email), await digestOf(phone)].sort(),
      overwritten: ['read-models'],
    });
    desk.done = 0n;
    await settle();
    expect((await typesIn(desk.engine.store)).filter((type) => type === 'EndUserErasureCertified')).toHaveLength(1);
    expect(desk.bytes.calls).toBe(1);
  });

  it('makes a new profile of the next contact by their number', async () => {
    await erase(desk.lea);
    const { outcome, endUserId } = await record([phone]);
    expect(outcome).toBe('created');
    expect(await holders(phone)).toEqual([endUserId]);
    await settle();
    expect(await holders(phone)).toEqual([endUserId]);
    expect((await found(desk.lea)).certificate?.contactPoints).toHaveLength(2);
  });

  it('answers its retry as it answered first, and a second erasure with no events', async () => {
    await merge(desk.lea, desk.max);
    const context = asking({ idempotencyKey: 'erase' });
    const first = await erase(desk.max, 'person', context);
    await settle();
    const head = await desk.engine.store.head();
    expect(await erase(desk.max, 'person', context)).toEqual(first);
    expect(await erase(desk.lea)).toEqual({ ...first, endUserId: desk.lea, position: null });
    expect(await erase(desk.max, 'profile')).toEqual({ ...first, position: null });
    expect(await desk.engine.store.head()).toBe(head);
    await expect(erase(desk.max, 'profile', context)).rejects.toThrow(refusal('idempotency-key-reused'));
  });

  it('is not for who never was, nor on what has changed since it was read', async () => {
    await expect(erase('01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11')).rejects.toThrow(refusal('end-user-not-found'));
    const seenPosition = await desk.engine.store.head();
    await desk.engine.attach.execute(new AttachContactPoint(asking(), desk.lea, third));
    await expect(erase(desk.lea, 'person', asking({ seenPosition }))).rejects.toThrow(refusal('state-changed'));
    await erase(desk.lea, 'person', asking({ seenPosition: await desk.engine.store.head() }));
    expect((await stateOf(desk.lea)).status).toBe('erased');
  });

  it('is for ever, also of who was deleted', async () => {
    await desk.engine.remove.execute(new DeleteEndUser(asking(), desk.lea));
    await settle();
    await erase(desk.lea);
    await expect(desk.engine.restore.execute(new RestoreEndUser(asking(), desk.lea))).rejects.toThrow(refusal('end-user-erased'));
    await settle();
    // What the deletion had given back before is not given back again.
    expect((await found(desk.lea)).certificate?.contactPoints).toEqual([]);
    expect(await keyOf(desk.lea)).toBeUndefined();
  });

  describe('one profile of a cluster', () => {
    it('leaves the others as they are, and the merge can be undone', async () => {
      const { mergeId } = await merge(desk.lea, desk.max);
      await erase(desk.max, 'profile');
      await settle();
      expect([await holders(email), await holders(phone), await holders(other)]).toEqual([[desk.lea], [desk.lea], []]);
      expect(await keyOf(desk.lea)).toBeDefined();
      await desk.engine.change.execute(new ChangeEndUserProfile(asking(), desk.max, { name: 'Léa' }));
      await unmerge(mergeId);
      await settle();
      expect([membersOf(desk.lea, await stateOf(desk.lea)), membersOf(desk.max, await stateOf(desk.max))]).toEqual([[desk.lea], [desk.max]]);
      expect([(await stateOf(desk.lea)).status, (await stateOf(desk.max)).status]).toEqual(['active', 'erased']);
      await expect(merge(desk.lea, desk.max)).rejects.toThrow(refusal('end-user-erased'));
    });

    it('leaves the others found by their own numbers when it stood for all of them', async () => {
      const { mergeId } = await merge(desk.lea, desk.max);
      await erase(desk.lea, 'profile');
      await settle();
      expect([await holders(email), await holders(other)]).toEqual([[], [desk.max]]);
      const answer = await record([other, third]);
      expect(answer).toMatchObject({ outcome: 'matched', endUserId: desk.max, canonicalId: desk.lea });
      // What is new for them goes to a profile that has a key.
      expect(await holders(third)).toEqual([desk.max]);
      expect((await opened(answer.interactionId))?.erased).toBe(false);
      await expect(desk.engine.change.execute(new ChangeEndUserProfile(asking(), desk.max, { name: 'Max' }))).rejects.toThrow(refusal('end-user-erased'));
      await settle();
      expect(await holders(third)).toEqual([desk.max]);
      await unmerge(mergeId);
      await desk.engine.change.execute(new ChangeEndUserProfile(asking(), desk.max, { name: 'Max' }));
      expect((await stateOf(desk.max)).status).toBe('active');
    });

    it('does not bring the others to light when all were deleted', async () => {
      await merge(desk.lea, desk.max);
      await desk.engine.remove.execute(new DeleteEndUser(asking(), desk.lea));
      await erase(desk.lea, 'profile');
      expect((await record([other])).outcome).toBe('created');
      await settle();
      expect(await holders(other)).not.toContain(desk.max);
    });

    it('can be followed by the whole person, which is certified for itself', async () => {
      await merge(desk.lea, desk.max);
      await erase(desk.lea, 'profile');
      await settle();
      const answer = await erase(desk.max, 'person');
      expect(answer.profiles).toEqual([desk.lea, desk.max]);
      expect(await keyOf(desk.max)).toBeUndefined();
      await settle();
      const all = await desk.engine.erasures.on('acme', desk.lea);
      expect(all.map(({ scope, certificate }) => [scope, certificate?.profiles])).toEqual([
        ['profile', [desk.lea]],
        ['person', [desk.lea, desk.max]],
      ]);
      expect((await found(desk.max)).erasureId).toBe(all[1]?.erasureId);
    });
  });

  it('destroys the key of a creation that was lost to them, which may tell of the same person', async () => {
    const { digest, channel, scope, key: address, value, normaliser } = await desk.engine.points.identify('acme', third, '');
    const identity = { channel, scope, key: address, value, normaliser };
    const lost = '00000000-0000-7000-8000-0000000000ff';
    const key = await desk.engine.vault.lease();
    const creates = { origin: 'contacted', profile: { name: 'the same' }, points: [] } as const;
    await desk.engine.runner.run(
      contactPoint,
      new AttachPoint('acme', digest, lost, identity, false, creates),
      step('00000000-0000-4000-8000-0000000000b1'),
      key,
    );
    await desk.engine.runner.run(endUser, new AbandonEndUser('acme', lost, digest, desk.lea), step('00000000-0000-4000-8000-0000000000b2'));
    await desk.engine.runner.run(contactPoint, new ReleasePoint('acme', digest, lost, 'lost-race'), step('00000000-0000-4000-8000-0000000000b3'));
    await desk.engine.attach.execute(new AttachContactPoint(asking(), desk.lea, third));
    await erase(desk.lea);
    await settle();
    expect(await desk.engine.vault.find(key.id)).toBeUndefined();
  });

  describe('the certificate', () => {
    it('is shared: many erasures are overwritten by one call', async () => {
      const many = [];
      for (let i = 0; i < 20; i++) many.push(await create());
      for (const id of many) await erase(id);
      await settle();
      for (const id of many) expect((await found(id)).certificate).toBeDefined();
      expect(desk.bytes.calls).toBe(1);
    });

    it('waits while somebody reads what was before', async () => {
      await erase(desk.lea);
      desk.bytes.inUse = 1;
      const [event] = (await desk.engine.store.readAll({ after: 0n, limit: 99, types: ['EndUserErased'] })).events;
      const [command] = event ? commandsOf(certifyErasures as never, event) : [];
      await expect(desk.engine.certifyErasures.execute(command as never)).rejects.toThrow(DeletedBytesInUse);
      expect((await found(desk.lea)).certificate).toBeUndefined();
      expect(await keyOf(desk.lea)).toBeUndefined();
    });
  });
});
