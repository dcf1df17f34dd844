import { openMasterKey, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { type DataKey, type EventStore, type KeyVault, TenantIdentifiers } from '@kith/application';
import { organizationNameKey, streamOf, type TicketStatus } from '@kith/domain';
import { v7 } from 'uuid';
import { inFlight } from '../in-flight';
import { spread } from '../inputs';
import { type FirstEvent, first, reactorsHaveSeen, tenant } from './fill-log';

/** A support desk: end users in organizations, what they wrote and called, and their tickets. Everything is a function of a number. */
export interface Desk {
  readonly endUsers: number;
  readonly interactions: number;
  readonly tickets: number;
  readonly organizations: number;
  /** Members of the largest organization; the others share the rest evenly. */
  readonly largest: number;
}

/** All that happened did so in these two years; interactions and tickets are spread evenly over them. */
export const deskTime = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2026, 0, 1) } as const;

/** The same desk with another number of end users, in the same proportions. */
export const deskOf = (endUsers: number): Desk => ({
  endUsers,
  interactions: endUsers * 5,
  tickets: endUsers,
  organizations: Math.max(2, Math.ceil(endUsers / 100)),
  largest: Math.ceil(endUsers / 10),
});

/** Appends under way at once. */
const most = 2000;
const channels = ['email', 'phone'] as const;

interface Known {
  readonly id: string;
  readonly key: DataKey;
}

/** Fills the log of a data folder through its event store and its key vault; answers the ids of the organizations, the largest one first. */
export async function fillDesk(folder: string, desk: Desk, tell: (line: string) => void): Promise<readonly string[]> {
  const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const store = SqliteEventStore.open(folder, { appendDeadlineMs: 60_000 });
  try {
    const filling = new FillingDesk(store, vault, new TenantIdentifiers(await vault.createTenantSecret(tenant)), desk);
    await filling.all(tell);
    await reactorsHaveSeen(folder, await store.head());
    return filling.organizations.map(({ id }) => id);
  } finally {
    await store.close();
    await vault.close();
  }
}

class FillingDesk {
  readonly organizations: Known[] = [];
  private readonly endUsers: Known[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly vault: KeyVault,
    private readonly ids: TenantIdentifiers,
    private readonly desk: Desk,
  ) {}

  async all(tell: (line: string) => void): Promise<void> {
    const { organizations, endUsers, interactions, tickets } = this.desk;
    await inFlight(0, organizations, most, (n) => this.organization(n));
    tell(`filled in ${organizations} organizations`);
    await inFlight(0, endUsers, most, (n) => this.endUser(n));
    tell(`filled in ${endUsers} end users`);
    await inFlight(0, interactions, most, (n) => this.interaction(n));
    tell(`filled in ${interactions} interactions`);
    await inFlight(0, tickets, most, (n) => this.ticket(n));
    tell(`filled in ${tickets} tickets`);
  }

  private async append(...events: readonly FirstEvent[]): Promise<void> {
    const [{ stream } = { stream: '' }] = events;
    await this.store.append(
      stream,
      -1,
      events.map(({ event }) => event),
    );
  }

  private async organization(n: number): Promise<void> {
    const commandId = v7();
    const id = this.ids.organization(commandId);
    const key = await this.vault.lease();
    this.organizations[n] = { id, key };
    const name = `Company ${n}`;
    const nameId = this.ids.organizationName(organizationNameKey(name));
    const stream = streamOf.organization(tenant, id);
    const domains = [{ domain: domainOf(n), subdomains: false, except: [], precedence: 100 }];
    const creates = { origin: 'api', profile: { name }, domains, routing: null } as const;
    await this.append(
      first(streamOf.organizationName(tenant, nameId), 'OrganizationNameClaimed', { organizationId: id, atRevision: -1, creates }, commandId, key),
    );
    await this.append(
      first(stream, 'OrganizationCreated', { origin: 'api', name, nameId }, commandId, key),
      first(stream, 'OrganizationDomainsChanged', { domains }, commandId, key, undefined, 1),
    );
  }

  private async endUser(n: number): Promise<void> {
    const commandId = v7();
    const id = this.ids.endUser(commandId, 0);
    const key = await this.vault.lease();
    this.endUsers[n] = { id, key };
    const stream = streamOf.endUser(tenant, id);
    const organizationId = this.organizationOf(n).id;
    const name = `Customer ${n}`;
    await this.append(
      first(stream, 'EndUserCreated', { origin: 'api', name }, commandId, key),
      first(stream, 'OrganizationJoined', { organizationId, cause: 'domain', default: true }, commandId, key, undefined, 1),
    );
    const { digest, ...point } = this.point(n);
    await this.append(first(streamOf.contactPoint(tenant, digest), 'ContactPointAttached', { endUserId: id, ...point, verified: true }, commandId, key));
  }

  private async interaction(n: number): Promise<void> {
    const who = spread(n, this.desk.endUsers);
    const { id: endUserId, key } = this.endUsers[who] as Known;
    const { digest } = this.point(who);
    const channel = channels[spread(n, 2, 5)] as string;
    const why = [{ rule: 'held-by', channel, pointId: digest, endUserId }] as const;
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why, attached: [], candidates: [], possibleDuplicates: [] } as const;
    const direction = spread(n, 3, 6) === 0 ? 'outbound' : 'inbound';
    const came = { channel, contactPointId: digest, endUserId, via: channel, direction, organizationId: this.organizationOf(who).id } as const;
    const facts = { source: 'bench', sourceId: `contact-${n}`, ...came, outcome: 'matched', resolution } as const;
    const stream = streamOf.interaction(tenant, this.ids.interaction('bench', facts.sourceId));
    await this.append(first(stream, 'InteractionRecorded', facts, v7(), key, timeOf(n, this.desk.interactions)));
  }

  /** Five of six are solved within some days, and one of ten of these is opened again and solved once more. */
  private async ticket(n: number): Promise<void> {
    const who = spread(n, this.desk.endUsers, 7);
    const { id: requesterId, key } = this.endUsers[who] as Known;
    const sourceId = `ticket-${n}`;
    const stream = streamOf.ticket(tenant, this.ids.ticket('bench', sourceId));
    const at = timeOf(n, this.desk.tickets);
    const asked = { source: 'bench', sourceId, requesterId, contactPointId: this.point(who).digest, organizationId: this.organizationOf(who).id };
    const facts = {
      ...asked,
      subject: `Question ${n}`,
      status: 'open',
      channel: 'email',
      via: 'email',
      language: 'en',
      tags: [],
      firstContact: false,
      at,
    } as const;
    const reasons = [{ rule: 'fallback', holds: true, failed: null }];
    const route = { queue: `queue-${spread(n, 20, 8)}`, priority: 'normal', assignee: null, tags: [], rule: 'fallback', reasons } as const;
    const routed = { ...route, policy: 'route/1', settingsVersion: 0, organizationTags: [] } as const;
    const commandId = v7();
    const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
    const hours = 1 + spread(n, 100, 9);
    const statuses: readonly (readonly [TicketStatus, number])[] = spread(n, 6, 10) === 0 ? [] : [['solved', hours], ...again(n, hours)];
    await this.append(
      first(stream, 'TicketOpened', facts, commandId, key, at),
      first(stream, 'TicketRouted', routed, commandId, key, at, 1),
      ...statuses.map(([status, after], i) => first(stream, 'TicketStatusChanged', { status, at: later(after) }, v7(), key, later(after), i + 2)),
    );
  }

  private organizationOf(n: number): Known {
    const { largest, organizations } = this.desk;
    return this.organizations[n < largest ? 0 : 1 + spread(n, organizations - 1, 4)] as Known;
  }

  private point(n: number) {
    const { largest, organizations } = this.desk;
    const value = `customer-${n}@${domainOf(n < largest ? 0 : 1 + spread(n, organizations - 1, 4))}`;
    return { digest: this.ids.contactPoint('email', '', value), channel: 'email', scope: '', key: value, value, normaliser: 'email/1' } as const;
  }
}

const domainOf = (n: number): string => `company-${n}.example`;

const again = (n: number, hours: number): readonly (readonly [TicketStatus, number])[] =>
  spread(n, 10, 11) === 0
    ? [
        ['open', hours + 5],
        ['solved', hours + 30],
      ]
    : [];

const timeOf = (n: number, of: number): string => new Date(deskTime.from + Math.floor(((deskTime.to - deskTime.from) * n) / of)).toISOString();
