import { SettleAttached, wordOf } from '@kith/application';
import {
  AttachContactPoint,
  AttachPoint,
  builtInChannels,
  ChangeSettings,
  ChoosePrimaryContactPoint,
  type CommandContext,
  CreateEndUser,
  contactPoint,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  ShareContactPoint,
  streamOf,
  type TransferCause,
  TransferContactPoint,
  UnshareContactPoint,
  VerifyContactPoint,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';

const email: GivenPoint = { channel: 'email', value: 'lea@example.org' };
const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };
const nobody = '00000000-0000-4000-8000-000000000000';

describe('a contact point of an end user', () => {
  let engine: InMemoryEngine;
  let lea: string;
  let max: string;
  let start: number;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    lea = await create(email);
    max = await create();
    start = (await typesIn(engine.store)).length;
  });
  const create = async (...points: GivenPoint[]) => (await engine.create.execute(new CreateEndUser(asking(), 'api', {}, points))).endUserId;
  const remove = (id: string) => engine.remove.execute(new DeleteEndUser(asking(), id));
  const attach = (id: string, point: GivenPoint, of: Partial<CommandContext> = {}) => engine.attach.execute(new AttachContactPoint(asking(of), id, point));
  const detach = (id: string, point: GivenPoint, of: Partial<CommandContext> = {}) => engine.detach.execute(new DetachContactPoint(asking(of), id, point));
  const verify = (id: string, point: GivenPoint, of: Partial<CommandContext> = {}) => engine.verify.execute(new VerifyContactPoint(asking(of), id, point));
  const transfer = (from: string, to: string, cause: TransferCause = 'reassigned', of: Partial<CommandContext> = {}, point = email) =>
    engine.transfer.execute(new TransferContactPoint(asking(of), from, point, to, cause));
  const share = (point: GivenPoint) => engine.share.execute(new ShareContactPoint(asking(), point));
  const primary = (id: string, point: GivenPoint) => engine.choosePrimary.execute(new ChoosePrimaryContactPoint(asking(), id, point));
  const set = (channel: 'email', rules: object) =>
    engine.changeSettings.execute(new ChangeSettings(asking(), { channels: { [channel]: { ...builtInChannels[channel], ...rules } } }));
  const news = async () => (await typesIn(engine.store)).slice(start);
  const holders = async (point: GivenPoint) =>
    (await engine.creations.point('acme', (await engine.points.identify('acme', point, '')).digest)).state.holders.map((h) => h.endUserId);

  it('is verified once, and the answer says so', async () => {
    expect(await verify(lea, { channel: 'email', value: ' LEA@example.org' })).toEqual({
      endUserId: lea,
      canonicalId: lea,
      channel: 'email',
      scope: '',
      key: 'lea@example.org',
      verified: true,
      position: 4n,
    });
    expect(await verify(lea, email)).toMatchObject({ verified: true, position: null });
    expect(await news()).toEqual(['ContactPointVerified']);
  });

  it('is verified for whoever holds it and for nobody else', async () => {
    await expect(verify(max, email)).rejects.toMatchObject({ code: 'contact-point-not-held' });
    await expect(verify(nobody, email)).rejects.toMatchObject({ code: 'end-user-not-found' });
    await remove(lea);
    await expect(verify(lea, email)).rejects.toMatchObject({ code: 'end-user-deleted' });
  });

  it('is detached also when it has come to be blocked', async () => {
    await engine.changeSettings.execute(new ChangeSettings(asking(), { blocklist: [{ channel: null, value: email.value }] }));
    await expect(verify(lea, email)).rejects.toMatchObject({ code: 'contact-point-blocked' });
    expect((await detach(lea, email)).position).not.toBeNull();
  });

  it('is chosen as primary by whoever holds it now', async () => {
    await attach(lea, phone);
    expect(await primary(lea, phone)).toMatchObject({ endUserId: lea, channel: 'phone', key: '+33612345678', verified: false, position: 5n });
    expect((await primary(lea, phone)).position).toBeNull();
    await expect(primary(max, phone)).rejects.toMatchObject({ code: 'contact-point-not-held' });
    await detach(lea, phone);
    await expect(primary(lea, phone)).rejects.toMatchObject({ code: 'contact-point-not-held' });
    await remove(lea);
    await expect(primary(lea, phone)).rejects.toMatchObject({ code: 'end-user-deleted' });
  });

  describe('is transferred', () => {
    it('in one append, sealed under the key of the new holder', async () => {
      expect(await transfer(lea, max)).toEqual({
        endUserId: max,
        canonicalId: max,
        channel: 'email',
        scope: '',
        key: 'lea@example.org',
        verified: false,
        position: 5n,
      });
      expect(await news()).toEqual(['ContactPointReleased', 'ContactPointAttached']);
      const { digest } = await engine.points.identify('acme', email, '');
      const [, released, attached] = await engine.store.readStream(streamOf.contactPoint('acme', digest));
      expect(released?.data).toEqual({ endUserId: lea, cause: 'reassigned', to: max });
      const key = (await engine.creations.endUser('acme', max)).state.keyId;
      expect(attached?.data).toMatchObject({ endUserId: max, personal: { k: key } });
      expect(JSON.stringify(attached?.data)).not.toContain('example.org');
      expect(await holders(email)).toEqual([max]);
    });

    it('with its proof when it was always theirs, and without when it is theirs from now on', async () => {
      await verify(lea, email);
      expect((await transfer(lea, max, 'reassigned')).verified).toBe(false);
      await verify(max, email);
      expect((await transfer(max, lea, 'corrected')).verified).toBe(true);
    });

    it('from somebody who was deleted and whose points are not released yet', async () => {
      await remove(lea);
      await transfer(lea, max);
      expect(await holders(email)).toEqual([max]);
    });

    it('to nobody who is not there, and the refusal says which of the two is meant', async () => {
      await expect(transfer(lea, nobody)).rejects.toMatchObject({ code: 'end-user-not-found', details: { pointer: '/toEndUserId' } });
      await remove(max);
      await expect(transfer(lea, max)).rejects.toMatchObject({ code: 'end-user-deleted', details: { pointer: '/toEndUserId' } });
      expect(await holders(email)).toEqual([lea]);
    });

    it('from nobody who does not hold it', async () => {
      await expect(transfer(max, lea)).rejects.toMatchObject({ code: 'contact-point-not-held' });
      await expect(transfer(nobody, max)).rejects.toMatchObject({ code: 'contact-point-not-held' });
      await expect(transfer(lea, max, 'corrected', {}, phone)).rejects.toMatchObject({ code: 'contact-point-not-held' });
    });

    it('within the limit of the channel for who gets it', async () => {
      await set('email', { limit: 1 });
      await attach(max, { channel: 'email', value: 'max@example.org' });
      await expect(transfer(lea, max)).rejects.toMatchObject({ code: 'contact-point-limit-reached' });
    });

    it('only verified where the tenant says so', async () => {
      await set('email', { verifiedOnly: true });
      await expect(transfer(lea, max)).rejects.toMatchObject({ code: 'contact-point-unverified' });
      await expect(transfer(lea, max, 'corrected')).rejects.toMatchObject({ code: 'contact-point-unverified' });
      await verify(lea, email);
      await expect(transfer(lea, max, 'reassigned')).rejects.toMatchObject({ code: 'contact-point-unverified' });
      await transfer(lea, max, 'reassigned', {}, { ...email, verified: true });
      expect((await transfer(max, lea, 'corrected')).verified).toBe(true);
    });

    it('one hold of several when it is shared, the others staying', async () => {
      await share(email);
      const eve = await create(email);
      await transfer(lea, max);
      expect(await holders(email)).toEqual([eve, max]);
      await transfer(eve, max, 'corrected');
      expect(await holders(email)).toEqual([max]);
    });

    it('from somebody whose creation was cut off, which is finished first and keeps its other points', async () => {
      const { rules: _, ...claimed } = await engine.points.identify('acme', phone, '');
      const { digest, verified, ...identity } = claimed;
      const creation = { origin: 'api', profile: { name: 'Eve' }, points: [claimed] } as const;
      await engine.runner.run(contactPoint, new AttachPoint('acme', digest, 'eve', identity, verified, creation), step('cut off'), await engine.vault.lease());
      await transfer('eve', max, 'corrected', {}, phone);
      expect(await holders(phone)).toEqual([max]);
      expect((await engine.creations.endUser('acme', 'eve')).state.status).toBe('active');
    });

    it('once, whoever asks again', async () => {
      await transfer(lea, max);
      expect((await transfer(lea, max)).position).toBeNull();
    });
  });

  it('is shared and unshared, each once, and not unshared while several hold it', async () => {
    const unshare = () => engine.unshare.execute(new UnshareContactPoint(asking(), email, 'the family moved'));
    expect((await unshare()).position).toBeNull();
    expect(await share(email)).toMatchObject({ channel: 'email', key: 'lea@example.org', position: 4n });
    await attach(max, email);
    await expect(unshare()).rejects.toMatchObject({ code: 'contact-point-still-shared' });
    await detach(lea, email);
    expect(await unshare()).toMatchObject({ channel: 'email', scope: '', key: 'lea@example.org', position: 7n });
    expect((await unshare()).position).toBeNull();
    await expect(attach(lea, email)).rejects.toMatchObject({ code: 'contact-point-taken', details: { holderId: max } });
  });

  describe('under an idempotency key', () => {
    const key = { idempotencyKey: 'key-1' };
    const commands: [string, (other?: boolean) => Promise<{ position: bigint | null }>][] = [
      ['attach', (other) => attach(lea, { ...phone, verified: other === true }, key)],
      ['detach', (other) => detach(lea, { ...email, verified: other === true }, key)],
      ['verify', (other) => verify(lea, { ...email, verified: other === true }, key)],
      ['transfer', (other) => transfer(lea, max, other ? 'corrected' : 'reassigned', key)],
      ['share', (other) => engine.share.execute(new ShareContactPoint(asking(key), email, other ? 'b' : 'a'))],
    ];
    for (const [name, run] of commands)
      it(`answers the retry of ${name} alike, at once, late, and after all were deleted, and refuses another payload`, async () => {
        const [first, ...at] = await Promise.all([run(), run(), run()]);
        expect(at).toEqual([first, first]);
        const after = await news();
        for (const id of [lea, max]) await remove(id);
        expect(await run()).toEqual(first);
        expect((await news()).length - after.length).toBe(2);
        await expect(run(true)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
      });

    it('answers the retry of an attach as it was when the point was taken away again', async () => {
      const first = await attach(lea, phone, key);
      await remove(lea);
      const [attached] = (await engine.store.readAll({ after: 0n, limit: 99, types: ['ContactPointAttached'] })).events.slice(-1);
      if (!attached) throw new Error('nothing was attached');
      const { digest } = await engine.points.identify('acme', phone, '');
      await engine.settleAttached.execute(new SettleAttached(wordOf(attached.metadata), digest, lea, attached.metadata.eventId));
      expect(await holders(phone)).toEqual([]);
      expect(await attach(lea, phone, key)).toEqual(first);
    });
  });
});
