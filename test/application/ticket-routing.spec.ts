import { MemoryEventStore } from '@kith/adapters';
import { FindRoute } from '@kith/application';
import {
  AssignInteraction,
  type GivenInteraction,
  type GivenPoint,
  type GivenRoute,
  MergeOrganizations,
  RecordInteraction,
  ResolveEndUser,
  TagOrganization,
  UntagOrganization,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { desk, email, nobody, phone, refusal } from '../support/ticket-desk';

describe('the organization and the route of a ticket', () => {
  let engine: InMemoryEngine;
  const { create, organization, deleteOrganization, join, merge, rules, open, events } = desk(() => engine);
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });

  describe('have the organization', () => {
    it('that is named, as it is named, or the requester’s default, or none', async () => {
      const [lea, acme, globex] = [await create(email), await organization({ name: 'Acme' }), await organization({ name: 'Globex' })];
      await join(lea, acme);
      expect((await open({ id: 'T-1' })).organizationId).toBe(acme);
      expect((await open({ id: 'T-2', organizationId: globex })).organizationId).toBe(globex);
      expect((await open({ id: 'T-3', organizationId: null })).organizationId).toBeNull();
      await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), globex, acme));
      expect((await open({ id: 'T-4', organizationId: acme })).organizationId).toBe(acme);
      expect((await open({ id: 'T-5' })).organizationId).toBe(acme);
    });

    it('of the person, where the profile that holds the point has none', async () => {
      const [lea, max, acme] = [await create(email), await create(phone), await organization({ name: 'Acme' })];
      await join(max, acme);
      await merge(lea, max);
      expect((await open()).organizationId).toBe(acme);
    });

    it('no more when it was deleted: refused when named, none by default', async () => {
      const [lea, acme] = [await create(email), await organization({ name: 'Acme' }, { queue: 'acme', priority: 'high' })];
      await join(lea, acme);
      await deleteOrganization(acme);
      await expect(open({ organizationId: acme })).rejects.toMatchObject(refusal('organization-deleted'));
      expect(await open()).toMatchObject({ organizationId: null, route: { rule: 'fallback' } });
    });

    it('of the interaction: the person’s default when it was recorded, or assigned', async () => {
      const [lea, acme] = [await create(email), await organization({ name: 'Acme' })];
      const record = (id: string, points: GivenPoint[]) => {
        const given: GivenInteraction = { source: 'mail', id, channel: 'email', via: 'email', direction: 'inbound', points };
        return engine.record.execute(new RecordInteraction(asking(), given));
      };
      expect((await record('before', [email])).organizationId).toBeNull();
      await join(lea, acme);
      const after = await record('after', [email]);
      expect(after.organizationId).toBe(acme);
      expect(await record('before', [email])).toMatchObject({ outcome: 'repeated', organizationId: null });
      expect(await record('after', [email])).toMatchObject({ outcome: 'repeated', organizationId: acme });
      const waiting = await record('nobody', []);
      expect(waiting.organizationId).toBeNull();
      const assign = () => engine.assign.execute(new AssignInteraction(asking(), waiting.interactionId ?? '', lea));
      expect(await assign()).toMatchObject({ organizationId: acme, endUserId: lea });
      expect(await assign()).toMatchObject({ organizationId: acme, position: null });
      expect(await record('nobody', [])).toMatchObject({ outcome: 'repeated', organizationId: acme });
      const about = (await engine.store.readAll({ after: 0n, limit: 1000 })).events.filter(({ type }) => type.startsWith('Interaction'));
      expect(about.map(({ data }) => data.organizationId)).toEqual([undefined, acme, undefined, acme]);
      expect(await engine.resolve.execute(new ResolveEndUser(asking(), [email], false))).toMatchObject({ organizationId: acme });
    });
  });

  it('of an interaction costs no read of its own where the person is one profile', async () => {
    const read: string[] = [];
    class Listening extends MemoryEventStore {
      override readStream(stream: string, options?: { from?: number; limit?: number }) {
        read.push(stream.slice(0, stream.indexOf('-')));
        return super.readStream(stream, options);
      }
    }
    engine = await inMemoryEngine({ store: new Listening() });
    const [lea, acme] = [await create(email), await organization({ name: 'Acme' })];
    await join(lea, acme);
    read.length = 0;
    const given: GivenInteraction = { source: 'mail', id: 'm-1', channel: 'email', via: 'email', direction: 'inbound', points: [email] };
    expect((await engine.record.execute(new RecordInteraction(asking(), given))).organizationId).toBe(acme);
    expect(read.sort()).toEqual(['contactPoint', 'endUser', 'settings']);
  });

  describe('are routed', () => {
    // biome-ignore lint/suspicious/noThenProperty: when and then are the two halves of a rule; nobody awaits it.
    const goldRule = { name: 'gold', when: { organizationTags: ['gold'] }, then: { queue: 'vip', priority: 'urgent', tags: ['vip'] } } as const;

    it('by the routing of the organization, of the one that stands for it when it was merged', async () => {
      await create(email);
      const [acme, globex] = [
        await organization({ name: 'Acme' }, { queue: 'acme', priority: 'high', assignee: 'agent-1' }),
        await organization({ name: 'Globex' }),
      ];
      expect((await open({ id: 'T-1', organizationId: acme })).route).toMatchObject({ queue: 'acme', assignee: 'agent-1', rule: 'organization' });
      await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), globex, acme));
      expect((await open({ id: 'T-2', organizationId: acme })).route).toMatchObject({ queue: 'default', rule: 'fallback' });
    });

    it('by the tags that the organization has at that moment, whichever of those that are one with it they are of', async () => {
      await create(email);
      const [acme, globex] = [await organization({ name: 'Acme', tags: ['silver'] }), await organization({ name: 'Globex', tags: ['gold'] })];
      await rules({ rules: [goldRule] });
      const routeOf = async (id: string) => (await open({ id, organizationId: acme })).route;
      expect(await routeOf('T-1')).toMatchObject({ rule: 'fallback', settingsVersion: 1 });
      await engine.tagOrganization.execute(new TagOrganization(asking(), acme, ['gold']));
      expect(await routeOf('T-2')).toMatchObject({ rule: 'gold', queue: 'vip', priority: 'urgent', tags: ['vip'] });
      await engine.untagOrganization.execute(new UntagOrganization(asking(), acme, ['gold']));
      expect(await routeOf('T-3')).toMatchObject({ rule: 'fallback' });
      await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), acme, globex));
      const merged = await open({ id: 'T-4', organizationId: acme });
      expect(merged.route).toMatchObject({ rule: 'gold' });
      expect((await events(merged.ticketId))[1]?.data).toMatchObject({ organizationTags: ['silver', 'gold'] });
      await engine.untagOrganization.execute(new UntagOrganization(asking(), globex, ['gold']));
      expect(await routeOf('T-5')).toMatchObject({ rule: 'fallback' });
    });

    it('once: other rules change nothing that was decided', async () => {
      const before = await open();
      // biome-ignore lint/suspicious/noThenProperty: as above.
      await rules({ rules: [{ name: 'all', when: {}, then: { queue: 'new', priority: 'low' } }] });
      expect((await open()).route).toEqual(before.route);
      expect((await open({ id: 'T-2' })).route).toMatchObject({ queue: 'new', settingsVersion: 1 });
    });

    it('as they would have been: asking writes nothing', async () => {
      const acme = await organization({ name: 'Acme', tags: ['gold'] });
      // biome-ignore lint/suspicious/noThenProperty: as above.
      await rules({ rules: [goldRule, { name: 'new', when: { firstContact: true }, then: { queue: 'welcome', priority: 'normal' } }] });
      const before = await engine.store.head();
      const find = (given: Partial<GivenRoute>) => engine.findRoute.execute(new FindRoute('acme', { channel: 'email', ...given }));
      expect(await find({ points: [email] })).toMatchObject({ requesterId: null, organizationId: null, route: { rule: 'new' }, facts: { firstContact: true } });
      expect(await find({})).toMatchObject({ requesterId: null, route: { rule: 'fallback' }, facts: { firstContact: false } });
      expect(await find({ organizationId: acme })).toMatchObject({ organizationId: acme, route: { rule: 'gold', settingsVersion: 1 } });
      await expect(find({ points: [] })).rejects.toMatchObject(refusal('no-contact-point'));
      await expect(find({ organizationId: nobody })).rejects.toMatchObject(refusal('organization-not-found'));
      await expect(find({ channel: 'fax' })).rejects.toMatchObject(refusal('channel-unknown'));
      expect(await engine.store.head()).toBe(before);
      const lea = await create(email);
      await join(lea, acme);
      const found = await find({ points: [email], at: '2026-03-01T10:00:00Z' });
      expect(found).toMatchObject({
        requesterId: lea,
        canonicalId: lea,
        organizationId: acme,
        facts: { at: '2026-03-01T10:00:00.000Z', organizationTags: ['gold'] },
      });
      expect((await open({ at: '2026-03-01T10:00:00Z' })).route).toEqual(found.route);
    });
  });
});
