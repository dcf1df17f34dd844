import { connect } from 'node:net';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

const long = 'a'.repeat(100_000);
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const interaction = { source: 's', id: '1', channel: 'email', contactPoints: [] };
const person = (member: object) => ({ path: '/v1/end-users', body: member });
const reported = (member: object) => ({ path: '/v1/interactions', body: { ...interaction, ...member } });
const point = (member: object) => person({ contactPoints: [{ channel: 'email', value: 'a@example.org', ...member }] });

/** What is sent, as JSON or as it is, and the field that the answer must name. */
const refused: readonly (readonly [what: string, sent: { path: string; body?: unknown; raw?: string }, pointer: string])[] = [
  ['a field that the route does not know', person({ nme: 'x' }), '/nme'],
  ['a nested field that the route does not know', point({ colour: 'red' }), '/contactPoints/0/colour'],
  ['a number where a text belongs', point({ value: 33612345678 }), '/contactPoints/0/value'],
  ['a text where a boolean belongs', point({ verified: 'true' }), '/contactPoints/0/verified'],
  ['a number where a boolean belongs', point({ verified: 1 }), '/contactPoints/0/verified'],
  ['an object where a list belongs', person({ contactPoints: { 0: {} } }), '/contactPoints'],
  ['a list where an object belongs', person({ contactPoints: [[]] }), '/contactPoints'],
  ['null in a list of objects', person({ contactPoints: [null] }), '/contactPoints'],
  ['an object where a text belongs', person({ name: { first: 'x' } }), '/name'],
  ['a name that every object has', person({ name: { toString: 'x' } }), '/name/toString'],
  ['a field that every object has', person({ hasOwnProperty: 1 }), '/hasOwnProperty'],
  ['an e-mail address of 100 KB', point({ value: `${long}@example.org` }), '/contactPoints/0/value'],
  ['a name of 100 KB', person({ name: long }), '/name'],
  [
    'more contact points than a profile has',
    person({ contactPoints: Array.from({ length: 51 }, () => ({ channel: 'email', value: 'a@example.org' })) }),
    '/contactPoints',
  ],
  ['a line end in a name', person({ name: 'a\r\nSet-Cookie: b' }), '/name'],
  ['a line end in an address', point({ value: 'a@example.org\r\nBcc: b@example.org' }), '/contactPoints/0/value'],
  ['a NUL in a name', { path: '/v1/end-users', raw: '{"name":"a\\u0000b"}' }, '/name'],
  ['a NUL in the name of a field', { path: '/v1/end-users', raw: '{"fields":{"a\\u0000b":1}}' }, '/fields/a\u0000b'],
  [
    'half a surrogate pair in an address',
    { path: '/v1/end-users', raw: '{"contactPoints":[{"channel":"email","value":"\\ud800@example.org"}]}' },
    '/contactPoints/0/value',
  ],
  ['half a surrogate pair in a tag', { path: '/v1/end-users', raw: '{"tags":["a","\\udc00"]}' }, '/tags/1'],
  ['a prototype', { path: '/v1/end-users', raw: '{"__proto__":{"role":"admin"}}' }, '/__proto__'],
  ['a prototype far inside', { path: '/v1/interactions', raw: '{"profile":{"fields":{"__proto__":1}}}' }, '/profile/fields/__proto__'],
  ['a constructor', { path: '/v1/end-users', raw: '{"fields":{"constructor":{"prototype":{}}}}' }, '/fields/constructor'],
  ['depth without end', person({ fields: { a: nested(50) } }), '/fields/a/0/0/0/0/0/0'],
  ['a custom field that is a list', person({ fields: { a: ['b'] } }), '/fields'],
  ['more custom fields than there may be', person({ fields: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`f${i}`, i])) }), '/fields'],
  ['a number beyond all numbers', { path: '/v1/end-users', raw: '{"fields":{"a":1e999}}' }, '/fields'],
  ['an integer that JSON cannot carry exactly', { path: '/v1/end-users', raw: '{"fields":{"a":12345678901234567890}}' }, '/fields'],
  ['the same tag twice', person({ tags: ['a', 'a'] }), '/tags'],
  ['a locale that is none', person({ locale: 'french, please' }), '/locale'],
  ['a time zone that is none', person({ timeZone: 'Europe/Atlantis' }), '/timeZone'],
  ['a day that is none', reported({ occurredAt: '2026-02-30T10:00:00Z' }), '/occurredAt'],
  ['a time without its offset', reported({ occurredAt: '2026-02-20T10:00:00' }), '/occurredAt'],
  ['a time as a number', reported({ occurredAt: 1_772_000_000 }), '/occurredAt'],
  ['a direction that is none', reported({ direction: 'sideways' }), '/direction'],
  ['an interaction without an id', { path: '/v1/interactions', body: { ...interaction, id: undefined } }, '/id'],
  ['an interaction without contact points', { path: '/v1/interactions', body: { ...interaction, contactPoints: undefined } }, '/contactPoints'],
  ['a profile that is a text', reported({ profile: 'Léa' }), '/profile'],
  ['an end user id that is none', { path: `/v1/interactions/${'0'.repeat(64)}/assign`, body: { endUserId: '42' } }, '/endUserId'],
  ['an empty batch', { path: '/v1/contact-points/lookup', body: { contactPoints: [] } }, '/contactPoints'],
  ['a role that is none', { path: '/v1/keys', body: { role: 'god', clientName: 'x' } }, '/role'],
  ['a role that only configuration gives', { path: '/v1/keys', body: { role: 'operator', clientName: 'x' } }, '/role'],
];

describe('a body with a fault is refused, the field named, nothing stored:', () => {
  it.each(refused)('%s', async (_what, { path, ...sent }, pointer) => {
    const head = await engine.head();
    const began = performance.now();
    const { status, headers, body } = await engine.call('POST', path, sent);
    expect([status, body.code]).toEqual([400, 'request-invalid']);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await engine.head()).toBe(head);
  });
});

/** What no field can be named of. */
const unreadable: readonly (readonly [what: string, sent: Parameters<RunningEngine['call']>[2], status: number, code: string])[] = [
  ['half a JSON text', { raw: '{"name":' }, 400, 'request-malformed'],
  ['nothing', { raw: '' }, 400, 'request-malformed'],
  ['a text', { body: 'Léa' }, 400, 'request-malformed'],
  ['null', { body: null }, 400, 'request-malformed'],
  ['a list', { body: [] }, 400, 'request-malformed'],
  ['bytes that are no UTF-8', { raw: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) }, 400, 'request-malformed'],
  ['more than a mebibyte', { body: { notes: 'a'.repeat(1_100_000) } }, 413, 'body-too-large'],
  ['a form', { raw: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'media-type-unsupported'],
  ['plain text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'media-type-unsupported'],
];

describe('a body that is none is refused, nothing stored:', () => {
  it.each(unreadable)('%s', async (_what, sent, status, code) => {
    const head = await engine.head();
    const answer = await engine.call('POST', '/v1/end-users', sent);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await engine.head()).toBe(head);
  });
});

/** Faults outside the body: method, path, headers, and what the answer must name. */
const outside: readonly (readonly [path: string, headers: Record<string, string>, status: number, error: object | undefined])[] = [
  ['/v1/contact-points/email/a%00b@example.org', {}, 422, { parameter: 'value' }],
  ['/v1/contact-points/external/a%00b?scope=s', {}, 422, { parameter: 'value' }],
  ['/v1/contact-points/external/a%0d%0ab?scope=s', {}, 422, { parameter: 'value' }],
  ['/v1/contact-points/email/%zz', {}, 400, undefined],
  ['/v1/contact-points/email/%ff', {}, 400, undefined],
  [`/v1/contact-points/email/${'a'.repeat(1_100)}`, {}, 414, undefined],
  ['/v1/contact-points/email/no-address', {}, 422, { parameter: 'value' }],
  ['/v1/contact-points/fax/1', {}, 422, { parameter: 'channel' }],
  ['/v1/contact-points/__proto__/1', {}, 422, { parameter: 'channel' }],
  ['/v1/contact-points/email/a@example.org?asOf=yesterday', {}, 400, { parameter: 'asOf' }],
  ['/v1/contact-points/email/a@example.org?scope=x&scope=y', {}, 400, { parameter: 'scope' }],
  ['/v1/contact-points/email/a@example.org?as_of=2026-01-01T00:00:00Z', {}, 400, { parameter: 'query' }],
  ['/v1/contact-points/email/a@example.org', { 'kith-after': 'soon' }, 400, { header: 'Kith-After' }],
  ['/v1/contact-points/email/a@example.org', { 'kith-after': '-1' }, 400, { header: 'Kith-After' }],
  ['/v1/interactions?outcome=matched', {}, 400, { parameter: 'outcome' }],
  ['/v1/interactions?outcome=ambiguous&limit=201', {}, 400, { parameter: 'limit' }],
  ['/v1/interactions?outcome=ambiguous&limit=1e2', {}, 400, { parameter: 'limit' }],
  ['/v1/interactions?outcome=ambiguous&cursor=WyJ4Il0', {}, 400, { parameter: 'cursor' }],
  ['/v1/nothing/here', {}, 404, undefined],
];

it.each(outside)('GET %s %j is answered %i', async (path, headers, status, error) => {
  const answer = await engine.get(path, { headers });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  if (error) expect(answer.body.errors).toEqual([{ ...error, detail: expect.any(String) }]);
});

it.each([
  ['Idempotency-Key', '"half'],
  ['Idempotency-Key', 'a b'],
  ['Idempotency-Key', 'k'.repeat(256)],
  ['Kith-On-Behalf-Of', 'a b'],
  ['Kith-On-Behalf-Of', 'x'.repeat(129)],
  ['Kith-Correlation-Id', 'mine'],
  ['traceparent', '00-00000000000000000000000000000000-0000000000000000-00'],
])('a write with %s: %s is refused, the header named, nothing stored', async (header, value) => {
  const head = await engine.head();
  const answer = await engine.post('/v1/end-users', { name: 'x' }, { headers: { [header]: value } });
  expect([answer.status, answer.body.errors[0].header]).toEqual([400, header]);
  expect(await engine.head()).toBe(head);
});

it('what is no HTTP is answered in the same form, and the connection closed', async () => {
  const { hostname, port } = new URL(engine.url);
  const text = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write('GARBAGE\r\n\r\n'));
    socket
      .on('data', (data) => (received += data))
      .on('close', () => resolve(received))
      .on('error', reject);
  });
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({ code: 'request-malformed', status: 400 });
});
