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
  const claim = async (of: InMemoryEngine) =>
    (await of.createOrganization.execute(new CreateOrganization(asking(), 'api', { name: 'Acme' }, [{ domain: 'acme.example' }]))).organizationId;
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
  });

  it('is told beforehand where the ticket would go', async () => {
    const found = await engine.findRoute.execute(new FindRoute('acme', ticket('T-1', mail('lea@acme.example'))));
    expect(found).toMatchObject({ organizationId: acme, requesterId: null, facts: { firstContact: true } });
    expect(await typesIn(engine.store)).not.toContain('EndUserCreated');
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
