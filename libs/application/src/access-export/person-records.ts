/** Where something lies on the list of what a profile has: by business time (RFC 3339 UTC), then by position in the log. */
export interface RecordPlace {
  readonly at: string;
  readonly position: bigint;
}

/** An interaction or a ticket of a profile, by the digest that names its stream. */
export interface RecordOfProfile extends RecordPlace {
  readonly id: string;
}

/** A stretch of such a list, oldest first. */
export interface RecordsAsked {
  readonly tenant: string;
  readonly profileId: string;
  /** Exclusive; the beginning when absent. */
  readonly after?: RecordPlace;
  /** At most so many. */
  readonly limit: number;
}

/** A person as the policy of today shows it: one value of each kind, and the profile that it comes from. */
export interface ShownPerson {
  readonly canonicalId: string;
  readonly status: string;
  readonly name: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly details: string | null;
  readonly notes: string | null;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** By `name`, `fields.plan`, `tags.vip`: the id of a profile. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A key with which somebody could read. Times are RFC 3339 UTC. */
export interface ReadingKey {
  readonly keyId: string;
  readonly role: string;
  readonly clientName: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  /** Null for one that does not expire. */
  readonly expiresAt: string | null;
}

/** What is known of a person that the streams of the person do not say themselves: what came in from them, and what things are called. */
export abstract class PersonRecords {
  /** Until everything up to this position can be told. @throws HeldPointsBehind when that is not so in time */
  abstract reached(upTo: bigint): Promise<void>;

  /** Interactions that are the profile's today, whoever held the contact point when they came. */
  abstract interactions(asked: RecordsAsked): Promise<readonly RecordOfProfile[]>;

  /** Tickets whose requester the profile is today. */
  abstract tickets(asked: RecordsAsked): Promise<readonly RecordOfProfile[]>;

  /** The person, under whichever of its ids; undefined for an id that is not known. */
  abstract shown(tenant: string, endUserId: string): Promise<ShownPerson | undefined>;

  /** What organizations are called today, by the ids that they were ever named by; null for one whose name is not known any more. */
  abstract organizationNames(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>>;

  /** All keys that the tenant ever had. */
  abstract keys(tenant: string): Promise<readonly ReadingKey[]>;
}
