import { AtScale } from '../../support/at-scale';
import { pause } from '../../support/at-scale-load';
import { tablesThatDiffer, until } from '../../support/at-scale-log';
import { Follower } from '../../support/follower';
import type { Answer, RunningEngine } from '../../support/running-engine';
import { accepted, WebhookReceiver } from '../../support/webhook-receiver';

jest.setTimeout(90_000);

let scale: AtScale;
let receiver: WebhookReceiver;
/** Two that answer requests, and one each for the other parts. */
let engines: { readonly one: RunningEngine; readonly other: RunningEngine; readonly projector: RunningEngine; readonly reactor: RunningEngine };
beforeAll(async () => {
  const settings = { KITH_DEFAULT_REGION: 'FR', KITH_WEBHOOK_PRIVATE_TARGETS: 'true' };
  scale = await AtScale.start();
  receiver = await WebhookReceiver.start();
  const one = await scale.engine(['api'], settings);
  const [other, projector, reactor] = await Promise.all([
    scale.engine(['api'], settings),
    scale.engine(['projector'], settings),
    scale.engine(['reactor'], settings),
  ]);
  engines = { one, other, projector, reactor };
  await Promise.all([one.ready(), other.ready()]);
});
afterAll(async () => {
  await receiver.stop();
  await scale.stop();
});

const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
const email = (value: string) => ({ channel: 'email', value });
const mail = (id: string, value: string) => ({
  source: 'desk',
  id,
  channel: 'email',
  via: 'email',
  direction: 'inbound',
  contactPoints: [email(value)],
  summary: 'hello',
});

it('what was written by one process is read by another that is told to wait for it', async () => {
  const { one, other } = engines;
  const created = await one.post('/v1/end-users', { name: 'Léa Martin', tags: ['vip'], contactPoints: [email('lea@example.org')] });
  const { id } = created.body;
  expect((await other.get(`/v1/end-users/${id}`, knowing(created))).body).toMatchObject({ id, name: 'Léa Martin', tags: ['vip'] });
  const attached = await other.post(`/v1/end-users/${id}/contact-points`, { channel: 'phone', value: '06 12 34 56 78' });
  expect(attached.status).toBe(201);
  const found = await one.get('/v1/contact-points/phone/%2B33612345678', knowing(attached));
  expect(found.body.holders).toMatchObject([{ endUserId: id }]);
  const recorded = await one.post('/v1/interactions', mail('m-1', 'lea@example.org'));
  expect(recorded.body).toMatchObject({ outcome: 'matched', endUserId: id });
  const timeline = await other.get(`/v1/end-users/${id}/timeline`, knowing(recorded));
  expect(timeline.body.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'contact-point-attached',
    'contact-point-attached',
    'created',
    'interaction',
  ]);
  for (const query of ['query=mart', 'query=0612', 'tag=vip', 'channel=phone'])
    expect([query, (await other.get(`/v1/end-users?${query}`, knowing(recorded))).body.items.map((item: { id: string }) => item.id)]).toEqual([query, [id]]);
  const taken = await other.post('/v1/end-users', { contactPoints: [email('lea@example.org')] });
  expect([taken.status, taken.body.holderId]).toEqual([409, id]);
});

it('a command that was answered by one process is answered the same by another', async () => {
  const body = { name: 'Once', contactPoints: [email('once@example.org')] };
  const keyed = { headers: { 'idempotency-key': 'once' } };
  const answers = [await engines.one.post('/v1/end-users', body, keyed), await engines.other.post('/v1/end-users', body, keyed)];
  const [first, second] = answers.map(({ status, body: { id }, headers }) => [status, id, headers.get('kith-position')]);
  expect(second).toEqual(first);
});

it('the feed and live events show what any process wrote, once and in order', async () => {
  const { one, other } = engines;
  const after = await one.head();
  const live = new Follower(one.url, one.key, `?after=${after}`);
  const ids: string[] = [];
  for (let n = 0; n < 10; n++) ids.push((await (n % 2 ? one : other).post('/v1/end-users', { name: `Fed ${n}` })).body.id);
  await live.until(({ events }) => events.filter(({ type }) => type === 'EndUserCreated').length === 10);
  live.close();
  expect(live.events.map(({ subject }) => subject)).toEqual(ids);
  const feed = (await other.get(`/v1/events?after=${after}&type=EndUserCreated`)).text.trim().split('\n');
  expect(feed.map((line) => JSON.parse(line).subject).filter((subject) => subject)).toEqual(ids);
});

it('a webhook is delivered to by the process that reacts', async () => {
  const { one, other } = engines;
  const webhook = (await one.post('/v1/webhooks', { url: receiver.url, types: ['EndUserCreated'] })).body;
  const { id } = (await other.post('/v1/end-users', { name: 'Told' })).body;
  const [message] = await receiver.has(1);
  expect(message && accepted(message, webhook.secret)).toMatchObject({ subject: id });
  const listed = async () => (await other.get(`/v1/webhooks/${webhook.id}/deliveries`)).body.items.length === 1;
  await until(listed, 'the delivery is not listed');
});

it('settings that one process changed hold in another', async () => {
  const changed = await engines.one.call('PATCH', '/v1/settings', { body: { blocklist: [{ channel: 'email', value: 'noreply@example.org' }] } });
  expect(changed.status).toBe(200);
  const blocked = async () =>
    (await engines.other.post('/v1/end-users', { contactPoints: [email('noreply@example.org')] })).body.code === 'contact-point-blocked';
  expect(await until(blocked, 'the settings do not hold')).toBeLessThan(3_000);
});

it('a key that one process revoked lets nobody in elsewhere within three seconds, and ends what it had open', async () => {
  const { one, other } = engines;
  const key = await one.keyFor('agent');
  expect((await other.get('/v1/settings', { key })).status).toBe(200);
  const live = new Follower(other.url, key);
  await live.until(({ status }) => status === 200);
  let ended = false;
  void live.ended.then(() => {
    ended = true;
  });
  expect((await one.call('DELETE', `/v1/keys/${key.split('_')[1]}`)).status).toBe(204);
  expect(await until(async () => (await other.get('/v1/settings', { key })).status === 401, 'the key still holds')).toBeLessThan(3_000);
  expect(await until(async () => ended, 'the stream does not end')).toBeLessThan(5_000);
});

it('a deletion and a restoration are finished by the process that reacts', async () => {
  const { one, other } = engines;
  const { id } = (await one.post('/v1/end-users', { contactPoints: [email('gone@example.org')] })).body;
  const path = '/v1/contact-points/email/gone@example.org';
  expect((await other.call('DELETE', `/v1/end-users/${id}`)).status).toBe(204);
  await until(async () => (await one.get(path)).status === 404, 'the point is not released');
  expect((await one.call('POST', `/v1/end-users/${id}/restore`)).status).toBe(200);
  await until(async () => (await other.get(path)).body.holders?.[0]?.endUserId === id, 'the point is not attached again');
});

it('each process says what it does, and all are ready', async () => {
  const { one, projector, reactor } = engines;
  const standings = async (engine: RunningEngine) => {
    const { status, body } = await engine.get('/health/ready', { key: null });
    return [status, ...body.work.map(({ name, standing }: { name: string; standing: string }) => `${name} ${standing}`)];
  };
  expect(await standings(one)).toEqual([200, 'projector elsewhere', 'reactor elsewhere', 'webhooks elsewhere']);
  expect(await standings(projector)).toEqual([200, 'projector working', 'reactor elsewhere', 'webhooks elsewhere']);
  expect(await standings(reactor)).toEqual([200, 'projector elsewhere', 'reactor working', 'webhooks working']);
  const health = (await one.get('/health/ready', { key: null })).body;
  expect([health.projections.length > 0, health.reactors.length]).toEqual([true, 7]);
  for (const engine of [one, projector, reactor]) expect((await engine.get('/metrics', { key: null })).text).toMatch(/^kith_/m);
});

it('read models are rebuilt beside those that serve, and every process changes over', async () => {
  const { one, other } = engines;
  const wrong: unknown[] = [];
  let stop = false;
  const reading = [one, other].map(async (engine) => {
    while (!stop) {
      const { status, body } = await engine.get('/v1/contact-points/email/lea@example.org');
      if (status !== 200) wrong.push([status, body]);
    }
  });
  expect((await one.post('/v1/operations/projections/rebuild', undefined)).status).toBe(202);
  const state = async () => (await one.get('/v1/operations/projections')).body.rebuild.state;
  await until(async () => (await state()) !== 'running', 'the rebuild does not end');
  expect(await state()).toBe('done');
  const written = await other.post('/v1/interactions', mail('m-2', 'lea@example.org'));
  for (const engine of [one, other])
    expect((await engine.get(`/v1/end-users/${written.body.endUserId}/timeline`, knowing(written))).body.items).toHaveLength(5);
  await pause(200);
  stop = true;
  await Promise.all(reading);
  expect(wrong).toEqual([]);
  expect(await tablesThatDiffer(scale.places, await scale.servers.postgres.database())).toEqual([]);
});
