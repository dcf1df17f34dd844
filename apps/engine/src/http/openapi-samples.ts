import type { OpenAPIObject } from '@nestjs/swagger';

/** What is looked at of a JSON schema (2020-12) or a reference to one. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  example?: unknown;
  examples?: readonly unknown[];
  default?: unknown;
  minimum?: number;
  maxItems?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

const endUserId = '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11';

/** What fields of these names look like everywhere; a field's own example goes before. */
const byName: Readonly<Record<string, unknown>> = {
  id: endUserId,
  endUserId,
  canonicalId: endUserId,
  holderId: endUserId,
  toEndUserId: '01980f6e-2f60-7d3a-8b4f-1c2d3e4f5a6b',
  endUserIds: endUserId,
  candidates: endUserId,
  mergedFrom: '01980f6e-2f60-7d3a-8b4f-1c2d3e4f5a6b',
  members: '01980f6e-2f60-7d3a-8b4f-1c2d3e4f5a6b',
  otherId: '01980f6e-2f60-7d3a-8b4f-1c2d3e4f5a6b',
  mergeId: '01980f73-2d69-8e40-9f5a-3c4d5e6f7081',
  organizationId: '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a',
  defaultOrganizationId: '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a',
  requesterId: endUserId,
  correlationId: '01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f',
  causationId: '01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f',
  commandId: '01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f',
  eventId: '01980f72-1c5e-8d3f-8e4f-2b3c4d5e6f70',
  interactionId: '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592',
  keyId: '4f1c2a9be07d3356',
  channel: 'email',
  scope: '',
  value: 'Lea@Example.org',
  key: 'lea@example.org',
  name: 'Léa Martin',
  locale: 'fr',
  timeZone: 'Europe/Paris',
  tags: 'vip',
  tag: 'vip',
  details: 'Prefers to be called in the morning.',
  note: 'Called back, all is well.',
  notes: 'Called back, all is well.',
  fields: { plan: 'gold' },
  sources: { name: endUserId },
  reason: 'Asked by the customer.',
  detail: 'held by one end user',
  source: 'helpdesk',
  sourceId: 'mail-81',
  via: 'email',
  summary: 'Where is my order?',
  ticketId: 'T-1042',
  question: 'Which of you is calling?',
  rule: 'held-by',
  outcome: 'matched',
  cause: 'detached',
  position: '4711',
  after: '4711',
  head: '4711',
  url: 'https://hooks.example.com/kith',
  tenant: 'default',
  clientName: 'helpdesk',
  role: 'service',
  type: 'EndUserCreated',
  stream: `endUser-default.${endUserId}`,
  cursor: 'WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd',
  nextCursor: null,
  limit: 50,
  query: 'léa',
  actor: 'service:4f1c2a9be07d3356',
  onBehalfOf: 'agent-7',
  defaultRegion: 'FR',
  normaliser: 'email/1',
  state: 'in-step',
  perSecond: 34_000,
  stopped: null,
  siblings: [['phone', 'whatsapp']],
  'Idempotency-Key': '4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11',
  'Kith-On-Behalf-Of': 'agent-7',
  'Kith-Correlation-Id': '01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f',
  'Kith-After': '4711',
  'Last-Event-ID': '4711',
  'If-Match': `"${endUserId}.4711"`,
  'If-None-Match': `"${endUserId}.4711"`,
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

/** The types that a schema allows beside null; one, in this document. */
const typeOf = ({ type }: Schema): string | undefined => (typeof type === 'string' ? type : type?.find((one) => one !== 'null'));

/** Makes the example of a schema out of the examples of its parts. Without one for a text or number, its name tells. */
export class Samples {
  constructor(private readonly document: OpenAPIObject) {}

  /** The schema itself, when it is named by a reference. */
  resolved(schema: Schema): Schema {
    const name = schema.$ref?.replace('#/components/schemas/', '');
    if (name === undefined) return schema;
    const found = this.document.components?.schemas?.[name];
    if (!found) throw new Error(`the document refers to ${schema.$ref}, which is not in it`);
    return found as Schema;
  }

  /** @param name of the field or parameter that the value is for */
  of(given: Schema, name = ''): unknown {
    const schema = this.resolved(given);
    if (schema.example !== undefined) return schema.example;
    if (schema.examples?.[0] !== undefined) return schema.examples[0];
    if (schema.const !== undefined) return schema.const;
    if (schema.default !== undefined) return schema.default;
    if (schema.enum) return schema.enum.find((one) => one !== null);
    const choice = (schema.oneOf ?? schema.anyOf)?.[0];
    if (choice) return this.of(choice, name);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => this.of(part, name)));
    if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([key, member]) => [key, this.of(member, key)]));
    if (typeOf(schema) === 'array') return this.list(schema, name);
    return this.plain(schema, name);
  }

  private list({ items, minItems = 1 }: Schema, name: string): unknown {
    const known = byName[name];
    if (Array.isArray(known)) return known;
    return items ? Array.from({ length: Math.max(1, minItems) }, () => this.of(items, name)) : [];
  }

  private plain(schema: Schema, name: string): unknown {
    const type = typeOf(schema);
    const known = byName[name];
    const fits = known !== undefined && (known === null ? schema.type?.includes('null') : typeof known === (type === 'integer' ? 'number' : type));
    if (fits) return known;
    if (type === 'boolean') return false;
    if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
    if (type === 'object') return {};
    if (schema.format === 'date-time' || /(?:At|Until|since|asOf)$/.test(name)) return '2026-03-03T10:00:00.000Z';
    if (schema.format === 'uuid') return endUserId;
    if (Array.isArray(schema.type) && schema.type.includes('null')) return null;
    return type === 'string' ? 'text' : {};
  }
}
