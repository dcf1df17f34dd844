import 'reflect-metadata';
import fc from 'fast-check';
import { compiled } from '../../apps/engine/src/http/compiled';
import type { DtoClass } from '../../apps/engine/src/http/compiled-rules';
import { type FieldError, HttpProblem } from '../../apps/engine/src/http/problems';
import { commandKinds } from '../../apps/engine/src/http/v1/command-kinds';
import { envelopeOf } from '../../apps/engine/src/http/v1/commands.dto';
import { NamedPointDto } from '../../apps/engine/src/http/v1/contact-points.dto';
import { DifferenceDto } from '../../apps/engine/src/http/v1/differences.dto';
import { ChangeEndUserDto, CreateEndUserDto, NoteDto, ReasonDto, TagsDto } from '../../apps/engine/src/http/v1/end-users.dto';
import { AssignDto, InteractionDto, ResolveDto } from '../../apps/engine/src/http/v1/interactions.dto';
import { MergeDto } from '../../apps/engine/src/http/v1/merges.dto';
import { CreateOrganizationDto, MergeOrganizationsDto } from '../../apps/engine/src/http/v1/organizations.dto';
import { ChangeSettingsDto } from '../../apps/engine/src/http/v1/settings.dto';
import { ShareDto } from '../../apps/engine/src/http/v1/sharing.dto';
import { OpenTicketDto } from '../../apps/engine/src/http/v1/tickets.dto';
import { validated } from '../../apps/engine/src/http/validated';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Path = readonly (string | number)[];

const runs = Number(process.env['COMPILED_RUNS'] ?? 300);
const profile = { name: 'Léa', locale: 'fr', timeZone: 'Europe/Paris', details: 'd\nd', notes: null, fields: { plan: 'gold', seats: 3, trial: false } };
const point = { channel: 'email', value: 'lea@example.org', scope: 'page-1', verified: true };
const id = '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11';

const claim = { domain: 'acme.example', subdomains: true, except: ['partners.acme.example'], precedence: 10 };
const routing = { queue: 'key-accounts', priority: 'high', assignee: 'agent-7', tags: ['key-account'] };
const organization = { name: 'Acme Ltd', externalId: 'crm-2041', details: 'Sells\tanvils.', notes: null, fields: { plan: 'gold', seats: 3 } };
const rules = [
  {
    name: 'french-by-phone',
    when: {
      channels: ['phone'],
      vias: ['voice'],
      languages: ['fr'],
      tags: ['refund'],
      organizationTags: ['gold'],
      firstContact: true,
      hours: { timeZone: 'Europe/Paris', days: [1, 2, 3], from: '09:00', to: '24:00' },
      outsideHours: false,
    },
    // biome-ignore lint/suspicious/noThenProperty: a rule reads when … then …, and nobody awaits it
    then: routing,
  },
];
const fallback = { queue: 'default', priority: 'normal' };

/** Each class with a body that has every field it knows. */
const bodies: readonly (readonly [DtoClass<object>, { [name: string]: Json }])[] = [
  [
    InteractionDto,
    {
      source: 'helpdesk',
      id: 'mail-81',
      channel: 'email',
      via: 'email',
      direction: 'inbound',
      occurredAt: '2026-03-03T10:00:00Z',
      contactPoints: [point, { channel: 'phone', value: '+33612345678' }],
      profile: { ...profile, tags: ['vip', 'new'] },
      ticketId: 'T-1',
      summary: 'Where is\tmy order?',
    },
  ],
  [CreateEndUserDto, { ...profile, tags: ['vip'], contactPoints: [point] }],
  [ChangeEndUserDto, { ...profile, fields: { plan: null, seats: 4 } }],
  [TagsDto, { tags: ['vip', 'new'] }],
  [NoteDto, { note: 'Prefers to be called after six.' }],
  [ReasonDto, { reason: 'asked for it' }],
  [NamedPointDto, { channel: 'email', value: 'lea@example.org', scope: '' }],
  [ShareDto, { channel: 'phone', value: '+33199004200', reason: 'switchboard' }],
  [ResolveDto, { contactPoints: [point], create: true, profile: { ...profile, tags: [] } }],
  [MergeDto, { survivorId: id, mergedId: '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a12', reason: 'same person' }],
  [DifferenceDto, { endUserId: id, otherId: '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a12', reason: null, until: '2027-03-03T10:00:00+01:00' }],
  [AssignDto, { endUserId: id, reason: 'said so' }],
  [
    ChangeSettingsDto,
    {
      defaultRegion: 'FR',
      channels: { fax: { normaliser: 'e164/1', scoped: false, priority: 5, limit: 3, verifiedOnly: true } },
      siblings: [['phone', 'whatsapp']],
      blocklist: [{ channel: null, value: 'unknown' }],
      quarantineDays: 30,
      survivorship: { name: 'oldest', tags: 'union' },
      membership: { verifiedOnly: true, freeMail: ['mail.example'], notFreeMail: [] },
      routing: { rules, fallback },
    },
  ],
  [CreateOrganizationDto, { ...organization, tags: ['gold'], domains: [claim, { domain: 'acme.test' }], routing }],
  [MergeOrganizationsDto, { survivorId: id, mergedId: '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a12', reason: 'one company' }],
  [
    OpenTicketDto,
    {
      source: 'helpdesk',
      id: 'T-1042',
      requesterId: id,
      contactPoints: [point],
      profile: { ...profile, tags: ['vip'] },
      organizationId: id,
      channel: 'email',
      via: 'email',
      language: 'fr',
      tags: ['refund'],
      at: '2026-03-03T10:00:00Z',
      subject: 'Where is my order?',
      status: 'open',
    },
  ],
];

const endUserId = '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12';
const named = { channel: 'email', value: 'lea@example.org', scope: '' };
/** Fields that only commands have, by what their data is called. */
const dataBodies: Readonly<Record<string, { [name: string]: Json }>> = {
  ChangeEndUserData: { endUserId, ...profile },
  EndUserTagsData: { endUserId, tags: ['vip'] },
  EndUserNoteData: { endUserId, note: 'late' },
  EndUserReasonData: { endUserId, reason: 'asked for it' },
  EraseEndUserData: { endUserId, scope: 'person' },
  StartRetentionRunDto: { withoutContactSince: '2020-03-03T00:00:00Z', expected: 12 },
  CancelRetentionRunData: { runId: id },
  EndUserPointData: { endUserId, ...named, verified: false },
  EndUserNamedPointData: { endUserId, ...named },
  TransferData: { endUserId, ...named, toEndUserId: id, cause: 'corrected' },
  UnmergeData: { mergeId: id, alone: true, reason: 'two people' },
  WithdrawData: { declarationId: id, reason: null },
  AssignData: { interactionId: 'a'.repeat(64), endUserId, reason: null },
  ChangeOrganizationData: { organizationId: id, ...organization, fields: { plan: null } },
  OrganizationTagsData: { organizationId: id, tags: ['gold'] },
  OrganizationDomainsData: { organizationId: id, domains: [claim] },
  OrganizationRoutingData: { organizationId: id, routing: null },
  OrganizationReasonData: { organizationId: id, reason: 'bankrupt' },
  UnmergeOrganizationsData: { mergeId: id, alone: false, reason: null },
  JoinOrganizationData: { organizationId: id, endUserId, default: false },
  LeaveOrganizationData: { organizationId: id, endUserId },
  DefaultOrganizationData: { endUserId, organizationId: null },
  TicketStatusData: { ticketId: 'a'.repeat(64), status: 'solved', at: '2026-03-04T10:00:00Z' },
  CorrectRequesterData: { ticketId: 'a'.repeat(64), requesterId: null, contactPoints: [point], reason: 'said so' },
  MoveTicketData: { ticketId: 'a'.repeat(64), organizationId: id, reason: null },
};
const known = new Set(bodies.map(([type]) => type));
const commandBodies = [...new Set(commandKinds.map(({ data }) => data))]
  .filter((data) => !known.has(data))
  .map((data) => [data, dataBodies[data.name] ?? {}] as const);
const envelope = envelopeOf(commandKinds.map(({ type }) => type));

/** What people, programs and attackers put where something else belongs. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.constantFrom<Json[]>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\nb',
    'a\u0007b',
    '\u2028',
    'x'.repeat(70),
    'x'.repeat(1100),
  ),
  fc.constantFrom<Json[]>(
    [],
    {},
    [[]],
    [null],
    [{}],
    [{ channel: 'email' }],
    { 0: 'a' },
    { length: 1 },
    ['a', 'a'],
    ['vip', 1],
    [[{ channel: 'email', value: 'a' }]],
  ),
  fc.constantFrom<Json[]>('2026-02-31T10:00:00Z', '2026-03-03 10:00:00Z', 'fr-FR', 'Europe/Nowhere', '+01:00', 'inbound', id, id.toUpperCase(), 'vip'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  fc.constant('x'.repeat(10_001)),
  fc.integer({ min: 45, max: 55 }).map((n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`m${i}`, i]))),
  fc.integer({ min: 18, max: 55 }).map((n) => Array.from({ length: n }, (_, i) => ({ channel: 'email', value: `${i}` }))),
  fc.integer({ min: 48, max: 52 }).map((n) => Array.from({ length: n }, (_, i) => `t${i}`)),
);

const names = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'extra',
    '',
    'a/b',
    'a~b',
    'then',
    '0',
    'length',
    'name',
    'verified',
  ),
  fc.string({ maxLength: 8 }),
);

const pathsOf = (value: Json, at: Path = []): Path[] => [
  at,
  ...(Array.isArray(value)
    ? value.flatMap((item, i) => pathsOf(item, [...at, i]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...at, name]))
      : []),
];

/** One thing that is done to a body somewhere. */
type Fault = { readonly where: number } & ({ readonly put: Json } | { readonly add: string; readonly as: Json } | { readonly drop: true });
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ where: fc.nat(), put: junk }),
  fc.record({ where: fc.nat(), add: names, as: junk }),
  fc.record({ where: fc.nat(), drop: fc.constant(true as const) }),
);

/** As JSON text, because only JSON.parse makes a member that is called `__proto__`. */
function spoilt(body: Json, faults: readonly Fault[]): Json {
  return faults.reduce<Json>((given, one) => {
    const paths = pathsOf(given);
    const path = paths[one.where % paths.length] ?? [];
    return edited(given, path, one);
  }, structuredClone(body));
}

function edited(value: Json, path: Path, one: Fault): Json {
  const [step, ...rest] = path;
  if (step === undefined) {
    if ('put' in one) return one.put;
    if ('drop' in one || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return [...value, one.as];
    return withMember(value, one.add, one.as);
  }
  if (Array.isArray(value)) {
    if ('drop' in one && rest.length === 0) return value.filter((_, i) => i !== step);
    return value.map((item, i) => (i === step ? edited(item, rest, one) : item));
  }
  const object = value as { [name: string]: Json };
  if ('drop' in one && rest.length === 0) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
  return withMember(object, String(step), edited(object[String(step)] as Json, rest, one));
}

/** An own member, whatever it is called. */
function withMember(object: { [name: string]: Json }, name: string, member: Json): { [name: string]: Json } {
  const copy = structuredClone(object);
  Object.defineProperty(copy, name, { value: member, enumerable: true, configurable: true, writable: true });
  return copy;
}

interface Verdict {
  readonly code: string;
  readonly errors: readonly FieldError[] | 'twenty or more';
}
const verdictOf = (error: unknown): Verdict => {
  if (!(error instanceof HttpProblem)) throw error;
  const errors = (error.problem.errors ?? []) as FieldError[];
  // An answer lists the first twenty errors, and each validator has an order of its own.
  if (errors.length === 20) return { code: error.problem.code, errors: 'twenty or more' };
  return { code: error.problem.code, errors: errors.toSorted((a, b) => ((a.pointer ?? '') < (b.pointer ?? '') ? -1 : 1)) };
};

async function bothVerdicts(
  type: DtoClass<object>,
  judge: (value: unknown) => object,
  body: Json,
): Promise<{ slow: Verdict | 'taken'; quick: Verdict | 'taken' }> {
  const text = JSON.stringify(body);
  const slow = await validated.check(type, JSON.parse(text)).then(() => 'taken' as const, verdictOf);
  let quick: Verdict | 'taken' = 'taken';
  try {
    expect(judge(JSON.parse(text))).toEqual(JSON.parse(text));
  } catch (error) {
    quick = verdictOf(error);
  }
  return { slow, quick };
}

it('knows a body for the data of every command', () => {
  expect(commandBodies.map(([{ name }]) => name).filter((name) => !(name in dataBodies))).toEqual([]);
});

const commandBody = { type: 'TagEndUser', data: { endUserId, tags: ['vip'] }, idempotencyKey: 'a-1', onBehalfOf: 'agent-12' };
describe.each([...bodies, ...commandBodies, [envelope, commandBody] as const].map(([type, body]) => [type.name, type, body] as const))(
  '%s, compiled',
  (_, type, body) => {
    const judge = compiled(type);

    it('takes what class-validator takes', async () => {
      expect(await bothVerdicts(type, judge, body)).toEqual({ slow: 'taken', quick: 'taken' });
    });

    it('refuses what class-validator refuses, at the same places in the same words', async () => {
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 3 }), async (faults) => {
          const { slow, quick } = await bothVerdicts(type, judge, spoilt(body, faults));
          if (slow !== 'taken') refused++;
          expect(quick).toEqual(slow);
        }),
        { numRuns: runs },
      );
      // Bodies that are mostly fine would show nothing.
      expect(refused).toBeGreaterThan(runs / 4);
    }, 120_000);
  },
);
