import { type GivenRoute, membersOf, type Route, type RoutingFacts, refuse, route, routingPolicy, type Settings, type TicketRouted } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Memberships } from '../membership/memberships';
import { SettingsReader } from '../settings/settings';
import type { Requester } from './requesters';
import { RoutedOrganizations } from './routed-organizations';

/** Where a ticket goes, by which version of the tenant's settings. */
export type VersionedRoute = Route & { readonly settingsVersion: number };

/** A decision with what it rests on. */
export interface Routed {
  readonly route: VersionedRoute;
  /** What the policy saw. */
  readonly facts: RoutingFacts;
  /** As it was named, or the requester's default; null is none. */
  readonly organizationId: string | null;
}

/** Gathers what a ticket is routed by, and routes it. Reads only. */
@Injectable()
export class TicketRouting {
  constructor(
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(RoutedOrganizations) private readonly organizations: RoutedOrganizations,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  /** The rules as they are now. @throws Refusal `channel-unknown` for a ticket that came by a channel that the tenant does not have */
  async rules(tenant: string, { channel }: Pick<GivenRoute, 'channel'>): Promise<Settings> {
    const settings = await this.settings.of(tenant);
    const known = Object.keys(settings.channels);
    if (!known.includes(channel)) refuse('channel-unknown', `The channel is not registered; known are ${known.join(', ')}.`, { pointer: '/channel' });
    return settings;
  }

  /**
   * @param requester null for nobody in particular, who is no member of anything; the id of an organization for a member who is no end user yet
   * @param at when it is opened, RFC 3339
   * @throws Refusal `organization-not-found` or `organization-deleted`
   */
  async route(tenant: string, given: GivenRoute, settings: Settings, requester: Requester | string | null, firstContact: boolean, at: string): Promise<Routed> {
    const { channel, via = channel, language = null } = given;
    const organization = await this.organizationOf(tenant, given.organizationId, requester);
    const tags = [...new Set((given.tags ?? []).map((tag) => tag.normalize('NFC')))];
    const facts = { channel, via, language, tags, organizationTags: organization?.tags ?? [], firstContact, at };
    const decided = route(facts, { organization: organization?.routing ?? null, settings: settings.routing });
    return { route: { ...decided, settingsVersion: settings.version }, facts, organizationId: organization?.organizationId ?? null };
  }

  /** @throws Refusal `organization-not-found` or `organization-deleted` */
  async assertThere(tenant: string, organizationId: string): Promise<void> {
    await this.organizations.assertThere(tenant, organizationId);
  }

  private async organizationOf(tenant: string, named: string | null | undefined, requester: Requester | string | null) {
    if (named === null) return null;
    if (named !== undefined) return this.organizations.named(tenant, named);
    if (requester === null || typeof requester === 'string') return this.organizations.byDefault(tenant, requester);
    const { canonicalId, canonical } = requester;
    const members = membersOf(canonicalId, canonical);
    return this.organizations.byDefault(tenant, await this.memberships.defaultOrganizationOf(tenant, { canonicalId, members }, canonical));
  }
}

/** The decision as it is stored. */
export const routedEvent = ({ route: decided, facts }: Routed): TicketRouted['data'] => ({
  policy: routingPolicy,
  ...decided,
  organizationTags: facts.organizationTags,
});

/** A time as everything is stored with: RFC 3339 UTC with milliseconds. */
export const utc = (at: string | number): string => new Date(at).toISOString();
