import { type DomainClaim, type MembershipCause, type OrganizationEvent, streamOf } from '@kith/domain';
import {
  CountMembers,
  CountMembersHandler,
  FindEndUser,
  FindEndUserHandler,
  FindOrganization,
  FindOrganizationHandler,
  ListMembers,
  ListMembersHandler,
  ListOrganizations,
  ListOrganizationsHandler,
  type MemberFilter,
  type MemberOrder,
  type OrganizationFilter,
  type ReadDatabase,
  type ShownOrganization,
} from '@kith/read-models';
import type { TestLog, Told } from './log';

type DataOf<T extends OrganizationEvent['type']> = Extract<OrganizationEvent, { type: T }>['data'];

/** Organizations in a log, as tests write them: named by a short word. */
export class Organizing {
  constructor(private readonly log: TestLog) {}

  event<T extends OrganizationEvent['type']>(id: string, type: T, data: DataOf<T>, told: Told = {}) {
    return this.log.append(streamOf.organization(told.tenant ?? 'acme', id), type, data as never, told);
  }

  create(id: string, name: string, told: Told & Partial<Omit<DataOf<'OrganizationCreated'>, 'name' | 'nameId'>> = {}) {
    const { tenant, occurredAt, recordedAt, actor, onBehalfOf, ...said } = told;
    return this.event(id, 'OrganizationCreated', { origin: 'api', name, nameId: `name of ${name}`, ...said }, told);
  }

  rename(id: string, name: string, told: Told = {}) {
    return this.event(id, 'OrganizationRenamed', { name, nameId: `name of ${name}`, formerNameId: '', marks: {} }, told);
  }

  change(id: string, changes: Omit<DataOf<'OrganizationDetailsChanged'>, 'marks'>, told: Told = {}) {
    return this.event(id, 'OrganizationDetailsChanged', { ...changes, marks: {} }, told);
  }

  domains(id: string, domains: readonly (Pick<DomainClaim, 'domain'> & Partial<DomainClaim>)[], told: Told = {}) {
    const claims = domains.map((one) => ({ subdomains: false, except: [], precedence: 100, ...one }));
    return this.event(id, 'OrganizationDomainsChanged', { domains: claims }, told);
  }

  /** The seal of an organization, as the protocol writes it, whichever others are in the clusters. */
  merge(mergedId: string, survivorId: string, told: Told & { readonly mergeId?: string } = {}) {
    const { mergeId = `merge of ${mergedId}`, ...rest } = told;
    const asked = { attemptId: `${mergeId}.1`, mergeId, named: { survivorId, mergedId } };
    return this.event(mergedId, 'OrganizationMerged', { ...asked, survivorId, members: [mergedId], differentFrom: [] }, rest);
  }

  /** The end of such a merge. */
  unmerge(mergedId: string, told: Told & { readonly mergeId?: string } = {}) {
    const { mergeId = `merge of ${mergedId}`, ...rest } = told;
    return this.event(mergedId, 'OrganizationUnmerged', { mergeId, members: [mergedId], differentFrom: [] }, rest);
  }

  join(endUserId: string, organizationId: string, told: Told & { readonly cause?: MembershipCause; readonly asDefault?: boolean } = {}) {
    const { cause = 'manual', asDefault = false, ...rest } = told;
    return this.log.endUser(endUserId, 'OrganizationJoined', { organizationId, cause, default: asDefault }, rest);
  }

  leave(endUserId: string, organizationId: string, told: Told & { readonly next?: string } = {}) {
    const { next = null, ...rest } = told;
    return this.log.endUser(endUserId, 'OrganizationLeft', { organizationId, cause: 'manual', default: next }, rest);
  }

  choose(endUserId: string, organizationId: string | null, told: Told = {}) {
    return this.log.endUser(endUserId, 'DefaultOrganizationChosen', { organizationId }, told);
  }
}

/** What the read models say of organizations. */
export class AskedOrganizations {
  constructor(private readonly database: ReadDatabase) {}

  async find(id: string, tenant = 'acme'): Promise<ShownOrganization | undefined> {
    return (await new FindOrganizationHandler(this.database).execute(new FindOrganization(tenant, id)))?.organization;
  }

  async etag(id: string): Promise<string | undefined> {
    return (await new FindOrganizationHandler(this.database).execute(new FindOrganization('acme', id)))?.etag;
  }

  page(filter: OrganizationFilter = {}, limit = 50, cursor?: string) {
    return new ListOrganizationsHandler(this.database).execute(new ListOrganizations('acme', filter, { limit, cursor }));
  }

  async names(filter: OrganizationFilter = {}): Promise<readonly (string | null)[]> {
    return (await this.page(filter)).items.map(({ name }) => name);
  }

  async members(id: string, filter: MemberFilter = {}, order: MemberOrder = 'last-contact', limit = 50, cursor?: string) {
    return new ListMembersHandler(this.database).execute(new ListMembers('acme', id, filter, order, { limit, cursor }));
  }

  async memberIds(id: string, filter: MemberFilter = {}, order: MemberOrder = 'last-contact'): Promise<readonly string[] | undefined> {
    return (await this.members(id, filter, order))?.items.map((member) => member.id);
  }

  /** The ids of each page, as long as there is a next one. */
  async pages(id: string, order: MemberOrder, limit: number, filter: MemberFilter = {}): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<AskedOrganizations['members']>> = await this.members(id, filter, order, limit, cursor);
      pages.push((page?.items ?? []).map((member) => member.id));
      cursor = page?.nextCursor ?? null;
    }
    return pages;
  }

  count(id: string) {
    return new CountMembersHandler(this.database).execute(new CountMembers('acme', id));
  }

  /** Organizations of an end user, the default one with a star. */
  async of(endUserId: string): Promise<readonly string[] | undefined> {
    const found = await new FindEndUserHandler(this.database).execute(new FindEndUser('acme', endUserId));
    return found?.endUser.organizations.map(({ canonicalId, default: isDefault }) => `${canonicalId}${isDefault ? '*' : ''}`);
  }
}
