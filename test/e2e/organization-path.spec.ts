import { atRest, eventually, knowing } from '../support/eventually';
import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

const email = (value: string) => ({ channel: 'email', value });
const post = async (path: string, body: unknown): Promise<Answer> => {
  const answer = await engine.post(path, body);
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer;
};

const organizationsOf = (id: string, names: readonly string[]) =>
  eventually(engine, `/v1/end-users/${id}`, ({ organizations = [] }) => organizations.map(({ name }: { name: string }) => name).join() === names.join());

/** So many days from now, in UTC: a report from yesterday to tomorrow has what this spec does, also around midnight. */
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const reportOf = async (organizationId: string, after: Answer) =>
  (await engine.get(`/v1/organizations/${organizationId}/report?from=${dayFromNow(-1)}&to=${dayFromNow(2)}`, knowing(after))).body.totals;
const ticketIdsOf = async (organizationId: string, after: Answer): Promise<string[]> =>
  (await engine.get(`/v1/organizations/${organizationId}/tickets`, knowing(after))).body.items.map(({ id }: { id: string }) => id);

it('a customer writes, joins by domain, and their ticket is routed, listed, reported, moved, and follows merges and unmerges', async () => {
  // Somebody is known before their company is: the change of its domains finds them.
  const early = (await post('/v1/interactions', { source: 'mail', id: 'm-0', channel: 'email', contactPoints: [email('early@acme.example')] })).body;
  await atRest(engine);
  const acme = (await post('/v1/organizations', { name: 'Acme', tags: ['gold'], domains: [{ domain: 'acme.example', subdomains: true }] })).body.id;
  await organizationsOf(early.endUserId, ['Acme']);
  const sweeps = await eventually(engine, '/v1/membership-sweeps', ({ items = [] }) => items.length === 1 && items[0].endedAt !== null);
  expect(sweeps.items).toMatchObject([{ because: 'domains-changed', organizationId: acme, domains: ['acme.example'], joined: 1, left: 0 }]);
  const bolt = (await post('/v1/organizations', { name: 'Bolt', routing: { queue: 'bolt', priority: 'urgent', assignee: 'agent-7' } })).body.id;

  // A customer writes for the first time, from below the domain.
  const wrote = await post('/v1/interactions', {
    source: 'mail',
    id: 'm-1',
    channel: 'email',
    contactPoints: [email('lea@mail.acme.example')],
    profile: { name: 'Léa Martin' },
    summary: 'Where is my order?',
  });
  const lea = wrote.body.endUserId;
  // The very first contact names the organization, unless the read models took longer than it waits for them.
  const firsts = wrote.body.organizationId === acme ? [['Where is my order?', 'Léa Martin']] : [];
  expect((await organizationsOf(lea, ['Acme'])).organizations).toEqual([
    { id: acme, canonicalId: acme, name: 'Acme', default: true, reason: 'domain', since: expect.stringMatching(/Z$/) },
  ]);

  // The tenant has a rule for organizations with the tag; it says why.
  // biome-ignore lint/suspicious/noThenProperty: a rule reads when … then …, and nobody awaits it
  const rule = { name: 'gold', when: { organizationTags: ['gold'] }, then: { queue: 'gold', priority: 'high', tags: ['vip'] } };
  const settings = await engine.patch('/v1/settings', { routing: { rules: [rule] } });
  expect(settings.status).toBe(200);
  const question = { channel: 'email', contactPoints: [email('lea@mail.acme.example')], language: 'fr' };
  const asked = await engine.post('/v1/route', question);
  expect(asked.body).toMatchObject({ organizationId: acme, requesterId: lea, canonicalId: lea, route: { queue: 'gold', rule: 'gold', settingsVersion: 1 } });
  expect(asked.body.facts).toMatchObject({ organizationTags: ['gold'], firstContact: false, language: 'fr' });

  const ticket = { source: 'helpdesk', id: 'T-1', subject: 'Order', ...question };
  const opened = await post('/v1/tickets', ticket);
  expect([opened.status, opened.body]).toMatchObject([
    201,
    { outcome: 'opened', requesterId: lea, organizationId: acme, status: 'open', createdRequester: false, route: { ...asked.body.route } },
  ]);
  const ticketId = opened.body.id;
  expect(opened.headers.get('location')).toBe(`/v1/tickets/${ticketId}`);
  const again = await engine.post('/v1/tickets', ticket);
  expect([again.status, again.body.outcome, again.body.id]).toEqual([200, 'repeated', ticketId]);

  // Seen in the list, on the page, in the report.
  expect(await ticketIdsOf(acme, opened)).toEqual([ticketId]);
  const page = (await engine.get(`/v1/organizations/${acme}/page`, knowing(opened))).body;
  expect([page.unsolved.count, page.unsolved.newest[0].id, page.organization.memberCount]).toEqual([1, ticketId, 2]);
  expect(page.members.map(({ id }: { id: string }) => id)).toEqual([lea, early.endUserId]);
  const next = await post('/v1/interactions', {
    source: 'mail',
    id: 'm-2',
    channel: 'email',
    contactPoints: [email('lea@mail.acme.example')],
    summary: 'Hello?',
  });
  expect(next.body.organizationId).toBe(acme);
  const interactions = await engine.get(`/v1/organizations/${acme}/interactions`, knowing(next));
  expect(interactions.body.items.map(({ summary, endUser }: { summary: string; endUser: { name: string } }) => [summary, endUser.name])).toEqual([
    ['Hello?', 'Léa Martin'],
    ...firsts,
  ]);
  const solved = await engine.patch(`/v1/tickets/${ticketId}`, { status: 'solved' });
  expect([solved.status, solved.body]).toEqual([200, { id: ticketId, status: 'solved' }]);
  const totals = await reportOf(acme, solved);
  expect(totals.tickets).toMatchObject({ opened: 1, solved: 1, reopened: 0, backlog: 0 });
  expect(totals.interactions).toEqual([{ channel: 'email', direction: 'inbound', count: 1 + firsts.length }]);

  // Moved: from here on it is the other one's, its past stays.
  const moved = await post(`/v1/tickets/${ticketId}/move`, { organizationId: bolt, reason: 'her new employer' });
  expect(moved.body).toEqual({ id: ticketId, organizationId: bolt });
  expect([await ticketIdsOf(acme, moved), await ticketIdsOf(bolt, moved)]).toEqual([[], [ticketId]]);
  const reopened = await engine.patch(`/v1/tickets/${ticketId}`, { status: 'open' });
  expect((await reportOf(acme, reopened)).tickets).toMatchObject({ opened: 1, solved: 1, reopened: 0, backlog: 0 });
  expect((await reportOf(bolt, reopened)).tickets).toMatchObject({ opened: 0, solved: 0, reopened: 1, backlog: 1 });
  expect((await engine.get(`/v1/tickets/${ticketId}`, knowing(reopened))).body).toMatchObject({ status: 'open', route: { queue: 'gold' } });

  // Merged with a customer of the other organization: a member of both, and a ticket asked by one person.
  const bob = (await post('/v1/end-users', { name: 'Bob', contactPoints: [email('bob@bolt.example')] })).body.id;
  await post(`/v1/organizations/${bolt}/members`, { endUserId: bob });
  const merged = await post('/v1/merges', { survivorId: bob, mergedId: lea });
  expect((await organizationsOf(lea, ['Bolt', 'Acme'])).organizations.map((one: { default: boolean }) => one.default)).toEqual([true, false]);
  const shown = (await engine.get(`/v1/tickets/${ticketId}`, knowing(merged))).body;
  expect(shown.requester).toEqual({ id: lea, canonicalId: bob, name: 'Bob' });
  const asBoth = await post('/v1/tickets', { source: 'helpdesk', id: 'T-2', channel: 'email', requesterId: lea });
  expect(asBoth.body).toMatchObject({
    requesterId: lea,
    canonicalId: bob,
    organizationId: bolt,
    route: { queue: 'bolt', rule: 'organization', assignee: 'agent-7' },
  });
  expect(await ticketIdsOf(bolt, asBoth)).toEqual([asBoth.body.id, ticketId]);

  // And apart again: as it was.
  const unmerged = await post(`/v1/merges/${merged.body.id}/unmerge`, {});
  expect(unmerged.body.restored.digestAfter).toBe(unmerged.body.restored.digestBefore);
  await organizationsOf(lea, ['Acme']);
  await organizationsOf(bob, ['Bolt']);
  expect((await engine.get(`/v1/tickets/${ticketId}`, knowing(unmerged))).body.requester).toEqual({ id: lea, canonicalId: lea, name: 'Léa Martin' });
});

describe('a report', () => {
  let id: string;
  let last: Answer;
  beforeAll(async () => {
    id = (await post('/v1/organizations', { name: 'Reported' })).body.id;
    const lea = (await post('/v1/end-users', { contactPoints: [{ channel: 'email', value: 'lea@r.example' }] })).body.id;
    await post(`/v1/organizations/${id}/members`, { endUserId: lea });
    const mail = (n: string, occurredAt: string, direction = 'inbound') =>
      post('/v1/interactions', {
        source: 'mailbox',
        id: n,
        channel: 'email',
        direction,
        occurredAt,
        contactPoints: [{ channel: 'email', value: 'lea@r.example' }],
      });
    // The clocks of Paris go forward on 29 March 2026: at 22:30 UTC it is the 30th there, on the day before it is still the 28th.
    await mail('m-1', '2026-03-28T22:30:00Z');
    await mail('m-2', '2026-03-29T22:30:00Z');
    await mail('m-3', '2026-03-29T22:45:00Z', 'outbound');
    const { id: ticketId } = (await post('/v1/tickets', { source: 'desk', id: 'T-1', channel: 'email', requesterId: lea, at: '2026-03-28T10:00:00Z' })).body;
    await post('/v1/tickets', { source: 'desk', id: 'T-2', channel: 'email', requesterId: lea, organizationId: null, at: '2026-03-30T10:00:00Z' });
    await engine.patch(`/v1/tickets/${ticketId}`, { status: 'solved', at: '2026-03-30T10:00:00Z' });
    // Told last, it happened first.
    last = await mail('m-0', '2026-03-28T12:00:00Z');
  });
  const report = (query: string, path = `/v1/organizations/${id}/report`, headers = {}) =>
    engine.get(`${path}?${query}`, { headers: { ...knowing(last).headers, ...headers } });
  const days = 'from=2026-03-28&to=2026-03-31&timeZone=Europe/Paris';
  type Period = Answer['body'];
  const received = ({ interactions }: Period): number => interactions.find((one: { direction: string }) => one.direction === 'inbound')?.count ?? 0;

  it('counts each thing on its day in the time zone asked for, also what was told late', async () => {
    const { status, body } = await report(days);
    expect([status, body.organizationId, body.by, body.timeZone]).toEqual([200, id, 'day', 'Europe/Paris']);
    expect(body.periods.map((one: Period) => [one.label, one.from, received(one), one.tickets.opened, one.tickets.solved, one.tickets.backlog])).toEqual([
      ['2026-03-28', '2026-03-27T23:00:00.000Z', 2, 1, 0, 1],
      ['2026-03-29', '2026-03-28T23:00:00.000Z', 0, 0, 0, 1],
      ['2026-03-30', '2026-03-29T22:00:00.000Z', 1, 0, 1, 0],
    ]);
    expect(body.totals.tickets.timeToFirstSolve.median).toBeCloseTo(48 * 3600, -4);
    expect(body.totals.endUsers).toMatchObject({ active: 1, new: 1, returning: 0 });
    const utc = (await report('from=2026-03-28&to=2026-03-31')).body;
    expect(utc.periods.map(received)).toEqual([2, 1, 0]);
    const months = (await report('from=2026-01-01&to=2027-01-01&by=month&timeZone=Europe/Paris')).body;
    expect([months.periods.length, months.periods[2].label, received(months.periods[2]), received(months.totals)]).toEqual([12, '2026-03', 3, 3]);
  });

  it('of the tenant counts what is of no organization, too', async () => {
    const { body } = await report(`${days}&by=week`, '/v1/report');
    expect([body.organizationId, body.totals.tickets.opened, received(body.totals)]).toEqual([null, 2, 3]);
    expect(body.periods.map(({ label }: Period) => label)).toEqual(['2026-W13', '2026-W14']);
  });

  it('comes as a table for whoever asks for one, by the header or by the parameter', async () => {
    const asked = [await report(days, undefined, { accept: 'text/csv' }), await report(`${days}&format=csv`), await report(`${days}&format=csv`, '/v1/report')];
    for (const { status, headers } of asked) {
      expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="report-[\w-]+-2026-03-28-2026-03-31\.csv"$/);
    }
    const [head = '', ...rows] = (asked[0]?.text ?? '').trimEnd().split('\r\n');
    expect(head).toMatch(/^period,from,to,tickets opened,/);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([head.split(',').length]));
    const asJson = [
      await report(days, undefined, { accept: 'application/json, text/csv' }),
      await report(`${days}&format=json`, undefined, { accept: 'text/csv' }),
      await report(days, undefined, { accept: '*/*' }),
    ];
    for (const { headers } of asJson) expect(headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('says which part of its time is wrong', async () => {
    for (const [query, parameter] of [
      ['to=2026-03-31', 'from'],
      ['from=2026-03-28', 'to'],
      ['from=2026-02-30&to=2026-03-31', 'from'],
      ['from=2026-03-28T00:00:00Z&to=2026-03-31', 'from'],
      ['from=2026-03-31&to=2026-03-28', 'to'],
      ['from=2026-03-31&to=2026-03-31', 'to'],
      ['from=2020-01-01&to=2026-03-31', 'to'],
      [`${days}&by=year`, 'by'],
      ['from=2026-03-28&to=2026-03-31&timeZone=Mars/Olympus', 'timeZone'],
      ['from=2026-03-28&to=2026-03-31&timeZone=', 'timeZone'],
      [`${days}&format=pdf`, 'format'],
      [`${days}&cursor=x`, 'query'],
    ]) {
      const { status, body } = await report(query as string);
      expect([query, status, body.errors?.[0]?.parameter]).toEqual([query, 400, parameter]);
    }
    expect((await report(days, '/v1/organizations/00000000-0000-7000-8000-000000000000/report')).body.code).toBe('organization-not-found');
  });
});
