/** Which profile is a member of which organization now: by the ids of both as they were joined. Who is one person, or one organization, is known elsewhere. */
export interface MembershipTable {
  tenant: string;
  end_user_id: string;
  organization_id: string;
  cause: 'manual' | 'domain' | 'import';
  /** Business time since which it is so without a break, RFC 3339 UTC; who was a member by domain and is so by hand now is so since before. */
  joined_at: string;
  joined_position: number;
}

/** From when to when a profile was a member, by business time and by place in the log. Rows stay for ever. */
export interface MembershipIntervalTable {
  tenant: string;
  end_user_id: string;
  organization_id: string;
  from_position: number;
  from_at: string;
  /** Null for one that lasts, like {@link to_at}, which is never before {@link from_at}. */
  to_position: number | null;
  to_at: string | null;
}

/** The domains that an e-mail address lies at, for each profile that holds it: the address's own, and those above it that can be claimed. */
export interface EmailDomainTable {
  tenant: string;
  end_user_id: string;
  point_id: string;
  domain: string;
  /** 1 for the domain of the address itself. */
  own: number;
  verified: number;
}

/** A domain that an organization claims, by its id as it claimed it; also of one that was merged or deleted since. */
export interface DomainClaimTable {
  tenant: string;
  organization_id: string;
  domain: string;
  subdomains: number;
  /** JSON array. */
  excepted: string;
  precedence: number;
  since_position: number;
  /** Of the last event that said so. */
  position: number;
}

/** An organization that was ever merged or deleted: what its claims count for hangs on it. */
export interface ClaimantTable {
  tenant: string;
  organization_id: string;
  survivor_id: string | null;
  deleted: number;
}

/** Work on the memberships of many, page by page. */
export interface MembershipSweepTable {
  tenant: string;
  id: string;
  because: 'domains-changed' | 'organization-deleted' | 'settings-changed';
  organization_id: string | null;
  /** JSON array. */
  domains: string | null;
  settings_version: number | null;
  started_at: string;
  started_position: number;
  /** When the last page ended. */
  advanced_at: string | null;
  ended_at: string | null;
  scanned: number;
  joined: number;
  departed: number;
}

/** Of memberships, and of what decides those by domain. */
export interface MembershipTables {
  membership: MembershipTable;
  membership_interval: MembershipIntervalTable;
  email_domain: EmailDomainTable;
  domain_claim: DomainClaimTable;
  claimant: ClaimantTable;
  membership_sweep: MembershipSweepTable;
}
