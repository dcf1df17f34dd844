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
  | 'restored'
  | 'merged'
  | 'absorbed'
  | 'separated'
  | 'unmerged'
  | 'declared-different'
  | 'difference-withdrawn'
  | 'organization-joined'
  | 'organization-left'
  | 'default-organization-chosen'
  | 'erased';

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
  /** Why a contact point was released, or who made the end user a member of an organization or ended that. */
  cause: string | null;
  /** In the words of whoever suspended, reinstated, deleted, merged, unmerged, or declared different. */
  reason: string | null;
  /** The end user on the other side of a merge or of a difference; of a membership the organization, none for no default. */
  other_id: string | null;
  merge_id: string | null;
  /** In whose words it speaks: whoever had it first, or the other side. Null where that is the end user. */
  words_of: string | null;
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
  /** Null once the end user is erased, or lost the race for it and never was. */
  key: string | null;
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
