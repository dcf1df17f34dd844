/** Members of answers that hold what is personal, or what is called so elsewhere. */
const personal = new Set([
  'name',
  'value',
  'key',
  'summary',
  'details',
  'notes',
  'subject',
  'sourceId',
  'reason',
  'tags',
  'fields',
  'before',
  'after',
  'what',
  'personal',
]);

/** Routes with such members that show nobody's data but what the caller has sent, and why. */
export const showsNobody: Readonly<Record<string, string>> = {
  'POST /v1/keys': 'the key is one of the interface',
  'POST /v1/tenants': 'the key is one of the interface',
  'GET /health/ready': 'names of parts of the engine',
  'GET /v1/operations/projections': 'names of parts of the engine',
  'POST /v1/operations/projections/rebuild': 'names of parts of the engine',
  'POST /v1/end-users': 'the addresses are the caller’s own; others are told by ids',
  'POST /v1/interactions': 'the addresses are the caller’s own; others are told by ids, and the log of facts has it',
  'POST /v1/tickets': 'the addresses are the caller’s own; others are told by ids, and the log of facts has it',
  'POST /v1/end-users/{id}/contact-points': 'the address is the caller’s own',
  'POST /v1/end-users/{id}/contact-points/{channel}/{value}/verify': 'the address is the caller’s own',
  'POST /v1/end-users/{id}/contact-points/{channel}/{value}/primary': 'the address is the caller’s own',
  'POST /v1/end-users/{id}/contact-points/{channel}/{value}/transfer': 'the address is the caller’s own',
  'POST /v1/contact-points/share': 'the address is the caller’s own',
  'POST /v1/contact-points/unshare': 'the address is the caller’s own',
  'GET /v1/organizations': 'an organization is no person',
  'GET /v1/organizations/{id}': 'an organization is no person',
  'GET /v1/exports/organizations': 'an organization is no person',
  'POST /v1/organization-merges': 'an organization is no person',
  'POST /v1/organization-merges/{id}/unmerge': 'an organization is no person',
  'POST /v1/route': 'tags of the organization, and of the request',
  'POST /v1/routing/what-if': 'routes, and tags that rules put on',
  'GET /v1/settings': 'rules of the tenant',
  'PATCH /v1/settings': 'rules of the tenant',
  'GET /v1/settings/history': 'rules of the tenant',
};

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface DescribedOperation {
  readonly 'x-access-kind'?: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>;
}

/** The names of all members that an answer of this schema can have. */
function* membersOf(schema: Schema | undefined, known: Described['components']['schemas'], seen = new Set<string>()): Generator<string> {
  const name = schema?.$ref?.split('/').at(-1);
  if (name !== undefined && seen.has(name)) return;
  if (name !== undefined) return yield* membersOf(known[name], known, seen.add(name));
  const { properties = {}, additionalProperties, items, oneOf = [], anyOf = [], allOf = [] } = schema ?? {};
  yield* Object.keys(properties);
  const inner = [...Object.values(properties), ...oneOf, ...anyOf, ...allOf, ...(items ? [items] : [])];
  for (const part of [...inner, ...(typeof additionalProperties === 'object' ? [additionalProperties] : [])]) yield* membersOf(part, known, seen);
}

/** Routes whose answers have members for personal data, and that do not say that they are noted. */
export function unnotedRoutes({ paths, components }: Described): readonly string[] {
  const routes = Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${url}`, operation })),
  );
  const isPersonal = ({ responses }: DescribedOperation): boolean => {
    const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    const schemas = answers.flatMap(([, { content = {} }]) => Object.values(content).map(({ schema }) => schema));
    return schemas.some((schema) => [...membersOf(schema, components.schemas)].some((name) => personal.has(name)));
  };
  return routes.flatMap(({ name, operation }) => (operation['x-access-kind'] === undefined && isPersonal(operation) ? [name] : [])).sort();
}
