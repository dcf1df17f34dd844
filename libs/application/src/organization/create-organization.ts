import {
  CreateOrganization,
  claimedDomains,
  type OrganizationBirth,
  type OrganizationProfile,
  organizationLimits,
  refuse,
  usableName,
  usableRouting,
} from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { before } from '../run';
import { SettingsReader } from '../settings/settings';
import { KnownOrganizations } from './known-organizations';
import { NameClaims, nameTaken } from './name-claims';

export interface CreateOrganizationAnswer {
  readonly organizationId: string;
  readonly position: bigint;
}

/** Looks again at most so often when somebody else got in between. */
const maxLooks = 30;

@CommandHandler(CreateOrganization)
export class CreateOrganizationHandler implements ICommandHandler<CreateOrganization, CreateOrganizationAnswer> {
  constructor(
    @Inject(KnownOrganizations) private readonly known: KnownOrganizations,
    @Inject(NameClaims) private readonly names: NameClaims,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, origin, profile, domains, routing }: CreateOrganization): Promise<CreateOrganizationAnswer> {
    const { tenant } = context;
    const ids = await this.identifiers.of(tenant);
    const step = asked(ids, context, ['CreateOrganization', origin, profile, domains, routing ?? null], () => this.newIds.next());
    const organizationId = ids.organization(step.commandId);
    for (let look = 0; look < maxLooks; look++) {
      const loaded = await this.known.load(tenant, organizationId);
      const trace = before(loaded, step);
      if (trace) return { organizationId, position: trace.position };
      if (loaded.state.status !== 'unknown') throw new Error('an organization was created, but not by this command');
      const nameId = ids.organizationName(usableName(profile.name));
      const { membership } = await this.settings.of(tenant);
      const birth: OrganizationBirth = {
        origin,
        profile: within(profile),
        domains: claimedDomains(domains, membership),
        routing: routing ? usableRouting(routing, '/routing') : null,
      };
      const holder = await this.names.settled(tenant, nameId);
      if (holder === organizationId) continue;
      if (holder !== undefined) nameTaken(holder);
      await this.names.claim(step, nameId, organizationId, loaded.revision, { creates: birth }, await this.vault.lease());
    }
    return refuse('too-contested');
  }
}

/** @throws Refusal `profile-limit-reached` */
function within(profile: OrganizationProfile): OrganizationProfile {
  const { tags = [], fields = {} } = profile;
  if (tags.length > organizationLimits.tags)
    refuse('profile-limit-reached', `An organization has at most ${organizationLimits.tags} tags.`, { pointer: '/tags' });
  if (Object.keys(fields).length > organizationLimits.fields)
    refuse('profile-limit-reached', `An organization has at most ${organizationLimits.fields} custom fields.`, { pointer: '/fields' });
  return profile;
}
