import { type Concerned, type EventStore, type KnownMembership, MembershipDirectory, type PersonalData } from '@kith/application';
import { claimable, type DomainEvent, domainOf, type HeldDomain, idInStream, type KnownClaim, type Recorded } from '@kith/domain';

interface Held {
  readonly endUserId: string;
  readonly digest: string;
  readonly held: HeldDomain;
}

/** What a log says of domains, addresses and members, up to wherever its events end. */
export class FoldedDirectory {
  private held: readonly Held[] = [];
  private readonly claimsBy = new Map<string, readonly KnownClaim[]>();
  private readonly survivors = new Map<string, string>();
  private readonly deleted = new Set<string>();
  readonly members = new Map<string, readonly KnownMembership[]>();

  constructor(events: readonly Recorded<DomainEvent>[]) {
    for (const event of events) this.apply(event);
  }

  claims(): readonly KnownClaim[] {
    return [...this.claimsBy].flatMap(([id, claims]) => (this.isDeleted(id) ? [] : claims));
  }

  isDeleted(organizationId: string): boolean {
    const survivor = this.survivors.get(organizationId);
    return this.deleted.has(organizationId) || (survivor !== undefined && this.isDeleted(survivor));
  }

  heldBy(endUserId: string): readonly HeldDomain[] {
    return this.held.filter((one) => one.endUserId === endUserId).map(({ held }) => held);
  }

  concerned({ memberOf = [], domains = [], all }: Concerned): readonly string[] {
    const held = this.held.filter(({ held }) => all || claimable(held.domain).some((one) => domains.includes(one)));
    const members = [...this.members].filter(([, joined]) => joined.some((one) => memberOf.includes(one.organizationId)));
    return [...new Set([...held.map(({ endUserId }) => endUserId), ...members.map(([id]) => id)])].sort();
  }

  private apply(event: Recorded<DomainEvent>): void {
    const id = idInStream(event.stream);
    const isIts = (one: Held) => one.digest === id && 'endUserId' in event.data && one.endUserId === event.data.endUserId;
    switch (event.type) {
      case 'ContactPointAttached':
        if (event.data.channel === 'email') this.hold(id, event.data);
        return;
      case 'ContactPointVerified':
        this.held = this.held.map((one) => (isIts(one) ? { ...one, held: { ...one.held, verified: true } } : one));
        return;
      case 'ContactPointReleased':
        this.held = this.held.filter((one) => !isIts(one));
        return;
      case 'OrganizationDomainsChanged': {
        const before = this.claimsBy.get(id) ?? [];
        const since = (domain: string) => before.find((one) => one.domain === domain)?.since ?? event.position;
        this.claimsBy.set(
          id,
          event.data.domains.map((claim) => ({ ...claim, organizationId: id, since: since(claim.domain) })),
        );
        return;
      }
      case 'OrganizationMerged':
        this.survivors.set(id, event.data.survivorId);
        return;
      case 'OrganizationUnmerged':
        this.survivors.delete(id);
        return;
      case 'OrganizationDeleted':
        this.deleted.add(id);
        return;
      case 'OrganizationJoined':
      case 'OrganizationLeft': {
        const { organizationId } = event.data;
        const others = (this.members.get(id) ?? []).filter((one) => one.organizationId !== organizationId);
        this.members.set(id, event.type === 'OrganizationLeft' ? others : [...others, { organizationId, cause: event.data.cause }]);
        return;
      }
      default:
    }
  }

  private hold(digest: string, { endUserId, key, verified }: { endUserId: string; key: string; verified: boolean }): void {
    if (claimable(domainOf(key)).length > 0) this.held = [...this.held, { endUserId, digest, held: { domain: domainOf(key), verified } }];
  }
}

/** The directory, read from the log itself: up to its end, or as far as `knownUpTo` says, but never less than is asked for. */
export class MembershipDirectoryInLog extends MembershipDirectory {
  private readonly opened: Recorded<DomainEvent>[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly personal: PersonalData,
    private readonly knownUpTo: (head: bigint) => bigint = (head) => head,
  ) {
    super();
  }

  async hasClaims(tenant: string, upTo: bigint): Promise<boolean> {
    return (await this.folded(tenant, upTo)).claims().length > 0;
  }

  async claimsOf(tenant: string, domains: readonly string[], upTo: bigint): Promise<readonly KnownClaim[]> {
    return (await this.folded(tenant, upTo)).claims().filter(({ domain }) => domains.includes(domain));
  }

  async concerned(tenant: string, which: Concerned, after: string, limit: number, upTo: bigint): Promise<readonly string[]> {
    return (await this.folded(tenant, upTo))
      .concerned(which)
      .filter((id) => id > after)
      .slice(0, limit);
  }

  async heldDomains(tenant: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlyMap<string, readonly HeldDomain[]>> {
    const folded = await this.folded(tenant, upTo);
    return new Map(endUserIds.map((id) => [id, folded.heldBy(id)] as const).filter(([, held]) => held.length > 0));
  }

  async membershipsOf(tenant: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlyMap<string, readonly KnownMembership[]>> {
    const { members } = await this.folded(tenant, upTo);
    return new Map([...members].filter(([id, joined]) => endUserIds.includes(id) && joined.length > 0));
  }

  private async folded(tenant: string, upTo: bigint): Promise<FoldedDirectory> {
    const { events } = await this.store.readAll({ after: this.opened.at(-1)?.position ?? 0n, limit: 1_000_000 });
    for (const event of events) this.opened.push(await this.personal.open(event));
    const known = this.knownUpTo(this.opened.at(-1)?.position ?? 0n);
    const last = known < upTo ? upTo : known;
    return new FoldedDirectory(this.opened.filter(({ metadata, position }) => metadata.tenant === tenant && position <= last));
  }
}
