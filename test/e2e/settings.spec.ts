import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

const change = (body: object, headers: Record<string, string> = {}) => engine.call('PATCH', '/v1/settings', { body, headers });

it('every change is remembered: what, by whom, and from which position of the log on it holds', async () => {
  const before = await engine.head();
  const changes = [{ defaultRegion: 'FR' }, { quarantineDays: 30 }, { blocklist: [{ channel: 'email', value: 'noreply@example.org' }] }];
  const answers = [];
  for (const [i, body] of changes.entries()) answers.push(await change(body, { 'kith-on-behalf-of': `boss-${i}` }));
  const [, keyId] = engine.key.split('_');

  const first = await engine.get('/v1/settings/history?limit=2');
  const second = await engine.get(`/v1/settings/history?limit=2&cursor=${first.body.nextCursor}`);
  expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([2, 1, null]);
  for (const { version, ...one } of [...first.body.items, ...second.body.items])
    expect([version, one]).toEqual([
      version,
      {
        changes: changes[version - 1],
        at: expect.stringMatching(/Z$/),
        position: answers[version - 1]?.headers.get('kith-position'),
        actor: { kind: 'operator', id: keyId },
        onBehalfOf: `boss-${version - 1}`,
      },
    ]);

  for (const { body, headers } of answers) {
    const shown = await engine.get(`/v1/settings?version=${body.version}`);
    expect([shown.status, shown.headers.get('etag'), shown.body]).toEqual([200, `"${body.version}"`, body]);
    expect((await engine.get(`/v1/settings?at=${headers.get('kith-position')}`)).body).toEqual(body);
  }
  const defaults = await engine.get(`/v1/settings?at=${before}`);
  expect([defaults.body.version, defaults.body.quarantineDays]).toEqual([0, 0]);
  expect((await engine.get('/v1/settings?version=0')).body).toEqual(defaults.body);
});

it('what never was, or is not known yet, is refused with what is wrong', async () => {
  for (const [query, parameter] of [
    ['version=99', 'version'],
    ['version=-1', 'version'],
    ['version=1.5', 'version'],
    ['at=9999999', 'at'],
    ['at=x', 'at'],
    ['version=1&at=1', 'at'],
    ['asOf=1', 'query'],
  ])
    expect([query, (await engine.get(`/v1/settings?${query}`)).body]).toEqual([
      query,
      expect.objectContaining({ status: 400, errors: [expect.objectContaining({ parameter })] }),
    ]);
  expect((await engine.get('/v1/settings/history?cursor=WzFd')).body).toMatchObject({ status: 400, errors: [{ parameter: 'cursor' }] });
  expect((await engine.get('/v1/settings/history?limit=0')).body).toMatchObject({ status: 400, errors: [{ parameter: 'limit' }] });
});

it('who may read the settings need not see who changed them: auditors and admins do', async () => {
  for (const role of ['agent', 'service', 'auditor']) {
    const key = await engine.keyFor(role);
    expect([role, (await engine.get('/v1/settings?version=1', { key })).status]).toEqual([role, 200]);
    expect([role, (await engine.get('/v1/settings/history', { key })).status]).toEqual([role, role === 'auditor' ? 200 : 403]);
  }
});

it('a stale version cannot overwrite a newer one, not even of two that are sent at once', async () => {
  const { headers } = await engine.get('/v1/settings');
  const seen = { 'if-match': headers.get('etag') ?? '' };
  const answers = await Promise.all(['DE', 'IT', 'ES', 'GB'].map((defaultRegion) => change({ defaultRegion }, seen)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
});

it('how merged profiles are shown can be set rule by rule, and a rule that is none is refused', async () => {
  const before = (await engine.get('/v1/settings')).body.survivorship;
  const { status, body } = await change({ survivorship: { name: 'verified-first', tags: 'most-recent' } });
  expect([status, body.survivorship]).toEqual([200, { ...before, name: 'verified-first', tags: 'most-recent' }]);
  const history = await engine.get('/v1/settings/history?limit=1');
  expect(history.body.items[0].changes).toEqual({ survivorship: { name: 'verified-first', tags: 'most-recent' } });
  for (const survivorship of [{ name: 'union' }, { tags: null }, { shoeSize: 'oldest' }, 'oldest', []])
    expect([survivorship, (await change({ survivorship })).status]).toEqual([survivorship, 400]);
});
