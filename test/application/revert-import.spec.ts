import {
  DeleteEndUser,
  EraseEndUser,
  LeaveOrganization,
  membershipsOf,
  organization,
  SetOrganizationDomains,
  streamOf,
  TransferContactPoint,
} from '@kith/domain';
import { type Address, MergedPeople } from '../read-models/merging';
import { ImportingDesk } from '../support/importing-desk';
import { asking } from '../support/in-memory-engine';
import { settleAll } from '../support/membership-reactions';

const email = (value: string, verified?: true) => ({ channel: 'email', value, ...(verified && { verified }) });
const at = (value: string): Address => `email:${value}`;

let people: MergedPeople;
beforeEach(async () => {
  people = await MergedPeople.of();
});
afterEach(() => people.database.close());

const digestsOf = async (...ids: readonly string[]) => {
  const restorals = await people.restorals();
  return Promise.all(ids.map(async (id) => restorals.digestOf('acme', await people.shown(id))));
};
const settle = () => settleAll(people.engine);
const statusOf = async (id: string) => (await people.engine.creations.endUser('acme', id)).state.status;
const causesOf = async (id: string) =>
  membershipsOf((await people.engine.creations.endUser('acme', id)).state).joined.map(({ organizationId, cause }) => `${organizationId} ${cause}`);
const organizationStatus = async (id: string) => (await people.engine.runner.load(organization, streamOf.organization('acme', id))).state.status;

describe('an end user that an import created', () => {
  it('is deleted when nothing happened to it since, and its contact points are free', async () => {
    const desk = await ImportingDesk.begun(people.engine);
    const ann = await desk.create({ name: 'Ann', tags: ['vip'] }, email('ann@example.org'), { channel: 'phone', value: '+33612345678' });
    await desk.end();
    expect(await desk.takeBack()).toEqual([]);
    await settle();
    expect(await statusOf(ann)).toBe('deleted');
    expect(await desk.job()).toMatchObject({ status: 'reverted', undone: 1, kept: 0 });
    const other = await people.create({ name: 'Other' }, at('ann@example.org'));
    expect(other).not.toBe(ann);
  });

  it('is deleted also when several rows were about it', async () => {
    const desk = await ImportingDesk.begun(people.engine);
    const ann = await desk.create({ name: 'Ann' }, email('ann@example.org'));
    for (let i = 0; i < 10; i++) await desk.create({ name: `P${i}` }, email(`p${i}@example.org`));
    await desk.change(ann, { details: 'Second row' });
    await desk.tag(ann, 'late');
    await desk.attach(ann, email('ann@second.example'));
    await desk.end();
    expect(await desk.takeBack()).toEqual([]);
    expect(await desk.job()).toMatchObject({ undone: 11, kept: 0 });
    expect(await statusOf(ann)).toBe('deleted');
  });

  it.each([
    ['was changed', 'changed-since', (id: string) => people.change(id, { name: 'Anna' })],
    ['got a note', 'changed-since', (id: string) => people.note(id, 'Called back')],
    ['got another contact point', 'changed-since', (id: string) => people.attach(id, at('new@example.org'))],
    ['had its contact point verified', 'changed-since', (id: string) => people.verify(id, at('ann@example.org'))],
    ['lost a contact point', 'changed-since', (id: string) => people.detach(id, at('ann@example.org'))],
    ['wrote', 'contacted-since', () => people.hear(3, at('ann@example.org'))],
    ['has a ticket', 'contacted-since', (id: string) => people.openTicket('t1', id)],
    ['was merged into another one', 'merged-since', async (id: string) => people.merge(await people.create({}), id)],
    ['had another one merged into it', 'merged-since', async (id: string) => people.merge(id, await people.create({}))],
    ['was declared different from another one', 'changed-since', async (id: string) => people.declare(id, await people.create({}))],
  ] as const)('is kept, and told, when it %s since', async (_, code, happen) => {
    const desk = await ImportingDesk.begun(people.engine);
    const ann = await desk.create({ name: 'Ann' }, email('ann@example.org'), email('second@example.org'));
    await desk.end();
    await happen(ann);
    expect(await desk.takeBack()).toEqual([{ kind: 'end-user', id: ann, field: '', code }]);
    expect(await statusOf(ann)).toBe('active');
    expect(await desk.job()).toMatchObject({ status: 'reverted', undone: 0, kept: 1 });
  });

  it('is neither told nor counted when it was deleted, erased or never came to be since', async () => {
    const desk = await ImportingDesk.begun(people.engine);
    const [ann, bob] = [await desk.create({ name: 'Ann' }, email('ann@example.org')), await desk.create({ name: 'Bob' }, email('bob@example.org'))];
    await desk.end();
    await people.engine.remove.execute(new DeleteEndUser(asking(), ann));
    await people.engine.erase.execute(new EraseEndUser(asking(), bob, 'person'));
    await settle();
    expect(await desk.takeBack()).toEqual([]);
    expect(await desk.job()).toMatchObject({ status: 'reverted', undone: 0, kept: 0 });
  });

  it('is deleted although the engine itself made it a member by its domain', async () => {
    const acme = await people.createOrganization('Acme');
    await people.engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), acme, [{ domain: 'acme.example' }]));
    const desk = await ImportingDesk.begun(people.engine);
    const ann = await desk.create({ name: 'Ann' }, email('ann@acme.example'));
    await desk.end();
    await settle();
    expect((await people.shown(ann)).organizations).toHaveLength(1);
    expect(await desk.takeBack()).toEqual([]);
    expect(await statusOf(ann)).toBe('deleted');
  });
});

describe('an end user who was there before', () => {
  it('has all back as it was', async () => {
    const [old, firm] = [await people.createOrganization('Old'), await people.createOrganization('Firm')];
    const ann = await people.create(
      { name: 'Ann', locale: 'fr', tags: ['a'], fields: { plan: 'free', seats: 3 } },
      at('ann@example.org'),
      at('other@example.org'),
    );
    await people.join(ann, old);
    const before = await digestsOf(ann);
    const desk = await ImportingDesk.begun(people.engine);
    await desk.change(ann, { name: 'Anne', details: 'New', fields: { plan: 'pro', tier: 2 } });
    await desk.change(ann, { name: 'Anna' });
    await desk.tag(ann, 'b', 'c');
    await desk.attach(ann, email('ann@second.example', true));
    await desk.choose(ann, email('ann@second.example'));
    await desk.join(ann, firm);
    await desk.suspend(ann);
    await desk.end();
    expect(await digestsOf(ann)).not.toEqual(before);
    expect(await desk.takeBack()).toEqual([]);
    await settle();
    expect(await digestsOf(ann)).toEqual(before);
    expect(await people.shown(ann)).toMatchObject({ name: 'Ann', status: 'active', tags: ['a'], fields: { plan: 'free', seats: 3 }, details: null });
    expect(await desk.job()).toMatchObject({ status: 'reverted', undone: 1, kept: 0 });
  });

  it('has the contact point to use again that was chosen before, or else is held longest', async () => {
    const [ann, bob] = [
      await people.create({ name: 'Ann' }, at('a1@example.org'), at('a2@example.org')),
      await people.create({ name: 'Bob' }, at('b1@example.org')),
    ];
    await people.choose(ann, at('a2@example.org'));
    await people.attach(bob, at('b2@example.org'));
    const before = await digestsOf(ann, bob);
    const desk = await ImportingDesk.begun(people.engine);
    await desk.choose(ann, email('a1@example.org'));
    await desk.choose(bob, email('b2@example.org'));
    await desk.end();
    expect(await digestsOf(ann, bob)).not.toEqual(before);
    expect(await desk.takeBack()).toEqual([]);
    expect(await digestsOf(ann, bob)).toEqual(before);
  });

  it('keeps what somebody changed since, and the rest goes back', async () => {
    const ann = await people.create({ name: 'Ann', details: 'Old', fields: { plan: 'free' } }, at('ann@example.org'));
    const desk = await ImportingDesk.begun(people.engine);
    await desk.change(ann, { name: 'Anne', details: 'Imported', fields: { plan: 'pro', tier: 1 } });
    await desk.tag(ann, 'b', 'c');
    await desk.end();
    await people.change(ann, { name: 'Dr Anne', fields: { tier: 9 } });
    await people.untag(ann, 'b');
    expect(await desk.takeBack()).toEqual([
      { kind: 'end-user', id: ann, field: 'name', code: 'changed-since' },
      { kind: 'end-user', id: ann, field: 'fields', code: 'changed-since' },
    ]);
    expect(await people.shown(ann)).toMatchObject({ name: 'Dr Anne', details: 'Old', fields: { plan: 'free', tier: 9 }, tags: [] });
    expect(await desk.job()).toMatchObject({ undone: 1, kept: 2 });
  });

  it('keeps a contact point that was used, verified or chosen otherwise since', async () => {
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => people.create({ name }, at(`${name}@example.org`))));
    const [heard, verified, moved, idle] = ids as [string, string, string, string];
    const desk = await ImportingDesk.begun(people.engine);
    for (const [i, id] of ids.entries()) await desk.attach(id, email(`new${i}@example.org`));
    await desk.end();
    await people.hear(4, at('new0@example.org'));
    await people.verify(verified, at('new1@example.org'));
    await people.engine.transfer.execute(new TransferContactPoint(asking(), moved, email('new2@example.org'), idle, 'reassigned'));
    // By another point of theirs: that says nothing of the new one.
    await people.hear(5, at('d@example.org'));
    const kept = await desk.takeBack();
    expect(kept).toHaveLength(2);
    expect(kept).toEqual(
      expect.arrayContaining([
        { kind: 'end-user', id: heard, field: 'contactPoint', code: 'contacted-since' },
        { kind: 'end-user', id: verified, field: 'contactPoint', code: 'changed-since' },
      ]),
    );
    const held = async (id: string) => (await people.shown(id)).contactPoints.map(({ value }) => value);
    expect(await held(heard)).toEqual(['a@example.org', 'new0@example.org']);
    expect(await held(moved)).toEqual(['c@example.org']);
    // The one that came from somebody else is somebody's word.
    expect(await held(idle)).toEqual(['d@example.org', 'new2@example.org']);
  });

  it('is left as it is when it was merged into another one since, or is deleted', async () => {
    const [ann, bob, eve] = [await people.create({ name: 'Ann' }), await people.create({ name: 'Bob' }), await people.create({ name: 'Eve' })];
    const desk = await ImportingDesk.begun(people.engine);
    await desk.change(ann, { name: 'Anne' });
    await desk.change(bob, { name: 'Bobby' });
    await desk.end();
    await people.merge(eve, ann);
    await people.remove(bob);
    const kept = await desk.takeBack();
    expect(kept).toEqual([
      { kind: 'end-user', id: ann, field: '', code: 'merged-since' },
      { kind: 'end-user', id: bob, field: '', code: 'deleted-since' },
    ]);
  });

  it('of several profiles keeps a value whose end would hide what another profile says', async () => {
    const [ann, old] = [await people.create({ name: 'Ann' }), await people.create({ name: 'Old', details: 'Theirs', tags: ['t'] })];
    await people.merge(ann, old);
    const desk = await ImportingDesk.begun(people.engine);
    await desk.change(ann, { details: 'Imported', notes: 'Imported' });
    await desk.tag(ann, 't', 'u');
    await desk.end();
    expect(await desk.takeBack()).toEqual([
      { kind: 'end-user', id: ann, field: 'details', code: 'shown-otherwise' },
      { kind: 'end-user', id: ann, field: 'tags', code: 'shown-otherwise' },
    ]);
    expect(await people.shown(ann)).toMatchObject({ details: 'Imported', notes: null, tags: ['t'] });
  });

  it('stays verified where the import said that a contact point is', async () => {
    const ann = await people.create({ name: 'Ann' }, at('ann@example.org'));
    const desk = await ImportingDesk.begun(people.engine);
    await desk.attach(ann, email('ann@example.org', true));
    await desk.end();
    expect(await desk.takeBack()).toEqual([{ kind: 'end-user', id: ann, field: 'contactPoint', code: 'stays-verified' }]);
  });

  it('is a member by domain again where the import had made that a lasting membership, and is barred again where it was', async () => {
    const [acme, barred] = [await people.createOrganization('Acme'), await people.createOrganization('Barred')];
    const domains = async (id: string, domain: string) => people.engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), id, [{ domain }]));
    await domains(acme, 'acme.example');
    await domains(barred, 'barred.example');
    const ann = await people.create({ name: 'Ann' }, at('ann@acme.example'), at('ann@barred.example'));
    await settle();
    await people.engine.leave.execute(new LeaveOrganization(asking(), ann, barred));
    const before = await digestsOf(ann);
    const desk = await ImportingDesk.begun(people.engine);
    await desk.join(ann, acme);
    await desk.join(ann, barred);
    await desk.end();
    await settle();
    expect(await causesOf(ann)).toEqual([`${acme} import`, `${barred} import`]);
    expect(await desk.takeBack()).toEqual([]);
    await settle();
    expect(await causesOf(ann)).toEqual([`${acme} domain`]);
    expect(await digestsOf(ann)).toEqual(before);
  });
});

describe('an organization that an import created', () => {
  it('is deleted when nobody else uses it, after its members have left', async () => {
    const ann = await people.create({ name: 'Ann' });
    const before = await digestsOf(ann);
    const desk = await ImportingDesk.begun(people.engine);
    const acme = await desk.createOrganization('Acme');
    await desk.join(ann, acme);
    const bob = await desk.create({ name: 'Bob' }, email('bob@example.org'));
    await desk.join(bob, acme);
    await desk.end();
    expect(await desk.takeBack()).toEqual([]);
    await settle();
    expect(await organizationStatus(acme)).toBe('deleted');
    expect(await digestsOf(ann)).toEqual(before);
    expect(await desk.job()).toMatchObject({ status: 'reverted', undone: 3, kept: 0 });
    // Its name is free.
    expect(await people.createOrganization('Acme')).not.toBe(acme);
  });

  it.each([
    ['has a member by somebody else', 'has-members', async (id: string): Promise<unknown> => people.join(await people.create({}), id)],
    ['was changed', 'changed-since', async (id: string): Promise<unknown> => people.renameOrganization(id, 'Other')],
    ['was merged', 'merged-since', async (id: string): Promise<unknown> => people.mergeOrganizations(id, await people.createOrganization('Twin'))],
  ] as const)('is kept, and told, when it %s', async (_, code, happen) => {
    const desk = await ImportingDesk.begun(people.engine);
    const acme = await desk.createOrganization('Acme');
    await desk.end();
    await happen(acme);
    expect(await desk.takeBack()).toEqual([{ kind: 'organization', id: acme, field: '', code }]);
    expect(await organizationStatus(acme)).toBe('active');
  });

  it('is kept when a ticket is its own, and with those whom it made members and with whom there was contact since', async () => {
    const desk = await ImportingDesk.begun(people.engine);
    const acme = await desk.createOrganization('Acme');
    const ann = await desk.create({ name: 'Ann' }, email('ann@example.org'));
    await desk.join(ann, acme);
    await desk.end();
    await people.openTicket('t1', ann);
    expect(await desk.takeBack()).toEqual([
      { kind: 'end-user', id: ann, field: '', code: 'contacted-since' },
      { kind: 'organization', id: acme, field: '', code: 'has-work' },
    ]);
  });

  it('is told once, however many are', async () => {
    const desk = await ImportingDesk.begun(people.engine);
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) ids.push(await desk.createOrganization(`O${i}`));
    await desk.end();
    for (const id of ids.slice(0, 5)) await people.renameOrganization(id, `Other ${id}`);
    const kept = await desk.takeBack();
    expect(kept.map(({ id }) => id)).toEqual(ids.slice(0, 5));
    expect(await desk.job()).toMatchObject({ undone: 2, kept: 5 });
  });
});

describe('undoing an import', () => {
  it('is refused while it runs, and of one that there is not', async () => {
    const desk = await ImportingDesk.begun(people.engine);
    await expect(desk.askBack()).rejects.toMatchObject({ code: 'import-running' });
  });

  it('leaves alone what others did, another import among them', async () => {
    const first = await ImportingDesk.begun(people.engine, 'import-1');
    const second = await ImportingDesk.begun(people.engine, 'import-2');
    const [ann, bob] = [await first.create({ name: 'Ann' }, email('ann@example.org')), await second.create({ name: 'Bob' }, email('bob@example.org'))];
    const eve = await first.create({ name: 'Eve' }, email('eve@example.org'));
    await second.tag(eve, 'again');
    await first.end();
    await second.end();
    expect(await first.takeBack()).toEqual([{ kind: 'end-user', id: eve, field: '', code: 'changed-since' }]);
    expect([await statusOf(ann), await statusOf(bob), await statusOf(eve)]).toEqual(['deleted', 'active', 'active']);
  });
});
