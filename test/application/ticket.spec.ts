import { ChangeSettings, ShareContactPoint, UnmergeUsers } from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, typesIn } from '../support/in-memory-engine';
import { desk, email, nobody, phone, refusal } from '../support/ticket-desk';

describe('opening a ticket', () => {
  let engine: InMemoryEngine;
  const { create, merge, remove, open, stored, events, lying } = desk(() => engine);
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });

  it('creating the requester at first contact, and routed in the same append', async () => {
    const answer = await open({ subject: 'Where is it?', tags: ['refund', 'cafe\u0301', 'caf\u00e9'], language: 'fr', profile: { name: 'Léa' } });
    expect(answer).toMatchObject({ outcome: 'opened', status: 'open', organizationId: null, createdRequester: true, position: 4n, possibleDuplicates: [] });
    expect(answer.canonicalId).toBe(answer.requesterId);
    expect(answer.route).toMatchObject({ queue: 'default', rule: 'fallback', settingsVersion: 0 });
    expect(await typesIn(engine.store)).toEqual(['ContactPointAttached', 'EndUserCreated', 'TicketOpened', 'TicketRouted']);
    const [opened, routed] = await events(answer.ticketId);
    expect(opened?.data).toMatchObject({
      source: 'helpdesk',
      sourceId: 'T-1',
      requesterId: answer.requesterId,
      organizationId: null,
      subject: 'Where is it?',
      status: 'open',
      channel: 'email',
      via: 'email',
      language: 'fr',
      tags: ['refund', 'caf\u00e9'],
      firstContact: true,
      resolution: { policy: 'resolve/1', why: [{ rule: 'free' }, { rule: 'created-for', endUserId: answer.requesterId }] },
    });
    expect(routed?.data).toMatchObject({ policy: 'route/1', organizationTags: [], settingsVersion: 0 });
  });

  it('for who has the contact point, under their key, with nothing personal in clear', async () => {
    const lea = await create(email);
    const answer = await open({ subject: 'Secret words', tags: ['embarrassing'], at: '2026-03-01T10:00:00+01:00' });
    expect(answer).toMatchObject({ requesterId: lea, createdRequester: false });
    const [opened, routed] = await stored(answer.ticketId);
    for (const word of ['Secret', 'embarrassing', 'T-1', 'lea@']) expect(await lying(answer.ticketId)).not.toContain(word);
    const { keyId } = (await engine.creations.endUser('acme', lea)).state;
    expect([opened, routed]).toMatchObject([{ data: { personal: { k: keyId } } }, { data: { personal: { k: keyId } } }]);
    expect(opened?.data.at).toBe('2026-03-01T09:00:00.000Z');
    expect(opened?.metadata.occurredAt).toBe('2026-03-01T09:00:00.000Z');
  });

  it('for the profile that is named, also when it was merged', async () => {
    const [lea, max] = [await create(email), await create(phone)];
    await merge(lea, max);
    const answer = await open({ requesterId: max });
    expect(answer).toMatchObject({ requesterId: max, canonicalId: lea, createdRequester: false });
    const [opened] = await events(answer.ticketId);
    expect(opened?.data).toMatchObject({ requesterId: max, contactPointId: null });
    expect(opened?.data).not.toHaveProperty('resolution');
  });

  it('for the profile of a cluster that holds the point', async () => {
    const [lea, max] = [await create(email), await create(phone)];
    const { mergeId } = await merge(lea, max);
    const answer = await open({ points: [phone], channel: 'phone', via: 'voice' });
    expect(answer).toMatchObject({ requesterId: max, canonicalId: lea });
    await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
    expect(await open({ points: [phone], channel: 'phone', via: 'voice' })).toMatchObject({ requesterId: max, canonicalId: max, outcome: 'repeated' });
  });

  it('for nobody who is not or is no more', async () => {
    const lea = await create(email);
    await expect(open({ requesterId: nobody })).rejects.toMatchObject(refusal('end-user-not-found'));
    await remove(lea);
    await expect(open({ requesterId: lea })).rejects.toMatchObject(refusal('end-user-deleted'));
    await expect(open({ points: [] })).rejects.toMatchObject(refusal('no-contact-point'));
    await expect(open({ points: [{ channel: 'phone', value: 'anonymous' }] })).rejects.toMatchObject(refusal('no-contact-point'));
  });

  it('for nobody in particular of those who share a point', async () => {
    const [lea, max] = [await create(email), await create(phone)];
    await engine.share.execute(new ShareContactPoint(asking(), phone));
    await expect(open({ points: [phone], channel: 'phone' })).rejects.toMatchObject(refusal('requester-ambiguous', { candidates: [max] }));
    expect(await open({ points: [phone, email] })).toMatchObject({ requesterId: lea });
  });

  it('not by a released point that rests, nor by one that must be verified first', async () => {
    const lea = await create(email);
    await engine.changeSettings.execute(new ChangeSettings(asking(), { quarantineDays: 30 }));
    await remove(lea);
    const unverified = { ...email, verified: false };
    await expect(open({ points: [unverified] })).rejects.toMatchObject(refusal('contact-point-quarantined'));
    const { phone: rulesOfPhone } = (await engine.settings.of('acme')).channels;
    if (rulesOfPhone) await engine.changeSettings.execute(new ChangeSettings(asking(), { channels: { phone: { ...rulesOfPhone, verifiedOnly: true } } }));
    await expect(open({ points: [phone] })).rejects.toMatchObject(refusal('contact-point-unverified'));
    expect((await typesIn(engine.store)).filter((type) => type.startsWith('Ticket'))).toEqual([]);
  });

  it('only by a channel that the tenant has, and nobody is created for it', async () => {
    await expect(open({ channel: 'fax' })).rejects.toMatchObject(refusal('channel-unknown', { pointer: '/channel' }));
    await expect(open({ organizationId: nobody })).rejects.toMatchObject(refusal('organization-not-found', { pointer: '/organizationId' }));
    expect(await typesIn(engine.store)).toEqual([]);
  });

  it('telling who else the points are of, now and again', async () => {
    const [lea, max] = [await create(email), await create(phone)];
    const met = [{ endUserIds: [lea, max], rule: 'met-in-interaction', points: [{ key: 'lea@example.org' }, { key: '+33612345678' }] }];
    expect((await open({ points: [phone, email] })).possibleDuplicates).toMatchObject(met);
    expect((await open({ points: [phone, email] })).possibleDuplicates).toMatchObject(met);
  });
});
