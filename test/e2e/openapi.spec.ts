import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema?: object; example?: unknown; examples?: object }[];
  readonly requestBody?: { content: Record<string, { schema: object; example?: unknown; examples?: object }> };
  readonly responses: Record<
    string,
    { description?: string; content?: Record<string, { schema?: object; example?: unknown; examples?: Record<string, { $ref: string }> }> }
  >;
  readonly 'x-roles': readonly string[];
}

let engine: RunningEngine;
let document: {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  tags: { name: string; description: string }[];
  components: { schemas: Record<string, object>; examples: Record<string, { value: { code: string; status: number } }>; securitySchemes: object };
};
let operations: (Operation & { readonly name: string; readonly path: string })[];
beforeAll(async () => {
  engine = await RunningEngine.start();
  document = (await engine.get('/openapi.json', { key: null })).body;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, name: `${method} ${path}`, path })),
  );
});
afterAll(() => engine.discard());

/** Every value under a member of that name, at any depth. */
function* under(value: unknown, name: string): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === name) yield member;
    yield* under(member, name);
  }
}

it('is OpenAPI 3.1 in whole: nothing of 3.0 is left, and every reference leads somewhere', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect([...under(document, 'nullable')]).toEqual([]);
  for (const ref of under(document, '$ref'))
    expect([
      ref,
      String(ref)
        .slice(2)
        .split('/')
        .reduce((part: unknown, name) => (part as Record<string, unknown>)?.[name], document) !== undefined,
    ]).toEqual([ref, true]);
  expect(document.components.securitySchemes).toMatchObject({ apiKey: { type: 'http', scheme: 'bearer' } });
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    for (const required of under(schema, 'required')) expect([name, Array.isArray(required)]).toEqual([name, true]);
    for (const type of under(schema, 'type'))
      if (typeof type === 'string') expect([name, type]).toEqual([name, expect.stringMatching(/^(object|array|string|number|integer|boolean|null)$/)]);
  }
});

it('passes the recommended rules of Spectral and Redocly without an error or a warning', async () => {
  const lint = spawn(process.execPath, [join(__dirname, '..', '..', 'scripts', 'openapi-lint.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => lint.once('close', resolve));
  lint.stdin.end(JSON.stringify(document));
  expect(await text(lint.stdout)).toBe('');
  expect(await ended).toBe(0);
}, 180_000);

it('every tag says what its operations are about', () => {
  for (const { name, description } of document.tags) expect([name, description]).toEqual([name, expect.stringMatching(/\.$/)]);
});

it('every body, answer and parameter has an example', () => {
  for (const { name, requestBody, responses, parameters = [] } of operations) {
    for (const [status, { content = {} }] of [...Object.entries(responses), ['request', requestBody ?? {}] as const])
      for (const [type, { example, examples }] of Object.entries(content))
        expect([name, status, type, example !== undefined || examples !== undefined]).toEqual([name, status, type, true]);
    for (const one of parameters) expect([name, one.name, one.example !== undefined || one.examples !== undefined]).toEqual([name, one.name, true]);
  }
});

it('every operation is described, tagged, and named once', () => {
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { name, summary, description, tags } of operations) expect([name, Boolean(summary && description && tags?.length)]).toEqual([name, true]);
});

it('every parameter of a path is described where it is used', () => {
  for (const { name, path, parameters = [] } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    expect([
      name,
      parameters
        .filter((one) => one.in === 'path')
        .map((one) => one.name)
        .sort(),
    ]).toEqual([name, inPath.sort()]);
  }
});

it('every operation with a key says what 401 and 403 are, and every refusal is a problem with its example', () => {
  for (const { name, security, responses, 'x-roles': roles } of operations) {
    if (!roles.includes('public')) expect([name, security, Object.keys(responses)]).toEqual([name, [{ apiKey: [] }], expect.arrayContaining(['401', '403'])]);
    for (const [status, { description, content = {} }] of Object.entries(responses)) {
      expect([name, status, Boolean(description)]).toEqual([name, status, true]);
      if (Number(status) < 400 || name === 'get /health/ready') continue;
      const examples = Object.keys(content['application/problem+json']?.examples ?? {});
      expect([name, status, examples.length > 0]).toEqual([name, status, true]);
      for (const code of examples)
        expect([name, document.components.examples[code]?.value]).toEqual([name, expect.objectContaining({ code, status: Number(status) })]);
    }
  }
});

it('every answer with a body has its schema', () => {
  for (const { name, responses } of operations) {
    for (const [status, { content }] of Object.entries(responses)) {
      if (!status.startsWith('2') || status === '204' || status === '202' || name.includes('/problems')) continue;
      expect([name, status, Object.values(content ?? {}).every(({ schema }) => schema !== undefined) && content !== undefined]).toEqual([name, status, true]);
    }
  }
});

it('the answers of a day are what their schemas say: no member more, none less', async () => {
  const schemaOf = (name: string) => document.components.schemas[name] as { properties: Record<string, object>; required?: string[] };
  const fits = (name: string, value: object) => {
    const { properties, required = [] } = schemaOf(name);
    expect([name, Object.keys(value).filter((member) => !Object.hasOwn(properties, member))]).toEqual([name, []]);
    expect([name, required.filter((member) => !Object.hasOwn(value, member))]).toEqual([name, []]);
  };
  const interaction = { source: 's', id: '1', channel: 'email', contactPoints: [{ channel: 'email', value: 'day@example.org' }], profile: { name: 'Day' } };
  const recorded = await engine.post('/v1/interactions', interaction);
  const unidentified = await engine.post('/v1/interactions', { ...interaction, id: '2', contactPoints: [] });
  const settled = { headers: { 'kith-after': unidentified.headers.get('kith-position') ?? '' } };
  fits('ResolutionAnswerDto', recorded.body);
  fits('ReasonAnswerDto', recorded.body.why[0]);
  const user = await engine.get(`/v1/end-users/${recorded.body.endUserId}`, settled);
  fits('EndUserAnswer', user.body);
  fits('OwnContactPointAnswer', user.body.contactPoints[0]);
  fits('TimelineEntryAnswer', (await engine.get(`/v1/end-users/${recorded.body.endUserId}/timeline`, settled)).body.items[0]);
  fits('OpenInteractionAnswer', (await engine.get('/v1/interactions?outcome=unidentified', settled)).body.items[0]);
  const holders = (await engine.get('/v1/contact-points/email/day@example.org', settled)).body;
  fits('HoldersAnswer', holders);
  fits('HolderAnswer', holders.holders[0]);
  fits('SettingsAnswerDto', (await engine.get('/v1/settings')).body);
  fits('IssuedKeyAnswer', (await engine.post('/v1/keys', { role: 'agent', clientName: 'a' })).body);
  await engine.ready();
  const health = (await engine.get('/health/ready', { key: null })).body;
  fits('HealthAnswer', health);
  fits('ProjectionHealth', health.projections[0]);
  fits('ReactorHealth', health.reactors[0]);
  fits('ProblemAnswer', (await engine.get('/v1/end-users/x')).body);
});

it('the page to read it loads nothing from elsewhere', async () => {
  const page = await engine.get('/docs', { key: null });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'.*script-src 'self'/);
  expect(page.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(page.text).not.toMatch(/<script(?![^>]*src=)/);
  const scripts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => new URL(path as string, `${engine.url}/docs`).pathname);
  expect(scripts.length).toBeGreaterThan(2);
  for (const path of scripts) {
    const served = await engine.get(path, { key: null });
    expect([path, served.status]).toEqual([path, 200]);
    // Names of namespaces and links in prose are no loads; what a page loads by itself comes by these.
    if (!path.endsWith('-bundle.js') && !path.endsWith('-preset.js'))
      expect(served.text).not.toMatch(/(?:url\(|@import|fetch\(|importScripts\()\s*["']?(?:https?:)?\/\//);
  }
});

it('every problem has its page, and its JSON', async () => {
  const { items } = (await engine.get('/problems', { key: null })).body as {
    items: { code: string; status: number; title: string; cause: string; remedy: string }[];
  };
  expect(items.length).toBeGreaterThan(30);
  for (const item of items) {
    expect((await engine.get(`/problems/${item.code}`, { key: null })).body).toEqual(item);
    const page = await engine.get(`/problems/${item.code}`, { key: null, headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    const shown = page.text
      .replaceAll(/<\/?code>/g, '`')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    for (const sentence of [item.title, item.cause, item.remedy])
      expect([item.code, sentence, shown.includes(sentence)]).toEqual([item.code, expect.stringMatching(/^[A-Z].{15,}\.$/), true]);
  }
  expect((await engine.get('/problems/<script>', { key: null })).body.code).toBe('problem-not-found');
});

it('metrics are in the Prometheus format, and count what happened', async () => {
  const lookups = { headers: { 'kith-after': await engine.head() } };
  // Known to the read models: the lag is none.
  expect((await engine.get('/v1/contact-points/email/nobody@example.org', lookups)).status).toBe(404);
  const { text, headers } = await engine.get('/metrics', { key: null });
  expect(headers.get('content-type')).toMatch(/^text\/plain/);
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of samples) expect(line).toMatch(/^[a-zA-Z_:][\w:]*(?:\{[^}]*\})? (?:[-+]?[\d.]+(?:e[-+]?\d+)?|NaN|[-+]Inf)$/i);
  const value = (start: string) =>
    Number(
      samples
        .find((line) => line.startsWith(start))
        ?.split(' ')
        .at(-1),
    );
  expect(value('kith_http_request_duration_seconds_count{method="POST",route="/v1/interactions",status="2xx"}')).toBeGreaterThanOrEqual(2);
  expect(value('kith_http_request_duration_seconds_bucket{le="+Inf",method="POST",route="/v1/interactions",status="2xx"}')).toBeGreaterThanOrEqual(2);
  expect(value('kith_append_duration_seconds_count{result="stored"}')).toBeGreaterThan(3);
  expect(value('kith_refusals_total{code="end-user-not-found"}')).toBeGreaterThanOrEqual(1);
  expect(value('kith_projection_lag_events{projection="contact-lookup"}')).toBe(0);
  expect(value('kith_stopped{part="reactor",name="complete-profile"}')).toBe(0);
  expect(value('kith_append_queue_depth')).toBe(0);
});
