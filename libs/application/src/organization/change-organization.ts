import {
  ChangeOrganization,
  claimedDomains,
  DeleteOrganization,
  type OrganizationStep,
  organization,
  ReplaceDomains,
  ReplaceRouting,
  RetireOrganization,
  SetOrganizationDomains,
  SetOrganizationRouting,
  SetOrganizationTags,
  TagOrganization,
  UntagOrganization,
  usableName,
  usableRouting,
} from '@kith/domain';
import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bornTags, markedTags } from '../end-user/marks';
import { Identifiers } from '../identifiers';
import { SettingsReader } from '../settings/settings';
import { NameClaims, nameTaken } from './name-claims';
import { type Attempted, type OnOneOrganization, OrganizationChanges, type StandingOrganization } from './organization-changes';
import { detailsStep, renameStep } from './organization-values';

/** The answer to a command on an organization. */
export interface ChangedOrganizationAnswer {
  /** The one that the command named. */
  readonly organizationId: string;
  /** The one that it was decided on. */
  readonly canonicalId: string;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

@CommandHandler(ChangeOrganization)
export class ChangeOrganizationHandler implements ICommandHandler<ChangeOrganization, ChangedOrganizationAnswer> {
  constructor(
    @Inject(OrganizationChanges) private readonly changes: OrganizationChanges,
    @Inject(NameClaims) private readonly names: NameClaims,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
  ) {}

  async execute(command: ChangeOrganization): Promise<ChangedOrganizationAnswer> {
    const { organizationId } = command;
    const { name, ...changes } = command.changes;
    const { canonicalId, position } = await this.changes.attempt(command, async (standing) => {
      const { id, key, word } = standing;
      const details = detailsStep(word.tenant, id, changes, key, await standing.born());
      if (name === undefined) return this.changes.stepAt(standing, details);
      // Refused before anything is claimed, or not at all.
      organization.decide(details, standing.loaded.state);
      return this.rename(standing, { name, changes });
    });
    return { organizationId, canonicalId, position: position ?? null };
  }

  private async rename(standing: StandingOrganization, renames: Parameters<typeof renameStep>[2]): Promise<Attempted> {
    const { id, loaded, key, word } = standing;
    const { tenant } = word;
    const { nameId: former } = loaded.state;
    const nameId = (await this.identifiers.of(tenant)).organizationName(usableName(renames.name));
    if (nameId === former) return this.changes.stepAt(standing, renameStep(tenant, id, renames, nameId, key, await standing.born()));
    const holder = await this.names.settled(tenant, nameId);
    if (holder !== undefined && holder !== id) nameTaken(holder);
    if (holder === undefined) await this.names.claim(word, nameId, id, loaded.revision, { renames }, key);
    if (former !== undefined) await this.names.settled(tenant, former);
    // Its stream tells what came of it.
    return undefined;
  }
}

@CommandHandler(DeleteOrganization)
export class DeleteOrganizationHandler implements ICommandHandler<DeleteOrganization, ChangedOrganizationAnswer> {
  constructor(
    @Inject(OrganizationChanges) private readonly changes: OrganizationChanges,
    @Inject(NameClaims) private readonly names: NameClaims,
  ) {}

  async execute(command: DeleteOrganization): Promise<ChangedOrganizationAnswer> {
    const { context, organizationId, reason } = command;
    const { canonicalId, state, position } = await this.changes.take(command, ({ id }) => new RetireOrganization(context.tenant, id, reason));
    if (state.nameId !== undefined) await this.names.settled(context.tenant, state.nameId);
    return { organizationId, canonicalId, position: position ?? null };
  }
}

@CommandHandler(SetOrganizationDomains)
export class SetOrganizationDomainsHandler implements ICommandHandler<SetOrganizationDomains, ChangedOrganizationAnswer> {
  constructor(
    @Inject(OrganizationChanges) private readonly changes: OrganizationChanges,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
  ) {}

  async execute(command: SetOrganizationDomains): Promise<ChangedOrganizationAnswer> {
    const { context, organizationId, domains } = command;
    const { canonicalId, position } = await this.changes.take(command, async ({ id }) => {
      const { membership } = await this.settings.of(context.tenant);
      return new ReplaceDomains(context.tenant, id, claimedDomains(domains, membership));
    });
    return { organizationId, canonicalId, position: position ?? null };
  }
}

/** A handler that needs nothing but {@link OrganizationChanges}. */
export type OrganizationHandler<C extends OnOneOrganization> = new (
  changes: OrganizationChanges,
) => { execute(command: C): Promise<ChangedOrganizationAnswer> };

export const SetOrganizationRoutingHandler = handlerFor(
  SetOrganizationRouting,
  ({ context, routing }, { id }) => new ReplaceRouting(context.tenant, id, routing && usableRouting(routing, '/routing')),
);
export const TagOrganizationHandler = handlerFor(TagOrganization, (command, standing) => setTags(command, true, standing));
export const UntagOrganizationHandler = handlerFor(UntagOrganization, (command, standing) => setTags(command, false, standing));

function handlerFor<C extends OnOneOrganization>(
  Command: Type<C>,
  prepared: (command: C, standing: StandingOrganization) => OrganizationStep | Promise<OrganizationStep>,
): OrganizationHandler<C> {
  @CommandHandler(Command)
  class Handler {
    constructor(@Inject(OrganizationChanges) private readonly changes: OrganizationChanges) {}

    async execute(command: C): Promise<ChangedOrganizationAnswer> {
      const { canonicalId, position } = await this.changes.take(command, (standing) => prepared(command, standing));
      return { organizationId: command.organizationId, canonicalId, position: position ?? null };
    }
  }
  // What an error of the container names.
  Object.defineProperty(Handler, 'name', { value: `${Command.name}Handler` });
  return Handler;
}

async function setTags({ context, tags }: TagOrganization | UntagOrganization, on: boolean, { id, key, born }: StandingOrganization) {
  const known = bornTags(key, await born());
  const marks = known.map(({ mark }) => mark);
  return new SetOrganizationTags(context.tenant, id, on, markedTags(key, tags, known), marks);
}

/** Every command on an organization that is there. */
export const organizationHandlers = [
  ChangeOrganizationHandler,
  DeleteOrganizationHandler,
  SetOrganizationDomainsHandler,
  SetOrganizationRoutingHandler,
  TagOrganizationHandler,
  UntagOrganizationHandler,
];
