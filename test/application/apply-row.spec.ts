import type { Actor } from '@kith/domain';
import { ChangeSettings, CreateEndUser, DeleteEndUser, DetachContactPoint, MergeUsers, ShareContactPoint } from '@kith/domain';
import { importIds, importWorld, type WrittenRow } from '../support/import-world';
import { asking } from '../support/in-memory-engine';

const lea = { channel: 'email', value: 'lea@example.org' };
const ana: WrittenRow = { name: 'Ana', email: 'ana@example.org', phone: '+33612345678', externalId: 'A-1', tags: ['vip', 'eu'], 'fields.plan': 'gold' };

async function world() {
  const made = await importWorld();
  const { engine, store } = made;
  const create = async (name: string, ...points: { channel: string; value: string; scope?: string }[]): Promise<string> =>
    (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, points))).endUserId;
  const events = async () => (await store.readAll({ after: 0n, limit: 10_000 })).events;
  const types = async (from = 0) => (await events()).slice(from).map(({ type }) => type);
  const outcomes = async (...of: Parameters<typeof made.apply>) =>
    (await made.apply(...of)).map(({ outcome, problems: [first] }) => (first ? [outcome, first.field, first.code] : outcome));
  /** Profile values, tags and points as they are told by the log. */
  const opened = async (type: string) =>
    (await Promise.all((await events()).filter((event) => event.type === type).map((event) => engine.personal.open(event)))).map(({ data }) => data);
  return { ...made, create, events, types, outcomes, opened };
}

it('creates the end user of a row with all of its points, in the order of the protocol', async () => {
  const { outcomes, types, opened, events } = await world();
  expect(await outcomes([ana], 'upsert', { importId: importIds[0] })).toEqual(['created']);
  expect(await types()).toEqual(['ContactPointAttached', 'ContactPointAttached', 'ContactPointAttached', 'EndUserCreated']);
  expect(await opened('EndUserCreated')).toEqual([{ origin: 'import', name: 'Ana', tags: ['vip', 'eu'], fields: { plan: 'gold' } }]);
  const [first] = await events();
  expect(first?.metadata).toMatchObject({ actor: { kind: 'import', id: importIds[0] } satisfies Actor, onBehalfOf: 'lea', correlationId: importIds[0] });
});

it('creates organizations that are missing, once, and finds those that are there however their names are written', async () => {
  const { apply, types } = await world();
  const results = await apply([
    { email: 'a@example.org', organization: ['Acme', 'Site 2'] },
    { email: 'b@example.org', organization: 'ACME ' },
    { email: 'c@example.org', organization: 'acme' },
  ]);
  expect(results.map(({ organizations }) => organizations)).toEqual([2, 0, 0]);
  expect((await types()).filter((type) => type === 'OrganizationCreated')).toHaveLength(2);
  expect((await types()).filter((type) => type === 'OrganizationJoined')).toHaveLength(4);
});

it('creates no organization for a row that is refused', async () => {
  const { outcomes, types } = await world();
  expect(await outcomes([{ email: 'nobody', organization: 'Acme' }])).toEqual([['refused', 'email', 'contact-point-invalid']]);
  expect(await types()).toEqual([]);
});

it('finds the end user by the external id before the points, and by the points in the order of the file', async () => {
  const { create, outcomes } = await world();
  await create('By id', { channel: 'external', value: 'A-1', scope: 'external' });
  await create('By mail', lea);
  expect(await outcomes([{ email: 'lea@example.org', externalId: 'A-1' }])).toEqual([['refused', 'email', 'contact-point-taken']]);
  expect(await outcomes([{ externalId: 'A-1', phone: '+33612345678' }])).toEqual(['changed']);
  expect(await outcomes([{ externalId: 'A-1', phone: '+33612345678' }])).toEqual(['unchanged']);
});

it('refuses an end user who is there when it may only create', async () => {
  const { create, outcomes, types } = await world();
  await create('Léa', lea);
  const before = (await types()).length;
  expect(await outcomes([{ email: 'lea@example.org', phone: '+33612345678' }, ana], 'create')).toEqual([['refused', 'email', 'end-user-exists'], 'created']);
  expect((await types(before)).filter((type) => type === 'EndUserCreated')).toHaveLength(1);
});

it('changes only what the row says and what differs', async () => {
  const { create, outcomes, types, opened } = await world();
  await create('Léa', lea);
  const before = (await types()).length;
  const row = { email: 'lea@example.org', name: 'Léa', details: 'tall', tags: ['vip'], 'fields.seats': 3, phone: '+33612345678', organization: 'Acme' };
  expect(await outcomes([row])).toEqual(['changed']);
  expect((await types(before)).sort()).toEqual([
    'ContactPointAttached',
    'EndUserProfileChanged',
    'EndUserTagged',
    'OrganizationCreated',
    'OrganizationJoined',
    'OrganizationNameClaimed',
  ]);
  expect(await opened('EndUserProfileChanged')).toMatchObject([{ details: 'tall', fields: { seats: 3 } }]);
  expect(await opened('OrganizationJoined')).toMatchObject([{ cause: 'import', default: true }]);
  expect(await outcomes([row])).toEqual(['unchanged']);
});

it('applies two rows for one person one after the other', async () => {
  const { outcomes, opened } = await world();
  const rows = [
    { email: 'a@example.org', name: 'A' },
    { phone: '+33612345678', name: 'B' },
    { email: 'a@example.org', phone: '+33612345679', name: 'C' },
    { phone: '+33612345679', name: 'D' },
  ];
  expect(await outcomes(rows)).toEqual(['created', 'created', 'changed', 'changed']);
  expect((await opened('EndUserProfileChanged')).map((data) => 'name' in data && data.name)).toEqual(['C', 'D']);
});

it('goes to the profile that stands for a merged one', async () => {
  const { engine, create, outcomes, events } = await world();
  const merged = await create('Léa', lea);
  const survivor = await create('Léa M.', { channel: 'email', value: 'lea.m@example.org' });
  await engine.merge.execute(new MergeUsers(asking(), survivor, merged));
  expect(await outcomes([{ email: 'lea@example.org', details: 'one person' }])).toEqual(['changed']);
  const changed = (await events()).filter(({ type }) => type === 'EndUserProfileChanged');
  expect(changed.map(({ stream }) => stream)).toEqual([`endUser-acme.${survivor}`]);
  expect(await outcomes([{ email: ['lea@example.org', 'lea.m@example.org'], details: 'one person' }])).toEqual(['unchanged']);
});

it('takes the points of a deleted end user as free', async () => {
  const { engine, create, outcomes } = await world();
  const id = await create('Léa', lea);
  await engine.remove.execute(new DeleteEndUser(asking(), id));
  expect(await outcomes([{ email: 'lea@example.org', name: 'Another' }])).toEqual(['created']);
});

it('lets nobody be found by a shared point alone', async () => {
  const { engine, create, outcomes } = await world();
  await create('Front desk', lea);
  await engine.share.execute(new ShareContactPoint(asking(), lea));
  expect(await outcomes([{ email: 'lea@example.org' }])).toEqual([['refused', 'email', 'contact-point-shared']]);
  expect(await outcomes([{ email: 'lea@example.org', phone: '+33612345678' }])).toEqual(['created']);
  expect(await outcomes([{ email: 'lea@example.org', phone: '+33612345678' }])).toEqual(['unchanged']);
});

it('shares a point that the file says is shared, so that its other holders follow, each once', async () => {
  const { outcomes, types } = await world();
  const rows = [
    { email: ['info@example.org', 'a@example.org'], shared: 'email:info@example.org' },
    { email: ['info@example.org', 'b@example.org'], shared: 'email:info@example.org' },
    { name: 'Only at the desk', email: 'info@example.org', shared: 'email:info@example.org' },
  ];
  expect(await outcomes(rows)).toEqual(['created', 'created', 'created']);
  expect((await types()).filter((type) => type === 'ContactPointShared')).toHaveLength(1);
  expect(await outcomes(rows)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  expect((await outcomes(rows, 'create')).map(([outcome]) => outcome)).toEqual(['refused', 'refused', 'refused']);
});

it('keeps the rules of the tenant: quarantine, limits and verified points', async () => {
  const { engine, create, outcomes } = await world();
  const id = await create('Léa', lea, { channel: 'phone', value: '+33612345678' });
  const email = { normaliser: 'email/1', scoped: false, priority: 90, limit: 1, verifiedOnly: false } as const;
  await engine.changeSettings.execute(new ChangeSettings(asking(), { quarantineDays: 30, channels: { email } }));
  expect(await outcomes([{ phone: '+33612345678', email: 'second@example.org' }])).toEqual([['refused', 'email', 'contact-point-limit-reached']]);
  await engine.changeSettings.execute(new ChangeSettings(asking(), { channels: { email: { ...email, limit: 9, verifiedOnly: true } } }));
  expect(await outcomes([{ phone: '+33612345678', email: 'second@example.org' }])).toEqual([['refused', 'email', 'contact-point-unverified']]);
  expect(await outcomes([{ phone: '+33612345678', email: 'second@example.org', verified: 'email:second@example.org' }])).toEqual(['changed']);
  await engine.detach.execute(new DetachContactPoint(asking(), id, lea));
  expect(await outcomes([{ email: 'lea@example.org' }])).toEqual([['refused', 'email', 'contact-point-quarantined']]);
  expect(await outcomes([{ email: 'lea@example.org', verified: 'yes' }])).toEqual(['created']);
});

it('suspends, reinstates and chooses primary points as the row says', async () => {
  const { outcomes, types } = await world();
  const row = { email: ['a@example.org', 'b@example.org'], primary: 'email:b@example.org', suspended: 'true' };
  expect(await outcomes([row])).toEqual(['created']);
  expect((await types()).slice(2)).toEqual(['EndUserCreated', 'PrimaryContactPointChosen', 'EndUserSuspended']);
  expect(await outcomes([row])).toEqual(['unchanged']);
  expect(await outcomes([{ email: 'a@example.org', suspended: false }])).toEqual(['changed']);
});

it('creates somebody without contact points once, however often the same file comes', async () => {
  const { outcomes, types } = await world();
  const rows = [{ name: 'No address' }, { name: 'No address' }];
  expect(await outcomes(rows)).toEqual(['created', 'created']);
  const another = { importId: importIds[1] };
  expect(await outcomes(rows, 'upsert', another)).toEqual(['unchanged', 'unchanged']);
  expect(await outcomes(rows, 'create', another)).toEqual([
    ['refused', '', 'end-user-exists'],
    ['refused', '', 'end-user-exists'],
  ]);
  expect(await types()).toEqual(['EndUserCreated', 'EndUserCreated']);
});

it('counts a row as it was when it is tried again, whatever was changed since', async () => {
  const { outcomes, engine, create, opened, types } = await world();
  await create('Léa', lea);
  const rows = [ana, { email: 'lea@example.org', details: 'tall', organization: 'Acme' }];
  expect(await outcomes(rows, 'upsert', { importId: importIds[0] })).toEqual(['created', 'changed']);
  await outcomes(
    [
      { email: 'lea@example.org', details: 'small' },
      { email: 'ana@example.org', name: 'Anna' },
    ],
    'upsert',
    { importId: importIds[1] },
  );
  const [, created] = (await opened('ContactPointAttached')) as { endUserId: string }[];
  await engine.detach.execute(new DetachContactPoint(asking(), created?.endUserId ?? '', { channel: 'phone', value: '+33612345678' }));
  const before = (await types()).length;
  const again = { importId: importIds[0], isTriedAgain: true };
  expect(await outcomes(rows, 'upsert', again)).toEqual(['created', 'changed']);
  expect(await outcomes(rows.slice(0, 1), 'create', again)).toEqual(['created']);
  expect(await types(before)).toEqual([]);
});

it('tells every problem of a row, and does nothing of it', async () => {
  const { apply, types } = await world();
  const [result] = await apply([
    {
      name: 'x'.repeat(201),
      email: ['ok@example.org', 'no', 'anonymous'],
      role: 'agent',
      locale: 'Frankish!',
      timeZone: 'Mars/Olympus',
      'fields.': 'x',
      suspended: 'maybe',
    },
  ]);
  expect(result?.problems.map(({ field, code }) => [field, code])).toEqual([
    ['name', 'value-too-long'],
    ['role', 'role-not-end-user'],
    ['locale', 'locale-invalid'],
    ['timeZone', 'time-zone-invalid'],
    ['fields.', 'field-name-invalid'],
    ['suspended', 'boolean-invalid'],
    ['email', 'contact-point-invalid'],
    ['email', 'contact-point-blocked'],
  ]);
  expect(await types()).toEqual([]);
});
