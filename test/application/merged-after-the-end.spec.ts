import { finishLinks, joinByDomain, type Reactor, sweepMemberships } from '@kith/application';
import {
  CreateEndUser,
  CreateOrganization,
  DeleteOrganization,
  JoinOrganization,
  MergeOrganizations,
  membershipsOf,
  SetOrganizationDomains,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { executeMembership } from '../support/membership-reactions';
import { commandsOf } from '../support/reactions';

describe('an organization that comes to know of its merge when the other one was deleted already', () => {
  let engine: InMemoryEngine;
  const organization = async (name: string) => (await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }))).organizationId;
  const person = async (name: string, value: string) =>
    (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, [{ channel: 'email', value }]))).endUserId;
  const joined = async (id: string) => membershipsOf((await engine.linking.load('acme', id)).state).joined;

  it('has no members any more, neither by domain nor by hand', async () => {
    engine = await inMemoryEngine();
    // The lower id waits for the higher one, and is told last.
    const [merged = '', survivor = ''] = [await organization('One'), await organization('Other')].sort();
    await engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), merged, [{ domain: 'gone.example' }]));
    const [lea, tom] = [await person('Léa', 'lea@gone.example'), await person('Tom', 'tom@elsewhere.example')];
    await engine.join.execute(new JoinOrganization(asking(), tom, merged));
    const seen = new Map<Reactor, bigint>();
    /** Each reactor by itself, from where it was: none sees an event twice. */
    const react = async (...reactors: Reactor[]) => {
      for (let head = -1n; head !== (await engine.store.head()); ) {
        head = await engine.store.head();
        for (const reactor of reactors) {
          const { events, upTo } = await engine.store.readAll({ after: seen.get(reactor) ?? 0n, limit: 1000 });
          for (const event of events) for (const command of commandsOf(reactor, event)) await executeMembership(engine, command);
          seen.set(reactor, upTo);
        }
      }
    };
    const [byDomain, sweeps, links] = [joinByDomain, sweepMemberships, finishLinks] as readonly Reactor[] as [Reactor, Reactor, Reactor];
    await react(byDomain, sweeps, links);
    expect([await joined(lea), await joined(tom)]).toEqual([[{ organizationId: merged, cause: 'domain' }], [{ organizationId: merged, cause: 'manual' }]]);

    const append = engine.store.append.bind(engine.store);
    const cutOff = jest
      .spyOn(engine.store, 'append')
      .mockImplementation((stream, expected, events) =>
        events.some(({ type }) => type === 'OrganizationMerged') ? Promise.reject(new Error('cut off')) : append(stream, expected, events),
      );
    await expect(engine.mergeOrganizations.execute(new MergeOrganizations(asking(), survivor, merged))).rejects.toThrow('cut off');
    cutOff.mockRestore();
    await engine.deleteOrganization.execute(new DeleteOrganization(asking(), survivor));
    await react(byDomain, sweeps);
    await engine.join.execute(new JoinOrganization(asking(), tom, merged)).catch(() => undefined);
    await react(byDomain, sweeps, links);
    expect([await joined(lea), await joined(tom)]).toEqual([[], []]);
  });
});
