import type { DuplicateRule } from '@kith/domain';

/** A merge: the profiles that the link is between, why and by whom, and how it was undone. */
export interface MergeTable {
  tenant: string;
  id: string;
  survivor_id: string;
  /** Whose seal the merge is. */
  merged_id: string;
  named_survivor_id: string;
  named_merged_id: string;
  /** What asked for it when no person did. */
  rule: string | null;
  reason: string | null;
  searched_reason: string | null;
  actor_kind: string;
  actor_id: string;
  on_behalf_of: string | null;
  recorded_at: string;
  occurred_at: string;
  position: number;
  /** JSON array: the profiles of the merged side, then. */
  members: string;
  undone: number;
  undone_at: string | null;
  undone_actor_kind: string | null;
  undone_actor_id: string | null;
  undone_on_behalf_of: string | null;
  undone_reason: string | null;
  searched_undone_reason: string | null;
  undone_position: number | null;
  /** JSON array: the profiles that came back. */
  undone_members: string | null;
}

/** Whom a merge was about: both profiles of the link, both that were named, and everybody on the merged side. */
export interface MergeMemberTable {
  tenant: string;
  end_user_id: string;
  merge_id: string;
}

/** Two profiles that were declared different, the lower id first. */
export interface DifferenceTable {
  tenant: string;
  end_user_id: string;
  other_id: string;
  declaration_id: string;
  until: string | null;
  reason: string | null;
  actor_kind: string;
  actor_id: string;
  on_behalf_of: string | null;
  recorded_at: string;
  position: number;
  /** When it ended before its time. */
  withdrawn_at: string | null;
  withdrawn_actor_kind: string | null;
  withdrawn_actor_id: string | null;
  withdrawn_on_behalf_of: string | null;
  withdrawn_reason: string | null;
  /** The later declaration of the same pair that ended it. */
  replaced_by: string | null;
}

/** The name by which a profile is compared with others, folded. */
export interface DuplicateNameTable {
  tenant: string;
  end_user_id: string;
  name: string;
  /** Where it got the name. */
  position: number;
}

/** What a profile has in common with others through a contact point, those of profiles in the making included. */
export interface DuplicatePointTable {
  tenant: string;
  end_user_id: string;
  point_id: string;
  channel: string;
  /** The mailbox of an e-mail address; of other channels the key of the point. */
  key: string;
  /** Of an e-mail address, where not anybody can have one; an organization's id in the row of a membership. */
  domain: string | null;
  /** Where it came to be held. */
  position: number;
  /** The folded name at that domain, or in that organization. */
  named: string | null;
}

/** Channels whose equal keys mean one person, both ways, for tenants that set their own; a row of two empty ones says that they did. */
export interface DuplicateSiblingTable {
  tenant: string;
  channel: string;
  sibling: string;
}

/** Keys of which it has changed who shares them: none after a transaction. */
export interface DuplicateStaleTable {
  tenant: string;
  /** Whose change it was. */
  end_user_id: string;
  key: string;
}

/** One reason to take two profiles for one person. */
export interface DuplicateEvidenceTable {
  tenant: string;
  /** What they share: a mailbox, a number, a name at a domain; of a meeting the digests of the contact points, with spaces between. */
  key: string;
  rule: DuplicateRule;
  lower_id: string;
  higher_id: string;
  /** Since where in the log they share it. */
  position: number;
}
