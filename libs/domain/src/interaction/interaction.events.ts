import { type Event, events } from '../event';

export type Direction = 'inbound' | 'outbound';

/** How a resolution ended. */
export type ResolutionOutcome = 'matched' | 'created' | 'ambiguous' | 'unidentified';

/** One step of the explanation: a rule, and the ids and digests it was applied to. Never an address. */
export interface Reason {
  readonly rule:
    | 'held-by'
    | 'held-by-sibling'
    | 'held-by-shared'
    | 'holder-suspended'
    | 'holder-gone'
    | 'wins-by-priority'
    | 'outranked'
    | 'free'
    | 'quarantined'
    | 'created-for'
    | 'attached'
    | 'not-attached-unverified'
    | 'not-attached-limit'
    | 'not-attached-taken'
    | 'blocked'
    | 'unusable'
    | 'named-by-caller';
  readonly channel: string;
  /** Digest of the contact point; null where the value makes none. */
  readonly pointId: string | null;
  readonly endUserId?: string;
  /** A kebab-case fact, such as why a value is unusable. */
  readonly detail?: string;
}

/** Two end users who met in one resolution, and the points that brought them together. */
export interface MetPair {
  readonly endUserIds: readonly [string, string];
  readonly pointIds: readonly string[];
}

/** Why an interaction belongs to whom it belongs: ids, digests, rules and versions. */
export interface Resolution {
  readonly policy: 'resolve/1';
  readonly settingsVersion: number;
  readonly why: readonly Reason[];
  /** Digests of the points attached on the way. */
  readonly attached: readonly string[];
  /** Who it could be, when nobody was chosen. */
  readonly candidates: readonly string[];
  readonly possibleDuplicates: readonly MetPair[];
}

/** One thing that happened on a channel: recorded once, anchored to the point it came by and that point's holder. */
export type InteractionRecorded = Event<
  'InteractionRecorded',
  {
    source: string;
    sourceId: string;
    channel: string;
    /** Digest of the contact point it came by. */
    contactPointId: string | null;
    endUserId: string | null;
    via: string;
    direction: Direction;
    /** The person's default organization at that moment; absent when it had none. */
    organizationId?: string;
    ticketId?: string;
    summary?: string;
    outcome: ResolutionOutcome;
    resolution: Resolution;
  }
>;
/** Somebody said whose it is. */
export type InteractionAssigned = Event<'InteractionAssigned', { endUserId: string; organizationId?: string; reason?: string }>;

export type InteractionEvent = InteractionRecorded | InteractionAssigned;

/** Sealed under the key of the anchor's holder, or one of its own while unidentified. */
export const interactionEvents = events<InteractionEvent>({
  InteractionRecorded: { personal: ['sourceId', 'ticketId', 'summary'], lifts: [] },
  InteractionAssigned: { personal: ['reason'], lifts: [] },
});
