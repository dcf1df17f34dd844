import type { Actor, Direction, FieldValue, Reason, ReleaseCause, ResolutionOutcome, RoutingReason } from '@kith/domain';
import type { FieldChange, HistoryOf } from '../history/history-entry';

/** The form of an access export; another one gets another number. */
export const accessExportFormat = 'kith-access-export/1';

/**
 * Who did something, as the person may know it: systems by id and, where they have one, by name. Of people who work for the company it is
 * told that it was one of them, not which (Court of Justice of the EU, C-579/21).
 */
export interface ExportedActor {
  readonly kind: Actor['kind'];
  readonly id: string | null;
  readonly name: string | null;
}

/** Where a value comes from: the fact in the log that says it. Times are RFC 3339 UTC. */
export interface Origins {
  /** Place in the log, decimal. */
  readonly position: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: ExportedActor;
}

/** A profile of the person, as it is by itself. */
export interface ExportedProfile {
  readonly id: string;
  readonly status: string;
  readonly origin: string | null;
  readonly created: Origins | null;
  readonly name: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly details: string | null;
  readonly notes: string | null;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Of each value the fact that it comes from: by `name`, `tags`, `fields.plan`. */
  readonly sources: Readonly<Record<string, Origins>>;
}

/** A contact point that a profile holds or held, from when to when. */
export interface ExportedContactPoint {
  readonly profileId: string;
  readonly channel: string;
  readonly scope: string;
  /** Null when it is erased, like `value`. */
  readonly key: string | null;
  readonly value: string | null;
  readonly normaliser: string;
  readonly verifiedAt: string | null;
  /** Somebody chose it as the one to use on its channel. */
  readonly primary: boolean;
  readonly since: string;
  /** Null while it is held. */
  readonly until: string | null;
  readonly endedBecause: ReleaseCause | null;
  readonly attached: Origins;
  readonly released: Origins | null;
}

/** A membership, from when to when. */
export interface ExportedMembership {
  readonly profileId: string;
  readonly organizationId: string;
  /** What it is called today. */
  readonly organization: string | null;
  readonly because: string;
  /** The default one today. */
  readonly default: boolean;
  readonly since: string;
  readonly until: string | null;
  readonly endedBecause: string | null;
  readonly joined: Origins;
  readonly left: Origins | null;
}

/** A merge that a profile took part in. */
export interface ExportedMerge {
  readonly profileId: string;
  readonly mergeId: string;
  readonly role: 'merged' | 'survivor';
  readonly otherId: string;
  /** What asked for it when no person did. */
  readonly rule: string | null;
  readonly reason: string | null;
  readonly at: string;
  readonly undoneAt: string | null;
}

/** A statement that a profile is another person than `otherId` is. */
export interface ExportedDifference {
  readonly profileId: string;
  readonly declarationId: string;
  readonly otherId: string;
  readonly reason: string | null;
  readonly at: string;
  readonly until: string | null;
  readonly withdrawnAt: string | null;
}

/** What somebody wrote down about the person. */
export interface ExportedNote {
  readonly profileId: string;
  /** Null when it is erased. */
  readonly note: string | null;
  readonly origin: Origins;
}

/** The address of the person that something came by; null when it was not one of theirs. */
export type ExportedAddress = { readonly channel: string; readonly scope: string; readonly key: string | null } | null;

/** Why something was taken to be the person's: rules, never who else it could have been. */
export interface ExportedResolution {
  readonly policy: string;
  readonly settingsVersion: number;
  readonly why: readonly Pick<Reason, 'rule' | 'channel' | 'detail'>[];
}

/** One thing that happened on a channel. */
export interface ExportedInteraction {
  readonly profileId: string;
  readonly interactionId: string;
  readonly source: string;
  readonly sourceId: string | null;
  readonly channel: string;
  readonly via: string;
  readonly direction: Direction;
  readonly occurredAt: string;
  readonly contactPoint: ExportedAddress;
  readonly organizationId: string | null;
  readonly organization: string | null;
  readonly ticketId: string | null;
  readonly summary: string | null;
  readonly outcome: ResolutionOutcome;
  readonly resolution: ExportedResolution;
  /** Why somebody said later that it is theirs. */
  readonly assignedBecause: string | null;
  readonly erased: boolean;
  /** All that is in the log of it, oldest first. */
  readonly facts: readonly Origins[];
}

/** Where a ticket went, and by which rule: an automated decision. */
export interface ExportedRoute {
  readonly policy: string;
  readonly settingsVersion: number;
  readonly queue: string;
  readonly priority: string;
  readonly rule: string;
  readonly tags: readonly string[];
  readonly reasons: readonly RoutingReason[];
  /** Tags of the organization that the rules looked at. */
  readonly organizationTags: readonly string[];
}

/** A ticket whose requester the person is. */
export interface ExportedTicket {
  readonly profileId: string;
  readonly ticketId: string;
  readonly source: string;
  readonly sourceId: string | null;
  readonly subject: string | null;
  readonly tags: readonly string[];
  readonly channel: string;
  readonly via: string;
  readonly language: string | null;
  readonly contactPoint: ExportedAddress;
  readonly firstContact: boolean;
  readonly openedAt: string;
  readonly statuses: readonly { readonly status: string; readonly at: string }[];
  readonly organizations: readonly {
    readonly organizationId: string | null;
    readonly organization: string | null;
    readonly at: string;
    readonly reason: string | null;
  }[];
  readonly route: ExportedRoute | null;
  readonly resolution: ExportedResolution | null;
  /** From when on it was known to be theirs, when it was taken for another person's before. */
  readonly correctedAt: string | null;
  readonly correctedBecause: string | null;
  readonly erased: boolean;
  readonly facts: readonly Origins[];
}

/** A fact in the log about a profile or a contact point of the person. */
export interface ExportedFact extends Origins {
  readonly eventId: string;
  readonly of: HistoryOf;
  readonly says: string;
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  /** What it said of the person is erased. */
  readonly erased: boolean;
  /** It has words that are another person's: they are left out (GDPR art. 15(4)). */
  readonly withheld: boolean;
}

/** A receiver outside the engine to which personal data of the person were or will be sent. */
export interface ExportedWebhook {
  readonly webhookId: string;
  /** Of its address, which can hold secrets elsewhere; null once that is not known any more. */
  readonly host: string | null;
  readonly description: string | null;
  /** Event types that it is sent; every type when empty. */
  readonly types: readonly string[];
  readonly status: string;
  readonly since: string;
  /** Null while it is sent personal data. */
  readonly until: string | null;
}

/** Who of one role could read the person's data through the interface. */
export interface ExportedReaders {
  readonly role: string;
  readonly mayRead: string;
  /** Keys that are good now, and keys that were while the person was known. */
  readonly keys: number;
  readonly formerKeys: number;
  /** Systems by name; people who work for the company are not named. */
  readonly names: readonly string[];
}

/** That data of the person were shown, as far as the access log is kept. */
export interface ExportedReading {
  readonly profileId: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly kind: string;
  /** Method and pattern of the path. */
  readonly operation: string;
  readonly role: string;
  /** Of a system; null for people who work for the company. */
  readonly name: string | null;
}
