import {
  ChangeOrganizationDetails,
  CompleteOrganization,
  type MarkedValue,
  type OrganizationChanges,
  type OrganizationEvent,
  type OrganizationValue,
  organization,
  organizationLimits,
  RenameOrganization,
  ReplaceDomains,
  ReplaceRouting,
  RetireOrganization,
  SetOrganizationTags,
} from '@kith/domain';
import { given } from '../support/given';

const acme: OrganizationEvent = { type: 'OrganizationCreated', data: { origin: 'api', name: 'Acme', nameId: 'n1' }, keyId: 'k1' };
const deleted: OrganizationEvent = { type: 'OrganizationDeleted', data: {} };
const pair = { survivorId: 'umbrella', mergedId: 'acme' };
const side = { members: ['acme'], differentFrom: [] };
const reserved: OrganizationEvent = {
  type: 'OrganizationMergeReserved',
  data: { attemptId: 't1', mergeId: 'm1', named: pair, otherId: 'umbrella', role: 'merged', ...side },
};
const merged: OrganizationEvent = { type: 'OrganizationMerged', data: { attemptId: 't1', mergeId: 'm1', named: pair, survivorId: 'umbrella', ...side } };
const absorbed: OrganizationEvent = {
  type: 'OrganizationAbsorbed',
  data: { attemptId: 't2', mergeId: 'm2', mergedId: 'beta', members: ['beta'], differentFrom: [] },
};

/** In specs a slot is the value's name, its mark is the value. */
const values = (changes: OrganizationChanges & { readonly name?: string }): readonly MarkedValue<OrganizationValue>[] => {
  const { fields = {}, ...plain } = changes;
  return [
    ...Object.entries(plain).map(([name, value]) => ({ path: [name as OrganizationValue] as const, slot: name, mark: value ?? '' })),
    ...Object.entries(fields).map(([name, value]) => ({ path: ['fields', name] as const, slot: name, mark: value === null ? '' : String(value) })),
  ];
};
const plainSlots = ['name', 'externalId', 'details', 'notes'];
const change = (changes: OrganizationChanges, born: Record<string, string> = {}) =>
  new ChangeOrganizationDetails('acme', 'acme', changes, values(changes), born, plainSlots);
const rename = (name: string, nameId: string, changes: OrganizationChanges = {}) =>
  new RenameOrganization('acme', 'acme', name, nameId, { values: values({ name }), born: { name: 'Acme' }, plainSlots }, change(changes));
const tags = (on: boolean, ...all: string[]) =>
  new SetOrganizationTags(
    'acme',
    'acme',
    on,
    all.map((tag) => ({ tag, mark: tag })),
    ['born'],
  );
const domain = (name: string) => ({ domain: name, subdomains: false, except: [], precedence: 100 });
const changed = (data: OrganizationChanges, marks: Record<string, string>): OrganizationEvent => ({
  type: 'OrganizationDetailsChanged',
  data: { ...data, marks },
});

describe('an organization', () => {
  const birth = { origin: 'api', profile: { name: 'Acme' }, domains: [domain('a.example')], routing: { queue: 'q', priority: 'low' } } as const;

  it('comes to life once, with what it begins with', () => {
    given(organization)
      .when(new CompleteOrganization('acme', 'acme', birth, 'n1'))
      .then(
        { type: 'OrganizationCreated', data: { origin: 'api', name: 'Acme', nameId: 'n1' } },
        { type: 'OrganizationDomainsChanged', data: { domains: birth.domains } },
        { type: 'OrganizationRoutingChanged', data: { routing: birth.routing } },
      );
    given(organization)
      .when(new CompleteOrganization('acme', 'acme', { ...birth, domains: [], routing: null }, 'n1'))
      .then({ type: 'OrganizationCreated', data: { origin: 'api', name: 'Acme', nameId: 'n1' } });
    for (const history of [[acme], [acme, deleted]])
      given(organization, ...history)
        .when(new CompleteOrganization('acme', 'acme', birth, 'n1'))
        .then();
  });

  it('says what is new of it, and only that', () => {
    given(organization, acme)
      .when(change({ notes: 'a', externalId: null, fields: { tier: 'gold', seats: 5 } }, { seats: '5' }))
      .then(changed({ notes: 'a', fields: { tier: 'gold' } }, { notes: 'a', tier: 'gold' }));
    given(organization, acme, changed({ notes: 'a' }, { notes: 'a' }))
      .when(change({ notes: 'a' }))
      .then();
    given(organization, acme, changed({ notes: 'a' }, { notes: 'a' }))
      .when(change({ notes: null }))
      .then(changed({ notes: null }, { notes: '' }));
  });

  it('is renamed with all that the same command changes, also only in how the name is written', () => {
    given(organization, acme)
      .when(rename('Umbrella', 'n2', { notes: 'a' }))
      .then(
        { type: 'OrganizationRenamed', data: { name: 'Umbrella', nameId: 'n2', formerNameId: 'n1', marks: { name: 'Umbrella' } } },
        changed({ notes: 'a' }, { notes: 'a' }),
      );
    given(organization, acme)
      .when(rename('ACME', 'n1'))
      .then({ type: 'OrganizationRenamed', data: { name: 'ACME', nameId: 'n1', formerNameId: 'n1', marks: { name: 'ACME' } } });
    given(organization, acme).when(rename('Acme', 'n1')).then();
    const umbrella: OrganizationEvent = {
      type: 'OrganizationRenamed',
      data: { name: 'Umbrella', nameId: 'n2', formerNameId: 'n1', marks: { name: 'Umbrella' } },
    };
    given(organization, acme, umbrella)
      .when(rename('Acme', 'n1'))
      .then({ type: 'OrganizationRenamed', data: { name: 'Acme', nameId: 'n1', formerNameId: 'n2', marks: { name: 'Acme' } } });
  });

  it('has so many custom fields and tags at most; its own values are no custom fields', () => {
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 'x']));
    const all = values({ fields: fields(organizationLimits.fields) });
    const full = changed({ fields: fields(organizationLimits.fields) }, Object.fromEntries(all.map(({ slot, mark }) => [slot, mark])));
    given(organization, acme, full)
      .when(change({ fields: { more: 'x' } }))
      .refuses('profile-limit-reached');
    given(organization, acme, full)
      .when(change({ notes: 'a', fields: { more: 'x', f0: null } }))
      .then(changed({ notes: 'a', fields: { more: 'x', f0: null } }, { notes: 'a', more: 'x', f0: '' }));
    const many = Array.from({ length: organizationLimits.tags }, (_, i) => `t${i}`);
    given(organization, acme)
      .when(tags(true, ...many))
      .refuses('profile-limit-reached');
    given(organization, acme)
      .when(tags(true, ...many.slice(1)))
      .then({ type: 'OrganizationTagged', data: { tags: many.slice(1), marks: many.slice(1) } });
  });

  it('has each tag on or off once, those it was created with too', () => {
    given(organization, acme).when(tags(true, 'born')).then();
    given(organization, acme)
      .when(tags(false, 'born', 'never'))
      .then({ type: 'OrganizationUntagged', data: { tags: ['born'], marks: ['born'] } });
    given(organization, acme, { type: 'OrganizationUntagged', data: { tags: ['born'], marks: ['born'] } })
      .when(tags(true, 'born', 'vip'))
      .then({ type: 'OrganizationTagged', data: { tags: ['born', 'vip'], marks: ['born', 'vip'] } });
  });

  it('loses once what may have come with another organization', () => {
    const untagged: OrganizationEvent = { type: 'OrganizationUntagged', data: { tags: ['vip'], marks: ['vip'] } };
    given(organization, acme)
      .when(change({ notes: null }))
      .then();
    given(organization, acme, absorbed)
      .when(change({ notes: null }))
      .then(changed({ notes: null }, { notes: '' }));
    given(organization, acme, absorbed, changed({ notes: null }, { notes: '' }))
      .when(change({ notes: null }))
      .then();
    given(organization, acme, changed({ notes: null }, { notes: '' }), absorbed)
      .when(change({ notes: null }))
      .then(changed({ notes: null }, { notes: '' }));
    given(organization, acme, untagged, absorbed).when(tags(false, 'vip')).then(untagged);
  });

  it('has its claims and its routing replaced as a whole, when they are others', () => {
    const domains = [domain('a.example'), domain('b.example')];
    const set: OrganizationEvent = { type: 'OrganizationDomainsChanged', data: { domains } };
    given(organization, acme)
      .when(new ReplaceDomains('acme', 'acme', []))
      .then();
    given(organization, acme)
      .when(new ReplaceDomains('acme', 'acme', domains))
      .then(set);
    given(organization, acme, set)
      .when(new ReplaceDomains('acme', 'acme', domains))
      .then();
    given(organization, acme, set)
      .when(new ReplaceDomains('acme', 'acme', [{ ...domain('a.example'), subdomains: true }, domain('b.example')]))
      .then({ type: 'OrganizationDomainsChanged', data: { domains: [{ ...domain('a.example'), subdomains: true }, domain('b.example')] } });
    const routing = { queue: 'q', priority: 'high' } as const;
    const routed: OrganizationEvent = { type: 'OrganizationRoutingChanged', data: { routing } };
    given(organization, acme)
      .when(new ReplaceRouting('acme', 'acme', null))
      .then();
    given(organization, acme)
      .when(new ReplaceRouting('acme', 'acme', routing))
      .then(routed);
    given(organization, acme, routed)
      .when(new ReplaceRouting('acme', 'acme', routing))
      .then();
    given(organization, acme, routed)
      .when(new ReplaceRouting('acme', 'acme', null))
      .then({ type: 'OrganizationRoutingChanged', data: { routing: null } });
  });

  it('is deleted once, and not while it waits for another one to decide a merge', () => {
    given(organization, acme)
      .when(new RetireOrganization('acme', 'acme', 'bankrupt'))
      .then({ type: 'OrganizationDeleted', data: { reason: 'bankrupt' } });
    given(organization, acme, deleted).when(new RetireOrganization('acme', 'acme')).then();
    given(organization, acme, reserved).when(new RetireOrganization('acme', 'acme')).refuses('merge-in-progress');
    given(organization, acme, reserved)
      .when(change({ notes: 'a' }))
      .then(changed({ notes: 'a' }, { notes: 'a' }));
  });

  it('decides nothing more when it is not, is no more, or another one stands for it', () => {
    const steps = [
      change({ notes: 'a' }),
      rename('Umbrella', 'n2'),
      tags(true, 'vip'),
      new ReplaceDomains('acme', 'acme', [domain('a.example')]),
      new ReplaceRouting('acme', 'acme', { queue: 'q', priority: 'low' }),
    ];
    for (const step of steps) {
      given(organization).when(step).refuses('organization-not-found');
      given(organization, acme, deleted).when(step).refuses('organization-deleted');
      given(organization, acme, merged).when(step).refuses('organization-merged');
    }
    given(organization).when(new RetireOrganization('acme', 'acme')).refuses('organization-not-found');
    given(organization, acme, merged).when(new RetireOrganization('acme', 'acme')).refuses('organization-merged');
  });
});
