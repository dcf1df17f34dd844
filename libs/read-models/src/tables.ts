import { type BuiltInChannel, builtInChannels } from '@kith/domain';

/** Who holds a contact point of one channel, now. Flags are 0 or 1, positions those of the log, times RFC 3339 UTC. */
export interface LookupTable {
  tenant: string;
  scope: string;
  key: string;
  end_user_id: string;
  /** Digest of the contact point, which its later events name it by. */
  point_id: string;
  verified: number;
  shared: number;
  since: string;
  position: number;
}

/** The same for the channels that tenants register. */
export interface RegisteredLookupTable extends LookupTable {
  channel: string;
}

/** Contact points that several end users may hold. */
export interface SharedPointTable {
  tenant: string;
  point_id: string;
}

/** End users as lookups show them, so that a lookup hangs on one projection only. */
export interface HolderTable {
  tenant: string;
  id: string;
  name: string | null;
  /** 1 for who is deleted or erased: about to be released from every point, and shown nowhere meanwhile. */
  gone: number;
}

/** The last number that was given to an end user of a tenant: the tenant's place among the tenants times 2^32, and a count. */
export interface LastNumberTable {
  tenant: string;
  number: number;
}

/** An end user's own profile. */
export interface EndUserTable {
  tenant: string;
  id: string;
  /** Counts the end users of a tenant in the order in which they were created, above all numbers of the tenants before it. */
  number: number;
  status: 'active' | 'suspended' | 'deleted' | 'erased';
  /** What it was when it was deleted. */
  status_before: 'active' | 'suspended' | null;
  origin: string;
  name: string | null;
  /** The name as it is searched. */
  searched_name: string | null;
  locale: string | null;
  time_zone: string | null;
  details: string | null;
  notes: string | null;
  created_at: string;
  updated_at: string;
  /** Empty for who was never heard of: sorted, they come last. */
  last_interaction_at: string;
  /** Of the last event on its own stream. */
  revision: number;
  /** Of the last event that changed what is shown, in whatever stream. */
  position: number;
  /** The same, but for when it was last heard of. */
  edited_position: number;
}

/** The tags that an end user has now, in Unicode form C. */
export interface EndUserTagTable {
  tenant: string;
  end_user_id: string;
  tag: string;
  /** Of the end user. */
  number: number;
  /** Where it was put on. */
  position: number;
}

/** The custom fields of an end user. */
export interface EndUserFieldTable {
  tenant: string;
  end_user_id: string;
  name: string;
  /** JSON. */
  value: string;
}

/** The contact point that was chosen for a channel; it counts while it is held. */
export interface EndUserPrimaryTable {
  tenant: string;
  end_user_id: string;
  channel: string;
  point_id: string;
}

/** The contact points of a profile, claims of a profile in the making included. */
export interface EndUserContactPointTable {
  tenant: string;
  end_user_id: string;
  point_id: string;
  channel: string;
  scope: string;
  key: string;
  value: string;
  /** What it is searched by, each form in a line of its own. */
  searched: string;
  verified: number;
  since: string;
  position: number;
}

/** Which entries in the search are out of date: none after a transaction. */
export interface SearchStaleTable {
  part: 'name' | 'points';
  /** Of the end user. */
  number: number;
}

/** The channels on which an end user can be reached, and `!email` when there is no e-mail address. */
export interface SearchChannelTable {
  number: number;
  channel: string;
  tenant: string;
}

/** Full text: the words of names. */
export interface SearchNameTable {
  /** Number of the end user. */
  rowid: number;
  name: string;
}

/** Full text: any three characters of contact points. */
export interface SearchPointTable {
  /** Number of the end user. */
  rowid: number;
  points: string;
}

/** When interactions that nobody has yet took place: an assignment does not repeat it. */
export interface UnassignedInteractionTable {
  tenant: string;
  id: string;
  occurred_at: string;
}

export type TimelineKind =
  | 'interaction'
  | 'created'
  | 'contact-point-attached'
  | 'contact-point-verified'
  | 'contact-point-released'
  | 'primary-chosen'
  | 'changed'
  | 'tagged'
  | 'untagged'
  | 'noted'
  | 'suspended'
  | 'reinstated'
  | 'deleted'
  | 'restored';

/** What happened with an end user. */
export interface TimelineEntryTable {
  tenant: string;
  end_user_id: string;
  occurred_at: string;
  position: number;
  kind: TimelineKind;
  /** Kind and id, with a colon between. */
  actor: string;
  on_behalf_of: string | null;
  /** Digest of source and id. */
  interaction_id: string | null;
  /** Where the interaction was said to be theirs, when not at once. */
  assigned_position: number | null;
  point_id: string | null;
  source: string | null;
  channel: string | null;
  via: string | null;
  direction: string | null;
  ticket_id: string | null;
  /** The interaction's, or the text of a note. */
  summary: string | null;
  /** JSON array: the tags, or the names of what changed. */
  what: string | null;
  outcome: string | null;
  /** Why a contact point was released. */
  cause: string | null;
  /** In the words of whoever suspended, reinstated or deleted. */
  reason: string | null;
}

/**
 * Interactions that came by a point and were theirs who held it, before this position, are another's: none after a transaction.
 * Where a point was corrected more than once, `to_id` is the last one to have them.
 */
export interface TimelineMoveTable {
  tenant: string;
  point_id: string;
  from_id: string;
  position: number;
  to_id: string;
}

/** Interactions that wait for somebody to say whose they are. */
export interface OpenInteractionTable {
  tenant: string;
  id: string;
  outcome: string;
  occurred_at: string;
  position: number;
  actor: string;
  on_behalf_of: string | null;
  point_id: string | null;
  source: string;
  channel: string;
  via: string;
  direction: string;
  ticket_id: string | null;
  summary: string | null;
  /** JSON array of end user ids. */
  candidates: string;
}

/** From when to when an end user held a contact point, out there and in the log; open ends are null. */
export interface HoldingTable {
  tenant: string;
  point_id: string;
  end_user_id: string;
  from_position: number;
  channel: string;
  scope: string;
  key: string;
  held_from: string;
  held_to: string | null;
  recorded_from: string;
  recorded_to: string | null;
  to_position: number | null;
  cause: string | null;
  verified_from: string | null;
}

/** From when to when several end users could hold a contact point. */
export interface SharingTable {
  tenant: string;
  point_id: string;
  from_position: number;
  shared_from: string;
  shared_to: string | null;
}

/** Who may call, in which role: all that is known of a key but its secret. */
export interface ApiKeyTable {
  tenant: string;
  key_id: string;
  role: string;
  client_name: string;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  position: number;
}

/** The companies using the engine. */
export interface TenantTable {
  name: string;
  created_at: string;
  position: number;
}

/** How far a projection has read the log. */
export interface CheckpointTable {
  name: string;
  position: number;
}

export type BuiltInLookupName = `${BuiltInChannel}_lookup`;
export type LookupTableName = BuiltInLookupName | 'registered_lookup';

/** Everything in the read database. Singular, tenant first in every key. */
export type Tables = Record<BuiltInLookupName, LookupTable> & {
  registered_lookup: RegisteredLookupTable;
  shared_point: SharedPointTable;
  holder: HolderTable;
  last_number: LastNumberTable;
  end_user: EndUserTable;
  end_user_tag: EndUserTagTable;
  end_user_field: EndUserFieldTable;
  end_user_primary: EndUserPrimaryTable;
  end_user_contact_point: EndUserContactPointTable;
  unassigned_interaction: UnassignedInteractionTable;
  search_stale: SearchStaleTable;
  search_channel: SearchChannelTable;
  search_name: SearchNameTable;
  search_point: SearchPointTable;
  timeline_entry: TimelineEntryTable;
  timeline_move: TimelineMoveTable;
  open_interaction: OpenInteractionTable;
  holding: HoldingTable;
  sharing: SharingTable;
  api_key: ApiKeyTable;
  tenant: TenantTable;
  checkpoint: CheckpointTable;
};
export type TableName = keyof Tables & string;

const builtInNames = Object.keys(builtInChannels).map((channel) => `${channel}_lookup` as BuiltInLookupName);

/** One table for each built-in channel, and the one for all others. */
export const lookupTables: readonly LookupTableName[] = [...builtInNames, 'registered_lookup'];

const byChannel: ReadonlyMap<string, LookupTableName> = new Map(
  Object.keys(builtInChannels).map((channel, i) => [channel, builtInNames[i] as BuiltInLookupName]),
);

/** Where a channel's contact points are looked up. */
export const lookupTableOf = (channel: string): LookupTableName => byChannel.get(channel) ?? 'registered_lookup';
