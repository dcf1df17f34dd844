import { LineStream } from '../support/line-stream';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

const path = '/v1/commands';
const email = (name: string) => ({ channel: 'email', value: `${name}@example.org` });
const created = async (name: string): Promise<string> => (await engine.post('/v1/end-users', { name, contactPoints: [email(name)] })).body.id;

it('answers one command as the route for it does', async () => {
  const made = await engine.post(
    path,
    { type: 'CreateEndUser', data: { name: 'Léa', contactPoints: [email('one')] } },
    { headers: { 'idempotency-key': 'one' } },
  );
  expect(made.status).toBe(201);
  const endUserId = made.body.result.id;
  expect(made.body).toEqual({
    type: 'CreateEndUser',
    outcome: 'done',
    status: 201,
    position: made.headers.get('kith-position'),
    result: { id: endUserId, canonicalId: endUserId, possibleDuplicates: [] },
  });
  const single = await engine.post('/v1/end-users', { name: 'Léa', contactPoints: [email('one')] }, { headers: { 'idempotency-key': 'one' } });
  expect([single.status, single.body, single.headers.get('kith-position')]).toEqual([201, made.body.result, made.body.position]);
  const detached = await engine.post(path, { type: 'DetachContactPoint', data: { endUserId, ...email('one') } });
  expect([detached.status, detached.body]).toMatchObject([200, { outcome: 'done', status: 204, result: null }]);
  const again = await engine.post(path, { type: 'DetachContactPoint', data: { endUserId, ...email('one') } });
  expect([again.status, again.headers.has('kith-position')]).toEqual([200, false]);
  expect(again.body).toMatchObject({ outcome: 'unchanged', status: 204, position: null });
});

it('answers one command that is refused with its problem', async () => {
  const taken = await engine.post(path, { type: 'CreateEndUser', data: { contactPoints: [{ channel: 'email', value: 'no address' }] } });
  expect([taken.status, taken.body.code, taken.body.errors[0].pointer]).toEqual([422, 'contact-point-invalid', '/data/contactPoints/0/value']);
  const unknown = await engine.post(path, { type: 'DropEverything', data: {} });
  expect([unknown.status, unknown.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ['/type']]);
  const wrong = await engine.post(path, { type: 'TagEndUser', data: { endUserId: 'me', tags: 'vip', more: 1 } });
  expect([wrong.status, wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()]).toEqual([
    400,
    ['/data/endUserId', '/data/more', '/data/tags'],
  ]);
  for (const body of ['[[]]', '"x"', '{"type":"TagEndUser"}']) {
    const answer = await engine.post(path, undefined, { raw: body });
    expect([body, answer.status < 500]).toEqual([body, true]);
  }
});

/** Things that commands are about, made before. */
interface Known {
  readonly interactionId: string;
  readonly organizationId: string;
  readonly ticketId: string;
  /** To be merged into it. */
  readonly otherId: string;
  readonly runId: string;
}

/** Every type of command in an order in which each has something to do. */
const everything = (endUserId: string, other: string, { interactionId, organizationId, ticketId, otherId, runId }: Known) => [
  { type: 'ChangeEndUserProfile', data: { endUserId, name: 'Léa Martin' }, expected: 200 },
  { type: 'TagEndUser', data: { endUserId, tags: ['vip'] }, expected: 200 },
  { type: 'UntagEndUser', data: { endUserId, tags: ['vip'] }, expected: 204 },
  { type: 'NoteEndUser', data: { endUserId, note: 'Call after six.' }, expected: 201 },
  { type: 'SuspendEndUser', data: { endUserId, reason: 'asked' }, expected: 200 },
  { type: 'ReinstateEndUser', data: { endUserId }, expected: 200 },
  { type: 'AttachContactPoint', data: { endUserId, ...email('every-second') }, expected: 201 },
  { type: 'VerifyContactPoint', data: { endUserId, ...email('every-second') }, expected: 200 },
  { type: 'ChoosePrimaryContactPoint', data: { endUserId, ...email('every-second') }, expected: 200 },
  { type: 'TransferContactPoint', data: { endUserId, ...email('every-second'), toEndUserId: other, cause: 'reassigned' }, expected: 200 },
  { type: 'DetachContactPoint', data: { endUserId: other, ...email('every-second') }, expected: 204 },
  { type: 'ShareContactPoint', data: { ...email('every-shared'), reason: 'desk' }, expected: 200 },
  { type: 'UnshareContactPoint', data: { ...email('every-shared') }, expected: 200 },
  { type: 'RecordInteraction', data: { source: 's', id: 'every', channel: 'email', contactPoints: [email('every')] }, expected: 201 },
  { type: 'ResolveEndUser', data: { contactPoints: [email('every')] }, expected: 200 },
  { type: 'AssignInteraction', data: { interactionId, endUserId }, expected: 200 },
  { type: 'ChangeSettings', data: { defaultRegion: 'FR' }, expected: 200 },
  { type: 'CreateOrganization', data: { name: 'Every', domains: [{ domain: 'every.example' }] }, expected: 201 },
  { type: 'ChangeOrganization', data: { organizationId, name: 'Each', notes: 'n' }, expected: 200 },
  { type: 'TagOrganization', data: { organizationId, tags: ['gold'] }, expected: 200 },
  { type: 'UntagOrganization', data: { organizationId, tags: ['gold'] }, expected: 204 },
  { type: 'SetOrganizationDomains', data: { organizationId, domains: [{ domain: 'each.example', subdomains: true }] }, expected: 200 },
  { type: 'SetOrganizationRouting', data: { organizationId, routing: { queue: 'each', priority: 'high' } }, expected: 200 },
  { type: 'JoinOrganization', data: { organizationId, endUserId, default: true }, expected: 201 },
  { type: 'ChooseDefaultOrganization', data: { endUserId, organizationId: null }, expected: 200 },
  { type: 'OpenTicket', data: { source: 's', id: 'every', channel: 'email', requesterId: endUserId, organizationId }, expected: 201 },
  { type: 'ChangeTicketStatus', data: { ticketId, status: 'solved' }, expected: 200 },
  { type: 'MoveTicketToOrganization', data: { ticketId, organizationId, reason: 'theirs' }, expected: 200 },
  { type: 'CorrectTicketRequester', data: { ticketId, requesterId: endUserId }, expected: 200 },
  { type: 'MergeOrganizations', data: { survivorId: organizationId, mergedId: otherId, reason: 'one company' }, expected: 201 },
  { type: 'LeaveOrganization', data: { organizationId, endUserId }, expected: 204 },
  { type: 'DeleteOrganization', data: { organizationId, reason: 'closed' }, expected: 204 },
  { type: 'MergeUsers', data: { survivorId: endUserId, mergedId: other, reason: 'one person' }, expected: 201 },
  { type: 'DeleteEndUser', data: { endUserId, reason: 'left' }, expected: 204 },
  { type: 'RestoreEndUser', data: { endUserId }, expected: 200 },
  { type: 'EraseEndUser', data: { endUserId, scope: 'profile' }, expected: 200 },
  { type: 'StartRetentionRun', data: { withoutContactSince: '2001-01-01T00:00:00Z', expected: 0 }, expected: 201 },
  { type: 'CancelRetentionRun', data: { runId }, expected: 204 },
];

it('knows every command, does those about one end user in their order, and each once', async () => {
  const [endUserId, other] = [await created('every'), await created('other')];
  const open = await engine.post('/v1/interactions', { source: 's', id: 'open', channel: 'email', contactPoints: [] });
  const organization = await engine.post('/v1/organizations', { name: 'Known' });
  const company = await engine.post('/v1/organizations', { name: 'Known, too' });
  const ticket = await engine.post('/v1/tickets', { source: 's', id: 'known', channel: 'email', requesterId: other });
  const run = await engine.post('/v1/retention-runs', { withoutContactSince: '2001-01-01T00:00:00Z', expected: 0 });
  const about = { interactionId: open.body.interactionId, organizationId: organization.body.id, ticketId: ticket.body.id };
  const known = { ...about, otherId: company.body.id, runId: run.body.id };
  const sent = everything(endUserId, other, known).map(({ expected: _, ...command }) => command);
  const answer = await engine.post(path, sent, { headers: { 'idempotency-key': 'everything' } });
  expect(answer.status).toBe(200);
  expect(answer.body.map(({ type, status, problem }: { type: string; status: number; problem?: object }) => [type, status, problem])).toEqual(
    everything(endUserId, other, known).map(({ type, expected }) => [type, expected, undefined]),
  );
  expect(answer.headers.get('kith-position')).toBe(String(Math.max(...answer.body.map(({ position }: { position: string | null }) => Number(position)))));
  const retried = await engine.post(path, sent, { headers: { 'idempotency-key': 'everything' } });
  const told = (items: { type: string; outcome: string; status: number; position: string }[]) =>
    items.map(({ type, outcome, status, position }) => [type, outcome, status, position]);
  expect(told(retried.body)).toEqual(told(answer.body));
});

it('streams commands: each is answered in its place, and refused alone', async () => {
  const endUserId = await created('streamed');
  const stream = new LineStream(engine, path, { 'idempotency-key': 'commands' });
  await stream.line({ type: 'TagEndUser', data: { endUserId, tags: ['a'] } });
  expect(await stream.answered(1)).toMatchObject([{ type: 'TagEndUser', outcome: 'done', status: 200, result: { id: endUserId } }]);
  await stream.line({ type: 'TagEndUser', data: { endUserId, tags: ['a'] } });
  await stream.line({ type: 'TagEndUser', data: { endUserId, tags: 'a' } });
  await stream.bytes('{"type":\n');
  await stream.line({ type: 'NoteEndUser', data: { endUserId: '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11', note: 'who?' } });
  await stream.line({ type: 'NoteEndUser', data: { endUserId, note: 'once' }, idempotencyKey: 'note-1', onBehalfOf: 'agent-12' });
  await stream.line({ type: 'NoteEndUser', data: { endUserId, note: 'once' }, idempotencyKey: 'note-1', onBehalfOf: 'agent-12' });
  await stream.line({ type: 'NoteEndUser', data: { endUserId, note: 'twice' }, idempotencyKey: 'note-1' });
  const answers = await stream.all();
  expect(answers.slice(1).map(({ type, outcome, status, problem }) => [type, outcome, status, problem?.code])).toEqual([
    ['TagEndUser', 'unchanged', 200, undefined],
    ['TagEndUser', 'refused', 400, 'request-invalid'],
    [null, 'refused', 400, 'request-malformed'],
    ['NoteEndUser', 'refused', 404, 'end-user-not-found'],
    ['NoteEndUser', 'done', 201, undefined],
    ['NoteEndUser', 'done', 201, undefined],
    ['NoteEndUser', 'refused', 422, 'idempotency-key-reused'],
  ]);
  expect(answers[2].problem.errors[0].pointer).toBe('/data/tags');
  expect(answers[6].position).toBe(answers[5].position);
});

it('a command is done once, also when a stream and a route send it at the same time', async () => {
  const endUserId = await created('both');
  const headers = { 'idempotency-key': 'both-1' };
  const stream = new LineStream(engine, path);
  const [note] = await Promise.all([
    engine.post(`/v1/end-users/${endUserId}/notes`, { note: 'both' }, { headers }),
    stream.line({ type: 'NoteEndUser', data: { endUserId, note: 'both' }, idempotencyKey: 'both-1' }),
  ]);
  const [item] = await stream.all();
  const again = await engine.post(`/v1/end-users/${endUserId}/notes`, { note: 'both' }, { headers });
  for (const { status, position } of [{ status: note.status, position: note.headers.get('kith-position') }, item])
    if (status !== 409) expect([status, position]).toEqual([201, again.headers.get('kith-position')]);
});

it('settings are for admins, in streams too', async () => {
  const key = await engine.keyFor('service');
  const command = { type: 'ChangeSettings', data: { defaultRegion: 'DE' } };
  const single = await engine.post(path, command, { key });
  expect([single.status, single.body.code]).toEqual([403, 'not-allowed']);
  const many = await engine.post(path, [command], { key });
  expect([many.status, many.body]).toMatchObject([200, [{ type: 'ChangeSettings', outcome: 'refused', status: 403, problem: { code: 'not-allowed' } }]]);
  const auditor = await engine.keyFor('auditor');
  expect((await engine.post(path, [command], { key: auditor })).status).toBe(403);
});

it('takes at most 1,000 commands in an array', async () => {
  const commands = Array.from({ length: 1_001 }, () => ({ type: 'ResolveEndUser', data: { contactPoints: [] } }));
  expect((await engine.post(path, commands)).status).toBe(400);
  const most = await engine.post(path, commands.slice(1));
  expect([most.status, most.body.length]).toEqual([200, 1_000]);
});
