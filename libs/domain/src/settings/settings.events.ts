import type { Channel } from '../channel/channel';
import { type Event, events } from '../event';
import type { RoutingSettings } from '../routing/routing';
import type { Survivorship } from '../survivorship/survivorship';

/** A value that never makes a contact point. Not for the addresses of persons: settings are stored in clear. */
export interface BlockedValue {
  /** Null blocks it on every channel. */
  readonly channel: string | null;
  /** Compared with the trimmed value and with its key, both case folded. */
  readonly value: string;
}

/** Which addresses make a member by their domain. */
export interface MembershipSettings {
  /** Only those that were verified. */
  readonly verifiedOnly: boolean;
  /** Where anybody can have an address, beside those that are known to be so: no organization's, even if one claims them. */
  readonly freeMail: readonly string[];
  /** Those of the known ones that are not, here. */
  readonly notFreeMail: readonly string[];
}

/** Whether it is noted who read which personal data. */
export interface AccessLogSettings {
  readonly enabled: boolean;
  /** Notes are kept for so many days, 1 to 3,650. */
  readonly days: number;
}

/** What a tenant can set. */
export interface Settings {
  /** 0 is the defaults; each change adds one. */
  readonly version: number;
  /** ISO 3166-1 alpha-2 region for phone numbers written without a country code; null accepts none. */
  readonly defaultRegion: string | null;
  /** The channel registry. */
  readonly channels: Readonly<Record<string, Channel>>;
  /** Pairs of channels whose equal keys mean the same person. */
  readonly siblings: readonly (readonly [string, string])[];
  readonly blocklist: readonly BlockedValue[];
  /** For so many days a contact point that was released starts a new profile only by a verified contact; 0 is not at all. */
  readonly quarantineDays: number;
  /** How the golden profile of a cluster is made. */
  readonly survivorship: Survivorship;
  readonly membership: MembershipSettings;
  readonly routing: RoutingSettings;
  readonly accessLog: AccessLogSettings;
}

export type SettingsChanges = Partial<Omit<Settings, 'version' | 'survivorship' | 'membership' | 'routing' | 'accessLog'>> & {
  readonly survivorship?: Partial<Survivorship>;
  readonly membership?: Partial<MembershipSettings>;
  readonly routing?: Partial<RoutingSettings>;
  readonly accessLog?: Partial<AccessLogSettings>;
};

/** Settings named in `changes` are replaced; of `channels`, `survivorship`, `membership`, `routing` and `accessLog`, only what is named there. */
export type SettingsChanged = Event<'SettingsChanged', { version: number; changes: SettingsChanges }>;

export type SettingsEvent = SettingsChanged;

export const settingsEvents = events<SettingsEvent>({ SettingsChanged: { personal: [], lifts: [] } });
