import { SettingsReader } from '@kith/application';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reads } from './cluster-rows';
import { foundEndUser, goldenProfile, partOf } from './golden-profile';
import { OrganizationNames } from './organization-names';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';
import type { FoundEndUser } from './shown-end-user';
import { ShownProfiles, type TenantSettings, unchangedSettings } from './shown-profiles';

/** The end user that a profile is shown as; undefined for an id that the tenant does not know. */
export class FindEndUser extends Query<FoundEndUser | undefined> {
  static readonly needs: readonly ProjectionName[] = ['end-user-profile', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
  ) {
    super();
  }
}

/**
 * A profile as it would be by itself, whomever it was merged into; undefined for an id that the tenant does not know.
 * With those that were merged into it, unless `alone`.
 */
export class FindOwnProfile extends Query<FoundEndUser | undefined> {
  static readonly needs = FindEndUser.needs;
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly alone: boolean = false,
  ) {
    super();
  }
}

@QueryHandler(FindEndUser)
export class FindEndUserHandler implements IQueryHandler<FindEndUser> {
  private readonly profiles: ShownProfiles;

  constructor(
    @Inject(ReadDatabase) database: Reads,
    @Inject(SettingsReader) settings: TenantSettings = unchangedSettings,
    @Inject(OrganizationNames) organizations: OrganizationNames = new OrganizationNames(database),
  ) {
    this.profiles = new ShownProfiles(database, settings, organizations);
  }

  async execute({ tenant, endUserId }: FindEndUser): Promise<FoundEndUser | undefined> {
    const found = await this.profiles.find(tenant, endUserId);
    return found && foundEndUser(found);
  }
}

@QueryHandler(FindOwnProfile)
export class FindOwnProfileHandler implements IQueryHandler<FindOwnProfile> {
  private readonly profiles: ShownProfiles;

  constructor(
    @Inject(ReadDatabase) database: Reads,
    @Inject(SettingsReader) settings: TenantSettings = unchangedSettings,
    @Inject(OrganizationNames) organizations: OrganizationNames = new OrganizationNames(database),
  ) {
    this.profiles = new ShownProfiles(database, settings, organizations);
  }

  async execute({ tenant, endUserId, alone }: FindOwnProfile): Promise<FoundEndUser | undefined> {
    const cluster = await this.profiles.around(tenant, endUserId);
    return cluster && foundEndUser(goldenProfile(partOf(cluster, endUserId, alone), await this.profiles.policy(tenant)));
  }
}
