import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
let auditor: string;
beforeAll(async () => {
  engine = await RunningEngine.start();
  auditor = await engine.keyFor('auditor');
});
afterAll(() => engine.discard());

const email = (value: string) => ({ channel: 'email', value });
const read = (path: string) => engine.get(path, { key: auditor });
const at = (address: string, query = '') => `/v1/contact-points/email/${encodeURIComponent(address)}${query}`;
const create = async (name: string, ...contactPoints: object[]): Promise<string> => (await engine.post('/v1/end-users', { name, contactPoints })).body.id;
/** Times are told in milliseconds, and an engine can be quicker than that. */
async function moment(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const now = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return now;
}
const typesIn = (items: readonly { type: string }[]) => items.map(({ type }) => type);

describe('an auditor', () => {
  it('reads what happened to a person across a merge and its undoing, in the moment after it', async () => {
    const [lea, max] = [await create('Léa', email('lea@example.org')), await create('Max')];
    await engine.call('PATCH', `/v1/end-users/${max}`, { body: { name: 'Maxi' }, headers: { 'kith-on-behalf-of': 'agent-17' } });
    const merge = await engine.post('/v1/merges', { survivorId: lea, mergedId: max, reason: 'same person' });
    const { body } = await read(`/v1/end-users/${max}/history`);
    expect(typesIn(body.items)).toEqual(expect.arrayContaining(['ContactPointAttached', 'EndUserProfileChanged', 'EndUserMerged', 'EndUserAbsorbed']));
    expect(body.nextCursor).toBeNull();
    const changed = body.items.find(({ type }: { type: string }) => type === 'EndUserProfileChanged');
    expect(changed).toMatchObject({
      of: { kind: 'end-user', id: max },
      onBehalfOf: 'agent-17',
      changes: [{ field: 'name', before: 'Max', after: 'Maxi' }],
      erased: false,
    });
    expect(body.items.find(({ type }: { type: string }) => type === 'EndUserMerged')).toMatchObject({ reason: 'same person', of: { id: max } });
    await engine.post(`/v1/merges/${merge.body.id}/unmerge`, {});
    const theirs = (await read(`/v1/end-users/${lea}/history`)).body.items;
    expect(typesIn(theirs)).toContain('EndUserSeparated');
    expect(theirs.some(({ of }: { of: { id: string } }) => of.id === max)).toBe(false);
  });

  it('reads it page by page, oldest first', async () => {
    const id = await create('Paged', email('paged@example.org'));
    for (let n = 0; n < 5; n++) await engine.post(`/v1/end-users/${id}/notes`, { note: `note ${n}` });
    const whole = (await read(`/v1/end-users/${id}/history`)).body.items;
    const paged: object[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: object[]; nextCursor: string | null } = (await read(`/v1/end-users/${id}/history?limit=3${cursor && `&cursor=${cursor}`}`)).body;
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(7);
    const positions = whole.map(({ position }: { position: string }) => Number(position));
    expect(positions).toEqual([...positions].sort((one, other) => one - other));
    const { nextCursor } = (await read(`/v1/end-users/${id}/history?limit=3`)).body;
    const elsewhere = await read(`/v1/end-users/${await create('Other')}/history?cursor=${nextCursor}`);
    expect(elsewhere).toMatchObject({ status: 400, body: { errors: [{ parameter: 'cursor' }] } });
  });

  it('reads the history of a contact point, an organization, a ticket and an interaction', async () => {
    const lea = await create('Held', email('held@example.org'));
    await engine.call('DELETE', `/v1/end-users/${lea}/contact-points/email/held@example.org`);
    expect(typesIn((await read(at('Held@example.org', '/history'))).body.items)).toEqual(['ContactPointAttached', 'ContactPointReleased']);
    const organization = (await engine.post('/v1/organizations', { name: 'Acme' })).body.id;
    await engine.call('PATCH', `/v1/organizations/${organization}`, { body: { details: 'A client' } });
    const [, changed] = (await read(`/v1/organizations/${organization}/history`)).body.items;
    expect(changed.changes).toEqual([{ field: 'details', before: null, after: 'A client' }]);
    const ticket = (await engine.post('/v1/tickets', { source: 'desk', id: 'T-1', channel: 'email', requesterId: lea })).body.id;
    expect(typesIn((await read(`/v1/tickets/${ticket}/history`)).body.items)).toEqual(['TicketOpened', 'TicketRouted']);
    const { interactionId } = (await engine.post('/v1/interactions', { source: 'desk', id: 'I-1', channel: 'email', contactPoints: [] })).body;
    expect(typesIn((await read(`/v1/interactions/${interactionId}/history`)).body.items)).toEqual(['InteractionRecorded']);
  });

  it('is told by its name what there is no history of', async () => {
    const [nobody, nothing] = ['00000000-0000-7000-8000-000000000000', '0'.repeat(64)];
    for (const [path, code] of [
      [`end-users/${nobody}`, 'end-user-not-found'],
      [`organizations/${nobody}`, 'organization-not-found'],
      [`tickets/${nothing}`, 'ticket-not-found'],
      [`interactions/${nothing}`, 'interaction-not-found'],
      ['contact-points/email/nobody@example.org', 'contact-point-unknown'],
    ])
      expect(await read(`/v1/${path}/history`)).toMatchObject({ status: 404, body: { code } });
  });

  it('asks who held an address then, and as we knew it then', async () => {
    const address = 'handed@example.org';
    const lea = await create('Handed', email(address));
    const first = await moment();
    const max = await create('Max');
    const head = await engine.head();
    const transfer = { toEndUserId: max, cause: 'reassigned' };
    await engine.post(`/v1/end-users/${lea}/contact-points/email/${address}/transfer`, transfer);
    const then = await read(at(address, `?asOf=${first}`));
    expect(then).toMatchObject({
      status: 200,
      body: { key: address, shared: false, holders: [{ endUserId: lea, canonicalId: lea, name: 'Handed' }], by: { asOf: first, knownAt: null } },
    });
    expect(typesIn(then.body.restsOn)).toEqual(['ContactPointAttached', 'EndUserCreated']);
    expect((await read(at(address, `?knownAt=${first}`))).body.holders).toMatchObject([{ endUserId: lea }]);
    expect((await read(at(address, `?asOfPosition=${head}`))).body.holders).toMatchObject([{ endUserId: lea }]);
    expect((await read(at(address, `?asOf=${await moment()}`))).body.holders).toMatchObject([{ endUserId: max }]);
    expect(await read(at(address, '?asOf=2020-01-01T00:00:00Z'))).toMatchObject({ status: 404, body: { code: 'contact-point-unknown' } });
  });

  it('is told which parameter of such a question is wrong', async () => {
    const wrong = [
      ['asOf=yesterday', 'asOf'],
      ['knownAt=2026-03-03', 'knownAt'],
      ['asOfPosition=first', 'asOfPosition'],
      ['asOfPosition=999999999', 'asOfPosition'],
      ['knownAt=2026-03-03T10:00:00Z&asOfPosition=1', 'asOfPosition'],
    ];
    for (const [query, parameter] of wrong)
      expect(await read(at('held@example.org', `?${query}`))).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ parameter }] } });
  });

  it('can change nothing', async () => {
    const { paths } = (await engine.get('/openapi.json', { key: null })).body as { paths: Record<string, Record<string, object>> };
    const writes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), path] as const));
    const head = await engine.head();
    let refused = 0;
    for (const [method, path] of writes) {
      if (method === 'GET' || /\/(?:lookup|preview|route|what-if)$/.test(path)) continue;
      const target = path.replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
      const { status, body } = await engine.call(method, target, { key: auditor, ...(method !== 'DELETE' && { body: {} }) });
      expect([method, path, status, body.code]).toEqual([method, path, 403, 'not-allowed']);
      refused++;
    }
    expect(refused).toBeGreaterThan(40);
    expect(await engine.head()).toBe(head);
  });
});

it('what happened, and what was known, is for admins and auditors; who held an address is for all who look it up', async () => {
  const id = await create('Ours', email('ours@example.org'));
  for (const role of ['agent', 'service']) {
    const key = await engine.keyFor(role);
    for (const path of [`/v1/end-users/${id}/history`, at('ours@example.org', '/history'), at('ours@example.org', '?knownAt=2026-03-03T10:00:00Z')])
      expect(await engine.get(path, { key })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await engine.get(at('ours@example.org'), { key, headers: { 'kith-after': await engine.head() } })).status).toBe(200);
    expect((await engine.get(at('ours@example.org', `?asOf=${new Date().toISOString()}`), { key })).status).toBe(200);
  }
});
