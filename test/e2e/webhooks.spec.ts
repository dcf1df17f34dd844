import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';
import { accepted, type Message, WebhookReceiver } from '../support/webhook-receiver';

jest.setTimeout(90_000);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
const settings = {
  ...presetKey,
  KITH_OPERATOR_KEY: operatorKey,
  KITH_WEBHOOK_PRIVATE_TARGETS: 'true',
  KITH_WEBHOOK_BACK_OFF: '0.1,0.1',
  KITH_LOG_LEVEL: 'warn',
};

const folder = scratchFolder();
let engine: RunningEngine;
const receivers: WebhookReceiver[] = [];
const receiving = async (answer?: WebhookReceiver['answer']) => {
  const receiver = await WebhookReceiver.start(answer);
  receivers.push(receiver);
  return receiver;
};
beforeAll(async () => {
  engine = await RunningEngine.start({ folder, settings });
});
afterAll(async () => {
  await engine.discard();
  await Promise.all(receivers.map((receiver) => receiver.stop()));
});

interface Made {
  readonly id: string;
  readonly secret: string;
  readonly [member: string]: unknown;
}
const make = async (receiver: { url: string }, more: object = {}): Promise<Made> => {
  const { status, body } = await engine.post('/v1/webhooks', { url: receiver.url, ...more });
  expect(status).toBe(201);
  return body;
};
const drop = (...all: readonly Made[]) => Promise.all(all.map(({ id }) => engine.call('DELETE', `/v1/webhooks/${id}`)));
const person = async (name: string) =>
  (await engine.post('/v1/end-users', { name, contactPoints: [{ channel: 'email', value: `${name}@example.org` }] })).body.id as string;
const eventOf = ({ body }: Message) => JSON.parse(body) as Record<string, unknown> & { data: Record<string, unknown> };
const until = async <T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> => {
  for (const end = Date.now() + 15_000; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const value = await look();
    if (good(value) || Date.now() > end) return value;
  }
};
const standing = async (id: string) => (await engine.get(`/v1/webhooks/${id}`)).body;

it('a receiver built on the standard packages accepts every delivery, in the order of the log', async () => {
  const receiver = await receiving();
  const webhook = await make(receiver, { types: ['EndUserCreated', 'ContactPointAttached'] });
  for (const name of ['ada', 'bea', 'cyd']) await person(name);
  const events = (await receiver.has(6)).map((message) => accepted(message, webhook.secret));
  expect(events.every(({ source, kithtenant, kithpersonal }) => source === '/v1/events' && kithtenant === 'default' && kithpersonal === 'withheld')).toBe(true);
  expect(receiver.messages.map(({ headers }) => headers['webhook-id'])).toEqual(events.map(({ id }) => id));
  expect(receiver.messages.some(({ body }) => /"ada"|ada@/.test(body))).toBe(false);
  for (const name of new Set(events.map(({ subject }) => subject))) {
    const positions = events.filter(({ subject }) => subject === name).map(({ kithposition }) => Number(kithposition));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  }
  await until(
    () => engine.get(`/v1/webhooks/${webhook.id}/deliveries`),
    ({ body }) => body.items.length === 6,
  );
  const state = await standing(webhook.id);
  expect(state).toMatchObject({ status: 'active', state: { pending: 0, deadLetters: 0, lastFailure: null, lastSuccessAt: expect.any(String) } });
  const { items, nextCursor } = (await engine.get(`/v1/webhooks/${webhook.id}/deliveries?limit=4`)).body;
  expect(items[0]).toMatchObject({ attempt: 1, statusCode: 204, error: null, outcome: 'delivered', replay: false });
  const more = (await engine.get(`/v1/webhooks/${webhook.id}/deliveries?limit=4&cursor=${nextCursor}`)).body;
  expect([items.length, more.items.length, more.nextCursor]).toEqual([4, 2, null]);
  await drop(webhook);
});

it('personal data is sent only to who asks for it, and secrets to nobody', async () => {
  const [open, closed] = [await receiving(), await receiving()];
  const both = [await make(open, { personalData: true }), await make(closed)];
  await engine.post('/v1/keys', { role: 'agent', clientName: 'webhooks-test' });
  await person('plainly');
  await until(async () => [open, closed].every(({ messages }) => messages.some((message) => eventOf(message).type === 'kith.EndUserCreated.v1')), Boolean);
  const created = (receiver: WebhookReceiver) => eventOf(receiver.messages.find((message) => eventOf(message).type === 'kith.EndUserCreated.v1') as Message);
  expect(created(open)).toMatchObject({ kithpersonal: 'shown', data: { name: 'plainly' } });
  expect(created(closed)).toMatchObject({ kithpersonal: 'withheld' });
  expect(created(closed).data).not.toHaveProperty('name');
  for (const { body } of [...open.messages, ...closed.messages]) expect(body).not.toMatch(/whsec_|secretHash/);
  expect(open.messages.map(eventOf).some(({ type }) => type === 'kith.ApiKeyCreated.v1')).toBe(true);
  await drop(...both);
});

it('a secret is replaced while both sign, and is shown again to a retry only', async () => {
  const receiver = await receiving();
  const headers = { 'idempotency-key': 'make-once' };
  const first = await engine.post('/v1/webhooks', { url: receiver.url, types: ['EndUserCreated'] }, { headers });
  const again = await engine.post('/v1/webhooks', { url: receiver.url, types: ['EndUserCreated'] }, { headers });
  expect([again.status, again.body.id, again.body.secret, again.headers.get('kith-position')]).toEqual([
    201,
    first.body.id,
    first.body.secret,
    first.headers.get('kith-position'),
  ]);
  expect((await engine.post('/v1/webhooks', { url: `${receiver.url}/other` }, { headers })).body.code).toBe('idempotency-key-reused');
  const { id, secret } = first.body;
  expect(JSON.stringify([(await engine.get('/v1/webhooks')).body, await standing(id)])).not.toContain('whsec_');

  const rotation = { headers: { 'idempotency-key': 'rotate-once' } };
  const rotated = await engine.post(`/v1/webhooks/${id}/rotate-secret`, { keepPreviousForSeconds: 3_600 }, rotation);
  expect((await engine.post(`/v1/webhooks/${id}/rotate-secret`, { keepPreviousForSeconds: 3_600 }, rotation)).body).toEqual(rotated.body);
  // The thread that delivers follows the log: what happens after the rotation is signed with both.
  await person('rotated');
  await receiver.has(1);
  for (const one of [secret, rotated.body.secret]) expect(accepted(receiver.messages[0] as Message, one).type).toBe('kith.EndUserCreated.v1');
  const last = await engine.call('POST', `/v1/webhooks/${id}/rotate-secret`, { body: { keepPreviousForSeconds: 0 } });
  await until(
    async () => {
      const before = receiver.messages.length;
      await person(`later${before}`);
      await receiver.has(before + 1);
      return receiver.messages.at(-1) as Message;
    },
    ({ headers: sent }) => String(sent['webhook-signature']).split(' ').length === 2,
  );
  const final = receiver.messages.at(-1) as Message;
  expect(accepted(final, last.body.secret).type).toBe('kith.EndUserCreated.v1');
  expect(() => accepted(final, rotated.body.secret)).toThrow('No matching signature');
  expect(accepted(final, secret)).toBeDefined();
  await drop(first.body);
});

it('what a receiver does not take is tried again, given up, listed, and replayed when it is asked for', async () => {
  let ill = true;
  const receiver = await receiving(() => (ill ? 500 : 204));
  const webhook = await make(receiver, { types: ['EndUserCreated'] });
  await person('ill');
  await receiver.has(3);
  const read = await until(
    () => standing(webhook.id),
    ({ state }) => state.deadLetters === 1,
  );
  expect(read.state).toMatchObject({ pending: 0, deadLetters: 1, lastFailure: { statusCode: 500, error: null } });
  const letters = (await engine.get(`/v1/webhooks/${webhook.id}/dead-letters`)).body;
  expect(letters).toMatchObject({ items: [{ type: 'EndUserCreated', attempts: 3, statusCode: 500 }], nextCursor: null });
  const outcomes = (await engine.get(`/v1/webhooks/${webhook.id}/deliveries`)).body.items.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(['dead', 'failed', 'failed']);
  ill = false;
  const [{ position }] = letters.items;
  const replay = { headers: { 'idempotency-key': 'replay-once' } };
  for (const _ of [1, 2]) {
    const { status, body } = await engine.post(`/v1/webhooks/${webhook.id}/dead-letters/${position}/replay`, undefined, replay);
    expect([status, body]).toEqual([200, { replayed: 1 }]);
  }
  await receiver.has(4);
  expect(accepted(receiver.messages[3] as Message, webhook.secret)).toMatchObject({ id: letters.items[0].eventId, kithreplay: true, kithposition: position });
  expect((await engine.post(`/v1/webhooks/${webhook.id}/dead-letters/${position}/replay`, undefined)).body.code).toBe('delivery-not-found');
  expect((await engine.post(`/v1/webhooks/${webhook.id}/dead-letters/replay`, undefined)).body).toEqual({ replayed: 0 });
  expect(receiver.messages).toHaveLength(4);
  await drop(webhook);
});

it('a slow receiver holds up no other webhook, and stops with the engine’s own pace', async () => {
  const [slow, quick] = [await receiving(() => 'open'), await receiving()];
  const both = [await make(slow, { types: ['EndUserCreated'] }), await make(quick, { types: ['EndUserCreated'] })];
  for (let i = 0; i < 20; i++) await person(`slow${i}`);
  await quick.has(20);
  expect(slow.messages.length).toBeLessThanOrEqual(8);
  await drop(...both);
});

it('a paused webhook gets nothing until it is resumed; 410 Gone pauses it', async () => {
  let gone = false;
  const receiver = await receiving(() => (gone ? 410 : 204));
  const webhook = await make(receiver, { types: ['EndUserCreated'] });
  expect((await engine.post(`/v1/webhooks/${webhook.id}/pause`, undefined)).body).toMatchObject({ status: 'paused', pauseCause: 'asked' });
  await person('meanwhile');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(receiver.messages).toEqual([]);
  expect((await engine.post(`/v1/webhooks/${webhook.id}/resume`, undefined)).body).toMatchObject({ status: 'active', pauseCause: null });
  await receiver.has(1);
  gone = true;
  await person('goner');
  const read = await until(
    () => standing(webhook.id),
    ({ status }) => status === 'paused',
  );
  expect(read).toMatchObject({ status: 'paused', pauseCause: 'gone' });
  gone = false;
  const tries = receiver.messages.length;
  await engine.post(`/v1/webhooks/${webhook.id}/resume`, undefined);
  await receiver.has(tries + 1);
  expect(accepted(receiver.messages.at(-1) as Message, webhook.secret).id).toBe(receiver.messages[1]?.headers['webhook-id']);
  await drop(webhook);
});

it('a test message tells at once what the receiver says', async () => {
  const receiver = await receiving();
  const webhook = await make(receiver, { types: ['EndUserCreated'] });
  const { status, body } = await engine.post(`/v1/webhooks/${webhook.id}/test`, undefined);
  expect([status, body]).toEqual([
    200,
    { messageId: receiver.messages[0]?.headers['webhook-id'], delivered: true, statusCode: 204, error: null, durationMs: expect.any(Number) },
  ]);
  expect(accepted(receiver.messages[0] as Message, webhook.secret)).toMatchObject({ type: 'kith.webhook.test', data: { webhookId: webhook.id } });
  await receiver.stop();
  receivers.splice(receivers.indexOf(receiver), 1);
  expect((await engine.post(`/v1/webhooks/${webhook.id}/test`, undefined)).body).toMatchObject({ delivered: false, statusCode: null, error: 'unreachable' });
  await drop(webhook);
});

it('what is wrong is refused, and says where', async () => {
  for (const [body, pointer] of [
    [{}, '/url'],
    [{ url: 'https://hooks.example.org/', types: ['NoSuchEvent'] }, '/types'],
    [{ url: 'https://hooks.example.org/', types: ['EndUserCreated', 'EndUserCreated'] }, '/types'],
    [{ url: 'https://hooks.example.org/', from: '-1' }, '/from'],
    [{ url: 'https://hooks.example.org/', personalData: 'yes' }, '/personalData'],
    [{ url: 'https://hooks.example.org/', secret: 'mine' }, '/secret'],
  ] as const)
    expect([pointer, (await engine.post('/v1/webhooks', body)).body]).toEqual([
      pointer,
      expect.objectContaining({ status: 400, errors: [expect.objectContaining({ pointer })] }),
    ]);
  for (const url of ['ftp://hooks.example.org/', 'https://u:p@hooks.example.org/', 'nowhere'])
    expect([url, await engine.post('/v1/webhooks', { url })]).toEqual([
      url,
      expect.objectContaining({ status: 422, body: expect.objectContaining({ code: 'webhook-target-refused' }) }),
    ]);
  for (const id of ['00000000-0000-8000-8000-000000000000', 'no-uuid'])
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/pause'],
      ['POST', '/resume'],
      ['POST', '/rotate-secret'],
      ['POST', '/test'],
      ['GET', '/deliveries'],
      ['GET', '/dead-letters'],
      ['POST', '/dead-letters/replay'],
      ['POST', '/dead-letters/1/replay'],
    ] as const) {
      const { status, body } = await engine.call(method, `/v1/webhooks/${id}${path}`, method === 'PATCH' ? { body: {} } : {});
      expect([method, path, status, body.code]).toEqual([method, path, 404, 'webhook-not-found']);
    }
});

it('a webhook is changed, and another tenant neither sees nor touches it', async () => {
  const [one, other] = [await receiving(), await receiving()];
  const webhook = await make(one, { types: ['EndUserCreated'], description: 'first' });
  const changed = await engine.call('PATCH', `/v1/webhooks/${webhook.id}`, { body: { url: other.url, description: null } });
  expect([changed.status, changed.body]).toEqual([200, expect.objectContaining({ url: other.url, description: null, types: ['EndUserCreated'] })]);
  const nothing = await engine.call('PATCH', `/v1/webhooks/${webhook.id}`, { body: { url: other.url, types: ['EndUserCreated'] } });
  expect([nothing.status, nothing.headers.get('kith-position')]).toEqual([200, null]);
  await person('moved');
  await other.has(1);
  expect(one.messages).toEqual([]);
  const { body: theirs } = await engine.post('/v1/tenants', { tenant: 'acme' }, { key: operatorKey });
  const key = theirs.adminKey.key as string;
  expect((await engine.get('/v1/webhooks', { key })).body).toEqual({ items: [], nextCursor: null });
  expect((await engine.get(`/v1/webhooks/${webhook.id}`, { key })).status).toBe(404);
  expect((await engine.call('DELETE', `/v1/webhooks/${webhook.id}`, { key })).status).toBe(404);
  expect((await engine.post(`/v1/webhooks/${webhook.id}/test`, undefined, { key })).status).toBe(404);
  const agent = await engine.keyFor('agent');
  expect((await engine.get('/v1/webhooks', { key: agent })).status).toBe(403);
  await drop(webhook);
  expect((await engine.get(`/v1/webhooks/${webhook.id}`)).status).toBe(404);
});

it('a tenant has fifty webhooks at most, also when many are made at once', async () => {
  const { body: crowded } = await engine.post('/v1/tenants', { tenant: 'crowded' }, { key: operatorKey });
  const key = crowded.adminKey.key as string;
  const create = (i: number) => engine.post('/v1/webhooks', { url: `https://hooks-${i}.example.org/`, types: ['WebhookDeleted'] }, { key });
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => create(i)));
  const made = answers.filter(({ status }) => status === 201).map(({ body }) => body as Made);
  expect([made.length, new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))]).toEqual([50, new Set(['webhook-limit-reached'])]);
  expect((await engine.get('/v1/webhooks', { key })).body.items).toHaveLength(50);
  await engine.call('DELETE', `/v1/webhooks/${made[0]?.id}`, { key });
  expect((await create(61)).status).toBe(201);
  const { items } = (await engine.get('/v1/webhooks', { key })).body as { items: readonly Made[] };
  await Promise.all(items.map(({ id }) => engine.post(`/v1/webhooks/${id}/pause`, undefined, { key })));
  await Promise.all(items.map(({ id }) => engine.call('DELETE', `/v1/webhooks/${id}`, { key })));
});

it('metrics count deliveries, and name no tenant', async () => {
  const read = async () => (await engine.get('/metrics', { key: null })).text;
  const text = await until(read, (seen) => /kith_webhook_deliveries_total\{outcome="dead"\} [1-9]/.test(seen));
  expect(text).toMatch(/kith_webhook_deliveries_total\{outcome="delivered"\} [1-9]/);
  for (const name of ['kith_webhook_active', 'kith_webhook_pending', 'kith_webhook_lag_seconds']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(text).not.toMatch(/kith_webhook[^\n]*(default|acme)/);
  expect((await engine.get('/health/ready', { key: null })).body.webhooks).toMatchObject({ status: 'ok', reason: null });
});

it('an engine that is stopped does not wait for a receiver that never answers, and sends again when it is back', async () => {
  let silent = true;
  const receiver = await receiving(() => (silent ? 'open' : 204));
  const webhook = await make(receiver, { types: ['EndUserCreated'] });
  await person('unheard');
  await receiver.has(1);
  expect(await engine.stop()).toBe(0);
  silent = false;
  engine = await RunningEngine.start({ folder, settings });
  const [first, second] = await receiver.has(2);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  await drop(webhook);
});

it('a deleted webhook answers the retry of its making as it did', async () => {
  const receiver = await receiving();
  const headers = { 'idempotency-key': 'made-and-gone' };
  const first = await engine.post('/v1/webhooks', { url: receiver.url }, { headers });
  await drop(first.body);
  const again = await engine.post('/v1/webhooks', { url: receiver.url }, { headers });
  expect([again.status, again.body]).toMatchObject([201, { id: first.body.id, secret: first.body.secret, status: 'deleted' }]);
  expect(again.headers.get('kith-position')).toBe(first.headers.get('kith-position'));
});

it('an engine in memory delivers, too', async () => {
  const receiver = await receiving();
  const inMemory = await RunningEngine.start({ settings: { ...settings, KITH_EVENT_STORE: 'memory' } });
  const { body } = await inMemory.post('/v1/webhooks', { url: receiver.url, types: ['EndUserCreated'] });
  await inMemory.post('/v1/end-users', { name: 'Remembered' });
  expect(accepted((await receiver.has(1))[0] as Message, body.secret).type).toBe('kith.EndUserCreated.v1');
  expect(await inMemory.stop()).toBe(0);
  await inMemory.discard();
});

it('nothing is lost when the engine is killed while it delivers, and the order holds', async () => {
  const failed = new Set<unknown>();
  let open = false;
  const receiver = await receiving(async ({ headers }) => {
    // Shut until there is enough to deliver, so that the engine is always killed in the middle of it.
    do await new Promise((resolve) => setTimeout(resolve, 15));
    while (!open);
    const id = headers['webhook-id'];
    if (failed.has(id) || Math.random() < 0.9) return 204;
    failed.add(id);
    return 500;
  });
  const webhook = await make(receiver, { types: ['EndUserCreated', 'ContactPointAttached'] });
  const ids: string[] = [];
  for (let round = 0; round < 2; round++) {
    const people = await Promise.all(Array.from({ length: 40 }, (_, i) => person(`killed-${round}-${i}`)));
    ids.push(...people);
    open = true;
    await receiver.has(receiver.messages.length + 20);
    await engine.stop('SIGKILL');
    open = round > 0;
    engine = await RunningEngine.start({ folder, settings });
  }
  const delivered = () => receiver.messages.map(eventOf);
  const expected = ids.length * 2;
  await until(
    async () => new Set(delivered().map(({ id }) => id)).size,
    (count) => count >= expected,
  );
  await until(
    () => standing(webhook.id),
    ({ state }) => state.pending === 0,
  );
  // The first success of each event, by end user: the contact point was attached before its end user was created.
  const succeeded = receiver.messages.filter((_, i) => receiver.statuses[i] === 204).map(eventOf);
  for (const id of ids) {
    const firsts = new Set(succeeded.filter(({ subject }) => subject === id).map(({ type }) => type));
    expect([id, ...firsts]).toEqual([id, 'kith.ContactPointAttached.v1', 'kith.EndUserCreated.v1']);
  }
  expect((await standing(webhook.id)).state.deadLetters).toBe(0);
  for (const message of receiver.messages) expect(accepted(message, webhook.secret)).toBeDefined();
  await drop(webhook);
});
