import { builtInChannels, type Channel } from '../channel/channel';
import { isSupportedRegion } from '../channel/phone';
import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { defaultRouting } from '../routing/routing';
import { problemOfRules } from '../routing/routing-problem';
import { streamOf } from '../stream';
import { defaultSurvivorship, type Survivorship, survivorshipRulesOf } from '../survivorship/survivorship';
import { isDeepStrictEqualJson } from './json-equal';
import type { ChangeSettings } from './settings.commands';
import type { BlockedValue, Settings, SettingsChanges, SettingsEvent } from './settings.events';

/** What systems put where an address would be when they have none. */
const nobody = ['anonymous', 'unknown', 'private', 'restricted', 'unavailable', 'withheld', 'none', 'null', 'n/a', '-1', '-2'];

export const defaultSettings: Settings = {
  version: 0,
  defaultRegion: null,
  channels: builtInChannels,
  siblings: [['phone', 'whatsapp']],
  blocklist: nobody.map((value) => ({ channel: null, value })),
  quarantineDays: 0,
  survivorship: defaultSurvivorship,
  membership: { verifiedOnly: false, freeMail: [], notFreeMail: [] },
  routing: defaultRouting,
  accessLog: { enabled: false, days: 180 },
};

export const settings: Decider<Settings, ChangeSettings, SettingsEvent> = {
  stream: ({ context }) => streamOf.settings(context.tenant),
  initial: defaultSettings,
  evolve: (state, { data: { version, changes } }) => ({ ...merged(state, changes), version }),
  decide({ changes, expectedVersion }, state) {
    if (expectedVersion !== undefined && expectedVersion !== state.version)
      refuse('state-changed', `The settings are at version ${state.version} by now; read them again.`);
    const next = merged(state, changes);
    if (isDeepStrictEqualJson(next, state)) return [];
    check(next, state);
    if (new TextEncoder().encode(JSON.stringify(changes)).length > largestChange)
      refuse('settings-invalid', `All that changes at once takes at most ${largestChange} bytes as JSON: change less at a time, or shorten the lists.`);
    return [{ type: 'SettingsChanged', data: { version: state.version + 1, changes } }];
  },
};

const merged = (state: Settings, { channels, survivorship, membership, routing, accessLog, ...rest }: SettingsChanges): Settings => ({
  ...state,
  ...rest,
  channels: channels ? { ...state.channels, ...channels } : state.channels,
  survivorship: survivorship ? { ...state.survivorship, ...survivorship } : state.survivorship,
  membership: membership ? { ...state.membership, ...membership } : state.membership,
  routing: routing ? { ...state.routing, ...routing } : state.routing,
  accessLog: accessLog ? { ...state.accessLog, ...accessLog } : state.accessLog,
});

/** What an event may take at most, with room for who changed it, in bytes of JSON. */
const largestChange = 500_000;
/** The most domains in a list of the membership settings. */
const mostDomains = 10_000;
/** A host name with at least two labels in ASCII and lower case (RFC 1123), as {@link URL} writes internationalized ones. */
const domainPattern = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function check(next: Settings, before: Settings): void {
  const invalid = (pointer: string, detail: string) => refuse('settings-invalid', detail, { pointer });
  if (next.defaultRegion !== null && !isSupportedRegion(next.defaultRegion))
    invalid('/defaultRegion', 'The default region must be an ISO 3166-1 alpha-2 code with a telephone numbering plan, such as FR.');
  if (!(Number.isInteger(next.quarantineDays) && next.quarantineDays >= 0 && next.quarantineDays <= 3650))
    invalid('/quarantineDays', 'The quarantine lies between 0 and 3,650 days.');
  for (const [name, channel] of Object.entries(next.channels)) {
    if (!/^[a-z][a-z0-9_]{0,31}$/.test(name)) invalid(`/channels/${name}`, 'A channel name is 1 to 32 of a to z, 0 to 9 and _, and begins with a letter.');
    if (!(channel.limit >= 1 && channel.limit <= 1000)) invalid(`/channels/${name}/limit`, 'A limit lies between 1 and 1,000.');
    const known: Channel | undefined = before.channels[name];
    if (known && (known.normaliser !== channel.normaliser || known.scoped !== channel.scoped))
      invalid(`/channels/${name}`, 'Normaliser and scope decide the identity of contact points and cannot change.');
  }
  for (const [i, pair] of next.siblings.entries()) {
    const [one, other] = pair.map((name) => next.channels[name]);
    if (!one || !other || pair[0] === pair[1]) invalid(`/siblings/${i}`, 'Siblings are two different registered channels.');
    if (one?.scoped || other?.scoped) invalid(`/siblings/${i}`, 'A channel whose ids need a scope has no sibling.');
  }
  for (const [field, rule] of Object.entries(next.survivorship) as [keyof Survivorship, Survivorship[keyof Survivorship]][]) {
    const rules = survivorshipRulesOf(field);
    if (!rules.includes(rule)) invalid(`/survivorship/${field}`, rules.length > 0 ? `One of ${rules.join(', ')}.` : 'A profile has no such value.');
  }
  for (const list of ['freeMail', 'notFreeMail'] as const) {
    const domains = next.membership[list];
    if (domains.length > mostDomains) invalid(`/membership/${list}`, `A list has at most ${mostDomains} domains.`);
    const wrong = domains.findIndex((domain) => !domainPattern.test(domain));
    if (wrong >= 0) invalid(`/membership/${list}/${wrong}`, 'A domain is written in ASCII and lower case, such as mail.example.');
  }
  const { days } = next.accessLog;
  if (!(Number.isInteger(days) && days >= 1 && days <= 3650)) invalid('/accessLog/days', 'Notes of who read what are kept for 1 to 3,650 days.');
  const problem = next.routing === before.routing ? undefined : problemOfRules(next.routing, (name) => Object.hasOwn(next.channels, name));
  if (problem) invalid(`/routing${problem.pointer}`, problem.detail);
}

/** Each blocklist as it is looked up in, folded once. */
const foldedLists = new WeakMap<readonly BlockedValue[], ReadonlySet<string>>();
const everyChannel = '*';

function foldedList(blocklist: readonly BlockedValue[]): ReadonlySet<string> {
  const known = foldedLists.get(blocklist);
  if (known) return known;
  const folded = new Set(blocklist.map(({ channel, value }) => `${channel ?? everyChannel} ${value.trim().toLowerCase()}`));
  foldedLists.set(blocklist, folded);
  return folded;
}

/** Whether a value, or the key it was given, makes no contact point: by the tenant's blocklist, or because it is nothing but zeros. */
export function isBlocked({ blocklist }: Settings, channel: string, value: string): boolean {
  const folded = value.trim().toLowerCase();
  const list = foldedList(blocklist);
  return list.has(`${everyChannel} ${folded}`) || list.has(`${channel} ${folded}`) || /^\+?0+$/.test(folded);
}

/** The channels whose equal keys mean the same person as this one's. */
export const siblingsOf = ({ siblings }: Settings, channel: string): readonly string[] =>
  siblings.flatMap(([one, other]) => (one === channel ? [other] : other === channel ? [one] : []));
