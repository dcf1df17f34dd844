import { STATUS_CODES } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Samples, type Schema } from './openapi-samples';
import { type ProblemCode, problem, problemCatalogue } from './problems';

const description = `One profile per customer, whatever channel they use.

Every write takes an \`Idempotency-Key\` and answers with \`Kith-Position\`; a read with \`Kith-After\` waits until it knows of that write.
An engine that shows a past moment answers reads alone, and every answer of it has \`Kith-As-Of\`: the last position that is shown.
Every refusal is \`application/problem+json\` with a stable \`code\`; \`/problems\` lists them.
The schema of \`application/x-ndjson\` is that of one line, the schema of \`text/event-stream\` that of the \`data\` of one event.`;

/** What the groups of operations are about; an operation of a group without a line here fails the lint of the document. */
const tags: Readonly<Record<string, string>> = {
  'end users': 'The customers: their profiles, what belongs to them, and what happened with them.',
  'contact points': 'Addresses on channels: who is behind one, who held it when, and who shares it.',
  history: 'Every fact about a person, an address, an organization, a ticket or an interaction, in plain words, with what it changed.',
  erasure: 'To erase a person for good, and what it came to.',
  retention: 'Whom to erase because nothing was heard of them for long.',
  interactions: 'What happens on the channels, and whose it is.',
  organizations: 'Companies and teams that end users belong to: their members, by hand and by e-mail domain, and what is seen of them.',
  tickets: 'What other systems keep, told of here: whose they are, where they go and why.',
  reports: 'What happened in a time, counted.',
  merges: 'Profiles of one person linked, the links undone, and who is not one person.',
  commands: 'Many commands in one request, as an array or as a stream.',
  events: 'The log of all facts, to read and to follow.',
  imports: 'End users from files: as work of its own that is seen, stopped and taken back.',
  exports: 'Everything of a kind, to take away: people, organizations, tickets, the log.',
  webhooks: 'Events delivered to a receiver of the tenant, signed, at least once, in the order of each end user.',
  settings: 'The rules of the tenant, versioned.',
  'tenants and keys': 'Who may come in, and what for.',
  operations: 'How the engine is, and what its operators can do about it.',
  problems: 'What each refusal means, and what to do about it.',
};

interface Content {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, unknown>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, unknown>;
}

interface Operation {
  /** Empty where anybody may call. */
  security?: readonly unknown[];
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { description: string; headers?: Record<string, object>; content?: Record<string, Content> }>;
  'x-problems'?: ProblemCode[];
  'x-roles'?: readonly string[];
  'x-always-open'?: boolean;
  'x-access-kind'?: string;
  /** One line of the body, where the body can be NDJSON: decorators describe a body alike for all its media types. */
  'x-line'?: Content;
}

/** The OpenAPI 3.1 document of all routes, completed by what holds for every route of a kind. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Kith')
    .setDescription(description)
    .setVersion('1')
    .setContact('Whoever runs this engine', '', '')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'This engine.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'kith_<keyId>_<secret>', description: 'An API key.' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  document.info.contact = { name: 'Whoever runs this engine' };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
  document.tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))].sort().map((name) => ({ name, description: tags[name] ?? '' }));
  tidy(document);
  for (const { path, method, operation } of operations) complete(operation, path, method, new Samples(document));
  const answered = new Set(operations.flatMap(({ operation }) => operation['x-problems'] ?? []));
  const examples = [...answered].sort().map((code) => [code, { summary: problem(code).title, value: problem(code) }]);
  document.components = { ...document.components, examples: Object.fromEntries(examples) };
  return document;
}

/** What the decorators cannot say of schemas. */
function tidy(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const schema of Object.values(schemas)) inOrder(schema);
  const code = schemas.ProblemAnswer?.properties?.code;
  if (code) code.enum = problemCatalogue.map((one) => one.code).sort();
}

/** The compiler hands over the members of a union in an order that changes with unrelated files; the document must not. */
function inOrder(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const { enum: choices } = value as Schema;
  // What a property says of being required stands with its object; left in a schema it is none of JSON Schema's.
  if (typeof (value as { required?: unknown }).required === 'boolean' && 'type' in value) delete (value as Schema).required;
  if (Array.isArray(choices)) choices.sort((one, other) => (one === null ? 1 : other === null ? -1 : String(one) < String(other) ? -1 : 1));
  for (const member of Object.values(value)) inOrder(member);
}

const problemType = 'application/problem+json';

/** What holds for a kind of operation is said here once instead of at each route. */
function complete(operation: Operation, path: string, method: string, samples: Samples): void {
  operation.security ??= [];
  const codes = [...new Set([...(operation['x-problems'] ?? []), ...problemsOfItsKind(operation, path, method)])].sort();
  operation['x-problems'] = codes;
  for (const code of codes) {
    const { status } = problem(code);
    const response = operation.responses[status] ?? { description: '' };
    operation.responses[status] = response;
    response.description = [response.description, `\`${code}\``].filter(Boolean).join(', ');
    const examples = { ...response.content?.[problemType]?.examples, [code]: { $ref: `#/components/examples/${code}` } };
    response.content = { ...response.content, [problemType]: { schema: { $ref: '#/components/schemas/ProblemAnswer' }, examples } };
  }
  for (const parameter of operation.parameters ?? []) {
    // What is said of a parameter without its type leaves an empty schema.
    if (!parameter.schema || Object.keys(parameter.schema).length === 0) parameter.schema = { type: 'string' };
    if (parameter.name === 'limit') parameter.schema = { type: 'integer', minimum: 1 };
    if (parameter.name === 'limit' || (parameter.example === undefined && parameter.examples === undefined))
      parameter.example = samples.of(parameter.schema, parameter.name);
  }
  const lines = operation.requestBody?.content['application/x-ndjson'];
  if (lines && operation['x-line']) {
    delete lines.examples;
    Object.assign(lines, operation['x-line']);
  }
  delete operation['x-line'];
  closeBodies(operation, samples);
  describeAnswers(operation, samples);
}

/** What every route can answer whatever it does, every route with a key, every write, every path with a value in it… */
function problemsOfItsKind(operation: Operation, path: string, method: string): readonly ProblemCode[] {
  const takes = (header: string) => operation.parameters?.some(({ name }) => name === header) ?? false;
  const codes: ProblemCode[] = ['request-malformed', 'internal-error'];
  codes.push('stopping');
  if (!operation['x-always-open']) codes.push('overloaded');
  if (operation.security?.length) codes.push('unauthenticated', 'not-allowed', 'rate-limited', 'storage-unavailable', 'request-invalid');
  if (operation['x-access-kind']) codes.push('access-log-unavailable');
  if (path.includes('{')) codes.push('path-too-long');
  if (method !== 'get') codes.push('body-too-large', 'media-type-unsupported');
  if (takes('Idempotency-Key')) codes.push('command-in-progress', 'idempotency-key-reused', 'outcome-unknown', 'too-contested');
  if (takes('Kith-After')) codes.push('read-models-behind', 'position-unknown', 'position-after-moment');
  if (operation.security?.length && method !== 'get' && !operation['x-roles']?.includes('auditor')) codes.push('replay-is-read-only');
  return codes;
}

/** Unknown members are refused, so the schemas of bodies are closed. */
function closeBodies({ requestBody }: Operation, samples: Samples): void {
  for (const [type, content] of Object.entries(requestBody?.content ?? {})) {
    if (!content.schema) continue;
    close(content.schema, samples);
    if (content.examples === undefined && !type.startsWith('text/')) content.example ??= samples.of(content.schema);
  }
}

function close(given: Schema, samples: Samples): void {
  const schema = samples.resolved(given);
  if (schema.properties && schema.additionalProperties !== false) {
    // One that is part of an allOf is closed by what contains it.
    schema.additionalProperties ??= false;
  }
  for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : []), ...Object.values(schema.properties ?? {})])
    close(part, samples);
}

const headers = {
  position: {
    description: 'Where the write ended, to be given as `Kith-After`. Absent when nothing was written.',
    schema: { type: 'string' },
    example: '4711',
  },
  retryAfter: { description: 'Seconds after which trying again makes sense.', schema: { type: 'string' }, example: '1' },
  etag: { description: 'Changes whenever what is shown does.', schema: { type: 'string' }, example: '"01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11.4711"' },
  rateLimitPolicy: {
    description: 'How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).',
    schema: { type: 'string' },
    example: '"key";q=2000;w=1',
  },
  rateLimit: { description: 'What the key may still send, and the seconds until there is more.', schema: { type: 'string' }, example: '"key";r=0;t=1' },
  authenticate: { description: 'How to authenticate (RFC 9110).', schema: { type: 'string' }, example: 'Bearer realm="kith"' },
};

function describeAnswers(operation: Operation, samples: Samples): void {
  const takes = (header: string) => operation.parameters?.some(({ name }) => name === header) ?? false;
  if (takes('If-None-Match')) operation.responses['304'] ??= { description: 'What the caller has is what there is.', headers: { ETag: headers.etag } };
  for (const [status, response] of Object.entries(operation.responses)) {
    response.description ||= STATUS_CODES[status] ?? status;
    const more = {
      ...(status.startsWith('2') && takes('Idempotency-Key') && { 'Kith-Position': headers.position }),
      ...(status.startsWith('2') && takes('If-None-Match') && { ETag: headers.etag }),
      ...((status === '503' || status === '429') && { 'Retry-After': headers.retryAfter }),
      ...(status === '429' && { 'RateLimit-Policy': headers.rateLimitPolicy, RateLimit: headers.rateLimit }),
      ...(status === '401' && { 'WWW-Authenticate': headers.authenticate }),
    };
    if (Object.keys(more).length > 0) response.headers = { ...more, ...response.headers };
    for (const content of Object.values(response.content ?? {}))
      if (content.schema && content.examples === undefined) content.example ??= samples.of(content.schema);
  }
}
