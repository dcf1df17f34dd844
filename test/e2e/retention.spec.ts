import { rmSync } from 'node:fs';
import { eventually, knowing } from '../support/eventually';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(180_000);

const since = '2022-01-01T00:00:00.000Z';
const folder = scratchFolder();
const start = () => RunningEngine.start({ folder, settings: presetKey });
let engine: RunningEngine;
beforeAll(async () => {
  engine = await start();
});
afterAll(async () => {
  await engine?.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const hear = (name: string, occurredAt?: string, key?: string) =>
  engine.post(
    '/v1/interactions',
    {
      source: 'desk',
      id: `i${count++}`,
      channel: 'email',
      contactPoints: [{ channel: 'email', value: `${name}@example.org` }],
      ...(occurredAt && { occurredAt }),
    },
    { headers: { ...(key && { 'idempotency-key': key }) } },
  );
/** Persons who were heard of long ago, and the last answer. */
async function longAgo(names: readonly string[]): Promise<{ ids: readonly string[]; last: Awaited<ReturnType<typeof hear>> }> {
  const answers: Awaited<ReturnType<typeof hear>>[] = [];
  for (let at = 0; at < names.length; at += 40)
    answers.push(...(await Promise.all(names.slice(at, at + 40).map((name) => hear(name, '2021-05-05T10:00:00Z')))));
  for (const { status, text } of answers) if (status !== 201) throw new Error(text);
  const last = answers.reduce((one, other) => (BigInt(one.headers.get('kith-position') ?? 0) > BigInt(other.headers.get('kith-position') ?? 0) ? one : other));
  return { ids: answers.map(({ body }) => body.endUserId as string), last };
}
const named = (what: string, n: number) => Array.from({ length: n }, (_, i) => `${what}-${i}`);
const preview = async (options = {}) => (await engine.post('/v1/retention-runs/preview', { withoutContactSince: since }, options)).body;
const statusOf = async (id: string) => (await engine.get(`/v1/end-users/${id}`)).body.status;
const erasedOf = async (ids: readonly string[]) => {
  const statuses: string[] = [];
  for (let at = 0; at < ids.length; at += 40) statuses.push(...(await Promise.all(ids.slice(at, at + 40).map(statusOf))));
  return statuses.filter((status) => status === 'erased').length;
};
/** A busy machine takes its time after kill -9. */
const inTheEnd = (path: string, isSo: Parameters<typeof eventually>[2]) => eventually(engine, path, isSo).catch(() => eventually(engine, path, isSo));
const begin = async (expected: number, more = {}) => {
  const answer = await engine.post('/v1/retention-runs', { withoutContactSince: since, expected }, more);
  if (answer.status !== 201) throw new Error(answer.text);
  return { id: answer.body.id as string, path: `/v1/retention-runs/${answer.body.id}` };
};

it('erases whom the preview told, but for whoever is heard of meanwhile, and goes on after kill -9 where it was', async () => {
  const { ids } = await longAgo(named('old', 110));
  await hear('new');
  const ticket = await engine.post('/v1/tickets', { source: 'desk', id: 'open', channel: 'email', requesterId: ids[7] });
  const told = await preview(knowing(ticket));
  expect(told).toMatchObject({ withoutContactSince: since, expected: 109, kept: { openTickets: 1 } });
  expect(told.endUsers).toHaveLength(50);
  expect(told.endUsers[0]).toEqual({
    id: expect.any(String),
    name: null,
    status: 'active',
    createdAt: expect.any(String),
    lastInteractionAt: '2021-05-05T10:00:00.000Z',
  });

  const once = { headers: { 'idempotency-key': 'run-1' } };
  const { id, path } = await begin(109, once);
  // By the order of ids the last of all is far from being erased.
  const lastOne = ids.toSorted().at(-1) as string;
  const contact = await hear(`old-${ids.indexOf(lastOne)}`);
  expect([contact.status, contact.body.endUserId]).toEqual([201, lastOne]);
  const midway = await eventually(engine, path, ({ erased }) => erased >= 20);
  expect(midway).toMatchObject({ id, status: 'running', expected: 109, endedAt: null });
  expect(midway.erased).toBeLessThan(109);
  await engine.stop('SIGKILL');
  engine = await start();

  const ended = await inTheEnd(path, ({ status }) => status === 'ended');
  expect(ended).toMatchObject({ expected: 109, erased: 108 });
  expect(ended.scanned).toBe(ended.erased + ended.kept);
  expect(await erasedOf(ids)).toBe(108);
  expect([await statusOf(lastOne), await statusOf(ids[7] as string)]).toEqual(['active', 'active']);
  expect(await preview()).toMatchObject({ expected: 0, kept: { openTickets: 1 }, endUsers: [] });

  // It is the same run for a retry, and told with all others.
  expect(await begin(109, once)).toEqual({ id, path });
  const reused = await engine.post('/v1/retention-runs', { withoutContactSince: since, expected: 1 }, once);
  expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
  const certified = await inTheEnd(path, (body) => body.certified === 108);
  expect(certified).toEqual({ ...ended, certified: 108 });
  expect((await engine.get('/v1/retention-runs')).body.items).toEqual([certified]);
});

it('goes no further once it is cancelled', async () => {
  const { ids, last } = await longAgo(named('more', 120));
  expect(await preview(knowing(last))).toMatchObject({ expected: 120 });
  const { path } = await begin(120);
  await eventually(engine, path, ({ erased }) => erased >= 10);
  const headers = { 'idempotency-key': 'cancelled-once' };
  const cancelled = await engine.post(`${path}/cancel`, undefined, { headers });
  expect(cancelled.status).toBe(204);
  const again = await engine.post(`${path}/cancel`, undefined, { headers });
  expect([again.status, again.headers.get('kith-position')]).toEqual([204, cancelled.headers.get('kith-position')]);
  const { body } = await engine.get(path, knowing(cancelled));
  expect(body).toMatchObject({ status: 'cancelled', endedAt: expect.any(String) });
  // Those of whom it had begun come to their end; then nothing more happens.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { erased } = (await engine.get(path)).body;
  expect(erased).toBeLessThan(120);
  expect(await erasedOf(ids)).toBe(erased);
  expect((await engine.post(`${path}/cancel`, undefined)).status).toBe(204);
  expect(await preview()).toMatchObject({ expected: 120 - erased });
});

it('is not begun for a time that is not past, for another number than was seen, or by who may not', async () => {
  const { expected } = await preview();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  for (const withoutContactSince of [tomorrow, new Date().toISOString(), 'long ago', null]) {
    for (const [path, more] of [
      ['/v1/retention-runs', { expected }],
      ['/v1/retention-runs/preview', {}],
    ] as const) {
      const { status, body } = await engine.post(path, { withoutContactSince, ...more });
      expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, 'request-invalid', '/withoutContactSince']);
    }
  }
  const other = await engine.post('/v1/retention-runs', { withoutContactSince: since, expected: expected + 1 });
  expect([other.status, other.body.code, other.body.persons]).toEqual([412, 'state-changed', expected]);
  expect(other.body.detail).toContain(`By now ${expected} persons would be erased`);
  for (const unknown of ['01980f76-5a9c-8b73-a28d-6f708192a3b4', 'nothing']) {
    expect((await engine.get(`/v1/retention-runs/${unknown}`)).body.code).toBe('retention-run-not-found');
    expect((await engine.post(`/v1/retention-runs/${unknown}/cancel`, undefined)).body.code).toBe('retention-run-not-found');
  }
  const key = await engine.keyFor('auditor');
  expect((await preview({ key })).expected).toBe(expected);
  expect((await engine.get('/v1/retention-runs', { key })).body.items).toHaveLength(2);
  expect((await engine.post('/v1/retention-runs', { withoutContactSince: since, expected }, { key })).status).toBe(403);
  expect((await preview({ key: await engine.keyFor('agent') })).code).toBe('not-allowed');
});
