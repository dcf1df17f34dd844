import { SettingsReader } from '@kith/application';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { memberIds, type OfCluster } from './cluster-members';
import { FindEndUser } from './find-end-user';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import type { ShownEndUser } from './shown-end-user';
import { ShownProfiles, type TenantSettings, unchangedSettings } from './shown-profiles';
import { type Params, query } from './statement';
import { ProjectedWithoutContact, withoutContactNeeds } from './without-contact';

/** A person without contact; created when the first of its profiles was. Times are RFC 3339 UTC. */
export type ShownWithoutContact = Pick<ShownEndUser, 'id' | 'name' | 'status' | 'createdAt' | 'lastInteractionAt'>;

/** What a retention run would do. */
export interface RetentionPreview {
  readonly withoutContactSince: string;
  /** How many persons it would erase. */
  readonly expected: number;
  /** How many it would keep although they are without contact: of whom a ticket is neither solved nor closed. */
  readonly kept: { readonly openTickets: number };
  /** The first of those whom it would erase, by their ids. */
  readonly endUsers: readonly ShownWithoutContact[];
}

/** Whom a retention run would erase. It costs a look at each end user of the tenant. */
export class PreviewRetention extends Query<RetentionPreview> {
  static readonly needs: readonly ProjectionName[] = [...new Set([...FindEndUser.needs, ...withoutContactNeeds])];
  constructor(
    readonly tenant: string,
    /** RFC 3339 UTC. */
    readonly withoutContactSince: string,
  ) {
    super();
  }
}

/** So many are shown. */
const mostShown = 50;

const created = query((db, p: Params<OfCluster>) =>
  db
    .selectFrom('end_user')
    .select((eb) => eb.fn.min('created_at').as('at'))
    .where('tenant', '=', p.tenant)
    .where('id', 'in', memberIds(db, p)),
);

@QueryHandler(PreviewRetention)
export class PreviewRetentionHandler implements IQueryHandler<PreviewRetention> {
  private readonly withoutContact: ProjectedWithoutContact;
  private readonly profiles: ShownProfiles;
  private readonly created: Prepared<OfCluster, { at: string }>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase, @Inject(SettingsReader) settings: TenantSettings = unchangedSettings) {
    this.withoutContact = new ProjectedWithoutContact(database);
    this.profiles = new ShownProfiles(database, settings);
    this.created = database.prepare(created);
  }

  async execute({ tenant, withoutContactSince }: PreviewRetention): Promise<RetentionPreview> {
    const { persons, kept } = await this.withoutContact.count(tenant, withoutContactSince, 0n);
    const ids = await this.withoutContact.firstToErase(tenant, withoutContactSince, mostShown);
    const endUsers = await Promise.all(ids.map((id) => this.person(tenant, id)));
    return { withoutContactSince, expected: persons, kept, endUsers: endUsers.flat() };
  }

  /** None for who is gone since it was found. */
  private async person(tenant: string, endUserId: string): Promise<readonly ShownWithoutContact[]> {
    const [found, [first]] = await Promise.all([this.profiles.find(tenant, endUserId), this.created({ tenant, endUserId })]);
    if (!found) return [];
    const { id, name, status, createdAt, lastInteractionAt } = found.endUser;
    return [{ id, name, status, createdAt: first?.at ?? createdAt, lastInteractionAt }];
  }
}
