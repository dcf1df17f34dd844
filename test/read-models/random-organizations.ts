import {
  ChangeDefault,
  decideMembership,
  GiveBackToDomain,
  LetOut,
  type MembershipStep,
  type Memberships,
  membershipsOf,
  type OrganizationEvent,
  Refusal,
  streamOf,
  TakeIn,
  withMembership,
} from '@kith/domain';
import type { TestLog, Told } from './log';

/** What may happen to an organization alone, by the number of the step. */
const onOwnStream = {
  'rename-organization': (i: number): OwnEvent => ({
    type: 'OrganizationRenamed',
    data: { name: `Company ${i % 7}`, nameId: `n${i}`, formerNameId: `n${i - 1}`, marks: {} },
  }),
  'describe-organization': (i: number): OwnEvent => ({
    type: 'OrganizationDetailsChanged',
    data: { notes: i % 3 ? `note ${i}` : null, externalId: i % 2 ? `x${i}` : null, fields: { a: null, [`f${i % 3}`]: i }, marks: {} },
  }),
  'claim-domains': (i: number): OwnEvent => ({
    type: 'OrganizationDomainsChanged',
    data: { domains: domains.slice(i % 3, 1 + (i % 4)).map((domain) => ({ domain, subdomains: i % 2 === 0, except: [], precedence: i % 5 })) },
  }),
  'tag-organization': (i: number): OwnEvent => ({ type: 'OrganizationTagged', data: { tags: [`t${i % 4}`, 'Café'], marks: [] } }),
  'untag-organization': (i: number): OwnEvent => ({ type: 'OrganizationUntagged', data: { tags: [`t${i % 4}`, 'Cafe\u0301'], marks: [] } }),
  'route-organization': (i: number): OwnEvent => ({
    type: 'OrganizationRoutingChanged',
    data: { routing: i % 2 ? { queue: `q${i}`, priority: 'high' } : null },
  }),
} as const;
type OwnEvent = Pick<OrganizationEvent, 'type' | 'data'>;
const domains = ['example.org', 'mail0.example.org', 'acme.example', 'example.com'] as const;

/** Why somebody leaves, by the number of the step. */
const leavings = ['deleted', 'manual', 'import', 'manual'] as const;

export const organizationKinds = [
  'create-organization',
  'create-organization',
  ...(Object.keys(onOwnStream) as (keyof typeof onOwnStream)[]),
  'delete-organization',
  'merge-organizations',
  'merge-organizations',
  'unmerge-organizations',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** What may happen between a person and an organization. */
export const membershipKinds = ['join', 'join', 'join', 'join-by-domain', 'join-by-domain', 'leave', 'leave-by-domain', 'choose-default'] as const;
export type MembershipKind = (typeof membershipKinds)[number];

/** Organizations and who is in them, as the rules let them be, and the events that say so. */
export class RandomOrganizations {
  private readonly created = new Set<string>();
  private readonly deleted = new Set<string>();
  private readonly links = new Map<string, { readonly survivorId: string; readonly mergeId: string }>();
  private readonly members = new Map<string, Memberships>();

  constructor(private readonly log: TestLog) {}

  /** What each profile says of its organizations, by its id. */
  get memberships(): ReadonlyMap<string, Memberships> {
    return this.members;
  }

  /** Three of each tenant. */
  idOf(tenant: string | undefined, which: number): string {
    return `${tenant}-org${which % 3}`;
  }

  /** One that is there, or none. */
  known(tenant: string | undefined, which: number): string | undefined {
    const id = this.idOf(tenant, which);
    return this.created.has(id) ? id : undefined;
  }

  canonicalOf(id: string): string {
    const link = this.links.get(id);
    return link ? this.canonicalOf(link.survivorId) : id;
  }

  async step(kind: OrganizationKind, i: number, which: number, told: Told): Promise<void> {
    const id = this.idOf(told.tenant, which);
    const canonical = this.canonicalOf(id);
    if (!this.created.has(id)) {
      this.created.add(id);
      await this.event(id, { type: 'OrganizationCreated', data: { origin: 'api', name: `Firma ${i}`, nameId: `n${i}`, tags: ['t'], fields: { a: i } } }, told);
    } else if (kind === 'unmerge-organizations') await this.unmerge(id, told);
    else if (this.deleted.has(canonical)) return;
    else if (kind === 'delete-organization' && i % 2 === 0) {
      this.deleted.add(canonical);
      await this.event(canonical, { type: 'OrganizationDeleted', data: { reason: 'closed' } }, told);
    } else if (kind === 'merge-organizations') await this.merge(i, canonical, this.canonicalOf(this.idOf(told.tenant, which + 1 + (i % 2))), told);
    else if (kind in onOwnStream) await this.event(canonical, onOwnStream[kind as keyof typeof onOwnStream](i), told);
  }

  /** @param canonical stands for the person; by domain, it is the profile itself that is a member */
  async membership(kind: MembershipKind, i: number, which: number, profile: string, canonical: string, told: Told): Promise<void> {
    const organizationId = this.idOf(told.tenant, which);
    if (!this.created.has(organizationId)) return this.step('create-organization', i, which, told);
    const [tenant, byHand] = [told.tenant ?? '', kind === 'join' || kind === 'leave' || kind === 'choose-default'];
    const id = byHand ? canonical : profile;
    const steps: Readonly<Record<MembershipKind, () => MembershipStep>> = {
      join: () => new TakeIn(tenant, id, organizationId, i % 5 === 0 ? 'import' : 'manual', i % 3 === 0),
      'join-by-domain': () => new TakeIn(tenant, id, organizationId, 'domain'),
      leave: () => new LetOut(tenant, id, [organizationId], leavings[i % 4] ?? 'manual'),
      'leave-by-domain': () => (i % 3 === 0 ? new GiveBackToDomain(tenant, id, organizationId) : new LetOut(tenant, id, [organizationId], 'domain')),
      'choose-default': () => new ChangeDefault(tenant, id, i % 3 === 0 ? null : organizationId),
    };
    const known = membershipsOf({ memberships: this.members.get(id) ?? { joined: [], barred: [] } });
    try {
      for (const event of decideMembership(steps[kind](), { memberships: known })) {
        await this.log.endUser(id, event.type, event.data as never, told);
        this.members.set(id, withMembership(this.members.get(id) ?? known, event));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  forget(endUserId: string): void {
    this.members.delete(endUserId);
  }

  async sweep(i: number, which: number, told: Told): Promise<void> {
    const organizationId = this.known(told.tenant, which);
    if (organizationId === undefined) return;
    const stream = streamOf.membershipSweep(told.tenant ?? '', `sweep${i}`);
    await this.log.append(stream, 'MembershipSweepStarted', { occasion: { because: 'domains-changed', organizationId, domains: ['example.org'] } }, told);
    await this.log.append(stream, 'MembershipSweepAdvanced', { after: 'u3', scanned: i, joined: 1, left: 0 }, told);
    if (i % 2 === 0) await this.log.append(stream, 'MembershipSweepEnded', { scanned: i + 1, joined: 1, left: 1 }, told);
  }

  private event(id: string, { type, data }: OwnEvent, told: Told) {
    return this.log.append(streamOf.organization(told.tenant ?? '', id), type, data as never, told);
  }

  private async merge(i: number, survivorId: string, mergedId: string, told: Told): Promise<void> {
    if (survivorId === mergedId || !this.created.has(mergedId) || this.deleted.has(mergedId)) return;
    const attempt = { attemptId: `oa${i}`, mergeId: `om${i}`, differentFrom: [] };
    const named = { survivorId, mergedId };
    const [lower, higher] = [survivorId, mergedId].sort() as [string, string];
    const role = lower === survivorId ? ('survivor' as const) : ('merged' as const);
    await this.event(lower, { type: 'OrganizationMergeReserved', data: { ...attempt, named, otherId: higher, role, members: this.below(lower) } }, told);
    const sides = {
      [mergedId]: () => this.event(mergedId, { type: 'OrganizationMerged', data: { ...attempt, named, survivorId, members: this.below(mergedId) } }, told),
      [survivorId]: () => this.event(survivorId, { type: 'OrganizationAbsorbed', data: { ...attempt, mergedId, members: this.below(mergedId) } }, told),
    };
    await sides[higher]?.();
    await sides[lower]?.();
    this.links.set(mergedId, { survivorId, mergeId: attempt.mergeId });
  }

  private async unmerge(id: string, told: Told): Promise<void> {
    const link = this.links.get(id);
    if (!link) return;
    const data = { mergeId: link.mergeId, members: this.below(id), differentFrom: [] };
    for (const one of this.above(id).reverse()) await this.event(one, { type: 'OrganizationSeparated', data: { ...data, mergedId: id } }, told);
    await this.event(id, { type: 'OrganizationUnmerged', data }, told);
    this.links.delete(id);
  }

  private below(id: string): readonly string[] {
    return [id, ...[...this.links].filter(([, { survivorId }]) => survivorId === id).flatMap(([merged]) => this.below(merged))];
  }

  private above(id: string): string[] {
    const link = this.links.get(id);
    return link ? [link.survivorId, ...this.above(link.survivorId)] : [];
  }
}
