import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { FindRoute, joinByDomain, PersonalData, type Reactor } from '@kith/application';
import {
  AttachContactPoint,
  ChangeSettings,
  CreateOrganization,
  type GivenPoint,
  membershipsOf,
  OpenTicket,
  RecordInteraction,
  SetOrganizationRouting,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, typesIn } from '../support/in-memory-engine';
import { MembershipDirectoryInLog } from '../support/membership-directory-in-log';
import { executeMembership } from '../support/membership-reactions';
import { commandsOf } from '../support/reactions';

const mail = (value: string, verified = false) => ({ channel: 'email', value, verified });
const phone = { channel: 'phone', value: '+33612345678' };

describe('whoever writes from a claimed domain', () => {
  let engine: InMemoryEngine;
  let acme: string;
  const claim = async (of: InMemoryEngine, name = 'Acme', domain = 'acme.example') =>
    (await of.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }, [{ domain }]))).organizationId;
  const ticket = (id: string, ...points: GivenPoint[]) => ({ source: 'desk', id, channel: points[0]?.channel ?? 'email', points });
  const open = (id: string, ...points: GivenPoint[]) => engine.openTicket.execute(new OpenTicket(asking(), ticket(id, ...points)));
  const record = (id: string, ...points: GivenPoint[]) =>
    engine.record.execute(
      new RecordInteraction(asking(), { source: 'mail', id, channel: points[0]?.channel ?? 'email', via: 'web', direction: 'inbound', points }),
    );
  const joined = async (id: string) => membershipsOf((await engine.linking.load('acme', id)).state).joined;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    acme = await claim(engine);
  });

  it('is a member before the first interaction or ticket is stored, which names the organization', async () => {
    const first = await record('1', mail('lea@acme.example'));
    expect(first).toMatchObject({ outcome: 'created', organizationId: acme });
    expect(await joined(first.endUserId as string)).toEqual([{ organizationId: acme, cause: 'domain' }]);
    expect((await typesIn(engine.store)).slice(-4)).toEqual(['ContactPointAttached', 'EndUserCreated', 'OrganizationJoined', 'InteractionRecorded']);
    await engine.setOrganizationRouting.execute(new SetOrganizationRouting(asking(), acme, { queue: 'acme', priority: 'high' }));
    expect(await open('T-1', mail('max@acme.example'))).toMatchObject({ organizationId: acme, createdRequester: true, route: { queue: 'acme' } });
  });

  it('is one by any address that it gets with the contact, and by none that it does not get', async () => {
    const { endUserId } = await record('1', phone);
    expect(await record('2', phone, mail('lea@acme.example'))).toMatchObject({ outcome: 'matched', endUserId, organizationId: acme });
    await record('3', mail('max@other.example'));
    expect(await record('4', mail('max@other.example'), mail('lea@acme.example'))).toMatchObject({ organizationId: null });
  });

  it('is none by an address that is not verified, where only such ones count', async () => {
    await engine.changeSettings.execute(new ChangeSettings(asking(), { membership: { verifiedOnly: true } }));
    expect(await record('1', mail('lea@acme.example'))).toMatchObject({ organizationId: null });
    expect(await record('2', mail('max@acme.example', true))).toMatchObject({ organizationId: acme });
    const verified = mail('lea@acme.example', true);
    expect(await engine.findRoute.execute(new FindRoute('acme', ticket('T-1', verified)))).toMatchObject({ organizationId: acme });
    expect(await record('3', verified)).toMatchObject({ outcome: 'matched', organizationId: acme });
  });

  it('is told beforehand where the ticket would go', async () => {
    const found = await engine.findRoute.execute(new FindRoute('acme', ticket('T-1', mail('lea@acme.example'))));
    expect(found).toMatchObject({ organizationId: acme, requesterId: null, facts: { firstContact: true } });
    expect(await typesIn(engine.store)).not.toContain('EndUserCreated');
  });

  it('is told so when a known requester would come by such an address, and the default would be none', async () => {
    await record('1', phone);
    const ask = (...points: GivenPoint[]) => engine.findRoute.execute(new FindRoute('acme', ticket('T-1', ...points)));
    const before = await engine.store.head();
    expect(await ask(phone, mail('lea@acme.example'))).toMatchObject({ organizationId: acme, facts: { firstContact: false } });
    expect(await ask(phone, mail('lea@other.example'))).toMatchObject({ organizationId: null });
    expect(await engine.store.head()).toBe(before);
    expect(await open('T-1', phone, mail('lea@acme.example'))).toMatchObject({ organizationId: acme });
    const other = await claim(engine, 'Other', 'other.example');
    expect(await ask(phone, mail('lea@other.example'))).toMatchObject({ organizationId: acme });
    expect(await open('T-2', phone, mail('lea@other.example'))).toMatchObject({ organizationId: acme });
    expect(await joined((await record('2', phone)).endUserId as string)).toContainEqual({ organizationId: other, cause: 'domain' });
  });

  it.each([
    ['created', false],
    ['found', true],
  ])('is one also where the first try was cut off after the requester was %s', async (_, isKnown) => {
    if (isKnown) await record('1', phone);
    const append = engine.store.append.bind(engine.store);
    const cutOff = jest
      .spyOn(engine.store, 'append')
      .mockImplementation((stream, expected, events) =>
        events.some(({ type }) => type === 'OrganizationJoined') ? Promise.reject(new Error('cut off')) : append(stream, expected, events),
      );
    await expect(open('T-1', phone, mail('lea@acme.example'))).rejects.toThrow('cut off');
    cutOff.mockRestore();
    expect(await open('T-1', phone, mail('lea@acme.example'))).toMatchObject({ organizationId: acme, createdRequester: !isKnown });
  });

  describe('while the directory', () => {
    const slow = async (claimsOf: MembershipDirectoryInLog['claimsOf']) => {
      const [store, vault] = [new MemoryEventStore(), new MemoryKeyVault({ seed: 'test' })];
      const directory = Object.assign(new MembershipDirectoryInLog(store, new PersonalData(vault)), { claimsOf });
      engine = await inMemoryEngine({ store, vault, directory });
      acme = await claim(engine);
      return directory;
    };

    it.each([
      ['is away', () => Promise.reject(new Error('the server is away'))],
      ['does not answer', () => new Promise<never>(() => undefined)],
    ])('%s: is recorded all the same, and taken in by the reactor', async (_, claimsOf) => {
      const directory = await slow(claimsOf);
      const { endUserId, organizationId } = await record('1', mail('lea@acme.example'));
      expect(organizationId).toBeNull();
      Reflect.deleteProperty(directory, 'claimsOf');
      for (const event of (await engine.store.readAll({ after: 0n, limit: 100 })).events)
        for (const command of commandsOf(joinByDomain as Reactor, event)) await executeMembership(engine, command);
      expect(await joined(endUserId as string)).toEqual([{ organizationId: acme, cause: 'domain' }]);
    });
  });

  it('is taken in by the reactor alone when an agent adds the address', async () => {
    const { endUserId } = await record('1', phone);
    await engine.attach.execute(new AttachContactPoint(asking(), endUserId as string, mail('lea@acme.example')));
    expect(await joined(endUserId as string)).toEqual([]);
  });
});
