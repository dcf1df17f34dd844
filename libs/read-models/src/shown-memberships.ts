import { defaultOrganizationOf, type MembershipCause } from '@kith/domain';
import type { NamedOrganization } from './organization-names';
import type { EndUserOrganizationTable } from './tables';

/** An organization that an end user is a member of. */
export interface ShownMembership {
  /** As it was joined. */
  readonly id: string;
  /** Which one stands for it now. */
  readonly canonicalId: string;
  readonly name: string | null;
  /** Whether tickets and interactions are its unless they name another. */
  readonly default: boolean;
  readonly reason: MembershipCause;
  /** RFC 3339 UTC, business time. */
  readonly since: string;
}

/** An organization of a profile, as it joined it. */
export type JoinedRow = Omit<EndUserOrganizationTable, 'tenant'>;

/** What one profile of a person says of its organizations. */
export interface OwnMemberships {
  /** Oldest first. */
  readonly joined: readonly JoinedRow[];
  /** Null: somebody chose none. Undefined: nobody chose. */
  readonly default: string | null | undefined;
}

/**
 * The organizations of a person, those that are one only once: as the first profile joined that one. Deleted ones are left out, also before
 * their members have been let out.
 * @param profiles of the person, the one that stands for it first, the others as they were absorbed
 */
export function shownMemberships(profiles: readonly OwnMemberships[], named: ReadonlyMap<string, NamedOrganization>): readonly ShownMembership[] {
  const all = profiles.flatMap(({ joined }) => joined);
  if (all.length === 0) return [];
  const chosen = defaultOrganizationOf(profiles.map((own) => ({ default: own.default, joined: own.joined.map(asJoined) })));
  const canonicalOf = (id: string) => named.get(id)?.canonicalId ?? id;
  const shown = new Map<string, ShownMembership>();
  for (const { organization_id: id, cause, since } of all) {
    const canonicalId = canonicalOf(id);
    if (shown.has(canonicalId) || named.get(id)?.isDeleted) continue;
    const isDefault = chosen !== null && canonicalOf(chosen) === canonicalId;
    shown.set(canonicalId, { id, canonicalId, name: named.get(id)?.name ?? null, default: isDefault, reason: cause, since });
  }
  return [...shown.values()];
}

const asJoined = ({ organization_id, cause }: JoinedRow) => ({ organizationId: organization_id, cause });
