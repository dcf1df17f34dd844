import { type Concerned, HeldPointsBehind, type KnownMembership, MembershipDirectory } from '@kith/application';
import type { HeldDomain, KnownClaim } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import {
  anyClaim,
  beyond,
  claimant,
  claims,
  holders,
  holdersAt,
  membersOf,
  type OfDomain,
  type OfProfile,
  type OfTenant,
  ownDomains,
  ownMemberships,
  type Stretch,
} from './membership-reads';
import { type Prepared, ReadDatabase } from './read-database';
import type { ClaimantTable, DomainClaimTable, EmailDomainTable, MembershipTable } from './tables';

type Fate = Pick<ClaimantTable, 'survivor_id' | 'deleted'>;
type ClaimRow = Omit<DomainClaimTable, 'tenant' | 'position'> & { readonly survivor_id: string | null; readonly deleted: number | null };
type Ids = readonly { readonly id: string }[];

/** How long the rows are waited for, and how often it is looked how far they are. Milliseconds. */
const patience = { waitMs: 5_000, everyMs: 10 };
/** A chain of merged organizations that is longer is no chain but a cycle. */
const longestPath = 10_000;

/** What the projection `memberships` has of the log. */
@Injectable()
export class ProjectedMembershipDirectory extends MembershipDirectory {
  private readonly anyClaim: Prepared<OfTenant, unknown>;
  private readonly claims: Prepared<OfDomain, ClaimRow>;
  private readonly claimant: Prepared<OfTenant & { organizationId: string }, Fate>;
  private readonly domains: Prepared<OfProfile, Pick<EmailDomainTable, 'domain' | 'verified'>>;
  private readonly memberships: Prepared<OfProfile, Pick<MembershipTable, 'organization_id' | 'cause'>>;
  private readonly holdersAt: Prepared<Stretch & OfDomain, { id: string }>;
  private readonly holders: Prepared<Stretch, { id: string }>;
  private readonly membersOf: Prepared<Stretch & { organizationId: string }, { id: string }>;
  /** How far the database that served then was known to be. */
  private seen = { serving: '', position: -1n };

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
    this.anyClaim = database.prepare(anyClaim);
    this.claims = database.prepare(claims);
    this.claimant = database.prepare(claimant);
    this.domains = database.prepare(ownDomains);
    this.memberships = database.prepare(ownMemberships);
    this.holdersAt = database.prepare(holdersAt);
    this.holders = database.prepare(holders);
    this.membersOf = database.prepare(membersOf);
  }

  hasClaims(tenant: string, upTo: bigint): Promise<boolean> {
    return this.reached(upTo, async () => (await this.anyClaim({ tenant })).length > 0);
  }

  claimsOf(tenant: string, domains: readonly string[], upTo: bigint): Promise<readonly KnownClaim[]> {
    return this.reached(upTo, async () => {
      const rows = (await Promise.all(domains.map(async (domain) => this.claims({ tenant, domain })))).flat();
      const lives = await Promise.all(rows.map(({ survivor_id, deleted }) => this.lives(tenant, { survivor_id, deleted: deleted ?? 0 })));
      return rows.filter((_, i) => lives[i]).map(claimOf);
    });
  }

  async concerned(tenant: string, { memberOf = [], domains = [], all }: Concerned, after: string, limit: number, upTo: bigint): Promise<readonly string[]> {
    const sources: ((stretch: Stretch) => Ids | Promise<Ids>)[] = [
      ...(all ? [this.holders] : domains.map((domain) => (stretch: Stretch) => this.holdersAt({ ...stretch, domain }))),
      ...memberOf.map((organizationId) => (stretch: Stretch) => this.membersOf({ ...stretch, organizationId })),
    ];
    return this.reached(upTo, async () => {
      let found: readonly string[] = [];
      // As soon as there are enough, each of the others is only asked for what comes before the last of them.
      for (const source of sources) {
        const last = found.length === limit ? (found.at(-1) ?? beyond) : beyond;
        const more = await source({ tenant, after, last, limit });
        found = [...new Set([...found, ...more.map(({ id }) => id)])].sort().slice(0, limit);
      }
      return found;
    });
  }

  heldDomains(tenant: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlyMap<string, readonly HeldDomain[]>> {
    const held = ({ domain, verified }: Pick<EmailDomainTable, 'domain' | 'verified'>): HeldDomain => ({ domain, verified: verified !== 0 });
    return this.reached(upTo, () => ofEach(endUserIds, async (endUserId) => (await this.domains({ tenant, endUserId })).map(held)));
  }

  membershipsOf(tenant: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlyMap<string, readonly KnownMembership[]>> {
    const known = ({ organization_id, cause }: Pick<MembershipTable, 'organization_id' | 'cause'>): KnownMembership => ({
      organizationId: organization_id,
      cause,
    });
    return this.reached(upTo, () => ofEach(endUserIds, async (endUserId) => (await this.memberships({ tenant, endUserId })).map(known)));
  }

  /** Whether neither an organization nor any that it was merged into was deleted. */
  private async lives(tenant: string, fate: Fate): Promise<boolean> {
    let { survivor_id: next, deleted } = fate;
    for (let steps = 0; next !== null && deleted === 0 && steps < longestPath; steps++) {
      const [row]: readonly Fate[] = await this.claimant({ tenant, organizationId: next });
      ({ survivor_id: next, deleted } = row ?? { survivor_id: null, deleted: 0 });
    }
    return deleted === 0;
  }

  /** Reads from a database that has come to the position. The projector may run elsewhere, which tells nobody here: the database itself is asked. */
  private async reached<T>(position: bigint, read: () => Promise<T>): Promise<T> {
    const end = performance.now() + patience.waitMs;
    for (;;) {
      const { serving } = this.database;
      if (this.seen.serving !== serving || this.seen.position < position)
        this.seen = { serving, position: (await this.database.checkpoints()).get('memberships') ?? 0n };
      if (this.seen.position >= position && this.seen.serving === serving) {
        const found = await read();
        // A rebuilt database that was taken into use meanwhile may be a little behind the one that was asked.
        if (this.database.serving === serving) return found;
      } else if (performance.now() >= end) throw new HeldPointsBehind(position);
      else await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }
}

async function ofEach<Row>(ids: readonly string[], read: (id: string) => Promise<readonly Row[]>): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = await Promise.all(ids.map(read));
  return new Map(ids.flatMap((id, i) => (rows[i]?.length ? [[id, rows[i]] as const] : [])));
}

const claimOf = (row: ClaimRow): KnownClaim => ({
  organizationId: row.organization_id,
  domain: row.domain,
  subdomains: row.subdomains !== 0,
  except: JSON.parse(row.excepted) as string[],
  precedence: row.precedence,
  since: BigInt(row.since_position),
});
