import { idInStream, type OrganizationDeleted, type OrganizationNameClaimed, type OrganizationRenamed } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Reactor } from '../react';
import { KnownOrganizations } from './known-organizations';
import { NameClaims } from './name-claims';

/** Bring to its end whatever was begun with a name: what was claimed for comes about, and what nobody rests on is given back. */
export class SettleOrganizationName {
  constructor(
    readonly tenant: string,
    readonly nameId: string,
  ) {}
}

/** The same for the name of an organization, whatever that is. */
export class SettleNameOfOrganization {
  constructor(
    readonly tenant: string,
    readonly organizationId: string,
  ) {}
}

/**
 * The reactor behind *create*, *rename* and *delete*: every claim, late ones too, comes to what it was made for or is given back, and so is
 * a name that an organization left behind.
 */
export const completeOrganization: Reactor<OrganizationNameClaimed | OrganizationRenamed | OrganizationDeleted> = {
  name: 'complete-organization',
  graceMs: 1_000,
  on: {
    OrganizationNameClaimed: ({ metadata, stream }) => [new SettleOrganizationName(metadata.tenant, idInStream(stream))],
    OrganizationRenamed: ({ metadata, data }) => [new SettleOrganizationName(metadata.tenant, data.formerNameId)],
    OrganizationDeleted: ({ metadata, stream }) => [new SettleNameOfOrganization(metadata.tenant, idInStream(stream))],
  },
};

@CommandHandler(SettleOrganizationName)
export class SettleOrganizationNameHandler implements ICommandHandler<SettleOrganizationName, void> {
  constructor(@Inject(NameClaims) private readonly names: NameClaims) {}

  async execute({ tenant, nameId }: SettleOrganizationName): Promise<void> {
    await this.names.settled(tenant, nameId);
  }
}

@CommandHandler(SettleNameOfOrganization)
export class SettleNameOfOrganizationHandler implements ICommandHandler<SettleNameOfOrganization, void> {
  constructor(
    @Inject(NameClaims) private readonly names: NameClaims,
    @Inject(KnownOrganizations) private readonly known: KnownOrganizations,
  ) {}

  async execute({ tenant, organizationId }: SettleNameOfOrganization): Promise<void> {
    const { nameId } = (await this.known.load(tenant, organizationId)).state;
    if (nameId !== undefined) await this.names.settled(tenant, nameId);
  }
}
