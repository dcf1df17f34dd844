import * as fc from 'fast-check';
import type { OpenApi } from './described-answers';

/** A request as it goes out, path and headers in the form that HTTP carries. */
export interface HostileRequest {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly example?: unknown;
}
interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown; readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }>>;
  };
}

/** Values that have broken programs before, beside what JSON can be at all. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    -0.5,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\u202e',
    '__proto__',
    "'; DROP TABLE end_user; --",
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    { toString: 'x' },
    { length: -1 },
    { hasOwnProperty: 1 },
    '../../etc/passwd',
    '%00',
    'https://127.0.0.1/',
    '9'.repeat(400),
  ),
  fc.constant('a'.repeat(100_000)),
  fc.integer({ min: 5, max: 2_000 }).map(nested),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.constant({ channel: 'email', value: 'many@example.org' }), { minLength: 20, maxLength: 1_200 }),
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A mutation of a body: something at some place becomes something else, goes, or gets company. */
const mutated = (example: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(1_000), fc.constantFrom('replace', 'remove', 'add', 'poison', 'wrap'), hostileValue), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((body, [at, change, value]) => changed(body, at, change, structuredClone(value)), structuredClone(example)));

/** The places of a value: the holder of each member, and its name. */
function placesIn(value: unknown, depth = 6): (readonly [holder: Record<string, unknown>, name: string])[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [[holder, name] as const, ...placesIn(holder[name], depth - 1)]);
}

function changed(body: unknown, at: number, change: string, value: unknown): unknown {
  const places = placesIn(body);
  const place = places[at % Math.max(1, places.length)];
  if (!place || at % 17 === 0) return change === 'wrap' ? [body] : value;
  const [holder, name] = place;
  if (change === 'replace') holder[name] = value;
  else if (change === 'wrap') holder[name] = [holder[name]];
  else if (change === 'remove') delete holder[name];
  else Object.defineProperty(holder, change === 'poison' ? '__proto__' : `extra${at}`, { value, enumerable: true, configurable: true, writable: true });
  return body;
}

/** What can stand in a path or a query, percent-encoded; now and then with bytes that are no UTF-8. */
const junkText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map(encoded),
  fc.constantFrom(
    '%00',
    '%ff',
    '%zz',
    '%',
    '..%2f..',
    '__proto__',
    'constructor',
    '-1',
    '1e9',
    'null',
    '%F0%9F%92%A9',
    'a'.repeat(1_100),
    '%2e%2e',
    '0',
    '00000000-0000-7000-8000-000000000000',
  ),
);
function encoded(text: string): string {
  const safe = encodeURIComponent(text.toWellFormed());
  return /^\.{1,2}$/.test(safe) ? 'dots' : safe;
}

/** What Node lets into a header. */
const headerText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 80 }),
  fc.constantFrom('', '"', '"half', '\\"', 'é', '\xff\xfe', '*', 'W/"x"', '"x.y"', '"1"', '-1', '0', '99999999999999999999', 'a'.repeat(2_000), ',', 'null'),
);
const junkHeaders = fc.dictionary(
  fc.constantFrom(
    'idempotency-key',
    'if-match',
    'if-none-match',
    'kith-after',
    'kith-on-behalf-of',
    'kith-correlation-id',
    'traceparent',
    'last-event-id',
    'accept',
  ),
  headerText,
  { maxKeys: 3 },
);
const contentType = fc.constantFrom(
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;',
  'multipart/form-data',
  'x',
  'application/x-ndjson',
);

const rawBody = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '[',
    '{"a":',
    'null',
    '"x"',
    '[]',
    '{}\n{}',
    '\n\n',
    '\ufeff{}',
    '{"a":1,"a":2}',
    `{"name":"${'\\ud800'}"}`,
    '[1,]',
    `${'['.repeat(50_000)}`,
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** Often as it should be, else junk: requests that are wrong in one place reach further in than those that are wrong everywhere. */
const mostly = <T>(good: T, junk: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof({ weight: 5, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: junk });

/** Requests to all operations of the document, near to what they take. @param example makes an example usable on this engine, given its name */
export function hostileRequests(document: OpenApi, example: (operation: string, name: string, given: unknown) => unknown): fc.Arbitrary<HostileRequest> {
  const arbitraries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => requestTo(`${method} ${path}`, method.toUpperCase(), path, operation as Described, example)),
  );
  return fc.oneof(...arbitraries);
}

function requestTo(
  operation: string,
  method: string,
  path: string,
  { parameters = [], requestBody }: Described,
  example: (operation: string, name: string, given: unknown) => unknown,
): fc.Arbitrary<HostileRequest> {
  const given = ({ name, example: shown }: Parameter) => encoded(String(example(operation, name, shown)));
  const segments = path.split('/').map((segment) => {
    const parameter = parameters.find((one) => one.in === 'path' && segment === `{${one.name}}`);
    return parameter ? mostly(given(parameter), junkText) : fc.constant(segment);
  });
  const queries = parameters
    .filter((one) => one.in === 'query')
    .map((one) =>
      fc.option(
        mostly(given(one), junkText).map((value) => `${one.name}=${value}`),
        { nil: '' },
      ),
    );
  const extra = mostly(
    '',
    fc.tuple(fc.constantFrom('__proto__', 'cursor', 'limit', 'x'), junkText).map(([name, value]) => `${name}=${value}`),
  );
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, content]) => {
    const shown = example(operation, 'body', content.example ?? Object.values(content.examples ?? {})[0]?.value);
    const text = (body: unknown) => (body === undefined ? '' : JSON.stringify(body)) + (type === 'application/x-ndjson' ? '\n' : '');
    const body = fc.oneof(
      { weight: 3, arbitrary: fc.constant(text(shown)) },
      { weight: 5, arbitrary: mutated(shown).map(text) },
      { weight: 1, arbitrary: rawBody },
    );
    return fc.tuple(body, mostly(type, contentType));
  });
  return fc
    .tuple(
      fc.tuple(...segments),
      fc.tuple(...queries, extra),
      junkHeaders,
      bodies.length > 0 ? fc.oneof(...bodies) : mostly(undefined, fc.tuple(rawBody, contentType)),
      fc.boolean(),
    )
    .map(([parts, query, headers, body, withHeaders]) => {
      const search = query.filter(Boolean).join('&');
      return {
        operation,
        method,
        path: parts.join('/') + (search && `?${search}`),
        headers: { ...(withHeaders && headers), ...(body && { 'content-type': body[1] }) },
        body: method === 'GET' ? undefined : body?.[0],
      };
    });
}
