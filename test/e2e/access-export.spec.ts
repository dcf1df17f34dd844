import { request as httpRequest, type IncomingMessage } from 'node:http';
import { eventually } from '../support/eventually';
import { Subjects } from '../support/route-cases';
import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
let auditor: string;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_WEBHOOK_PRIVATE_TARGETS: 'true' } });
  await engine.ready();
  auditor = await engine.keyFor('auditor');
});
afterAll(() => engine.discard());

const page = { accept: 'text/html,application/xhtml+xml' };
const exported = (id: string, headers: Record<string, string> = {}): Promise<Answer> => engine.get(`/v1/end-users/${id}/export`, { key: auditor, headers });

/** What a browser would make of text that was escaped. */
const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

it('has every word that any route took of the person, in the moment after, and none of a person who has the same said of them', async () => {
  const told = async (token: string): Promise<string> => {
    const of = new Subjects(engine, engine.key, token, engine.key);
    const shareable = { channel: 'email', value: `${token}.first@example.org` };
    const address = { ...shareable, verified: true };
    const made = await of.post('/v1/end-users', {
      name: `${token}.name`,
      locale: 'fr',
      timeZone: 'Europe/Paris',
      details: `${token}.details`,
      notes: `${token}.notes`,
      tags: [`${token}.tag`],
      fields: { [`${token}.field`]: `${token}.value`, age: 42 },
      contactPoints: [address, { channel: 'external', scope: 'crm', value: `${token}.external` }],
    });
    const path = `/v1/end-users/${made.body.id}`;
    await engine.patch(path, { name: `${token}.renamed`, details: null, fields: { later: `${token}.later` } });
    await of.post(`${path}/tags`, { tags: [`${token}.tagged`] });
    await engine.delete(`${path}/tags/${token}.tag`);
    await of.post(`${path}/notes`, { note: `${token}.note` });
    await of.post(`${path}/contact-points`, { channel: 'telegram', value: `${token}_handle` });
    await engine.delete(`${path}/contact-points/telegram/${token}_handle`);
    await of.post(`${path}/suspend`, { reason: `${token}.suspended` });
    await of.post(`${path}/reinstate`, { reason: `${token}.reinstated` });
    await of.post('/v1/contact-points/share', { ...shareable, reason: `${token}.shared` });
    await of.post('/v1/contact-points/unshare', { ...shareable, reason: `${token}.unshared` });
    const mail = { source: 'desk', id: `${token}.mail`, channel: 'email', contactPoints: [address], summary: `${token}.summary`, ticketId: `${token}.case` };
    await of.post('/v1/interactions', mail);
    const open = await of.post('/v1/interactions', { ...mail, id: `${token}.lost`, contactPoints: [], summary: `${token}.lostsummary` });
    await of.post(`/v1/interactions/${open.body.interactionId}/assign`, { endUserId: made.body.id, reason: `${token}.assigned` });
    const organization = (await of.post('/v1/organizations', { name: `Company of ${token}`, tags: [`${token}.orgtag`] })).body.id;
    await of.post(`/v1/organizations/${organization}/members`, { endUserId: made.body.id });
    const ticket = {
      source: 'desk',
      id: `${token}.ticket`,
      channel: 'email',
      contactPoints: [address],
      subject: `${token}.subject`,
      tags: [`${token}.tickettag`],
    };
    const { id } = (await of.post('/v1/tickets', ticket)).body;
    await of.post(`/v1/tickets/${id}/move`, { organizationId: null, reason: `${token}.moved` });
    await engine.patch(`/v1/tickets/${id}`, { status: 'solved' });
    const double = (await of.post('/v1/end-users', { name: `${token}.double` })).body.id;
    await of.post('/v1/merges', { survivorId: made.body.id, mergedId: double, reason: `${token}.merged` });
    await engine.delete(path);
    await of.post(`${path}/restore`, { reason: `${token}.restored` });
    return double;
  };
  const [mine, theirs] = [await told('alpha'), await told('bravo')];
  const words =
    'name details notes tag field value first external renamed later tagged note suspended reinstated shared unshared mail summary case lost lostsummary assigned orgtag ticket subject tickettag moved double merged restored';
  for (const [id, token, other] of [
    [mine, 'alpha', 'bravo'],
    [theirs, 'bravo', 'alpha'],
  ] as const) {
    const [json, html] = [await exported(id), await exported(id, page)];
    expect([json.status, html.status]).toEqual([200, 200]);
    for (const text of [json.text, unescaped(html.text)]) {
      for (const word of [...words.split(' ').map((one) => `${token}.${one}`), `${token}_handle`, `Company of ${token}`])
        expect([word, text.includes(word)]).toEqual([word, true]);
      expect(text).not.toMatch(new RegExp(`\\b${other}[._]`));
    }
    expect(json.body).toMatchObject({
      format: 'kith-access-export/1',
      askedFor: id,
      person: { name: `${token}.renamed`, status: 'active', locale: 'fr' },
      counts: { notes: 1, interactions: 2, tickets: 1, facts: expect.any(Number) },
      complete: true,
    });
    expect(json.body.profiles).toHaveLength(2);
    expect(json.body.recipients.readers).toContainEqual(expect.objectContaining({ role: 'auditor', keys: 1, names: [] }));
    expect(json.body.tickets[0]).toMatchObject({
      subject: `${token}.subject`,
      statuses: [{ status: 'open' }, { status: 'solved' }],
      contactPoint: { key: `${token}.first@example.org` },
    });
  }
});

it('is a file to keep, in the form that is asked for', async () => {
  const id = (await engine.post('/v1/end-users', { name: 'Kept' })).body.id;
  const [json, html] = [await exported(id), await exported(id, page)];
  expect(json.headers.get('content-disposition')).toBe(`attachment; filename="access-export-${id}.json"`);
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(json.headers.get('cache-control')).toBe('no-store');
  expect(html.headers.get('content-disposition')).toBe(`attachment; filename="access-export-${id}.html"`);
  expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(html.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await exported(id, { accept: 'application/json, text/html' })).body.complete).toBe(true);
  expect((await exported(id, { accept: '*/*' })).body.complete).toBe(true);
});

it('is for admins and auditors, and only of the own tenant', async () => {
  const id = (await engine.post('/v1/end-users', { name: 'Guarded' })).body.id;
  for (const role of ['agent', 'service'])
    expect(await engine.get(`/v1/end-users/${id}/export`, { key: await engine.keyFor(role) })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect((await engine.get(`/v1/end-users/${id}/export`)).status).toBe(200);
  for (const nobody of ['00000000-0000-7000-8000-000000000000', 'lea@example.org'])
    expect(await exported(nobody)).toMatchObject({ status: 404, body: { code: 'end-user-not-found' } });
  expect(await engine.get(`/v1/end-users/${id}/export?format=json`, { key: auditor })).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
});

it('names the receivers that are sent personal data, and not those that are not', async () => {
  const hook = async (host: string, personalData: boolean) =>
    (await engine.post('/v1/webhooks', { url: `http://127.0.0.1:9/secret-path/${host}`, description: host, personalData })).body.id;
  const [told, , ended] = [await hook('told', true), await hook('untold', false), await hook('ended', true)];
  await engine.delete(`/v1/webhooks/${ended}`);
  const id = (await engine.post('/v1/end-users', { name: 'Sent' })).body.id;
  const { text, body } = await exported(id);
  expect(body.recipients.webhooks).toEqual([
    { webhookId: told, host: '127.0.0.1:9', description: 'told', types: [], status: 'active', since: expect.any(String), until: null },
  ]);
  expect(text).not.toContain('secret-path');
});

it('has of the erased what happened, and nothing that they said', async () => {
  const of = new Subjects(engine, engine.key, 'gone', engine.key);
  const { id, point } = await of.holder();
  await of.post(`/v1/end-users/${id}/notes`, { note: 'gone note' });
  await of.post('/v1/interactions', { ...of.interaction(), contactPoints: [point] });
  await of.post('/v1/tickets', { ...of.newTicket(), contactPoints: [point] });
  expect((await exported(id)).body.counts).toMatchObject({ notes: 1, interactions: 1, tickets: 1 });
  await engine.post(`/v1/end-users/${id}/erase`, { scope: 'person' });
  const { status, body } = await exported(id);
  expect([status, body.complete]).toEqual([200, true]);
  expect(body.profiles).toMatchObject([{ id, status: 'erased', name: null, tags: [] }]);
  expect(body.notes).toMatchObject([{ note: null }]);
  for (const one of [...body.interactions, ...body.tickets]) expect(one).toMatchObject({ erased: true, sourceId: null });
  // What calls itself so is the source; words of the person are gone.
  for (const form of [body, (await exported(id, page)).text]) expect(JSON.stringify(form)).not.toMatch(/gone[- ](?!$)\w/);
});

it('says who was shown the person: systems by name, people by role', async () => {
  const id = (await engine.post('/v1/end-users', { name: 'Read' })).body.id;
  const known = { headers: { 'kith-after': await engine.head() } };
  await engine.patch('/v1/settings', { accessLog: { enabled: true } });
  for (const role of ['service', 'agent']) await engine.get(`/v1/end-users/${id}`, { key: await engine.keyFor(role), ...known });
  await exported(id);
  await engine.patch('/v1/settings', { accessLog: { enabled: false } });
  const { readings } = await eventually(engine, `/v1/end-users/${id}/export`, (body) => body.readings.length === 3);
  const reading = { profileId: id, at: expect.any(String), kind: 'profile', operation: 'GET /v1/end-users/{id}' };
  expect(readings).toEqual([
    { ...reading, kind: 'export', operation: 'GET /v1/end-users/{id}/export', role: 'auditor', name: null },
    { ...reading, role: 'agent', name: null },
    { ...reading, role: 'service', name: 'service' },
  ]);
});

it('does not look complete when its reader does not get it in whole', async () => {
  const id = (await engine.post('/v1/end-users', { name: 'Cut off' })).body.id;
  const notes = Array.from({ length: 100 }, () => ({ type: 'NoteEndUser', data: { endUserId: id, note: 'n'.repeat(8_000) } }));
  for (let left = 4; left > 0; left--) await engine.post('/v1/commands', notes);
  // The key is revoked while the answer waits for its reader.
  const { key, keyId } = (await engine.post('/v1/keys', { role: 'auditor', clientName: 'gone' })).body;
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    httpRequest(`${engine.url}/v1/end-users/${id}/export`, { headers: { authorization: `Bearer ${key}` } }, resolve)
      .on('error', reject)
      .end(),
  );
  await engine.delete(`/v1/keys/${keyId}`);
  let text = '';
  const ended = await new Promise<Error | undefined>((resolve) =>
    answer
      .on('data', (piece) => {
        text += piece;
      })
      .once('error', resolve)
      .once('end', () => resolve(undefined)),
  );
  expect(ended?.message).toBe('aborted');
  expect(text).not.toContain('"complete"');
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
});
