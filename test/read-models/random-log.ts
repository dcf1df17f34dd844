import type { EndUserEvent } from '@kith/domain';
import fc from 'fast-check';
import type { TestLog, Told } from './log';
import { type LinkKind, linkKinds, RandomLinks } from './random-links';
import { type MembershipKind, membershipKinds, type OrganizationKind, organizationKinds, RandomOrganizations } from './random-organizations';
import { RandomTickets, type TicketKind, ticketKinds } from './random-tickets';

/** One thing that happens; whether it can is looked at when it is its turn. */
type Step = readonly [what: number, who: number, point: number];

const channels = ['email', 'phone', 'loyalty_card'] as const;
const names = ['Léa Martin', 'Łukasz Nowak', 'Jean-Luc Petit', 'Ann Lee', '李小龍', 'Martina O’Leary'] as const;

/** The people that histories are about, and where each lives. */
export const people = Array.from({ length: 6 }, (_, who) => ({ id: `u${who}`, tenant: who % 3 === 0 ? 'other' : 'acme' }));

/** The log of a few people and addresses in two tenants, as the rules could have let it become. */
class History {
  private readonly holders = new Map<string, Set<string>>();
  private readonly shared = new Set<string>();
  private readonly created = new Set<string>();
  private readonly open: { readonly id: string; readonly tenant: string }[] = [];
  private readonly links: RandomLinks;
  readonly organizations: RandomOrganizations;
  private readonly tickets: RandomTickets;

  constructor(private readonly log: TestLog) {
    this.links = new RandomLinks(log);
    this.organizations = new RandomOrganizations(log);
    this.tickets = new RandomTickets(log);
  }

  /** @param i counts the steps, so that every value is another one */
  async step(i: number, [what, who, where]: Step): Promise<void> {
    const { id, tenant } = people[who] as (typeof people)[number];
    const told: Told = { tenant, occurredAt: new Date(Date.UTC(2026, 0, 1 + ((i * 7) % 28))).toISOString() };
    const kind = kinds[what] as Kind;
    if (isOrganization(kind)) await this.organizations.step(kind, i, where, told);
    else if (kind === 'sweep') await this.organizations.sweep(i, where, told);
    else if ((isOwn(kind) || isLink(kind) || isMembership(kind) || isTicket(kind)) && !this.created.has(id)) await this.create(i, id, told);
    else if (isMembership(kind)) {
      const canonical = this.links.canonicalOf(id);
      if (![id, canonical].some((one) => this.links.isErased(one))) await this.organizations.membership(kind, i, where, id, canonical, told);
    } else if (isTicket(kind)) await this.tickets.step(kind, i, id, this.organizations.known(tenant, where) ?? null, this.otherOf(id, tenant, where), told);
    else if (isOwn(kind)) {
      const event = onOwnStream[kind](i, where, `${tenant}${where}`);
      const canonical = this.links.canonicalOf(id);
      if (!this.links.isErased(canonical)) {
        await this.log.endUser(canonical, event.type, event.data as never, told);
        this.links.changed(canonical, event.type);
      }
    } else if (isLink(kind)) {
      await this.links.step(kind, i, id, this.otherOf(id, tenant, where), told);
      if (this.links.isErased(id)) this.organizations.forget(id);
    } else if (kind === 'create') await this.create(i, id, told);
    else if (kind === 'hear' || kind === 'hear-open' || kind === 'assign') await this.hear(kind, i, id, `${tenant}${where}`, told);
    else await this.change(kind, id, where, told);
  }

  private otherOf(id: string, tenant: string, where: number): string | undefined {
    const others = people.filter((one) => one.tenant === tenant && one.id !== id && this.created.has(one.id));
    return others[where % Math.max(others.length, 1)]?.id;
  }

  private async create(i: number, id: string, told: Told): Promise<void> {
    if (this.created.has(id)) return;
    this.created.add(id);
    await this.log.endUser(id, 'EndUserCreated', { origin: 'contacted', name: names[i % names.length] as string, tags: ['t'], fields: { a: i } }, told);
  }

  private async hear(kind: 'hear' | 'hear-open' | 'assign', i: number, id: string, digest: string, told: Told): Promise<void> {
    const known = this.created.has(id);
    const organizationId = this.organizations.known(told.tenant, i);
    const organization = organizationId === undefined ? {} : { organizationId };
    if (kind === 'hear-open') {
      await this.log.interaction(`i${i}`, null, { ...told, contactPointId: digest });
      this.open.push({ id: `i${i}`, tenant: told.tenant as string });
    } else if (kind === 'hear' && known) await this.log.interaction(`i${i}`, id, { ...told, summary: `S${i}`, contactPointId: digest, ...organization });
    else if (known) {
      const at = this.open.findIndex(({ tenant }) => tenant === told.tenant);
      const [given] = at < 0 ? [] : this.open.splice(at, 1);
      if (given) await this.log.assign(given.id, id, { ...told, ...organization });
    }
  }

  private async change(kind: PointKind, id: string, where: number, told: Told): Promise<void> {
    const { tenant } = told;
    const digest = `${tenant}${where}`;
    const holding = this.holders.get(digest) ?? new Set<string>();
    this.holders.set(digest, holding);
    const address = [channels[where % 3] ?? 'email', addressOf(where)] as const;
    const attach = async (to: string, verified: boolean) => {
      holding.add(to);
      await this.log.attach(digest, to, address, { ...told, verified, value: writtenOf(where) });
    };
    const free = holding.size === 0 || this.shared.has(digest);
    const canonical = this.links.canonicalOf(id);
    if (kind === 'attach' || kind === 'attach-verified') {
      if (free && !holding.has(canonical) && !this.links.isErased(canonical)) await attach(canonical, kind === 'attach-verified');
    } else if (kind === 'release' && holding.delete(id)) await this.log.release(digest, id, told);
    else if (kind === 'verify' && holding.has(id)) await this.log.point(digest, 'ContactPointVerified', { endUserId: id }, told);
    else if (kind === 'share' && !this.shared.has(digest)) {
      this.shared.add(digest);
      await this.log.point(digest, 'ContactPointShared', {}, told);
    } else if (kind === 'share' && holding.size < 2) {
      this.shared.delete(digest);
      await this.log.point(digest, 'ContactPointUnshared', {}, told);
    } else if ((kind === 'correct' || kind === 'reassign') && holding.has(id)) {
      const to = people.find((one) => one.tenant === tenant && one.id !== id && this.created.has(one.id))?.id;
      if (to === undefined) return;
      holding.delete(id);
      await this.log.point(digest, 'ContactPointReleased', { endUserId: id, cause: kind === 'correct' ? 'corrected' : 'reassigned', to }, told);
      if (!holding.has(to)) await attach(to, false);
    }
  }
}

const addressOf = (where: number): string => [`mail${where}@example.org`, `+3361234567${where}`, `Card-${where}`][where % 3] as string;
const writtenOf = (where: number): string => [`Mail${where}@Example.org`, `06 12 34 56 7${where}`, `Card-${where}`][where % 3] as string;

type OwnEvent = Pick<EndUserEvent, 'type' | 'data'>;

const onOwnStream = {
  rename: (i: number): OwnEvent => ({ type: 'EndUserProfileChanged', data: { name: i % 5 === 0 ? null : (names[i % names.length] as string), marks: {} } }),
  describe: (i: number): OwnEvent => ({
    type: 'EndUserProfileChanged',
    data: { notes: `note ${i}`, locale: i % 2 ? 'fr' : null, fields: { a: null, [`f${i % 3}`]: i }, marks: {} },
  }),
  tag: (i: number): OwnEvent => ({ type: 'EndUserTagged', data: { tags: [`t${i % 4}`, 'Café'], marks: [] } }),
  untag: (i: number): OwnEvent => ({ type: 'EndUserUntagged', data: { tags: [`t${i % 4}`, 'Cafe\u0301'], marks: [] } }),
  note: (i: number): OwnEvent => ({ type: 'EndUserNoted', data: { note: `N${i}` } }),
  choose: (_: number, where: number, digest: string): OwnEvent => ({
    type: 'PrimaryContactPointChosen',
    data: { channel: channels[where % 3] ?? 'email', contactPointId: digest },
  }),
  suspend: (): OwnEvent => ({ type: 'EndUserSuspended', data: {} }),
  reinstate: (): OwnEvent => ({ type: 'EndUserReinstated', data: {} }),
  delete: (): OwnEvent => ({ type: 'EndUserDeleted', data: {} }),
  restore: (): OwnEvent => ({ type: 'EndUserRestored', data: { reason: 'asked for' } }),
} as const;

const pointKinds = ['attach', 'attach-verified', 'release', 'verify', 'share', 'correct', 'reassign'] as const;
type PointKind = (typeof pointKinds)[number];

const ownKinds = Object.keys(onOwnStream) as (keyof typeof onOwnStream)[];
/** The likelier ones more than once: without people and points nothing else happens. */
const kinds = [
  'create',
  'create',
  'create',
  'create',
  'attach',
  'attach',
  'correct',
  'hear',
  'hear',
  'hear',
  'hear',
  'hear-open',
  'assign',
  ...pointKinds,
  ...ownKinds,
  'merge',
  'merge',
  'merge',
  'merge',
  'unmerge',
  ...linkKinds,
  ...organizationKinds,
  ...membershipKinds,
  ...ticketKinds,
  'sweep',
] as const;
type Kind = (typeof kinds)[number];
const isLink = (kind: Kind): kind is LinkKind => (linkKinds as readonly string[]).includes(kind);
const isOrganization = (kind: Kind): kind is OrganizationKind => (organizationKinds as readonly string[]).includes(kind);
const isMembership = (kind: Kind): kind is MembershipKind => (membershipKinds as readonly string[]).includes(kind);
const isTicket = (kind: Kind): kind is TicketKind => (ticketKinds as readonly string[]).includes(kind);
const isOwn = (kind: Kind): kind is keyof typeof onOwnStream => kind in onOwnStream;

/** Histories in which these people are erased, each at a step that may be one of it; fast-check by itself makes that rare. */
export const withErasures = (steps: readonly Step[], erasures: readonly (readonly [third: number, who: number])[]): readonly Step[] => {
  const at = new Map(erasures.map(([third, who]) => [third * 3, who]));
  return steps.map((step, i): Step => [at.has(i) ? kinds.indexOf('erase') : step[0], at.get(i) ?? step[1], step[2]]);
};

/** Histories of a few people and addresses in two tenants; of the greatest size, because by itself fast-check makes a handful of steps. */
export const histories = fc.array(fc.tuple(fc.nat(kinds.length - 1), fc.nat(people.length - 1), fc.nat(5)), {
  minLength: 1,
  maxLength: 200,
  size: 'max',
});

/** Appends a history to the log, and tells what it made of organizations. @param between is called after each step, with its number */
export async function happen(log: TestLog, steps: readonly Step[], between: (step: number) => Promise<unknown> = async () => {}): Promise<RandomOrganizations> {
  const history = new History(log);
  for (const [i, step] of steps.entries()) {
    await history.step(i, step);
    await between(i);
  }
  return history.organizations;
}
