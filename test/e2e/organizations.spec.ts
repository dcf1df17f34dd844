import { atRest, eventually, knowing } from '../support/eventually';
import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

const path = '/v1/organizations';
const email = (value: string) => ({ channel: 'email', value });
const done = async (call: Promise<Answer>): Promise<Answer> => {
  const answer = await call;
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
};
const created = async (body: object): Promise<string> => (await done(engine.post(path, body))).body.id;
const customer = async (...values: string[]): Promise<string> => (await done(engine.post('/v1/end-users', { contactPoints: values.map(email) }))).body.id;
const put = (at: string, body: object, headers = {}) => engine.call('PUT', at, { body, headers });
const read = async (id: string) => (await engine.get(`${path}/${id}`)).body;
const codeOf = ({ status, body }: Answer) => [status, body?.code];
const pointersOf = ({ body }: Answer) => body.errors.map(({ pointer }: { pointer: string }) => pointer);
const namesOf = ({ body }: Answer): string[] => body.items.map(({ name }: { name: string }) => name);

it('is created with everything at once, read and changed, and found by each of its values', async () => {
  const given = { externalId: 'crm-1', details: 'Sells anvils.', notes: 'Pays late.', tags: ['gold'], fields: { seats: 3 } };
  const domains = [{ domain: 'Wile.Example' }, { domain: 'bücher.example', subdomains: true, except: ['x.bücher.example'], precedence: 7 }];
  const routing = { queue: 'vip', priority: 'high', tags: ['key'] };
  const made = await engine.post(path, { name: 'Wile & Söhne', ...given, domains, routing });
  const { id } = made.body;
  expect([made.status, made.headers.get('location')]).toEqual([201, `${path}/${id}`]);
  const found = await engine.get(`${path}/${id}`, knowing(made));
  expect(found.body).toMatchObject({
    id,
    canonicalId: id,
    status: 'active',
    name: 'Wile & Söhne',
    origin: 'api',
    ...given,
    routing,
    mergedFrom: [],
    memberCount: 0,
  });
  expect(found.body.domains).toEqual([
    { domain: 'wile.example', subdomains: false, except: [], precedence: 100, organizationId: id },
    { domain: 'xn--bcher-kva.example', subdomains: true, except: ['x.xn--bcher-kva.example'], precedence: 7, organizationId: id },
  ]);
  expect(made.headers.get('etag')).toBe(found.headers.get('etag'));

  const ifMatch = { 'if-match': found.headers.get('etag') ?? '' };
  const renamed = await engine.patch(`${path}/${id}`, { name: 'Wile Group', details: null, fields: { seats: null, plan: 'gold' } }, { headers: ifMatch });
  expect([renamed.status, renamed.body]).toEqual([200, { id, canonicalId: id }]);
  expect(codeOf(await engine.patch(`${path}/${id}`, { notes: null }, { headers: ifMatch }))).toEqual([412, 'state-changed']);
  const changed = await engine.get(`${path}/${id}`, knowing(renamed));
  expect(changed.body).toMatchObject({ name: 'Wile Group', details: null, notes: 'Pays late.', fields: { plan: 'gold' } });
  expect(changed.headers.get('etag')).toBe(renamed.headers.get('etag'));
  const same = await engine.patch(`${path}/${id}`, { name: 'Wile Group' });
  expect([same.status, same.headers.has('kith-position')]).toEqual([200, false]);
  expect(codeOf(await engine.patch(`${path}/${id}`, {}))).toEqual([400, 'request-invalid']);

  for (const query of [
    'query=le%20gr',
    'tag=gold',
    'externalId=crm-1',
    'domain=wile.example',
    'domain=Wile.Example',
    'domain=bücher.example',
    'query=WILE&tag=gold',
  ])
    expect([query, namesOf(await engine.get(`${path}?${query}`))]).toEqual([query, ['Wile Group']]);
  for (const query of ['query=söhne', 'tag=silver', 'externalId=crm', 'domain=mail.wile.example', 'status=deleted'])
    expect([query, namesOf(await engine.get(`${path}?${query}`))]).toEqual([query, []]);
});

it('has a name that no other one has, however it is written, until it is renamed or deleted', async () => {
  const id = await created({ name: 'Straße AG' });
  for (const name of ['straße ag', 'STRASSE  AG', ' Straße\u00a0AG ']) {
    const refused = await engine.post(path, { name });
    expect([name, codeOf(refused), refused.body.holderId]).toEqual([name, [409, 'organization-name-taken'], id]);
  }
  const other = await created({ name: 'Strasse GmbH' });
  expect((await engine.patch(`${path}/${other}`, { name: 'Strasse AG' })).body).toMatchObject({ code: 'organization-name-taken', holderId: id });
  await done(engine.patch(`${path}/${id}`, { name: 'Weg AG' }));
  await done(engine.patch(`${path}/${other}`, { name: 'Strasse AG' }));
  await done(engine.delete(`${path}/${other}`));
  expect(codeOf(await engine.patch(`${path}/${other}`, { name: 'Back' }))).toEqual([409, 'organization-deleted']);
  const next = await Promise.all(['Straße AG', 'straße ag', 'STRASSE AG'].map((name) => engine.post(path, { name })));
  expect(next.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  for (const unknown of ['x', '00000000-0000-7000-8000-000000000000'])
    expect(codeOf(await engine.get(`${path}/${unknown}`))).toEqual([404, 'organization-not-found']);
});

it('claims only domains that can be its own, and says which is wrong', async () => {
  const id = await created({ name: 'Claims' });
  for (const [domains, code, pointer] of [
    [[{ domain: 'a.example' }, { domain: 'co.uk' }], 'organization-domain-invalid', '/domains/1/domain'],
    [[{ domain: 'github.io' }], 'organization-domain-invalid', '/domains/0/domain'],
    [[{ domain: '127.0.0.1' }], 'organization-domain-invalid', '/domains/0/domain'],
    [[{ domain: 'gmail.com' }], 'organization-domain-invalid', '/domains/0/domain'],
    [[{ domain: 'a.example', except: ['b.example'] }], 'organization-domain-invalid', '/domains/0/except/0'],
    [[{ domain: 'A.example' }, { domain: 'a.EXAMPLE' }], 'organization-domain-taken', '/domains/1/domain'],
  ] as const) {
    const refused = await put(`${path}/${id}/domains`, { domains });
    expect([domains, codeOf(refused), pointersOf(refused)]).toEqual([domains, [422, code], [pointer]]);
    expect((await engine.post(path, { name: `Claims ${code} ${pointer}`, domains })).body.code).toBe(code);
  }
  const command = { type: 'SetOrganizationDomains', data: { organizationId: id, domains: [{ domain: 'com' }] } };
  expect(pointersOf(await engine.post('/v1/commands', command))).toEqual(['/data/domains/0/domain']);
  expect(codeOf(await put(`${path}/${id}/routing`, { routing: { queue: 'No Queue', priority: 'high' } }))).toEqual([400, 'request-invalid']);
  expect(codeOf(await put(`${path}/${id}/routing`, {}))).toEqual([400, 'request-invalid']);
  expect((await put(`${path}/${id}/routing`, { routing: null })).headers.has('kith-position')).toBe(false);
});

it('agents work with organizations, but do not decide who is a member by domain, where tickets go, nor which are one or gone', async () => {
  const [agent, auditor] = [await engine.keyFor('agent'), await engine.keyFor('auditor')];
  const made = await done(engine.post(path, { name: 'By an agent' }, { key: agent }));
  const { id } = made.body;
  expect((await engine.get(`${path}/${id}`, knowing(made))).body.origin).toBe('agent');
  await done(engine.post(`${path}/${id}/tags`, { tags: ['a'] }, { key: agent }));
  const [domains, routing] = [[{ domain: 'agent.example' }], { queue: 'q', priority: 'low' }];
  const pair = { survivorId: id, mergedId: id };
  const closed = [
    engine.post(path, { name: 'With domains', domains }, { key: agent }),
    engine.post(path, { name: 'With routing', routing }, { key: agent }),
    engine.call('PUT', `${path}/${id}/domains`, { body: { domains }, key: agent }),
    engine.call('PUT', `${path}/${id}/routing`, { body: { routing }, key: agent }),
    engine.delete(`${path}/${id}`, { key: agent }),
    engine.post('/v1/organization-merges', pair, { key: agent }),
    engine.post('/v1/commands', { type: 'CreateOrganization', data: { name: 'With domains', domains } }, { key: agent }),
    engine.post('/v1/commands', { type: 'SetOrganizationDomains', data: { organizationId: id, domains } }, { key: agent }),
    engine.post('/v1/commands', { type: 'DeleteOrganization', data: { organizationId: id } }, { key: agent }),
    engine.post('/v1/commands', { type: 'MergeOrganizations', data: pair }, { key: agent }),
    engine.patch(`${path}/${id}`, { notes: 'n' }, { key: auditor }),
  ];
  for (const answer of await Promise.all(closed)) expect(codeOf(answer)).toEqual([403, 'not-allowed']);
  expect((await engine.get(`${path}/${id}`, { key: auditor })).status).toBe(200);
});

it('members join by hand and by domain, have a default, leave for good, and are listed with their channels', async () => {
  const [sea, sky] = [await created({ name: 'Sea', domains: [{ domain: 'sea.example' }] }), await created({ name: 'Sky' })];
  const lea = await customer('lea@sea.example');
  const bob = await customer('bob@home.example');
  const joined = await engine.post(`${path}/${sky}/members`, { endUserId: lea, default: true });
  expect([joined.status, joined.body]).toEqual([201, { endUserId: lea, canonicalId: lea, organizationId: sky, defaultOrganizationId: sky }]);
  expect((await engine.post(`${path}/${sky}/members`, { endUserId: lea })).status).toBe(200);
  await done(engine.post(`${path}/${sky}/members`, { endUserId: bob }));
  const shown = await eventually(engine, `/v1/end-users/${lea}`, ({ organizations }) => organizations.length === 2);
  expect(shown.organizations.map(({ id, default: own, reason }: { id: string; default: boolean; reason: string }) => [id, own, reason]).sort()).toEqual(
    [
      [sea, false, 'domain'],
      [sky, true, 'manual'],
    ].sort(),
  );
  const members = await engine.get(`${path}/${sky}/members?sort=name`);
  expect(members.body.items.map(({ id }: { id: string }) => id).sort()).toEqual([lea, bob].sort());
  const own = members.body.items.find(({ id }: { id: string }) => id === lea);
  expect(own).toMatchObject({ cause: 'manual', default: true, channels: [{ channel: 'email', value: 'lea@sea.example' }] });
  for (const [query, ids] of [
    ['query=lea@', [lea]],
    ['query=bob@home', [bob]],
    ['channel=phone', []],
    ['limit=1', [expect.anything()]],
  ] as const)
    expect([query, (await engine.get(`${path}/${sky}/members?${query}`)).body.items.map(({ id }: { id: string }) => id)]).toEqual([query, ids]);
  expect((await engine.get(`/v1/end-users?organizationId=${sea}`)).body.items.map(({ id }: { id: string }) => id)).toEqual([lea]);

  const chosen = await put(`/v1/end-users/${lea}/default-organization`, { organizationId: sea });
  expect(chosen.body).toMatchObject({ organizationId: sea, defaultOrganizationId: sea });
  expect(codeOf(await put(`/v1/end-users/${bob}/default-organization`, { organizationId: sea }))).toEqual([404, 'not-a-member']);
  // Out by hand: another address there brings nobody back, another hand does.
  const left = await done(engine.delete(`${path}/${sea}/members/${lea}`));
  expect((await engine.get(`/v1/end-users/${lea}`, knowing(left))).body.organizations).toMatchObject([{ id: sky, default: true }]);
  await done(engine.post(`/v1/end-users/${lea}/contact-points`, email('lea2@sea.example')));
  await atRest(engine);
  expect((await engine.get(`/v1/end-users/${lea}`)).body.organizations).toMatchObject([{ id: sky }]);
  expect((await engine.delete(`${path}/${sea}/members/${lea}`)).headers.has('kith-position')).toBe(false);
  await done(engine.post(`${path}/${sea}/members`, { endUserId: lea }));
  await eventually(engine, `/v1/end-users/${lea}`, ({ organizations }) => organizations.length === 2);
  for (const [at, code] of [
    [`${path}/${sky}/members`, 'end-user-not-found'],
    [`${path}/00000000-0000-7000-8000-000000000000/members`, 'organization-not-found'],
  ] as const)
    expect((await engine.post(at, { endUserId: code.startsWith('end') ? '00000000-0000-7000-8000-000000000000' : bob })).body.code).toBe(code);
});

it('members come and go with its domains, with the settings, and leave for good when it is deleted', async () => {
  const [one, two] = [await customer('one@tide.example'), await customer('two@low.tide.example')];
  const id = await created({ name: 'Tide', domains: [{ domain: 'tide.example', subdomains: true }] });
  const count = (expected: number) => eventually(engine, `${path}/${id}`, ({ memberCount }) => memberCount === expected);
  await count(2);
  await done(put(`${path}/${id}/domains`, { domains: [{ domain: 'tide.example', subdomains: true, except: ['low.tide.example'] }] }));
  await count(1);
  await done(engine.patch('/v1/settings', { membership: { verifiedOnly: true } }));
  await count(0);
  await done(engine.post(`/v1/end-users/${one}/contact-points/email/one@tide.example/verify`, undefined));
  await count(1);
  await done(engine.patch('/v1/settings', { membership: { verifiedOnly: false, freeMail: ['tide.example'] } }));
  await count(0);
  const refused = await engine.patch('/v1/settings', { membership: { freeMail: ['Tide.Example'] } });
  expect([codeOf(refused), pointersOf(refused)]).toEqual([[422, 'settings-invalid'], ['/membership/freeMail/0']]);
  await done(engine.patch('/v1/settings', { membership: { freeMail: [] } }));
  await count(1);
  await done(engine.post(`${path}/${id}/members`, { endUserId: two }));
  await atRest(engine);
  await done(engine.delete(`${path}/${id}`));
  for (const endUserId of [one, two]) await eventually(engine, `/v1/end-users/${endUserId}`, ({ organizations }) => organizations.length === 0);
  const { items } = await eventually(engine, '/v1/membership-sweeps', (body) => body.items[0].because === 'organization-deleted' && body.items[0].endedAt);
  expect(items[0]).toMatchObject({ organizationId: id, domains: null, left: 2, joined: 0 });
  expect((await engine.delete(`${path}/${id}`)).headers.has('kith-position')).toBe(false);
  expect(codeOf(await engine.post(`${path}/${id}/members`, { endUserId: one }))).toEqual([409, 'organization-deleted']);
});

it('two that are one answer as one under either id, and come apart exactly as they were', async () => {
  const routing = { queue: 'north', priority: 'low' };
  const [north, south] = [
    await created({ name: 'North', tags: ['n'], domains: [{ domain: 'north.example' }], routing }),
    await created({ name: 'South', tags: ['s'], details: 'Far away.', domains: [{ domain: 'south.example' }] }),
  ];
  const [lea, bob] = [await customer('lea@north.example'), await customer('bob@south.example')];
  await atRest(engine);
  const before = [await read(north), await read(south)];
  const merged = await engine.post('/v1/organization-merges', { survivorId: north, mergedId: south, reason: 'one company' });
  expect([merged.status, merged.body]).toMatchObject([201, { survivorId: north, mergedId: south, status: 'completed', complete: true }]);
  const shown = await read(south);
  expect(shown).toMatchObject({ id: south, canonicalId: north, status: 'merged', name: 'North', details: 'Far away.', tags: ['n', 's'], mergedFrom: [south] });
  expect([shown.domains.length, shown.memberCount, shown.routing]).toEqual([2, 2, routing]);
  expect(merged.body.survivor).toEqual({ ...shown, id: north, status: 'active' });
  for (const id of [north, south])
    expect((await engine.get(`${path}/${id}/members`)).body.items.map((one: { id: string }) => one.id).sort()).toEqual([lea, bob].sort());
  expect(namesOf(await engine.get(`${path}?tag=s`))).toEqual(['North']);
  expect((await engine.get(`/v1/end-users/${bob}`)).body.organizations).toMatchObject([{ id: south, canonicalId: north, name: 'North' }]);

  // A change under the merged id is one of the survivor, also with the survivor's tag.
  const tag = (await engine.get(`${path}/${south}`)).headers.get('etag') ?? '';
  const changed = await engine.patch(`${path}/${south}`, { notes: 'As one.' }, { headers: { 'if-match': tag } });
  expect([changed.status, changed.body]).toEqual([200, { id: south, canonicalId: north }]);
  await done(engine.patch(`${path}/${south}`, { notes: null }));
  const again = await engine.post('/v1/organization-merges', { survivorId: south, mergedId: north });
  expect(codeOf(again)).toEqual([409, 'organizations-already-merged']);
  expect(codeOf(await engine.post('/v1/organization-merges', { survivorId: north, mergedId: north }))).toEqual([422, 'merge-with-itself']);

  const undone = await engine.post(`/v1/organization-merges/${merged.body.id}/unmerge`, { reason: 'two after all' });
  expect([undone.status, undone.body]).toMatchObject([200, { status: 'undone', members: [south], further: [], complete: true }]);
  const asBefore = ({ updatedAt: _, revision: __, ...rest }: Answer['body']) => rest;
  expect([await read(north), await read(south)].map(asBefore)).toEqual(before.map(asBefore));
  expect(asBefore(undone.body.merged)).toEqual(asBefore(before[1]));
  expect((await engine.post(`/v1/organization-merges/${merged.body.id}/unmerge`, {})).status).toBe(200);
  expect(codeOf(await engine.post('/v1/organization-merges/00000000-0000-7000-8000-000000000000/unmerge', {}))).toEqual([404, 'merge-not-found']);
});

it('merges are listed, the latest first, of all and of one, also those that were undone', async () => {
  const [one, two, three] = [await created({ name: 'Ledger 1' }), await created({ name: 'Ledger 2' }), await created({ name: 'Ledger 3' })];
  const first = (await done(engine.post('/v1/organization-merges', { survivorId: one, mergedId: two }))).body.id;
  await done(engine.post(`/v1/organization-merges/${first}/unmerge`, {}));
  const second = (await done(engine.post('/v1/organization-merges', { survivorId: three, mergedId: one }))).body.id;
  const list = async (query: string) => (await engine.get(`/v1/organization-merges?${query}`)).body;
  expect((await list(`organizationId=${one}`)).items).toEqual([
    { id: second, survivorId: three, mergedId: one, status: 'completed', position: expect.stringMatching(/^\d+$/) },
    { id: first, survivorId: one, mergedId: two, status: 'undone', position: expect.stringMatching(/^\d+$/) },
  ]);
  expect((await list(`organizationId=${two.toUpperCase()}`)).items).toMatchObject([{ id: first }]);
  const page = await list('limit=1');
  expect([page.items[0].id, (await list(`limit=1&cursor=${page.nextCursor}`)).items[0].id]).toEqual([second, first]);
  expect((await list(`organizationId=${one}&cursor=${page.nextCursor}`)).errors).toMatchObject([{ parameter: 'cursor' }]);
  expect((await list('organizationId=acme')).errors).toMatchObject([{ parameter: 'organizationId' }]);
});

it('work among its members is read by its id', async () => {
  const id = await created({ name: 'Swept', domains: [{ domain: 'swept.example' }] });
  const { items } = await eventually(engine, '/v1/membership-sweeps', ({ items: all = [] }) => all[0]?.organizationId === id && all[0].endedAt !== null);
  expect((await engine.get(`/v1/membership-sweeps/${items[0].id}`)).body).toEqual(items[0]);
  for (const unknown of [id, 'nothing']) expect(codeOf(await engine.get(`/v1/membership-sweeps/${unknown}`))).toEqual([404, 'membership-sweep-not-found']);
});

it('lists are read page by page, without one left out, and cursors open nothing else', async () => {
  for (let i = 0; i < 7; i++) await created({ name: `Page ${i}`, tags: ['paged'] });
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: Answer = await engine.get(`${path}?tag=paged&limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ name }: { name: string }) => name));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual(Array.from({ length: 7 }, (_, i) => `Page ${i}`));
  const { nextCursor } = (await engine.get(`${path}?tag=paged&limit=1`)).body;
  for (const at of [`${path}?limit=1&cursor=${nextCursor}`, `/v1/tickets?cursor=${nextCursor}`, `/v1/membership-sweeps?cursor=${nextCursor}`])
    expect([at, (await engine.get(at)).body.errors]).toEqual([at, [expect.objectContaining({ parameter: 'cursor' })]]);
});
