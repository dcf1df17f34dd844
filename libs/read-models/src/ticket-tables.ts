/** A ticket as it is now. Ids of end users and organizations are as they were named; reads say who stands for them today. */
export interface TicketTable {
  tenant: string;
  /** Digest of source and id there. */
  id: string;
  source: string;
  /** The id there; null once the requester that it was opened for is erased, like `subject` and `tags`. */
  source_id: string | null;
  requester_id: string;
  /** The requester that it was opened for, as whose words it counts; null for who is the requester still. */
  opened_for: string | null;
  organization_id: string | null;
  /** From when on it is this organization's, business time. */
  organization_at: string;
  subject: string | null;
  channel: string;
  via: string;
  language: string | null;
  /** JSON array: those that it was opened with. */
  tags: string;
  /** 1 when words of it are not known any more: then what it was routed by is not, either. */
  erased: number;
  first_contact: number;
  status: string;
  /** From when on the status is in force, business time. */
  status_at: string;
  /** 1 for solved and closed. */
  done: number;
  queue: string | null;
  priority: string | null;
  assignee: string | null;
  /** What routed it. */
  rule: string | null;
  settings_version: number | null;
  /** JSON array: the tags that the rule put on it. */
  route_tags: string;
  opened_at: string;
  /** Of the opening. */
  opened_position: number;
  /** When it was recorded. */
  created_at: string;
  /** Of the last event on its stream. */
  updated_at: string;
  revision: number;
  position: number;
}

/** A status of a ticket, from a time on until that of the next. */
export interface TicketStatusTable {
  tenant: string;
  ticket_id: string;
  at: string;
  position: number;
  status: string;
}

/** Why a ticket went where it went, and what is needed to try other rules on it. */
export interface TicketRouteTable {
  tenant: string;
  ticket_id: string;
  /** JSON of the reasons. */
  reasons: string;
  /** JSON array; empty once erased. */
  organization_tags: string;
}

/** Interactions that are an organization's: where each is found on the timeline of who had it first. */
export interface OrganizationInteractionTable {
  tenant: string;
  /** As it was named. */
  organization_id: string;
  occurred_at: string;
  position: number;
  /** Who held the point that it came by, or was said to be whose it is. */
  end_user_id: string;
}

/** When interactions that nobody has yet took place: an assignment does not repeat it. */
export interface WaitingInteractionTable {
  tenant: string;
  id: string;
  occurred_at: string;
  position: number;
}

/** What came by some contact point to an end user, before this position, is another's: the point was always theirs. */
export interface InteractionMoveTable {
  tenant: string;
  from_id: string;
  position: number;
  to_id: string;
}
