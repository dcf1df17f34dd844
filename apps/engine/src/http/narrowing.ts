import { CanonicalOrganizations, type Holders, IsOfOrganizations, type ShownEndUser, type TimelineItem } from '@kith/read-models';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './command-context';
import { Queries } from './queries';

/** Leaves out of an answer what a key that is limited to organizations may not see. For other keys everything stays, and costs nothing. */
@Injectable()
export class Narrowing {
  constructor(@Inject(Queries) private readonly queries: Queries) {}

  isLimited(request: FastifyRequest): boolean {
    return callerOf(request).organizations !== undefined;
  }

  /** The organizations that the caller is limited to, by those that stand for them today; undefined for one that sees everything. */
  async organizations(request: FastifyRequest): Promise<ReadonlySet<string> | undefined> {
    const { tenant, organizations } = callerOf(request);
    return organizations && this.queries.ask(request, new CanonicalOrganizations(tenant, organizations));
  }

  /** The organizations whose things a list has: the one that is asked for, or all that the caller may see; undefined for no condition. None: nothing to see. */
  async listed(request: FastifyRequest, asked: string | undefined): Promise<readonly string[] | undefined> {
    const theirs = await this.organizations(request);
    if (!theirs) return asked === undefined ? undefined : [asked];
    if (asked === undefined) return [...theirs];
    const found = await this.queries.ask(request, new CanonicalOrganizations(callerOf(request).tenant, [asked]));
    return [...found].filter((id) => theirs.has(id));
  }

  /** The holders that the caller may see; undefined when there are none of these. */
  async holders(request: FastifyRequest, found: Holders): Promise<Holders | undefined> {
    const { tenant, organizations } = callerOf(request);
    if (!organizations) return found;
    const seen = await Promise.all(
      found.holders.map(({ endUserId }) => this.queries.ask(request, new IsOfOrganizations(tenant, { kind: 'end-user', id: endUserId }, organizations))),
    );
    const holders = found.holders.filter((_, i) => seen[i]);
    return holders.length === 0 ? undefined : { ...found, holders };
  }

  /** The profile without organizations that are none of the caller's. */
  async profile(request: FastifyRequest, shown: ShownEndUser): Promise<ShownEndUser> {
    const theirs = await this.organizations(request);
    return theirs ? { ...shown, organizations: shown.organizations.filter(({ canonicalId }) => theirs.has(canonicalId)) } : shown;
  }

  /** The entries of a timeline that name no other organization. */
  async entries(request: FastifyRequest, items: readonly TimelineItem[]): Promise<readonly TimelineItem[]> {
    const theirs = await this.organizations(request);
    if (!theirs) return items;
    const { tenant } = callerOf(request);
    const kept = items.map(async ({ kind, otherId }) => {
      if (!kind.includes('organization') || otherId === null) return true;
      const [standsFor = ''] = await this.queries.ask(request, new CanonicalOrganizations(tenant, [otherId]));
      return theirs.has(standsFor);
    });
    const isKept = await Promise.all(kept);
    return items.filter((_, i) => isKept[i]);
  }
}
