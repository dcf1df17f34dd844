import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeEach(async () => {
  engine = await RunningEngine.start();
  await engine.ready();
});
afterEach(() => engine.discard());

/** Reaches into the read models behind the engine's back. */
function tamper(sql: string): void {
  const folder = join(engine.folder, 'read-models');
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? '';
  const db = new DatabaseSync(join(folder, file), { timeout: 5_000 });
  db.exec(sql);
  db.close();
}

const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
const create = (n: string) => engine.post('/v1/end-users', { name: n, contactPoints: [{ channel: 'email', value: `${n}@example.org` }] });
const projection = async (name: string) =>
  (await engine.get('/v1/operations/projections')).body.items.find((one: { name: string }) => one.name === name) as {
    status: string;
    stopped: Record<string, unknown> | null;
  };
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let left = 200; !(await condition()); left--) {
    if (left === 0) throw new Error('it does not come true');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('a failing event stops its own projection, readiness says why, and it goes on once the cause is gone', async () => {
  const first = await create('first');
  await engine.get('/v1/contact-points/email/first@example.org', knowing(first));
  tamper(`CREATE TRIGGER fault BEFORE INSERT ON timeline_entry BEGIN SELECT RAISE(ABORT, 'somebody@example.org is not wanted here'); END`);
  const second = await create('second');
  await until(async () => (await projection('timeline')).status === 'stopped');

  const health = await engine.get('/health/ready', { key: null });
  expect(health.status).toBe(503);
  const states = Object.fromEntries(health.body.projections.map(({ name, status }: Record<string, string>) => [name, status]));
  const others = [
    'access',
    'contact-lookup',
    'duplicates',
    'end-user-profile',
    'holding',
    'imports',
    'memberships',
    'merges',
    'organizations',
    'reports',
    'retention',
    'tickets',
  ].map((name) => [name, 'ok']);
  expect(states).toEqual({ ...Object.fromEntries(others), timeline: 'stopped' });
  const { stopped } = await projection('timeline');
  expect(stopped).toMatchObject({
    type: expect.stringMatching(/^[A-Z]/),
    attempts: expect.any(Number),
    since: expect.stringMatching(/Z$/),
    retryAt: expect.stringMatching(/Z$/),
  });
  expect(health.text).not.toContain('somebody@example.org');
  expect(Number(stopped?.position)).toBeGreaterThan(Number(first.headers.get('kith-position')));
  expect((await engine.get('/metrics', { key: null })).text).toContain('kith_stopped{part="projection",name="timeline"} 1');

  expect((await engine.get('/v1/contact-points/email/second@example.org', knowing(second))).status).toBe(200);
  const waiting = await engine.get(`/v1/end-users/${second.body.id}/timeline`, knowing(second));
  expect([waiting.status, waiting.body.code, waiting.body.projections]).toEqual([503, 'read-models-behind', ['timeline']]);

  tamper('DROP TRIGGER fault');
  expect((await engine.post('/v1/operations/projections/timeline/retry', undefined)).status).toBe(202);
  const timeline = await engine.get(`/v1/end-users/${second.body.id}/timeline`, knowing(second));
  expect([timeline.status, timeline.body.items.length]).toEqual([200, 2]);
  await engine.ready();
  expect((await engine.post('/v1/operations/projections/nothing/retry', undefined)).body.code).toBe('projection-not-found');
});

it('a projector that finds another one at its work ends, is started again, and catches up', async () => {
  const first = await create('first');
  expect((await engine.get(`/v1/end-users/${first.body.id}/timeline`, knowing(first))).body.items).toHaveLength(2);
  tamper(`DELETE FROM timeline_entry; UPDATE checkpoint SET position = 0 WHERE name = 'timeline'`);
  const second = await create('second');
  await until(async () => /kith_thread_restarts_total\{thread="projector"\} [1-9]/.test((await engine.get('/metrics', { key: null })).text));
  expect((await engine.get(`/v1/end-users/${second.body.id}/timeline`, knowing(second))).body.items).toHaveLength(2);
  expect((await engine.get(`/v1/end-users/${first.body.id}/timeline`)).body.items).toHaveLength(2);
  await engine.ready();
});
