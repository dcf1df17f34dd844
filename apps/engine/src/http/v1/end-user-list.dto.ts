/** A contact point of a listed end user. */
export class ListedContactPointAnswer {
  /** @example 'email' */
  channel: string;
  /** @example '' */
  scope: string;
  /**
   * Normalised.
   * @example 'lea@example.org'
   */
  key: string;
  /**
   * As it was first given.
   * @example 'Lea@Example.org'
   */
  value: string;
  verified: boolean;
  /** The one to use on its channel. */
  primary: boolean;
}

/** An end user as lists show it. */
export class ListedEndUserAnswer {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  id: string;
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  canonicalId: string;
  status: 'active' | 'suspended' | 'deleted';
  /** @example 'Léa Martin' */
  name: string | null;
  /** @example ['vip'] */
  tags: string[];
  contactPoints: ListedContactPointAnswer[];
  /** @example '2026-03-03T10:00:00.000Z' */
  createdAt: string;
  /** @example '2026-03-04T08:15:00.000Z' */
  lastInteractionAt: string | null;
}

/** A page of end users. */
export class EndUserListAnswer {
  items: ListedEndUserAnswer[];
  /**
   * Give it as `cursor` to read on, also after a page that is not full; null on the last page.
   * @example 'WyJlbmQgdXNlcnMiLCIiLDQyXQ'
   */
  nextCursor: string | null;
}
