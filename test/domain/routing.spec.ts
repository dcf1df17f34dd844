import {
  ChangeSettings,
  defaultRouting,
  defaultSettings,
  isSameWay,
  type OrganizationRouting,
  officeHours,
  problemOfRoute,
  problemOfRules,
  type RoutingCondition,
  type RoutingFacts,
  type RoutingRule,
  type RoutingSettings,
  rerouted,
  route,
  routingLimits,
  type SettingsChanges,
  settings,
  usableRouting,
  usableRules,
  wallTime,
} from '@kith/domain';
import fc from 'fast-check';
import { given } from '../support/given';
import { asking } from '../support/in-memory-engine';

const facts = (more: Partial<RoutingFacts> = {}): RoutingFacts => ({
  channel: 'email',
  via: 'email',
  language: null,
  tags: [],
  organizationTags: [],
  firstContact: false,
  at: '2026-03-03T10:00:00.000Z',
  ...more,
});
// biome-ignore lint/suspicious/noThenProperty: when and then are the two halves of a rule; nobody awaits it.
const rule = (name: string, when: RoutingCondition, queue = name): RoutingRule => ({ name, when, then: { queue, priority: 'normal' } });
const by = (...rules: RoutingRule[]): RoutingSettings => ({ rules, fallback: { queue: 'rest', priority: 'low' } });
const ruleFor = (when: RoutingCondition, more: Partial<RoutingFacts>) => route(facts(more), { organization: null, settings: by(rule('it', when)) }).rule;

describe('a ticket is routed', () => {
  it('to where its organization says, before any rule', () => {
    const organization: OrganizationRouting = { queue: 'acme', priority: 'high', assignee: 'agent-1', tags: ['key-account'] };
    expect(route(facts(), { organization, settings: by(rule('all', {})) })).toEqual({
      ...organization,
      rule: 'organization',
      reasons: [{ rule: 'organization', holds: true, failed: null }],
    });
  });

  it('by the first rule that holds, with what failed of those before it', () => {
    const rules = [
      rule('calls', { channels: ['phone'] }),
      rule('french', { channels: ['email'], languages: ['fr'] }),
      rule('mails', { channels: ['email'] }),
      rule('all', {}),
    ];
    expect(route(facts({ language: 'de' }), { organization: null, settings: by(...rules) })).toEqual({
      queue: 'mails',
      priority: 'normal',
      assignee: null,
      tags: [],
      rule: 'mails',
      reasons: [
        { rule: 'calls', holds: false, failed: 'channels' },
        { rule: 'french', holds: false, failed: 'languages' },
        { rule: 'mails', holds: true, failed: null },
      ],
    });
  });

  it('to the fallback when no rule holds, and when there is none', () => {
    expect(route(facts(), { organization: null, settings: by(rule('calls', { channels: ['phone'] })) })).toMatchObject({
      queue: 'rest',
      priority: 'low',
      rule: 'fallback',
    });
    expect(route(facts(), { organization: null, settings: defaultRouting })).toEqual({
      queue: 'default',
      priority: 'normal',
      assignee: null,
      tags: [],
      rule: 'fallback',
      reasons: [{ rule: 'fallback', holds: true, failed: null }],
    });
  });

  it('with the assignee and the tags of its rule', () => {
    // biome-ignore lint/suspicious/noThenProperty: as above.
    const vip: RoutingRule = { name: 'vip', when: {}, then: { queue: 'vip', priority: 'urgent', assignee: 'agent-2', tags: ['vip'] } };
    expect(route(facts(), { organization: null, settings: by(vip) })).toMatchObject({ queue: 'vip', priority: 'urgent', assignee: 'agent-2', tags: ['vip'] });
  });

  it('keeping no more reasons than the last few, the one that was taken last', () => {
    const rules = Array.from({ length: 50 }, (_, i) => rule(`r${i}`, { channels: ['phone'] }));
    const { reasons } = route(facts(), { organization: null, settings: by(...rules, rule('all', {}), rule('never-looked-at', {})) });
    expect(reasons).toHaveLength(routingLimits.reasons);
    expect(reasons.map((r) => r.rule)).toEqual([...Array.from({ length: 19 }, (_, i) => `r${i + 31}`), 'all']);
  });

  it('by the first rule that holds, whatever the rules: as somebody who tries one after the other', () => {
    const channels = ['email', 'phone', 'web'];
    const tags = ['a', 'b', 'c'];
    const condition = fc.record(
      {
        channels: fc.subarray(channels, { minLength: 1 }),
        tags: fc.subarray(tags, { minLength: 1 }),
        organizationTags: fc.subarray(tags, { minLength: 1 }),
        firstContact: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const someFacts = fc.record({
      channel: fc.constantFrom(...channels),
      tags: fc.subarray(tags),
      organizationTags: fc.subarray(tags),
      firstContact: fc.boolean(),
    });
    const holds = (when: RoutingCondition, f: RoutingFacts) =>
      (when.channels?.includes(f.channel) ?? true) &&
      (when.tags?.some((tag) => f.tags.includes(tag)) ?? true) &&
      (when.organizationTags?.some((tag) => f.organizationTags.includes(tag)) ?? true) &&
      (when.firstContact ?? f.firstContact) === f.firstContact;
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 80 }), someFacts, (conditions, seen) => {
        const expected = conditions.findIndex((when) => holds(when, facts(seen)));
        const decided = route(facts(seen), { organization: null, settings: by(...conditions.map((when, i) => rule(`r${i}`, when))) });
        expect(decided.rule).toBe(expected < 0 ? 'fallback' : `r${expected}`);
        expect(decided.reasons.at(-1)).toEqual({ rule: decided.rule, holds: true, failed: null });
        expect(decided.reasons.slice(0, -1).every((reason) => !reason.holds && reason.failed !== null)).toBe(true);
      }),
    );
  });

  it('by a thousand rules in well under a millisecond', () => {
    const rules = Array.from({ length: routingLimits.rules }, (_, i) =>
      rule(`r${i}`, {
        languages: ['fr', 'de'],
        tags: [`tag-${i}`],
        organizationTags: ['gold'],
        hours: { timeZone: 'Europe/Paris', days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
      }),
    );
    const seen = facts({ language: 'fr-CA', tags: ['refund', 'late', 'angry'], organizationTags: ['silver', 'b2b'] });
    const routes = { organization: null, settings: by(...rules) };
    for (let i = 0; i < 200; i++) route(seen, routes);
    const times = Array.from({ length: 200 }, () => {
      const began = performance.now();
      route(seen, routes);
      return (performance.now() - began) * 1000;
    }).sort((a, b) => a - b);
    console.log(`routing by 1,000 rules: ${times[100]?.toFixed(1)} µs (median of 200)`);
    expect(times[100]).toBeLessThan(500);
  });
});

describe('a rule looks', () => {
  it('at channel and medium', () => {
    expect(ruleFor({ channels: ['phone', 'email'] }, { channel: 'email' })).toBe('it');
    expect(ruleFor({ vias: ['voice'] }, { channel: 'phone', via: 'sms' })).toBe('fallback');
    expect(ruleFor({ channels: ['phone'], vias: ['voice'] }, { channel: 'phone', via: 'voice' })).toBe('it');
  });

  it('at languages by basic filtering (RFC 4647): a range matches itself and what begins with it and a hyphen', () => {
    for (const [range, tag, matches] of [
      ['fr', 'fr', true],
      ['fr', 'fr-CA', true],
      ['FR', 'fr-ca', true],
      ['fr-CA', 'fr', false],
      ['fr-CA', 'fr-CA', true],
      ['de-de', 'de-DE-1996', true],
      ['de-de', 'de-Deva', false],
      ['de-de', 'de-Latn-DE', false],
      ['zh-Hant', 'zh-Hant-TW', true],
      ['f', 'fr', false],
      ['fr', 'frr', false],
    ] as const)
      expect([range, tag, ruleFor({ languages: [range] }, { language: tag })]).toEqual([range, tag, matches ? 'it' : 'fallback']);
    expect(ruleFor({ languages: ['fr'] }, { language: null })).toBe('fallback');
  });

  it('at tags as they are written, however their accents are composed', () => {
    expect(ruleFor({ tags: ['caf\u00e9'] }, { tags: ['cafe\u0301'] })).toBe('it');
    expect(ruleFor({ tags: ['cafe\u0301'] }, { tags: ['caf\u00e9'] })).toBe('it');
    expect(ruleFor({ tags: ['VIP'] }, { tags: ['vip'] })).toBe('fallback');
    expect(ruleFor({ organizationTags: ['gold'] }, { tags: ['gold'] })).toBe('fallback');
    expect(ruleFor({ organizationTags: ['gold'] }, { organizationTags: ['silver', 'gold'] })).toBe('it');
  });

  it('at whether the requester is new', () => {
    expect(ruleFor({ firstContact: true }, { firstContact: false })).toBe('fallback');
    expect(ruleFor({ firstContact: false }, { firstContact: false })).toBe('it');
  });

  it('at office hours and what is outside of them', () => {
    const hours = { timeZone: 'Europe/Paris', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
    // Tuesday the 3rd of March 2026, in winter: one hour before UTC.
    for (const [at, inside] of [
      ['2026-03-03T07:59:59.999Z', false],
      ['2026-03-03T08:00:00.000Z', true],
      ['2026-03-03T15:59:59.999Z', true],
      ['2026-03-03T16:00:00.000Z', false],
      ['2026-03-07T10:00:00.000Z', false],
    ] as const) {
      expect([at, ruleFor({ hours }, { at })]).toEqual([at, inside ? 'it' : 'fallback']);
      expect([at, ruleFor({ hours, outsideHours: true }, { at })]).toEqual([at, inside ? 'fallback' : 'it']);
    }
    const failed = (when: RoutingCondition, at: string) => route(facts({ at }), { organization: null, settings: by(rule('it', when)) }).reasons[0]?.failed;
    expect(failed({ hours }, '2026-03-03T20:00:00Z')).toBe('hours');
    expect(failed({ hours, outsideHours: true }, '2026-03-03T10:00:00Z')).toBe('outsideHours');
  });
});

describe('office hours', () => {
  const at = (text: string) => Date.parse(text);

  it('go over midnight when they end before they begin, and count as the day they began on', () => {
    const isOpen = officeHours({ timeZone: 'UTC', days: [5], from: '22:00', to: '06:00' });
    expect(isOpen(at('2026-03-06T21:59:00Z'))).toBe(false);
    expect(isOpen(at('2026-03-06T22:00:00Z'))).toBe(true);
    expect(isOpen(at('2026-03-07T05:59:00Z'))).toBe(true);
    expect(isOpen(at('2026-03-07T06:00:00Z'))).toBe(false);
    expect(isOpen(at('2026-03-06T03:00:00Z'))).toBe(false);
    expect(isOpen(at('2026-03-07T22:00:00Z'))).toBe(false);
  });

  it('go from Sunday into Monday', () => {
    const isOpen = officeHours({ timeZone: 'UTC', days: [7], from: '22:00', to: '06:00' });
    expect(isOpen(at('2026-03-08T23:00:00Z'))).toBe(true);
    expect(isOpen(at('2026-03-09T01:00:00Z'))).toBe(true);
    expect(isOpen(at('2026-03-08T01:00:00Z'))).toBe(false);
  });

  it('last a whole day from 00:00 to 24:00, and from any time to the same', () => {
    const allDay = officeHours({ timeZone: 'UTC', days: [2], from: '00:00', to: '24:00' });
    expect([at('2026-03-03T00:00:00Z'), at('2026-03-03T23:59:59Z'), at('2026-03-04T00:00:00Z')].map(allDay)).toEqual([true, true, false]);
    const fromNoon = officeHours({ timeZone: 'UTC', days: [2], from: '12:00', to: '12:00' });
    expect([at('2026-03-03T11:59:00Z'), at('2026-03-03T12:00:00Z'), at('2026-03-04T11:59:00Z'), at('2026-03-04T12:00:00Z')].map(fromNoon)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('go by the clock on the wall on the days when it is put forward and back', () => {
    const mornings = officeHours({ timeZone: 'Europe/Paris', days: [7], from: '02:00', to: '03:00' });
    // 29 March 2026: from 02:00 to 03:00 at once. 01:00 UTC is 03:00 already.
    expect([at('2026-03-29T00:59:59Z'), at('2026-03-29T01:00:00Z')].map(mornings)).toEqual([false, false]);
    // 25 October 2026: 02:00 to 03:00 twice, from midnight to 02:00 UTC.
    expect([at('2026-10-24T23:59:59Z'), at('2026-10-25T00:00:00Z'), at('2026-10-25T01:59:59Z'), at('2026-10-25T02:00:00Z')].map(mornings)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const nine = officeHours({ timeZone: 'America/New_York', days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' });
    expect([at('2026-03-07T13:59:00Z'), at('2026-03-07T14:00:00Z'), at('2026-03-08T12:59:00Z'), at('2026-03-08T13:00:00Z')].map(nine)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('are known in zones a quarter of an hour off, and where midnight was skipped', () => {
    expect(wallTime('Asia/Kathmandu', at('2026-03-03T18:14:00Z'))).toEqual({ day: 2, minute: 23 * 60 + 59 });
    expect(wallTime('Asia/Kathmandu', at('2026-03-03T18:15:00Z'))).toEqual({ day: 3, minute: 0 });
    // 28 March 2025, Beirut had its clock put forward from midnight to one.
    expect(wallTime('Asia/Beirut', at('2025-03-29T21:59:00Z'))).toEqual({ day: 6, minute: 23 * 60 + 59 });
    expect(wallTime('Asia/Beirut', at('2025-03-29T22:00:00Z'))).toEqual({ day: 7, minute: 60 });
  });

  it('are the same whatever was asked for before', () => {
    const moments = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2040) });
    const zones = fc.constantFrom('Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia');
    fc.assert(
      fc.property(fc.array(fc.tuple(zones, moments, fc.nat({ max: 120_000 })), { maxLength: 10 }), (asked) => {
        for (const [timeZone, moment, later] of asked)
          for (const time of [moment, moment + later]) {
            const format = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
            const [weekday, clock] = format.format(time).split(' ');
            const { day, minute } = wallTime(timeZone, time);
            const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
            expect([days[day - 1], `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`]).toEqual([weekday, clock]);
          }
      }),
      { numRuns: 30 },
    );
  });
});

describe('what other rules would have made of a ticket', () => {
  it('is what they say, where a rule or the fallback decided', () => {
    const was = route(facts(), { organization: null, settings: by() });
    expect(rerouted(facts(), was, by(rule('mails', {})))).toMatchObject({ queue: 'mails', rule: 'mails' });
  });

  it('is the same where its organization decided', () => {
    const was = route(facts(), { organization: { queue: 'acme', priority: 'high' }, settings: by() });
    expect(rerouted(facts(), was, by(rule('mails', {})))).toBe(was);
  });

  it('is what was decided, by the rules that decided it', () => {
    const tags = fc.subarray(['a', 'b', 'c']);
    const organization = fc.option(fc.record({ queue: fc.constantFrom('acme', 'globex'), priority: fc.constantFrom('low', 'high') }), { nil: null });
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 5 }), tags, organization, (conditions, seen, own) => {
        const settings = by(...conditions.map((named, i) => rule(`r${i}`, named.length > 0 ? { tags: named } : { channels: ['phone'] })));
        const decided = route(facts({ tags: seen }), { organization: own, settings });
        expect(rerouted(facts({ tags: seen }), decided, settings)).toEqual(decided);
      }),
    );
  });

  it('is the same way when only the rule has another name', () => {
    const one = route(facts(), { organization: null, settings: by(rule('one', {}, 'q')) });
    const other = route(facts(), { organization: null, settings: by(rule('other', {}, 'q')) });
    expect(isSameWay(one, other)).toBe(true);
    expect(isSameWay(one, { ...other, priority: 'high' })).toBe(false);
    expect(isSameWay(one, { ...other, assignee: 'agent-1' })).toBe(false);
    expect(isSameWay({ ...one, tags: ['a', 'b'] }, { ...other, tags: ['b', 'a'] })).toBe(true);
    expect(isSameWay({ ...one, tags: ['a'] }, { ...other, tags: ['b'] })).toBe(false);
  });
});

describe('rules are refused', () => {
  const isChannel = (name: string) => Object.hasOwn(defaultSettings.channels, name);
  const hours = { timeZone: 'Europe/Paris', days: [1], from: '09:00', to: '17:00' };
  const problemOf = (when: RoutingCondition) => problemOfRules(by(rule('it', when)), isChannel)?.pointer;

  it('for conditions that cannot be meant, naming the place', () => {
    const wrong: [RoutingCondition, string][] = [
      [{ channels: ['email', 'fax'] }, '/channels/1'],
      [{ channels: ['toString'] }, '/channels/0'],
      [{ channels: [] }, '/channels'],
      [{ vias: [''] }, '/vias/0'],
      [{ languages: ['fr', 'français'] }, '/languages/1'],
      [{ languages: ['fr_CA'] }, '/languages/0'],
      [{ tags: Array.from({ length: 51 }, (_, i) => `t${i}`) }, '/tags'],
      [{ tags: ['a'.repeat(65)] }, '/tags/0'],
      [{ organizationTags: ['two\nlines'] }, '/organizationTags/0'],
      [{ hours: { ...hours, timeZone: 'Europe/Atlantis' } }, '/hours/timeZone'],
      [{ hours: { ...hours, timeZone: '' } }, '/hours/timeZone'],
      [{ hours: { ...hours, days: [] } }, '/hours/days'],
      [{ hours: { ...hours, days: [0] } }, '/hours/days'],
      [{ hours: { ...hours, days: [8] } }, '/hours/days'],
      [{ hours: { ...hours, days: [1.5] } }, '/hours/days'],
      [{ hours: { ...hours, from: '9:00' } }, '/hours/from'],
      [{ hours: { ...hours, from: '24:00' } }, '/hours/from'],
      [{ hours: { ...hours, to: '17:60' } }, '/hours/to'],
      [{ hours: { ...hours, to: '25:00' } }, '/hours/to'],
      [{ outsideHours: true }, '/outsideHours'],
    ];
    for (const [when, pointer] of wrong) expect([when, problemOf(when)]).toEqual([when, `/rules/0/when${pointer}`]);
    const right: RoutingCondition[] = [
      {},
      { languages: ['zh-Hant-TW', 'sr-Latn'] },
      { hours: { ...hours, to: '24:00' }, outsideHours: true },
      { firstContact: false },
    ];
    for (const when of right) expect(problemOf(when)).toBeUndefined();
  });

  it('for names that are not unique, are taken or are none', () => {
    const problem = (...names: string[]) => problemOfRules(by(...names.map((name) => rule(name, {}, 'q'))), isChannel)?.pointer;
    expect(problem('a', 'b', 'a')).toBe('/rules/2/name');
    expect(problem('organization')).toBe('/rules/0/name');
    expect(problem('fallback')).toBe('/rules/0/name');
    expect(problem(' ')).toBe('/rules/0/name');
    expect(problem('a'.repeat(65))).toBe('/rules/0/name');
    expect(problem('VIP customers, at night', 'b')).toBeUndefined();
  });

  it('when there are more than a thousand', () => {
    const many = (n: number) => problemOfRules(by(...Array.from({ length: n }, (_, i) => rule(`r${i}`, {}, 'q'))), isChannel)?.pointer;
    expect(many(1000)).toBeUndefined();
    expect(many(1001)).toBe('/rules');
  });

  it('for queues and priorities that are none', () => {
    expect(problemOfRoute({ queue: 'Acme', priority: 'high' })?.pointer).toBe('/queue');
    expect(problemOfRoute({ queue: '-a', priority: 'high' })?.pointer).toBe('/queue');
    expect(problemOfRoute({ queue: 'a'.repeat(65), priority: 'high' })?.pointer).toBe('/queue');
    expect(problemOfRoute({ queue: 'a', priority: 'highest' as 'high' })?.pointer).toBe('/priority');
    expect(problemOfRoute({ queue: 'a', priority: 'high', assignee: '' })?.pointer).toBe('/assignee');
    expect(problemOfRoute({ queue: 'a', priority: 'high', tags: ['a', ' '] })?.pointer).toBe('/tags/1');
    expect(problemOfRoute({ queue: 'a.b_c-1', priority: 'high', assignee: 'agent-1', tags: [] })).toBeUndefined();
    expect(problemOfRules({ rules: [], fallback: { queue: '', priority: 'high' } }, isChannel)?.pointer).toBe('/fallback/queue');
  });
});

describe('a routing that somebody gives', () => {
  const thrown = (act: () => unknown) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };

  it('is taken as it is, or refused naming the place in the request', () => {
    const good: OrganizationRouting = { queue: 'acme', priority: 'high' };
    expect(usableRouting(good, '/routing')).toBe(good);
    expect(thrown(() => usableRouting({ ...good, queue: 'No' }, '/routing'))).toMatchObject({
      code: 'routing-invalid',
      details: { pointer: '/routing/queue' },
    });
  });

  it('to be tried may name any channel, but nothing that cannot be decided on', () => {
    const some = by(rule('fax', { channels: ['fax'] }));
    expect(usableRules(some, '/routing')).toBe(some);
    const hours = { timeZone: 'Europe/Atlantis', days: [1], from: '09:00', to: '17:00' };
    expect(thrown(() => usableRules(by(rule('it', { hours })), '/routing'))).toMatchObject({
      code: 'routing-invalid',
      details: { pointer: '/routing/rules/0/when/hours/timeZone' },
    });
  });
});

describe('the settings of routing and membership', () => {
  const change = (changes: SettingsChanges) => new ChangeSettings(asking(), changes);

  it('take rules, which see the channels that come with them', () => {
    const shop = { normaliser: 'opaque/1', scoped: true, priority: 15, limit: 5, verifiedOnly: false } as const;
    const changes = { channels: { shop }, routing: { rules: [rule('shop', { channels: ['shop'] })] } };
    given(settings)
      .when(change(changes))
      .then({ type: 'SettingsChanged', data: { version: 1, changes } });
  });

  it('keep the fallback when only rules are named, and the rules when only the fallback is', () => {
    const first = { version: 1, changes: { routing: { rules: [rule('all', {})] } } };
    const second = { version: 2, changes: { routing: { fallback: { queue: 'rest', priority: 'low' as const } } } };
    expect(given(settings, { type: 'SettingsChanged', data: first }, { type: 'SettingsChanged', data: second }).state.routing).toEqual(by(rule('all', {})));
  });

  it('refuse what cannot be used, naming the place', () => {
    const wrong: [SettingsChanges, string][] = [
      [{ routing: { rules: [rule('fax', { channels: ['fax'] })] } }, '/routing/rules/0/when/channels/0'],
      [{ routing: { fallback: { queue: 'No', priority: 'low' } } }, '/routing/fallback/queue'],
      [{ membership: { freeMail: ['mail.example', 'Mail.example'] } }, '/membership/freeMail/1'],
      [{ membership: { freeMail: ['localhost'] } }, '/membership/freeMail/0'],
      [{ membership: { notFreeMail: ['exämple.org'] } }, '/membership/notFreeMail/0'],
      [{ membership: { notFreeMail: ['lea@example.org'] } }, '/membership/notFreeMail/0'],
      [{ membership: { freeMail: Array.from({ length: 10_001 }, (_, i) => `d${i}.example`) } }, '/membership/freeMail'],
    ];
    for (const [changes, pointer] of wrong) given(settings).when(change(changes)).refuses('settings-invalid', { pointer });
    given(settings)
      .when(change({ membership: { freeMail: ['mail.example', 'xn--exmple-cua.org', 'a.b.co.uk'], verifiedOnly: true } }))
      .then({
        type: 'SettingsChanged',
        data: { version: 1, changes: { membership: { freeMail: ['mail.example', 'xn--exmple-cua.org', 'a.b.co.uk'], verifiedOnly: true } } },
      });
  });

  it('refuse a change that no event could hold', () => {
    const when = { tags: Array.from({ length: 50 }, (_, i) => `${'é'.repeat(60)}${i}`) };
    const rules = Array.from({ length: 90 }, (_, i) => rule(`r${i}`, when));
    given(settings)
      .when(change({ routing: { rules } }))
      .refuses('settings-invalid');
  });
});
