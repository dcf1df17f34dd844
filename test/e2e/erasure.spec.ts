import { rmSync } from 'node:fs';
import { atRest, eventually, knowing } from '../support/eventually';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(120_000);

const email = (value: string) => ({ channel: 'email', value });
const create = async (engine: RunningEngine, name: string, ...contactPoints: object[]) =>
  (await engine.post('/v1/end-users', { name, tags: [`tag of ${name}`], contactPoints })).body.id as string;
const erase = (engine: RunningEngine, id: string, scope: string, headers: Record<string, string> = {}) =>
  engine.call('POST', `/v1/end-users/${id}/erase`, { body: { scope }, headers });
const certified = (engine: RunningEngine, id: string) => eventually(engine, `/v1/end-users/${id}/erasure`, ({ state }) => state === 'certified');

describe('erasing over HTTP', () => {
  let engine: RunningEngine;
  beforeAll(async () => {
    engine = await RunningEngine.start();
  });
  afterAll(() => engine.discard());

  it('takes a whole person away, and certifies it within seconds', async () => {
    const [one, two] = [await create(engine, 'Nadja Erased', email('nadja@example.org')), await create(engine, 'N. Erased', email('n@example.org'))];
    await engine.post('/v1/merges', { survivorId: one, mergedId: two });
    const erased = await erase(engine, two, 'person', { 'idempotency-key': '"erase-1"' });
    expect([erased.status, erased.body]).toEqual([200, { id: two, scope: 'person', profiles: [one, two] }]);
    const shown = await engine.get(`/v1/end-users/${one}`, knowing(erased));
    expect(shown.status).toBe(200);
    expect(shown.body).toMatchObject({ canonicalId: one, status: 'erased', name: null, tags: [] });
    expect((await engine.get(`/v1/end-users/${two}`)).body).toMatchObject({ canonicalId: one, name: null, tags: [] });
    const { certificate, ...told } = await certified(engine, two);
    expect(told).toMatchObject({ id: two, scope: 'person', state: 'certified', profiles: [one, two] });
    expect([certificate.keys.length, certificate.contactPoints.length]).toEqual([2, 2]);
    expect((await engine.get('/v1/contact-points/email/nadja@example.org')).status).toBe(404);
    expect((await engine.get('/v1/end-users?query=Erased')).body.items).toEqual([]);
    await atRest(engine);
    expect((await engine.get(`/v1/end-users/${one}`)).text).not.toMatch(/Nadja|Erased|nadja|example\.org/);
    // Its retry is answered as it was; another asking finds it done.
    const again = await erase(engine, two, 'person', { 'idempotency-key': '"erase-1"' });
    expect([again.status, again.body, again.headers.get('kith-position')]).toEqual([200, erased.body, erased.headers.get('kith-position')]);
    const once = await erase(engine, two, 'person');
    expect([once.status, once.body, once.headers.get('kith-position')]).toEqual([200, erased.body, null]);
  });

  it('takes one profile of a cluster away, whose merge can be undone', async () => {
    const [one, two] = [await create(engine, 'Stays', email('stays@example.org')), await create(engine, 'Goes', email('goes@example.org'))];
    const { body: merge } = await engine.post('/v1/merges', { survivorId: two, mergedId: one });
    expect((await erase(engine, two, 'profile')).body.profiles).toEqual([two]);
    await certified(engine, two);
    const found = await engine.post('/v1/resolve', { contactPoints: [email('stays@example.org')], create: false });
    expect(found.body).toMatchObject({ outcome: 'matched', endUserId: one, canonicalId: two });
    const undone = await engine.post(`/v1/merges/${merge.id}/unmerge`, {});
    expect(undone.status).toBe(200);
    expect((await engine.get(`/v1/end-users/${one}`, knowing(undone))).body).toMatchObject({ canonicalId: one, status: 'active', name: 'Stays' });
    expect((await engine.get(`/v1/end-users/${two}`, knowing(undone))).body).toMatchObject({ canonicalId: two, status: 'erased', name: null });
  });

  it('is for admins to do, for auditors to see, and says who was never erased', async () => {
    const id = await create(engine, 'Roles');
    const keys = await Promise.all(
      ['agent', 'service', 'auditor'].map(async (role) => (await engine.post('/v1/keys', { role, clientName: role })).body.key as string),
    );
    for (const key of keys) expect((await engine.call('POST', `/v1/end-users/${id}/erase`, { body: { scope: 'person' }, key })).status).toBe(403);
    const [, service, auditor] = keys;
    const command = { type: 'EraseEndUser', data: { endUserId: id, scope: 'person' } };
    expect((await engine.call('POST', '/v1/commands', { body: command, key: service })).status).toBe(403);
    const pending = await engine.get(`/v1/end-users/${id}/erasure`, { key: auditor });
    expect([pending.status, pending.body.code]).toEqual([404, 'erasure-not-found']);
    expect((await engine.get('/v1/end-users/01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11/erasure')).body.code).toBe('end-user-not-found');
    expect((await engine.call('POST', `/v1/end-users/${id}/erase`, { body: {} })).status).toBe(400);
    const taken = await engine.post('/v1/commands', command);
    expect([taken.status, taken.body.result]).toEqual([200, { id, scope: 'person', profiles: [id] }]);
    expect((await engine.get(`/v1/end-users/${id}/erasure`, { key: auditor })).status).toBe(200);
    expect((await engine.call('PATCH', `/v1/end-users/${id}`, { body: { name: 'Again' } })).body.code).toBe('end-user-erased');
    expect((await engine.post(`/v1/end-users/${id}/restore`, {})).body.code).toBe('end-user-erased');
  });
});

it('finishes what kill -9 cut off between the answer and the certificate', async () => {
  const folder = scratchFolder();
  const engines: RunningEngine[] = [];
  const start = async () => {
    const engine = await RunningEngine.start({ folder, settings: presetKey });
    engines.push(engine);
    return engine;
  };
  try {
    const ids: string[] = [];
    const first = await start();
    for (let i = 0; i < 5; i++) ids.push(await create(first, `Cut ${i}`, email(`cut-${i}@example.org`)));
    for (const id of ids) expect((await erase(first, id, 'person')).status).toBe(200);
    const last = await first.get(`/v1/end-users/${ids.at(-1)}/erasure`);
    await first.stop('SIGKILL');
    expect(last.body.state).toBe('pending');
    const engine = await start();
    await engine.ready();
    for (const id of ids) expect(await certified(engine, id)).toMatchObject({ profiles: [id], certificate: { contactPoints: [expect.any(String)] } });
    await atRest(engine);
    const { text } = await engine.get('/v1/events?type=EndUserErasureCertified');
    const streams = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).stream as string);
    expect(streams.sort()).toEqual(ids.map((id) => `endUser-default.${id}`).sort());
  } finally {
    await engines.at(-1)?.stop('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
