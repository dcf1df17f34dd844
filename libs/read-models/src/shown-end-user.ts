import type { ShownMembership } from './shown-memberships';
import type { EndUserTable } from './tables';

/** A contact point as a profile shows it. */
export interface ShownContactPoint {
  readonly channel: string;
  readonly scope: string;
  readonly value: string;
  readonly key: string;
  readonly verified: boolean;
  readonly primary: boolean;
  readonly endUserId: string;
  readonly since: string;
}

/** An end user as it is shown: the golden profile of its cluster, whichever of its ids was asked for. */
export interface ShownEndUser {
  readonly id: string;
  readonly canonicalId: string;
  readonly status: EndUserTable['status'];
  readonly name: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly origin: string;
  readonly tags: readonly string[];
  readonly details: string | null;
  readonly notes: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly contactPoints: readonly ShownContactPoint[];
  /** Of all profiles of the cluster, each once, the oldest first; those of the profile that stands for it before the others'. */
  readonly organizations: readonly ShownMembership[];
  /** The profiles of the cluster but the one that stands for it, sorted. */
  readonly mergedFrom: readonly string[];
  /** Which profile each value comes from: by `name`, `fields.plan`, `tags.vip`. */
  readonly sources: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of whichever profile of the cluster was heard of last. */
  readonly lastInteractionAt: string | null;
  /** Of the profile that stands for the cluster. */
  readonly revision: number;
}

/** A profile, and what changes whenever what is shown of it does. */
export interface FoundEndUser {
  readonly endUser: ShownEndUser;
  /** Canonical id and position of the last event that changed what is shown, without quotes. */
  readonly etag: string;
}
