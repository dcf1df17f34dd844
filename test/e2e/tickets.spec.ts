import { atRest, knowing } from '../support/eventually';
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
const nobody = '00000000-0000-7000-8000-000000000000';
const ticket = (id: string, more: object = {}) => ({ source: 'desk', id, channel: 'email', contactPoints: [email(`${id.toLowerCase()}@t.example`)], ...more });
const open = (id: string, more: object = {}) => post('/v1/tickets', ticket(id, more));
/** A rule of routing. */
const rule = (name: string, when: object, then: object) => ({ name, when, then });
const codeOf = ({ status, body }: Answer) => [status, body?.code];
const idsOf = ({ body }: Answer): string[] => body.items.map(({ sourceId }: { sourceId: string }) => sourceId);
const organization = async (body: object): Promise<string> => (await post('/v1/organizations', body)).body.id;

it('is opened once, whoever tells of it and how often', async () => {
  const before = await engine.head();
  const answers = await Promise.all(Array.from({ length: 6 }, () => engine.post('/v1/tickets', ticket('Once'))));
  const taken = answers.filter(({ status }) => status < 300);
  for (const { status, body } of answers) if (status >= 300) expect([status, body.code]).toEqual([409, 'command-in-progress']);
  const again = await engine.post('/v1/tickets', ticket('Once'), { headers: { 'idempotency-key': 'later' } });
  const told = ({ body: { outcome: _, ...rest } }: Answer) => rest;
  for (const answer of taken) expect(told(answer)).toEqual(told(again));
  expect([again.status, again.body.outcome, again.headers.has('kith-position')]).toEqual([200, 'repeated', again.headers.has('kith-position')]);
  expect(again.body).toMatchObject({
    createdRequester: true,
    status: 'open',
    organizationId: null,
    route: { queue: 'default', rule: 'fallback', settingsVersion: 0 },
  });
  await atRest(engine);
  const types = (await engine.get(`/v1/events?after=${before}`)).text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).type);
  expect(types.filter((type) => type.startsWith('Ticket'))).toEqual(['TicketOpened', 'TicketRouted']);
  const other = await engine.post('/v1/tickets', ticket('Once', { status: 'solved' }));
  expect([codeOf(other), other.headers.has('kith-position')]).toEqual([[409, 'ticket-exists'], false]);
});

it('is asked by somebody who is named, found or created, and never by a guess', async () => {
  const [one, two] = [await post('/v1/end-users', { contactPoints: [email('desk@shared.example')] }), await post('/v1/end-users', {})];
  await post('/v1/contact-points/share', email('desk@shared.example'));
  await post(`/v1/end-users/${two.body.id}/contact-points`, email('desk@shared.example'));
  const ambiguous = await engine.post('/v1/tickets', ticket('A-1', { contactPoints: [email('desk@shared.example')] }));
  expect([codeOf(ambiguous), [...ambiguous.body.candidates].sort()]).toEqual([[409, 'requester-ambiguous'], [one.body.id, two.body.id].sort()]);
  const named = await open('A-2', { contactPoints: null, requesterId: two.body.id.toUpperCase() });
  expect(named.body).toMatchObject({ requesterId: two.body.id, createdRequester: false });
  for (const [more, expected] of [
    [{ requesterId: two.body.id }, [400, 'request-invalid']],
    [{ contactPoints: null }, [400, 'request-invalid']],
    [{ contactPoints: [] }, [400, 'request-invalid']],
    [{ contactPoints: [email('no address')] }, [422, 'contact-point-invalid']],
    [{ contactPoints: [email('unknown')] }, [422, expect.stringMatching(/contact-point/)]],
    [{ contactPoints: null, requesterId: nobody }, [404, 'end-user-not-found']],
    [{ channel: 'pigeon' }, [422, 'channel-unknown']],
    [{ organizationId: nobody }, [404, 'organization-not-found']],
    [{ status: 'lost' }, [400, 'request-invalid']],
    [{ language: 'not a language' }, [400, 'request-invalid']],
    [{ at: '2026-02-31T00:00:00Z' }, [400, 'request-invalid']],
    [{ at: new Date(Date.now() + 3_600_000).toISOString() }, [422, 'time-in-future']],
  ] as const) {
    const head = await engine.head();
    expect([more, codeOf(await engine.post('/v1/tickets', ticket('A-3', more)))]).toEqual([more, expected]);
    expect(await engine.head()).toBe(head);
  }
  const [mine, deleted] = [await organization({ name: 'Mine' }), await organization({ name: 'Deleted' })];
  await engine.delete(`/v1/organizations/${deleted}`);
  expect(codeOf(await engine.post('/v1/tickets', ticket('A-3', { organizationId: deleted })))).toEqual([409, 'organization-deleted']);
  await post(`/v1/organizations/${mine}/members`, { endUserId: two.body.id });
  const asked = { contactPoints: null, requesterId: two.body.id };
  expect((await open('A-4', asked)).body.organizationId).toBe(mine);
  expect((await open('A-5', { ...asked, organizationId: null })).body.organizationId).toBeNull();

  const corrected = await engine.patch(`/v1/tickets/${named.body.id}`, { contactPoints: [email('assistant@t.example')], reason: 'wrote for her' });
  expect([corrected.status, corrected.body.id]).toEqual([200, named.body.id]);
  const shown = await engine.get(`/v1/tickets/${named.body.id}`, knowing(corrected));
  expect(shown.body.requester).toMatchObject({ id: corrected.body.requesterId, canonicalId: corrected.body.canonicalId });
  expect(corrected.body.requesterId).not.toBe(two.body.id);
});

it('has the status that was told of the latest time, whenever it was told', async () => {
  const at = (hour: string) => `2026-03-03T${hour}:00:00.000Z`;
  const { id } = (await open('S-1', { at: at('08'), status: 'new' })).body;
  const path = `/v1/tickets/${id}`;
  const status = async (body: object) => (await engine.patch(path, body)).body.status;
  expect(await status({ status: 'solved', at: at('12') })).toBe('solved');
  expect(await status({ status: 'pending', at: at('10') })).toBe('solved');
  const reopened = await engine.patch(path, { status: 'open', at: at('14') });
  expect(reopened.body).toEqual({ id, status: 'open' });
  const found = await engine.get(path, knowing(reopened));
  expect(found.body).toMatchObject({ status: 'open', statusSince: at('14'), openedAt: at('08'), source: 'desk', sourceId: 'S-1' });
  expect(found.body.statuses.map((one: { status: string; at: string }) => [one.status, one.at])).toEqual([
    ['new', at('08')],
    ['pending', at('10')],
    ['solved', at('12')],
    ['open', at('14')],
  ]);
  const same = await engine.patch(path, { status: 'open', at: at('14') });
  expect([same.status, same.headers.has('kith-position')]).toEqual([200, false]);

  const ifMatch = { 'if-match': found.headers.get('etag') ?? '' };
  const closed = await engine.patch(path, { status: 'closed' }, { headers: ifMatch });
  expect([closed.status, closed.headers.get('etag')]).toEqual([200, `"${id}.${closed.headers.get('kith-position')}"`]);
  expect(codeOf(await engine.patch(path, { status: 'open' }, { headers: ifMatch }))).toEqual([412, 'state-changed']);
  expect(codeOf(await engine.post(`${path}/move`, { organizationId: null }, { headers: { 'if-match': 'x' } }))).toEqual([400, 'request-invalid']);
  for (const body of [
    {},
    { at: at('15') },
    { status: 'open', requesterId: nobody },
    { status: null },
    { requesterId: nobody, contactPoints: [email('a@t.example')] },
  ])
    expect([body, codeOf(await engine.patch(path, body))]).toEqual([body, [400, 'request-invalid']]);
  for (const unknown of ['a'.repeat(64), 'S-1'])
    expect(codeOf(await engine.patch(`/v1/tickets/${unknown}`, { status: 'open' }))).toEqual([404, 'ticket-not-found']);
});

it('goes where the rules of the moment say, which say why, and stays there whatever they become', async () => {
  const office = { timeZone: 'Europe/Paris', days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
  const rules = [
    rule('night', { hours: office, outsideHours: true }, { queue: 'night', priority: 'low' }),
    rule('french', { languages: ['fr'], tags: ['refund', 'return'] }, { queue: 'french', priority: 'high', assignee: 'agent-7', tags: ['fr'] }),
    rule('new', { firstContact: true }, { queue: 'welcome', priority: 'normal' }),
  ];
  const set = await engine.patch('/v1/settings', { routing: { rules, fallback: { queue: 'rest', priority: 'normal' } } });
  expect([set.status, set.body.routing]).toEqual([200, { rules, fallback: { queue: 'rest', priority: 'normal' } }]);
  const noon = '2026-03-03T11:00:00Z';
  const route = async (more: object) => (await engine.post('/v1/route', { channel: 'email', at: noon, ...more })).body;
  expect((await route({ language: 'fr-CA', tags: ['return'] })).route).toEqual({
    queue: 'french',
    priority: 'high',
    assignee: 'agent-7',
    tags: ['fr'],
    rule: 'french',
    settingsVersion: set.body.version,
    reasons: [
      { rule: 'night', holds: false, failed: 'outsideHours' },
      { rule: 'french', holds: true, failed: null },
    ],
  });
  for (const [more, rule] of [
    [{ at: '2026-03-03T17:00:00Z' }, 'night'],
    [{ at: '2026-03-07T11:00:00Z' }, 'night'],
    [{ language: 'en', tags: ['refund'] }, 'fallback'],
    [{ contactPoints: [email('new@t.example')] }, 'new'],
  ] as const)
    expect([more, (await route(more)).route.rule]).toEqual([more, rule]);
  expect((await engine.get('/v1/contact-points/email/new@t.example')).status).toBe(404);

  const opened = await open('R-1', { at: noon, language: 'fr', tags: ['refund'] });
  expect(opened.body.route).toEqual((await route({ language: 'fr', tags: ['refund'] })).route);
  const last = await open('R-2', { at: noon });
  const proposed = { rules: [rule('all', {}, { queue: 'one', priority: 'high' as const })], fallback: { queue: 'rest', priority: 'normal' } };
  const whatIf = (routing: object) => engine.post('/v1/routing/what-if', { routing, from: noon, to: '2026-03-03T11:00:01Z' }, knowing(last));
  const tried = await whatIf(proposed);
  expect(tried.body).toMatchObject({ nextCursor: null, counts: { compared: 2, different: 2, unknown: 0 } });
  const byId = new Map(tried.body.items.map((item: { ticketId: string }) => [item.ticketId, item]));
  expect(byId.get(opened.body.id)).toMatchObject({ before: { queue: 'french', settingsVersion: set.body.version }, after: { queue: 'one', rule: 'all' } });
  const unchanged = await whatIf({ rules, fallback: { queue: 'rest', priority: 'normal' } });
  expect(unchanged.body.counts.different).toBe(0);

  await engine.patch('/v1/settings', { routing: proposed });
  const still = await engine.post('/v1/tickets', ticket('R-1', { at: noon, language: 'fr', tags: ['refund'] }));
  expect([still.body.outcome, still.body.route]).toEqual(['repeated', opened.body.route]);
  expect((await engine.get(`/v1/tickets/${opened.body.id}`)).body).toMatchObject({ route: { queue: 'french' }, reasons: opened.body.route.reasons });

  for (const [routing, status, pointer] of [
    [{ rules: [rules[0], rules[0]] }, 422, '/routing/rules/1/name'],
    [{ rules: [{ ...rules[0], name: 'fallback' }] }, 422, '/routing/rules/0/name'],
    [{ rules: [{ ...rules[0], when: { channels: ['pigeon'] } }] }, 422, '/routing/rules/0/when/channels/0'],
    [{ rules: [{ ...rules[0], when: { outsideHours: true } }] }, 422, '/routing/rules/0/when/outsideHours'],
    [{ rules: [{ ...rules[0], when: { hours: { ...office, timeZone: 'Mars/Olympus' } } }] }, 400, '/routing/rules/0/when/hours/timeZone'],
    [{ rules: [{ ...rules[0], when: { hours: { ...office, days: [0] } } }] }, 400, '/routing/rules/0/when/hours/days'],
    [{ rules: [rule('no queue', {}, { queue: 'No', priority: 'high' })] }, 400, '/routing/rules/0/then/queue'],
    [{ fallback: null }, 400, '/routing/fallback'],
  ] as const) {
    const refused = await engine.patch('/v1/settings', { routing });
    expect([routing, refused.status, refused.body.errors?.map((one: { pointer: string }) => one.pointer)]).toEqual([routing, status, [pointer]]);
  }
});

it('is found by whose it is, where it went and what another system calls it, page by page', async () => {
  await engine.patch('/v1/settings', { routing: { rules: [], fallback: { queue: 'listed', priority: 'urgent' } } });
  const id = await organization({ name: 'Listed', routing: { queue: 'own', priority: 'low', assignee: 'agent-9' } });
  const { requesterId } = (await open('L-0', { at: '2026-03-03T08:00:00Z' })).body;
  for (let i = 1; i < 5; i++)
    await open(`L-${i}`, {
      at: `2026-03-03T08:0${i}:00Z`,
      contactPoints: null,
      requesterId,
      ...(i % 2 === 1 && { organizationId: id }),
      ...(i === 4 && { status: 'solved' }),
    });
  await atRest(engine);
  for (const [query, ids] of [
    ['queue=listed', ['L-4', 'L-2', 'L-0']],
    ['queue=listed&status=unsolved', ['L-2', 'L-0']],
    ['queue=listed&status=solved,closed', ['L-4']],
    ['assignee=agent-9&priority=low', ['L-3', 'L-1']],
    [`organizationId=${id}`, ['L-3', 'L-1']],
    [`organizationId=${id}&rule=organization&status=open`, ['L-3', 'L-1']],
    [`requesterId=${requesterId}&rule=organization`, ['L-3', 'L-1']],
    ['source=desk&sourceId=L-2', ['L-2']],
    ['source=desk&sourceId=L-9', []],
    ['source=other&sourceId=L-2', []],
  ] as const)
    expect([query, idsOf(await engine.get(`/v1/tickets?${query}`))]).toEqual([query, ids]);
  expect(idsOf(await engine.get(`/v1/organizations/${id}/tickets?status=unsolved`))).toEqual(['L-3', 'L-1']);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer = await engine.get(`/v1/tickets?requesterId=${requesterId}&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...idsOf(page));
    cursor = page.body.nextCursor;
  }
  expect(seen).toEqual(['L-4', 'L-3', 'L-2', 'L-1', 'L-0']);
  for (const [query, parameter] of [
    ['status=lost', 'status'],
    ['status=open,unsolved', 'status'],
    ['priority=soon', 'priority'],
    ['source=desk', 'sourceId'],
    ['source=desk&sourceId=L-2&queue=listed', 'queue'],
    ['requesterId=me', 'requesterId'],
    ['limit=0', 'limit'],
    ['sourceId=', 'sourceId'],
  ])
    expect([query, (await engine.get(`/v1/tickets?${query}`)).body.errors?.[0]?.parameter]).toEqual([query, parameter]);
  expect(codeOf(await engine.get(`/v1/organizations/${nobody}/tickets`))).toEqual([404, 'organization-not-found']);
});
