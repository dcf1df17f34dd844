import { joinByDomain, type Reactor } from '@kith/application';
import {
  AttachContactPoint,
  ChangeSettings,
  CreateEndUser,
  CreateOrganization,
  DeleteEndUser,
  DeleteOrganization,
  DetachContactPoint,
  endUser,
  type GivenDomain,
  JoinOrganization,
  LeaveOrganization,
  LetOut,
  type MembershipSettings,
  MergeOrganizations,
  MergeUsers,
  membershipsOf,
  RestoreEndUser,
  SetOrganizationDomains,
  streamOf,
  TakeIn,
  TransferContactPoint,
  UnmergeOrganizations,
  UnmergeUsers,
  VerifyContactPoint,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step } from '../support/in-memory-engine';
import { executeMembership, settleAll } from '../support/membership-reactions';
import { commandsOf } from '../support/reactions';

const email = (value: string, verified?: boolean) => ({ channel: 'email', value, ...(verified !== undefined && { verified }) });

describe('membership by domain', () => {
  let engine: InMemoryEngine;
  let done = 0n;
  beforeEach(async () => {
    engine = await inMemoryEngine();
    done = 0n;
  });
  const settle = async () => {
    done = await settleAll(engine, done);
  };
  /** The one reactor alone, as far as the log goes by now. */
  const settleByDomain = async () => {
    const { events, upTo } = await engine.store.readAll({ after: done, limit: 1000 });
    for (const event of events) for (const command of commandsOf(joinByDomain as Reactor, event)) await executeMembership(engine, command);
    done = upTo;
  };
  const person = async (name: string, ...addresses: string[]) =>
    (
      await engine.create.execute(
        new CreateEndUser(
          asking(),
          'api',
          { name },
          addresses.map((address) => email(address)),
        ),
      )
    ).endUserId;
  const organization = async (name: string, ...domains: GivenDomain[]) =>
    (await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }, domains))).organizationId;
  const setDomains = (id: string, ...domains: GivenDomain[]) => engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), id, domains));
  const setRule = (membership: Partial<MembershipSettings>) => engine.changeSettings.execute(new ChangeSettings(asking(), { membership }));
  const attach = (id: string, address: string, verified?: boolean) => engine.attach.execute(new AttachContactPoint(asking(), id, email(address, verified)));
  const detach = (id: string, address: string) => engine.detach.execute(new DetachContactPoint(asking(), id, email(address)));
  const joined = async (id: string) =>
    membershipsOf((await engine.linking.load('acme', id)).state).joined.map(({ organizationId, cause }) => `${cause} ${organizationId}`);
  const sweeps = async () =>
    (await engine.store.readAll({ after: 0n, limit: 10_000 })).events
      .filter(({ type }) => type.startsWith('MembershipSweep'))
      .map(({ type, data }) => ({ type, data }));

  it('begins when an address is attached and ends with the address', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    const lea = await person('Léa');
    await attach(lea, 'lea@acme.example');
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
    await detach(lea, 'lea@acme.example');
    await settle();
    expect(await joined(lea)).toEqual([]);
  });

  it('begins for who comes to be known by such an address, which was attached before there was anybody', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    const lea = await person('Léa', 'lea@acme.example');
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
  });

  it('waits for the address to be verified where that is the rule', async () => {
    await setRule({ verifiedOnly: true });
    const acme = await organization('Acme', { domain: 'acme.example' });
    const lea = await person('Léa', 'lea@acme.example');
    await settle();
    expect(await joined(lea)).toEqual([]);
    await engine.verify.execute(new VerifyContactPoint(asking(), lea, email('lea@acme.example')));
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
  });

  it('goes with the address from one person to another', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    const [lea, tom] = [await person('Léa', 'info@acme.example'), await person('Tom')];
    await settle();
    await engine.transfer.execute(new TransferContactPoint(asking(), lea, email('info@acme.example'), tom, 'reassigned'));
    await settle();
    expect([await joined(lea), await joined(tom)]).toEqual([[], [`domain ${acme}`]]);
  });

  it('comes to those who were there before, page by page, when domains are claimed', async () => {
    const people = [];
    for (let i = 0; i < 5; i++) people.push(await person(`P${i}`, `p${i}@${i === 4 ? 'shop.' : ''}acme.example`));
    const [other] = [await person('Other', 'o@other.example')];
    await settle();
    const acme = await organization('Acme', { domain: 'acme.example', subdomains: true });
    await settle();
    for (const id of people) expect(await joined(id)).toEqual([`domain ${acme}`]);
    expect(await joined(other)).toEqual([]);
    const [second, fourth] = [people.toSorted()[1], people.toSorted()[3]];
    expect(await sweeps()).toEqual([
      { type: 'MembershipSweepStarted', data: { occasion: { because: 'domains-changed', organizationId: acme, domains: ['acme.example'] } } },
      { type: 'MembershipSweepAdvanced', data: { after: second, scanned: 2, joined: 2, left: 0 } },
      { type: 'MembershipSweepAdvanced', data: { after: fourth, scanned: 4, joined: 4, left: 0 } },
      { type: 'MembershipSweepEnded', data: { scanned: 5, joined: 5, left: 0 } },
    ]);
  });

  it('looks only at those whom a change of domains concerns, and moves them on', async () => {
    const [lea, tom] = [await person('Léa', 'lea@acme.example'), await person('Tom', 'tom@b.example')];
    const acme = await organization('Acme', { domain: 'acme.example' }, { domain: 'b.example' });
    const other = await organization('Other', { domain: 'acme.example' });
    await settle();
    await setDomains(acme, { domain: 'b.example' });
    await settle();
    expect([await joined(lea), await joined(tom)]).toEqual([[`domain ${other}`], [`domain ${acme}`]]);
    expect((await sweeps()).at(-1)?.data).toEqual({ scanned: 1, joined: 1, left: 1 });
    await setDomains(acme, { domain: 'b.example' }, { domain: 'acme.example', precedence: 5 });
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
  });

  it('falls to whoever claims the domain next also for who was taken out of the organization before', async () => {
    const lea = await person('Léa', 'lea@acme.example');
    const acme = await organization('Acme', { domain: 'acme.example' });
    const other = await organization('Other', { domain: 'acme.example' });
    await settle();
    await engine.leave.execute(new LeaveOrganization(asking(), lea, acme));
    await settle();
    expect(await joined(lea)).toEqual([]);
    await engine.deleteOrganization.execute(new DeleteOrganization(asking(), acme));
    await settle();
    expect(await joined(lea)).toEqual([`domain ${other}`]);
  });

  it('follows the settings', async () => {
    const lea = await person('Léa', 'lea@acme.example');
    const acme = await organization('Acme', { domain: 'acme.example' });
    await settle();
    await setRule({ freeMail: ['acme.example'] });
    await settle();
    expect(await joined(lea)).toEqual([]);
    await setRule({ freeMail: [] });
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
    await engine.changeSettings.execute(new ChangeSettings(asking(), { quarantineDays: 3 }));
    await settle();
    expect((await sweeps()).filter(({ type }) => type === 'MembershipSweepStarted')).toHaveLength(3);
  });

  it('is what somebody says, once somebody has said it', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    const [lea, tom] = [await person('Léa', 'lea@acme.example'), await person('Tom', 'tom@acme.example')];
    await settle();
    await engine.join.execute(new JoinOrganization(asking(), lea, acme));
    await detach(lea, 'lea@acme.example');
    await engine.leave.execute(new LeaveOrganization(asking(), tom, acme));
    await attach(tom, 'tom.2@acme.example');
    await settle();
    expect([await joined(lea), await joined(tom)]).toEqual([[`manual ${acme}`], []]);
  });

  it('is of the profile that holds the address, so that an unmerge gives it back', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    const [lea, tom] = [await person('Léa'), await person('Tom')];
    const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), lea, tom));
    await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
    await attach(tom, 'tom@acme.example');
    const again = await engine.merge.execute(new MergeUsers(asking(), lea, tom));
    await settle();
    expect([await joined(lea), await joined(tom)]).toEqual([[], [`domain ${acme}`]]);
    await engine.unmerge.execute(new UnmergeUsers(asking(), again.mergeId));
    await settle();
    expect([await joined(lea), await joined(tom)]).toEqual([[], [`domain ${acme}`]]);
  });

  it('ends with a deletion, and begins again with the restoration', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    const lea = await person('Léa', 'lea@acme.example');
    await settle();
    await engine.remove.execute(new DeleteEndUser(asking(), lea));
    await settle();
    expect(await joined(lea)).toEqual([]);
    await engine.restore.execute(new RestoreEndUser(asking(), lea));
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
  });

  it('begins for who was restored before any address was released, and for whom it was too late in between', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    const lea = await person('Léa');
    await settle();
    await attach(lea, 'lea@acme.example');
    await engine.remove.execute(new DeleteEndUser(asking(), lea));
    await settleByDomain();
    await engine.restore.execute(new RestoreEndUser(asking(), lea));
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
  });

  it('begins for who comes to life after the reactor was there', async () => {
    const acme = await organization('Acme', { domain: 'acme.example' });
    await settle();
    const append = engine.store.append.bind(engine.store);
    jest.spyOn(engine.store, 'append').mockImplementation(async (stream, expected, events) => {
      if (events.some(({ type }) => type === 'EndUserCreated')) await settleByDomain();
      return append(stream, expected, events);
    });
    const lea = await person('Léa', 'lea@acme.example');
    jest.restoreAllMocks();
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
  });

  describe('of an organization that is deleted', () => {
    it('ends, as does every other membership of it and of those that are one with it', async () => {
      const [acme, gone] = [await organization('Acme', { domain: 'acme.example' }), await organization('Gone', { domain: 'gone.example' })];
      const [lea, tom] = [await person('Léa', 'lea@gone.example', 'lea@acme.example'), await person('Tom')];
      await engine.join.execute(new JoinOrganization(asking(), tom, gone));
      await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), acme, gone));
      await settle();
      expect((await joined(lea)).sort()).toEqual([`domain ${acme}`, `domain ${gone}`].sort());
      await engine.deleteOrganization.execute(new DeleteOrganization(asking(), acme));
      await settle();
      expect([await joined(lea), await joined(tom)]).toEqual([[], []]);
      await attach(tom, 'tom@gone.example');
      await settle();
      expect(await joined(tom)).toEqual([]);
    });

    it('begins again when what was one with it comes out of it', async () => {
      const [acme, gone] = [await organization('Acme'), await organization('Gone', { domain: 'gone.example' })];
      const { mergeId } = await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), acme, gone));
      const lea = await person('Léa', 'lea@gone.example');
      await engine.deleteOrganization.execute(new DeleteOrganization(asking(), acme));
      await settle();
      expect(await joined(lea)).toEqual([]);
      await engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(), mergeId));
      await settle();
      expect(await joined(lea)).toEqual([`domain ${gone}`]);
    });

    it('ends for who joined it by hand while it was being deleted', async () => {
      const [acme, lea] = [await organization('Acme'), await person('Léa')];
      await engine.deleteOrganization.execute(new DeleteOrganization(asking(), acme));
      await settle();
      await engine.runner.run(endUser, new TakeIn('acme', lea, acme, 'manual'), step());
      await settle();
      expect(await joined(lea)).toEqual([]);
    });
  });

  it('that was written on what is so no more is taken back', async () => {
    const [acme, lea] = [await organization('Acme', { domain: 'acme.example' }), await person('Léa', 'lea@acme.example')];
    await detach(lea, 'lea@acme.example');
    await settle();
    await engine.runner.run(endUser, new TakeIn('acme', lea, acme, 'domain'), step());
    await settle();
    expect(await joined(lea)).toEqual([]);
    await setDomains(acme);
    await settle();
    await engine.runner.run(endUser, new TakeIn('acme', lea, acme, 'domain'), step());
    await settle();
    expect(await joined(lea)).toEqual([]);
  });

  it('that ended on what is so no more begins again', async () => {
    const [acme, lea] = [await organization('Acme', { domain: 'acme.example' }), await person('Léa', 'lea@acme.example')];
    await settle();
    await engine.runner.run(endUser, new LetOut('acme', lea, [acme], 'domain'), step());
    await settle();
    expect(await joined(lea)).toEqual([`domain ${acme}`]);
  });

  it('goes on after a crash in the middle of a page, and counts each page once', async () => {
    const people = [];
    for (let i = 0; i < 5; i++) people.push(await person(`P${i}`, `p${i}@acme.example`));
    await settle();
    const acme = await organization('Acme', { domain: 'acme.example' });
    const victim = people.toSorted()[3] as string;
    const append = engine.store.append.bind(engine.store);
    jest
      .spyOn(engine.store, 'append')
      .mockImplementation((stream, expected, events) =>
        stream === streamOf.endUser('acme', victim) ? Promise.reject(new Error('away')) : append(stream, expected, events),
      );
    await expect(settle()).rejects.toThrow('away');
    jest.restoreAllMocks();
    expect((await sweeps()).map(({ type }) => type)).toEqual(['MembershipSweepStarted', 'MembershipSweepAdvanced']);
    expect(await joined(victim)).toEqual([]);
    // From the beginning: what was reacted to is reacted to again.
    done = 0n;
    await settle();
    for (const id of people) expect(await joined(id)).toEqual([`domain ${acme}`]);
    const data = (await sweeps()).map(({ data }) => data);
    expect(data.at(-1)).toMatchObject({ scanned: 5 });
    expect(data).toHaveLength(4);
  });
});
