import type { OpenTicketAnswer } from '@kith/application';
import { type InMemoryEngine, inMemoryEngine, typesIn } from '../support/in-memory-engine';
import { desk, nobody, phone, refusal } from '../support/ticket-desk';

describe('a ticket changes', () => {
  let engine: InMemoryEngine;
  const { create, organization, deleteOrganization, merge, open, tell, move, correct, stored, events, lying, types } = desk(() => engine);
  let opened: OpenTicketAnswer;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    opened = await open({ at: '2026-03-01T10:00:00Z' });
  });

  it('their status, from now on or from when it is told', async () => {
    const { ticketId } = opened;
    expect(await tell(ticketId, 'solved', '2026-03-02T10:00:00Z')).toMatchObject({ ticketId, status: 'solved', position: 5n });
    expect(await tell(ticketId, 'pending', '2026-03-01T12:00:00+01:00')).toMatchObject({ status: 'solved', position: 6n });
    expect(await tell(ticketId, 'pending', '2026-03-01T11:00:00Z')).toMatchObject({ status: 'solved', position: null });
    expect(await tell(ticketId, 'solved')).toMatchObject({ status: 'solved', position: null });
    expect(await tell(ticketId, 'open')).toMatchObject({ status: 'open', position: 7n });
    const told = (await stored(ticketId)).slice(2);
    expect(told.map(({ data }) => data.status)).toEqual(['solved', 'pending', 'open']);
    expect(told.map(({ metadata }) => metadata.occurredAt).slice(0, 2)).toEqual(['2026-03-02T10:00:00.000Z', '2026-03-01T11:00:00.000Z']);
  });

  it('once for each idempotency key', async () => {
    const { ticketId } = opened;
    const key = { idempotencyKey: 'k' };
    const first = await tell(ticketId, 'solved', undefined, key);
    await tell(ticketId, 'open');
    expect(await tell(ticketId, 'solved', undefined, key)).toEqual({ ...first, status: 'open' });
    await expect(tell(ticketId, 'closed', undefined, key)).rejects.toMatchObject(refusal('idempotency-key-reused'));
  });

  it('only as they were seen', async () => {
    const { ticketId, position } = opened;
    await tell(ticketId, 'pending');
    await expect(tell(ticketId, 'solved', undefined, { seenPosition: position })).rejects.toMatchObject(refusal('state-changed'));
    await expect(move(ticketId, null, undefined, { seenPosition: position })).rejects.toMatchObject(refusal('state-changed'));
    const before = await typesIn(engine.store);
    await expect(correct(ticketId, { points: [phone] }, undefined, { seenPosition: position })).rejects.toMatchObject(refusal('state-changed'));
    expect(await typesIn(engine.store)).toEqual(before);
  });

  it('not before they are opened', async () => {
    const other = '0'.repeat(64);
    await expect(tell(other, 'solved')).rejects.toMatchObject(refusal('ticket-not-found'));
    await expect(move(other, null)).rejects.toMatchObject(refusal('ticket-not-found'));
    await expect(correct(other, { points: [phone] })).rejects.toMatchObject(refusal('ticket-not-found'));
    expect((await typesIn(engine.store)).filter((type) => type === 'EndUserCreated')).toHaveLength(1);
  });

  it('their organization, with a reason that is sealed; the route stays', async () => {
    const { ticketId } = opened;
    const acme = await organization({ name: 'Acme' }, { queue: 'acme', priority: 'high' });
    const key = { idempotencyKey: 'k' };
    const moved = await move(ticketId, acme, 'her employer pays', key);
    expect(moved).toMatchObject({ ticketId, organizationId: acme });
    expect(await move(ticketId, acme)).toEqual({ ticketId, organizationId: acme, position: null });
    expect(await lying(ticketId)).not.toContain('employer');
    expect((await events(ticketId)).at(-1)).toMatchObject({ type: 'TicketMovedToOrganization', data: { organizationId: acme, reason: 'her employer pays' } });
    await expect(move(ticketId, nobody)).rejects.toMatchObject(refusal('organization-not-found'));
    await deleteOrganization(acme);
    expect(await move(ticketId, acme, 'her employer pays', key)).toEqual(moved);
    await expect(move(ticketId, acme)).rejects.toMatchObject(refusal('organization-deleted'));
    expect(await move(ticketId, null)).toMatchObject({ organizationId: null });
    expect((await open({ at: '2026-03-01T10:00:00Z' })).route).toMatchObject({ queue: 'default' });
  });

  it('their requester, by id or by contact points', async () => {
    const { ticketId, requesterId: lea } = opened;
    const max = await create(phone);
    const key = { idempotencyKey: 'k' };
    const first = await correct(ticketId, { points: [phone] }, 'he wrote from her account', key);
    expect(first).toMatchObject({ ticketId, requesterId: max, canonicalId: max });
    expect((await events(ticketId)).at(-1)).toMatchObject({
      type: 'TicketRequesterCorrected',
      data: { requesterId: max, reason: 'he wrote from her account', resolution: { policy: 'resolve/1' } },
    });
    expect(await lying(ticketId)).not.toContain('account');
    expect(await correct(ticketId, { requesterId: max })).toMatchObject({ requesterId: max, position: null });
    expect(await correct(ticketId, { requesterId: lea })).toMatchObject({ requesterId: lea });
    expect(await correct(ticketId, { points: [phone] }, 'he wrote from her account', key)).toEqual(first);
    await merge(lea, max);
    expect(await correct(ticketId, { requesterId: max })).toMatchObject({ requesterId: lea, canonicalId: lea, position: null });
    const kim = await correct(ticketId, { points: [{ channel: 'email', value: 'kim@example.org' }] });
    expect((await engine.creations.endUser('acme', kim.requesterId)).state.status).toBe('active');
  });

  it('also when the words of their requester were erased: nothing more is written in clear', async () => {
    const { ticketId, requesterId } = opened;
    const { keyId = '' } = (await engine.creations.endUser('acme', requesterId)).state;
    await engine.vault.destroy(keyId);
    const max = await create(phone);
    await correct(ticketId, { requesterId: max }, 'he wrote from her account');
    await move(ticketId, await organization({ name: 'Acme' }), 'her employer pays');
    expect(await tell(ticketId, 'solved')).toMatchObject({ status: 'solved' });
    const all = await events(ticketId);
    expect(all[0]).toMatchObject({ erased: true, data: { sourceId: 'erased', requesterId } });
    expect(await lying(ticketId)).not.toMatch(/account|employer/);
    expect(await types(ticketId)).toEqual(['TicketOpened', 'TicketRouted', 'TicketRequesterCorrected', 'TicketMovedToOrganization', 'TicketStatusChanged']);
  });
});
