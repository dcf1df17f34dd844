import { type DomainEvent, idInStream, type Recorded } from '@kith/domain';
import type { ExportedDifference, ExportedMembership, ExportedMerge } from './exported';
import type { OriginsOf } from './origins';
import type { OwnEvent } from './own-events';

type Building<T> = { -readonly [K in keyof T]: T[K] };

/** The memberships of a profile, from the events of its stream. */
export class MembershipFold {
  readonly memberships: Building<Omit<ExportedMembership, 'organization'>>[] = [];

  constructor(
    private readonly profileId: string,
    private readonly origins: OriginsOf,
  ) {}

  apply({ event }: OwnEvent): void {
    if (event.type === 'OrganizationJoined') this.join(event);
    else if (event.type === 'OrganizationLeft') this.leave(event);
    else if (event.type === 'DefaultOrganizationChosen') this.choose(event.data.organizationId);
  }

  private join(event: Extract<Recorded<DomainEvent>, { type: 'OrganizationJoined' }>): void {
    const { organizationId, cause, default: isDefault } = event.data;
    const open = { until: null, endedBecause: null, left: null, default: false };
    const { occurredAt: since } = event.metadata;
    this.memberships.push({ profileId: this.profileId, organizationId, because: cause, since, joined: this.origins.of(event), ...open });
    if (isDefault) this.choose(organizationId);
  }

  private leave(event: Extract<Recorded<DomainEvent>, { type: 'OrganizationLeft' }>): void {
    const { organizationId, cause, default: after } = event.data;
    const membership = this.memberships.findLast((one) => one.organizationId === organizationId && one.until === null);
    if (membership) Object.assign(membership, { until: event.metadata.occurredAt, endedBecause: cause, left: this.origins.of(event) });
    this.choose(after);
  }

  private choose(organizationId: string | null): void {
    for (const one of this.memberships) one.default = one.until === null && one.organizationId === organizationId;
  }
}

/** Merges and differences of profiles, from the events of their streams and of those that they were linked with. */
export class LinkFold {
  readonly merges: Building<ExportedMerge>[] = [];
  readonly differences: Building<ExportedDifference>[] = [];

  constructor(private readonly profileIds: ReadonlySet<string>) {}

  apply({ event }: OwnEvent): void {
    const profileId = idInStream(event.stream);
    const { occurredAt: at } = event.metadata;
    if (event.type === 'EndUsersDeclaredDifferent') this.declare(event);
    else if (event.type === 'DifferenceWithdrawn') this.withdraw(event);
    else if (!this.profileIds.has(profileId)) return;
    else if (event.type === 'EndUserMerged') {
      const { mergeId, survivorId: otherId, rule = null, reason } = event.data;
      this.merges.push({ profileId, mergeId, role: 'merged', otherId, rule, reason: event.erased ? null : (reason ?? null), at, undoneAt: null });
    } else if (event.type === 'EndUserAbsorbed') {
      const { mergeId, mergedId: otherId } = event.data;
      this.merges.push({ profileId, mergeId, role: 'survivor', otherId, rule: null, reason: null, at, undoneAt: null });
    } else if (event.type === 'EndUserSeparated' || event.type === 'EndUserUnmerged') this.undo(profileId, event.data.mergeId, at);
  }

  private undo(profileId: string, mergeId: string, at: string): void {
    const merge = this.merges.find((one) => one.profileId === profileId && one.mergeId === mergeId && one.undoneAt === null);
    if (merge) merge.undoneAt = at;
  }

  /** It can lie on the stream of a profile that stood for this one then. */
  private declare({ erased, data, metadata }: Extract<Recorded<DomainEvent>, { type: 'EndUsersDeclaredDifferent' }>): void {
    const { endUserId: profileId, declarationId, otherId, until = null, reason } = data;
    if (!this.profileIds.has(profileId) || this.known(profileId, declarationId)) return;
    const said = erased ? null : (reason ?? null);
    this.differences.push({ profileId, declarationId, otherId, reason: said, at: metadata.occurredAt, until, withdrawnAt: null });
  }

  private withdraw({ data, metadata }: Extract<Recorded<DomainEvent>, { type: 'DifferenceWithdrawn' }>): void {
    const difference = this.known(data.endUserId, data.declarationId);
    if (difference) difference.withdrawnAt ??= metadata.occurredAt;
  }

  private known(profileId: string, declarationId: string): Building<ExportedDifference> | undefined {
    return this.differences.find((one) => one.profileId === profileId && one.declarationId === declarationId);
  }
}
