/** An organization by itself. */
export interface OrganizationTable {
  tenant: string;
  id: string;
  status: 'active' | 'merged' | 'deleted';
  /** Null for one whose key is destroyed, like all that is in words. */
  name: string | null;
  /** The name as it is searched and sorted by. */
  searched_name: string;
  external_id: string | null;
  details: string | null;
  notes: string | null;
  origin: string;
  /** JSON of where its tickets go; null leaves it to the rules of the tenant. */
  routing: string | null;
  created_at: string;
  updated_at: string;
  /** Which one stands for it: itself unless it was merged. An index has those that were. */
  canonical_id: string;
  /** Into which it was merged, by which merge and where in the log; null for one that was not, or is not any more. */
  survivor_id: string | null;
  merge_id: string | null;
  merged_position: number | null;
  /** Of the last event on its stream. */
  revision: number;
  position: number;
}

/** A tag of an organization, in Unicode form C. */
export interface OrganizationTagTable {
  tenant: string;
  organization_id: string;
  tag: string;
  /** Where it was put on. */
  position: number;
}

/** A custom field of an organization. */
export interface OrganizationFieldTable {
  tenant: string;
  organization_id: string;
  name: string;
  /** JSON. */
  value: string;
}

/** What an organization took away and did not set again, as of end users: it hides what those had that were merged into it before. */
export interface OrganizationBlankTable {
  tenant: string;
  organization_id: string;
  what: string;
  /** Where it was taken away. */
  position: number;
}

/** A domain that an organization claims. */
export interface OrganizationDomainTable {
  tenant: string;
  organization_id: string;
  domain: string;
  subdomains: number;
  /** JSON array: the domains below it that it does not stand for. */
  excepted: string;
  precedence: number;
  /** Of the event that said so last. */
  position: number;
}

/** A merge of two organizations, by their own ids. */
export interface OrganizationMergeTable {
  tenant: string;
  id: string;
  survivor_id: string;
  merged_id: string;
  undone: number;
  position: number;
}

/** An organization that a profile joined, and is still in. */
export interface EndUserOrganizationTable {
  tenant: string;
  end_user_id: string;
  /** As it was joined, whatever it was merged into. */
  organization_id: string;
  cause: 'manual' | 'domain' | 'import';
  /** Business time. */
  since: string;
  /** Where it joined. */
  position: number;
}

/** The default organization of a profile; null when somebody chose that there is none, and no row when nobody chose. */
export interface EndUserDefaultTable {
  tenant: string;
  end_user_id: string;
  organization_id: string | null;
}

/** A person in an organization, by the profile that stands for it: nobody who is deleted or erased. */
export interface OrganizationMemberTable {
  tenant: string;
  /** As any of its profiles joined it. */
  organization_id: string;
  /** Of the profile that stands for the person. */
  number: number;
  /** Of that one. */
  last_interaction_at: string;
  /** The folded name that lists are sorted by: its own or, without one, that of who was merged into it first. */
  name: string;
}

/** How many persons are in an organization, by its own id. */
export interface OrganizationSizeTable {
  tenant: string;
  organization_id: string;
  people: number;
}

/** Of organizations and of who is in them. */
export interface OrganizationTables {
  organization: OrganizationTable;
  organization_tag: OrganizationTagTable;
  organization_field: OrganizationFieldTable;
  organization_blank: OrganizationBlankTable;
  organization_domain: OrganizationDomainTable;
  organization_merge: OrganizationMergeTable;
  end_user_organization: EndUserOrganizationTable;
  end_user_default: EndUserDefaultTable;
  organization_member: OrganizationMemberTable;
  organization_size: OrganizationSizeTable;
}
