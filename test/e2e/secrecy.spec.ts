import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

/** Words that are nowhere else: whoever finds one has found what a customer said. */
const planted = {
  name: 'Zyxwvut Plantedname',
  local: 'plantedlocal',
  phone: '33655443322',
  summary: 'plantedsummary',
  note: 'plantednote',
  tag: 'plantedtag',
  field: 'plantedfield',
  ticket: 'plantedticket',
  sourceId: 'plantedsourceid',
  onBehalf: 'plantedonbehalf',
  query: 'plantedquery',
  unknown: 'plantedunknown',
};
const words = [...Object.values(planted), 'Zyxwvut'];

let engine: RunningEngine;
const answers: string[] = [];
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_LOG_LEVEL: 'trace' } });
  const { name, local, phone, summary, note, tag, field, ticket, sourceId, onBehalf, query, unknown } = planted;
  const address = `${local}@example.org`;
  const contactPoints = [
    { channel: 'email', value: address },
    { channel: 'phone', value: `+${phone}` },
  ];
  const headers = { 'kith-on-behalf-of': onBehalf };
  const made = await engine.post('/v1/end-users', { name, notes: note, tags: [tag], fields: { [field]: field }, contactPoints }, { headers });
  await engine.post('/v1/interactions', { source: 'desk', id: sourceId, channel: 'email', contactPoints, summary, ticketId: ticket });
  const settled = { headers: { 'kith-after': made.headers.get('kith-position') ?? '' } };
  expect((await engine.get(`/v1/contact-points/email/${address}`, settled)).status).toBe(200);
  expect((await engine.get(`/v1/contact-points/phone/%2B${phone}`, settled)).status).toBe(200);
  // Every way to fail that has somebody's words in it; of the answers, none may repeat them.
  const failing = [
    engine.post('/v1/end-users', { name, contactPoints }),
    engine.post('/v1/end-users', { [unknown]: name }),
    engine.post('/v1/end-users', { name: 7, notes: { note } }),
    engine.call('POST', '/v1/end-users', { raw: `{"name":"${name}"` }),
    engine.call('POST', '/v1/end-users', { raw: name, headers: { 'content-type': `text/${unknown}` } }),
    engine.post('/v1/end-users', { contactPoints: [{ channel: 'email', value: `${local} ${name}` }] }),
    engine.get(`/v1/contact-points/email/${local}`),
    engine.get(`/v1/contact-points/email/${address}?${query}=${query}`),
    engine.get(`/v1/${unknown}/${address}`),
    engine.call('PUT', `/v1/end-users/${address}`, { body: {} }),
    engine.get(`/v1/end-users/${local}`),
    engine.get(`/v1/contact-points/email/${local.repeat(200)}`),
    engine.get(`/v1/contact-points/email/${address}%zz`),
    engine.get('/v1/settings', { key: `kith_${local}_${unknown}` }),
    engine.post(
      '/v1/interactions',
      { source: 'desk', id: sourceId, channel: 'email', contactPoints, summary, ticketId: ticket },
      { headers: { 'idempotency-key': `${unknown} x` } },
    ),
    engine.call('DELETE', `/v1/end-users/${made.body.id}/contact-points/email/not${address}`),
    engine.get(`/v1/contact-points/email/${address}`, { headers: { 'kith-after': '99999999' } }),
  ];
  for (const { status, text } of await Promise.all(failing)) {
    expect(status).toBeGreaterThanOrEqual(400);
    // A pointer names the field of the caller's own that is not known; nothing else comes back.
    answers.push(text.replaceAll(`/${unknown}`, ''));
  }
  answers.push((await engine.get('/metrics', { key: null })).text, (await engine.get('/health/ready', { key: null })).text);
  await engine.stop();
});
afterAll(() => engine.discard());

it('no log line holds what a customer said, or who they are, or a key', () => {
  const log = [...engine.lines.filter((line) => line.startsWith('{')), ...engine.errors].join('\n');
  expect(log.split('\n').length).toBeGreaterThan(15);
  for (const word of [...words, engine.key]) expect([word, log.includes(word)]).toEqual([word, false]);
});

it('log lines tell route, status, time and who called', () => {
  const lines = engine.lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 20,
      method: 'GET',
      route: '/v1/contact-points/:channel/:value',
      status: 200,
      tenant: 'default',
      keyId: engine.key.split('_')[1],
      ms: expect.any(Number),
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ level: 30, method: 'POST', route: '/v1/end-users', status: 409, correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
  );
});

it('no refusal, metric or health report holds it', () => {
  for (const text of answers) for (const word of words) expect([word, text.toLowerCase().includes(word.toLowerCase())]).toEqual([word, false]);
});

it('neither the log of events nor the key vault holds it in clear', () => {
  const files = readdirSync(engine.folder).filter((name) => statSync(join(engine.folder, name)).isFile());
  expect(files).toEqual(expect.arrayContaining(['events.sqlite', 'keys.sqlite']));
  for (const file of files) {
    const bytes = readFileSync(join(engine.folder, file));
    for (const word of words.filter((one) => one !== planted.onBehalf)) expect([file, word, bytes.includes(word)]).toEqual([file, word, false]);
  }
});
