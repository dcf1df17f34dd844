import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface DescribedResponse {
  readonly content?: Readonly<Record<string, { readonly schema?: object; readonly examples?: Readonly<Record<string, unknown>> }>>;
}

/** What is used of an OpenAPI document. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, DescribedResponse>> }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** What an engine answered to a request. */
export interface Answered {
  readonly method: string;
  /** As it was asked for, with its query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly template: string;
  readonly responses: Readonly<Record<string, DescribedResponse>>;
}

/** What can be answered before a route is found. */
const beforeRoutes = new Set(['route-not-found', 'request-malformed', 'path-too-long', 'stopping', 'overloaded', 'internal-error']);

/** Holds answers against the OpenAPI document: status, media type, body, and the codes of problems. */
export class DescribedAnswers {
  private readonly ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
  private readonly routes: readonly Route[];
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(document: OpenApi) {
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: 'kith:', components: { schemas: strict(document.components.schemas) } });
    this.routes = Object.entries(document.paths)
      .flatMap(([template, methods]) =>
        Object.entries(methods).map(([method, { responses }]) => ({ method: method.toUpperCase(), template, pattern: patternOf(template), responses })),
      )
      // A segment that is spelt out goes before one that takes any value.
      .sort((one, other) => (one.template.replaceAll('{', '~') < other.template.replaceAll('{', '~') ? -1 : 1));
  }

  /** @returns what the document does not say of the answer; undefined when it fits */
  mismatch(answered: Answered): string | undefined {
    const path = answered.path.replace(/\?.*$/s, '');
    if (/^\/(docs|openapi\.json)(\/|$)/.test(path) || !/^(GET|POST|PATCH|PUT|DELETE)$/.test(answered.method)) return undefined;
    const route = this.routes.find(({ method, pattern }) => method === answered.method && pattern.test(path));
    const why = route ? this.against(route, answered) : this.notFound(answered);
    return why && `${answered.method} ${route?.template ?? path} answered ${answered.status} ${why}: ${answered.text.slice(0, 500)}`;
  }

  private against({ responses }: Route, { status, contentType, text }: Answered): string | undefined {
    const described = responses[status];
    if (!described) return 'which the document does not know of this operation';
    if (!described.content) return text === '' ? undefined : 'with a body where none is described';
    const type = mediaType(contentType);
    const content = described.content[type];
    if (!content) return `as ${type || 'no media type'}, which is not described`;
    if (!content.schema) return 'whose body has no schema';
    if (type === 'application/x-ndjson') return this.lines(content.schema, text);
    if (!/[/+]json$/.test(type)) return undefined;
    const wrong = this.json(content.schema, text);
    if (wrong !== undefined || type !== 'application/problem+json') return wrong;
    const { code } = JSON.parse(text) as { code: string };
    return content.examples && Object.hasOwn(content.examples, code) ? undefined : `with the code ${code}, which the operation does not list`;
  }

  private notFound({ contentType, text }: Answered): string | undefined {
    if (mediaType(contentType) !== 'application/problem+json') return 'without a problem';
    const wrong = this.json({ $ref: '#/components/schemas/ProblemAnswer' }, text);
    return wrong ?? (beforeRoutes.has((JSON.parse(text) as { code: string }).code) ? undefined : 'on a path that the document does not know');
  }

  private lines(schema: object, text: string): string | undefined {
    if (text !== '' && !text.endsWith('\n')) return 'whose last line has no end';
    for (const line of text.split('\n').slice(0, -1)) {
      const wrong = this.json(schema, line);
      if (wrong !== undefined) return `${wrong} in the line ${line.slice(0, 300)}`;
    }
    return undefined;
  }

  private json(schema: object, text: string): string | undefined {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return 'with what is no JSON';
    }
    const validate = this.compiled.get(schema) ?? this.ajv.compile(strict(schema));
    this.compiled.set(schema, validate);
    return validate(value) ? undefined : `but ${this.ajv.errorsText(validate.errors)}`;
  }
}

/** Without its parameters. */
const mediaType = (contentType: string | null): string => contentType?.replace(/;.*$/s, '').trim() ?? '';

/** A path template as a pattern: a parameter is one segment. */
const patternOf = (template: string): RegExp => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);

/**
 * The schema without room for members that it does not name: the document leaves an answer room to grow, an answer of today
 * must be described in whole. Problems alone carry further members (RFC 9457).
 */
function strict<T>(value: T, name = ''): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => strict(member)) as T;
  const copied: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value))
    copied[key] = key === '$ref' && typeof member === 'string' ? member.replace(/^#/, 'kith:#') : strict(member, key);
  if (typeof copied.properties === 'object' && copied.additionalProperties === undefined && name !== 'ProblemAnswer') copied.unevaluatedProperties = false;
  return copied as T;
}
