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
  status: 'active' | 'suspended' | 'merged' | 'deleted' | 'erased';
  /** What it was when it was deleted or merged. Of an erased one `active` where those whom it stands for are still there. */
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
  /** Of the whole cluster where it stands for one, else its own. Empty for who was never heard of: sorted, they come last. */
  last_interaction_at: string;
  /** Of what came to this profile itself. */
  own_last_interaction_at: string;
  /** What lists of members of organizations know of `last_interaction_at`: another one until that is settled; null for who is in none. */
  member_last_at: string | null;
  /**
   * Who stands for the cluster: its own id for who was not merged. An index has it of those who were:
   * the others of a cluster are found by `canonical_id = ? and survivor_id is not null`.
   */
  canonical_id: string;
  /** Whom it was merged into, by which merge and where in the log; null for who was not, or is not any more. */
  survivor_id: string | null;
  merge_id: string | null;
  merged_position: number | null;
  /** Profiles in the cluster that it stands for, itself included; 1 for who was merged, too. */
  member_count: number;
  /** Of the last event on its own stream that changed what is shown. */
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

/**
 * What a profile took away and did not set again: `name`, `locale`, `timeZone`, `details`, `notes`, `fields.<name>` or `tags.<tag>`.
 * It hides what those had who were merged into it before.
 */
export interface EndUserBlankTable {
  tenant: string;
  end_user_id: string;
  what: string;
  /** Where it was taken away. */
  position: number;
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

/** Who is erased: what is told late of them says nothing. */
export interface ErasedEndUserTable {
  tenant: string;
  id: string;
}

/** Who was erased since rows of a part were settled: none after a transaction. */
export interface ErasedStaleTable {
  part: 'contact-lookup' | 'duplicates' | 'holding' | 'timeline';
  tenant: string;
  id: string;
}

/** Which entries in the search are out of date: none after a transaction. */
export interface SearchStaleTable {
  part: 'name' | 'points';
  /** Of the end user. */
  number: number;
}

/**
 * What of a cluster is out of date: none after a transaction. `links` of a profile that was merged or came back, `members` and `tags`
 * of the cluster that a profile stands for, `organizations` of a profile that joined or left one, or is listed there in another way.
 */
export interface ClusterStaleTable {
  part: 'links' | 'members' | 'tags' | 'organizations';
  /** Of the end user. */
  number: number;
}

/** The tags that a cluster has by profiles that were merged; those of the profile that stands for it are with the end user. */
export interface SearchTagTable {
  /** Of the profile that stands for the cluster. */
  number: number;
  tag: string;
  tenant: string;
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
