/**
 * What people did with end users, contact points and organizations in their daily work, as the read models know it: whoever takes something
 * back keeps what is in use. Answers are of everything up to the position that was last waited for, or later.
 */
export abstract class DailyUse {
  /** Until everything up to this position is known. @throws HeldPointsBehind when that is not so in time */
  abstract reached(upTo: bigint): Promise<void>;

  /** Whether an interaction is this profile's, or a ticket was opened for it. */
  abstract isContacted(tenant: string, endUserId: string): Promise<boolean>;

  /** Whether an interaction of this profile came by this contact point (its digest) after a position. */
  abstract isUsed(tenant: string, endUserId: string, contactPointId: string, after: bigint): Promise<boolean>;

  /** Whether a ticket or an interaction is this very organization's, by the id under which it was named. */
  abstract hasWork(tenant: string, organizationId: string): Promise<boolean>;
}
