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

/** An end user's own profile. */
export interface EndUserTable {
  tenant: string;
  id: string;
  status: 'active' | 'suspended' | 'deleted' | 'erased';
  origin: string;
  name: string | null;
  locale: string | null;
  time_zone: string | null;
  details: string | null;
  notes: string | null;
  /** JSON array of strings. */
  tags: string;
  /** JSON object. */
  fields: string;
  created_at: string;
  updated_at: string;
  last_interaction_at: string | null;
  /** Of the last event on its own stream. */
  revision: number;
  /** Of the last event that changed what is shown, in whatever stream. */
  position: number;
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
  verified: number;
  since: string;
  position: number;
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
  | 'suspended'
  | 'reinstated'
  | 'deleted';

/** What happened with an end user. */
export interface TimelineEntryTable {
  tenant: string;
  end_user_id: string;
  occurred_at: string;
  position: number;
  kind: TimelineKind;
  /** Digest of source and id. */
  interaction_id: string | null;
  point_id: string | null;
  source: string | null;
  channel: string | null;
  via: string | null;
  direction: string | null;
  ticket_id: string | null;
  summary: string | null;
  outcome: string | null;
  /** Why a contact point was released. */
  cause: string | null;
  /** In the words of whoever suspended, reinstated or deleted. */
  reason: string | null;
}

/** Interactions that wait for somebody to say whose they are. */
export interface OpenInteractionTable {
  tenant: string;
  id: string;
  outcome: string;
  occurred_at: string;
  position: number;
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
  end_user: EndUserTable;
  end_user_contact_point: EndUserContactPointTable;
  unassigned_interaction: UnassignedInteractionTable;
  timeline_entry: TimelineEntryTable;
  open_interaction: OpenInteractionTable;
  holding: HoldingTable;
  sharing: SharingTable;
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
