import { ActorAnswer } from './events.dto';
import { PossibleDuplicateAnswer } from './possible-duplicate.dto';

/** The new end user's id. */
export class CreatedEndUserAnswer {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  id: string;
  /** The same, for it was merged with nobody; a retry tells who stands for it by then. */
  canonicalId: string;
  /** Who may be the same person, as far as that is known at once. */
  possibleDuplicates: PossibleDuplicateAnswer[];
}

/** A contact point of an end user. */
export class OwnContactPointAnswer {
  channel: string;
  scope: string;
  /** As it was first given. */
  value: string;
  /** Normalised. */
  key: string;
  verified: boolean;
  /** The one to use on its channel. */
  primary: boolean;
  /** The profile of the cluster that holds it. */
  endUserId: string;
  since: string;
}

/** An organization that an end user is a member of. */
export class MembershipAnswer {
  /**
   * As it was joined.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  id: string;
  /**
   * The organization that stands for it after merges.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  canonicalId: string;
  /** @example 'Acme Ltd' */
  name: string | null;
  /** Whether tickets and interactions are its unless they name another one. */
  default: boolean;
  /**
   * By hand, by an e-mail address of theirs, or by an import.
   * @example 'domain'
   */
  reason: 'manual' | 'domain' | 'import';
  since: string;
}

/** An end user, shown as the golden profile of its cluster. */
export class EndUserAnswer {
  /** The id asked for. */
  id: string;
  canonicalId: string;
  status: 'active' | 'suspended' | 'merged' | 'deleted' | 'erased';
  name: string | null;
  locale: string | null;
  timeZone: string | null;
  origin: 'contacted' | 'agent' | 'import' | 'api';
  tags: string[];
  details: string | null;
  notes: string | null;
  fields: Record<string, string | number | boolean>;
  contactPoints: OwnContactPointAnswer[];
  organizations: MembershipAnswer[];
  mergedFrom: string[];
  /** For each value that is known, the profile it comes from. */
  sources: Record<string, string>;
  createdAt: string;
  updatedAt: string;
  lastInteractionAt: string | null;
  /** Of the last event on the profile's own stream. */
  revision: number;
}

/** A contact point as it is attached now. */
export class AttachedContactPointAnswer {
  /** The profile that holds it. */
  endUserId: string;
  /** The end user that stands for it after merges. */
  canonicalId: string;
  channel: string;
  scope: string;
  key: string;
  verified: boolean;
}

/** Something that happened with an end user. Members that do not apply are null. */
export class TimelineEntryAnswer {
  kind:
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
  /** The profile of the cluster that it happened with. */
  endUserId: string;
  occurredAt: string;
  interactionId: string | null;
  source: string | null;
  channel: string | null;
  /** The address it came by or is about. */
  key: string | null;
  via: string | null;
  direction: 'inbound' | 'outbound' | null;
  ticketId: string | null;
  /** Of the interaction, or the text of a note. */
  summary: string | null;
  /** The tags that were put on or taken off, or what was changed, such as `name` or `fields.plan`. */
  what: string[] | null;
  outcome: string | null;
  /** Why a contact point was released, or who made the end user a member of an organization or ended that. */
  cause: string | null;
  reason: string | null;
  /** The end user on the other side of a merge or of a difference; of a membership the organization. */
  otherId: string | null;
  /**
   * What that organization, or the one that stands for it, is called now.
   * @example null
   */
  organizationName: string | null;
  mergeId: string | null;
  actor: ActorAnswer;
  /** For whom the actor did it, as it said. */
  onBehalfOf: string | null;
}

/** A page of a timeline, the latest first. */
export class TimelineAnswer {
  items: TimelineEntryAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}
