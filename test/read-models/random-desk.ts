import { streamOf, type TicketStatus, ticketStatuses } from '@kith/domain';
import fc from 'fast-check';
import type { TestLog, Told } from './log';
import { RandomLinks } from './random-links';

/** One thing that happens at a desk, when, and to whom; whether it can is looked at when it is its turn. */
export type DeskStep = readonly [what: number, who: number, which: number, quarter: number, ms: number];

export const deskTenants = ['acme', 'other'] as const;
const perTenant = 5;
const organizationsPerTenant = 4;
const mostTickets = 3;
export const organizationOf = (tenant: string, n: number): string => `${tenant}-o${n % organizationsPerTenant}`;
const personOf = (tenant: string, n: number): string => `${tenant}-u${n % perTenant}`;
const channels = ['email', 'phone', 'web'] as const;

const kinds = [
  ...['hear', 'hear', 'hear', 'hear', 'hear', 'hear', 'hear-open', 'assign'],
  ...['open-ticket', 'status', 'status', 'status', 'status', 'status', 'status', 'move', 'move', 'correct'],
  ...['join', 'join', 'leave', 'leave', 'choose', 'attach', 'attach', 'release'],
  ...['merge', 'merge', 'merge', 'unmerge', 'unite', 'unite', 'part', 'delete', 'delete', 'restore', 'erase'],
] as const;

/** Histories of two desks; of the greatest size, because by itself fast-check makes a handful of steps. */
export const desks = fc.array(
  fc.tuple(
    fc.nat(kinds.length - 1),
    fc.nat(2 * perTenant - 1),
    fc.nat(11),
    // A few days around a change of clocks and an end of a month, and seldom the months around it.
    fc.oneof({ weight: 4, arbitrary: fc.nat(96 * 9) }, { weight: 1, arbitrary: fc.integer({ min: -96 * 70, max: 96 * 70 }) }),
    fc.constantFrom(0, 0, 1, 450_000, 899_999),
  ),
  { minLength: 1, maxLength: 120, size: 'max' },
);

const epoch = Date.UTC(2026, 2, 25);

/** Appends what happened to a log, as the rules could have let it become; most of it is told late. */
export class RandomDesk {
  private readonly links: RandomLinks;
  private readonly created = new Set<string>();
  private readonly tickets: string[] = [];
  private readonly open: { readonly id: string; readonly tenant: string }[] = [];
  private readonly members = new Set<string>();
  private readonly held = new Map<string, string>();
  private readonly united = new Map<string, { readonly survivorId: string; readonly mergeId: string }>();

  constructor(private readonly log: TestLog) {
    this.links = new RandomLinks(log);
  }

  async step(i: number, [what, who, which, quarter, ms]: DeskStep): Promise<void> {
    const tenant = deskTenants[who % 2] as string;
    const id = personOf(tenant, who >> 1);
    const occurredAt = new Date(epoch + quarter * 900_000 + ms).toISOString();
    const told = { tenant, occurredAt } as const;
    const organizationId = organizationOf(tenant, which);
    if (!this.created.has(id)) {
      this.created.add(id);
      await this.log.endUser(id, 'EndUserCreated', { origin: 'contacted', name: 'Ann' }, told);
    }
    const kind = kinds[what] as (typeof kinds)[number];
    switch (kind) {
      case 'hear':
      case 'hear-open':
        return this.hear(i, kind === 'hear' ? id : null, which, told);
      case 'assign':
        return this.assign(id, which, told);
      case 'open-ticket':
      case 'status':
      case 'move':
      case 'correct':
        return this.ticket(kind, i, id, which, told);
      case 'join':
      case 'leave':
      case 'choose':
        return this.belong(kind, this.links.canonicalOf(id), organizationId, told);
      case 'attach':
      case 'release':
        return this.hold(kind, id, which, told);
      case 'unite':
      case 'part':
        return this.unite(kind, i, organizationId, organizationOf(tenant, which >> 2), told);
      case 'merge':
      case 'unmerge':
      case 'erase':
        await this.links.step(kind, i, id, this.otherOf(tenant, id, which), told);
        return;
      case 'delete':
      case 'restore':
        return this.deleteOrRestore(kind, this.links.canonicalOf(id), told);
    }
  }

  private otherOf(tenant: string, id: string, which: number): string | undefined {
    const others = [...this.created].filter((one) => one !== id && one.startsWith(tenant));
    return others[which % Math.max(1, others.length)];
  }

  private async hear(i: number, endUserId: string | null, which: number, told: Told): Promise<void> {
    const id = `${told.tenant}-i${i}`;
    const organization = which % 3 === 0 || endUserId === null ? {} : { organizationId: organizationOf(told.tenant as string, which) };
    const direction = which % 4 === 0 ? ('outbound' as const) : ('inbound' as const);
    await this.log.interaction(id, endUserId, { ...told, ...organization, direction, channel: channels[which % 3] as string });
    if (endUserId === null) this.open.push({ id, tenant: told.tenant as string });
  }

  private async assign(endUserId: string, which: number, told: Told): Promise<void> {
    const at = this.open.findIndex(({ tenant }) => tenant === told.tenant);
    const [given] = at < 0 ? [] : this.open.splice(at, 1);
    if (!given) return;
    const organization = which % 2 === 0 ? {} : { organizationId: organizationOf(given.tenant, which) };
    await this.log.append(streamOf.interaction(given.tenant, given.id), 'InteractionAssigned', { endUserId, ...organization }, told);
  }

  private async ticket(kind: 'open-ticket' | 'status' | 'move' | 'correct', i: number, requesterId: string, which: number, told: Told): Promise<void> {
    const tenant = told.tenant as string;
    const at = told.occurredAt as string;
    const organizationId = which % 5 === 0 ? null : organizationOf(tenant, which);
    const status = ticketStatuses[(which + i) % ticketStatuses.length] as TicketStatus;
    const own = this.tickets.filter((one) => one.startsWith(`${tenant}-`));
    if (kind === 'open-ticket' || own.length === 0) {
      // Few, so that much happens with each.
      if (own.length === mostTickets) return;
      const id = `${tenant}-t${i}`;
      this.tickets.push(id);
      const asked = {
        source: 'desk',
        sourceId: id,
        requesterId,
        contactPointId: null,
        organizationId,
        channel: 'email',
        via: 'email',
        language: null,
        tags: [],
      };
      const first = which % 3 === 0 ? status : 'open';
      await this.log.append(streamOf.ticket(tenant, id), 'TicketOpened', { ...asked, status: first, firstContact: false, at }, told);
      return;
    }
    const id = own[(which * 7 + i) % own.length] as string;
    const stream = streamOf.ticket(tenant, id);
    if (kind === 'status') await this.log.append(stream, 'TicketStatusChanged', { status, at }, told);
    else if (kind === 'move') await this.log.append(stream, 'TicketMovedToOrganization', { organizationId, at }, told);
    else await this.log.append(stream, 'TicketRequesterCorrected', { requesterId, contactPointId: null, at }, told);
  }

  private async belong(kind: 'join' | 'leave' | 'choose', id: string, organizationId: string, told: Told): Promise<void> {
    if (this.links.isErased(id)) return;
    const membership = `${id} ${organizationId}`;
    if (kind === 'join') {
      this.members.add(membership);
      await this.log.endUser(id, 'OrganizationJoined', { organizationId, cause: 'manual', default: true }, told);
    } else if (kind === 'choose') await this.log.endUser(id, 'DefaultOrganizationChosen', { organizationId }, told);
    else if (this.members.delete(membership)) await this.log.endUser(id, 'OrganizationLeft', { organizationId, cause: 'manual', default: null }, told);
  }

  private async hold(kind: 'attach' | 'release', id: string, which: number, told: Told): Promise<void> {
    const digest = `${told.tenant}-p${which % 6}`;
    const holder = this.held.get(digest);
    if (kind === 'attach' && holder === undefined && !this.links.isErased(id)) {
      this.held.set(digest, id);
      await this.log.attach(digest, id, [channels[which % 3] as string, `${digest}@example.org`], told);
    } else if (kind === 'release' && holder !== undefined) {
      this.held.delete(digest);
      await this.log.release(digest, holder, told);
    }
  }

  private canonicalOrganization(id: string): string {
    const link = this.united.get(id);
    return link ? this.canonicalOrganization(link.survivorId) : id;
  }

  private async unite(kind: 'unite' | 'part', i: number, one: string, other: string, told: Told): Promise<void> {
    const tenant = told.tenant as string;
    const [survivorId, mergedId] = [this.canonicalOrganization(one), this.canonicalOrganization(other)];
    const ids = { attemptId: `oa${i}`, mergeId: `om${i}`, members: [], differentFrom: [] };
    if (kind === 'unite' && survivorId !== mergedId) {
      this.united.set(mergedId, { survivorId, mergeId: ids.mergeId });
      await this.log.append(streamOf.organization(tenant, mergedId), 'OrganizationMerged', { ...ids, survivorId, named: { survivorId, mergedId } }, told);
    }
    const link = this.united.get(one);
    if (kind === 'part' && link) {
      this.united.delete(one);
      await this.log.append(streamOf.organization(tenant, one), 'OrganizationUnmerged', { mergeId: link.mergeId, members: [], differentFrom: [] }, told);
    }
  }

  private async deleteOrRestore(kind: 'delete' | 'restore', id: string, told: Told): Promise<void> {
    if (this.links.isErased(id)) return;
    const type = kind === 'delete' ? 'EndUserDeleted' : 'EndUserRestored';
    await this.log.endUser(id, type, {}, told);
    this.links.changed(id, type);
  }
}
