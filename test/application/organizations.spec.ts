import {
  ChangeOrganization,
  ChangeSettings,
  ClaimName,
  CreateOrganization,
  DeleteOrganization,
  MergeOrganizations,
  type OrganizationChanges,
  type OrganizationProfile,
  organizationName,
  Refusal,
  SetOrganizationDomains,
  SetOrganizationRouting,
  streamOf,
  TagOrganization,
  UntagOrganization,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step, typesIn } from '../support/in-memory-engine';
import { reactTo } from '../support/reactions';

const create = (engine: InMemoryEngine, name: string, more: Partial<OrganizationProfile> = {}, idempotencyKey?: string) =>
  engine.createOrganization.execute(new CreateOrganization(asking({ ...(idempotencyKey && { idempotencyKey }) }), 'api', { name, ...more }));
const change = (engine: InMemoryEngine, id: string, changes: OrganizationChanges & { name?: string }, asked: Parameters<typeof asking>[0] = {}) =>
  engine.changeOrganization.execute(new ChangeOrganization(asking(asked), id, changes));
const remove = (engine: InMemoryEngine, id: string, idempotencyKey?: string) =>
  engine.deleteOrganization.execute(new DeleteOrganization(asking({ ...(idempotencyKey && { idempotencyKey }) }), id));
const refusal = async (promise: Promise<unknown>): Promise<Refusal> => {
  const error = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, not ${String(error)}`);
  return error;
};
const opened = async ({ store, personal }: InMemoryEngine) => {
  const { events } = await store.readAll({ after: 0n, limit: 1000 });
  return Promise.all(events.map((event) => personal.open(event)));
};

describe('an organization', () => {
  let engine: InMemoryEngine;
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });
  const types = () => typesIn(engine.store);
  const state = async (id: string) => (await engine.knownOrganizations.load('acme', id)).state;
  const nameOf = async (id: string) => (await opened(engine)).findLast((e) => e.stream === streamOf.organization('acme', id) && 'name' in e.data)?.data;

  describe('is created', () => {
    it('by a claim of its name and then its first event, with what it begins with in one append', async () => {
      const command = new CreateOrganization(asking(), 'api', { name: 'Acme', tags: ['vip'], fields: { tier: 'gold' } }, [{ domain: 'Acme.Example' }], {
        queue: 'acme',
        priority: 'high',
      });
      const { organizationId, position } = await engine.createOrganization.execute(command);
      expect(await types()).toEqual(['OrganizationNameClaimed', 'OrganizationCreated', 'OrganizationDomainsChanged', 'OrganizationRoutingChanged']);
      expect(position).toBe(4n);
      expect(await state(organizationId)).toMatchObject({
        status: 'active',
        domains: [{ domain: 'acme.example', subdomains: false, except: [], precedence: 100 }],
        routing: { queue: 'acme', priority: 'high' },
      });
      expect((await opened(engine))[1]?.data).toMatchObject({ name: 'Acme', tags: ['vip'], fields: { tier: 'gold' }, origin: 'api' });
    });

    it('without its name standing anywhere in clear', async () => {
      await create(engine, 'Zwiebelfisch & Söhne', { notes: 'Zwiebelfisch' });
      const { events } = await engine.store.readAll({ after: 0n, limit: 10 });
      expect(events).toHaveLength(2);
      expect(JSON.stringify(events, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))).not.toContain('Zwiebelfisch');
    });

    it('once under each name, whatever its case and spacing, and the holder is named', async () => {
      const { organizationId } = await create(engine, 'Straße  24');
      const refused = await refusal(create(engine, ' STRASSE 24'));
      expect([refused.code, refused.details]).toEqual(['organization-name-taken', { holderId: organizationId, pointer: '/name' }]);
      expect(await types()).toHaveLength(2);
    });

    it('refuses a name of which nothing is seen, domains that are none, and more tags than it can have, before anything is stored', async () => {
      expect((await refusal(create(engine, ' \u200b\u00ad '))).details.pointer).toBe('/name');
      const command = new CreateOrganization(asking(), 'api', { name: 'Acme' }, [{ domain: 'acme.example' }, { domain: 'co.uk' }]);
      expect((await refusal(engine.createOrganization.execute(command))).details).toEqual({ pointer: '/domains/1/domain', reason: 'public-suffix' });
      const tags = Array.from({ length: 51 }, (_, i) => `tag ${i}`);
      expect((await refusal(create(engine, 'Acme', { tags }))).code).toBe('profile-limit-reached');
      expect(await types()).toEqual([]);
    });

    it('with the same answer for each retry, also after it was renamed and deleted', async () => {
      const first = await create(engine, 'Acme', {}, 'k1');
      await change(engine, first.organizationId, { name: 'Other' });
      await create(engine, 'Acme');
      expect(await create(engine, 'Acme', {}, 'k1')).toEqual(first);
      await remove(engine, first.organizationId);
      expect(await create(engine, 'Acme', {}, 'k1')).toEqual(first);
      expect((await refusal(create(engine, 'Acme', { notes: 'other' }, 'k1'))).code).toBe('idempotency-key-reused');
    });

    it('by the key that was refused before, once the name is free', async () => {
      const { organizationId } = await create(engine, 'Acme');
      expect((await refusal(create(engine, 'Acme', {}, 'k1'))).code).toBe('organization-name-taken');
      await remove(engine, organizationId);
      expect((await create(engine, 'Acme', {}, 'k1')).organizationId).not.toBe(organizationId);
    });

    it('once by many tries at once, and once under one name by many at once', async () => {
      const tries = await Promise.all(Array.from({ length: 8 }, () => create(engine, 'Acme', {}, 'k1')));
      expect(new Set(tries.map(({ organizationId, position }) => `${organizationId} ${position}`)).size).toBe(1);
      const others = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => create(engine, 'Beta', {}, `b${i}`)));
      expect(others.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await types()).toEqual(['OrganizationNameClaimed', 'OrganizationCreated', 'OrganizationNameClaimed', 'OrganizationCreated']);
    });
  });

  describe('is renamed', () => {
    it('by a claim of the new name, then its own event with all that the command changes, then the release of the old one', async () => {
      const { organizationId } = await create(engine, 'Acme');
      const { position } = await change(engine, organizationId, { name: 'Umbrella', notes: 'new owner', externalId: 'u-1' });
      expect((await types()).slice(2)).toEqual(['OrganizationNameClaimed', 'OrganizationRenamed', 'OrganizationDetailsChanged', 'OrganizationNameReleased']);
      expect(position).toBe(5n);
      expect(await nameOf(organizationId)).toMatchObject({ name: 'Umbrella' });
      expect((await opened(engine))[4]?.data).toMatchObject({ notes: 'new owner', externalId: 'u-1' });
      await create(engine, 'Acme');
      expect((await refusal(create(engine, 'umbrella'))).details.holderId).toBe(organizationId);
    });

    it('in another spelling without a new claim, and not at all to what it is called already', async () => {
      const { organizationId } = await create(engine, 'Acme');
      expect((await change(engine, organizationId, { name: 'Acme' })).position).toBeNull();
      expect((await change(engine, organizationId, { name: 'ACME' })).position).toBe(3n);
      expect((await change(engine, organizationId, { name: 'ACME' })).position).toBeNull();
      expect(await types()).toEqual(['OrganizationNameClaimed', 'OrganizationCreated', 'OrganizationRenamed']);
      await reactTo(engine, 0n);
      expect((await refusal(create(engine, 'acme'))).details.holderId).toBe(organizationId);
    });

    it('without repeating what it is said to be already', async () => {
      const { organizationId } = await create(engine, 'Acme', { notes: 'a', fields: { tier: 'gold' } });
      await change(engine, organizationId, { name: 'Umbrella', notes: 'a', fields: { tier: 'gold' } });
      expect((await types()).slice(2)).toEqual(['OrganizationNameClaimed', 'OrganizationRenamed', 'OrganizationNameReleased']);
    });

    it('back to a name that it had before', async () => {
      const { organizationId } = await create(engine, 'Acme');
      for (const name of ['Umbrella', 'Acme', 'Umbrella']) await change(engine, organizationId, { name });
      await reactTo(engine, 0n);
      expect((await refusal(create(engine, 'umbrella'))).details.holderId).toBe(organizationId);
      await create(engine, 'acme');
    });

    it('with the same answer for each retry, and refused the name of another one', async () => {
      const [one, other] = [await create(engine, 'Acme'), await create(engine, 'Beta')];
      const asked = { idempotencyKey: 'k1' };
      const first = await change(engine, one.organizationId, { name: 'Umbrella' }, asked);
      await change(engine, one.organizationId, { name: 'Gamma' });
      expect(await change(engine, one.organizationId, { name: 'Umbrella' }, asked)).toEqual(first);
      const refused = await refusal(change(engine, one.organizationId, { name: 'BETA', notes: 'not written' }));
      expect(refused.details.holderId).toBe(other.organizationId);
      expect((await refusal(change(engine, one.organizationId, { name: 'Umbrella', notes: 'x' }, asked))).code).toBe('idempotency-key-reused');
    });

    it('not when what else the command says is refused, or it has changed since it was seen: then nothing is claimed', async () => {
      const { organizationId, position } = await create(engine, 'Acme');
      const fields = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`f${i}`, i]));
      expect((await refusal(change(engine, organizationId, { name: 'Umbrella', fields }))).code).toBe('profile-limit-reached');
      await change(engine, organizationId, { notes: 'x' });
      expect((await refusal(change(engine, organizationId, { name: 'Umbrella' }, { seenPosition: position }))).code).toBe('state-changed');
      expect((await refusal(change(engine, organizationId, { notes: 'y' }, { seenPosition: position }))).code).toBe('state-changed');
      expect(await types()).toEqual(['OrganizationNameClaimed', 'OrganizationCreated', 'OrganizationDetailsChanged']);
      expect((await change(engine, organizationId, { name: 'Umbrella' }, { seenPosition: 3n })).position).toBe(5n);
    });
  });

  describe('is changed', () => {
    it('only by what is news, custom fields by name', async () => {
      const { organizationId } = await create(engine, 'Acme', { notes: 'a', fields: { tier: 'gold', seats: 5 } });
      expect((await change(engine, organizationId, { notes: 'a', fields: { tier: 'gold' } })).position).toBeNull();
      await change(engine, organizationId, { notes: 'b', fields: { tier: 'gold', seats: 6, region: null } });
      expect((await opened(engine)).at(-1)?.data).toMatchObject({ notes: 'b', fields: { seats: 6 } });
      await change(engine, organizationId, { notes: null, fields: { tier: null } });
      expect((await opened(engine)).at(-1)?.data).toMatchObject({ notes: null, fields: { tier: null } });
      expect((await change(engine, organizationId, { notes: null, fields: { tier: null } })).position).toBeNull();
    });

    it('by tags, each on or off once, in whichever form it is given', async () => {
      const { organizationId } = await create(engine, 'Acme', { tags: ['caf\u00e9'] });
      const tag = (tags: string[]) => engine.tagOrganization.execute(new TagOrganization(asking(), organizationId, tags));
      const untag = (tags: string[]) => engine.untagOrganization.execute(new UntagOrganization(asking(), organizationId, tags));
      expect((await tag(['cafe\u0301'])).position).toBeNull();
      expect((await tag(['vip', 'cafe\u0301'])).position).toBe(3n);
      expect((await untag(['cafe\u0301', 'never'])).position).toBe(4n);
      expect((await opened(engine)).slice(2).map(({ type, data }) => [type, 'tags' in data && data.tags])).toEqual([
        ['OrganizationTagged', ['vip']],
        ['OrganizationUntagged', ['caf\u00e9']],
      ]);
      const many = Array.from({ length: 50 }, (_, i) => `tag ${i}`);
      expect((await refusal(tag(many))).code).toBe('profile-limit-reached');
    });

    it('in its domains, which are replaced as a whole', async () => {
      const { organizationId } = await create(engine, 'Acme');
      const set = (...domains: SetOrganizationDomains['domains']) =>
        engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), organizationId, domains));
      expect((await set()).position).toBeNull();
      expect((await set({ domain: 'b.example' }, { domain: 'A.example', precedence: 1 })).position).toBe(3n);
      expect((await set({ domain: 'a.example', precedence: 1, subdomains: false }, { domain: 'B.EXAMPLE' })).position).toBeNull();
      expect((await state(organizationId)).domains.map(({ domain }) => domain)).toEqual(['a.example', 'b.example']);
      expect((await refusal(set({ domain: 'gmail.com' }))).details).toEqual({ pointer: '/domains/0/domain', reason: 'free-mail' });
      await engine.changeSettings.execute(new ChangeSettings(asking(), { membership: { notFreeMail: ['gmail.com'], freeMail: ['ours.example'] } }));
      expect((await set({ domain: 'gmail.com' })).position).toBe(5n);
      expect((await refusal(set({ domain: 'ours.example' }))).details).toMatchObject({ reason: 'free-mail' });
      expect((await set()).position).toBe(6n);
    });

    it('in its routing, and back to none', async () => {
      const { organizationId } = await create(engine, 'Acme');
      const set = (routing: SetOrganizationRouting['routing']) =>
        engine.setOrganizationRouting.execute(new SetOrganizationRouting(asking(), organizationId, routing));
      expect((await set(null)).position).toBeNull();
      expect((await refusal(set({ queue: '', priority: 'low' }))).details.pointer).toBe('/routing/queue');
      expect((await set({ queue: 'acme', priority: 'urgent', tags: ['a'] })).position).toBe(3n);
      expect((await set({ priority: 'urgent', tags: ['a'], queue: 'acme' })).position).toBeNull();
      expect((await set(null)).position).toBe(4n);
    });

    it('never where there is none', async () => {
      const nobody = '00000000-0000-8000-8000-000000000000';
      expect((await refusal(change(engine, nobody, { notes: 'a' }))).code).toBe('organization-not-found');
      expect((await refusal(change(engine, nobody, { name: 'Acme' }))).code).toBe('organization-not-found');
      expect((await refusal(remove(engine, nobody))).code).toBe('organization-not-found');
      expect(await types()).toEqual([]);
    });
  });

  describe('is deleted', () => {
    it('once and for ever, and its name is free', async () => {
      const { organizationId } = await create(engine, 'Acme');
      const first = await remove(engine, organizationId, 'k1');
      expect((await types()).slice(2)).toEqual(['OrganizationDeleted', 'OrganizationNameReleased']);
      expect((await remove(engine, organizationId)).position).toBeNull();
      expect(await remove(engine, organizationId, 'k1')).toEqual(first);
      for (const refused of [
        change(engine, organizationId, { notes: 'x' }),
        change(engine, organizationId, { name: 'x' }),
        engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), organizationId, [])),
      ])
        expect((await refusal(refused)).code).toBe('organization-deleted');
      expect((await create(engine, 'Acme')).organizationId).not.toBe(organizationId);
    });
  });

  describe('that was merged into another one', () => {
    let survivorId: string;
    let mergedId: string;
    beforeEach(async () => {
      survivorId = (await create(engine, 'Umbrella')).organizationId;
      mergedId = (await create(engine, 'Acme', { tags: ['vip'] })).organizationId;
      await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), survivorId, mergedId));
    });

    it('has its commands decided on the one that stands for it', async () => {
      const answer = await change(engine, mergedId, { notes: 'x' }, { idempotencyKey: 'k1' });
      expect(answer).toMatchObject({ organizationId: mergedId, canonicalId: survivorId });
      expect((await opened(engine)).at(-1)).toMatchObject({ stream: streamOf.organization('acme', survivorId), data: { notes: 'x' } });
      await change(engine, mergedId, { name: 'Umbrella Group' });
      expect(await nameOf(survivorId)).toMatchObject({ name: 'Umbrella Group' });
      expect(await change(engine, mergedId, { notes: 'x' }, { idempotencyKey: 'k1' })).toEqual(answer);
    });

    it('keeps its name to itself, so that it has it when it comes back', async () => {
      await reactTo(engine, 0n);
      expect((await refusal(create(engine, 'ACME'))).details.holderId).toBe(mergedId);
      expect((await refusal(change(engine, survivorId, { name: 'acme' }))).details.holderId).toBe(mergedId);
      await remove(engine, survivorId);
      await reactTo(engine, 0n);
      expect((await refusal(create(engine, 'ACME'))).details.holderId).toBe(mergedId);
      await create(engine, 'Umbrella');
    });

    it('lets the survivor lose, once, a tag that may have come with it', async () => {
      const untag = () => engine.untagOrganization.execute(new UntagOrganization(asking(), mergedId, ['vip']));
      expect((await untag()).position).not.toBeNull();
      expect((await untag()).position).toBeNull();
    });
  });

  it('gives names back with the reason', async () => {
    const { organizationId } = await create(engine, 'Acme');
    await change(engine, organizationId, { name: 'Umbrella' });
    const ids = await engine.identifiers.of('acme');
    const claim = new ClaimName('acme', ids.organizationName('never'), organizationId, 0, { renames: { name: 'Never', changes: {} } });
    await engine.runner.run(organizationName, claim, step(), await engine.vault.lease());
    await reactTo(engine, 0n);
    await remove(engine, organizationId);
    const released = (await opened(engine)).filter(({ type }) => type === 'OrganizationNameReleased');
    expect(released.map(({ data, metadata }) => ['cause' in data && data.cause, metadata.actor.kind])).toEqual([
      ['renamed', 'reactor'],
      ['lost-race', 'reactor'],
      ['deleted', 'reactor'],
    ]);
    expect(await nameOf(organizationId)).toMatchObject({ name: 'Umbrella' });
  });

  it('writes nothing more when its reactor comes by all of its events again', async () => {
    const { organizationId } = await create(engine, 'Acme');
    const other = await create(engine, 'Beta');
    await change(engine, organizationId, { name: 'Umbrella' });
    await change(engine, other.organizationId, { name: 'Acme' });
    await remove(engine, organizationId);
    const before = await types();
    await reactTo(engine, 0n);
    expect(await types()).toEqual(before);
  });
});
