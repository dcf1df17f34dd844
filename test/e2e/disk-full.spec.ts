import { execFileSync } from 'node:child_process';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

/** The largest file that the running engine may write, in bytes: what lies beyond fails as on a full disk. */
const limitFiles = (bytes: string) => execFileSync('prlimit', ['--pid', String(engine.process.pid), `--fsize=${bytes}:unlimited`]);
const customer = (n: number | string) => ({ name: `C${n}`, contactPoints: [{ channel: 'email', value: `full-${n}@example.org` }] });
const keyed = (key: string | number) => ({ headers: { 'idempotency-key': `key-${key}` } });

it('a full disk is answered 503, nothing is told to be stored that is not, and it is over when there is room', async () => {
  const before = await engine.post('/v1/end-users', customer('before'));
  await engine.get('/v1/contact-points/email/full-before@example.org', { headers: { 'kith-after': before.headers.get('kith-position') ?? '' } });
  await engine.ready();
  const head = await engine.head();

  limitFiles('1');
  const refused = await Promise.all(Array.from({ length: 20 }, (_, n) => engine.post('/v1/end-users', customer(n), keyed(n))));
  for (const { status, headers, body } of refused) {
    expect(status).toBe(503);
    expect(['storage-unavailable', 'outcome-unknown']).toContain(body.code);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  const batch = await engine.post('/v1/interactions', [
    { source: 's', id: '1', channel: 'email', contactPoints: [{ channel: 'email', value: 'full-batch@example.org' }] },
  ]);
  expect([batch.status, batch.headers.has('retry-after')]).toEqual([503, true]);
  const health = await engine.get('/health/ready', { key: null });
  expect([health.status, health.body.eventStore.status]).toEqual([503, 'unavailable']);
  expect(health.body.eventStore.head).toBe(head);
  expect((await engine.get('/v1/contact-points/email/full-before@example.org')).status).toBe(200);
  expect((await engine.get('/health/live', { key: null })).status).toBe(200);

  limitFiles('unlimited');
  let last = '';
  for (let n = 0; n < 20; n++) {
    const retried = await engine.post('/v1/end-users', customer(n), keyed(n));
    expect([n, retried.status]).toEqual([n, 201]);
    last = retried.headers.get('kith-position') ?? '';
  }
  await engine.ready();
  const contactPoints = [...Array.from({ length: 20 }, (_, n) => `full-${n}@example.org`), 'full-batch@example.org'].map((value) => ({
    channel: 'email',
    value,
  }));
  const found = await engine.post('/v1/contact-points/lookup', { contactPoints }, { headers: { 'kith-after': last } });
  expect(found.body.items.map((item: object | null) => item !== null)).toEqual([...Array.from({ length: 20 }, () => true), false]);
});
